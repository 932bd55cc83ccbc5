"""Rocket artillery: launchers named by calibre state a class, and their rounds are counted."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of


@pytest.mark.parametrize(
    ("text", "weapon", "count"),
    [
        ("North Korea conducted a firing test of the 600mm MRLS.", ["artillery_rocket"], []),
        ("North Korea fired about 10 rounds of 240mm MRL toward the Yellow Sea.", ["artillery_rocket"], [(10, 10)]),
        ("North Korea test-fired the upgraded 240-mm multiple rocket launcher system.", ["artillery_rocket"], []),
        ("The North fired two rounds of 122mm rockets.", ["artillery_rocket"], [(2, 2)]),
        ("North Korea fired 100 artillery shells into the sea.", [], []),
    ],
)
def test_a_launcher_states_a_class(text: str, weapon: list[object], count: list[object]) -> None:
    assert values_of(text, "weapon") == weapon
    assert values_of(text, "count") == count


@pytest.mark.parametrize(
    "text",
    [
        "North Korea's launch of a new 5,000-ton destroyer in Chongjin failed on Tuesday.",
        "India celebrated the launch of its third nuclear-powered submarine.",
        "The launch of an investigation into the missile failure was announced.",
    ],
)
def test_what_else_is_launched_is_no_missile(text: str) -> None:
    assert values_of(text + " Two cruise missiles were fired on Wednesday.", "outcome") == []
    assert values_of(text, "count") == []


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("They flew 620 km northeast before falling into the sea.", ["northeast"]),
        ("It flew about 300 miles due east.", ["east"]),
        ("They flew about 620 kilometers west of Wonsan.", []),
    ],
)
def test_a_compass_word_behind_the_distance(text: str, heading: list[object]) -> None:
    assert values_of("North Korea fired two missiles on Tuesday. " + text, "heading") == heading
