"""Whether a telling is of one launch more than those told, of many launches at once, or of the history told last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise

from msgspec import structs

from watchfloor.claims.discourse import Discourse
from watchfloor.claims.findings import Finding
from watchfloor.claims.governing import is_dated_by
from watchfloor.claims.grammar.phrases import lexicon_phrases
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase
from watchfloor.lexicons import words
from watchfloor.records import Claim, Mention, When

_CLOCKED = ("minute", "hour")


def is_further(clause: Tagged, trigger: Trigger, findings: list[Finding], discourse: Discourse) -> bool:
    """Whether it is told as one more launch: "a second salvo was fired shortly before 6 a.m.", "Earlier in the day, two were fired".

    An entry behind another one is, with a time at its head.
    """
    if trigger.voice == "entry":
        return discourse.entered is not None and clause.tags[: trigger.unit].find("T") >= 0
    if trigger.anaphoric or not trigger.objects:
        return False
    new = any(phrase.count is not None or phrase.bare for phrase in trigger.objects)
    if new and sets_apart(clause):
        return True
    timed = any(
        f.attribute == "occurred" and isinstance(f.value, When) and f.value.precision in _CLOCKED for f in findings
    )
    beside = timed or _EARLIER_OR_LATER.search(clause.folded) is not None
    return beside and any(
        unit.word in words("en/launches.toml")["further"]["words"] or (unit.tag == "n" and unit.read.more)
        for phrase in trigger.objects
        for unit in clause.units[max(0, phrase.first - 4) : phrase.head]
    )


def sets_apart(clause: Tagged) -> bool:
    """Whether a sentence opens as one that tells of another launch: "Earlier the same day, …", "In a separate attack, …"."""
    opening = lexicon_phrases("en/launches.toml", "apart", "openings").match(clause.folded)
    opening = opening or _EARLIER_THAT_DAY.match(clause.folded)
    if opening is None:
        return False
    verb = _VERB.search(clause.tags, clause.unit_at(opening.end()))
    return verb is None or verb.group() != "y"  # "Later in the day, the agency reported …" tells no other launch


_EARLIER_THAT_DAY = re.compile(r"(?:earlier|later) (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ")


def comes_after(clause: Tagged, trigger: Trigger) -> bool:
    """Whether a launch only dates what the report is about: "the attack came two weeks after a missile was fired at Jazan"."""
    return _CAME_AFTER.search(clause.folded[: clause.units[trigger.unit].start]) is not None


_CAME_AFTER = re.compile(
    r"\b(?:came|comes|come|follows|followed|happened|arrives?|arrived)\b(?: \w+){0,3} (?:days?|weeks?|months?) after\b[^.;]*$"
)


def is_first_news(clause: Tagged, trigger: Trigger, findings: list[Finding], discourse: Discourse) -> bool:
    """Whether the words of history only join a launch to what it caused: "Sirens sounded on Monday following a launch"."""
    today = discourse.anchor.local_day(discourse.zone(trigger.actor))
    if discourse.told or today is None or _FOLLOWING.search(clause.folded, 0, clause.units[trigger.unit].start) is None:
        return False
    ends = [f.value.last for f in findings if f.attribute == "occurred" and isinstance(f.value, When) and f.value.last]
    return bool(ends) and max(ends).date() >= today - timedelta(days=1)


_FOLLOWING = re.compile(r"\bfollowing an? (?:\w+ ){0,3}(?:missiles?|rockets?|projectiles?|launch)")


_VERB = re.compile(r"[yVGBF]")
_EARLIER_OR_LATER = re.compile(r"\b(?:hours?|minutes) (?:earlier|later|before)\b")


def looks_back(clause: Tagged, discourse: Discourse) -> bool:
    """Whether a sentence goes on about the history told right before: "On that occasion it flew 500 km"."""
    if discourse.recalled is None or clause.sentence.paragraph - discourse.recalled > 1:
        return False
    return (
        lexicon_phrases("en/launches.toml", "back", "openings").match(clause.folded) is not None
        or lexicon_phrases("en/launches.toml", "back", "within").search(clause.folded) is not None
    )


def one_a_day(mention: Mention, discourse: Discourse) -> Iterator[Mention]:
    """History told of several days as one mention for each: "earlier flights took place on April 13 and July 12"."""
    days = [c for c in mention.claims if c.attribute == "occurred" and isinstance(c.value, When)]
    apart = len(days) > 1 and all(_are_apart(first, second) for first, second in pairwise(days))
    past = mention.background or all(_is_past(claim, discourse) for claim in days)
    if not (apart and past):
        yield mention
        return
    others = [claim for claim in mention.claims if claim not in days]
    if not any(days[0].start < claim.start < days[-1].start for claim in others):
        yield from (
            structs.replace(mention, claims=(*others, day)) for day in days
        )  # "On July 25 and 31 it tested one"
        return
    for number, day in enumerate(days):
        after = days[number + 1].start if number + 1 < len(days) else mention.end + _FAR
        own = [c for c in mention.claims if c not in days and (c.start < days[0].start or day.start < c.start < after)]
        yield structs.replace(mention, claims=(*own, day))


_FAR = 10_000  # beyond any sentence


def _are_apart(first: Claim, second: Claim) -> bool:
    """Whether two days are of two launches, and neither says more closely what the other says."""
    one, other = first.value, second.value
    if not isinstance(one, When) or not isinstance(other, When):
        return False
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    apart = one.last <= other.first or other.last <= one.first
    return apart and one.precision in _WHOLE and other.precision in _WHOLE


_WHOLE = ("day", "month")


_NEWS = timedelta(days=4)  # an older launch is no news


def is_recalled(mention: Mention, discourse: Discourse) -> bool:
    """Whether a mention tells history, by its words or by its days."""
    days = [c for c in mention.claims if c.attribute == "occurred" and isinstance(c.value, When)]
    today = discourse.anchor.local_day(discourse.zone(None))
    last = max((c.value.last.date() for c in days if isinstance(c.value, When) and c.value.last), default=None)
    return mention.background or (today is not None and last is not None and last < today - _NEWS)


def _is_past(claim: Claim, discourse: Discourse) -> bool:
    last = claim.value.last if isinstance(claim.value, When) else None
    return last is not None and discourse.day is not None and last.date() < discourse.day


def is_earlier_this(clause: Tagged, trigger: Trigger, findings: list[Finding]) -> bool:
    """ "Fired two missiles on the first day of the drills earlier this month": before the launch that is the news."""
    said = (clause.folded[max(0, f.start - 8) : f.end] for f in findings if f.attribute == "occurred")
    if any(_EARLIER_THIS.search(words) is not None for words in said):
        return True
    match = _EARLIER_THIS.search(clause.folded, clause.units[trigger.unit].end)
    return match is not None and not set(clause.tags[trigger.unit + 1 : clause.unit_at(match.start())]) & set(";VySr")


_EARLIER_THIS = re.compile(r"\bearlier (?:this|that|in the) (?:week|month|year)\b")


def is_single(clause: Tagged, trigger: Trigger) -> bool:
    """Whether it is one launch, that a year may date: "had its first test in 2012", "the previous firing, in 2012"."""
    noun = clause.units[trigger.unit].word
    left = clause.folded[: clause.units[trigger.unit].start].split()[-4:]
    if trigger.voice not in ("nominal", "anaphor") or noun.endswith("s"):
        return False
    return bool((_ordinals() | _ONE) & set(left)) and (bool(_ordinals() & set(left)) or bool(trigger.objects))


_ONE = frozenset({"successful", "failed"})  # "confirmed the successful test launch of its Hsiung Feng III last year"


@lru_cache(maxsize=1)
def _ordinals() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["earlier"]["adjectives"])


def is_tally(clause: Tagged, trigger: Trigger) -> bool:
    """Whether what is told sums up many launches: "has fired more than 110 missiles since 2022"."""
    if _TIMES.search(clause.folded) is not None and not any(e.has_day for e in clause.times):
        return True  # "has twice failed to put a satellite into orbit"
    if trigger.voice == "nominal" and _SUMMED.search(clause.folded, 0, clause.units[trigger.unit].start):
        return _IN_SPAN.match(clause.folded, clause.units[trigger.unit].end) is not None
    many = any(
        (p.count is not None and (p.count.low or p.count.high or 0) >= _MANY) or _is_nth(clause, p)
        for p in trigger.objects
    )
    left = clause.folded[max(0, clause.units[trigger.unit].start - 30) : clause.units[trigger.unit].start]
    aux = _HAS.search(left)
    if not many or aux is None or _OVER_TIME.search(clause.folded) is None:
        return False
    return aux.group(1) != "had" or _IN_TOTAL.search(clause.folded) is None  # "Russia had launched in total five …"


def _is_nth(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """ "Has fired its sixth missile in twelve days": a place in a row, not one missile."""
    nth = words("en/launches.toml")["ordinal"]["words"][1:]
    return any(unit.word in nth for unit in clause.units[phrase.first : phrase.head])


# "since it conducted a record number of launches in January", "has carried out dozens of missile tests since 2022"
_SUMMED = re.compile(
    r"\b(?:number|dozens|scores|hundreds|string|series|flurry|spate|slew|barrage|range) of (?:[\w-]+ ){0,5}$"
)
_IN_SPAN = re.compile(
    r"[^.;]{0,60}? (?:since|so far|this year|to date|last (?:month|year)|(?:over|in|during) (?:the (?:past|last)|recent)"
    r"|in (?:early |late |\d{4}|january|february|march|april|may|june|july|august|september|october|november|december))\b"
)

_TIMES = re.compile(
    r"\b(?:has|have|had)\b(?: \w+){0,8} (?:twice|thrice|(?:three|four|five|six|seven|eight|nine|ten|\d+) times)\b"
)
_MANY = 3  # launches that one event told with "has … since" seldom comes to

_IN_TOTAL = re.compile(r"\b(?:in total|in all|overall)\b")
_HAS = re.compile(r"\b(has|have|had)\b(?:\s+\w+){0,2}\s*(?:been\s+)?$")

_OVER_TIME = re.compile(
    r"\b(?:since|so far|this year|to date|(?:over|in|during) the (?:past|last)|in (?:recent|total)|in all|overall"
    r"|in the first \w+ (?:days|weeks|months|years)|in (?:just |only |about |some )?\w+ (?:days|weeks|months)"
    r"|before that|until (?:then|now)|up to now)\b"
)


def is_dating(clause: Tagged, groups: list[list[Trigger]], number: int, lead: Trigger, discourse: Discourse) -> bool:
    """Whether a launch only dates another: "the test, within a week of that of the Agni-5", "it comes 9 days after the firing of"."""
    if number > 0:
        return is_dated_by(clause, groups[number - 1][-1].unit, lead.unit)
    if _OPENS_DATING.fullmatch(clause.folded, 0, clause.units[lead.unit].start):
        return discourse.told or any(group[0].realis == "asserted" for group in groups[1:])
    opened = _COMES.search(clause.folded, 0, clause.units[lead.unit].start)
    if not discourse.told or opened is None:
        return False
    return opened.group().endswith("after") or is_dated_by(clause, clause.unit_at(opened.start()), lead.unit)


# "Three weeks after a failure of the Vega, an Ariane 5 lifted off": the first only dates the second
_OPENS_DATING = re.compile(
    r"(?:about |almost |just |nearly |less than |more than |only )*(?:an?|\w+) (?:days?|weeks?|months?|years?) (?:after|since)\b[^,;]*"
)
_COMES = re.compile(r"\b(?:comes?|came|coming)\b(?: (?:just |only |shortly |right )?after\b(?=[^,;:]*$))?")


def opens_dating(clause: Tagged) -> bool:
    """Whether a sentence opens with what its launch is counted from: "Three weeks after the loss of a Vega, …"."""
    return _OPENS_DATING.match(clause.folded) is not None
