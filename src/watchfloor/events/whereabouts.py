"""Places of one event folded: a place named twice is one value, and a vaguer place of the same landing or origin goes."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from msgspec import structs

from watchfloor.records import Claim, Place

_WATERS = frozenset({"sea", "ocean", "strait", "gulf", "bay"})
_POINT = re.compile(r"off |(?:north|south|east|west)\w* of ")
_OUTSIDE_KM = 600  # a sea is no circle: how far out of its own a point in it may lie
_AREAS = frozenset(
    {"country", "province", "state", "region", "prefecture"}
)  # a town beside its airport is another claim
_ASIDE = 5  # characters between a town and the area it is said to lie in: "Eilat, Israel's southernmost city"
_SAME_KM = 6.0  # a town and the camp that bears its name
_MIXED = 2.0  # a circle this many times wider than another that it holds is a vaguer word for the same place


def folded_places(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with each place told once, by its finest words.

    "Waters off the east coast" beside "the East Sea" is the East Sea: a speaker who said only the former is heard for the
    latter. "Northern Israel" beside "Haifa" of the same speaker goes, and so does what was overflown on the way to the sea.
    """
    placed = [claim for claim in claims if isinstance(claim.value, Place) and claim.polarity]
    if len(placed) < 2:
        return tuple(claims)
    folded = [kept for claim in claims if (kept := _folded(claim, placed)) is not None]
    return tuple(_pointed(folded))


def _pointed(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The sea of a landing and the one point in it as one place: "into the Sea of Japan", "200 km west of Okushiri"."""
    landings = {_place(c) for c in claims if c.attribute == "landing" and isinstance(c.value, Place) and c.polarity}
    seas = {place for place in landings if place.kind in _WATERS and place.lat is not None}
    seas -= {sea for sea in seas if _POINT.match(sea.name)}
    points = [place for place in landings if _POINT.match(place.name) and place.lat is not None]
    if len({sea.name for sea in seas}) != 1 or len(seas) + len(points) != 2:
        return claims
    whole = max(seas, key=lambda sea: sea.radius_km or 0.0)
    finest = min((*seas, *points), key=lambda place: place.radius_km or 0.0)
    if _km(whole, finest) > max((whole.radius_km or 0.0) + _OUTSIDE_KM, 1.6 * (whole.radius_km or 0.0)):
        return claims
    both = structs.replace(whole, lat=finest.lat, lon=finest.lon, radius_km=finest.radius_km)
    told = {*seas, *points}
    return [structs.replace(c, value=both) if c.attribute == "landing" and c.value in told else c for c in claims]


def _folded(claim: Claim, placed: Sequence[Claim]) -> Claim | None:
    place = claim.value
    if not isinstance(place, Place) or not claim.polarity:
        return claim
    rivals = [other for other in placed if other.attribute == claim.attribute and other is not claim]
    if place.kind == "overflight" and any(_place(other).kind != "overflight" for other in rivals):
        return None
    if _is_unlocated(place) and any(_is_on_land(_place(o)) and o.claimant == claim.claimant for o in rivals):
        return None  # "the Nemyshlianskyi district" beside Kharkiv
    for other in rivals:
        finer = _place(other)
        if _names_waters(place, finer):
            heard = claim.claimant is None or any(o.value == finer and o.claimant == claim.claimant for o in rivals)
            return None if heard else structs.replace(claim, value=finer)
        near = 0 <= claim.start - other.end <= _ASIDE and claim.claimant in (None, other.claimant)
        fired = claim.attribute == "origin" and claim.claimant in (None, other.claimant)
        if (near or fired or finer.kind == "test_range") and _holds(place, finer):
            return None
    same = next((other for other in placed if _is_same(other, claim)), claim)
    return structs.replace(claim, value=same.value)


def _is_unlocated(place: Place) -> bool:
    return place.lat is None and place.kind not in (*_WATERS, "waters", "coast")


def _is_on_land(place: Place) -> bool:
    return place.lat is not None and place.kind not in (*_WATERS, "waters", "coast", "country", "overflight")


def _place(claim: Claim) -> Place:
    assert isinstance(claim.value, Place)
    return claim.value


def _is_same(other: Claim, claim: Claim) -> bool:
    """Whether another claim names the same place, in whatever words: "the Pacific" and "the Pacific Ocean"."""
    one, two = _place(other), _place(claim)
    if other.attribute != claim.attribute:
        return False
    if (one.name, one.kind, one.lat) == (two.name, two.kind, two.lat):
        return True
    words = set(one.name.split()), set(two.name.split())  # "Taji" and "Camp Taji"
    within = words[0] < words[1] or words[1] < words[0]
    return within and one.lat is not None and two.lat is not None and _km(one, two) < _SAME_KM


def _names_waters(place: Place, finer: Place) -> bool:
    """Whether a place is the waters off a coast, or just "the sea", and another the sea that these belong to."""
    if place.name.startswith("off ") and finer.kind == "coast":  # "the sea off South Hamgyong", "off the east coast"
        return _km(place, finer) <= (finer.radius_km or 0.0) + (place.radius_km or 0.0)
    if place.lat is None and place.kind in ("sea", "waters", "ocean") and _POINT.match(finer.name):
        return True
    if finer.kind not in _WATERS or finer.lat is None or place.kind not in ("coast", "sea", "waters", "ocean"):
        return False
    if place.lat is None:
        return True
    within = finer.radius_km or 0.0
    return place.kind == "coast" and _km(place, finer) <= within + (place.radius_km or 0.0)


def _holds(wide: Place, narrow: Place) -> bool:
    """Whether one place is only the wider area of another: a country and its town, a province and its base."""
    if narrow.lat is None or wide.lat is None or wide.kind not in _AREAS or narrow.kind == "overflight":
        return False
    if wide.country != narrow.country or (narrow.radius_km or 0.0) * _MIXED > (wide.radius_km or 0.0):
        return False
    return wide.kind == "country" or _km(wide, narrow) <= 1.2 * (wide.radius_km or 0.0)


def _km(one: Place, two: Place) -> float:
    """Great-circle kilometres, good enough to tell whether circles meet."""
    lat1, lat2 = math.radians(one.lat or 0.0), math.radians(two.lat or 0.0)
    lon = math.radians((two.lon or 0.0) - (one.lon or 0.0))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(lon / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))
