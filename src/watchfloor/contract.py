"""The JSON of `watchfloor read --json`: one object a report. docs/schema.md tells what each key means.

Keys may be added, never renamed. Times are UTC to the minute ("2025-11-07T03:35Z"), lengths kilometres, durations
seconds, speeds metres a second, offsets characters into `report.text`; what is not known is null.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec

from watchfloor.errors import WatchfloorError
from watchfloor.records import Check, Claim, Conflict, Event, Hedge, Place, Quantity, Report, Speaker, Value, When

Json = dict[str, Any]

_INDENT = 2


def encode_record(report: Report, events: Iterable[Event], *, indented: bool = False) -> bytes:
    """A report and its events as one JSON line, with its line end: `b'{"id":"1","report":{…},"events":[…]}\\n'`.

    `indented` spreads the object over several lines, for a person at a terminal.
    """
    return _encode(record_of(report, events), indented=indented)


def encode_failure(error: WatchfloorError, *, indented: bool = False) -> bytes:
    """The line that stands for a report that could not be read, so that lines stay in step with the input."""
    return _encode(failure_of(error), indented=indented)


def record_of(report: Report, events: Iterable[Event]) -> Json:
    """A report and its events as plain values: `record_of(report, events)["events"][0]["kind"] == "launch"`."""
    return {"id": report.id, "report": _report(report), "events": [_event(event) for event in events]}


def failure_of(error: WatchfloorError) -> Json:
    """What stands for an unread report: `{"id": …, "error": {"type": "EmptyInput", "message": …}, "events": []}`."""
    what = {"type": type(error).__name__, "message": str(error)}
    return {"id": error.id, "source": error.source, "error": what, "events": []}


def value_of(attribute: str, value: Value) -> str | Json:
    """A claim's value as the contract spells it: a code as it is, a time, number, length or place as an object."""
    if isinstance(value, Quantity):
        return _quantity(attribute, value)
    if isinstance(value, When):
        return _when(value)
    if isinstance(value, Place):
        return _place(value)
    return value


def _encode(record: Json, *, indented: bool) -> bytes:
    line = msgspec.json.encode(record)
    return (msgspec.json.format(line, indent=_INDENT) if indented else line) + b"\n"


def _report(report: Report) -> Json:
    return {
        "source": report.source,
        "headline": report.headline,
        "byline": report.byline,
        "dateline": report.dateline,
        "outlet": report.outlet,
        "language": report.language,
        "published": None if report.published is None else _when(report.published),
        "credits": report.credits,
        "warnings": report.warnings,
        "text": report.text,
        "zones": [{"zone": span.zone, "start": span.start, "end": span.end} for span in report.zones],
    }


def _event(event: Event) -> Json:
    return {
        "kind": event.kind,
        "background": event.background,
        "claims": [_claim(claim) for claim in event.claims],
        "consensus": {attribute: value_of(attribute, value) for attribute, value in event.consensus.items()},
        "conflicts": [_conflict(conflict) for conflict in event.conflicts],
        "checks": [_check(check) for check in event.checks],
    }


def _claim(claim: Claim) -> Json:
    return {
        "attribute": claim.attribute,
        "value": value_of(claim.attribute, claim.value),
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "zone": claim.zone,
        "claimant": None if claim.claimant is None else _speaker(claim.claimant),
        "via": claim.via,
        "hedge": None if claim.hedge is None else _hedge(claim.hedge),
        "polarity": claim.polarity,
    }


def _speaker(speaker: Speaker) -> Json:
    return {
        "name": speaker.name,
        "country": speaker.country,
        "kind": speaker.kind,
        "agency": speaker.agency,
        "printed": speaker.printed,
    }


def _hedge(hedge: Hedge) -> Json:
    return {"words": hedge.words, "band": hedge.band}


def _conflict(conflict: Conflict) -> Json:
    return {"attribute": conflict.attribute, "claims": conflict.claims, "because": conflict.because}


def _check(check: Check) -> Json:
    return {"check": check.check, "verdict": check.verdict, "because": check.because}


def _quantity(attribute: str, quantity: Quantity) -> Json:
    if attribute == "count":
        return {"low": _whole(quantity.low), "high": _whole(quantity.high), "bound": quantity.bound}
    return {
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "bound": quantity.bound,
        "printed_unit": quantity.printed_unit,
    }


def _when(when: When) -> Json:
    return {
        "first": _instant(when.first),
        "last": _instant(when.last),
        "precision": when.precision,
        "zone": when.zone,
        "anchor": when.anchor,
    }


def _place(place: Place) -> Json:
    return {
        "name": place.name,
        "printed": place.printed,
        "lat": _number(place.lat),
        "lon": _number(place.lon),
        "radius_km": _number(place.radius_km),
        "country": place.country,
        "kind": place.kind,
    }


def _instant(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    # strftime would take four times as long, and drops the leading zeros of the year 900 on some systems.
    return f"{moment.year:04}-{moment.month:02}-{moment.day:02}T{moment.hour:02}:{moment.minute:02}Z"


def _number(value: float | None) -> float | None:
    # Six significant digits: below a metre in a range, and none of the binary dust of 435 × 1.609344.
    return None if value is None else float(f"{value:.6g}")


def _whole(value: float | None) -> int | float | None:
    """A count as a whole number; "half a dozen or so" style fractions, should one be printed, stay what they are."""
    if value is None:
        return None
    return int(value) if value == int(value) else _number(value)
