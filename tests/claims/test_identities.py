"""What the launched weapon was: said of it, apposed to it, or only named beside it."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of

_FIRED = "North Korea fired a ballistic missile on Wednesday. "


@pytest.mark.parametrize(
    ("text", "systems"),
    [
        # said of it in a later sentence
        (_FIRED + "Seoul assessed the projectile as the KN-25.", ["KN-25"]),
        (_FIRED + "Experts quickly surmised the missile was the North's rail-mobile Hwasong-19.", ["Hwasong-19"]),
        (_FIRED + "Analysts said it was probably a KN-24.", ["KN-24"]),
        (_FIRED + "The Hwasong-16B flew 1,000 kilometers.", ["Hwasong-16B"]),
        (_FIRED + "State media introduced the Hwasong-16B after the test.", ["Hwasong-16B"]),
        # two names of one system
        (_FIRED + "The KN-15, also known as Pukguksong-2, flew 500 kilometers.", ["Pukguksong-2"]),
        (_FIRED + "The military called it a KN-23. The Hwasong-11A flew 600 kilometers.", ["KN-23"]),
        # named beside it
        (_FIRED + "It was a KN-23, the North's analogue to Russia's Iskander.", ["KN-23"]),
        (_FIRED + "It resembles Russia's 9K720 Iskander system (NATO reporting name: SS-26 Stone).", []),
        (_FIRED + "The KN-23 is carried by trucks; the Hwasong-15 has a longer range.", []),
        (_FIRED + "Iron Dome fired at what turned out to be birds.", []),
        (_FIRED + "The Rodong is a scaled-up Scud variant.", []),
        (_FIRED + "It weighs half as much as the Agni-III.", []),
        (_FIRED + "The missiles were Iskander-Ms.", ["Iskander-M"]),
        ("A rocket was lost on Wednesday. The Electron rocket left Launch Complex 1 at 6.55pm.", ["Electron"]),
        (_FIRED + "It called this a response to Seoul's use of ATACMS and British Storm Shadow missiles.", []),
        (_FIRED + "It could not say whether they were KN-23s.", []),
        (
            _FIRED + "Experts named the Hwasong-11Ma, shown at a parade on Oct. 10 along with the Hwasong-20 ICBM.",
            ["Hwasong-11Ma"],
        ),
        (
            'North Korea fired a "super-large" multiple rocket launcher on Wednesday.',
            ["super-large multiple rocket launcher"],
        ),
        (
            "China on Wednesday launched a Long March 2D from Jiuquan, the 500th flight of the Long March series.",
            ["Long March 2D"],
        ),
        ("Iran put its Noor-4 satellite into orbit on Wednesday.", []),
        ("The PSLV-C77 lifted off from Sriharikota on Wednesday with a weather satellite.", ["PSLV"]),
    ],
)
def test_systems(text: str, systems: list[str]) -> None:
    assert list(dict.fromkeys(values_of(text, "system"))) == systems


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("India on Wednesday test-fired the Agni-P missile off Odisha.", [(1.0, 1.0)]),
        ("Russia carried out a test launch of the Sarmat on Wednesday.", [(1.0, 1.0)]),
        ("Iran launched its Emad missiles on Wednesday.", []),
    ],
)
def test_one_of_a_named_system_counts(text: str, count: list[tuple[float, float | None]]) -> None:
    assert values_of(text, "count") == count


@pytest.mark.parametrize(
    ("text", "system"),
    [
        (
            "A Long March-7 Y9 carrier rocket, carrying a cargo craft, blasted off from Wenchang on Wednesday.",
            "Long March 7",
        ),
        ("The PSLV-C78 rocket carrying two satellites lifted off from Sriharikota on Wednesday.", "PSLV"),
        ("A Soyuz-2.1a rocket carrying the Progress MS-39 cargo ship lifted off on Wednesday.", "Soyuz-2.1a"),
        ("Rocket Lab's Electron lifted off on Wednesday with seven satellites.", "Electron"),
        ("Four astronauts blasted off aboard a Falcon 9 on Wednesday.", "Falcon 9"),
        ("A Chinese rocket, the Ceres-1 Y19, launched four satellites on Wednesday.", "Ceres-1"),
        ("A Falcon 9 topped with 23 satellites lifted off on Wednesday.", "Falcon 9"),
    ],
)
def test_a_launcher_counts_once_whatever_it_carries(text: str, system: str) -> None:
    assert (values_of(text, "system"), values_of(text, "count")) == ([system], [(1.0, 1.0)])
