"""The table of wires and outlets: names and domains that mean one of them, and no everyday phrase among the names."""

from __future__ import annotations

import re

import pytest

from tests.lexicons.forms import cell, forms_of, key, read_as, repeated
from watchfloor.lexicons import names, table

OUTLETS = table("world/outlets.csv", required=("name", "kind", "domains", "source"))
COLUMNS = ["name", "kind", "country", "aliases", "domains", "source"]
KINDS = {"wire", "newspaper", "broadcaster", "online", "magazine", "agency_state", "aggregator", "trade", "think_tank"}
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")


def _outlet_at(domain: str) -> list[str]:
    return [row["name"] for row in OUTLETS if domain in cell(row, "domains")]


def test_it_holds_the_outlets_of_the_world() -> None:
    assert len(OUTLETS) >= 200
    assert len({row["country"] for row in OUTLETS}) >= 30


def test_its_columns_hold_what_they_promise() -> None:
    countries = {row["alpha3"] for row in table("world/countries.csv", required=("alpha3", "name", "source"))}
    assert list(OUTLETS[0]) == COLUMNS
    assert {row["kind"] for row in OUTLETS} <= KINDS
    assert {row["country"] for row in OUTLETS} - {""} <= countries
    assert [domain for row in OUTLETS for domain in cell(row, "domains") if not _HOST.fullmatch(domain)] == []


def test_no_form_names_two_outlets() -> None:
    assert repeated(forms_of(OUTLETS)) == {}


def test_no_domain_belongs_to_two_outlets() -> None:
    assert repeated((domain, row["name"]) for row in OUTLETS for domain in cell(row, "domains")) == {}


def test_an_outlet_that_is_an_agency_speaks_for_its_state_or_as_a_think_tank() -> None:
    kinds = {key(form): row["kind"] for row in table("world/agencies.csv") for form in names(row)}
    shared = {kinds[key(form)] for form, _ in forms_of(OUTLETS) if key(form) in kinds}
    assert shared == {"state_media", "think_tank"}


@pytest.mark.parametrize("form", ["CNA", "ABC", "NTV", "The Star", "The Nation", "The Sun", "Channel 13"])
def test_a_name_of_several_outlets_is_nobodys(form: str) -> None:
    assert key(form) not in {key(known) for known, _ in forms_of(OUTLETS)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("AP reported", "The Associated Press"),
        ("Associated Press reported", "The Associated Press"),
        ("AFP reported", "Agence France-Presse"),
        ("Yonhap News Agency reported", "Yonhap"),
        ("Kyodo reported", "Kyodo News"),
        ("Press Trust of India reported", "PTI"),
        ("Deutsche Presse-Agentur reported", "DPA"),
        ("NYT reported", "The New York Times"),
        ("Hankyoreh reported", "The Hankyoreh"),
        ("RFE/RL reported", "Radio Free Europe/Radio Liberty"),
        ("TASS reported", "TASS"),
        ("ITAR-TASS reported", "TASS"),
        ("Kyiv Independent reported", "The Kyiv Independent"),
        ("Australian Broadcasting Corporation reported", "ABC News (Australia)"),
    ],
)
def test_an_outlet_is_known_by_its_other_names(text: str, name: str) -> None:
    assert read_as(text, "outlet") == name


@pytest.mark.parametrize(
    "text",
    [
        "the National Security Council said",
        "the Australian minister said",
        "the Atlantic Ocean",
        "The diplomat said",
        "The paper said",
        "The conversation ended",
        "Missile threat grows",
        "ap plied",
        "time of launch",
        "Payload fairing",
        "Astra launched a rocket",
    ],
)
def test_an_everyday_phrase_is_no_outlet(text: str) -> None:
    assert read_as(text, "outlet") is None


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("reuters.com", "Reuters"),
        ("apnews.com", "The Associated Press"),
        ("yna.co.kr", "Yonhap"),
        ("abcnews.go.com", "ABC News"),
        ("abc.net.au", "ABC News (Australia)"),
        ("abc7chicago.com", "WLS"),
        ("cna.com.tw", "Central News Agency"),
        ("channelnewsasia.com", "Channel NewsAsia"),
        ("beyondparallel.csis.org", "Beyond Parallel"),
        ("english.kyodonews.net", "Kyodo News"),
    ],
)
def test_a_domain_tells_the_outlet(domain: str, name: str) -> None:
    assert _outlet_at(domain) == [name]
