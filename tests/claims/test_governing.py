"""Which of two launches of one sentence its figures, places and times belong to."""

from __future__ import annotations

import pytest

from tests.claims.reading import background_values_of, events_of, values_of

_TODAY = "North Korea fired a missile on Wednesday. "


@pytest.mark.parametrize(
    "text",
    [
        "The launch came two weeks after Pyongyang fired three missiles, a Rodong and a Scud, into the East Sea from Hwangju on March 3.",
        "The test followed a day in which it fired three missiles and two rockets from Hwangju on March 3.",
    ],
)
def test_nouns_joined_by_and_end_no_clause(text: str) -> None:
    assert background_values_of(_TODAY + text, "origin") == ["Hwangju"]
    assert values_of(_TODAY + text, "origin") == []


def test_a_hedge_between_launch_and_time_takes_no_time() -> None:
    text = "North Korea fired two missiles, presumed to be short-range, from Wonsan at around 7:42 a.m."
    assert values_of(text, "occurred") == [("03-17T22:42", "03-17T22:42")]


@pytest.mark.parametrize(
    ("text", "purposes"),
    [
        ("South Korea and the U.S. ended a joint naval drill. The four-day drill involved nine ships.", []),
        ("The drill was held over the Yellow Sea, KCNA said.", ["drill"]),
    ],
)
def test_a_drill_of_the_neighbours_is_not_the_launch_s(text: str, purposes: list[object]) -> None:
    assert values_of(_TODAY + text, "purpose") == purposes


def test_the_name_of_a_space_center_states_no_orbit() -> None:
    assert values_of("Japan launched a missile from the Tanegashima Space Center.", "purpose") == []


@pytest.mark.parametrize(
    "text",
    [
        "Later in the day, the JCS said that North Korea fired two short-range ballistic missiles on Wednesday.",
        "Hours later, Yonhap reported that the North fired two missiles.",
    ],
)
def test_a_later_word_of_a_launch_is_no_later_launch(text: str) -> None:
    assert len(events_of("Seoul said that North Korea fired a ballistic missile. " + text)) == 1


def test_the_total_of_an_attack_is_its_count() -> None:
    text = "Russia had launched in total five ballistic missiles overnight, the Ukraine air force said."
    assert values_of(text, "count") == [(5, 5)]
    assert values_of("North Korea has launched in total 25 missiles so far this year.", "count") == []


def test_the_day_behind_an_inverted_speaker() -> None:
    text = "Russia fired six cruise missiles at Ukraine during the attack, said the Ukrainian Air Force on Tuesday."
    assert values_of(text, "occurred") == [("03-16T22:00", "03-17T22:00")]


def test_what_a_test_launch_was_for() -> None:
    text = "The Air Force held a test launch for an unarmed Minuteman III intercontinental ballistic missile."
    assert values_of(text, "system") == ["Minuteman III"]


def test_who_was_behind_an_attack_launched_it() -> None:
    text = "The army said it intercepted a missile fired from Yemen. The Houthi group said that it was behind a fresh attack."
    assert values_of(text, "actor") == ["Houthis"]


def test_a_dateline_with_its_country_dates_no_launch() -> None:
    text = (
        "Bhubaneswar (Odisha) [India], March 18 (ANI): The DRDO tested an Agni-Prime missile around 8 pm on Tuesday.\n"
        "The test met all objectives."
    )
    assert values_of(text, "occurred") == [("03-17T14:30", "03-17T14:30")]


def test_a_launch_recalled_by_its_day_alone_is_todays() -> None:
    text = (
        "The minister spoke to reporters following North Korea's latest missile launch on Wednesday.\n\n"
        "North Korea fired a ballistic missile on Wednesday, the JCS said."
    )
    assert [event.background for event in events_of(text)] == [False]
