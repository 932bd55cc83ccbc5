"""Which words of a text are expressions of time, how far they reach, and what they hold."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.dates.counting import only
from watchfloor.dates import find_times


@pytest.mark.parametrize(
    "expression",
    [
        "On April 9, 2021 at 11:08 p.m.",
        "at about 6:05 a.m. (2105 GMT) on Sunday",
        "around 6:05 a.m. and 6:31 a.m. on June 3, 2023",
        "between 6:05 and 6:31 a.m.",
        "from 6:05 a.m. to 6:31 a.m.",
        "6:05am and 6:31am, respectively",
        "at 6:05, 6:18 and 6:31 a.m.",
        "2105 GMT",
        "2105Z",
        "21:05 UTC",
        "6.05am",
        "0605 hours",
        "6 a.m. Seoul time",
        "6:05 a.m. Monday JST",
        "6 a.m. Eastern on Monday",
        "at 6 o'clock on Monday morning",
        "early Monday",
        "late on Monday night",
        "Monday morning",
        "the early hours of Monday",
        "shortly before midnight on Monday",
        "Monday (KST)",
        "overnight into Monday",
        "Sunday night into Monday morning",
        "from 11 p.m. Sunday to 1 a.m. Monday",
        "6:05 a.m. Monday (2105 GMT Sunday)",
        "6:05 a.m. and 6:31 a.m. (2105 and 2131 GMT) on Monday",
        "Monday, June 3",
        "on the 3rd",
        "3 June",
        "3rd of June, 2023",
        "Jun. 3",
        "June 2023",
        "in early June",
        "late last year",
        "the summer of 2022",
        "June 3 last year",
        "June 3-5, 2023",
        "between June 3 and July 9",
        "2023-06-03",
        "2023-06-03T06:05:00+09:00",
        "23/06/2023",
        "3.6.2023",
        "three weeks ago",
        "Monday last week",
        "over the weekend",
        "yesterday evening",
        "last night at 10:15 p.m.",
        "6:05am-6:31am",
        "0605-0631 KST",
        "at 6:05 on the morning of the 3rd",
        "the night between Sunday and Monday",
        "2105 GMT Sunday/6:05 a.m. Monday KST",
        "Sat, 03 Jun 2023 06:05:10 +0900",
    ],
)
def test_an_expression_is_found_whole(expression: str) -> None:
    text = f"It flew east {expression} and was seen."
    found = only(text)
    assert text[found.start : found.end] == expression


@pytest.mark.parametrize(
    "text",
    [
        "the 57th consultative meeting and the 2nd Fleet",
        "on the 70th anniversary of the party",
        "soldiers march on and may 5 of them rest",
        "Long March rockets stood there",
        "Theresa May spoke of the March of Progress",
        "Choe Sun Hui wrote to The Sun and to Mon Repos",
        "the Sunday Times and the Friday Post reported",
        "USA Today and Russia Today reported",
        "won 3:2 and lost 1:4",
        "Feb. 30 and 31 November 2023",
        "25:10 p.m. or 13:75",
        "the KN-23 and the Su-2010 and 28,500 troops",
        "2,023 rounds in Room 2023",
        "early warning radars of the late leader",
        "the spring of the trap and the fall of the regime",
        "the Eastern Fleet and local officials",
        "it cost 2023 dollars",
        "",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert [text[e.start : e.end] for e in find_times(text)] == []


@pytest.mark.parametrize(
    ("text", "has_day", "has_clock", "is_span"),
    [
        ("on Monday", True, False, False),
        ("at 6:05 a.m.", False, True, False),
        ("at 6:05 a.m. on Monday", True, True, False),
        ("in the morning", False, False, False),
        ("in recent weeks", False, False, True),
        ("this year", False, False, True),
        ("since 2011", False, False, True),
        ("since Monday", False, False, True),
        ("in 2011", True, False, False),
        ("last month", True, False, False),
        ("two days after", False, False, False),
        ("the previous day", False, False, False),
    ],
)
def test_what_an_expression_holds(text: str, has_day: bool, has_clock: bool, is_span: bool) -> None:
    found = only(f"it was seen {text}.")
    assert (found.has_day, found.has_clock, found.is_span) == (has_day, has_clock, is_span)


def test_a_day_since_which_something_was_told_is_a_day() -> None:
    assert only("the first since Jan. 4, when it fired two").has_day
    assert only("the first since Jan. 4.").is_span


def test_a_time_counted_from_another_event_says_so() -> None:
    assert only("three days after the parade").relative_to == "three days after"
    assert only("it came a day later").relative_to == "a day later"
    assert only("three days ago").relative_to is None


@pytest.mark.parametrize("text", ["Published June 3, 2023", "Updated: 3 June 2023 at 9:40 GMT", "POSTED ON 2023-06-03"])
def test_the_date_of_a_page_is_told_from_the_date_of_an_event(text: str) -> None:
    assert only(text).is_publication
    assert not only("fired on June 3, 2023").is_publication


@pytest.mark.parametrize(
    "text", ["next Monday", "tomorrow", "the talks scheduled for Monday", "they will meet on Monday"]
)
def test_times_ahead_are_marked(text: str) -> None:
    assert only(text).is_future


def test_two_days_joined_by_and_stay_two() -> None:
    assert len(find_times("on Monday and Wednesday")) == 2
    assert len(find_times("on Jan. 5 and Jan. 11")) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("in April and July last year", [(None, -1), (None, -1)]),
        ("in April and July 2023", [(2023, 0), (2023, 0)]),
        ("on Jan. 5 and again on Jan. 11, 2022", [(2022, 0), (2022, 0)]),
        ("in December and January 2023", [(None, 0), (2023, 0)]),  # not the same year's
        ("in March 2023 and April", [(2023, 0), (None, 0)]),
    ],
)
def test_joined_dates_share_the_year_behind_the_last(text: str, told: list[tuple[int | None, int]]) -> None:
    days = [expression.day for expression in find_times(text)]
    assert [(day.year, day.offset) for day in days if day is not None] == told
    assert len(find_times("at 6:05 a.m.; the second came at 6:31 a.m.")) == 2


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("6 a.m. KST", "KST"),
        ("6 a.m. local time", "local time"),
        ("6 a.m. (Japan Standard Time)", "Japan Standard Time"),
        ("6 a.m. on Friday, Moscow time", "Moscow time"),
        ("09:00 UTC+3", "UTC+3"),
    ],
)
def test_zones_are_kept_as_printed(text: str, zone: str) -> None:
    assert only(text).zone == zone


_VOCABULARY = """On at 7 12:37 p.m. a.m. and to ( ) , - – Friday Nov. May March 2025 early late overnight (0335 GMT) KST
until between yesterday ago two days weeks week after noon midnight 31 5th the of last next İ Z 2025-11-07 07/11/2025
morning spring since"""
_WORDS = st.lists(st.sampled_from(_VOCABULARY.split()), max_size=14).map(" ".join)


@given(st.one_of(st.text(max_size=80), _WORDS))
@example("0000-01-01 DAY AFTER")
def test_expressions_stand_in_order_inside_the_text(text: str) -> None:
    position = 0
    for expression in find_times(text):
        assert position <= expression.start < expression.end <= len(text)
        position = expression.end
