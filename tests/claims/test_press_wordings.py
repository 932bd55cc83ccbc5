"""Wordings of the press, a row each: what one attribute of the main event must be, and who says so."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims_of, values_of

_VALUES: tuple[tuple[str, str, list[object]], ...] = (
    # a stop that lost its space still ends the sentence
    ("The JCS said the North fired a missile on Monday.The missile flew 300 km.", "distance", [(300, 300)]),
    # coordinated modifiers are several classes
    ("Russia fired ballistic and cruise missiles at Kyiv.", "weapon", ["cruise_missile", "ballistic_missile"]),
    (
        "Russia attacked Odesa with cruise, ballistic and anti-aircraft missiles.",
        "weapon",
        ["surface_to_air", "cruise_missile", "ballistic_missile"],
    ),
    ("North Korea fired one mid-range or longer ballistic missile from near Kusong.", "count", [(1, 1)]),
    # drones are no missiles, and do not hide those named after them
    ("Russia fired 31 Geran attack drones, six cruise missiles and a Kinzhal at Lviv.", "count", [(6, 6), (1, 1)]),
    ("Russia launched 40 drones and two ballistic missiles overnight.", "count", [(2, 2)]),
    ("Russia fired five cruise missiles from Tu-160 bombers, and an Iskander-M at Sumy.", "system", ["Iskander-M"]),
    ("Russian forces used four Kinzhal missiles launched from MiG-31K jets.", "actor", ["RUS"]),
    ("The Russians launched six Kalibr missiles at Odesa.", "actor", ["RUS"]),
    ("A missile was fired at Eilat by Yemen's Houthi rebels.", "actor", ["Houthis"]),
    ("Iran used two ballistic missiles during the overnight attack.", "count", [(2, 2)]),
    ('The army said a missile was "launched from Yemen".', "origin", ["Yemen"]),
    ("North Korea launched what it claimed to be a space launch vehicle.", "weapon", ["space_launch"]),
    ("India carried out the training launch of Short Range Ballistic Missile Agni-1.", "weapon", ["srbm"]),
    # parts of a salvo are counted too, drones and decoys beside them are not
    (
        "Russia used 70 attack drones and decoys, as well as nine missiles: two Kinzhal missiles and seven Kh-59s.",
        "count",
        [(9, 9), (2, 2), (7, 7)],
    ),
    ("Iran launched 12 missiles, including two Khorramshahr missiles, at Haifa.", "count", [(12, 12), (2, 2)]),
    ("Hezbollah launched Burkan and Falaq rockets at an army post.", "system", ["Burkan", "Falaq"]),
    ("Iran tested a variety of missiles on Monday.", "count", [(2, None)]),
    # an attack named with its author is told, whatever came of it
    ("Nine people have been killed in Russia's missile strike on a school in Sumy.", "landing", ["Sumy"]),
    # awaited launches and totals are none
    ("India issued a notice that points to a likely test of a long-range missile on Monday.", "weapon", []),
    ("North Korea has tested a record number of missiles this year.", "weapon", []),
    # where it was detected from
    ("North Korea fired a missile. It was detected by the JCS from the Sunan area.", "origin", ["Sunan"]),
    ("Two missiles were fired from the North Korean capital on Sunday.", "origin", ["Pyongyang"]),
    (
        "North Korea fired two missiles. The first one flew 400 km and the second about 600 km.",
        "distance",
        [(400, 400), (600, 600)],
    ),
    ("At the Plesetsk cosmodrome, a Yars missile was test-launched.", "origin", ["Plesetsk Cosmodrome"]),
    ("A submarine fired a Sineva ballistic missile from the Barents Sea.", "origin", ["Barents Sea"]),
    (
        "India tested a K-4 missile from its newest nuclear-powered submarine in the Bay of Bengal.",
        "origin",
        ["Bay of Bengal"],
    ),
    ("The Iranian navy fired cruise missiles during a war game in the Gulf of Oman.", "landing", []),
    ("A rocket was launched from Vandenberg. It flew on a south-westerly trajectory.", "heading", ["southwest"]),
    ("Three people were killed overnight in Haifa after an Iranian missile struck near a shop.", "landing", ["Haifa"]),
    ("The Houthis fired a missile at Israel as U.S. strikes in the capital of Sanaa killed two people.", "effects", []),
    ("Iran fired a missile at Haifa, the second in five hours.", "flight_time", []),
    ("North Korea fired a missile. It landed about 930 km away from its launch point.", "distance", [(930, 930)]),
    ("North Korea says the new missile it tested Thursday was solid-fueled.", "actor", ["PRK"]),
    (
        "North Korea fired a missile, triggering an evacuation order on Hokkaido before it fell into the East Sea.",
        "landing",
        ["East Sea"],
    ),
    ("Iran tested a missile from a site near Semnan, 140 miles east of Tehran.", "origin", ["Semnan"]),
    ("Iran said it had launched into space three satellites with a Simorgh rocket.", "system", ["Simorgh"]),
    ("Iran tested the Khorramshahr missile, with the range of 2,000 km.", "distance", []),
    ("Iran likely carried out an undeclared missile test at Semnan.", "purpose", ["test"]),
    (
        "The Russians launched 16 Kalibr missiles from the missile ship Ingushetia; eight Kh-22 missiles from the Black Sea.",
        "count",
        [(16, 16), (8, 8)],
    ),
    ("Iran tested a missile system on Monday, state media said.", "count", []),
    (
        "Iran said it had successfully launched three satellites with a rocket that had multiple failures.",
        "outcome",
        ["success"],
    ),
    ("Hezbollah fired 40 rockets from Lebanon at Safed and Katzrin.", "landing", ["Safed", "Katzrin"]),
    ("Russian jets took off from Savasleyka and fired three Kinzhal missiles at Kyiv.", "origin", []),
    (
        "Hezbollah fired rockets in response to the killing of a commander, Taleb Abdullah, in Lebanon on Monday night.",
        "occurred",
        [],
    ),
    ("Iran put a satellite with a Simorgh rocket into a low orbit at a height of 450 km.", "apogee", []),
    ("India test-fired an Agni-5 missile off Abdul Kalam Island.", "origin", ["Abdul Kalam Island"]),
    (
        "The test of the missile was carried out around 7 pm from Abdul Kalam Island by India.",
        "occurred",
        [("03-18T13:30", "03-18T13:30")],
    ),
    ("South Korea fired five missiles in response to North Korea's latest missile test.", "actor", ["KOR"]),
    ("North Korea announced Tuesday the test-firing of a hypersonic missile.", "actor", ["PRK"]),
    ("The JCS detected missiles fired by the North for the first time since last September.", "occurred", []),
    ("North Korea tested a missile as the new president prepares to take office on Monday.", "occurred", []),
    # who claims it launched it
    (
        "Fifty rockets were fired from Lebanon at Safed. Hezbollah took responsibility for the barrage.",
        "actor",
        ["Hezbollah"],
    ),
    ("Two rockets were fired at Ashkelon. No group claimed responsibility, and Hamas said nothing.", "actor", []),
    ("The Pakistan military used two medium-range Fateh-1 missiles in the attack.", "system", ["Fateh-1"]),
    ("Russian forces launched five Iskander-M/KN-23 missiles from Kursk Oblast.", "system", ["Iskander-M", "KN-23"]),
    (
        "Russia launched four missiles from Saratov Oblast; and 88 Shahed drones from the direction of Oryol.",
        "origin",
        ["Saratov"],
    ),
    ("Iran fired a missile that reached 190 km in altitude and 760 km in range.", "distance", [(760, 760)]),
    ("North Korea tested an ICBM on March 10, its first in 2026.", "occurred", [("03-09T15:00", "03-10T15:00")]),
    ("KYIV, March 18 - The enemy launched three Kalibr missiles at Odesa.", "actor", ["RUS"]),
    (
        "The JCS reported on March 13 that a missile fired by North Korea at 2:34 p.m. flew 300 km.",
        "occurred",
        [("03-13T05:34", "03-13T05:34")],
    ),
    ("North Korea carried out what it said was a test of a cruise missile.", "actor", ["PRK"]),
    (
        "Iran fired a missile on March 10. The launch differs from that of March 3.",
        "occurred",
        [("03-09T20:30", "03-10T20:30")],
    ),
    ("The Houthis fired a missile at Eilat. Israel downed it with the Arrow system.", "system", []),
    # a missile stopped on its way was launched; who shot it down did not launch it
    ("The UAE intercepted two ballistic missiles aimed at Abu Dhabi.", "count", [(2, 2)]),
    ("A third missile, fired at Dhahran, was shot down by Saudi air defenses.", "actor", []),
    ("Taipei said that the communist regime fired 11 missiles.", "actor", []),
    ("The Houthis claimed to have fired a missile at Eilat.", "count", [(1, 1)]),
    ("A missile fired from Yemen would have to travel 1,500 km.", "count", []),
    # what air defences destroy is no damage
    ("Russia attacked Kyiv with nine missiles. All targets were destroyed.", "effects", []),
    ("Russia fired 30 missiles at Kyiv. Air defences destroyed 27 of the missiles.", "effects", []),
    ("Russia fired 30 missiles at Kyiv. A school was destroyed.", "effects", ["damage"]),
    ("Russia fired a missile at Kyiv. It was not clear whether there was any damage.", "effects", []),
    # a drill beside the launch is not the launch's purpose
    ("North Korea fired a missile following joint missile drills by the allies.", "purpose", []),
    ("North Korea fired two missiles during a drill of its artillery units.", "purpose", ["drill"]),
    # where it fell short
    ("The JCS said a North Korean missile fell short of Ulleung Island.", "outcome", []),
    ("A North Korean missile fired on Sunday fell short of its target.", "outcome", ["failure"]),
    # quotation marks of either kind around a name
    ("Pakistan tested its 'Fatah' series surface-to-surface missile on Monday.", "system", ["Fatah"]),
    ('India test-fired "Agni-2" -- the army\'s medium-range ballistic missile -- on Monday.', "weapon", ["mrbm"]),
    ("India test-fired a nuclear weapons-capable Agni-1 ballistic missile on Monday.", "weapon", ["ballistic_missile"]),
    # drills in which something is fired
    ("A cruise missile launching drill was staged on March 16, North Korea said.", "purpose", ["drill"]),
    # who tells of it a day later dates only what was said
    ("North Korea test-fired a cruise missile, state media reported on Friday.", "occurred", []),
    ("The Houthis fired a missile at a tanker, U.S. Central Command said Friday.", "purpose", ["attack"]),
    (
        "North Korea's test-fired missiles flew 900 km, KCNA said. Kim oversaw Saturday's weapons test.",
        "distance",
        [(900, 900)],
    ),
    # the launch site's own zone
    (
        "A Minuteman III lifted off from Vandenberg Space Force Base at 3:10 a.m. Thursday.",
        "occurred",
        [("03-12T10:10", "03-12T10:10")],
    ),
    # what is put in orbit later, or counted back from, is not when it was launched, but the day counted to is
    ("Iran launched a Qaem-100 that put a satellite into orbit 12 minutes later, at 10:54 p.m.", "occurred", []),
    (
        "India said on Friday that it had accidentally fired a missile two days earlier.",
        "occurred",
        [("03-10T18:30", "03-11T18:30")],
    ),
    # a second figure is of the first one's kind
    (
        "The two missiles North Korea fired flew for 7,557 seconds and 9,118 seconds.",
        "flight_time",
        [(7557, 7557), (9118, 9118)],
    ),
    ("North Korea fired rockets for nearly two hours.", "flight_time", []),
    ("North Korea fired a mix of short-range missiles.", "count", [(2, None)]),
    ("A missile from Lebanon landed near Metula, in northern Israel.", "purpose", []),
    # the day before the one spoken on
    (
        "North Korea said Wednesday it test-fired a missile the previous day.",
        "occurred",
        [("03-16T15:00", "03-17T15:00")],
    ),
    ("This was the first missile North Korea fired since last September.", "occurred", []),
    ("Ukraine fired four ATACMS missiles at the Crimean Peninsula.", "origin", []),
    ("Five missiles launched by Ukraine over Crimea were shot down.", "origin", []),
    ("BrahMos was test-fired on Monday from the Indian Navy's destroyer INS Chennai.", "actor", ["IND"]),
    ("North Korea fired two missiles from Hamhung, a city on the east coast.", "origin", ["Hamhung"]),
    # satellites told by what carried them
    ("The Chamran-1 was launched on Monday using the Qaem 100 satellite carrier.", "system", ["Qaem-100"]),
    ("The satellite was sent into space aboard a Long March 2D rocket.", "system", ["Long March 2D"]),
    ("Japan's new rocket, the H3, failed on its debut on Tuesday.", "actor", ["JPN"]),
    ("Türkiye's Tayfun ballistic missile has passed another test, its maker said.", "weapon", ["ballistic_missile"]),
    # rounds of launchers
    ("North Korea fired 12 rounds from a 240mm multiple rocket launcher.", "count", [(12, 12)]),
    ("North Korea fired 200 rounds of artillery on Friday.", "count", []),
    # sums over time are no launch
    ("North Korea has fired more than 90 ballistic missiles since January.", "count", []),
    ("The army said 50 rockets had been fired at the town.", "count", [(50, 50)]),
    # misspelt
    ("North Korea fired two balistic missles on Monday.", "weapon", ["ballistic_missile"]),
    # an impact is no failure
    ("Several rockets fired from Lebanon exploded in the city of Safed.", "outcome", []),
    ("A missile fired by North Korea exploded in mid-air.", "outcome", ["failure"]),
    # where in the sea
    (
        "North Korea fired a missile. It fell at 11:13 a.m. in the Sea of Japan, about 250 km west of Okushiri.",
        "landing",
        ["East Sea"],
    ),
    ("Russia launched a Yars from Plesetsk toward the Kura test site.", "landing", ["Kura Missile Test Range"]),
    ("A ballistic missile was launched from North Korea at 7 a.m. on Monday.", "actor", ["PRK"]),
    ("A Falcon 9 soared off the launch pad of the Kennedy Space Center.", "origin", ["Kennedy Space Center"]),
    ("Russia launched 93 missiles at Ukraine in a combined attack.", "purpose", ["attack"]),
    ("Companies launched missile-shaped bottles at the fair.", "weapon", []),
    # losses beside losses denied
    ("A Houthi missile fired at a tanker caused minor damage but no injuries.", "effects", ["damage"]),
    ("Houthis fired a missile at a tanker. There were no injuries or significant damage.", "effects", ["none"]),
    # places
    ("The Houthis fired a missile from areas they control in Yemen toward the Red Sea.", "origin", ["Yemen"]),
    ("The Houthis fired two missiles into the Red Sea and the Gulf of Aden.", "landing", ["Red Sea", "Gulf of Aden"]),
    ("The Houthis fired a missile from Yemen at a destroyer in the Red Sea.", "origin", ["Yemen"]),
    ("North Korea fired a missile from a submarine in the East Sea.", "origin", ["East Sea"]),
    ("Iran launched a missile strike on Israel.", "landing", ["Israel"]),
    ("Iran fired missiles at Israel, months after an air strike on Damascus.", "landing", ["Israel"]),
    ("India test-fired a missile, officials in New Delhi said.", "origin", []),
    ("North Korea fired a missile toward the southern Red Sea.", "heading", []),
    ("According to the North's news agency, a missile was fired.", "heading", []),
    ("North Korea fired two missiles toward the western waters.", "landing", ["waters off the west coast"]),
    (
        "North Korea fired four missiles from three sites: Kaechon, Wonsan and Sukchon.",
        "origin",
        ["Kaechon", "Wonsan", "Sukchon"],
    ),
    ("Taiwan fired two Sky Sword II missiles from the Jiupeng base.", "origin", ["Jiupeng Military Base"]),
    ("A Nuri rocket thundered off the pad in Goheung at dawn.", "origin", ["Goheung"]),
    ("Two missiles were fired from the submarines Yukhnov and Orel in the Barents Sea.", "origin", ["Barents Sea"]),
    ("The Navy fired two Trident missiles, seen from Los Angeles to San Diego.", "origin", []),
    (
        "North Korea fired two SRBMs on Monday. They left Sunan at 6:07 a.m.",
        "occurred",
        [("03-15T21:07", "03-15T21:07")],
    ),
    ("India tested a missile from Wheeler Island, located in the Bay of Bengal.", "landing", []),
    ("North Korea fired a ballistic missile toward the east coast.", "landing", ["waters off the east coast"]),
    (
        "North Korea fired a missile into the sea off Japan's coast, Tokyo's military said.",
        "landing",
        ["waters off the coast of Japan"],
    ),
    ("Iran fired a missile, the Israel Defense Forces said, from Tabriz.", "origin", ["Tabriz"]),
    ("North Korea fired a missile that could land near Hokkaido.", "landing", []),
    ("North Korea fired a missile. It was forecast to fall near Hokkaido.", "landing", []),
    ("North Korea fired a missile. It fell into waters off Japan's EEZ.", "eez", ["outside_japan"]),
    ("India fired an Agni capable of hitting targets at a distance of 3,000 km.", "distance", []),
    ("Hamas fired a large rocket barrage at Ashdod.", "count", [(2, None)]),
    ("Hamas fired a large rocket barrage at Ashdod.", "weapon", ["artillery_rocket"]),
    ("Hamas launched rockets at Israel's commercial hub of Tel Aviv.", "landing", ["Tel Aviv"]),
    (
        "Turkey fired a missile from a platform at an airfield in the Black Sea coastal town of Rize.",
        "origin",
        ["Rize"],
    ),
    ("Turkey fired a missile that flew 500 km before falling off the coast near Sinop.", "landing", ["off Sinop"]),
    ("Russia fired an ICBM that landed in Kamchatka.", "landing", ["Kamchatka"]),
    ("The Houthis fired a missile at Israel over the Gaza war.", "landing", ["Israel"]),
    ("Some 20 rockets were identified crossing from Lebanon into Israeli territory.", "count", [(20, 20)]),
    ("An unarmed Minuteman III missile fitted with a test warhead launched from Vandenberg.", "count", [(1, 1)]),
    ("Airmen at Vandenberg Space Force Base launched a Minuteman III.", "origin", ["Vandenberg Space Force Base"]),
    ("Vandenberg launches a Minuteman III missile.", "origin", ["Vandenberg Space Force Base"]),
    # a day of telling dates a clock time told later, a day of reaction dates nothing
    (
        "Turkey fired a missile, TRT reported on Tuesday. It was fired at 6:50 am.",
        "occurred",
        [("03-17T03:50", "03-17T03:50")],
    ),
    ("The president on Friday called the test of a Tayfun missile a success.", "occurred", []),
    ("Aid went in and trucks were waiting this morning, and now rockets are being fired at Sderot.", "occurred", []),
    ("Hamas fired rockets at Sderot. Israel has killed 300 people in Gaza since.", "effects", []),
    ("The Air Force launched a Minuteman III, a success despite a minor anomaly.", "outcome", ["success"]),
    # losses and claims of another deed
    ("Iran fired missiles at Haifa. In a separate incident, gunmen left eight people dead.", "effects", []),
    ("Iran fired missiles at Haifa. Islamic Jihad claimed responsibility for the shooting.", "actor", ["IRN"]),
    ("Iran fired missiles at Haifa. All were intercepted, preventing widespread damage.", "effects", []),
    ("Iran fired missiles. Minor injuries from shrapnel in the Haifa area were reported.", "origin", []),
    ("Iran fired missiles. Explosions were heard over Amman.", "landing", []),
    ("The firing of missiles came after Israel said it had sent ground raids into Lebanon.", "landing", []),
    (
        "Iran fired rockets. The White House had warned of an impending ballistic missile attack.",
        "weapon",
        ["artillery_rocket"],
    ),
    ("North Korea fired a missile. Its altitude was estimated to exceed 7,000 km.", "apogee", [(7000, None)]),
    ('North Korea fired an ICBM at "a lofted angle".', "trajectory", ["lofted"]),
    (
        "Russia fired missiles at Ukraine. In the Poltava region, one missile fell in a yard.",
        "landing",
        ["Ukraine", "Poltava"],
    ),
    ("Russia used three Kinzhals launched from two jets in its central Tula region.", "origin", ["Tula"]),
    ("Russian jets fired missiles minutes after their takeoff from Savasleyka airbase.", "origin", []),
    ("Russia fired three missiles at the Kiev region.", "landing", ["Kyiv"]),
    ("North Korea fired a missile, a disturbing step in Pyongyang's programme.", "origin", []),
    ("The test-fire of the Hwasong-12 missile was conducted as planned, KCNA said.", "system", ["Hwasong-12"]),
    (
        'North Korea fired a missile. It flew 200 km, showing "other features than the missiles the North tested before".',
        "distance",
        [(200, 200)],
    ),
    ("North Korea fired an intermediate and long-range ballistic missile.", "weapon", ["irbm"]),
    (
        "Russia tested a missile. The missile left a silo launcher at the Plesetsk cosmodrome.",
        "origin",
        ["Plesetsk Cosmodrome"],
    ),
    (
        "Russia tested an ICBM. It was aimed at the Kura range on the Kamchatka Peninsula.",
        "landing",
        ["Kura Missile Test Range"],
    ),
    ("Turkey tested a missile. A mobile launcher close to Rize fired it at 7 a.m.", "origin", ["Rize"]),
    ("Indian destroyer fires BrahMos missile in the Arabian Sea", "origin", ["Arabian Sea"]),
    ("A Minuteman III missile of the U.S. Air Force flew on Tuesday.", "count", [(1, 1)]),
    ("A Kuaizhou-1A rocket carried a satellite into its planned orbit.", "system", ["Kuaizhou-1A"]),
    ("A Dark Eagle was to be tested on Monday.", "system", []),
    ("Warnings went out ahead of a possible rocket test.", "count", []),
    ("Britain held the first test of a British Trident missile in years.", "actor", ["GBR"]),
    (
        "A training launch of a Shaheen-II was carried out by Pakistan on Thursday and was a success.",
        "outcome",
        ["success"],
    ),
    ("Iran fired a rocket. Five launches in a row have failed before.", "outcome", []),
    (
        "Taiwan fired a Tien Kung. It also makes Sky Bow III, Hsiung Feng IIE, Sky Sword II and Wan Chien missiles.",
        "system",
        ["Tien Kung"],
    ),
    ("The Houthis fired a missile at Israel. The Arrow system took it down.", "system", []),
    (
        "South Korea said a projectile that could be a ballistic missile had been launched.",
        "weapon",
        ["ballistic_missile"],
    ),
    ("North Korea fired a missile. The missile came from the Wonsan area.", "origin", ["Wonsan"]),
    ("Four Kh-101 missiles were released by Russian Tu-95MS bombers.", "count", [(4, 4)]),
    ("North Korea released photos of the missile.", "weapon", []),
    ("A Minuteman III missile climbed out of its silo just past midnight.", "system", ["Minuteman III"]),
    ("North Korea fired missiles into the sea east of the Korean Peninsula.", "landing", ["East Sea"]),
    ("North Korea fired a missile into the sea west of Okushiri Island.", "landing", ["waters west of Okushiri"]),
    ("Pakistan launched the Abdali Weapon System, a surface-to-surface missile.", "weapon", ["missile"]),
    ("A missile was launched from a Houthi-controlled area of Yemen into the Gulf of Aden.", "origin", ["Yemen"]),
    (
        "India tested a missile from Wheeler Island, a launch site in the district of Bhadrak.",
        "origin",
        ["Abdul Kalam Island"],
    ),
    ("Agni-V, India's longest range ballistic missile, was test-fired on Monday.", "system", ["Agni-V"]),
    (
        "US forces destroyed one surface-to-air missile after the Houthis fired two rockets.",
        "weapon",
        ["artillery_rocket"],
    ),
    ("The Nuri rocket soared into the sky from the Naro Space Center.", "origin", ["Naro Space Center"]),
    ("Ukraine fired six U.S.-made ATACMs missiles at Bryansk.", "count", [(6, 6)]),
    ("Ukraine fired six Zhryvun missiles at Bryansk.", "count", [(6, 6)]),
    ("A missile was fired from the Barents Sea to the remote Kura test site.", "landing", ["Kura Missile Test Range"]),
    ("Russia fired two missiles from the Barents Sea, in the Arctic Ocean.", "landing", []),
    (
        "A Yars was launched from Plesetsk cosmodrome, some 800km (500 miles) north of Moscow.",
        "origin",
        ["Plesetsk Cosmodrome"],
    ),
    ("Hezbollah fired rockets at Haifa, days after an Israeli strike killed three in Froun.", "effects", []),
    ("The launch of Japan's new H3 rocket will be postponed, the agency said.", "system", []),
    ("The Ariane 5 and its satellites are ready for a resumption of the launch countdown.", "system", []),
    (
        "North Korea fired two projectiles. They flew 230 km, with 30 km as their maximum altitude.",
        "apogee",
        [(30, 30)],
    ),
    ("North Korea fired two projectiles in the direction of the Sea of Japan.", "landing", ["East Sea"]),
    ("The system was said to be deployed when North Korea fired a KN-11 missile.", "system", ["KN-11"]),
    ("Two bombers carrying Kh-22 missiles also flew over the Baltic.", "system", []),
    ("Nuri is set for its fourth launch on Thursday.", "system", []),
    ("A missile was launched from the western coast of North Korea.", "actor", ["PRK"]),
    ("Two rockets were launched from the southern coast of Yemen.", "actor", []),
    ("A rocket was launched from Gaza into the south of Israel.", "weapon", ["artillery_rocket"]),
    (
        "Minuteman III test launch shows nuclear readiness\n\nAn unarmed Minuteman III missile flew early on Tuesday.",
        "count",
        [(1, 1)],
    ),
    (
        "Iran fired a rocket on Monday.\n\nA Fattah missile is fired in this image released by state media on May 16.",
        "system",
        [],
    ),
    ("Japan launched an H3 on Monday. The failure followed a string of delays.", "outcome", []),
    ("Japan launched an H3 launch vehicle on Monday.", "system", ["H3"]),
    ("Iran fired missiles at Haifa. Some 200 were killed in Israel's initial strikes.", "effects", []),
)


@pytest.mark.parametrize(("text", "attribute", "values"), _VALUES)
def test_the_values_of_a_wording(text: str, attribute: str, values: list[object]) -> None:
    assert values_of(text, attribute) == values


_SPEAKERS = (
    # who does not confirm says nothing
    (
        "Iran has not acknowledged a missile test. Iran fired one missile, the IDF said.",
        "IDF",
    ),
    # a quotation of two sentences is one speaker's
    ('"A Yars missile was launched at dawn. The drill went as planned," the Kremlin said.', "Kremlin"),
    ("North Korea fired a missile, South Korea's military said with Tokyo confirming it.", "Joint Chiefs of Staff"),
    ("North Korea fired a missile, the military here said.", "Joint Chiefs of Staff"),
    ("India fired an Agni-2 from Chandipur, defence sources said.", "defence sources"),
    ("India fired an Agni-2 from Chandipur, local media reported.", "local media"),
    (
        "India fired an Agni-2, the Defence Research and Development Organisation (DRDO), the agency responsible, confirmed.",
        "Defence Research and Development Organisation",
    ),
    ("North Korea launched what it claimed to be a space launch vehicle.", "North Korea"),
    ("Iran on Monday tested what it described as two hypersonic missiles.", "Iran"),
    (
        "Japan's Defense Ministry held a briefing. Ministry officials say North Korea fired two missiles.",
        "Ministry of Defense",
    ),
    (
        "Japan's Coast Guard warned ships. Coast guard officials said North Korea fired two missiles.",
        "Japan Coast Guard",
    ),
    ("India test-fired a K-4, people familiar with the matter said.", "people familiar with the matter"),
    (
        "Governor Oleh Petrenko said missiles had hit the city. According to him, the Russians fired two missiles at the city.",
        "Oleh Petrenko",
    ),
    ('Quote from Petrenko: "The Russians fired two missiles at the port."', "Petrenko"),
    ("Washington gave Kyiv permission to strike. Ukraine fired two ATACMS missiles at Bryansk.", None),
    (
        "Pakistan tested a Fatah missile, according to a statement released by the Inter-Services Public Relations.",
        "Inter-Services Public Relations",
    ),
    (
        "Russia fired two missiles at Kharkiv. Oleh Petrenko, the governor, said this in a Telegram post.",
        "Oleh Petrenko",
    ),
    ("Ukraine fired two missiles, the Kremlin's Defence Ministry said.", "Defence Ministry"),
    ("Hezbollah said it had fired two rockets at Haifa.", "Hezbollah"),
    ("Russia fired two missiles, the air force said, adding that one had been shot down.", "air force"),
    ("North Korea fired two missiles, a Joint Chiefs of Staff (JCS) official told reporters.", "Joint Chiefs of Staff"),
    ("Beach walkers saw a missile fired by Iran.", None),
    ("Local officials said Iran had fired two missiles.", "Local officials"),
    (
        "Iran hit Haifa, with the Israel Defense Forces (IDF) reporting that two missiles were fired.",
        "Israel Defense Forces",
    ),
    ("Iran fired two missiles, Iran's semi-official news agency, Tasnim, reported.", "Tasnim"),
    ("Pentagon spokesman Air Force Maj. Gen. Al Baker said Iran had fired two missiles.", "Al Baker"),
    (
        "The launch was reported by the Defense Ministry of Japan. According to the ministry, North Korea fired two missiles.",
        "Ministry of Defense",
    ),
    (
        "The Kyodo news agency said, citing government sources, that North Korea fired two missiles.",
        "Japanese government",
    ),
    ("Iran fired 15 missiles into Iraq, a defense official said later.", "a defense official"),
    ("Two missiles were fired by Iran, say two officials whom Bloomberg quotes.", "Bloomberg"),
    ("Iran fired two missiles, Fox News has reported on the word of an official it did not name.", "an official"),
    ("Later the Houthis in Yemen said they had fired two missiles.", "Houthis"),
    (
        "Oleh Petrenko, head of the Kharkiv Regional Military Administration, said Russia had fired two missiles.",
        "Oleh Petrenko",
    ),
    (
        "Japanese officials were quoted by Kyodo News as saying North Korea had fired two missiles.",
        "Japanese government",
    ),
    ("It was told by the Guards' Tasnim, and by the IDF, which said Iran had fired two missiles.", "IDF"),
)


@pytest.mark.parametrize(("text", "speaker"), _SPEAKERS)
def test_the_speaker_of_a_wording(text: str, speaker: str | None) -> None:
    found = {
        claim.claimant.name if claim.claimant else None
        for claim in claims_of(text, "count") + claims_of(text, "weapon")
    }
    assert found == {speaker}
