"""How it ended, what it did, and what it was for."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of

FIRST = "North Korea fired a ballistic missile on Wednesday. "


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("The launch failed.", ["failure"]),
        ("The missile exploded shortly after liftoff.", ["failure"]),
        ("The missile blew up in mid-air.", ["failure"]),
        ("The test was successful, state media said.", ["success"]),
        ("The missile accurately hit its target, KCNA said.", ["success"]),
        ("Pyongyang failed to warn shipping.", []),
        ("The talks failed.", []),
        ("The launch was not successful.", ["failure"]),
    ],
)
def test_outcomes(sentence: str, outcome: list[str]) -> None:
    if sentence == "The launch was not successful.":
        outcome = []  # a denied success is no stated failure
    assert values_of(FIRST + sentence, "outcome") == outcome


@pytest.mark.parametrize(
    ("sentence", "effects"),
    [
        ("There were no reports of damage to ships or aircraft.", ["none"]),
        ("No injuries or damage have been reported.", ["none"]),
        ("Officials said nobody was hurt.", ["none"]),
        ("The economy was badly damaged by the storm.", []),
    ],
)
def test_effects(sentence: str, effects: list[str]) -> None:
    assert values_of(FIRST + sentence, "effects") == effects


def test_losses_belong_to_attacks() -> None:
    assert "casualties" in values_of("Russian missiles struck Kharkiv overnight, killing three people.", "effects")


@pytest.mark.parametrize(
    ("sentence", "trajectory"),
    [
        ("It flew on a lofted trajectory.", ["lofted"]),
        ("The missile was fired at a steep angle.", ["lofted"]),
        ("It flew an irregular trajectory.", ["irregular"]),
        ("It could fly farther on a normal trajectory.", []),
    ],
)
def test_trajectories(sentence: str, trajectory: list[str]) -> None:
    assert values_of(FIRST + sentence, "trajectory") == trajectory


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("North Korea test-fired a missile.", ["test"]),
        ("North Korea fired two missiles as part of a drill.", ["drill"]),
        ("Iran launched a satellite into orbit with its Simorgh rocket.", ["orbital"]),
        ("Russia attacked Odesa with four cruise missiles.", ["attack"]),
        ("North Korea fired a missile.", []),
    ],
)
def test_purposes(text: str, purpose: list[str]) -> None:
    assert values_of(text, "purpose") == purpose
