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
        ("The second may have failed and fallen inland, Seoul said.", ["failure"]),
        ("The mission could not be accomplished, the agency said.", ["failure"]),
        ("It was the third launch after an earlier test failed.", []),
        ("Fragments fell after an interceptor failed to destroy it.", []),
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
        ("No vessels reported harm.", ["none"]),
        ("It fell into the sea and no ship was damaged, the command said.", ["none"]),
        ("It struck an open area, causing neither injuries nor damage.", ["none"]),
        ("The economy was badly damaged by the storm.", []),
    ],
)
def test_effects(sentence: str, effects: list[str]) -> None:
    assert values_of(FIRST + sentence, "effects") == effects


def test_losses_belong_to_attacks() -> None:
    assert "casualties" in values_of("Russian missiles struck Kharkiv overnight, killing three people.", "effects")


@pytest.mark.parametrize(
    ("sentence", "effects"),
    [
        ("There were no injuries, medics said.", ["none"]),
        ("There were no injuries apart from a woman, 54, hurt while running to a shelter.", ["casualties"]),
        ("No casualties were reported, other than a driver wounded by glass.", ["casualties"]),
        ("There were no injuries, and no damage except for a damaged roof.", ["damage"]),
    ],
)
def test_a_loss_excepted_from_none_is_a_loss(sentence: str, effects: list[str]) -> None:
    assert values_of(f"The Houthis fired a missile at Eilat on Wednesday. {sentence}", "effects") == effects


@pytest.mark.parametrize(
    ("sentence", "trajectory"),
    [
        ("It flew on a lofted trajectory.", ["lofted"]),
        ("The missile was fired at a steep angle.", ["lofted"]),
        ("It flew an irregular trajectory.", ["irregular"]),
        ("It could fly farther on a normal trajectory.", []),
        ("It may have flown on an irregular trajectory, the ministry said.", ["irregular"]),
        ("It flew abnormally, the military said.", ["irregular"]),
        ("Both had possibly flown irregular paths, the ministry said.", ["irregular"]),
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


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("A Vega-C carrying two satellites was lost after liftoff from Kourou on Wednesday.", ["failure"]),
        ("Japan's Kairos rocket lifted off on Wednesday but did not reach the planned orbit.", ["failure"]),
        ("Iran's launch of the Zafar satellite on Wednesday failed to put it in orbit.", ["failure"]),
        ("China put a group of satellites in orbit on Wednesday.", []),
    ],
)
def test_flights_to_orbit(text: str, outcome: list[str]) -> None:
    assert values_of(text, "outcome") == outcome


@pytest.mark.parametrize(
    ("sentence", "speed"),
    [
        ("It flew at a top speed of Mach 10.", [(3403.0, 3403.0)]),
        ("Hypersonic missiles travel at more than five times the speed of sound.", []),
        ("Its top speed is Mach 3.", []),
    ],
)
def test_speeds_of_a_flight_and_of_a_type(sentence: str, speed: list[tuple[float, float]]) -> None:
    assert values_of(FIRST + sentence, "speed") == speed


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        # losses stand with what did them, also where nobody calls it an attack
        ("A rocket fired from Gaza hit a home in Mishmeret on Wednesday, injuring seven people.", {"casualties"}),
        (
            "A missile from the S-300 air defense system hit a house in Kharkiv on Wednesday, killing one.",
            {"casualties"},
        ),
        (
            "Iran attacked Erbil with a dozen missiles on Wednesday. Only one civilian was hurt and no one killed.",
            {"casualties"},
        ),
        (
            "Ukraine fired six ATACMS at Bryansk on Wednesday. Moscow said five were shot down and one was damaged.",
            set(),
        ),
        ("Three rockets hit a base in Iraq on Wednesday. What damage they did was being looked into.", set()),
        (
            "Russia hit Kyiv with 70 missiles on Wednesday. Its attack with missiles and drones killed nine.",
            {"casualties"},
        ),
        ("India test-fired a missile on Wednesday. A villager was killed in a separate accident.", set()),
    ],
)
def test_losses(text: str, effects: set[str]) -> None:
    assert set(values_of(text, "effects")) == effects


def test_one_of_two_that_exploded() -> None:
    text = "The North fired two Rodong missiles on Wednesday, but one appeared to have exploded on take-off."
    assert values_of(text, "outcome") == ["failure"]
