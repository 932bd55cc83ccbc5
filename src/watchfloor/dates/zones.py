"""Offsets from UTC of zone words and of places. Both Koreas count as UTC+9 throughout, as the press prints them."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from watchfloor.lexicons import words

_FIXED = {"Asia/Seoul": 9.0, "Asia/Pyongyang": 9.0, "Asia/Tokyo": 9.0, "UTC": 0.0}


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def offset_of(zone: str, moment: datetime) -> timedelta:
    """What to add to UTC for local time: `offset_of("Asia/Seoul", moment) == timedelta(hours=9)`; zero for an unknown zone."""
    if zone in _FIXED:
        return timedelta(hours=_FIXED[zone])
    known = _zone(zone)
    found = known.utcoffset(moment.replace(tzinfo=None)) if known is not None else None
    return found if found is not None else timedelta(0)


def offset_of_words(printed: str, zone: str, moment: datetime) -> timedelta:
    """The offset of a printed zone word; `zone` is what "local time" means."""
    meant = words("en/zones.toml")["words"].get(printed.lower().strip("() "), "local")
    if meant == "ist":
        return offset_of("Asia/Jerusalem", moment) if zone == "Asia/Jerusalem" else timedelta(hours=5.5)
    if isinstance(meant, str):
        return offset_of(zone if meant == "local" else meant, moment)
    return timedelta(hours=meant)
