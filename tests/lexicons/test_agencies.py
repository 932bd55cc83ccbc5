"""The table of agencies: one row an observer, no form that means two, the register's standard names."""

from __future__ import annotations

import pytest

from tests.lexicons.forms import cell, forms_of, key, read_as, repeated
from watchfloor.lexicons import names, table, words

AGENCIES = table("world/agencies.csv")
BY_NAME = {row["name"]: row for row in AGENCIES}
COUNTRIES = table("world/countries.csv", required=("alpha3", "name", "source"))
COLUMNS = ["name", "standard", "country", "kind", "aliases", "bare", "source"]
KINDS = {
    "military",
    "ministry",
    "government",
    "intelligence",
    "coast_guard",
    "space_agency",
    "state_media",
    "presidency",
    "parliament",
    "police",
    "organisation",
    "think_tank",
    "command",
    "company",
}
INTERNATIONAL = {"organisation", "command", "space_agency"}  # kinds that may belong to no country
METONYMS = {key("Kremlin")}  # a country's other name that is an office's too


def test_it_holds_the_agencies_of_the_world() -> None:
    assert len(AGENCIES) >= 180
    assert len({row["country"] for row in AGENCIES}) >= 30


def test_its_columns_hold_what_they_promise() -> None:
    countries = {row["alpha3"] for row in COUNTRIES}
    assert list(AGENCIES[0]) == COLUMNS
    assert {row["kind"] for row in AGENCIES} <= KINDS
    assert {row["country"] for row in AGENCIES} - {""} <= countries
    assert {row["kind"] for row in AGENCIES if not row["country"]} <= INTERNATIONAL


def test_no_cell_has_stray_white_space() -> None:
    assert [row["name"] for row in AGENCIES if any(value != " ".join(value.split()) for value in row.values())] == []


def test_no_form_names_two_agencies() -> None:
    assert repeated(forms_of(AGENCIES)) == {}


def test_a_bare_form_names_one_agency_a_country() -> None:
    bare = [(form, row["name"], row["country"]) for row in AGENCIES for form in cell(row, "bare")]
    for country in {row["country"] for row in AGENCIES}:
        assert repeated((form, name) for form, name, its_country in bare if its_country == country) == {}


def test_no_form_is_both_bare_and_unambiguous() -> None:
    named = {key(form) for form, _ in forms_of(AGENCIES)}
    assert [form for row in AGENCIES for form in cell(row, "bare") if key(form) in named] == []


def test_a_standard_name_stands_for_one_agency_a_country() -> None:
    standards = [(row["country"], row["standard"]) for row in AGENCIES if row["standard"]]
    assert len(standards) == len(set(standards))


def test_no_country_is_an_agency() -> None:
    columns = ("name", "aliases", "demonyms", "capital", "contextual")
    countries = {key(form) for row in COUNTRIES for column in columns for form in cell(row, column)}
    taken = {form for row in AGENCIES for form in map(key, (*names(row), *cell(row, "bare")))}
    assert taken & countries <= METONYMS


def test_groups_without_an_agency_of_their_own_have_a_standard() -> None:
    for group, name in words("en/attribution.toml")["standards"].items():
        assert BY_NAME[name]["standard"], group
        assert BY_NAME[name]["country"] == group.split("-")[0]


