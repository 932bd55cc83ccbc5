"""Wordings of pages about the tests of both Koreas, China, India and Pakistan, as outlets abroad tell them."""

from __future__ import annotations

import pytest

from tests.claims.reading import background_values_of, events_of, values_of

_TODAY = "North Korea fired a missile on Wednesday. "

_VALUES: tuple[tuple[str, str, list[object]], ...] = (
    # both ends of an interval in two zones
    (
        "The North fired two missiles at about 3:21 p.m. (0621 GMT) and 3:44 p.m. local time (0644 GMT).",
        "occurred",
        [("03-18T06:21", "03-18T06:44")],
    ),
    (
        "The North fired two missiles between 4:05 p.m. (0705 GMT) and 4:31 p.m. (0731 GMT) local time.",
        "occurred",
        [("03-18T07:05", "03-18T07:31")],
    ),
    # what a type can do does not make its test a plan
    (
        "Kim Jong Un supervised the test launch of a new type of anti-ship missiles that can hit warships.",
        "weapon",
        ["anti_ship"],
    ),
    # whose zone "its" is
    ("Japan says Chinese missiles landed within its exclusive economic zone.", "eez", ["inside_japan"]),
    ("Two missiles are believed to have fallen outside Japan's exclusive economic zone.", "eez", ["outside_japan"]),
    # a doubt is no claim
    (_TODAY + "It did not specify if the missile is a ballistic missile.", "weapon", ["missile"]),
    (_TODAY + "The main part of the missile landed about 40 km from Kusong airfield.", "origin", []),
    (_TODAY + "The navy will keep a ship loaded with a new type of anti-aircraft missiles.", "weapon", ["missile"]),
    # a range, its island and the sea around it
    (
        "India fired an Agni-II from Launch Pad 4 of the Integrated Test Range (ITR) at Abdul Kalam Island in the Bay of Bengal.",
        "landing",
        [],
    ),
    # the maker before the weapon
    (
        "India test-fired the Defence Research and Development Organisation (DRDO) developed indigenous cruise missile.",
        "weapon",
        ["cruise_missile"],
    ),
    ("Pakistan tested an extended-range guided Multi-Launch Rocket System.", "weapon", ["artillery_rocket"]),
    ("The Abdali test on Monday was described by Indian officials as a provocation.", "actor", []),
    # warning nobody denies nothing
    (
        "North Korea fired a missile without warning over Japan on Tuesday.",
        "occurred",
        [("03-16T15:00", "03-17T15:00")],
    ),
    (
        _TODAY
        + "Experts set it between the KN-23 (690 km range) and a missile that was capable of hitting a target 1,300 km away.",
        "distance",
        [],
    ),
    (_TODAY + "It flew east, rather than on a southward path towards Guam.", "heading", ["east"]),
    # history of a type, and of many launches
    (_TODAY + "It was likely a Hwasong-12 last tested in January.", "occurred", [("03-17T15:00", "03-18T15:00")]),
    (
        "The North fired a missile on Wednesday, its first test since it made a record number of launches in January.",
        "occurred",
        [("03-17T15:00", "03-18T15:00")],
    ),
    (_TODAY + "The country, which has carried out dozens of missile tests since 2024, is isolated.", "count", [(1, 1)]),
    (_TODAY + 'Kim said it was in the "final stage" of test-firing an ICBM.', "weapon", ["missile"]),
    (
        "India tested an Agni III. It had already test-fired the Agni I and Agni II earlier this year.",
        "system",
        ["Agni-III"],
    ),
    (
        "Pakistan tested a Fatah missile. Earlier, Pakistan conducted a training launch of the Abdali.",
        "system",
        ["Fatah"],
    ),
)


@pytest.mark.parametrize(("text", "attribute", "expected"), _VALUES)
def test_main_event(text: str, attribute: str, expected: list[object]) -> None:
    assert values_of(text, attribute) == expected


def test_a_weekday_never_lies_ahead_of_the_launch_told() -> None:
    text = _TODAY + "It also fired two missiles on Friday."
    assert background_values_of(text, "occurred") == [("03-12T15:00", "03-13T15:00")]


def test_what_was_claimed_at_the_time_is_history() -> None:
    text = (
        _TODAY + "In January last year it fired two cruise missiles. It said at the time that they flew 7,400 seconds."
    )
    assert values_of(text, "flight_time") == []


def test_a_flurry_of_tests_is_no_launch() -> None:
    assert events_of("North Korea has carried out a flurry of missile tests in recent weeks.") == ()


def test_an_alias_of_what_is_denied_is_denied() -> None:
    (event,) = events_of(_TODAY + "The U.S. military said it was not an intercontinental ballistic missile, or ICBM.")
    assert not any(claim.polarity for claim in event.claims if claim.value == "icbm")


def test_a_coast_guard_is_no_coast() -> None:
    (event,) = events_of("North Korea fired a missile on Monday, the Japanese Coast Guard reported.")
    assert {claim.claimant.name for claim in event.claims if claim.claimant is not None} == {"Japan Coast Guard"}
