"""Earlier launches that a sentence names by their day alone: "the first since Aug. 24", "after those on Sept. 10 and Oct. 31".

Their days are no times of the launch told, so they are taken out of the sentence before that launch is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from msgspec import Struct, structs

from watchfloor.claims.discourse import Discourse
from watchfloor.claims.findings import Finding
from watchfloor.claims.grammar.phrases import Phrases, lexicon_phrases
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.launches.parties import agent_of, country_of, subject_of
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase
from watchfloor.dates import TimeExpression, offset_of, resolve
from watchfloor.lexicons import words

_LONGEST_NAME = 14  # units from the marker to the day: "since a failed attempt to orbit a spy satellite in May"
_LINKS = 5  # units between a name and its day
_DATED = frozenset({"date", "numeric", "weekday", "relative", "month_day"})
_NAMED = frozenset({*_DATED, "month"})
_TOLD = frozenset(
    {*_NAMED, "year"}
)  # a year only dates what its sentence is about: "the previous firing, in 2012, failed"


class Earlier(Struct, frozen=True):
    """A launch named by its day: units `first`…`last` of its name and what it says of it, the day, the weapons named there."""

    first: int
    last: int
    day: TimeExpression
    weapons: tuple[WeaponPhrase, ...]
    alike: bool  # named by the kind of the launch told: "the one on …", "such tests on …"
    counted: bool  # the day another launch is counted from: "the first launch since …" names that other one
    subject: bool  # what the sentence is about: "the previous one was in August 2017"
    deed: Trigger | None = None  # the verb that tells more of it: "the last was on May 8, when it fired two missiles"


def earlier_launches(
    clause: Tagged, phrases: tuple[WeaponPhrase, ...], triggers: tuple[Trigger, ...], discourse: Discourse
) -> tuple[Earlier, ...]:
    """The earlier launches a sentence names by their days, left to right; those that a trigger tells are left to it."""
    if _UNFLOWN.search(clause.folded) is not None:
        return ()
    live = [trigger for trigger in triggers if trigger.realis == "asserted"]
    told = {trigger.unit for trigger in live if trigger.objects or trigger.voice != "anaphor"}
    found: list[Earlier] = []
    for chain in _chains(clause):
        never = _none_since(clause, chain[0])
        since = never or _since(clause, chain, triggers)
        name = since or _name_before(clause, chain[0], phrases, told=discourse.told)
        if name is None or (never is None and told & set(range(name[0], chain[0]))):
            continue
        subject = never is not None or (since is None and _is_subject(clause, name[0], chain[-1]))
        last = _end_of(clause, chain[-1], whole=subject)
        if not subject and told & set(range(chain[-1], last)):
            continue  # "since Sept. 2, when it fired two missiles" is told by its verb
        inside = tuple(p for p in phrases if name[0] <= p.first and p.last <= last and not p.swallowed)
        armed = any(name[0] <= p.first and p.last <= last for p in phrases)
        alike = not armed and any(unit.word in _listed("alike") for unit in clause.units[name[0] : chain[0]])
        counted = since is not None and never is None
        days = [day for at in chain for day in _days_at(clause, at, chain) if _is_told(day, subject=subject)]
        deed = next((t for t in live if subject and t.objects and chain[-1] < t.unit <= last), None)
        found.extend(
            Earlier(name[0], last, day, inside, alike, counted, subject, deed)
            for day in days
            if _is_before_focus(day, discourse)
        )
    return tuple(found)


# "the launch was called off seconds before liftoff on Monday"
_UNFLOWN = re.compile(r"\b(?:called off|scrubbed|scrapped|postponed|delayed|put off|halted|aborted|cancell?ed)\b")


def _is_subject(clause: Tagged, first: int, day: int) -> bool:
    """Whether the name is what its clause is about: "; only the launch on June 22 was a success"."""
    opens = first <= 1 or clause.tags[first - 1] in ";:" or (first > 1 and clause.tags[first - 2] in ";:")
    return first <= 1 or (opens and clause.tags[day + 1 : day + 2] in ("v", "x", "F"))


def of_today(triggers: tuple[Trigger, ...], earlier: tuple[Earlier, ...]) -> tuple[Trigger, ...]:
    """The triggers without the nouns that only name an earlier launch: "its last test was on July 4"."""
    return tuple(
        trigger
        for trigger in triggers
        if not any(name.first <= trigger.unit <= name.last and not name.counted for name in earlier)
    )


def _end_of(clause: Tagged, day: int, *, whole: bool) -> int:
    """Where what is said of an earlier launch ends: "since Sept. 2, when he let rip with 18 missiles"."""
    opened = _WHEN.match(clause.tags, day + 1)
    if not whole and (opened is None or clause.units[opened.end() - 1].word not in ("when", "which", "where")):
        return day
    closed = _CLOSES.search(clause.tags, day + 1)
    return closed.start() - 1 if closed is not None else len(clause.units) - 1


_WHEN = re.compile(r",?i?[Sr]")
_CLOSES = re.compile(r"[;.]")


def without_days(clause: Tagged, earlier: tuple[Earlier, ...]) -> Tagged:
    """The sentence without the days of earlier launches, which date no other."""
    taken = {name.day.start for name in earlier}
    return structs.replace(clause, times=tuple(e for e in clause.times if e.start not in taken)) if taken else clause


def findings_of(clause: Tagged, name: Earlier, discourse: Discourse) -> Iterator[Finding]:
    """The day of an earlier launch, who launched it and how it ended, as its name states them."""
    value = resolve(_plain(name.day), anchor=discourse.anchor, zone=discourse.zone(None))
    yield Finding(attribute="occurred", value=value, start=name.day.start, end=name.day.end, unit=name.last)
    owner = _owner(clause, name)
    if owner is not None:
        unit = clause.units[owner[1]]
        yield Finding(attribute="actor", value=owner[0], start=unit.start, end=unit.end, unit=name.last)
    for code, key in (("failure", "failed"), ("success", "succeeded")):
        start, end = clause.units[name.first].start, clause.units[name.last].end
        said = lexicon_phrases("en/launches.toml", "earlier", key).search(clause.folded, start, end)
        if said is not None:
            yield Finding(attribute="outcome", value=code, start=said.start(), end=said.end(), unit=name.last)


def _chains(clause: Tagged) -> Iterator[tuple[int, ...]]:
    """Units of the days told in one breath: "on Aug. 24, Sept. 10 and on Oct. 31", "Jan. 5, 11 and 14"."""
    for match in _CHAIN.finditer(clause.tags):
        yield tuple(at for at in range(match.start(), match.end()) if clause.tags[at] in "Tn")


_CHAIN = re.compile(r"T(?:(?:,&?|&)i?[Tn](?![wmaj]))*")


def _days_at(clause: Tagged, at: int, chain: tuple[int, ...]) -> Iterator[TimeExpression]:
    """The day a unit names; a bare number behind a date is a day of its month."""
    first = clause.units[chain[0]].read
    unit = clause.units[at]
    if unit.tag == "T":
        if unit.read.day is not None and unit.read.day.kind in _TOLD and not unit.read.is_publication:
            yield unit.read
    elif first.day is not None and first.day.kind == "date" and unit.word.isdigit() and 0 < int(unit.word) <= 31:
        day = structs.replace(first.day, day=int(unit.word), last_day=None, weekday=None)
        yield structs.replace(first, start=unit.start, end=unit.end, day=day)


def _is_told(expression: TimeExpression, *, subject: bool) -> bool:
    """Whether a day names a launch: a year does only where the sentence is about it."""
    return subject or (expression.day is not None and expression.day.kind != "year")


def _plain(day: TimeExpression) -> TimeExpression:
    return structs.replace(day, since=False)


def _since(clause: Tagged, chain: tuple[int, ...], triggers: tuple[Trigger, ...]) -> tuple[int, int] | None:
    """ "The North's first ballistic missile launch since Jan. 1": what is counted from was flown on that day."""
    at = chain[0]
    expression = clause.units[at].read
    if not _counts_from(clause, at) or expression.day is None:
        return None
    if expression.day.kind not in _DATED:
        return None
    records = _listed("records")
    start = next((k for k in range(at - 1, max(-1, at - _LONGEST_NAME), -1) if clause.units[k].word in records), None)
    if start is None or re.search(r"[;VF]", clause.tags[start:at].replace("V", "", 1)) is not None:
        return None
    counted = [unit for unit in clause.units[start + 1 : at] if unit.tag not in ",T"]
    launched = any(unit.has("launch_noun") or unit.tag in "wVs" or unit.word in _FLIGHTS for unit in counted)
    bare = len(counted) <= 3 and all(unit.tag in "icdk'" or unit.word in ("such", "time") for unit in counted)
    live = any(trigger.realis == "asserted" and trigger.unit < at for trigger in triggers)
    subject = _LAUNCH_IS.match(clause.folded) is not None
    return (_with_owner(clause, start), at) if launched or (bare and (live or subject)) else None


def _counts_from(clause: Tagged, at: int) -> bool:
    return clause.units[at].read.since or clause.units[at].word.startswith("since ")


def _none_since(clause: Tagged, at: int) -> tuple[int, int] | None:
    """ "North Korea has not tested an ICBM since November 2017", "has seen no launch since May 27": then one was."""
    day = clause.units[at].read.day
    if not _counts_from(clause, at) or day is None or day.kind not in _NAMED:
        return None
    if day.kind == "month" and day.year is None and _end_of(clause, at, whole=False) == at:
        return None  # "no missile has been fired since May" tells of none
    start = next(
        (
            k
            for k in range(at - 1, max(-1, at - _LONGEST_NAME), -1)
            if clause.tags[k] in "N;" or clause.units[k].word == "no"
        ),
        None,
    )
    if start is None or clause.tags[start] == ";":
        return None
    launched = any(unit.has("launch_noun") or unit.tag in "VB" for unit in clause.units[start + 1 : at])
    other = any(unit.word in words("en/launches.toml")["other_tests"]["words"] for unit in clause.units[start:at])
    return (_with_owner(clause, start), at) if launched and not other else None


_FLIGHTS = frozenset({"flight", "flights", "shot", "attempt"})
_LAUNCH_IS = re.compile(r"\W*(?:the|it|this|that|\w+day's)\b(?:\s\w+){0,4}?\s*(?:is|was|were|are|marks|marked)\b")


def _with_owner(clause: Tagged, start: int) -> int:
    """Where the name begins with whose it is: "the North's first"."""
    while start > 0 and clause.tags[start - 1] in "'ckgdX":
        start -= 1
    return start


def _name_before(clause: Tagged, at: int, phrases: tuple[WeaponPhrase, ...], *, told: bool) -> tuple[int, int] | None:
    """The name a day stands behind: "after launches on …", "a repeat of the one held on …", "since the test of …"."""
    if _counts_from(clause, at):
        return None
    end = at - 1
    while end > 0 and at - end <= _LINKS and clause.units[end].word in _links():
        end -= 1
    phrase = next((p for p in phrases if p.first <= end <= p.last), None)
    head = end
    if phrase is not None and phrase.first > 1 and clause.units[phrase.first - 1].word in ("of", "with", "involving"):
        head = phrase.first - 2
    elif phrase is not None:
        head = phrase.head
    if not _is_head(clause, head, phrase):
        return None
    first = head
    while first > 0 and head - first < _LONGEST_NAME and clause.tags[first - 1] in "djnasxckgX'wBLy\"":
        if clause.units[first - 1].word in _listed("markers"):
            break
        first -= 1
    inside = " ".join(unit.word for unit in clause.units[first : head + 1])
    if _ON_ITS_FIRST.match(" ".join(unit.word for unit in clause.units[max(0, first - 1) : head + 1])):
        return None
    marked = _adjectives().search(inside) is not None
    about = any(unit.word in _listed("being") for unit in clause.units[head + 1 : at])
    if not (marked or (not about and _is_beside(clause, first))):
        return None
    return (first, at) if (told and marked) or _is_of_launches(clause, head, phrase, phrases) else None


# "reached orbit on its first flight on Thursday": the flight told, not one before it
_ON_ITS_FIRST = re.compile(
    r"(?:on|in|during|with) (?:its|their|the|a) (?:first|maiden|debut|inaugural|second|third|fourth|fifth|latest)\b"
)


def _is_beside(clause: Tagged, first: int) -> bool:
    """Whether words set the launch told beside the one named: "after launches on …", "an improvement on the missile of …"."""
    left = clause.folded[: clause.units[first].start].rstrip()
    return _marking().search(left) is not None


def _is_head(clause: Tagged, at: int, phrase: WeaponPhrase | None) -> bool:
    return clause.units[at].word in _listed("heads") or clause.units[at].has("launch_noun") or phrase is not None


def _is_of_launches(clause: Tagged, head: int, phrase: WeaponPhrase | None, phrases: tuple[WeaponPhrase, ...]) -> bool:
    """Whether the name is one of launches: not of nuclear or engine tests; "those" only where launches are spoken of."""
    left = clause.units[head - 1].word if head else ""
    if left in words("en/launches.toml")["other_tests"]["words"]:
        return False
    if phrase is not None or clause.units[head].has("launch_noun"):
        return True
    if clause.units[head].word.startswith("drill"):
        return False
    spoken = clause.units[0].word in ("it", "they") or any(
        unit.has("launch_noun") or unit.tag in "VwBG" for unit in clause.units[:head]
    )
    return spoken or bool(phrases)


def _is_before_focus(expression: TimeExpression, discourse: Discourse) -> bool:
    """Whether a day is earlier than that of the launch in focus, or than the report's where that one's is not known."""
    when = resolve(_plain(expression), anchor=discourse.anchor, zone=discourse.zone(None))
    today = discourse.anchor.local_day(discourse.zone(None))
    known = discourse.day or discourse.day_told
    if when.last is None or (known is None and today is None):
        return False
    day_of = (when.last + offset_of(discourse.zone(None), when.last) - timedelta(seconds=1)).date()
    return day_of < known if known is not None else today is not None and day_of < today - _UNKNOWN


_UNKNOWN = timedelta(days=1)


def _owner(clause: Tagged, name: Earlier) -> tuple[str, int] | None:
    """Whose the name says it was: "the North's first launch", "the first by North Korea"."""
    for at in range(name.first, name.last):
        country = country_of(clause.units[at])
        if country is not None and (clause.tags[at] == "k" or clause.tags[at + 1 : at + 2] == "'"):
            return country, at
    return agent_of(clause, name.first) or (subject_of(clause, name.first) if name.subject else None)


@lru_cache(maxsize=8)
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("en/launches.toml")["earlier"][key])


@lru_cache(maxsize=1)
def _links() -> frozenset[str]:
    """Words between a name and its day."""
    return _listed("held") | _listed("being")


@lru_cache(maxsize=1)
def _marking() -> Phrases:
    return Phrases(words("en/launches.toml")["earlier"]["markers"], behind="$")


def _adjectives() -> Phrases:
    return lexicon_phrases("en/launches.toml", "earlier", "adjectives")
