"""Figures with units: lengths in kilometres, durations in seconds, speeds in metres per second, calibres apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct, structs

from watchfloor.quantities.grammar import DIGITS, bound_of, bound_words, interval, lexicon, number_value, number_words, one_of
from watchfloor.records import Bound, Quantity

Kind = Literal["length", "duration", "speed", "diameter"]
_SI = {"length": "km", "duration": "s", "speed": "m/s", "diameter": "km"}


class Measure(Struct, frozen=True):
    """A figure with its unit: offsets of "approximately 435 miles", its quantity, and the second unit printed behind it.

    `end_with_pair` lies behind "(700 km)"; `group` is shared by the figures of one list ("400 and 600 km respectively").
    """

    start: int
    end: int
    kind: Kind
    quantity: Quantity
    converted: Quantity | None
    end_with_pair: int
    printed: str
    group: int | None = None


@lru_cache(maxsize=1)
def _units() -> dict[str, tuple[Kind, float]]:
    kinds: tuple[Kind, ...] = ("speed", "length", "diameter", "duration")
    return {unit: (kind, float(factor)) for kind in kinds for unit, factor in lexicon()[kind].items()}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    figure = rf"(?:(?<![\w.,:/])(?:{DIGITS})|{number_words()})"
    unit = rf"(?:{one_of(list(_units()))})(?![\w/]|\.\d)"
    bound = rf"(?:(?P<bound>{bound_words()})(?:\s+an?)?\s+)?"
    span = rf"(?:\s*(?P<unit1>{unit})?\s*(?:\([^()]{{0,30}}\))?\s*(?P<join>to|and|or|–|—|-|,)\s*(?:(?P<bound2>{bound_words()})\s+)?(?P<second>{figure}))?"
    return re.compile(rf"(?P<between>\b(?:between|from)\s+)?{bound}(?P<first>{figure}){span}[\s\u00a0-]*(?P<unit>{unit})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _pair_pattern() -> re.Pattern[str]:
    unit = rf"(?:{one_of(list(_units()))})(?![\w/])"
    return re.compile(rf"\s*(?:\(|/|, or |or |,\s*or\s+)\s*(?:{bound_words()}|some)?\s*(?P<first>{DIGITS})(?:\s*(?:to|-|–|and)\s*(?P<second>{DIGITS}))?[\s\u00a0-]*(?P<unit>{unit})\s*\)?", re.IGNORECASE)


_MACH = re.compile(r"\bMach\s+(\d+(?:\.\d+)?)(?:\s*(?:to|-|–)\s*(\d+(?:\.\d+)?))?", re.IGNORECASE)
_SOUND = re.compile(rf"\b({DIGITS}|\w+) times the speed of sound\b", re.IGNORECASE)
_HOURS_AND_MINUTES = re.compile(r"\b(an|one|two|three|\d+) hours?(?:,| and)? (\w+|\d+) (?:minutes|min)\b", re.IGNORECASE)
_CHEAP = re.compile(r"\d|km|kilomet|mile|minute|hour|second|metre|meter|mach|sound|feet", re.IGNORECASE)


def find_measures(text: str) -> tuple[Measure, ...]:
    """The measures of a text, left to right: `find_measures("flew 435 miles (700 km)")[0].quantity.low == 700.06464`."""
    if not _CHEAP.search(text):
        return ()
    found: list[Measure] = [*_machs(text), *_long_durations(text)]
    taken = [(measure.start, measure.end) for measure in found]
    position = 0
    while (match := _pattern().search(text, position)) is not None:
        measures = [m for m in _measures(text, match, group=len(found)) if all(m.end <= a or m.start >= b for a, b in taken)]
        found.extend(measures)
        position = max([match.start() + 1, *(m.end_with_pair for m in measures)]) if measures else match.end()
    return tuple(sorted(found, key=lambda measure: measure.start))


def _measures(text: str, match: re.Match[str], *, group: int) -> Iterator[Measure]:
    kind, factor = _units()[" ".join(match["unit"].lower().split())]
    first = number_value(match["first"])
    if first is None or not _plausible(match["unit"].lower(), first, text, match.end()):
        return
    if match["second"] is None:
        yield _paired(text, _single(text, match, first, kind, factor))
        return
    second = number_value(match["second"])
    if second is None:
        return
    if _is_range(match, first, second):
        low, high = first * factor, second * factor
        quantity = Quantity(low=low, high=high, unit=_SI[kind], bound=_range_bound(match), printed_unit=match["unit"])
        start = match.start()
        yield _paired(text, Measure(start, match.end(), kind, quantity, None, match.end(), text[start : match.end()]))
        return
    yield from _listed(text, match, first, second, group)


def _range_bound(match: re.Match[str]) -> Bound:
    bound = bound_of(match["bound"])
    return bound if bound in ("about", "exact") else "exact"


def _is_range(match: re.Match[str], first: float, second: float) -> bool:
    """"570 to 600 km", "between 60 and 70 km" are ranges; "400 and 600 km" is a list."""
    joined = match["join"].lower()
    if joined in (",", "or") or first >= second:
        return False
    return joined != "and" or (match["between"] or "").strip().lower() == "between"


def _listed(text: str, match: re.Match[str], first: float, second: float, group: int) -> Iterator[Measure]:
    """Two figures of one list: "420 kilometers (261 miles) and 270 kilometers", "400 and 600 km"."""
    kind, factor = _units()[" ".join(match["unit"].lower().split())]
    unit1 = match["unit1"]
    kind1, factor1 = _units()[" ".join(unit1.lower().split())] if unit1 else (kind, factor)
    start = match.start("bound") if match["bound"] else match.start("first")
    bound = bound_of(match["bound"])
    end1 = match.end("unit1") if unit1 else match.end("first")
    if match["join"] == "," and not unit1:
        start = match.start("second")
    else:
        yield structs.replace(_paired(text, _measure(text, start, end1, first, kind1, factor1, bound, unit1 or match["unit"])), group=group)
    start2 = match.start("bound2") if match["bound2"] else match.start("second")
    bound2 = bound_of(match["bound2"]) if match["bound2"] else ("about" if bound == "about" else "exact")
    yield structs.replace(_paired(text, _measure(text, start2, match.end("unit"), second, kind, factor, bound2, match["unit"])), group=group)


def _single(text: str, match: re.Match[str], value: float, kind: Kind, factor: float) -> Measure:
    start = match.start("bound") if match["bound"] else match.start("first")
    return _measure(text, start, match.end("unit"), value, kind, factor, bound_of(match["bound"]), match["unit"])


def _measure(text: str, start: int, end: int, value: float, kind: Kind, factor: float, bound: Bound, unit: str) -> Measure:
    low, high = interval(value * factor, bound)
    quantity = Quantity(low=low, high=high, unit=_SI[kind], bound=bound, printed_unit=unit)
    return Measure(start, end, kind, quantity, None, end, text[start:end])


def _paired(text: str, measure: Measure) -> Measure:
    """The measure with the same figure in a second unit behind it: "435 miles (700 km)"."""
    match = _pair_pattern().match(text, measure.end)
    if match is None:
        return measure
    kind, factor = _units()[" ".join(match["unit"].lower().split())]
    value = number_value(match["first"])
    if value is None or kind != measure.kind or match["unit"].lower() == (measure.quantity.printed_unit or "").lower():
        return measure
    second = number_value(match["second"]) if match["second"] else value
    converted = Quantity(low=value * factor, high=(second or value) * factor, unit=_SI[kind], printed_unit=match["unit"])
    return structs.replace(measure, converted=converted, end_with_pair=match.end())


def _plausible(unit: str, value: float, text: str, end: int) -> bool:
    """Whether a short unit is one: "6,000 m" is a height, "5 m people" and "$5m" are not."""
    if unit not in ("m", "nm", "mi", "min", "sec"):
        return True
    return value >= 100 if unit == "m" else value >= 1


def _machs(text: str) -> Iterator[Measure]:
    factor = float(lexicon()["mach"]["metres_per_second"])
    for match in _MACH.finditer(text):
        low = float(match[1]) * factor
        high = float(match[2]) * factor if match[2] else low
        quantity = Quantity(low=low, high=high, unit="m/s", printed_unit="Mach")
        yield Measure(match.start(), match.end(), "speed", quantity, None, match.end(), match.group())
    for match in _SOUND.finditer(text):
        value = number_value(match[1])
        if value is not None:
            quantity = Quantity(low=value * factor, high=value * factor, unit="m/s", printed_unit="times the speed of sound")
            yield Measure(match.start(), match.end(), "speed", quantity, None, match.end(), match.group())


def _long_durations(text: str) -> Iterator[Measure]:
    for match in _HOURS_AND_MINUTES.finditer(text):
        hours = 1.0 if match[1].lower() == "an" else number_value(match[1])
        minutes = number_value(match[2])
        if hours is not None and minutes is not None:
            seconds = hours * 3600 + minutes * 60
            quantity = Quantity(low=seconds, high=seconds, unit="s", printed_unit="hours and minutes")
            yield Measure(match.start(), match.end(), "duration", quantity, None, match.end(), match.group())
