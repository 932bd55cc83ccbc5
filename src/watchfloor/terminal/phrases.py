"""Values in words: codes, lengths in both unit systems, times as local and UTC, places with their position."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from msgspec import Struct

from watchfloor.lexicons import table
from watchfloor.records import Place, Quantity, Value, When
from watchfloor.terminal.screen import Glyphs, clean

KM_PER_MILE = 1.609344  # international mile, exactly
M_PER_FOOT = 0.3048  # international foot, exactly
SPEED_OF_SOUND = 340.3  # m/s at 15 °C and sea level (ICAO standard atmosphere): what press figures in Mach stand for
KM_BELOW_WHICH_METRES = 10.0  # a cruise missile's height is told in metres and feet

ATTRIBUTES = {
    "actor": "launched by", "occurred": "when", "count": "how many", "weapon": "weapon", "system": "system",
    "origin": "from", "heading": "heading", "landing": "toward", "eez": "eez", "distance": "distance",
    "apogee": "apogee", "flight_time": "flight time", "speed": "speed", "trajectory": "trajectory",
    "outcome": "outcome", "effects": "effects", "purpose": "purpose", "preparation": "before", "follow_up": "after",
}  # fmt: skip
WEAPONS = {
    "missile": "missile", "projectile": "projectile", "ballistic_missile": "ballistic missile",
    "srbm": "short-range ballistic missile", "mrbm": "medium-range ballistic missile",
    "irbm": "intermediate-range ballistic missile", "icbm": "intercontinental ballistic missile",
    "slbm": "submarine-launched ballistic missile", "hypersonic": "hypersonic missile",
    "cruise_missile": "cruise missile", "anti_ship": "anti-ship missile",
    "surface_to_air": "surface-to-air missile", "artillery_rocket": "artillery rocket",
    "space_launch": "space launch vehicle",
}  # fmt: skip
EFFECTS = {"none": "no harm reported", "damage": "damage", "casualties": "casualties"}
ANCHORS = {"published": "by the publication date", "text": "by the text's own dates"}
_BOUNDS = {"about": "about ", "at_least": "at least ", "over": "over ", "at_most": "at most ", "exact": ""}


class Phrase(Struct, frozen=True):
    """A value in words: the line that says it, and lines that say it in other units or tell how it was found."""

    main: str
    also: tuple[str, ...] = ()


def phrase_of(attribute: str, value: Value, *, offset: timedelta | None, glyphs: Glyphs) -> Phrase:
    """A value in words: `phrase_of("distance", Quantity(low=700, high=700, unit="km"), …).main == "700 km · 435 mi"`.

    `offset` is the local time's offset from UTC where it is known.
    """
    if isinstance(value, Quantity):
        return _quantity(attribute, value, glyphs)
    if isinstance(value, When):
        return when_phrase(value, offset=offset, glyphs=glyphs)
    if isinstance(value, Place):
        return _place(value, glyphs)
    return Phrase(_code(attribute, value))


def country_name(code: str) -> str:
    """The English name of an alpha-3 code, or the words given where it is none: `country_name("FRA") == "France"`."""
    return _countries().get(code, clean(code))


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return {row["alpha3"]: row["name"] for row in table("world/countries.csv", required=("name", "alpha3"))}


def _code(attribute: str, value: str) -> str:
    if attribute == "actor":
        return country_name(value)
    if attribute == "weapon":
        return WEAPONS.get(value, clean(value))
    if attribute == "effects":
        return EFFECTS.get(value, clean(value))
    if attribute == "eez":
        side, _, country = value.partition("_")
        return f"{side} the zone of {country.replace('_', ' ').title()}"
    return clean(value if attribute == "system" else value.replace("_", " "))


def _quantity(attribute: str, quantity: Quantity, glyphs: Glyphs) -> Phrase:
    if attribute == "count":
        return Phrase(_interval(quantity, 1, "", glyphs))
    if quantity.unit == "s":
        return Phrase(_duration(quantity, glyphs))
    if quantity.unit == "m/s":
        return _speed(quantity, glyphs)
    nearest = quantity.high if quantity.high is not None else quantity.low
    if attribute == "apogee" and nearest is not None and nearest < KM_BELOW_WHICH_METRES:
        metric, imperial = (1000.0, "m"), (1000.0 / M_PER_FOOT, "ft")
    else:
        metric, imperial = (1.0, "km"), (1 / KM_PER_MILE, "mi")
    other = _interval(quantity, *imperial, glyphs, bound=False)
    return Phrase(f"{_interval(quantity, *metric, glyphs)} {glyphs.dot} {other}")


def _speed(quantity: Quantity, glyphs: Glyphs) -> Phrase:
    mach = _interval(quantity, 1 / SPEED_OF_SOUND, "", glyphs, bound=False)
    main = f"{_interval(quantity, 1.0, 'm/s', glyphs)} {glyphs.dot} Mach {mach}"
    hourly = _interval(quantity, 3.6, "km/h", glyphs, bound=False)
    other = _interval(quantity, 3.6 / KM_PER_MILE, "mph", glyphs, bound=False)
    return Phrase(main, (f"{hourly} {glyphs.dot} {other}",))


def _interval(quantity: Quantity, factor: float, unit: str, glyphs: Glyphs, *, bound: bool = True) -> str:
    """An interval as figures: "about 700 km", "570–600 km", "over 450 km"; an interval open at both ends says so."""
    low, high = (None if end is None else number(end * factor) for end in (quantity.low, quantity.high))
    if low is None and high is None:
        return "not stated"
    if low is not None and high is not None:
        figure = low if low == high else f"{low}{glyphs.dash}{high}"
        prefix = _BOUNDS[quantity.bound] if quantity.bound in ("about", "exact") else ""
    else:
        figure = low if low is not None else str(high)
        prefix = _open_prefix(quantity)
    return f"{prefix if bound else ''}{figure} {unit}".rstrip()


def _open_prefix(quantity: Quantity) -> str:
    if quantity.high is None:
        return _BOUNDS["over"] if quantity.bound == "over" else _BOUNDS["at_least"]
    return _BOUNDS["at_most"]


def number(value: float) -> str:
    """A figure to read: `number(700.064) == "700"`, `number(60.27) == "60"`, `number(62.5) == "62.5"`."""
    printed = abs(value * 10 - round(value * 10)) < 1e-6  # one decimal is how it was printed, more come of conversion
    return f"{value:.3g}" if abs(value) < (100 if printed else 10) else f"{value:,.0f}"


def _duration(quantity: Quantity, glyphs: Glyphs) -> str:
    if quantity.low is not None and quantity.low == quantity.high:
        return (_BOUNDS["about"] if quantity.bound == "about" else "") + clock(quantity.low)
    if quantity.low is not None and quantity.high is not None:
        return f"{clock(quantity.low)} {glyphs.dash} {clock(quantity.high)}"
    end = quantity.low if quantity.low is not None else quantity.high
    return "not stated" if end is None else _open_prefix(quantity) + clock(end)


def clock(seconds: float) -> str:
    """Seconds as hours, minutes and seconds: `clock(4415) == "1 h 13 min 35 s"`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{amount} {unit}" for amount, unit in ((hours, "h"), (minutes, "min"), (rest, "s")) if amount]
    return " ".join(parts) or "0 s"


