"""Pages that speak of rockets and missiles and tell of no launch: each must give no event."""

from __future__ import annotations

import pytest

from tests.claims.reading import events_of

_PAGES = (
    # sport, shares, toys and ceremonies
    "The Rockets launched 38 three-pointers in overtime and fired past the Mavericks on Tuesday.",
    "Rocket Companies fired 200 people on Monday after its shares fell.",
    "A model rocket launched by pupils in Ohio on Saturday set a record.",
    "Protesters fired flares and bottle rockets at the police in Lyon on Thursday.",
    "The ruling party launched its campaign on Monday with a salvo of attacks.",
    # planned, scrubbed, ruled out, feared
    "The DRDO has issued a NOTAM for a missile test over the Bay of Bengal on March 24-26.",
    "It was ruled out that the quake was caused by an explosion or a missile launch.",
    "Jets were scrambled after a Russian missile strike on Lviv was feared; there were only drones.",
    "The launch of the Falcon 9 rocket was scrubbed on Thursday because of high winds.",
    "The test launch of the Minuteman III was postponed again, the Pentagon said on Friday.",
    "Cosmonauts launched five nanosatellites by hand during a spacewalk on Friday.",
    "Tourists mistook the meteor for a missile fired from a warship.",
    # of old
    "The telescope, which was launched in 2021, took pictures of a galaxy on Monday.",
    "A film about the Hwasong-15 and how it was launched in 2017 will be shown in Seoul on Friday.",
    "An unexploded wartime missile injured two farmers on Monday, police said.",
    "Fireworks rockets hit a balcony in Berlin on New Year's Eve and set it ablaze.",
    "SpaceX's Starship for Flight 10 exploded on a test stand in Texas on Wednesday as it was loaded with fuel.",
    # on the ground
    "Blue Origin's 98-metre rocket fired its seven BE-4 engines for 24 seconds on Tuesday.",
    "NASA's engine fired for 550 seconds in a hot-fire test on Tuesday. It will power the SLS rocket.",
    # what a thing is for, what it has been through
    "The system fires Tamir interceptors, of which 4,000 have been made.",
    "The K-4 missile, which has been tested several times, will arm the submarine.",
    "The launcher fires six missiles within a minute, its maker says.",
    "The plan to field a hypersonic missile by the end of the month hit another speed bump on Monday.",
    "Iskander missiles, the ones deployed in Kaliningrad, fly too low for the Arrow, said the analyst on Monday.",
    # sold, shown, sanctioned
    "Ukraine has used the rockets to strike command posts far behind the front line.",
    "Poland signed a deal on Tuesday for 486 launchers and their missiles.",
    "Iran unveiled a hypersonic missile on Tuesday that flies 1,400 km, state television said.",
    "The Treasury imposed sanctions on firms behind Iran's ballistic missile programme on Wednesday.",
    "The Security Council met on Monday to discuss North Korea's missile launches.",
    # aircraft and shells
    "Russia shot down a fighter jet and 14 drones over Crimea overnight.",
    "The army fired 290 shells near the islands in a live-fire drill with howitzers on Wednesday.",
    "North Korea launched 90 balloons with rubbish toward the South overnight, the JCS said.",
    "Israel hit rocket launchers of Hezbollah in air strikes on Monday and killed three people.",
)


@pytest.mark.parametrize("text", _PAGES)
def test_no_launch(text: str) -> None:
    assert events_of(text) == ()
