"""When a launch took place: the times of its sentence on the right clock, and days counted back from another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from msgspec import structs

from watchfloor.claims.attribution.attributions import Attribution
from watchfloor.claims.discourse import Discourse, is_struck, local_day
from watchfloor.claims.entries import day_heading
from watchfloor.claims.findings import Finding
from watchfloor.claims.grammar.context import ending
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.launches.parties import country_of
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.claims.timing.launch_times import days_of_launch, days_of_telling, launch_times
from watchfloor.dates import Anchor, TimeExpression, offset_of, resolve
from watchfloor.lexicons import words
from watchfloor.records import Place, When


def days_before(clause: Tagged, trigger: Trigger, discourse: Discourse) -> Iterator[Finding]:
    """The day a launch is counted back from another: "the firing came two days after the North launched …"."""
    counted = _COUNTED.search(clause.folded, 0, clause.units[trigger.unit].start)
    if counted is None:
        return
    zone = discourse.zone(trigger.actor)
    number = next((n for n in clause.numbers if n.start <= counted.start(1) < n.end and n.low == n.high), None)
    size = 1.0 if counted.group(1) in ("a", "the") else (number.low if number is not None else None)
    base = _day_told_before(clause, counted.start(), discourse) or discourse.day or discourse.anchor.local_day(zone)
    if size is None or base is None:
        return
    day = base - timedelta(days=int(size) * (7 if counted.group(2).startswith("week") else 1))
    yield Finding(
        attribute="occurred",
        value=_whole_day(day, zone),
        start=counted.start(1),
        end=clause.units[trigger.unit].end,
        unit=trigger.unit,
    )


def day_counted(clause: Tagged, discourse: Discourse, *, after: int | None = None) -> Iterator[Finding]:
    """A day counted from the one a sentence, its report or the launch in focus is of.

    "It said Wednesday it had tested a missile the previous day", "A week earlier, it fired two"; forward it is counted from
    the launch told last: "Two days later it fired another"; `after` the place of a second deed, which may say so behind it.
    """
    told = next((e for e in clause.counted if e.day is not None and e.day.offset and _counts(clause, e, after)), None)
    if told is None or told.day is None:
        return
    named = next((country for unit in clause.units if (country := country_of(unit)) is not None), None)
    zone = discourse.zone(discourse.country or named)
    today = discourse.anchor.local_day(zone)
    spoken = next((e for e in clause.times if e.end <= told.start and e.has_day), None)
    base = discourse.day or today
    if told.day.offset > 0:
        base = discourse.last_day
    elif spoken is not None:
        base = local_day(resolve(spoken, anchor=discourse.anchor, zone=zone), zone)
    if base is None or today is None:
        return
    day = structs.replace(told.day, kind="relative", offset=told.day.offset + (base - today).days)
    value = resolve(structs.replace(told, day=day, relative_to=None), anchor=discourse.anchor, zone=zone)
    yield Finding(attribute="occurred", value=value, start=told.start, end=told.end, unit=clause.unit_at(told.start))


def _counts(clause: Tagged, expression: TimeExpression, after: int | None) -> bool:
    """Whether a day that is counted can be the launch's: forward only at the head, and no day something was said on."""
    if expression.day is not None and expression.day.offset > 0:
        said = _SPOKEN.match(clause.tags, clause.unit_at(expression.end))
        return expression.start == 0 and said is None
    left = clause.folded[: expression.start]
    return ending("saying", r"(?: \w+){0,2}\s*").search(left) is None and not clause.folded.startswith(
        " that", expression.end
    )


_SPOKEN = re.compile(r",?[dkcgobuX'x]{1,5}[xv]?y")  # "A day later, state media claimed that it had tested …"


def _whole_day(day: date, zone: str) -> When:
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    first = start - offset_of(zone, start)
    return When(first=first, last=first + timedelta(days=1), precision="day", anchor="text")


_COUNTED = re.compile(r"\b(\w+) (days?|weeks?) (?:after|since)\b(?![^;]*\b(?:days?|weeks?) (?:after|since)\b)[^;]*$")


def _day_told_before(clause: Tagged, position: int, discourse: Discourse) -> date | None:
    """The day a sentence names right before what is counted back from it: "on Feb. 10, three days after …"."""
    for expression in reversed(clause.times):
        if expression.end <= position and position - expression.end <= 3 and expression.has_day:
            zone = discourse.zone(None)
            return local_day(resolve(expression, anchor=discourse.anchor, zone=zone), zone)
    return None


