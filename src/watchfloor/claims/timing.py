"""When it was launched: which of a sentence's time expressions belong to the launch, and not to a statement or a fall."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watchfloor.claims.context import beginning, ending, mentioned
from watchfloor.claims.labels import is_of_label
from watchfloor.claims.units import Tagged
from watchfloor.dates import TimeExpression

_LEFT = (
    120  # characters left of a time that may tell what it dates: "the first time … has detected missiles since last"
)
_RIGHT = 40  # characters right of a time that may tell the deed it is of
_CUE_REACH = 8  # units from a cue to the day it was said on: "state media reported in a dispatch on Thursday"
_SAID_ON = r"(?: \w+){0,3}(?: on| in| late| early| at|,)*\s*"


def launch_times(clause: Tagged, second_hand: tuple[int, ...]) -> Iterator[TimeExpression]:
    """The time expressions of a sentence that can date its launch, left to right.

    The day of a statement ("Hezbollah said on Sunday it had fired") or of a fall dates the launch only where nothing else does,
    and never where the statement is `second_hand` (cue units of those who tell of it a day later).
    """
    if not mentioned("telling").search(clause.folded):
        return
    usable = [e for e in clause.times if not e.is_publication and not e.is_span]
    usable = [
        e for e in usable if not (clause.folded.startswith("of ", e.start) and _COMPARED_WITH.search(_left(clause, e)))
    ]
    usable = [e for e in usable if not _SINCE.search(_left(clause, e)) and not _LATER.search(_left(clause, e))]
    usable = [e for e in usable if not is_of_label(clause, e)]
    own = [e for e in usable if not _is_of_a_statement(clause, e) and not _is_of_another_deed(clause, e)]
    if any(e.day is not None and e.day.kind not in _WIDE for e in own):
        own = [e for e in own if e.day is None or e.day.kind not in _WIDE]  # "…, nearly a year after its failure"
    yield from own or [
        e
        for e in usable
        if e.has_day
        and not _COUNTED_BACK.search(clause.folded)
        and not _is_second_hand(clause, e, second_hand)
        and (_is_of_a_statement(clause, e) or ending("falling", r"[^,;]*").search(_left(clause, e)))
    ]


_WIDE = ("year", "season")
_SINCE = re.compile(
    r"\bfirst\b[^;]*\bsince (?:last |late |early |mid-?|at least )?$"
)  # "the first since March 27" is history
_COMPARED_WITH = re.compile(  # "differs from that of September 12", "an improvement on the missile of January 5"
    r"\b(?:(?:that|those|the one|unlike)|(?:improvement on|improvement over|than|unlike|like|from|over|since|beside)"
    r" (?:the|its|their) (?:missile|rocket|one|test|launch|shot|flight|firing)s?)\s*$"
)
_LATER = re.compile(
    r"\b(?:minutes|hours|seconds) (?:later|afterwards),?\s*(?:at )?$"
)  # "into orbit 12 minutes later, at 22:54"
# "said on Friday that it had fired a missile two days earlier": the day of the statement is not the launch's
_COUNTED_BACK = re.compile(
    r"\b(?:days?|weeks?|hours?|months?) (?:earlier|before|ago)\b|\bprevious (?:day|night|evening|afternoon|morning)\b"
)


_AS_REPORTED = re.compile(r"\bas (?:\w+ )?(?:reported|announced|stated|covered)\b[^,;]*,(?: on| in| at)?\s*$")


def _is_second_hand(clause: Tagged, expression: TimeExpression, cues: tuple[int, ...]) -> bool:
    at = clause.unit_at(expression.start)
    return any(at - _CUE_REACH <= cue < at for cue in cues)


# "in response to the killing of a commander, on Tuesday night": the day of a death, whatever stands between
_DEATH_OF = re.compile(r"\b(?:killing|assassination|death|murder) of\b[^;.]*$")


def _is_of_a_reaction(clause: Tagged, expression: TimeExpression, left: str) -> bool:
    """ "The president on Friday called the test a message": the day of what was said of it."""
    after = clause.folded[expression.end : expression.end + _RIGHT]
    return beginning("reacting").match(after) is not None and not mentioned("telling").search(left)


def _closes_a_clause(clause: Tagged, expression: TimeExpression, left: str) -> bool:
    """ "Aid has been going in this morning, and now rockets are fired": the time of what "and" leaves behind."""
    if _AND_NOW.match(clause.folded, expression.end) is None or mentioned("telling").search(left):
        return False
    return any(unit.tag == "v" for unit in clause.units if unit.end <= expression.start)


_AND_NOW = re.compile(r",? (?:and|but|yet) (?:now|then|still)\b")


def _left(clause: Tagged, expression: TimeExpression) -> str:
    return clause.folded[max(0, expression.start - _LEFT) : expression.start]


def days_of_telling(clause: Tagged) -> list[TimeExpression]:
    """The days on which a sentence says that something was said: "the broadcaster reported on Tuesday"."""
    return [e for e in clause.times if e.has_day and not e.is_publication and _is_of_a_statement(clause, e)]


def _is_of_a_statement(clause: Tagged, expression: TimeExpression) -> bool:
    said = ending("saying", _SAID_ON).search(_left(clause, expression))
    return said is not None and not _AS_REPORTED.search(_left(clause, expression))


def _is_of_another_deed(clause: Tagged, expression: TimeExpression) -> bool:
    """Whether the nearest deed before the time is a fall, a visit or an alert rather than the launch, or it dates a reaction."""
    left = _left(clause, expression)
    if (
        _DEATH_OF.search(left)
        or _is_of_a_reaction(clause, expression, left)
        or _closes_a_clause(clause, expression, left)
    ):
        return True
    others = [
        match
        for section, gap in (("falling", r"[^;]*"), ("other_deeds", r"[^,;]*"))
        if (match := ending(section, gap).search(left)) is not None
    ]
    if not others:
        return False
    telling = [match.start() for match in mentioned("telling").finditer(left)]
    return not telling or telling[-1] < max(match.start() for match in others)
