"""Space launches and strategic tests as the press tells them: what each wording states, and what it does not."""

from __future__ import annotations

import pytest

from tests.claims.reading import events_of, values_of

_NO_LAUNCH = (
    "SpaceX called off the launch of dozens of Starlink satellites on Tuesday to allow more time for checks.",
    "SpaceX called off the Sunday night launch of a Falcon 9 rocket from Cape Canaveral, citing the weather.",
    "SpaceX is now targeting 10:38 p.m. EDT for launch of a Falcon 9 rocket from Launch Complex 40.",
    "Rocket Lab on Monday postponed its Electron launch from New Zealand for a third time due to high winds.",
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
    ("The Falcon 9 rocket lifted off on Tuesday to put 20 satellites into orbit.", "outcome", []),
)


@pytest.mark.parametrize(("text", "attribute", "values"), _MAIN)
def test_values(text: str, attribute: str, values: list[object]) -> None:
    assert values_of(text, attribute) == values
