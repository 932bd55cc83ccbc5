"""Space launches and strategic tests as the press tells them: what each wording states, and what it does not."""

from __future__ import annotations

import pytest

from tests.claims.reading import events_of, values_of

_NO_LAUNCH = (
    "SpaceX called off the launch of dozens of Starlink satellites on Tuesday to allow more time for checks.",
    "SpaceX called off the Sunday night launch of a Falcon 9 rocket from Cape Canaveral, citing the weather.",
    "SpaceX is now targeting 10:38 p.m. EDT for launch of a Falcon 9 rocket from Launch Complex 40.",
    "Rocket Lab on Monday postponed its Electron launch from New Zealand for a third time due to high winds.",
    "An engine of the Epsilon S rocket exploded during a combustion test in Noshiro on Tuesday.",
    "SpaceX's Starship rocket exploded on its test stand in Texas late Tuesday while preparing for a tenth flight.",
    "That Falcon 9 launch is aiming for Wednesday morning from Vandenberg.",
    "Blue Origin scrubs launch of New Glenn rocket minutes before liftoff.",
)


@pytest.mark.parametrize("text", _NO_LAUNCH)
def test_called_off(text: str) -> None:
    assert events_of(text) == ()


_MAIN: tuple[tuple[str, str, list[object]], ...] = (
    # who comes from a base launched it elsewhere
    (
        "Airmen from the bases in Wyoming and Utah launched a Minuteman III on Tuesday from Vandenberg Space Force Base.",
        "origin",
        ["Vandenberg Space Force Base"],
    ),
    (
        "A Minuteman III was launched from Vandenberg on Tuesday, said a statement from its command at Barksdale Air Force Base.",
        "origin",
        ["Vandenberg Space Force Base"],
    ),
    # how far and which way, and where to
    (
        "A Minuteman III was launched on Tuesday. The missile traveled 4,200 miles southwest of California to Kwajalein Atoll.",
        "landing",
        ["Kwajalein"],
    ),
    # an orbit reached is a success
    (
        "The rocket lifted off at 8:15 a.m. from Jiuquan and sent the Haiyang-5 satellite into the preset orbit.",
        "outcome",
        ["success"],
    ),
    ("A Falcon 9 rocket lifted off on Tuesday, the programme's latest after 96 successful launches.", "outcome", []),
    ("A Trident II was launched on Tuesday. The programme has completed 15 tests of the missile.", "count", [(1, 1)]),
    # what went up where only launchers do
    (
        "The mission lifted off from Kennedy Space Center at 4:13 p.m. EDT on Tuesday.",
        "occurred",
        [("03-17T20:13", "03-17T20:13")],
    ),
    (
        "The four-stage launcher lifted off from Jiuquan Satellite Launch Center on Monday.",
        "origin",
        ["Jiuquan Satellite Launch Center"],
    ),
    (
        "A Falcon 9 lifted off on Tuesday from Cape Canaveral. Liftoff occurred at 11:12 p.m. EDT from the Space Coast.",
        "occurred",
        [("03-18T03:12", "03-18T03:12")],
    ),
    # others' deeds, and those of old
    (
        "Iran launched a Simorgh rocket on Tuesday. It comes as the West has condemned Iran's ballistic missile tests.",
        "weapon",
        ["space_launch"],
    ),
    (
        "Innospace's HANBIT-Nano rocket crashed about 30 seconds after launch from Alcantara on Monday.",
        "outcome",
        ["failure"],
    ),
    ("A B-52H Stratofortress released the AGM-183A ARRW missile on Tuesday off California.", "count", [(1, 1)]),
    (
        "The Royal Navy test-launched a Trident II on Tuesday. It would fly 6,000 km and hit a point in the Atlantic Ocean.",
        "landing",
        [],
    ),
    # parts, makers, plans
    (
        "New Glenn lifted off on Tuesday. The booster of the rocket failed to make its landing on a barge.",
        "outcome",
        [],
    ),
    ("A Vulcan rocket lifted off on Tuesday, powered by a Russian-built engine and two solid boosters.", "actor", []),
    (
        "An Atlas V lifted off on Tuesday. Its solid rocket motors were jettisoned about two minutes into flight.",
        "flight_time",
        [],
    ),
    (
        "An H3 rocket lifted off on Tuesday to deliver a satellite to an altitude of about 36,000 kilometers.",
        "apogee",
        [],
    ),
    (
        "A Soyuz-2.1a lifted off at 10:20 a.m. Moscow time on Tuesday and the ship will part from it at 10:29 a.m. Moscow time.",
        "occurred",
        [("03-17T07:20", "03-17T07:20")],
    ),
    (
        "A Falcon 9 lifted off on Tuesday. B1071 landed on the drone ship, which stood in the Atlantic Ocean.",
        "landing",
        [],
    ),
    (
        "A Trident II was launched on Tuesday from a submerged submarine and impacted within an area of the Atlantic Ocean.",
        "landing",
        ["Atlantic Ocean"],
    ),
    (
        "The Spectrum rocket, designed to place 1,000 kilograms into orbit, lifted off from Andøya Spaceport on Tuesday.",
        "origin",
        ["Andøya Spaceport"],
    ),
    ("The Falcon 9 rocket lifted off on Tuesday to put 20 satellites into orbit.", "outcome", []),
)


@pytest.mark.parametrize(("text", "attribute", "values"), _MAIN)
def test_values(text: str, attribute: str, values: list[object]) -> None:
    assert values_of(text, attribute) == values
