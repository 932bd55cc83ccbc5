"""Speakers named without a verb: "KCNA: 1,500 km", "7,000 km (Japanese MOD)", "…, JCS.", "JCS 1,100 km".

Notes and lists name the observer of a value by a label before it, or in brackets behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.launches.parties import country_of
from watchfloor.dates import TimeExpression
from watchfloor.records import Zone


class Label(Struct, frozen=True):
    """Unit ranges of a source and of what it asserts (both ends included), and the unit that joins them."""

    source: tuple[int, int]
    cue: int
    content: tuple[int, int]


# "KCNA (6 Jan):", "JCS on the 7th:", "The Japanese MOD again:", "KCNA's version a day later:", "Tokyo:"
_OPENS = re.compile(r"(?:(?<=[(|;:])|^)[\"&]?(?P<source>d?(?:[kcX]'?){0,2}[gbo]|c|u)(?:'x?|[(]|[xviTkXdjnq])*\)?:(?!$)")
# "(JCS)", "(South Korean JCS)", "(KCNA, 16 Dec)" behind a value: no acronym of an agency just named in full
_BRACKETED = re.compile(r"(?<=[mpTwsnxVFGj\"])\((?P<source>d?(?:[kc]'?)?[gbo]),?T?\)")
# "…, JCS." at the end of a sentence, or before what goes on in brackets
_CLOSES = re.compile(
    r",(?P<source>d?(?:[kc]'?)?[gb])[.;]?$"
)  # a person only names: "killed its leader, Hassan Nasrallah."
# "JCS 1,100 km", "the Japanese MOD 650 km"
_BESIDE = re.compile(r"(?:(?<=[|;(,])|^)(?P<source>d?(?:[kc]'?)?[gb])(?=m)")
# "The Japanese MOD had 650 km", "Japan, incidentally, had 400 km"
_HAVING = re.compile(r"(?:(?<=[;&])|^)&?(?P<source>d?(?:[kc]'?)?[gbo]|c)(?:,x,)?v(?=m)")
_ENDS = re.compile(r"[;|]")


def labels(clause: Tagged) -> Iterator[Label]:
    """The labels of a sentence, left to right within each form."""
    yield from _opening(clause)
    done = 0
    for match in _BRACKETED.finditer(clause.tags):
        start = max(done, clause.tags.rfind(";", 0, match.start()) + 1)
        if start < match.start():
            yield Label(_units(match), match.start(), (start, match.start() - 1))
        done = match.end()
    closing = _CLOSES.search(clause.tags)
    if closing is not None and any(tag in "wVFm" for tag in clause.tags[: closing.start()]):
        yield Label(_units(closing), closing.start(), (done, closing.start() - 1))
    for match in (*_BESIDE.finditer(clause.tags), *_HAVING.finditer(clause.tags)):
        yield Label(_units(match), match.end() - 1, (match.end(), _end_of(clause, match.end())))


def is_of_label(clause: Tagged, expression: TimeExpression) -> bool:
    """Whether a day is that of a label's words: "KCNA (6 Jan): …", "JCS on the 7th: …", "(KCNA, 16 Dec)"."""
    at = clause.unit_at(expression.start)
    return (
        re.search(r"[gbou]['x]{0,2}[(,]?i?$", clause.tags[:at]) is not None
        and re.match(r"\)?[:)]", clause.tags[at + 1 :]) is not None
    )


def _opening(clause: Tagged) -> Iterator[Label]:
    """Labels before what they assert, each up to the next one: "Japan MOD: ~500 km … | KCNA (6 Jan): 700 km"."""
    found = [
        match
        for match in _OPENS.finditer(clause.tags)
        if not _is_topic(clause, match.start("source")) and not _is_dateline(clause, match)
    ]
    for number, match in enumerate(found):
        last = found[number + 1].start() - 1 if number + 1 < len(found) else len(clause.units) - 1
        if match.start() > 0 and clause.tags[match.start() - 1] == "(":
            closed = clause.tags.find(")", match.end())
            last = min(last, closed - 1) if closed > 0 else last
        if match.end() <= last:
            yield Label(_units(match), match.end() - 1, (match.end(), last))


def _is_topic(clause: Tagged, at: int) -> bool:
    """Whether a country opens a heading: "Iran: two in nine days"; a capital that watches another speaks: "Seoul: North Korea fires …"."""
    unit = clause.units[at]
    if clause.tags[at] != "c":
        return False
    if clause.sentence.zone is not Zone.HEADLINE:
        return not unit.has("capital")
    others = {country_of(other) for other in clause.units[at + 2 :]} - {None, country_of(unit)}
    return not unit.has("capital") or not others


def _is_dateline(clause: Tagged, match: re.Match[str]) -> bool:
    """Whether an outlet in brackets only signs the report: "New Delhi, November 1 (ANI): The Indian Navy …"."""
    source = match.start("source")
    return clause.tags[source] == "u" and clause.tags[source - 1 : source] == "(" and clause.tags[source + 1] == ")"


def _units(match: re.Match[str]) -> tuple[int, int]:
    return match.start("source"), match.end("source") - 1


def _end_of(clause: Tagged, start: int) -> int:
    ends = _ENDS.search(clause.tags, start)
    return ends.start() - 1 if ends is not None else len(clause.units) - 1
