"""Which local time an event is told in: an interval of UTC alone would show a reader another day than the page does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from watchfloor.lexicons import table, words
from watchfloor.records import Event, Place, When

_DAYS = frozenset({"day", "week", "month", "season", "year"})
_PRINTED_OFFSET = re.compile(r"\b(?:UTC|GMT)\s*([+−-])\s*(\d{1,2})(?::?(\d{2}))?\b")


def local_offset(event: Event) -> timedelta | None:
    """How far the event's local time is from UTC: `timedelta(hours=9)` for one told in KST; None where nothing tells.

    Most trusted first: the midnights its days begin at, the zone printed, the zone of the launching country.
    """
    times = [claim.value for claim in event.claims if claim.attribute == "occurred" and isinstance(claim.value, When)]
    midnights = (when.first for when in times if when.precision in _DAYS and when.first is not None)
    midnight = next(midnights, None)
    if midnight is not None:
        return offset_of_midnight(midnight)
    printed = (offset for when in times if (offset := printed_offset(when.zone, when.first)))
    return next(printed, None) or _offset_of_country(_countries(event), times)


def offset_of_midnight(midnight: datetime) -> timedelta:
    """The offset of a zone whose day begins at this instant: 15:00 UTC is midnight at UTC+9."""
    # Zones run from UTC-12 to UTC+14: a midnight at 10:00 to 12:00 UTC may lie on either side of the date line, and
    # more people live to its west.
    minutes = midnight.hour * 60 + midnight.minute
    return timedelta(minutes=-minutes if minutes < 10 * 60 else 24 * 60 - minutes)


def printed_offset(zone: str | None, moment: datetime | None) -> timedelta | None:
    """The offset of a zone as printed, "KST" or "UTC+3:30"; None for "local time" and for words nobody knows."""
    if zone is None:
        return None
    match = _PRINTED_OFFSET.search(zone)
    if match is not None:
        size = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return size if match[1] == "+" else -size
    return _offset_of_words(zone.lower().strip("() "), moment)


def _offset_of_words(zone: str, moment: datetime | None) -> timedelta | None:
    meant = words("en/zones.toml")["words"].get(zone)
    if isinstance(meant, int | float):
        return timedelta(hours=meant)
    return _iana_offset(meant, moment) if isinstance(meant, str) and "/" in meant else None


def _iana_offset(name: str, moment: datetime | None) -> timedelta | None:
    if moment is None:
        return None
    try:
        return moment.astimezone(ZoneInfo(name)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _countries(event: Event) -> Iterable[str]:
    """Where the clocks of the launch may stand: the countries it was launched from and by."""
    for claim in event.claims:
        if claim.attribute == "origin" and isinstance(claim.value, Place) and claim.value.country is not None:
            yield claim.value.country
    for claim in event.claims:
        if claim.attribute == "actor" and isinstance(claim.value, str):
            yield claim.value


def _offset_of_country(countries: Iterable[str], times: list[When]) -> timedelta | None:
    moment = next((when.first for when in times if when.first is not None), None)
    name = next((zone for country in countries if (zone := _zones().get(country))), None)
    if name is None or moment is None:
        return None
    # The press tells launches of both Koreas in UTC+9 all along, where the IANA history has three years of UTC+8:30.
    fixed = words("en/zones.toml")["fixed"].get(name)
    return timedelta(hours=fixed) if fixed is not None else _iana_offset(name, moment)


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    rows = table("world/countries.csv", required=("name", "alpha3"))
    return {row["alpha3"]: row["timezone"] for row in rows if row.get("timezone")}
