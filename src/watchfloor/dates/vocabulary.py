"""The words of time in a text, found in one pass: months, weekdays, parts of the day, relative days and periods."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from watchfloor.lexicons import words

_ASCII_SPACES = "\n\t\r"
_SPACES = "\n\t\r\u00a0\u202f\u2009"


class Word(Struct, frozen=True):
    """A phrase of the lexicon where it stands in a text: its kind is the table it comes from, its value what that holds."""

    start: int
    end: int
    kind: str
    value: Any


def lexicon() -> dict[str, Any]:
    return words("en/dates.toml")


def fold(text: str) -> str:
    """Lower case, white space as plain spaces, and not one offset shifted: `fold("On Friday") == "on friday"`."""
    folded = text.lower()
    if len(folded) != len(text):  # İ alone grows in lower case
        folded = text.replace("\u0130", "i").lower()
    for space in _ASCII_SPACES if folded.isascii() else _SPACES:
        if space in folded:
            folded = folded.replace(space, " ")
    return folded


def one_of(phrases: Iterable[str]) -> str:
    """A pattern of literal phrases, longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def _vocabulary() -> Iterator[tuple[str, tuple[str, Any]]]:
    known = lexicon()
    for kind in ("months", "weekdays", "weekday_abbreviations", "parts", "modifiers", "other_days", "periods"):
        for phrase, value in known[kind].items():
            yield phrase, (kind, value)
    for kind in ("relative_days", "clock_words", "seasons"):
        for phrase, value in known[kind].items():
            yield phrase, (kind, (phrase, value))
    for kind in ("spans", "ahead", "overnight"):
        for phrase in known[kind]["words"]:
            yield phrase, (kind, None)
    for number, hour in known["counts"].items():
        if number not in ("a", "an"):
            for lead in ("at", "around", "about"):
                yield f"{lead} {number}", ("spoken_hours", hour)
    for unit, meaning in known["units"].items():
        for direction, counted in known["directions"].items():
            yield f"{unit} {direction}", ("directions", (unit, direction, meaning, counted))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, tuple[str, Any]], ...]:
    unique: dict[str, tuple[str, Any]] = {}
    for phrase, meaning in _vocabulary():
        unique.setdefault(phrase, meaning)
    return tuple(unique.items())


@lru_cache(maxsize=1)
def _automaton() -> AhoCorasick:
    return AhoCorasick([phrase for phrase, _ in _patterns()])


def words_of_time(folded: str) -> Iterator[Word]:
    """The phrases of the lexicon in a folded text, left to right; matches inside longer words are none.

    Phrases may overlap: a reader takes the first that is a time, and passes over what lies inside it.
    """
    size = len(folded)
    found = [
        (start, -end, number)
        for number, start, end in _automaton().find_matches_as_indexes(folded, overlapping=True)
        if not (start > 0 and folded[start - 1].isalnum()) and not (end < size and folded[end].isalnum())
    ]
    for start, end, number in sorted(found):  # the longest first of those that share a start
        kind, value = _patterns()[number][1]
        yield Word(start, -end, kind, value)
