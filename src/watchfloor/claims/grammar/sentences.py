"""Sentences of a report's headline and body, with offsets into the report's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from watchfloor.lexicons import words
from watchfloor.records import Report, Zone

FACT_ZONES = frozenset({Zone.HEADLINE, Zone.BODY})  # captions and teasers never feed an event's facts
LONGEST = 2_000  # characters; a longer run without a full stop is no sentence anybody wrote, and is cut here
# A stop before a space, or one the space was lost behind ("on Wednesday.The JCS said"), or the end of a line. All start
# with one set of characters, which the engine looks for twice as fast as for alternatives that begin with a look behind.
_GLUED = r"(?<=[a-z]{2}\.)|(?<=\)\.)|(?<=[A-Z]{2}\.)|(?<=[ap]\.m\.)|(?<=\d\.)|(?<=[a-z]\.)[\"”]"  # "the JCS.The", "in 2017.It"
_END = re.compile(rf"[.!?\n](?:(?<!\n)[\"”’')\]]*(?=\s|$)|(?:{_GLUED})(?=[A-Z][A-Za-z' ])|(?<=\n)(?:\s*\n)?)")
_CLOSERS = "\"”’')]"
_LAST_WORD = re.compile(r"([\w.]+)\.$")


class Sentence(Struct, frozen=True):
    """A stretch of text from `start` to `end`, the zone and the paragraph (zone span) it stands in."""

    start: int
    end: int
    text: str
    zone: Zone
    paragraph: int


def sentences_of(report: Report) -> Iterator[Sentence]:
    """The sentences that may state facts, in reading order: those of headline and body."""
    for number, span in enumerate(report.zones):
        if span.zone in FACT_ZONES:
            yield from _split(report.text, span.start, span.end, span.zone, number)


def source_lines(report: Report) -> Iterator[Sentence]:
    """The lines that name whose words follow: "Source: Ukraine's Air Force on Telegram"."""
    for span in report.zones:
        if span.zone is Zone.CREDIT and _SOURCE_LINE.match(report.text, span.start):
            yield Sentence(span.start, span.end, report.text[span.start : span.end], span.zone, -1)


_SOURCE_LINE = re.compile(r"Sources?: ")


def _split(text: str, start: int, end: int, zone: Zone, zone_number: int) -> Iterator[Sentence]:
    paragraph = zone_number * 10_000
    begin = start
    for match in _END.finditer(text, start, end):
        at, after = match.span()
        if text[at] == "\n":
            yield from _sentence(text, begin, at, zone, paragraph)
            paragraph += 1
            begin = after
        elif after > begin and not _is_abbreviation(text, start, after, end):
            yield from _sentence(text, begin, after, zone, paragraph)
            begin = after
    yield from _sentence(text, begin, end, zone, paragraph)


def _is_abbreviation(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the full stop at `stop` ends a word rather than a sentence: "Nov. 7", "U.S. officials"."""
    following = text[stop : min(stop + 3, end)].lstrip()[:1]
    if following.islower():
        return True
    tail = text[max(start, stop - 24) : stop].rstrip(_CLOSERS)
    last = _LAST_WORD.search(tail.rsplit(None, 1)[-1]) if tail.endswith(".") else None
    if last is None:
        return False
    word = last.group(1).casefold()
    if word in ("am", "pm") and following in ("[", "("):
        return True
    if word in ("u.s", "u.n", "u.k"):
        return True
    if word in ("a.m", "p.m"):
        return not following.isupper() or _names_time(text[stop : min(stop + 24, end)])
    initial = len(word) == 1 and word.isalpha() and not _AFTER_FIGURE.search(tail) and not _HYPHENED.search(tail)
    if word in _listed("titles") or initial:
        return True
    return word in _listed("abbreviations") and not following.isupper()


_HYPHENED = re.compile(r"\w-\w\.$")  # "Agni-V." ends a sentence
_AFTER_FIGURE = re.compile(r"(?:\d (?:s|m|h)|\bon X)\.$")  # "7,511 s.", "wrote on X." end a sentence; "J." does not


def _names_time(following: str) -> bool:
    """Whether a day, month or zone follows a clock time: "12:01 a.m. Pacific time Wednesday"."""
    first = re.match(r"\s+([A-Za-z]+)", following)
    if first is None:
        return False
    word = first.group(1).lower()
    dates = words("en/dates.toml")
    return (
        word in dates["weekdays"]
        or word in dates["months"]
        or any(zone.split()[0] == word for zone in words("en/zones.toml")["words"])
    )


@lru_cache(maxsize=2)
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("en/grammar.toml")["sentence"][key])


def _sentence(text: str, start: int, end: int, zone: Zone, paragraph: int) -> Iterator[Sentence]:
    while start < end:
        cut = min(end, start + LONGEST)
        piece = text[start:cut]
        left = len(piece) - len(piece.lstrip())
        stripped = piece.strip()
        if stripped:
            yield Sentence(start + left, start + left + len(stripped), stripped, zone, paragraph)
        start = cut
