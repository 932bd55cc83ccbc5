"""Which of several launches in one sentence a finding belongs to."""

from __future__ import annotations

import re

from watchfloor.claims.findings import Finding
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.launches.gapped import is_gapped
from watchfloor.claims.launches.triggers import Trigger


def governs(clause: Tagged, group: list[Trigger], finding: Finding) -> bool:
    """Whether a finding stands in the clause that a group of triggers governs."""
    start, end = _reach_of(clause, group)
    return start <= finding.unit <= end


def deeds_of(clause: Tagged, triggers: tuple[Trigger, ...]) -> list[list[Trigger]]:
    """Triggers that tell of one launch within the sentence: "fired two missiles in a launch detected at …"."""
    groups: list[list[Trigger]] = []
    for trigger in triggers:
        if (
            groups
            and trigger.realis == "asserted"
            and groups[-1][0].realis == "asserted"
            and _same_deed(groups[-1][-1], trigger)
            and not is_dated_by(clause, groups[-1][-1].unit, trigger.unit)
            and not _of_other_systems(groups[-1], trigger)
            and not _is_dated_apart(clause, groups[-1][-1], trigger)
        ):
            groups[-1].append(trigger)
        else:
            groups.append([trigger])
    return groups


def _of_other_systems(group: list[Trigger], second: Trigger) -> bool:
    """Whether a trigger names another rocket than its neighbours: "after a Vega was lost, an Ariane 5 lifted off"."""
    told = {name for trigger in group for name in _launchers(trigger)}
    named = _launchers(second)
    return bool(told and named and not told & named)


def _launchers(trigger: Trigger) -> set[str]:
    return {row["name"] for phrase in trigger.objects for _, row in phrase.systems if row["class"] == "space_launch"}


def is_dated_by(clause: Tagged, deed: int, other: int) -> bool:
    """Whether what stands at `other` only dates the deed before it: "the launch came 15 days after its leader saw a drill"."""
    if other <= deed:
        return False
    between = clause.folded[clause.units[deed].end : clause.units[other].start]
    return _DATING.search(between) is not None


# a length of time, then what it is counted from: another deed, another day
_DATING = re.compile(
    r"\b(?:(?:hours?|days?|weeks?|months?|years?|fortnight)\s+(?:after|since|following|before|ahead of)"
    r"|within (?:an?|one|two|three|\d+) (?:hours?|days?|weeks?|months?) of)\b[^,;:]*$"
)


def _is_dated_apart(clause: Tagged, first: Trigger, second: Trigger) -> bool:
    """ "The altitude of the ICBM launched today is that of the ICBM launched on March 24": each deed has its day."""
    cut = clause.tags.rfind(";", first.unit, second.unit)
    if cut >= 0 and any(clause.tags[at] == "T" and clause.units[at].read.has_day for at in range(cut, second.unit)):
        return True  # "Thursday's launch was the first in 73 days; on July 1 the North had fired two missiles"
    opened = min((phrase.first for phrase in second.objects if phrase.first > first.unit), default=second.unit)
    ours = _day_behind(clause, first.unit, opened)
    theirs = _day_behind(clause, second.unit, len(clause.units))
    return bool(ours and theirs and opened < second.unit) and ours != theirs


def _day_behind(clause: Tagged, verb: int, end: int) -> str | None:
    """The words of the day right behind a verb."""
    unit = next((unit for unit in clause.units[verb + 1 : min(verb + 4, end)] if unit.tag == "T"), None)
    return unit.word if unit is not None and unit.read.has_day else None


def _same_deed(first: Trigger, second: Trigger) -> bool:
    if second.voice == "flight":
        return True  # "last sent up an ICBM in 1980, when a DF-5 flew 9,000 km"
    if second.actor is not None and first.actor is not None and second.actor != first.actor:
        return False  # "fired five missiles in response to North Korea's latest missile test"
    if second.background or first.background or (second.embedded and not second.anaphoric):
        return False
    return second.anaphoric or second.voice == "participle" or first.anaphoric


