"""A finding: a value and the characters of a sentence that state it, before anybody is named as its speaker."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from watchfloor.claims.grammar.phrases import Phrases
from watchfloor.lexicons import words
from watchfloor.records import Hedge, Value


class Finding(Struct, frozen=True, kw_only=True):
    """One value of one attribute in a sentence: `start` and `end` are offsets into the sentence's text, `unit` where it stands."""

    attribute: str
    value: Value
    start: int
    end: int
    unit: int
    polarity: bool = True
    hedge: Hedge | None = None


@lru_cache(maxsize=1)
def _hedges() -> dict[str, str]:
    return dict(words("en/attribution.toml")["hedges"])


@lru_cache(maxsize=1)
def _hedge_pattern() -> Phrases:
    return Phrases(_hedges())


def hedge_before(text: str, folded: str, start: int, *, reach: int = 40) -> Hedge | None:
    """The words of doubt right before a value ("presumed to be a KN-11"), with their ICD 203 band; None where there are none."""
    window_start = max(0, start - reach)
    last = None
    for match in _hedge_pattern().finditer(folded, window_start, start):
        last = match
    if last is None or re.search(r"[.;:]|\b(?:and|but|while)\b", folded[last.end() : start]):
        return None
    return hedge_of(text[last.start() : last.end()], last.group())


def hedge_inside(text: str, folded: str, start: int, end: int) -> Hedge | None:
    """A word of doubt inside a phrase: "a suspected ballistic missile"."""
    match = _hedge_pattern().search(folded, start, end)
    return None if match is None else hedge_of(text[match.start() : match.end()], match.group())


def hedge_of(printed: str, folded: str) -> Hedge:
    return Hedge(words=printed, band=_hedges().get(folded) or None)
