"""The gold sets as frozen records, and where they lie: `read_gold(SETS[0])[0].events[0].claims[0].quote`.

A gold set is JSON Lines, one report a line, annotated by hand as docs/evaluation.md tells. Only what the text itself
states is there; `optional` claims and events may be found or not.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

HERE = Path(__file__).resolve().parent
SETS = tuple(sorted(HERE.glob("*.gold.jsonl")))


class GoldClaim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One value that the text states, the words that state it, and every speaker the text gives it to."""

    attribute: str
    value: Any  # an interval, a time, a place, or a code (a list: each code in it is right)
    claimants: tuple[str, ...]
    quote: str
    polarity: bool = True
    optional: bool = False


class GoldEvent(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One launch with all its claims; `background` where the text tells it as history."""

    kind: str
    background: bool
    claims: tuple[GoldClaim, ...]
    optional: bool = False


class GoldReport(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report's text, what is known of its publication, and the launches it tells of (none is a result, too)."""

    id: str
    text: str
    published: str | None
    outlet: str | None
    language: str
    events: tuple[GoldEvent, ...]


def read_gold(path: Path) -> tuple[GoldReport, ...]:
    """Every report of a gold set, in order. Raises msgspec.ValidationError where a line has another form."""
    decoder = msgspec.json.Decoder(GoldReport)
    with path.open("rb") as lines:
        return tuple(decoder.decode(line) for line in lines if line.strip())
