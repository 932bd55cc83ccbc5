"""Who launched: the actor each wording names, or none."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("North Korean forces fired a missile from Sunan.", ["PRK"]),
        ("The DPRK launched a ballistic missile on Wednesday.", ["PRK"]),
        ("A missile was launched by Pakistan on Wednesday.", ["PAK"]),
        ("Seoul says Pyongyang fired three missiles.", ["PRK"]),
        ("The Houthis launched two missiles at a tanker in the Red Sea.", ["Houthis"]),
        ("Hamas fired a barrage of rockets at Tel Aviv.", ["Hamas"]),
        ("Moscow's forces fired six Iskander missiles at Kharkiv.", ["RUS"]),
        ("Two missiles were fired from Wonsan.", []),
        ("An Iranian missile was fired from Semnan on Wednesday.", ["IRN"]),
        # whose the weapon is
        ("A US Air Force Minuteman III was test-launched from Vandenberg on Wednesday.", ["USA"]),
        ("Some 70 Hezbollah rockets were fired at Haifa on Tuesday.", ["Hezbollah"]),
        ("An unarmed missile of the U.S. Air Force was test-launched on Tuesday.", ["USA"]),
        ("Two missiles were fired at a tanker by the Iran-aligned Houthi rebels.", ["Houthis"]),
        ("Kim Jong-un's military launched several cruise missiles on Wednesday.", ["PRK"]),
        # the soil it left, where nobody else fires from there
        ("A ballistic missile was launched from North Korea at 8:03 a.m.", ["PRK"]),
        ("A missile was launched from Lebanon at 8:03 a.m.", []),
        ("An anti-ship missile was launched from Houthi-controlled areas of Yemen.", ["Houthis"]),
        ("Two Trident missiles were test-launched from the USS Louisiana on Tuesday.", ["USA"]),
        ("Pakistan's Army Strategic Forces Command launched an Abdali missile.", ["PAK"]),
        ("The enemy attacked Sumy with four Kh-31P missiles, the Ukrainian Air Force reported.", ["RUS"]),
        # who tells of it, or attacks in the clause above
        ("Hezbollah said Fadi-2 rockets were fired at a base near Acre.", ["Hezbollah"]),
        ("North Korea announced that a hypersonic missile had been test-fired.", ["PRK"]),
        # whose leader looked on
        ("Kim Jong Un oversaw a test of strategic cruise missiles on Tuesday.", ["PRK"]),
        ("The launch of a Hwasong-18 missile was attended by Kim Jong Un.", ["PRK"]),
        # whose media tell of nobody else's
        ("North Korean media reported that four Hwasal-2 missiles had been launched.", ["PRK"]),
        ("KCNA reported that four Hwasal-2 missiles had been launched.", []),
        # named elsewhere in the report
        ("North Korean missile drill alarms islanders\n\nTwo missiles were fired from Wonsan on Tuesday.", ["PRK"]),
        ("The H3 rocket left the pad at Tanegashima on Tuesday, the Japan Aerospace Exploration Agency said.", ["JPN"]),
        ("A missile struck a tanker off Hodeidah. The Houthis claim responsibility for the attack.", ["Houthis"]),
    ],
)
def test_the_actor_is_who_launched(text: str, actor: list[str]) -> None:
    assert values_of(text, "actor") == actor
