"""Zone words in a text, and what they and places are off from UTC.

Both Koreas count as UTC+9 throughout, as their press prints them: the zone database knows of 2015 to 2018 in the North.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from watchfloor.dates.vocabulary import one_of
from watchfloor.lexicons import words

_MAY_BE_ZONE = re.compile(r"[\s,]*\(?(?:in |at )?(?:the )?[A-Z+\-−–lz]")  # cheap, and mostly no
_OFFSET = re.compile(r"(?:utc|gmt)?\s?([+\-−–])\s?(\d{1,2}):?(\d{2})?")


def _lexicon() -> dict[str, Any]:
    return words("en/zones.toml")


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def offset_of(zone: str, moment: datetime) -> timedelta:
    """What to add to UTC for local time: `offset_of("Asia/Seoul", moment) == timedelta(hours=9)`; zero if unknown."""
    fixed = _lexicon()["fixed"].get(zone)
    if fixed is not None:
        return timedelta(hours=fixed)
    return _by_database(zone, moment)


def _by_database(zone: str, moment: datetime) -> timedelta:
    known = _zone(zone)
    found = known.utcoffset(moment.replace(tzinfo=None)) if known is not None else None
    return found if found is not None else timedelta(0)


def offset_of_words(printed: str, zone: str, moment: datetime) -> timedelta:
    """The offset of a printed zone word; `zone` is what "local time" means, and decides what IST, CST and PST are."""
    word = " ".join(printed.lower().strip("() ").split())
    numeric = _OFFSET.fullmatch(word)
    if numeric is not None:
        size = timedelta(hours=int(numeric[2]), minutes=int(numeric[3] or 0))
        return size if numeric[1] == "+" else -size
    meant = 0 if word == "z" else _lexicon()["words"].get(word, "local")
    if meant == "ambiguous":
        meant = _lexicon()["ambiguous"][word].get(zone, _lexicon()["ambiguous"][word]["else"])
    if isinstance(meant, str):
        return offset_of(zone, moment) if meant == "local" else _by_database(meant, moment)
    return timedelta(hours=meant)


def is_explicit(printed: str | None) -> bool:
    """Whether a zone word names a zone by itself: "KST" does, "local time" does not."""
    return printed is not None and _lexicon()["words"].get(" ".join(printed.lower().split())) != "local"


def is_universal(printed: str | None) -> bool:
    """Whether a zone word is universal time under one of its names."""
    return printed is not None and " ".join(printed.lower().split()) in _lexicon()["universal"]["words"]


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    capitals = _lexicon()["capitals"]["words"]
    bare = _lexicon()["bare"]["words"]
    phrases = [word for word in _lexicon()["words"] if word not in capitals and word not in bare]
    offset = r"(?:UTC|GMT)\s?[+\-−–]\s?\d{1,2}(?::?\d{2})?"
    acronyms = one_of([word.upper() for word in capitals if word not in bare])
    lead = r"[\s,]*\(?(?:in |at )?(?:the )?"
    always = rf"{offset}|{acronyms}|[+-]0\d:?\d0|(?i:{one_of(phrases)})"
    short = one_of([*(word.upper() if word in capitals else word.capitalize() for word in bare)])
    ends = r"(?=\s*(?:$|[).,;–—]|(?:on|and|to)\b|[A-Z][a-z]+day\b))"
    any_day = re.compile(rf"{lead}(?P<zone>{always})(?!\w)")
    after_clock = re.compile(rf"{lead}(?P<zone>{always}|(?:{short}|local){ends})(?!\w)|(?P<zulu>Z)\b")
    return any_day, after_clock


def zone_after(text: str, position: int, *, clock: bool) -> tuple[int, str] | None:
    """The zone word right behind a day or clock time and where it ends; "Eastern" and "local" alone only behind a clock."""
    if _MAY_BE_ZONE.match(text, position) is None:
        return None
    match = _patterns()[clock].match(text, position)
    if match is None:
        return None
    return match.end(), match["zone"] if not clock or match["zone"] else "Z"
