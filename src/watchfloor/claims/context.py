"""Patterns over the folded words left of a value, built from the lists of `en/context.toml`."""

from __future__ import annotations

import re
from functools import cache

from watchfloor.lexicons import words

ANY = r"[^.;]*"  # the rest of the clause
COMPASS = r"(?:north|south|east|west)(?:[ -]?(?:north)?(?:east|west))?"


def any_of(phrases: list[str] | tuple[str, ...]) -> str:
    """A pattern for any phrase as whole words, longest first; a star stands for any ending."""
    body = "|".join(
        re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", " ")
        for phrase in sorted(set(phrases), key=len, reverse=True)
    )
    return rf"(?<![^\W_])(?:{body})(?![^\W_])"


def listed(section: str, key: str = "words") -> list[str]:
    return list(words("en/context.toml")[section][key])


@cache
def mentioned(section: str, key: str = "words") -> re.Pattern[str]:
    """Any word of a list, anywhere: `mentioned("telling").search("it fired two")`."""
    return re.compile(any_of(listed(section, key)))


@cache
def ending(section: str, gap: str = ANY, key: str = "words") -> re.Pattern[str]:
    """A word of a list with only `gap` behind it to the end of the text: what stands left of a value."""
    return re.compile(any_of(listed(section, key)) + gap + "$")


@cache
def ending_word(*alternatives: str, tail: str = r"\s+(?:the |its |a |an )?(?:[\w'-]+ ){0,1}$") -> re.Pattern[str]:
    """One of a few function words right before a value, an article and an adjective at most between them."""
    return re.compile(any_of(alternatives) + tail)
