"""When a found value states a gold value, and when its claimant is one of the gold's: `same_value("count", a, b)`."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

EARTH_RADIUS_KM = 6371.0
INTERVALS = frozenset(("count", "distance", "apogee", "flight_time", "speed"))
PLACES = frozenset(("origin", "landing"))
FILLERS = frozenset(("the", "area", "county", "city", "near", "of"))  # words a place may carry or not
FIGURE_TOLERANCE = 0.03  # half of what rounding a distance to the next ten does at 150 km
CLOCK_TOLERANCE = timedelta(minutes=2)
WIDTH_TOLERANCE = timedelta(minutes=15)
PLACE_TOLERANCE_KM = 30  # where the gold place has a position but says no radius


def same_value(attribute: str, gold: Any, found: Any) -> bool:
    """True where the found value states the gold one; a value of another form never does."""
    if attribute in INTERVALS:
        return isinstance(found, Mapping) and _same_interval(gold, found)
    if attribute == "occurred":
        return isinstance(found, Mapping) and _same_time(gold, found)
    if attribute in PLACES:
        return isinstance(found, Mapping) and _same_place(gold, found)
    codes = gold if isinstance(gold, list) else [gold]
    return isinstance(found, str) and fold_name(found) in {fold_name(str(code)) for code in codes}


def names_claimant(wanted: Iterable[str], found: Any) -> bool:
    """True where the found claimant is one wanted, either name holding the other; where none is wanted, none found."""
    printed = found.get("name") if isinstance(found, Mapping) else found
    name = fold_name(str(printed or ""))
    speakers = [fold_name(speaker) for speaker in wanted]
    if not speakers:
        return not name
    return bool(name) and any(name in speaker or speaker in name for speaker in speakers)


def fold_name(name: str) -> str:
    """A name without case, punctuation and filler words: `fold_name("Taegwan County (area)") == "taegwan"`."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    words = "".join(letter if letter.isalnum() else " " for letter in letters).split()
    return " ".join(word for word in words if word not in FILLERS)


def _same_interval(gold: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    return all(_same_end(gold.get(end), found.get(end)) for end in ("low", "high"))


def _same_end(gold: float | None, found: Any) -> bool:
    if gold is None or found is None:
        return gold is found
    return isinstance(found, int | float) and math.isclose(gold, found, rel_tol=FIGURE_TOLERANCE, abs_tol=1e-9)


def _same_time(gold: Mapping[str, str], found: Mapping[str, Any]) -> bool:
    """The intervals meet, and the found one is no more than about twice as wide."""
    try:
        first, last = _instant(found.get("first")), _instant(found.get("last"))
    except ValueError:
        return False
    if first is None or last is None:
        return False
    gold_first, gold_last = datetime.fromisoformat(gold["first"]), datetime.fromisoformat(gold["last"])
    meet = first <= gold_last + CLOCK_TOLERANCE and gold_first <= last + CLOCK_TOLERANCE
    return meet and last - first <= 2 * (gold_last - gold_first) + WIDTH_TOLERANCE


def _instant(stamp: Any) -> datetime | None:
    if not isinstance(stamp, str) or not stamp:
        return None
    instant = datetime.fromisoformat(stamp)
    return instant if instant.tzinfo is not None else instant.replace(tzinfo=UTC)


def _same_place(gold: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    names = {fold_name(str(found.get(key) or "")) for key in ("name", "printed")} - {""}
    if names & {fold_name(name) for name in (gold["name"], *gold.get("aliases", ()))}:
        return True
    here, there = _position(gold), _position(found)
    if here is None or there is None:
        return False
    return _kilometres(here, there) <= float(gold.get("km", PLACE_TOLERANCE_KM))


def _position(place: Mapping[str, Any]) -> tuple[float, float] | None:
    lat, lon = place.get("lat"), place.get("lon")
    if not isinstance(lat, int | float) or not isinstance(lon, int | float):
        return None
    return math.radians(lat), math.radians(lon)


def _kilometres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Great-circle distance of two positions in radians, by the haversine formula."""
    (lat, lon), (other_lat, other_lon) = here, there
    rise, turn = math.sin((other_lat - lat) / 2), math.sin((other_lon - lon) / 2)
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(rise**2 + math.cos(lat) * math.cos(other_lat) * turn**2))