def governing_group(clause: Tagged, groups: list[list[Trigger]], finding: Finding) -> int:
    """The group of triggers a finding belongs to: the nearest before it in its clause, else the nearest after."""
    if len(groups) == 1:
        return 0
    starts = [_reach_of(clause, group) for group in groups]
    for number in range(1, len(groups)):  # a subject shared with the deed before does not reach back over it
        before = groups[number - 1][-1].unit
        if starts[number][0] <= before:
            joined = clause.tags.rfind("&", before + 1, groups[number][0].unit)  # "lifted off at 7:42 and put …"
            starts[number] = (max(before, joined) + 1, starts[number][1])
    opened = [number for number, (start, _) in enumerate(starts) if start <= finding.unit]
    if not opened:
        return 0
    last = opened[-1]
    if groups[last][0].background or groups[last][0].embedded or groups[last][0].realis != "asserted":
        trigger_end = starts[last][1]
        if finding.unit > trigger_end and last > 0 and not _goes_on_below(clause, trigger_end, finding):
            return next((n for n in range(last - 1, -1, -1) if groups[n][0].realis == "asserted"), last)
    return last


def _goes_on_below(clause: Tagged, end: int, finding: Finding) -> bool:
    """Whether a finding is of the relative clause right behind a deed: "five days after it fired one, which flew 500 km"."""
    if _RELATIVE.match(clause.tags, end + 1) is None:
        return False
    closed = _CLOSED.search(clause.tags, end + 3)
    return closed is None or finding.unit < closed.start()


_RELATIVE = re.compile(r",?r")
_CLOSED = re.compile(r"[;,]")


def _reach_of(clause: Tagged, group: list[Trigger]) -> tuple[int, int]:
    """The units a group of triggers governs: from its clause's start (its subject, or a time before it) to its clause's end."""
    first, last = group[0], group[-1]
    before = [p.first for p in first.objects if first.voice != "active"]
    gapped = is_gapped(first)
    subject = first.unit if first.actor_unit is None or gapped else _own_subject(clause, first.actor_unit, first.unit)
    start = min([first.unit, *before, subject])
    while start > 0 and clause.tags[start - 1] in "TdjknX'" and clause.tags[start - 1] != ",":
        start -= 1
    opened = _TIME_BEFORE_SUBJECT.search(clause.tags, 0, start)
    if opened is not None and not gapped:
        start = opened.start()
    end = max([last.unit, *(p.last for p in last.objects)])
    if last.voice == "participle" and not last.objects and start == 0:  # "Last tested in April, the missile climbed …"
        return start, clause.tags.find(",", end) if "," in clause.tags[end:] else len(clause.units) - 1
    while end + 1 < len(clause.units) and not _ends_clause(clause, end + 1):
        end += 1
    return start, end


def _ends_clause(clause: Tagged, at: int) -> bool:
    """Whether a clause ends before a unit: at a semicolon, a subordinator, or an "and" that joins clauses and not nouns."""
    at += clause.tags[at] == "," and clause.tags[at + 1 : at + 2] in tuple("&Sr")
    if clause.tags[at] == "&":
        return _JOINS_CLAUSES.match(clause.tags, at) is not None
    return clause.tags[at] in ";Sr"


_JOINS_CLAUSES = re.compile(r"&[^,;.&Sr]*[VFGByvM]")


def _own_subject(clause: Tagged, actor: int, verb: int) -> int:
    """Where a deed's own subject stands: "the North fired … on Tuesday, two days after it test-fired": its is "it"."""
    below = max((at for at in range(actor + 1, verb) if clause.tags[at] == "S"), default=None)
    return actor if below is None else below + 1


_TIME_BEFORE_SUBJECT = re.compile(r"T[,:]?S?[dcgbkXq'x]{0,5}$")  # "and in May last year, it also launched"
