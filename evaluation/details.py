"""The faults of a set as lines to read: a heading a report, then one line a missed, false or misattributed claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from figures import Fault, Figures, FoundClaim
from gold import GoldClaim, GoldReport


def detail_lines(gold: Iterable[GoldReport], figures: Figures) -> Iterable[str]:
    """The faults for reading, grouped by report: a heading a report, then one line a fault."""
    for report in gold:
        if report.id in figures.faults:
            outlet, published = report.outlet or "no outlet", report.published or "no date"
            yield f"\n{report.id}  {outlet}, {published}: {_opening(report.text)}"
            yield from (f"  {_fault_line(fault)}" for fault in figures.faults[report.id])


def _opening(text: str) -> str:
    line = " ".join(text[:200].split())
    return line if len(line) <= 80 else f"{line[:79]}…"


def _fault_line(fault: Fault) -> str:
    lead = f"{fault.kind:11} {fault.event:10}"
    wanted, found = fault.wanted, fault.found
    if wanted is not None and found is not None:
        speakers = f"wanted {_speakers(wanted)}, found {_speaker(found.claimant)}"
        return f"{lead} {wanted.attribute} = {_shown(found.value)}: {speakers}  {_printed(found)}"
    if wanted is not None:
        return f"{lead} {_stated(wanted)}  by {_speakers(wanted)}  «{_words(wanted.quote)}»"
    if found is not None:
        return f"{lead} {_stated(found)}  by {_speaker(found.claimant)}  {_printed(found)}"
    return lead.rstrip()


def _stated(claim: GoldClaim | FoundClaim) -> str:
    denial = "" if claim.polarity else "not "
    return f"{claim.attribute} = {denial}{_shown(claim.value)}"


def _shown(value: Any) -> str:
    """A value in few characters: 350..360, the name and position of a place, the ends of a time."""
    if not isinstance(value, dict):
        return "|".join(map(str, value)) if isinstance(value, list) else str(value)
    if "low" in value or "high" in value:
        low, high = value.get("low"), value.get("high")
        return f"{low}" if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
    if "first" in value or "last" in value:
        first, last = value.get("first"), value.get("last")
        return f"{first}" if first == last else f"{first}/{last}"
    position = "" if value.get("lat") is None else f" ({value['lat']}, {value.get('lon')})"
    return f"{value.get('name')}{position}"


def _printed(found: FoundClaim) -> str:
    """The words of a found claim, and where they stand unless in the body."""
    place = "" if found.zone in ("", "body") else f" in the {found.zone}"
    return f"«{_words(found.quote)}»{place}"


def _words(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 90 else f"{words[:89]}…"


def _speakers(claim: GoldClaim) -> str:
    return " / ".join(claim.claimants) or "the report"


def _speaker(claimant: Any) -> str:
    name = claimant.get("name") if isinstance(claimant, dict) else claimant
    return str(name) if name else "the report"
