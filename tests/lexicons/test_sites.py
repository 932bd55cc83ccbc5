"""The table of launch sites: coordinates on the map, no name that means two sites of a country."""

from __future__ import annotations

import re

import pytest

from watchfloor.lexicons import Row, names, table

SITES = table("world/sites.csv")
KINDS = {"airbase", "launch_site", "naval_base", "silo_field", "spaceport", "test_range"}
COASTS = {"", "east", "inland", "north", "south", "west"}
WITHOUT_A_ROW = {"GUF"}  # territories that the table of countries leaves out


def _folded(name: str) -> str:
    return re.sub(r"[\s-]+", "", name).casefold()


def _called(name: str) -> Row:
    return next(row for row in SITES if name in names(row))


def test_it_holds_the_sites_of_the_world() -> None:
    assert len(SITES) >= 170
    assert sum(row["country"] == "PRK" for row in SITES) >= 55


def test_its_columns_hold_what_they_promise() -> None:
    countries = {row["alpha3"] for row in table("world/countries.csv", required=("alpha3", "name", "source"))}
    assert [row["name"] for row in SITES if row["kind"] not in KINDS] == []
    assert [row["name"] for row in SITES if row["coast"] not in COASTS] == []
    assert [row["name"] for row in SITES if row["country"] not in countries | WITHOUT_A_ROW] == []


def test_coordinates_are_on_the_map() -> None:
    for row in SITES:
        assert -90 <= float(row["lat"]) <= 90, row["name"]
        assert -180 <= float(row["lon"]) <= 180, row["name"]
        assert 0 < float(row["radius_km"]) <= 100, row["name"]


def test_north_korean_sites_are_in_north_korea() -> None:
    outside = [
        row["name"]
        for row in SITES
        if row["country"] == "PRK" and not (37.5 <= float(row["lat"]) <= 43 and 124 <= float(row["lon"]) <= 131)
    ]
    assert outside == []


def test_no_name_means_two_sites() -> None:
    owner: dict[str, str] = {}
    clashes = []
    for row in SITES:
        for name in names(row):
            first = owner.setdefault(_folded(name), row["name"])
            if first != row["name"]:
                clashes.append((name, first, row["name"]))
    assert clashes == []
    assert len({_folded(row["name"]) for row in SITES}) == len(SITES)


def test_no_site_repeats_a_place() -> None:
    """A bare town is a place; its launch site carries a name of its own."""
    places = {(row["country"], _folded(name)) for row in table("world/places.csv") for name in names(row)}
    assert [
        (row["name"], name) for row in SITES for name in names(row) if (row["country"], _folded(name)) in places
    ] == []


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Sohae", "PRK", 39.66, 124.7),
        ("Sunan airport", "PRK", 39.2, 125.7),
        ("Semnan Space Center", "IRN", 35.2, 53.9),
        ("Plesetsk launch site", "RUS", 62.9, 40.6),
        ("Baikonur Cosmodrome", "KAZ", 46.0, 63.3),
        ("Vandenberg", "USA", 34.7, -120.6),
        ("Guiana Space Centre", "GUF", 5.2, -52.8),
    ],
)
def test_a_site_is_where_it_is(name: str, country: str, lat: float, lon: float) -> None:
    row = _called(name)
    assert row["country"] == country
    assert float(row["lat"]) == pytest.approx(lat, abs=0.1)
    assert float(row["lon"]) == pytest.approx(lon, abs=0.1)
