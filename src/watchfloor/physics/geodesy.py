"""Distances, bearings and destinations on the WGS 84 ellipsoid (geographiclib: Karney, J. Geodesy 87, 2013)."""

from __future__ import annotations

_POINTS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points given in degrees."""
    from geographiclib.geodesic import Geodesic

    return float(Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, Geodesic.DISTANCE)["s12"]) / 1000


def destination(lat: float, lon: float, bearing: float, distance: float) -> tuple[float, float]:
    """Latitude and longitude reached from a point along a bearing (degrees) after a distance (km)."""
    from geographiclib.geodesic import Geodesic

    found = Geodesic.WGS84.Direct(lat, lon, bearing, distance * 1000)
    return float(found["lat2"]), float(found["lon2"])


def bearing_of(point: str) -> float | None:
    """Degrees of a compass word: `bearing_of("northeast") == 45.0`, `bearing_of("east-northeast") == 67.5`; None for others."""
    words = point.lower().replace("-", " ").split()
    joined = "".join(words)
    if joined in _POINTS:
        return _POINTS.index(joined) * 45.0
    if len(words) == 2 and words[0] in _POINTS and words[1] in _POINTS:
        first, second = _POINTS.index(words[0]) * 45.0, _POINTS.index(words[1]) * 45.0
        return ((first + second) / 2 if abs(first - second) <= 180 else (first + second + 360) / 2) % 360
    return None
