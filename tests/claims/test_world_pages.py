"""Sentences as the world's pages print them, a row each: the values of one attribute in the main events, or in history."""

from __future__ import annotations

import pytest

from tests.claims.reading import background_values_of, values_of

_MAIN: tuple[tuple[str, str, list[object]], ...] = (
    # sentences that a page glued together
    ("Seoul fired a missile, says the JCS.The missile flew 300 km.It fell at 8:10 a.m.Nobody saw.", "distance", [(300, 300)]),
    # what only dates the launch is none of it
    ("Iran fired a missile. It comes 15 days after it held a live-fire drill of rocket launchers.", "purpose", []),
    ("India tested an Agni-4 missile. It comes within a week of the test firing of an Agni-5 missile.", "system", ["Agni-4"]),
    # an insertion that says what it may have been
    ("The army detected a missile, presumed to be intermediate-range, fired from the Sunan area on Tuesday.", "origin", ["Sunan"]),
    # "rocket test range" is a place, and the missile flew there
    ("Russia tested an ICBM. The ICBM flew towards the Kura rocket test range and was launched from a silo.", "weapon", ["icbm"]),
    # the rocket that took a told satellite up
    ("China launched a satellite from Jiuquan. A Long March-2D rocket carried the satellite into space.", "system", ["Long March 2D"]),
    ("China launched a satellite. The satellite was sent into orbit by a Long March-4C carrier rocket.", "system", ["Long March 4C"]),
    ("South Korea launched its Nuri rocket. The 200-ton Nuri blast off from Naro Space Center.", "origin", ["Naro Space Center"]),
    # remote sensing is no doubt, and the launch before no failure of this one
    ("Rocket Lab launched an Electron rocket on Friday. The previous mission, the 41st, failed.", "outcome", []),
    # a morning of the press begins in the small hours
    ("An Atlas V rocket lifted off on Wednesday morning. The Atlas V lifted off at 3:24 a.m.", "count", [(1, 1)]),
    # what was used in the barrage was a launcher
    ("Hezbollah fired 40 rockets at Haifa. The IDF said it struck a launcher used in the rocket barrage.", "actor", ["Hezbollah"]),
    ("Hezbollah fired 65 rockets at Haifa. This comes after about 30 rockets were fired at Safed on Friday.", "count", [(65, 65)]),
    # what a hyphen joins plans nothing
    ("The next-generation Agni-4 missile was test-fired from Balasore on Monday.", "system", ["Agni-4"]),
    ("A combat-ready Topol missile was launched from Plesetsk on Monday.", "count", [(1, 1)]),
    ("The nuclear-capable Agni-4 missile, launched on Monday, flew 900 km.", "distance", [(900, 900)]),
    ("The twice-delayed Ariane 6 rocket lifted off from Kourou on Monday.", "system", ["Ariane 6"]),
    ("A long-planned test of the Trident II missile was conducted off Florida on Monday.", "purpose", ["test"]),
    ("The scheduled launch of a Minuteman III missile took place at 1:13 a.m. on Monday.", "count", [(1, 1)]),
    ("India test-fired its nuclear-capable Agni-2 missile from the Abdul Kalam Island.", "origin", ["Abdul Kalam Island"]),
    # a time that opens what is said is of what is said
    ("CENTCOM said that on March 15 at 4 pm (Sanaa time), Houthi militants fired a missile.", "occurred", [("03-15T13:00", "03-15T13:00")]),
    # the flag and the name of a ship are no place
    ("The Houthis fired a missile toward a UK-owned bulk carrier in the Red Sea.", "landing", ["Red Sea"]),
    ("Russia launched a Sineva missile from the Yekaterinburg nuclear submarine.", "origin", []),
    ("Hezbollah fired 90 rockets at towns across northern Israel, from Nahariya and Haifa to Kiryat Shmona.", "origin", []),
    # drones beside what was launched
    ("It downed two Iskander-M missiles, three Kh-59 missiles and 15 drones that Russia launched overnight.", "actor", ["RUS"]),
    ("It downed two Iskander-M missiles, three Kh-59 missiles and 15 drones that Russia launched.", "count", [(2, 2), (3, 3)]),
    ("Four missiles from a RM-70 multiple launch rocket system were shot down over Russia on Monday.", "count", [(4, 4)]),
    ("An attempt by the Kiev regime to carry out an attack using two Tochka-U missiles was thwarted.", "actor", ["UKR"]),
    ("Russia fired a missile on Monday. It was launched in the direction of Poltava.", "landing", ["Poltava"]),
    ("A Russian Iskander missile with cluster munitions struck a market in Sumy on Monday.", "landing", ["Sumy"]),
    ("Russia fired two missiles at Sumy. A child was hurt, the Kharkiv regional administration said.", "landing", ["Sumy"]),
    ("Russia launched a pre-dawn missile barrage at Odesa on Monday.", "occurred", [("03-15T22:00", "03-16T06:00")]),
    # a stand is no other place than the site it stands on
    ("Russia fired a Yars from a silo launcher at the Plesetsk Cosmodrome on Monday.", "origin", ["Plesetsk Cosmodrome"]),
    ("Russia fired a Yars at 3 p.m. at the Plesetsk Cosmodrome toward the Kura range.", "landing", ["Kura Missile Test Range"]),
    # what was attacked is where it came down, in the attacker's own country too
    ("Ukraine launched a massive attack with 12 missiles on a dock in the port city of Sevastopol.", "origin", []),
    ("Ukraine launched a massive attack with 12 missiles on a dock in the port city of Sevastopol.", "landing", ["Sevastopol"]),
    ("Two missiles launched by Ukraine at targets in the Crimean Peninsula were shot down.", "landing", ["Crimea"]),
    ("Russian air defenses destroyed a Ukrainian cruise missile over the Black Sea on Monday.", "landing", []),
    # a foiled attempt was stopped in flight; a ministry tells of its own tests
    ("An attempt by the Kiev regime to attack Dzhankoi with six missiles was thwarted on Monday.", "count", [(6, 6)]),
    ("The submarine has test-fired a Bulava missile, the Russian Defense Ministry said.", "actor", ["RUS"]),
    ("Ukraine fired two missiles, the Russian Defense Ministry said.", "actor", ["UKR"]),
    ("Russia test-fired a Sineva. Its warheads were delivered to the Kura test site.", "landing", ["Kura Missile Test Range"]),
    # launchers told by their flight
    ("Firefly's Alpha rocket failed to reach orbit on its debut flight Monday from Vandenberg.", "outcome", ["failure"]),
    ("The Vulcan Centaur made its maiden flight early Monday from Cape Canaveral.", "origin", ["Cape Canaveral"]),
    ("Blue Origin's New Glenn reached orbit on its first flight on Tuesday.", "occurred", [("03-17T04:00", "03-18T04:00")]),
    ("A Kuaizhou-1A rocket suffered a failure after liftoff from Jiuquan on Monday.", "origin", ["Jiuquan"]),
    ("Isar Aerospace's Spectrum crashed into the sea 30 seconds after takeoff from Andoya on Monday.", "origin", ["Andoya"]),
    ("Three astronauts blasted into space on Monday aboard a Long March-2F.", "system", ["Long March 2F"]),
    ("A Soyuz rocket with two men on board docked after launching from Baikonur on Monday.", "system", ["Soyuz"]),
    ("An Ariane 5 carrying a telescope soared from Kourou on Monday.", "system", ["Ariane 5"]),
    ("A Long March 6A deployed satellites on Tuesday.", "system", ["Long March 6A"]),
    ("North Korea's launch vehicle plunged into the West Sea on Monday.", "actor", ["PRK"]),
    # what missiles did where they came down
    ("A Houthi missile set the tanker Gemma ablaze in the Gulf of Aden on Monday.", "actor", ["Houthis"]),
    ("Two Neptune missiles sank the cruiser on Monday.", "count", [(2, 2)]),
    ("Rockets from Gaza landed near Sderot on Monday.", "origin", ["Gaza"]),
    ("BrahMos was fired from a destroyer on Monday.", "count", [(1, 1)]),
    ("Russia hit Dnipro with an Oreshnik on Monday.", "system", ["Oreshnik"]),
    ("Israel launched the Ofek-13 spy satellite early on Monday.", "actor", ["ISR"]),
    # however long the list of what it carried
    (
        "Russia's Soyuz-2 rocket (LV) carrying the Progress M-8M cargo craft with supplies for the station blasted off on Monday.",
        "system",
        ["Soyuz-2"],
    ),
    ("Three weeks after a Vega rocket was lost in its launch, an Ariane 5 lifted off from Kourou.", "system", ["Ariane 5"]),
    ("The European Vega rocket perfectly succeeded this time on its mission from Kourou.", "system", ["Vega"]),
    # launches that are counted
    ("The Navy conducted four planned test flights of unarmed Trident II D5 Life Extension missiles off Florida.", "count", [(4, 4)]),
    ("Towns in the south were barraged with rockets on Sunday night.", "weapon", ["artillery_rocket"]),
    (
        'Pakistan conducted a test flight of an enhanced range version of the "indigenously developed" Babur missile.',
        "system",
        ["Babur"],
    ),
    # what an opening of history tells is none of today's, what a group fires leaves its own capital
    ("The Houthis fired a missile on Monday. Earlier this month a child was wounded when they fired another rocket.", "effects", []),
    ("The Houthis fired a missile from the Yemeni capital Sanaa on Monday.", "origin", ["Sanaa"]),
    ("Saudi forces intercepted a missile originating from Yemen on Monday.", "count", [(1, 1)]),
    ("Iran has launched a fresh barrage of approximately 30 missiles at Haifa on Monday.", "count", [(30, 30)]),
    ("Dozens of Russian missiles have struck targets across Kyiv.", "actor", ["RUS"]),
    ("NCSIST conducted missile tests two days in a row at Jiupeng Base.", "purpose", ["test"]),
    ("The army launched both Patriot missiles and three Sky Bow III missiles.", "count", [(3, 3)]),
    ("The general said that at exactly 12:52 p.m. the Houthis fired a missile.", "occurred", [("03-18T09:52", "03-18T09:52")]),
    ("Hamas said it fired a barrage at Tel Aviv on Monday.", "landing", ["Tel Aviv"]),
    ("Rocket Lab launched its 40th Electron of the year on Monday.", "system", ["Electron"]),
    ("Japan's H-IIA No. 47 put the SLIM lander on its way to the moon on Monday.", "purpose", ["orbital"]),
    ("A rocket attack on the embassy in Baghdad killed two on Monday.", "weapon", ["artillery_rocket"]),
    # attacks with what they were made with, and by whom
    ("Russia launched its biggest attack on Ukraine overnight with 440 drones and 32 missiles.", "count", [(32, 32)]),
    ("Russia launched its biggest attack on Ukraine overnight with 440 drones and 32 missiles.", "actor", ["RUS"]),
    ("The USS Porter launched 30 Tomahawk missiles at Shayrat air base.", "actor", ["USA"]),
    ("Pro-Iran fighters fired 15 rockets at a gas field in Syria on Monday.", "actor", []),
    ("Russian Iskander missiles were used in the March 2 strike on Kharkiv.", "system", ["Iskander"]),
)  # fmt: skip

