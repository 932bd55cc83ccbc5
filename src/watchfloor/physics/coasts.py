"""Nearest coasts around East Asia: which country's shore is how far from a point at sea.

Outline points are Natural Earth's 1:50m (public domain), about 10 km apart, so distances are right to some 10 km. The nearest
coast within 200 nautical miles is a plausibility estimate of whose exclusive economic zone a point lies in (UNCLOS, articles 57 and
74: equidistance where zones meet), never a boundary.
"""

from __future__ import annotations

import math
from functools import lru_cache

from watchfloor.lexicons import table
from watchfloor.physics.arcs import EARTH_RADIUS_KM

EEZ_KM = 370.4  # 200 nautical miles

_Vector = tuple[float, float, float]


def nearest_coasts(lat: float, lon: float) -> tuple[tuple[str, float], ...]:
    """Countries with the distance in km to their nearest outline point, nearest first: `nearest_coasts(41.5, 137.5)[0][0]`."""
    here = _vector(lat, lon)
    found = ((country, _arc_km(here, points)) for country, points in _coasts().items())
    return tuple(sorted(found, key=lambda pair: pair[1]))


def zone_of(lat: float, lon: float) -> str | None:
    """The country whose coast is nearest within 200 nautical miles, None on the high seas."""
    country, away = nearest_coasts(lat, lon)[0]
    return country if away <= EEZ_KM else None


def _arc_km(here: _Vector, points: tuple[_Vector, ...]) -> float:
    x, y, z = here
    nearest = max(x * a + y * b + z * c for a, b, c in points)
    return EARTH_RADIUS_KM * math.acos(max(-1.0, min(1.0, nearest)))


def _vector(lat: float, lon: float) -> _Vector:
    phi, lam = math.radians(lat), math.radians(lon)
    return math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)


@lru_cache(maxsize=1)
def _coasts() -> dict[str, tuple[_Vector, ...]]:
    points: dict[str, list[_Vector]] = {}
    for row in table("world/coastlines.csv", required=("name", "lat", "lon")):
        points.setdefault(row["name"], []).append(_vector(float(row["lat"]), float(row["lon"])))
    return {country: tuple(vectors) for country, vectors in points.items()}