def _place(place: Place, glyphs: Glyphs) -> Phrase:
    name = clean(place.name)
    main = f"over {name}" if place.kind == "overflight" else name
    if place.country is not None and country_name(place.country) != name:
        main = f"{main}, {country_name(place.country)}"
    if place.lat is None or place.lon is None:
        return Phrase(main)
    north, east = "N" if place.lat >= 0 else "S", "E" if place.lon >= 0 else "W"
    position = f"{abs(place.lat):.2f}{north} {abs(place.lon):.2f}{east}"
    if place.radius_km is None:
        return Phrase(main, (position,))
    km, miles = round(place.radius_km), round(place.radius_km / KM_PER_MILE)
    return Phrase(main, (position, f"within {km:,} km {glyphs.dot} {miles:,} mi"))


def when_phrase(when: When, *, offset: timedelta | None, glyphs: Glyphs) -> Phrase:
    """A time in words: local first, then UTC, then what a relative date was counted from.

    `when_phrase(minute, offset=timedelta(hours=9), …) == Phrase("Fri 7 Nov 2025, 12:35 KST", ("03:35 UTC",))`
    """
    if when.first is None or when.last is None:
        return Phrase("undated: the words alone")
    anchor = (ANCHORS[when.anchor],) if when.anchor in ANCHORS else ()
    first, last = when.first, when.last
    if when.precision in ("minute", "hour", "part_of_day"):
        return _clock_phrase(first, last, when.zone, offset, anchor, glyphs)
    local_first, local_last = (_local(moment, offset) for moment in (first, last))
    main = _days(local_first, _last_day(local_first, local_last), glyphs)
    utc = f"from {first.day} {first:%b %H:%M} UTC"
    return Phrase(main, (utc, *anchor) if when.precision == "day" and offset else anchor)


def _clock_phrase(
    first: datetime, last: datetime, zone: str | None, offset: timedelta | None, anchor: tuple[str, ...], glyphs: Glyphs
) -> Phrase:
    if not offset:
        return Phrase(f"{_day(first)}, {_hours(first, last, glyphs)} UTC", anchor)
    local_first, local_last = first + offset, last + offset
    main = f"{_day(local_first)}, {_hours(local_first, local_last, glyphs)} {_zone(zone, offset)}"
    utc = f"{_hours(first, last, glyphs)} UTC"
    return Phrase(main, (utc if first.date() == local_first.date() else f"{_date(first)}, {utc}", *anchor))


def _zone(zone: str | None, offset: timedelta) -> str:
    if zone is not None and zone.isupper() and zone not in ("UTC", "GMT"):
        return clean(zone)
    hours, seconds = divmod(abs(int(offset.total_seconds())), 3600)
    minutes = f":{seconds // 60:02}" if seconds else ""
    return f"UTC{'+' if offset >= timedelta(0) else '-'}{hours}{minutes}"


def _local(moment: datetime, offset: timedelta | None) -> datetime:
    return moment if offset is None else moment + offset


def _last_day(first: datetime, last: datetime) -> datetime:
    """The day an interval that ends at midnight ends on: the one before."""
    return last - timedelta(minutes=1) if last > first else last


def _days(first: datetime, last: datetime, glyphs: Glyphs) -> str:
    if first.date() == last.date():
        return _day(first)
    next_day = last + timedelta(days=1)
    if first.day == 1 and next_day.day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    return f"{_date(first)} {glyphs.dash} {_date(last)}"


def _hours(first: datetime, last: datetime, glyphs: Glyphs) -> str:
    if last - first < timedelta(minutes=1):
        return f"{first:%H:%M}"
    return f"{first:%H:%M}{glyphs.dash}{last:%H:%M}"


def _day(moment: datetime) -> str:
    return f"{moment:%a} {_date(moment)}"


def _date(moment: datetime) -> str:
    return f"{moment.day} {moment:%b} {moment.year}"