_HISTORY: tuple[tuple[str, str, list[object]], ...] = (
    (
        "Pakistan tested a Babur missile. Earlier this month, the army conducted the ‘training launch’ of the ballistic missile Ghaznavi.",
        "system",
        ["Ghaznavi"],
    ),
    (
        "Iran fired a missile on Wednesday. The launch, coming 17 days after the firing of short-range ballistic missiles, is its ninth.",
        "weapon",
        ["srbm"],
    ),
    (
        "Iran fired a missile on Wednesday. It comes 15 days after its leader oversaw a live-fire drill of multiple rocket launchers.",
        "weapon",
        ["artillery_rocket"],
    ),
)


@pytest.mark.parametrize(("text", "attribute", "values"), _MAIN)
def test_values(text: str, attribute: str, values: list[object]) -> None:
    assert values_of(text, attribute) == values


@pytest.mark.parametrize(("text", "attribute", "values"), _HISTORY)
def test_history(text: str, attribute: str, values: list[object]) -> None:
    assert background_values_of(text, attribute) == values


_HEADLINES: tuple[tuple[str, str, list[object]], ...] = (
    ("Iran fires missiles at US base in Qatar", "landing", ["base in Qatar"]),
    ("Missile from Yemen hits near Ben Gurion Airport, six hurt", "origin", ["Yemen"]),
    ("Pakistan test-fires 450-km range missile amid tensions", "distance", []),
    ("Pakistan test-fires 450-km range missile amid tensions", "actor", ["PAK"]),
    ("US hypersonic missile test fails", "outcome", ["failure"]),
    ("Vega C rocket lost after liftoff from French Guiana", "origin", ["French Guiana"]),
    ("Japan's H3 rocket fails on debut launch", "system", ["H3"]),
    ("Rocket Lab launches BlackSky satellites from New Zealand", "origin", ["New Zealand"]),
    ("N.K. fires SRBM into East Sea", "actor", ["PRK"]),
)


@pytest.mark.parametrize(("headline", "attribute", "values"), _HEADLINES)
def test_headlines(headline: str, attribute: str, values: list[object]) -> None:
    story = "The minister said on Monday that she would travel to the summit next week with two of her deputies."
    assert values_of(f"{headline}\n\n{story}", attribute) == values
