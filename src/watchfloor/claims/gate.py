"""What spares most sentences the reading: a cheap test whether one may tell of a launch, and a page's of sport."""

from __future__ import annotations

import re
from functools import lru_cache

from watchfloor.claims.entries import may_be_entry
from watchfloor.claims.flights.purposes import may_tell_of_drill
from watchfloor.claims.grammar.phrases import Phrases, any_of
from watchfloor.lexicons import names, table, words

_NAMED_MODEL = re.compile(
    r"[A-Z][a-z]{1,14}-\d|KN-"
)  # "Hwasong-18": a name that may be all a sentence says of a weapon

_SUBJECT_TAKEN_UP = ("They ", "It ", "Both ")


def is_of_sport(text: str) -> bool:
    """Whether a page's rockets play basketball: "The Rockets launched 42 three-pointers"."""
    found = _sport().finditer(text.lower().replace("-", " "))
    return len({match.group() for match in found}) >= _SPORT_WORDS


_SPORT_WORDS = 2  # one alone may be a figure of speech: "overtime", "a slam dunk"


@lru_cache(maxsize=1)
def _sport() -> re.Pattern[str]:
    return re.compile(any_of(words("en/context.toml")["off_topic"]["sport"]))


def may_tell(text: str, *, told: bool) -> bool:
    """Whether a sentence may open a launch, or go on about one already told: a cheap test that spares most sentences."""
    lower = text.lower()
    if _stems("opening").stands_in(lower) or _NAMED_MODEL.search(text) is not None or may_be_entry(text):
        return True
    if _names_a_system(text):
        return True
    if not told:
        return False
    if text.startswith(_SUBJECT_TAKEN_UP) or _stems("going_on").stands_in(lower):
        return True
    return ("drill" in lower or "exercise" in lower) and may_tell_of_drill(lower.replace("-", " "))


def _names_a_system(text: str) -> bool:
    """Whether a sentence may name a weapon: "Analysts said it was probably a DF-31AG"."""
    known = _systems_by_word()
    return any(name in text for word in _CAPITALISED.findall(text) if word in known for name in known[word])


_CAPITALISED = re.compile(r"\b[A-Z][A-Za-z]+")


@lru_cache(maxsize=1)
def _systems_by_word() -> dict[str, tuple[str, ...]]:
    """The first word of every system's names, with the names that begin so."""
    found: dict[str, set[str]] = {}
    for row in table("world/systems.csv"):
        for name in names(row):
            first = _CAPITALISED.match(name)
            if first is not None:
                found.setdefault(first.group(), set()).add(name)
    return {word: tuple(sorted(those)) for word, those in found.items()}


@lru_cache(maxsize=2)
def _stems(key: str) -> Phrases:
    return Phrases(words("en/context.toml")["gate"][key])
