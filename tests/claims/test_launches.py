"""Launch or no launch: each row is a member of a family of wordings."""

from __future__ import annotations

import pytest

from tests.claims.reading import events_of

LAUNCHES = [
    "North Korea fired a ballistic missile toward the East Sea.",
    "North Korea launches short-range missile into sea",
    "Pyongyang has lobbed two cruise missiles off its west coast.",
    "The North unleashed a barrage of ten rockets before dawn.",
    "Iran test-fired a new surface-to-surface missile on Tuesday.",
    "Iran conducted a test of a medium-range ballistic missile.",
    "India carried out a successful test launch of an Agni-Prime missile.",
    "The launch of two short-range missiles by North Korea was detected at dawn.",
    "Two ballistic missiles were fired by North Korea on Wednesday.",
    "A missile launched from Yemen set off sirens in Eilat.",
    "A Soyuz rocket lifted off from Plesetsk with a military satellite.",
    "The Electron rocket blasted off from Mahia on Wednesday.",
    "North Korea appears to have fired a ballistic missile, Japan's coast guard said.",
    "Pakistan's military said it had tested a cruise missile.",
    "Russia attacked Ukraine overnight with 70 drones and 12 cruise missiles.",
    "Hezbollah hit the town of Safed with a salvo of 30 rockets.",
    "North Korea attempted to launch a spy satellite, but the rocket exploded.",
    "A pair of rockets was fired from Gaza toward Ashkelon.",
    "North Korea's missile launch on Wednesday drew protests. The North fired one ballistic missile.",
    "South Korean forces shot off four surface-to-surface missiles in response.",
    "N. Korea test-launches ICBM: JCS",
]

NOT_LAUNCHES = [
    "North Korea plans to launch a satellite next month.",
    "Pyongyang threatened to fire missiles at Guam.",
    "The Hwasong-17 is capable of reaching the whole of the United States.",
    "North Korea paraded a dozen intercontinental ballistic missiles through the capital.",
    "North Korea tested a high-thrust solid-fuel engine at Sohae.",
    "Seoul denied that the North had fired a missile on Tuesday.",
    "If Iran fires ballistic missiles, Israel will respond, the minister said.",
    "The police launched an investigation into the missing money.",
    "The company launched a new website for hobby rocket fans.",
    "The ministry launched a campaign against drunk driving.",
    "North Korea fired some 200 artillery shells into the buffer zone.",
    "The fire department tested its new alarm system.",
    "The launch of the rocket was postponed because of strong winds.",
    "NASA scrubbed the launch of its Moon rocket for the second time.",
    "Troops staged a drill without launching any missile.",
    "The treaty bans Iran from testing ballistic missiles.",
    "The launch site at Semnan was damaged in the storm.",
    "Ukraine shot down a Russian fighter aircraft near Pokrovsk.",
    "Kim Jong Un visited a factory that makes missile launchers.",
    "The Navy will test-fire a missile in the Bay of Bengal next week.",
    "Japan ordered its forces to be ready to shoot down any missile.",
    "The coach was fired on Wednesday after the Rockets lost again.",
    "North Korea conducted its sixth nuclear test.",
    "The two sides discussed how to deter missile launches.",
    "South Korea fired warning shots at a patrol boat.",
]


@pytest.mark.parametrize("text", LAUNCHES)
def test_a_launch_is_an_event(text: str) -> None:
    assert [event.kind for event in events_of(text) if not event.background] == ["launch"]


@pytest.mark.parametrize("text", NOT_LAUNCHES)
def test_what_was_not_launched_is_no_event(text: str) -> None:
    assert events_of(text) == ()