def times_of(
    clause: Tagged,
    discourse: Discourse,
    actor: str | None,
    attributed: tuple[Attribution, ...],
    *,
    places: Sequence[Place] = (),
    told: Sequence[TimeExpression] | None = None,
) -> Iterator[Finding]:
    """The launch's times, those `told` where an entry gives them by its form.

    `places`: what it flew from and to, whose clocks it goes by where nobody is said to have launched.
    """
    expressions = list(launch_times(clause, _second_hand(clause, attributed)) if told is None else told)
    country = _country_of_speaker(clause, expressions, attributed) or _clock_country(clause, discourse, actor, places)
    zone = discourse.zone(country, places[0] if places else None)
    day_only = [e for e in expressions if e.has_day and not e.has_clock and e.part is None]
    if len(day_only) == 1 and any(e.has_clock and not e.has_day for e in expressions):
        rest = [e for e in expressions if e is not day_only[0]]
        named = resolve(day_only[0], anchor=discourse.anchor, zone=zone)
        if (day := local_day(named, zone)) is not None:
            yield from _resolved(clause, rest, discourse.anchor, zone, day)
            return
    spoken = _day_spoken(clause, discourse, zone)
    yield from _resolved(
        clause,
        expressions,
        discourse.anchor if spoken is None else Anchor(spoken, "published"),
        zone,
        (_day_of_telling(clause, discourse, attributed, zone) if _HAD_SAID.search(clause.folded) else None)
        or discourse.day_in(clause.sentence.paragraph)
        or _day_of_telling(clause, discourse, attributed, zone)
        or discourse.day_told,
    )


# "Seoul had said on Thursday that they were fired at 7:10 a.m.": the day goes with the clock, whatever is told before it
_HAD_SAID = re.compile(r"\bhad (?:said|reported|announced|confirmed|told)\b")


def _day_spoken(clause: Tagged, discourse: Discourse, zone: str) -> date | None:
    """The day a speaker's own "this morning" is of: `"It was fired early this morning," the JCS said on Sunday`."""
    if not any(e.day is not None and e.day.kind == "relative" for e in clause.times):
        return None
    named = [e for e in days_of_telling(clause) if e.day is not None and e.day.kind in ("weekday", "date")]
    if len(named) != 1:
        return None
    return local_day(resolve(named[0], anchor=discourse.anchor, zone=zone), zone)


def _day_of_telling(
    clause: Tagged, discourse: Discourse, attributed: tuple[Attribution, ...], zone: str
) -> date | None:
    """The day those who watched spoke on, which a clock time without a day is of: "reported on March 24 that … at 2:34 p.m."."""
    if _second_hand(clause, attributed):
        return None
    named = [e for e in clause.times if e.has_day and not e.has_clock and not e.is_publication]
    if len(named) != 1:
        return None
    return local_day(resolve(named[0], anchor=discourse.anchor, zone=zone), zone)


def day_of_telling(clause: Tagged, discourse: Discourse, *, launched_only: bool) -> date | None:
    """The one day a sentence gives its launch, or says it was told on, which a clock time later in the report may be of.

    `launched_only`: a sentence that tells no launch as a fact is asked for the first alone: "What flew on March 24?".
    """
    told = days_of_launch(clause) or ([] if launched_only else days_of_telling(clause))
    if len(told) != 1:
        return None
    zone = discourse.zone(None)
    return local_day(resolve(told[0], anchor=discourse.anchor, zone=zone), zone)


def heading_of(clause: Tagged, discourse: Discourse) -> date | None:
    """The day a heading names: "Thu 30 May."; None for any other sentence."""
    expression = day_heading(clause)
    if expression is None:
        return None
    zone = discourse.zone(None)
    return local_day(resolve(expression, anchor=discourse.anchor, zone=zone), zone)


def _country_of_speaker(
    clause: Tagged, expressions: Sequence[TimeExpression], attributed: tuple[Attribution, ...]
) -> str | None:
    """Whose clock an army at war goes by when it tells of what was fired at it: its own, wherever the missile came from."""
    own = words("en/attribution.toml")["own_clock"]["countries"]
    for expression in expressions[:1]:
        unit = clause.unit_at(expression.start)
        speakers = [s for a in attributed if a.covers(unit) and not a.is_relay for s in a.speakers]
        return next((s.country for s in speakers if s.country in own), None)
    return None


