"""Names under all their spellings, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.places.reading import named, only, phrases
from watchfloor.places import Gazetteer
from watchfloor.places.names import fold, key_of

ROMANISATIONS = [
    ("Taegwan", "Taegwan Taekwan Daegwan Taegwan-gun T’aegwan TAEGWAN"),
    ("Pyongan", "Pyongan P'yŏngan P’yongan Phyongan Pyeongan"),
    ("Tongchang-ri", "Tongchang-ri Dongchang-ri Tongchangri Dongchangri Tongchang-ni"),
    ("Jagang", "Jagang Chagang Jagang-do Chagang-do"),
    ("Ryanggang", "Ryanggang Yanggang Ryanggang-do"),
    ("Kusong", "Kusong Guseong Kusŏng Kusong-si"),
    ("Panghyon", "Panghyon Banghyon Banghyeon"),
    ("Nyongbyon", "Nyongbyon Yongbyon Yeongbyeon"),
    ("Kittaeryong", "Kittaeryong Gitdaeryong Gitdaeryeong"),
    ("Jangyon", "Jangyon Changyon Jangyeon"),
    ("Junghwa", "Junghwa Chunghwa"),
    ("Mupyong-ri", "Mupyong-ri Mup'yong-ni Mupyeong-ri"),
    ("Kaechon", "Kaechon Gaecheon Kaech'ŏn Kaech’ŏn-si"),
    ("Sukchon", "Sukchon Sukcheon Sukch'on"),
    ("Sunchon", "Sunchon Suncheon Sunch'ŏn"),
    ("Nampo", "Nampo Nampho Namp'o"),
    ("Sinpo", "Sinpo Sinpho Shinpo"),
    ("Hungnam", "Hungnam Heungnam Hŭngnam"),
    ("Hamhung", "Hamhung Hamheung Hamhŭng"),
    ("Tongchon", "Tongchon T'ongch'ŏn Thongchon Tongcheon"),
    ("Munchon", "Munchon Muncheon Munch’ŏn"),
    ("Yangdok", "Yangdok Yangdeok Yangdŏk"),
    ("Sonchon", "Sonchon Seoncheon Sŏnch'ŏn"),
    ("Kumya", "Kumya Yonghung Keumya Kŭmya"),
    ("Sondok", "Sondok Seondeok"),
    ("Yonpo", "Yonpo Yeonpo"),
    ("Pakchon", "Pakchon Bakcheon"),
    ("Taechon", "Taechon Taecheon T'aech'ŏn"),
    ("Kimchaek", "Kimchaek Kimchaek-si"),
    ("Hwangju", "Hwangju Hwangju-gun"),
    ("Sariwon", "Sariwon Sariwŏn"),
    ("Samsok", "Samsok Samseok"),
    ("Ryongsong", "Ryongsong Yongsong Ryongseong"),
    ("Toyang-ri", "Toyang-ri Doyang-ri"),
    ("Sangwon", "Sangwon Sangwŏn"),
    ("Kangdong", "Kangdong Gangdong"),
    ("Pukchang", "Pukchang Bukchang"),
]


@pytest.mark.parametrize(
    ("name", "printed"), [(name, spelling) for name, spellings in ROMANISATIONS for spelling in spellings.split()]
)
def test_every_romanisation_is_one_place(name: str, printed: str) -> None:
    found = only(f"Two rockets left {printed} before dawn.")
    assert (found.place.name, found.place.printed, found.place.country) == (name, printed, "PRK")


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("North Pyongan Province", "North Pyongan"),
        ("Pyonganbuk-do", "North Pyongan"),
        ("South P'yŏngan province", "South Pyongan"),
        ("Hambuk Province", "North Hamgyong"),
        ("Hamgyong-bukto", "North Hamgyong"),
        ("South Hamkyung Province", "South Hamgyong"),
        ("Hwanghae Province", "Hwanghae"),
        ("North Hwanghae", "North Hwanghae"),
        ("Kangwon Province", "Kangwon"),
        ("Gangwon Province", "Kangwon"),
    ],
)
def test_provinces(printed: str, name: str) -> None:
    found = only(f"fired from {printed} at noon")
    assert (found.place.name, found.place.printed, found.place.country) == (name, printed, "PRK")
    assert found.place.radius_km is not None
    assert found.place.radius_km >= 50


SEAS = [
    ("East Sea", ["East Sea", "Sea of Japan", "Japan Sea", "Sea of Japan (East Sea)", "East Sea/Sea of Japan"]),
    (
        "East Sea",
        ["sea between Korea and Japan", "sea between Japan and South Korea", "waters between North Korea and Japan"],
    ),
    ("East Sea", ["waters between the Korean Peninsula and Japan", "sea between Korea anad Japan"]),
    ("East Sea", ["East Sea, also known as the Sea of Japan"]),
    ("Yellow Sea", ["Yellow Sea", "West Sea", "sea between China and the Korean Peninsula"]),
    ("Pacific Ocean", ["Pacific", "Pacific Ocean", "western Pacific", "North Pacific", "northwest Pacific Ocean"]),
    ("Bay of Bengal", ["Bay of Bengal"]),
    ("Arabian Sea", ["Arabian Sea", "northern Arabian Sea"]),
    ("Barents Sea", ["Barents Sea"]),
    ("Sea of Okhotsk", ["Sea of Okhotsk", "Okhotsk Sea"]),
    ("Persian Gulf", ["Persian Gulf", "Arabian Gulf", "Gulf"]),
    ("Gulf of Oman", ["Gulf of Oman", "Sea of Oman"]),
    ("Bab el-Mandeb", ["Bab el-Mandeb", "Bab al-Mandab Strait", "Bab-el-Mandeb"]),
    ("Strait of Hormuz", ["Strait of Hormuz", "Hormuz Strait"]),
    ("Taiwan Strait", ["Taiwan Strait", "waters between Taiwan and China"]),
    ("Sea of Azov", ["Sea of Azov", "Azov Sea"]),
    ("Mediterranean Sea", ["Mediterranean", "eastern Mediterranean"]),
]


@pytest.mark.parametrize(("name", "printed"), [(name, sea) for name, printed in SEAS for sea in printed])
def test_a_sea_under_all_its_names(name: str, printed: str) -> None:
    text = f"It dropped into the {printed} within minutes."
    found = only(text)
    assert found.place.name == name
    assert found.water
    assert text[found.start : found.end].startswith(f"the {printed}")


@pytest.mark.parametrize(
    "text",
    [
        "Lloyd Austin and Mary Lincoln met Fumio Kishida.",
        "Gen. Jackson wrote to Mr. Jordan about it.",
        "The Washington Post and the Seoul Shinmun Daily saw it differently.".replace(
            "Seoul Shinmun Daily", "Tehran Times"
        ),
        "a Pyongyang-based diplomat watched a Sinpo-class submarine",
        "Defense Minister Israel Katz and Vladimir Putin spoke",
        "The Khorramshahr missile and a Hwasong rocket were shown.",
        "the Black Sea Fleet and the Pacific Fleet sailed",
        "the singer Park Se-ri smiled",
        "Nothing here is a place, not even nice orange mobile reading.",
        "They told us that us was not them.",
    ],
)
def test_persons_papers_and_weapons_are_no_places(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("fired from Khorramshahr toward the border", "Khorramshahr", "IRN"),
        ("in Georgia on Sunday", "Georgia", "GEO"),
        ("Kanazawa, Ishikawa Prefecture", "Kanazawa", "JPN"),
        ("protests across Jordan grew", "Jordan", "JOR"),
    ],
)
def test_an_ambiguous_name_is_a_place_after_a_preposition(text: str, name: str, country: str) -> None:
    found = only(text, None)
    assert (found.place.name, found.place.country) == (name, country)


@pytest.mark.parametrize(("word", "folded"), [("P'yŏngan", "pyongan"), ("P’YONGAN", "pyongan"), ("Sana’a", "sanaa")])
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_a_key_separates_words_by_one_space() -> None:
    assert key_of("Bab-el-Mandeb") == key_of("Bab el  Mandeb") == "bab el mandeb"


def test_raw_names_hold_every_place_they_may_mean() -> None:
    text = "from Kosong or Suncheon"
    found = Gazetteer.bundled().find_names(text)
    assert [text[name.start : name.end] for name in found] == ["Kosong", "Suncheon"]
    assert {entry.country for entry in found[0].candidates} == {"PRK", "KOR"}


def test_a_possessive_is_not_part_of_the_name() -> None:
    text = "Japan’s minister and Seoul's military"
    assert [text[phrase.start : phrase.end] for phrase in phrases(text)] == ["Japan", "Seoul"]
