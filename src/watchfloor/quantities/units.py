"""Unit words behind a figure: which they are, what they measure, and whether they mean what they seem to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Literal

from msgspec import Struct

from watchfloor.quantities.grammar import Figure, lexicon, one_of

Kind = Literal["length", "duration", "speed", "diameter"]
KINDS: tuple[Kind, ...] = ("speed", "length", "diameter", "duration")
SI = {"length": "km", "duration": "s", "speed": "m/s", "diameter": "km"}
_MILITARY_HOUR = 100  # "1735 hours" is a time of day, "26 hours" is not
_CLOCK_HOURS = frozenset({"hours", "hrs"})


_MACH_REACH = 24  # "Mach 5", "Mach 5-6", "between Mach 5 and 6"
_MACH = re.compile(r"\bmach[ ‑-](?:\d+(?:\.\d+)?(?: ?[-–] ?| to | or ))?$|\bbetween mach \d+(?:\.\d+)? and $")


class Unit(Struct, frozen=True):
    """A unit word: offsets, its word as printed, what it measures, and its factor to km, s or m/s."""

    start: int
    end: int
    word: str
    kind: Kind
    factor: float


@lru_cache(maxsize=1)
def _factors() -> dict[str, tuple[Kind, float]]:
    return {word: (kind, float(factor)) for kind in KINDS for word, factor in lexicon()[kind].items()}


def unit_words() -> str:
    """A pattern of every unit word, misspellings last."""
    misspelt = "|".join(lexicon()["misspelt"])
    return rf"(?:{one_of(_factors())}|{misspelt})(?![\w²³]|/[a-z]|\.\d)"


@lru_cache(maxsize=1)
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?: ?[-‑–]? ?)(?P<word>{unit_words()})")


@lru_cache(maxsize=256)
def meaning(word: str) -> tuple[Kind, float] | None:
    """What a unit word measures and its factor, misspelt or not: `meaning("kilometes") == ("length", 1.0)`."""
    known = _factors().get(word)
    if known is not None:
        return known
    for pattern, right in lexicon()["misspelt"].items():
        if re.fullmatch(pattern, word):
            return _factors()[right]
    return None


def unit_after(text: str, folded: str, figure: Figure) -> Unit | None:
    """The unit a figure is counted in: the word behind it, or "Mach" before it."""
    if figure.seconds:
        return Unit(figure.end, figure.end, "hours", "duration", 1.0)
    before = folded[max(0, figure.start - _MACH_REACH) : figure.start]
    if "mach" in before and _MACH.search(before) is not None:
        return Unit(figure.end, figure.end, "Mach", *_factors()["mach"])
    match = _unit_pattern().match(folded, figure.end)
    if match is None or match["word"] == "mach":
        return None
    found = meaning(match["word"])
    if found is None or not _is_meant(text, folded, figure, match):
        return None
    return Unit(match.start("word"), match.end(), text[match.start("word") : match.end()], *found)


def _is_meant(text: str, folded: str, figure: Figure, match: re.Match[str]) -> bool:
    """Whether a word is the unit it looks like: not in "5m people", "7nm chips", "1735 hours", "two second-stage"."""
    word, end = match["word"], match.end()
    known: dict[str, Any] = lexicon()["short_units"]
    if word in known and (figure.value < known[word] or text[match.start("word")] != word[0]):
        return False
    if word in _CLOCK_HOURS and figure.value >= _MILITARY_HOUR and folded[figure.start : figure.end].isdigit():
        return False
    following = lexicon()["not_units"].get(word)
    return following is None or re.match(rf"[ -](?:{one_of(following)})\b", folded[end : end + 20]) is None
