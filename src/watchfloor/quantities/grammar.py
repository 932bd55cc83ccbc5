"""The shared grammar of figures: digits, number words, bounds and ranges, compiled once from the lexicon."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from watchfloor.lexicons import words
from watchfloor.records import Bound

DIGITS = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


def lexicon() -> dict[str, Any]:
    return words("en/quantities.toml")


def one_of(phrases: list[str]) -> str:
    """A pattern of literal phrases, longest first, any white space between their words."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"[\s\u00a0]+") for phrase in ordered)


@lru_cache(maxsize=1)
def number_words() -> str:
    """A pattern of spelt numbers: "two", "twenty-five", "seven hundred and fifty"."""
    cardinal = one_of(list(lexicon()["cardinals"]))
    scale = one_of(list(lexicon()["scales"]))
    part = rf"(?:{cardinal})(?:[- ](?:{cardinal}))?"
    return rf"\b(?:(?:{part}|a)[- ](?:{scale})(?:[- ](?:and[- ])?{part})?|{part})\b"


@lru_cache(maxsize=4096)
def number_value(printed: str) -> float | None:
    """The value of digits or number words: `number_value("1,500") == 1500.0`, `number_value("forty-two") == 42.0`."""
    compact = re.sub(r"[,\s\u00a0\u202f]", "", printed)
    if compact[:1].isdigit():
        return float(compact)
    total, current = 0.0, 0.0
    for word in re.findall(r"[a-z]+", printed.lower()):
        if word in lexicon()["cardinals"]:
            current += lexicon()["cardinals"][word]
        elif word in lexicon()["scales"]:
            total += max(current, 1.0) * lexicon()["scales"][word]
            current = 0.0
    return total + current if total + current else None


@lru_cache(maxsize=1)
def bound_words() -> str:
    return one_of([phrase for phrases in lexicon()["bounds"].values() for phrase in phrases])


@lru_cache(maxsize=1)
def _bounds() -> dict[str, Bound]:
    return {phrase: bound for bound, phrases in lexicon()["bounds"].items() for phrase in phrases}


def bound_of(printed: str | None) -> Bound:
    """The bound of the words before a figure: `bound_of("more than") == "over"`; "exact" where there are none."""
    return "exact" if printed is None else _bounds().get(" ".join(printed.lower().split()), "exact")


def interval(value: float, bound: Bound) -> tuple[float | None, float | None]:
    """Low and high of a bounded figure: over and at least leave the top open, at most the bottom."""
    if bound in ("over", "at_least"):
        return value, None
    return (None, value) if bound == "at_most" else (value, value)
