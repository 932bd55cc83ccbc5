"""The word that governs a place decides what it is to a launch, however far left it stands."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of


@pytest.mark.parametrize(
    ("text", "landings"),
    [
        (
            "Iran fired 40 missiles at Israel on Monday, killing two people in the coastal city of Netanya, police said.",
            ["Israel", "Netanya"],
        ),
        ("Hezbollah said it had targetted the Israeli city of Tiberias with a rocket salvo on Tuesday.", ["Tiberias"]),
        (
            "A Minuteman III was launched on Tuesday from Vandenberg. Its warhead flew 6,700 km and reached Kwajalein Atoll.",
            ["Kwajalein"],
        ),
        (
            "Turkey test-fired a Bora missile from Rize; it fell into the sea off the coast near the port of Giresun.",
            ["off Giresun"],
        ),
        (
            "North Korea fired a missile on Friday. A minister told a conference called in haste that it had come down in the "
            "Pacific Ocean about 1,900 kilometers east of Cape Erimo.",
            ["Pacific Ocean"],
        ),
        (
            "North Korea fired a missile on Friday, and it fell in the Sea of Japan. It passed over Hokkaido.",
            ["East Sea"],
        ),
        ("Sirens sounded across Haifa and Acre on Tuesday after a missile was launched from Yemen.", []),
        ("The Houthis fired a missile at Eilat, Israel's southernmost city, on Thursday.", ["Eilat"]),
        (
            "North Korea fired a missile on Monday into the sea off its east coast. It fell in the Sea of Japan.",
            ["East Sea"],
        ),
        (
            "A Falcon 9 was launched from Vandenberg on Monday, and its booster landed on a ship in the Pacific Ocean.",
            [],
        ),
        ("North Korea fired several cruise missiles off its west coast on Tuesday.", ["waters off the west coast"]),
        ("China fired nine missiles into waters north, east and south of Taiwan on Friday.", ["waters around Taiwan"]),
        (
            "SpaceX launched Starship on Sunday, and it came down in the Indian Ocean off Western Australia.",
            ["Indian Ocean"],
        ),
        (
            "North Korea fired two missiles on Monday. The first is thought to have hit waters off Chongjin.",
            ["off Chongjin"],
        ),
        ("Ukraine struck a headquarters in Sevastopol with Storm Shadow missiles on Friday.", ["Sevastopol"]),
        ("The Houthis fired a missile on Monday that was intercepted over the Red Sea.", []),
        ("Odesa was hit by two Russian missiles on Thursday, which Russia fired from Crimea.", ["Odesa"]),
        ("Iran fired missiles on Tuesday at bases of a Kurdish party in Panjgur, Pakistan.", ["Panjgur"]),
        (
            "North Korea fired a missile that came down 60 km east of Sokcho and 170 km northwest of Ulleung.",
            ["east of Sokcho"],
        ),
        ("China fired rockets at areas around Dongyin, one of the outlying Matsu islands.", ["Dongyin"]),
        ("North Korea fired a rocket on Friday. The carrier rocket went down in the West Sea.", ["Yellow Sea"]),
        (
            "A ballistic missile from North Korea passed over Hokkaido, Japan's northern island, on Friday.",
            ["Hokkaido"],
        ),
        (
            "Three rockets were fired on Friday. Ain al-Asad airbase in Anbar came under attack as three rockets fell.",
            ["Ain al-Asad airbase"],
        ),
        (
            "Hamas fired a rocket on Friday at Ashkelon. The IDF struck two posts of Hamas in the north of Gaza.",
            ["Ashkelon"],
        ),
        (
            "North Korea fired a missile on Friday toward the East Sea. It was the first alert since Oct. 4, when a missile "
            "flew over Aomori and landed in the Pacific.",
            ["East Sea"],
        ),
        ("The Houthis fired a missile on Friday that landed in an open area in central Israel.", ["central Israel"]),
        (
            "North Korea fired a missile that fell into the East Sea, outside the country's exclusive economic zone.",
            ["East Sea"],
        ),
        ("Katyushas hit Taji base on Friday. Two rockets fell on Camp Taji north of Baghdad, Iraq said.", ["Taji"]),
        ("North Korea fired a missile on Friday. It did not come down in the Yellow Sea.", []),
    ],
)
def test_where_it_came_down(text: str, landings: list[str]) -> None:
    assert sorted(set(map(str, values_of(text, "landing")))) == sorted(landings)


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        (
            "A Falcon 9 lifted off on Monday from Launch Complex 39A at NASA's Kennedy Space Center.",
            ["Launch Complex 39A"],
        ),
        ("A Falcon 9 was launched on Monday from SLC-40 in Florida.", ["Space Launch Complex 40"]),
        (
            'Two cruise missiles were launched on Friday from the destroyer "Choe Hyon" anchored off Nampo port.',
            ["Nampo"],
        ),
        ("A PSLV lifted off from the first pad at Sriharikota at 9:18 am, 80 km north of Chennai.", ["Sriharikota"]),
        (
            "India fired a Prithvi-II from the Integrated Test Range at Chandipur, about 15 km from Balasore.",
            ["Integrated Test Range Chandipur"],
        ),
        ("A Ceres-1S was launched from the sea off Haiyang in Shandong on Tuesday.", ["Haiyang"]),
        ("North Korea fired a missile toward the east from Sukchon on Friday, the JCS said.", ["Sukchon"]),
        ("A missile was fired on Monday, North Korea's neighbours said. It went up from the Sunan area.", ["Sunan"]),
        (
            "North Korea fired a missile on Friday. The launch site was an airfield near Sunchon, the JCS said.",
            ["Sunchon"],
        ),
        ("China fired an ICBM on Friday. Hainan was named as the launch site by several analysts.", ["Hainan"]),
        ("Turkey fired a Tayfun on Friday from Rize and not from the range in Sinop.", ["Rize"]),
        (
            "North Korea fired a rocket on Friday. The rocket, which used missile technology, was fired from Tongchang-ri.",
            ["Tongchang-ri"],
        ),
        (
            "A Minuteman III was launched on Friday from the north of Vandenberg Space Force Base.",
            ["Vandenberg Space Force Base"],
        ),
        (
            "North Korea launched a rocket at 9am Pyongyang time on Friday from the Sohae Space Centre.",
            ["Sohae Satellite Launching Station"],
        ),
        (
            "Russia fired missiles on Friday. The missiles were Iskander-Ms, and came from the Voronezh region.",
            ["Voronezh"],
        ),
        ("Militants in the Gaza Strip fired three rockets toward Ashkelon on Monday.", ["Gaza"]),
        ("Three rockets were launched on Monday from a truck in the al-Baghdadi area.", ["al-Baghdadi"]),
        ("Russian jets fired two Kinzhal missiles from the airspace of the Tula region on Friday.", ["Tula"]),
        ("Kim oversaw the test-fire of a Hwasong-18 at a location near Pyongyang on Friday, KCNA said.", ["Pyongyang"]),
        ("Grad rockets were fired on Monday at a base that hosts advisers near Kirkuk.", []),
        ("North Korea fired two missiles. The two shots were fired from Wonsan on Friday.", ["Wonsan"]),
        (
            "A Trident was fired on Friday. The launch, the Sun reported, was made off the coast of Florida.",
            ["Florida"],
        ),
        ("North Korea fired a missile on Friday. The jets took off from Osan Air Base an hour later.", []),
        ("A missile was launched on Friday from a bunker after officers met in Sunchon, North Korea said.", []),
    ],
)
def test_where_it_rose(text: str, origins: list[str]) -> None:
    assert [str(value) for value in values_of(text, "origin")] == origins


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        (
            "North Korea fired a missile from Sunan on Monday. On Tuesday two missiles were fired from the same area.",
            "Sunan",
        ),
        ("North Korea fired a missile on Friday in a northeastern direction from a western region.", "western region"),
        ("North Korea fired a missile on Friday from a field in the suburbs of the capital.", "outskirts of Pyongyang"),
        ("Iran test-fired a missile on Friday from the south of Iran.", "south of Iran"),
        ("North Korea fired a missile on Friday from inland North Korea.", "inland North Korea"),
    ],
)
def test_origins_without_a_name(text: str, origins: str) -> None:
    assert str(values_of(text, "origin")[-1]) == origins


@pytest.mark.parametrize(
    ("text", "landings"),
    [
        (
            "Russia fired missiles at Odesa on Friday. The strike damaged 20 homes in the town of Izmail.",
            ["Odesa", "Izmayil"],
        ),
        ("Russia fired missiles at Ukraine on Friday, causing damage in the city of Sumy.", ["Ukraine", "Sumy"]),
    ],
)
def test_losses_tell_where_an_attack_came_down(text: str, landings: list[str]) -> None:
    assert values_of(text, "landing") == landings
