"""Whole phrases: what is quoted, how it stands to the place, and what qualifies it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.places.reading import named, only, phrases, quoted

# quote, name, relation, within, coast
PHRASES: list[tuple[str, str, str | None, list[str], str | None]] = [
    ("an inland site near Taekwan", "Taegwan", "near", [], "inland"),
    ("the county of Hwangju in North Hwanghae province", "Hwangju", None, ["North Hwanghae"], None),
    ("Sinsang-ri, Hambuk Province", "Sinsang-ri", None, ["North Hamgyong"], None),
    ("the Wonsan, Kangwon Province area", "Wonsan", None, ["Kangwon"], None),
    ("the Kalma area in the eastern port of Wonsan", "Kalma", None, ["Wonsan"], None),
    ("the port city of Wonsan on the east coast", "Wonsan", None, [], "east"),
    ("near its eastern coastal city of Sinpo", "Sinpo", "near", [], "east"),
    ("the western port county of Onchon", "Onchon", None, [], "west"),
    ("near Kusong in the northwestern part of the country", "Kusong", "near", [], "northwest"),
    ("Tongchang-ri in the north of the country", "Tongchang-ri", None, [], "north"),
    ("close to Hodo Peninsula near the east coast city of Wonsan", "Hodo", "near", ["Wonsan"], None),
    ("a location in South Pyongan province", "South Pyongan", "in", [], None),
    ("in the vicinity of Kaechon in South Pyongan Province", "Kaechon", "near", ["South Pyongan"], None),
    ("North Korea's northwestern Jagang province", "Jagang", None, ["North Korea"], "northwest"),
    ("Pyongyang's Sunan district", "Sunan", None, ["Pyongyang"], None),
    ("inland areas of North Pyongan province", "North Pyongan", None, [], "inland"),
    ("off its west coast in North Pyongan Province", "North Pyongan", "off", ["west coast"], "west"),
    ("Gitdaeryeong on the North's southeastern coast", "Kittaeryong", None, [], "southeast"),
    ("the central county of Yangdok", "Yangdok", None, [], "inland"),
    ("Sunan International Airport in Pyongyang", "Pyongyang International Airport", None, ["Pyongyang"], None),
    ("near the border village of Panmunjom, South Korea", "Panmunjom", "near", ["South Korea"], None),
]


@pytest.mark.parametrize(("quote", "name", "relation", "within", "coast"), PHRASES)
def test_a_phrase_is_quoted_whole(
    quote: str, name: str, relation: str | None, within: list[str], coast: str | None
) -> None:
    text = f"It left {quote} before noon."
    found = only(text)
    assert text[found.start : found.end] == quote
    assert (found.place.name, found.relation, found.coast) == (name, relation, coast)
    assert [place.name for place in found.within] == within


COASTS = [
    ("from its east coast", "PRK", "east coast", "PRK", 39.8, 127.6),
    ("from the North's western coast", "PRK", "west coast", "PRK", 39.0, 125.3),
    ("along the country's southern coast", "IRN", "south coast", "IRN", 26.8, 55.5),
    ("toward Japan's northeastern coast", "PRK", "northeast coast", "JPN", 41.0, 141.6),
    ("near the east coast of India", "PRK", "east coast", "IND", 16.5, 82.3),
    ("off the east coast of Florida", "USA", "east coast of Florida", "USA", 28.4, -80.6),
    ("on Taiwan’s east coast", "CHN", "east coast", "TWN", 23.7, 121.55),
    ("off the west coast of the Korean Peninsula", None, "west coast of Korean Peninsula", None, 37.8, 126.0),
]


@pytest.mark.parametrize(("text", "actor", "name", "country", "lat", "lon"), COASTS)
def test_a_coast_has_a_country_and_a_middle(
    text: str, actor: str | None, name: str, country: str | None, lat: float, lon: float
) -> None:
    place = only(text, actor).place
    assert (place.kind, place.name, place.country, place.lat, place.lon) == ("coast", name, country, lat, lon)


def test_a_coast_of_nobody_stays_unresolved() -> None:
    found = only("somewhere on its east coast", None)
    assert (found.place.name, found.place.lat, found.coast) == ("east coast", None, "east")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It came down in international waters.", "international waters", "waters"),
        ("It tumbled into the ocean.", "ocean", "waters"),
        ("It fell into the sea.", "sea", "waters"),
        ("inside Japan's exclusive economic zone (EEZ)", "Japan's exclusive economic zone", "eez"),
        ("outside Japan’s EEZ", "Japan's exclusive economic zone", "eez"),
        ("into South Korea's air defence identification zone", "South Korea's air defense identification zone", "adiz"),
        ("entered Japan's ADIZ", "Japan's air defense identification zone", "adiz"),
        ("in waters off Sinpo", "Sinpo", "city"),
        ("waters off the coast of Hamhung", "Hamhung", "city"),
    ],
)
def test_waters_and_zones(text: str, name: str, kind: str) -> None:
    found = only(text)
    assert (found.place.name, found.place.kind, found.water) == (name, kind, True)


@pytest.mark.parametrize(
    ("text", "name", "lat", "lon", "within_km"),
    [
        ("400-500 km northwest of Wajima, Ishikawa Prefecture, Japan", "northwest of Wajima", 40.2, 133.2, 30),
        ("about 250 km (155 miles) west of Okushiri Island", "west of Okushiri", 42.12, 136.46, 15),
        ("some 100 miles south of Seoul", "south of Seoul", 36.12, 126.98, 15),
        ("60 nautical miles southwest of Hodeidah", "southwest of Hodeidah", 14.09, 42.22, 15),
        (
            "1,200 kilometres east-southeast of Tokyo".replace("east-southeast", "east"),
            "east of Tokyo",
            35.0,
            152.9,
            30,
        ),
    ],
)
def test_a_bearing_and_a_distance_move_the_point(
    text: str, name: str, lat: float, lon: float, within_km: float
) -> None:
    found = only(f"It fell {text}.")
    assert found.place.name == name
    assert found.place.lat is not None
    assert found.place.lon is not None
    assert abs(found.place.lat - lat) * 111 < within_km
    assert abs(found.place.lon - lon) * 111 < within_km
    assert f"It fell {text}."[found.start : found.end] == text


def test_a_bearing_alone_moves_the_point_a_little_and_says_so() -> None:
    plain, moved = only("at Wonsan"), only("in waters northeast of Wonsan, Kangwon Province")
    assert moved.place.name == "waters northeast of Wonsan"
    assert moved.water
    assert plain.place.lat is not None
    assert moved.place.lat is not None
    assert 0.1 < moved.place.lat - plain.place.lat < 0.6


def test_near_and_area_widen_the_radius() -> None:
    radius = {text: only(text).place.radius_km or 0 for text in ("at Wonsan", "near Wonsan", "the Wonsan area")}
    assert radius["at Wonsan"] < radius["the Wonsan area"] < radius["near Wonsan"]
    assert radius["near Wonsan"] <= 50


@pytest.mark.parametrize(
    ("text", "actor", "name", "country"),
    [
        ("from Hamilton in New Zealand", None, "Hamilton", "NZL"),
        ("from Kosong", "PRK", "Kosong", "PRK"),
        ("from Kosong, South Korea", "PRK", "Goseong", "KOR"),
        ("from Sonmiani, Balochistan", None, "Sonmiani", "PAK"),
        ("in Kharkiv region", None, "Kharkiv", "UKR"),
        ("from Semnan province", "IRN", "Semnan", "IRN"),
        ("in Punjab, India", None, "Punjab", "IND"),
        ("in Punjab, Pakistan", None, "Punjab", "PAK"),
    ],
)
def test_context_decides_between_homonyms(text: str, actor: str | None, name: str, country: str) -> None:
    found = phrases(text, actor)[0]
    assert (found.place.name, found.place.country) == (name, country)


def test_a_village_is_not_the_county_of_its_name() -> None:
    county, village = only("from Cholsan").place, only("from Cholsan-ri").place
    assert (county.name, village.name, village.lat) == ("Cholsan", "Cholsan-ri", None)
    place = only("the Hwasong-ri area of Jungsan County, South Phyongan Province").place
    assert (place.name, place.lat) == ("Hwasong-ri", only("Jungsan County").place.lat)


def test_a_type_word_chooses_the_province() -> None:
    city, province = only("in Semnan", "IRN").place, only("in Semnan province", "IRN").place
    assert (city.kind, province.kind) == ("city", "province")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("fired from Okpyong-ri at dawn", "Okpyong-ri"),
        ("fired from the Zorvan Space Center", "Zorvan Space Center"),
        ("in Quxley County", "Quxley County"),
        ("from the Tharpor Test Range", "Tharpor Test Range"),
        ("from the Belvane area", "Belvane area"),
        ("at Zorvan air base", "Zorvan air base"),
        ("off Cape Zorvan", "Cape Zorvan"),
    ],
)
def test_an_unknown_place_keeps_its_words(text: str, printed: str) -> None:
    place = only(text).place
    assert (place.printed, place.name, place.lat, place.lon) == (printed, printed, None, None)


def test_an_unknown_place_lies_where_it_is_said_to_lie() -> None:
    place, province = only("from Okpyong-ri in Jagang Province").place, only("Jagang Province").place
    assert (place.name, place.lat, place.country) == ("Okpyong-ri", province.lat, "PRK")


@pytest.mark.parametrize("text", ["the Asia-Pacific region", "the whole region", "a Military District", "The Island"])
def test_common_words_with_a_type_word_are_no_names(text: str) -> None:
    assert [phrase.place.name for phrase in phrases(text)] in ([], ["Pacific Ocean"])


def test_a_misprint_is_mended_in_the_actors_country_only() -> None:
    mended = only("fired from Wonsam on Monday")
    assert (mended.place.name, mended.place.printed) == ("Wonsan", "Wonsam")
    assert (mended.place.radius_km or 0) > (only("from Wonsan").place.radius_km or 0)
    assert phrases("fired from Wonsam on Monday", "IRN") == ()
    assert phrases("fired from Wonsam on Monday", None) == ()
    assert phrases("Wonsam spoke on Monday") == ()


def test_a_sea_that_describes_a_port_is_not_a_place_of_its_own() -> None:
    assert named("They struck the Black Sea port of Odesa.", "RUS") == ["Odesa"]


def test_lists_are_not_joined() -> None:
    assert quoted("Seoul, Tokyo and Washington agreed") == ["Seoul", "Tokyo", "Washington"]
    assert quoted("in Kusong, Taechon, Pakchon and Jongju") == ["Kusong", "Taechon", "Pakchon", "Jongju"]
    assert quoted("Wonsan, Wonsan, Wonsan") == ["Wonsan"] * 3


ALPHABET = "abcdefgh ,.'’-()\n" + "ABCKNPSW"
PIECES = st.sampled_from(
    [
        "Wonsan",
        "the sea between Korea",
        " and Japan",
        "near ",
        "off the ",
        "east coast",
        "’s ",
        " of ",
        "North Korea",
        ", ",
        "400-500 km northwest of ",
        "Kangwon Province",
        "its ",
        " area",
        "waters ",
        "-ri",
        " (",
        ")",
        "EEZ",
        "ŏ",
        "\n",
        "U.S.",
        "Sea of Japan",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES | st.text(ALPHABET, max_size=8) | st.text(max_size=4), max_size=14).map("".join),
    st.sampled_from([None, "PRK"]),
)
def test_spans_lie_in_the_text_in_order_and_never_overlap(text: str, country: str | None) -> None:
    end = 0
    for phrase in phrases(text, country):
        assert end <= phrase.start < phrase.end <= len(text)
        assert phrase.place.printed
        assert (phrase.place.lat is None) == (phrase.place.lon is None)
        end = phrase.end
