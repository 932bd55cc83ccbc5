"""Numbers that count things: "two", "at least one", "more than 20", "a pair of", "several"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from watchfloor.quantities.grammar import DIGITS, bound_of, bound_words, interval, lexicon, number_value, number_words, one_of
from watchfloor.records import Bound


class Number(Struct, frozen=True):
    """A count in a text: offsets, `low` and `high` (an open end is None), its bound, and whether it adds to others ("more")."""

    start: int
    end: int
    low: float | None
    high: float | None
    bound: Bound = "exact"
    more: bool = False


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    bound = rf"(?:(?P<bound>{bound_words()})\s+)?"
    figure = rf"(?P<figure>(?<![\w.,:/-])(?:{DIGITS})(?![\w:/%]|[.,]\d|-\w)|{number_words()}(?!-(?:stage|day|hour|minute|year|man|way|thirds?)))"
    group = rf"(?P<group>\b(?:{one_of(list(lexicon()['groups']))})(?!\w))"
    joined = rf"(?:\s*(?:to|or|–|-)\s*(?P<second>(?:{DIGITS})(?![\w:/%-])|{number_words()}))?"
    return re.compile(rf"(?:{group}\s+)?{bound}{figure}{joined}(?P<plus>-plus|\+| or more)?(?P<more>\s+(?:more|additional|further|other))?|{bound.replace('bound', 'bound2')}{group.replace('group', 'group2')}", re.IGNORECASE)


def find_numbers(text: str) -> tuple[Number, ...]:
    """The counts of a text, left to right: `find_numbers("at least two missiles")[0].low == 2.0`. Ordinals are none."""
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[Number]:
    for match in _pattern().finditer(text):
        if match["group2"] is not None:
            yield _group(match)
            continue
        value = number_value(match["figure"])
        if value is None:
            continue
        bound = bound_of(match["bound"]) if match["plus"] is None else "at_least"
        low, high = interval(value, bound)
        second = number_value(match["second"]) if match["second"] else None
        if second is not None and second > value:
            low, high, bound = value, second, "exact"
        yield Number(match.start(), match.end(), low, high, bound, match["more"] is not None)


def _group(match: re.Match[str]) -> Number:
    low, high = lexicon()["groups"][" ".join(match["group2"].lower().split())]
    bound = bound_of(match["bound2"])
    if bound != "exact" and high:
        bottom, top = interval(low, bound)
        return Number(match.start(), match.end(), bottom, top, bound)
    return Number(match.start(), match.end(), float(low), float(high) or None, "exact" if high else "at_least", match["group2"].lower() == "another")
