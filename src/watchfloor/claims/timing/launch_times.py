"""When it was launched: which of a sentence's time expressions belong to the launch, and not to a statement or a fall."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from watchfloor.claims.grammar.context import mentioned
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.labels import is_of_label
from watchfloor.claims.timing.deeds import Deed, Kind, deed_dated, deeds_in, is_of_attack, is_of_launch_in_focus
from watchfloor.dates import TimeExpression

_LEFT = 120  # characters left of a time that may tell what it is compared with
_CUE_REACH = 8  # units from a cue to the day it was said on: "state media reported in a dispatch on Thursday"


def launch_times(clause: Tagged, second_hand: tuple[int, ...]) -> Iterator[TimeExpression]:
    """The time expressions of a sentence that can date its launch, left to right.

    The day of a statement ("Hezbollah said on Sunday it had fired") or of a fall dates the launch only where nothing else does,
    and never where the statement is `second_hand` (cue units of those who tell of it a day later).
    """
    if not clause.times or not _tells(clause):
        return
    dated = _with_deeds(clause)
    own = [e for e, deed in dated if _is_of_launch(clause, e, deed) and not _closes_a_clause(clause, e)]
    own = own or [e for e, deed in dated if deed is not None and deed.kind == "alarm" and e.has_clock]
    if any(e.day is not None and e.day.kind not in _WIDE for e in own):
        own = [e for e in own if e.day is None or e.day.kind not in _WIDE]  # "…, nearly a year after its failure"
    yield from own or [
        structs.replace(e, clocks=(), pair=None) if deed.kind == "statement" else e  # its clock is the speaker's
        for e, deed in dated
        if e.has_day
        and deed is not None
        and deed.kind in ("statement", "fall", "alarm")
        and not _COUNTED_BACK.search(clause.folded)
        and not _is_second_hand(clause, e, deed, second_hand)
    ]


def _is_of_launch(clause: Tagged, expression: TimeExpression, deed: Deed | None) -> bool:
    return deed is None or deed.kind == "launch" or _OF_A_LAUNCH.match(clause.folded, expression.end) is not None


def times_of_launch(clause: Tagged, *, attack: bool) -> list[TimeExpression]:
    """The times at which a sentence without a launch of its own says the one in focus took place: "it was detected at 10:17".

    `attack`: the launch in focus is one, whose time is also that of the sirens and of the blasts.
    """
    dated = _with_deeds(clause)
    own = [
        e
        for e, deed in dated
        if _OF_A_LAUNCH.match(clause.folded, e.end)
        or (deed is not None and is_of_launch_in_focus(clause, deed))
        or (attack and deed is not None and e.has_clock and is_of_attack(clause, deed))
    ]
    if any(e.has_clock and not e.has_day for e in own):  # the day the sentence gives its clock time
        own += [e for e, deed in dated if e not in own and e.has_day and (deed is None or deed.kind == "launch")]
    return own


_OF_A_LAUNCH = re.compile(
    r"(?:'s)? (?:(?:weapons?|missile|rocket) )?(?:launch|test|firing|test firing|salvo)\b"
)  # "Friday's weapons test"


def days_of_launch(clause: Tagged) -> list[TimeExpression]:
    """The days a sentence gives its launch, told as a fact or not."""
    return _days_of(clause, "launch")


def days_of_telling(clause: Tagged) -> list[TimeExpression]:
    """The days on which a sentence says that something was said: "the broadcaster reported on Tuesday"."""
    return _days_of(clause, "statement")


def _days_of(clause: Tagged, kind: Kind) -> list[TimeExpression]:
    return [e for e, deed in _with_deeds(clause) if e.has_day and deed is not None and deed.kind == kind]


def _with_deeds(clause: Tagged) -> list[tuple[TimeExpression, Deed | None]]:
    """The usable time expressions of a sentence, each with the deed it dates."""
    usable = [e for e in clause.times if _is_usable(clause, e)]
    deeds = deeds_in(clause) if usable else []
    return [(e, deed_dated(clause, e, deeds)) for e in usable]


def _tells(clause: Tagged) -> bool:
    if any(tag in "wsVGBLF" for tag in clause.tags):
        return True
    return any(mentioned("telling", key).search(clause.folded) for key in ("words", "things"))


def _is_usable(clause: Tagged, expression: TimeExpression) -> bool:
    """Whether an expression is a time that a deed of the sentence can have: no span, no date of a page, none compared with."""
    if expression.is_publication or expression.is_span or expression.is_future:
        return False
    if (
        expression.start == 0
        and not expression.has_day
        and "y" in clause.tags
        and _STAMPS.match(clause.folded, expression.end)
    ):
        return False
    left = clause.folded[max(0, expression.start - _LEFT) : expression.start]
    if _ENDS.match(clause.folded, expression.start) or _PLANNED.search(left):
        return False
    if expression.clocks and _IN_A_PLAN.search(left):
        return False
    if clause.folded.startswith("of ", expression.start) and _COMPARED_WITH.search(left):
        return False
    return not (
        _LAST_DONE.search(left)
        or _FIRST_SINCE_MANY.search(left)
        or _SIMILAR_TO.search(left)
        or _SINCE.search(left)
        or _LATER.search(left)
        or is_of_label(clause, expression)
    )


_ENDS = re.compile(r"(?:until|till|through) ")  # "a drill that runs until Thursday"
_PLANNED = re.compile(  # "originally set for 6 a.m.", "delayed from Sunday", "the window opened at 9:33 p.m."
    r"\b(?:scheduled|planned|set|slated|targeted|targeting|rescheduled)\b[^.;,]{0,12}\b(?:for|to)\s*$"
    r"|\b(?:delayed|postponed|held over|held|moved|moved back|pushed|pushed back|put off|bumped|slipped)\s*(?:to\s*)?$"
    r"|\bcloses? at\s*$"
    r"|\bwindow (?:[\w']+ ){0,4}?(?:opened|opening|opens|open|closes|closed|close|due to open|runs?|ran|extends)?\s*$"
)
_IN_A_PLAN = re.compile(  # "the ship will part from the third stage at 10:29 a.m."
    r"\b(?:will|is to|are to|is due to|is expected to|are expected to) (?!have)"
    r"(?:(?!\b(?:after|since|that|launch\w*|fired|lifted|tested)\b)[^;,]){0,70}$"
)
_STAMPS = re.compile(r" ?[-–—:|]")  # "8:36 a.m. – The JCS says …": when an entry of a live page was posted
_WIDE = ("year", "season")
_SINCE = re.compile(
    r"\bfirst\b[^;]*\bsince (?:last |late |early |mid-?|at least )?$"
)  # "the first since March 27" is history
# "likely a Hwasong-12, an IRBM last tested in January": history of its kind
_LAST_DONE = re.compile(
    r"[^ ] (?<!was )(?<!were )(?<!been )(?<!had )(?:last|first|previously)"
    r" (?:tested|fired|launched|flown|test fired|seen|used|displayed|shown)\s*$"
)
_FIRST_SINCE_MANY = re.compile(  # "the first test since the country conducted a record number of launches in January"
    r"\bfirst\b[^;,]{0,60}\bsince\b[^;,]{0,60}\b(?:number|string|series|flurry|spate|dozens|slew) of\b[^;,]{0,40}$"
)
_COMPARED_WITH = re.compile(  # "differs from that of September 12", "an improvement on the missile of January 5"
    r"\b(?:(?:that|those|the one|unlike)|(?:improvement on|improvement over|than|unlike|like|from|over|since|beside)"
    r" (?:the|its|their) (?:missile|rocket|one|test|launch|shot|flight|firing)s?)\s*$"
    r"|\b(?:estimate|estimates|assessment|statement|report|announcement|briefing|dispatch|commentary|warning|speech|tally)s?\s*$"
)
_SIMILAR_TO = re.compile(  # "similar to the launch in February 2017", "like the missile tested last May"
    r"\b(?:similar to|same as|identical to|resembl\w+|unlike|like|than|compared (?:to|with)|comparable to)"
    r" (?:those|that|(?:the|its|their|a)(?: [\w-]+){1,4})\s*$"
)
_LATER = re.compile(  # "into orbit 12 minutes later, at 22:54", "ten minutes after liftoff, at 10:47 pm"
    r"\b(?:minutes|hours|seconds) (?:(?:later|afterwards),?"
    r"|(?:after|into|following) (?:the |its )?(?:lift ?off|launch|takeoff|flight|blast off),)\s*$"
)
# "said on Friday that it had fired a missile two days earlier": the day of the statement is not the launch's
_COUNTED_BACK = re.compile(
    r"\b(?:days?|weeks?|hours?|months?) (?:earlier|before|ago)\b|\bprevious (?:day|night|evening|afternoon|morning)\b"
)


def _is_second_hand(clause: Tagged, expression: TimeExpression, deed: Deed, cues: tuple[int, ...]) -> bool:
    at = clause.unit_at(expression.start)
    told = clause.unit_at(deed.start)
    return any(at - _CUE_REACH <= cue < at or cue == told for cue in cues)


def _closes_a_clause(clause: Tagged, expression: TimeExpression) -> bool:
    """ "Aid has been going in this morning, and now rockets are fired": the time of what "and" leaves behind."""
    if _AND_NOW.match(clause.folded, expression.end) is None:
        return False
    left = clause.folded[: expression.start]
    if any(mentioned("telling", key).search(left) for key in ("words", "things")):
        return False
    return any(unit.tag == "v" for unit in clause.units if unit.end <= expression.start)


_AND_NOW = re.compile(r",? (?:and|but|yet) (?:now|then|still)\b")
