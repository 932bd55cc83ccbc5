"""Places of one event folded: a place named twice is one value, and a vaguer place of the same landing or origin goes."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import structs

from watchfloor.records import Claim, Place

_WATERS = frozenset({"sea", "ocean", "strait", "gulf", "bay"})
_AREAS = frozenset({"country", "province", "state", "region", "prefecture"})  # a town beside its airport is another claim
_ONE_BREATH = 30  # characters between the starts of an area and of its town that are one phrase: "Israel's port of Eilat"
_MIXED = 2.0  # a circle this many times wider than another that it holds is a vaguer word for the same place


def folded_places(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with each place told once, by its finest words.

    "Waters off the east coast" beside "the East Sea" is the East Sea: a speaker who said only the former is heard for the
    latter. "Northern Israel" beside "Haifa" of the same speaker goes, and so does what was overflown on the way to the sea.
    """
    placed = [claim for claim in claims if isinstance(claim.value, Place) and claim.polarity]
    if len(placed) < 2:
        return tuple(claims)
    return tuple(kept for claim in claims if (kept := _folded(claim, placed)) is not None)


def _folded(claim: Claim, placed: Sequence[Claim]) -> Claim | None:
    place = claim.value
    if not isinstance(place, Place) or not claim.polarity:
        return claim
    rivals = [other for other in placed if other.attribute == claim.attribute and other is not claim]
    if place.kind == "overflight" and any(_place(other).kind != "overflight" for other in rivals):
        return None
    for other in rivals:
        finer = _place(other)
        if _names_waters(place, finer):
            heard = claim.claimant is None or any(o.value == finer and o.claimant == claim.claimant for o in rivals)
            return None if heard else structs.replace(claim, value=finer)
        near = abs(claim.start - other.start) <= _ONE_BREATH
        if near and _holds(place, finer) and (claim.claimant is None or claim.claimant == other.claimant):
            return None
    same = next((other for other in placed if _is_same(other, claim)), claim)
    return structs.replace(claim, value=same.value)


def _place(claim: Claim) -> Place:
    assert isinstance(claim.value, Place)
    return claim.value


def _is_same(other: Claim, claim: Claim) -> bool:
    """Whether another claim names the same place, in whatever words: "the Pacific" and "the Pacific Ocean"."""
    one, two = _place(other), _place(claim)
    return other.attribute == claim.attribute and (one.name, one.kind, one.lat) == (two.name, two.kind, two.lat)


def _names_waters(place: Place, finer: Place) -> bool:
    """Whether a place is the waters off a coast, or just "the sea", and another the sea that these belong to."""
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