def _clock_country(clause: Tagged, discourse: Discourse, actor: str | None, places: Sequence[Place]) -> str | None:
    """Whose clocks a launch is told by: the launching party's; for a strike abroad those of the country that tells of it."""
    struck = next((p.country for p in places if actor is not None and is_struck(p, actor)), None) or discourse.target
    fired_from = actor or (discourse.site.country if discourse.site is not None else None)
    if struck is not None and struck != fired_from:
        return discourse.home if discourse.home is not None and discourse.home in (fired_from, struck) else struck
    return actor or next((p.country for p in places if p.country is not None), None) or _place_country(clause)


def _second_hand(clause: Tagged, attributed: tuple[Attribution, ...]) -> tuple[int, ...]:
    """The cues of speakers who tell of a launch the day after: North Korea's state media, and whoever relays."""
    known = words("en/attribution.toml")["tell_later"]
    late = (*known["names"], *(known["of_the_north"] if _NORTH.search(clause.folded) else ()))
    return tuple(a.cue for a in attributed if a.is_relay or any(s.name in late or s.agency in late for s in a.speakers))


_NORTH = re.compile(r"\b(?:kim jong un|north korea\w*|pyongyang|the north)\b")


def _resolved(
    clause: Tagged, expressions: list[TimeExpression], anchor: Anchor, zone: str, day: date | None
) -> Iterator[Finding]:
    told = {e.start for e in days_of_telling(clause)} if expressions else set()
    for expression in expressions:
        when = resolve(expression, anchor=anchor, zone=zone, default_day=day if not expression.has_day else None)
        when = _no_later(when, expression, anchor, zone, day)
        if when.first is not None and expression.has_day and day is None:
            day = local_day(when, zone)
        yield Finding(
            attribute="occurred",
            value=structs.replace(when, told_on=True) if expression.start in told else when,
            start=expression.start,
            end=expression.end,
            unit=clause.unit_at(expression.start),
        )


_WEEK = timedelta(days=7)


def _no_later(when: When, expression: TimeExpression, anchor: Anchor, zone: str, day: date | None) -> When:
    """A weekday that lies ahead of a page whose launch is dated: "It also fired one on Sunday" in Saturday's is last week's."""
    today, named = anchor.local_day(zone), local_day(when, zone)
    weekday = expression.day is not None and expression.day.kind == "weekday" and not expression.is_future
    if not weekday or None in (day, today, named, when.first, when.last):
        return when
    assert day is not None
    assert today is not None
    assert named is not None
    assert when.first is not None
    assert when.last is not None
    if not day <= today < named:
        return when
    return structs.replace(when, first=when.first - _WEEK, last=when.last - _WEEK)


def _place_country(clause: Tagged) -> str | None:
    """The country of the first place a sentence names: whose clocks it goes by where nobody is said to have launched."""
    return next((phrase.place.country for phrase in clause.places if phrase.place.country is not None), None)


def leaves_site(clause: Tagged) -> bool:
    """Whether a sentence tells where the launch in focus left from: "the missile left a silo at …"."""
    return (
        _LEAVING.search(clause.folded) is not None
        or _SYSTEM_LEAVES.match(clause.tags + "|" + clause.folded) is not None
    )


# "Nuri, which weighs 200 tons, left Naro Space Center", "the launches were seen …, leaving the Sunan area"
_SYSTEM_LEAVES = re.compile(r"d?(?:s|B)[^|]*\|.*,? (?:left|leaving) ")
_LEAVING = re.compile(
    r"\b(?:it|they|both|missiles?|rockets?|and) (?:left|leaving|came from|originated from|had come from)\b(?! (?:behind|no|people))"
)


def is_history(clause: Tagged, discourse: Discourse) -> bool:
    """Whether a sentence goes on about another day than the launch in focus: "Last September it flew 1,500 km"."""
    if discourse.day is None:
        return False
    for expression in launch_times(clause, ()):
        when = resolve(expression, anchor=discourse.anchor, zone=discourse.zone(None), default_day=discourse.day)
        if when.last is not None and when.last.date() < discourse.day - timedelta(days=1):
            return True
    return False
