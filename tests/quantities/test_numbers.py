"""Numbers that count things, and the many that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.quantities import find_numbers


@pytest.mark.parametrize(
    ("text", "printed", "low", "high"),
    [
        ("two missiles", "two", 2, 2),
        ("fired 2 missiles", "2", 2, 2),
        ("twenty-four rockets", "twenty-four", 24, 24),
        ("1,150 shells", "1,150", 1150, 1150),
        ("a pair of rockets", "a pair of", 2, 2),
        ("a couple of rockets", "a couple of", 2, 2),
        ("a trio of rockets", "a trio of", 3, 3),
        ("both projectiles", "both", 2, 2),
        ("a single rocket", "a single", 1, 1),
        ("one missile", "one", 1, 1),
        ("at least one missile", "at least one", 1, None),
        ("more than 15 rockets", "more than 15", 15, None),
        ("over 130 shells", "over 130", 130, None),
        ("no fewer than six", "no fewer than six", 6, None),
        ("six or more drones", "six or more", 6, None),
        ("a 15-plus salvo", "15-plus", 15, None),
        ("about fifteen rockets", "about fifteen", 15, 15),
        ("around 15 rockets", "around 15", 15, 15),
        ("up to 15 rockets", "up to 15", None, 15),
        ("as many as 15 rockets", "as many as 15", None, 15),
        ("fewer than 15 rockets", "fewer than 15", None, 15),
        ("a total of 15 rockets", "a total of 15", 15, 15),
        ("a dozen rockets", "a dozen", 12, 12),
        ("nearly two dozen rockets", "nearly two dozen", 24, 24),
        ("half a dozen rockets", "half a dozen", 6, 6),
        ("more than a hundred drones", "more than a hundred", 100, None),
        ("dozens of drones", "dozens of", 24, None),
        ("hundreds of drones", "hundreds of", 200, None),
        ("several dozen drones", "several dozen", 24, None),
        ("several rockets", "several", 2, None),
        ("multiple rockets", "multiple", 2, None),
        ("a number of rockets", "a number of", 2, None),
        ("a barrage of rockets", "a barrage of", 2, None),
        ("a salvo of rockets", "a salvo of", 2, None),
        ("a salvo of 18 rockets", "a salvo of 18", 18, 18),
        ("a volley of at least 18 rockets", "a volley of at least 18", 18, None),
        ("a barrage of about a dozen rockets", "a barrage of about a dozen", 12, 12),
        ("two or three rockets", "two or three", 2, 3),
        ("2-3 rockets", "2-3", 2, 3),
        ("four to six rockets", "four to six", 4, 6),
        ("between four and six rockets", "four and six", 4, 6),
        ("a two-missile salvo", "two", 2, 2),
        ("one of its missiles", "one", 1, 1),
        ("36 of 40 drones", "40", 40, 40),
        ("300-odd rockets", "300-odd", 300, 300),
        ("for a barrage of missiles", "a barrage of", 2, None),
    ],
)
def test_counts(text: str, printed: str, low: float | None, high: float | None) -> None:
    (number,) = find_numbers(text)
    assert (text[number.start : number.end], number.low, number.high) == (printed, low, high)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("two more missiles", 2),
        ("another missile", 1),
        ("another two missiles", 2),
        ("three additional rockets", 3),
        ("one more rocket", 1),
        ("a further two", 2),
    ],
)
def test_counts_that_add_to_others(text: str, low: float) -> None:
    (number,) = find_numbers(text)
    assert (number.low, number.more) == (low, True)


@pytest.mark.parametrize(
    "text",
    [
        "a missile and an ICBM",
        "a second missile, the third, the 57th talks",
        "a two-stage, single-engine missile",
        "a multiple rocket launcher of the multiple launch rocket system",
        "in 2019",
        "$5 and €6 and 7 percent",
        "1.5 million people",
        "at 7 a.m. or 7:30 pm",
        "it flew 600 km for 10 minutes",
        "no one knew how many",
        "two of the missiles fell short",
        "the KN-23, the Hwasong-18 and the T-14",
        "a score of 3:2 in 3/4 time",
        "",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert find_numbers(text) == ()


def test_two_counts_joined_by_and_stay_two() -> None:
    assert [number.low for number in find_numbers("two cruise missiles and three ballistic missiles")] == [2, 3]
    assert [number.low for number in find_numbers("two and four")] == [2, 4]


@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(
            st.sampled_from(["two", "12", "several", "a", "dozen", "or", "more", "than", "-", "of", "salvo", "one"]),
            max_size=12,
        ).map(" ".join),
    )
)
def test_numbers_stand_in_order_inside_the_text(text: str) -> None:
    position = 0
    for number in find_numbers(text):
        assert position <= number.start < number.end <= len(text)
        assert number.low is None or number.high is None or number.low <= number.high
        position = number.end


@given(st.integers(1, 1899), st.sampled_from(["at least", "about", "up to", "more than"]))
def test_printed_counts_are_read_back(value: int, bound: str) -> None:
    (number,) = find_numbers(f"it fired {bound} {value:,} rockets")
    assert value in (number.low, number.high)
