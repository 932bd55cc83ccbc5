"""The tables themselves: what they must hold, and that no row is off the map."""

from __future__ import annotations

import pytest

from tests.places.reading import only
from watchfloor.lexicons import table

TABLES = ["world/places.csv", "world/seas.csv", "world/coasts.csv"]
SIDES = {"", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "inland"}


@pytest.mark.parametrize("path", TABLES)
def test_every_row_is_on_the_map(path: str) -> None:
    for row in table(path, required=("source",)):
        assert -90 <= float(row["lat"]) <= 90, row
        assert -180 <= float(row["lon"]) <= 180, row
        assert 0 < float(row["radius_km"]) <= 5000, row


def test_the_gazetteer_is_small_and_north_korea_is_complete() -> None:
    rows = table("world/places.csv")
    north = [row for row in rows if row["country"] == "PRK"]
    assert len(rows) < 6000
    assert len([row for row in north if row["kind"] in ("county", "city", "town", "capital")]) >= 190
    assert len([row for row in north if row["kind"] == "province"]) >= 9
    assert all(row["coast"] for row in north if row["kind"] != "country")
    assert {row["coast"] for row in rows} <= SIDES


def test_north_korean_places_lie_in_north_korea() -> None:
    for row in table("world/places.csv"):
        if row["country"] == "PRK":
            assert 37.5 <= float(row["lat"]) <= 43.1, row["name"]
            assert 124.0 <= float(row["lon"]) <= 130.8, row["name"]


def test_seas_and_coasts() -> None:
    assert len({row["name"] for row in table("world/seas.csv")}) >= 60
    covered = {row["country"] for row in table("world/coasts.csv", required=("source",))}
    assert covered >= {"PRK", "KOR", "JPN", "IND", "IRN", "CHN", "RUS", "USA", "PAK", "ISR", "YEM", "TWN"}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Okushiri Island", "JPN"),
        ("Aomori Prefecture", "JPN"),
        ("Wajima", "JPN"),
        ("Yonaguni", "JPN"),
        ("Cape Erimo", "JPN"),
        ("Baengnyeong Island", "KOR"),
        ("Yeonpyeong Island", "KOR"),
        ("Ulleung Island", "KOR"),
        ("Sokcho", "KOR"),
        ("Kapustin Yar", "RUS"),
        ("Arkhangelsk Oblast", "RUS"),
        ("Chandipur", "IND"),
        ("Shahrud", "IRN"),
        ("Kermanshah", "IRN"),
        ("Hodeidah", "YEM"),
        ("Zaporizhzhia", "UKR"),
        ("Kiryat Shmona", "ISR"),
        ("Pingtung County", "TWN"),
        ("Fujian Province", "CHN"),
        ("Kwajalein Atoll", "MHL"),
        ("Mahia Peninsula", "NZL"),
        ("Baikonur", "KAZ"),
        ("North Korea", "PRK"),
        ("Japan", "JPN"),
    ],
)
def test_places_reports_name(name: str, country: str) -> None:
    assert only(f"toward {name} today", None).place.country == country
