"""Which place a name means here: the candidates weighed by the words around them and by the rest of the text."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from watchfloor.lexicons import Row, table
from watchfloor.places.gazetteer import Entry, NameIndex
from watchfloor.places.mentions import Mention

WIDE = frozenset(("province", "prefecture", "state", "region", "country"))
TOWNS = frozenset(("county", "city", "capital", "town"))
AREAS = WIDE | TOWNS | {"island", "peninsula"}
# What a name most often means when nothing else tells: "Semnan" is the city, "Georgia" the country.
SALIENCE = {
    "country": 6.0, "sea": 6.0, "capital": 5.0, "city": 3.5, "island": 3.0, "state": 3.0, "county": 3.0,
    "province": 2.6, "prefecture": 2.6, "region": 2.5, "town": 2.0, "village": 1.5,
}  # fmt: skip
# A type word printed with the name decides between a city and its province.
TOLD = {
    "province": ("province", "prefecture", "state", "region"), "county": ("county", "city", "town"),
    "city": ("city", "capital", "town", "county"), "island": ("island",), "peninsula": ("peninsula", "region"),
    "lake": ("lake",), "village": ("village",),
}  # fmt: skip
COMPASS_DEGREES = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
    "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
}  # fmt: skip


def kilometres(a: Entry, b: Entry) -> float:
    """Great-circle distance of two entries, in km (haversine, R = 6371)."""
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    )
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


def destination(lat: float, lon: float, bearing: str, km: float) -> tuple[float, float]:
    """The point so many km from another in a compass direction, on the WGS84 ellipsoid."""
    from geographiclib.geodesic import Geodesic  # only texts that state a bearing pay for it

    line = Geodesic.WGS84.Direct(lat, lon, COMPASS_DEGREES[bearing], km * 1000, Geodesic.LATITUDE | Geodesic.LONGITUDE)
    return round(line["lat2"], 4), round(line["lon2"], 4)


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether one place may lie in another: same country, within reach; a town holds only what is smaller than it."""
    if outer.kind == "country":
        return inner.country == outer.country and inner.kind != "country"
    if outer.kind not in AREAS or inner.kind == "country" or (outer.country and inner.country != outer.country):
        return False
    if inner.parent == outer.name:
        return True
    if outer.kind in TOWNS:
        # "Kusong, Taechon and Pakchon" is a list of neighbours, not a town in a town.
        return inner.kind not in AREAS - {"town"} and kilometres(outer, inner) <= outer.radius_km + 15
    # Twice the radius: provinces are long, a radius is of a disc of their size.
    return inner.kind not in WIDE and kilometres(outer, inner) <= 2 * outer.radius_km + 20


def countries_of(mentions: Iterable[Mention]) -> Counter[str]:
    """How often the text's unambiguous names speak of each country."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        codes = {entry.country for entry in mention.candidates}
        if len(codes) == 1 and (code := codes.pop()) is not None:
            votes[code] += 1
    return votes


def choose(
    candidates: tuple[Entry, ...],
    *,
    told_kind: str | None,
    country: str | None,
    votes: Counter[str],
    within: tuple[Entry, ...],
) -> Entry:
    """The likeliest candidate; weights in order of trust: containment, type word, the actor's country, the text's."""

    def weight(entry: Entry) -> float:
        total = SALIENCE.get(entry.kind, 3.2) + 0.3 * math.log10(1 + entry.radius_km)
        total += 8.0 * any(contains(outer, entry) for outer in within)
        total += 4.0 * (told_kind is not None and entry.kind in TOLD.get(told_kind, ()))
        total += 3.0 * (country is not None and entry.country == country)
        return total + min(2.0, 0.5 * votes[entry.country or ""]) - 2.0 * entry.ambiguous

    return candidates[0] if len(candidates) == 1 else max(candidates, key=weight)


def sea_between(first: tuple[Entry, ...], second: tuple[Entry, ...], index: NameIndex) -> Entry | None:
    """The sea whose shores both belong to: Korea and Japan → East Sea. The table's order settles ties."""
    here, there = (
        {entry.country or entry.name for entry in shore} | {e.name for e in shore} for shore in (first, second)
    )
    for row in table("world/seas.csv"):
        shores = set(row["countries"].split(";"))
        if shores & here and shores & there:
            found = index.named(row["name"].casefold())
            return next((entry for entry in found if entry.kind == "sea"), None)
    return None


@lru_cache(maxsize=16)
def _names_in(country: str, index: NameIndex) -> list[str]:
    return index.names_in(country)


@lru_cache(maxsize=4096)
def misspelt(word: str, country: str, index: NameIndex) -> tuple[Entry, ...]:
    """The places of a country whose name is one letter off: `misspelt("Wonsam", "PRK", index)[0].name == "Wonsan"`.

    Nothing where two different places are equally near, or where the first letter differs.
    """
    from rapidfuzz.distance import OSA  # 40 ms to import, and few texts misprint a name
    from rapidfuzz.process import extract

    key = word.casefold()
    names = _names_in(country, index)
    near = [
        name for name, _, _ in extract(key, names, scorer=OSA.distance, score_cutoff=1, limit=4) if name[0] == key[0]
    ]
    entries = {entry for name in near for entry in index.named(name) if entry.country == country}
    places = {(round(entry.lat, 1), round(entry.lon, 1)) for entry in entries}
    return tuple(entries) if len(places) == 1 else ()


@lru_cache(maxsize=1)
def coasts() -> dict[tuple[str, str, str], Row]:
    """Coast rows by country, area ("" for the whole country) and side."""
    rows = table("world/coasts.csv", required=("source",))
    return {(row["country"], row["area"], row["side"]): row for row in rows}
