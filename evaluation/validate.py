"""Check the gold sets: `python evaluation/validate.py [GOLD…]` prints every fault, one a line, and exits 1 on any.

It checks form, not judgement: the schema, that every quote stands in its text, that codes are among the attribute's
codes, that intervals run forwards, that ids are unique and that no event states one value twice.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
from gold import HERE, SETS, GoldClaim, GoldEvent, GoldReport, read_gold

CODES: dict[str, frozenset[str]] = {
    attribute: frozenset(codes)
    for attribute, codes in tomllib.loads((HERE / "codes.toml").read_text(encoding="utf-8")).items()
}
NAMES = frozenset(("actor", "system"))
QUANTITIES = frozenset(("count", "distance", "apogee", "flight_time", "speed"))
PLACES = frozenset(("origin", "landing"))
STAMP = "%Y-%m-%dT%H:%MZ"


def report_faults(report: GoldReport) -> Iterator[str]:
    """What is wrong with one report, each fault as a sentence; nothing where it holds."""
    if report.published is not None:
        yield from _published_faults(report.published)
    for number, event in enumerate(report.events, start=1):
        yield from (f"event {number}: {fault}" for fault in _event_faults(event, report.text))


def set_faults(reports: Iterable[GoldReport]) -> Iterator[str]:
    """What is wrong with a set, each fault led by its report's id."""
    reports = tuple(reports)
    for identity, times in Counter(report.id for report in reports).items():
        if times > 1:
            yield f"{identity}: the id stands {times} times"
    for report in reports:
        yield from (f"{report.id}: {fault}" for fault in report_faults(report))


def _published_faults(published: str) -> Iterator[str]:
    try:
        date.fromisoformat(published)
    except ValueError:
        yield f"published {published!r} is no ISO date"


def _event_faults(event: GoldEvent, text: str) -> Iterator[str]:
    if event.kind != "launch":
        yield f"kind {event.kind!r} is not annotated in these sets"
    if not event.claims:
        yield "it has no claim"
    stated = Counter(
        (claim.attribute, msgspec.json.encode(claim.value, order="sorted"), claim.polarity) for claim in event.claims
    )
    for (attribute, value, _), times in stated.items():
        if times > 1:
            yield f"{attribute} {value.decode()} is stated {times} times"
    for claim in event.claims:
        yield from (f"{claim.attribute}: {fault}" for fault in _claim_faults(claim, text))


def _claim_faults(claim: GoldClaim, text: str) -> Iterator[str]:
    if not claim.quote.strip() or claim.quote not in text:
        yield f"quote {claim.quote!r} is not in the text"
    if any(not claimant.strip() for claimant in claim.claimants):
        yield "a claimant without a name"
    fault = _value_fault(claim.attribute, claim.value)
    if fault is not None:
        yield fault


def _value_fault(attribute: str, value: Any) -> str | None:
    for attributes, check in FORMS:
        if attribute in attributes:
            return check(attribute, value)
    return "no such attribute"


def _code_fault(attribute: str, value: Any) -> str | None:
    codes = value if isinstance(value, list) else [value]
    wrong = [code for code in codes if code not in CODES[attribute]]
    return f"{wrong} not among its codes" if wrong or not codes else None


def _name_fault(attribute: str, value: Any) -> str | None:
    names = value if isinstance(value, list) else [value]
    fits = bool(names) and all(isinstance(name, str) and name.strip() for name in names)
    return None if fits else f"{value!r} is no name and no list of names"


def _quantity_fault(attribute: str, value: Any) -> str | None:
    if not isinstance(value, dict) or set(value) != {"low", "high"}:
        return f"{value!r} is not {{low, high}}"
    low, high = value["low"], value["high"]
    ends = [end for end in (low, high) if end is not None]
    if not ends or not all(isinstance(end, int | float) and end >= 0 for end in ends):
        return f"{value!r} has no end, or an end that is no figure"
    return "the interval runs backwards" if len(ends) == 2 and low > high else None


def _time_fault(attribute: str, value: Any) -> str | None:
    if not isinstance(value, dict) or set(value) != {"first", "last"}:
        return f"{value!r} is not {{first, last}}"
    try:
        first, last = (datetime.strptime(value[key], STAMP) for key in ("first", "last"))
    except (TypeError, ValueError):
        return f"{value!r} is not in UTC to the minute"
    return "the interval runs backwards" if first > last else None


def _place_fault(attribute: str, value: Any) -> str | None:
    if not isinstance(value, dict) or not value.get("name") or set(value) - {"name", "aliases", "lat", "lon", "km"}:
        return f"{value!r} is no place"
    lat, lon, km = position = tuple(value.get(key) for key in ("lat", "lon", "km"))
    if all(part is None for part in position):
        return None
    if lat is None or lon is None or km is None:
        return "a position takes lat, lon and km"
    return None if abs(lat) <= 90 and abs(lon) <= 180 and km > 0 else f"{position} lies nowhere"


Check = Callable[[str, Any], str | None]
FORMS: tuple[tuple[Iterable[str], Check], ...] = (
    (CODES, _code_fault),
    (NAMES, _name_fault),
    (QUANTITIES, _quantity_fault),
    (PLACES, _place_fault),
    (("occurred",), _time_fault),
)


def main(arguments: list[str]) -> int:
    """0 where every set holds, 1 with the faults printed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "sets", nargs="*", type=Path, default=SETS, metavar="SET", help="gold sets (default: this folder's)"
    )
    faults = 0
    for path in parser.parse_args(arguments).sets:
        try:
            found = list(set_faults(read_gold(path)))
        except (OSError, msgspec.MsgspecError) as error:
            found = [f"not a gold set: {error}"]
        for fault in found:
            print(f"{path.name}: {fault}")
        faults += len(found)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