@pytest.mark.parametrize(
    ("text", "standard", "country"),
    [
        ("South Korea's Joint Chiefs of Staff said", "Joint Chiefs of Staff", "KOR"),
        ("South Korea’s Joint Chief of Staff said", "Joint Chiefs of Staff", "KOR"),
        ("South Korean military said", "Joint Chiefs of Staff", "KOR"),
        ("Seoul's military detected", "Joint Chiefs of Staff", "KOR"),
        ("ROK JCS estimated", "Joint Chiefs of Staff", "KOR"),
        ("South Korea's Defence Ministry said", "Ministry of National Defense", "KOR"),
        ("NIS told lawmakers", "National Intelligence Service", "KOR"),
        ("Seoul's spy agency told lawmakers", "National Intelligence Service", "KOR"),
        ("South Korean authorities believe", "South Korean government", "KOR"),
        ("South Korea's National Security Council met", "National Security Council", "KOR"),
        ("Blue House said", "Cheong Wa Dae", "KOR"),
        ("Seoul's presidential office said", "presidential office", "KOR"),
        ("Japanese defence ministry said", "Ministry of Defense", "JPN"),
        ("Tokyo's defence minister told", "Ministry of Defense", "JPN"),
        ("Japan's Coast Guard warned", "Japan Coast Guard", "JPN"),
        ("Japan's chief cabinet secretary said", "Japanese government", "JPN"),
        ("Japanese Prime Minister told", "Japanese government", "JPN"),
        ("North Korea's state media claimed", "KCNA", "PRK"),
        ("Korean Central News Agency said", "KCNA", "PRK"),
        ("Rodong Sinmun said", "Rodong Sinmun", "PRK"),
        ("North Korean Academy of Defence Science said", "Academy of Defense Science", "PRK"),
        ("Missile Administration said", "Missile Administration", "PRK"),
        ("General Staff of the KPA said", "General Staff of the KPA", "PRK"),
        ("NATA said", "National Aerospace Technology Administration", "PRK"),
        ("USINDOPACOM said", "Indo-Pacific Command", "USA"),
        ("U.S. Indo-Pacific Command said", "Indo-Pacific Command", "USA"),
        ("American officials said", "United States", "USA"),
    ],
)
def test_the_standard_name_of_a_speaker(text: str, standard: str, country: str) -> None:
    name = read_as(text, "agency")
    assert name is not None
    assert (BY_NAME[name]["standard"], BY_NAME[name]["country"]) == (standard, country)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("U.S. military said", "Armed Forces of the United States"),
        ("Pentagon said", "United States Department of Defense"),
        ("US Secretary of War Jane Doe said", "United States Department of Defense"),
        ("Ukraine's air force said", "Ukrainian Air Force"),
        ("Ukrainian military intelligence said", "Main Directorate of Intelligence of Ukraine"),
        ("Russia’s Defence Ministry said", "Ministry of Defence of the Russian Federation"),
        ("Iran's Revolutionary Guards said", "Islamic Revolutionary Guard Corps"),
        ("Iranian state television said", "Islamic Republic of Iran Broadcasting"),
        ("Israeli army said", "Israel Defense Forces"),
        ("IDF said", "Israel Defense Forces"),
        ("Pakistan's military said", "Inter-Services Public Relations"),
        ("DRDO said", "Defence Research and Development Organisation"),
        ("Taiwan's defence ministry said", "Ministry of National Defense of Taiwan"),
        ("PLA Rocket Force said", "People's Liberation Army Rocket Force"),
        ("Houthi military spokesman said", "Houthi military spokesman"),
        ("UN Security Council met", "United Nations Security Council"),
        ("UKMTO said", "United Kingdom Maritime Trade Operations"),
    ],
)
def test_an_agency_is_known_by_what_the_press_calls_it(text: str, name: str) -> None:
    assert read_as(text, "agency") == name


@pytest.mark.parametrize(
    "text", ["add to the tension", "sana fell", "nata de coco", "ula the cat", "it said", "the guards of the base"]
)
def test_an_acronym_in_small_letters_is_no_agency(text: str) -> None:
    assert read_as(text, "agency") is None


@pytest.mark.parametrize(
    ("form", "country", "name"),
    [
        ("Joint Chiefs of Staff", "KOR", "Joint Chiefs of Staff of the Republic of Korea"),
        ("defence ministry", "KOR", "Ministry of National Defense of the Republic of Korea"),
        ("defence ministry", "JPN", "Ministry of Defense of Japan"),
        ("Defense Ministry", "RUS", "Ministry of Defence of the Russian Federation"),
        ("state media", "PRK", "Korean Central News Agency"),
        ("state media", "IRN", "Islamic Republic of Iran Broadcasting"),
        ("coast guard", "JPN", "Japan Coast Guard"),
        ("military", "ISR", "Israel Defense Forces"),
        ("air force", "UKR", "Ukrainian Air Force"),
        ("army", "PAK", "Inter-Services Public Relations"),
        ("military", "TWN", "Ministry of National Defense of Taiwan"),
        ("general staff", "PRK", "General Staff of the Korean People's Army"),
        ("prime minister's office", "ISR", "Prime Minister's Office of Israel"),
    ],
)
def test_a_bare_form_names_the_agency_of_the_country_meant(form: str, country: str, name: str) -> None:
    known = [row["name"] for row in AGENCIES if row["country"] == country and key(form) in map(key, cell(row, "bare"))]
    assert known == [name]
