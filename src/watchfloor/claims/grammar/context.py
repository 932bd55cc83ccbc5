"""Patterns over the folded words left of a value, built from the lists of `en/context.toml`."""

from __future__ import annotations

import re
from functools import cache

from watchfloor.claims.grammar.phrases import Phrases, any_of
from watchfloor.lexicons import words

ANY = r"[^;]*"  # the rest of the clause
COMPASS = r"(?:north|south|east|west)(?:[ -]?(?:north)?(?:east|west))?"


def listed(section: str, key: str = "words") -> list[str]:
    return list(words("en/context.toml")[section][key])


@cache
def mentioned(section: str, key: str = "words") -> Phrases:
    """Any word of a list, anywhere: `mentioned("telling").search("it fired two")`."""
    return Phrases(listed(section, key))


@cache
def beginning(section: str, key: str = "words") -> re.Pattern[str]:
    """A word of a list at the start of what stands right of a value: `beginning("reacting").match(" called it")`."""
    return re.compile(rf"[\s,]*{any_of(listed(section, key))}")


@cache
def ending(section: str, gap: str = ANY, key: str = "words") -> Phrases:
    """A word of a list with only `gap` behind it to the end of the text: what stands left of a value."""
    return Phrases(listed(section, key), behind=gap + "$")


def is_unreal(left: str) -> bool:
    """Whether a word of possibility stands left of a value; the month of May is none: "in May 2025 it was lost"."""
    return ending("unreal").search(MONTH_OF_MAY.sub(" ", left)) is not None


# words that plan nothing: the month, and the day after another
MONTH_OF_MAY = re.compile(
    r"\b(?:of|in|since|until|late|early|mid|on) may\b|\bmay (?=\d)|\bthe next (?:morning|day|afternoon|evening|night)\b"
)
