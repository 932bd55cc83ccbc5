"""Sentences as pages about the Middle East print them, a row each: the values of one attribute in the main events."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims_of, events_of, values_of

_MAIN: tuple[tuple[str, str, list[object]], ...] = (
    # what the sirens announced is the news
    ('The IDF said, "Following the sirens that sounded in the Galilee, a missile fired from Yemen was intercepted."', "origin", ["Yemen"]),
    ("A missile from Yemen targeted the town on Tuesday.", "count", [(1, 1)]),
    # what crews report
    ("A tanker 30 nautical miles east of Aden reported on Monday a missile splashing into the sea nearby.", "count", [(1, 1)]),
    ("A freighter has been hit by a missile off the coast of Yemen, maritime chiefs said.", "count", [(1, 1)]),
    ("The crew reported it had been attacked by two missiles, but all were safe.", "count", [(2, 2)]),
    ("The drill saw the firing of 12 coast-to-sea and surface-to-surface missiles on Monday.", "count", [(12, 12)]),
    # where it was struck back, or what stands beside, is no target
    ("Rockets were fired from Lebanon. The IDF said it hit posts in Khiam in response to the rocket fire.", "landing", []),
    ("Rockets were fired from Lebanon. The IDF struck launch sites in Khiam on Tuesday.", "landing", []),
    ("Iran test-fired a missile on Friday in a move that looked set to raise tensions with Washington.", "landing", []),
    ("The Houthis fired a missile at Israel. They want an end to its offensive in the Gaza Strip.", "landing", ["Israel"]),
    ("A missile was fired in the direction of the city of Jizan by the Houthis.", "landing", ["Jizan"]),
    # whose it is
    ("Yemen's Houthi forces fired a missile on Monday.", "actor", ["Houthis"]),
    ("Houthi forces fired a missile at a plant in Saudi Arabia's Red Sea city of Yanbu.", "landing", ["Yanbu"]),
    ("Three Katyusha rockets on Wednesday landed near the U.S. embassy in Baghdad.", "count", [(3, 3)]),
    # what was shown or destroyed was not fired
    ("Iran test-fired a new missile. On Monday it revealed an air-defence missile system, the Bavar-373.", "system", []),
    ("The Houthis fired one missile. The Navy destroyed four systems (UAVs) and one surface-to-air missile.", "weapon", ["missile"]),
)  # fmt: skip

_UNSAID = "Iran launched two missiles on Tuesday, days after a strike killed the leader of Hezbollah, Hassan Nasrallah."

_NO_LAUNCH = (
    "The Guards on Friday launched a missile and drone drill in the south, their website said.",
    "A test of the Arrow 3 missile system set for Monday has been canceled.",
    "Britain launched a review of its missile and drone programme on Monday.",
)


@pytest.mark.parametrize(("text", "attribute", "expected"), _MAIN)
def test_value_in_the_main_events(text: str, attribute: str, expected: list[object]) -> None:
    assert values_of(text, attribute) == expected


@pytest.mark.parametrize("text", _NO_LAUNCH)
def test_no_launch(text: str) -> None:
    assert events_of(text) == ()


def test_a_name_that_ends_a_sentence_does_not_speak() -> None:
    assert [claim.claimant for claim in claims_of(_UNSAID, "count")] == [None]
