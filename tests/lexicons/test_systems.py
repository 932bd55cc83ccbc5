"""The table of weapon systems: every row usable, no name that means two systems."""

from __future__ import annotations

import re

import pytest

from watchfloor.lexicons import Row, names, table

SYSTEMS = table("world/systems.csv")
CLASSES = {
    "air_to_surface",
    "anti_ship",
    "anti_tank",
    "artillery_rocket",
    "ballistic_missile",
    "cruise_missile",
    "hypersonic",
    "icbm",
    "interceptor",
    "irbm",
    "mrbm",
    "slbm",
    "space_launch",
    "srbm",
    "surface_to_air",
}


def _folded(name: str) -> str:
    return re.sub(r"[\s-]+", "", name).casefold()


def _by_name() -> dict[str, Row]:
    return {_folded(name): row for row in SYSTEMS for name in names(row)}


def test_it_holds_the_systems_of_the_world() -> None:
    assert len(SYSTEMS) >= 200


def test_its_columns_hold_what_they_promise() -> None:
    countries = {row["alpha3"] for row in table("world/countries.csv", required=("alpha3", "name", "source"))}
    assert [row["name"] for row in SYSTEMS if row["class"] not in CLASSES] == []
    assert [row["name"] for row in SYSTEMS if row["ambiguous"] not in ("yes", "no")] == []
    assert [row["name"] for row in SYSTEMS if row["country"] not in countries] == []
    assert [row["name"] for row in SYSTEMS if not row["role"]] == []


def test_ranges_are_kilometres() -> None:
    stated = [(row["name"], float(row["range_km"])) for row in SYSTEMS if row["range_km"]]
    assert [pair for pair in stated if not 0 < pair[1] <= 20000] == []


def test_no_name_means_two_systems() -> None:
    owner: dict[str, str] = {}
    clashes = []
    for row in SYSTEMS:
        for name in names(row):
            first = owner.setdefault(_folded(name), row["name"])
            if first != row["name"]:
                clashes.append((name, first, row["name"]))
    assert clashes == []
    assert len({_folded(row["name"]) for row in SYSTEMS}) == len(SYSTEMS)


@pytest.mark.parametrize(
    ("name", "system"),
    [
        ("KN-23", "Hwasong-11A"),
        ("KN-17", "Hwasong-12"),
        ("KN-20", "Hwasong-14"),
        ("KN-22", "Hwasong-15"),
        ("KN-28", "Hwasong-17"),
        ("KN-11", "Pukguksong-1"),
        ("KN-26", "Pukguksong-3"),
        ("KN-06", "Pongae-5"),
        ("KN-19", "Kumsong-3"),
        ("BM-25", "Musudan"),
        ("No Dong", "Nodong"),
        ("600mm MLRS", "KN-25"),
        ("KSLV-II", "Nuri"),
        ("Ghaem-100", "Qaem-100"),
        ("Tsirkon", "Zircon"),
    ],
)
def test_a_designation_names_its_system(name: str, system: str) -> None:
    assert _by_name()[_folded(name)]["name"] == system


@pytest.mark.parametrize(
    "name", ["Arrow", "Grad", "Fatah", "Trident", "Harpoon", "Patriot", "Vega", "Electron", "Nuri"]
)
def test_an_ordinary_word_is_marked(name: str) -> None:
    assert _by_name()[_folded(name)]["ambiguous"] == "yes"


@pytest.mark.parametrize("name", ["Musudan", "Zircon", "Sineva", "Kalibr", "Agni", "Hwasong-15", "KN-23"])
def test_a_name_of_its_own_is_not(name: str) -> None:
    assert _by_name()[_folded(name)]["ambiguous"] == "no"
