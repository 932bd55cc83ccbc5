"""Launches told by an entry without a verb: "Nov 2, 0651: four SRBMs from Chongju", "5 Jan | DPRK | 1x SRBM | Jagang".

Registers, lists and newsletters give a launch as a row of parts. An entry names when (a day or a clock time, of its own or
in the heading above it), what (a weapon with its number or its system) and where, or who. The parts before the weapon must
be times, places and parties only, parted by commas, colons, dashes or bars: a clause of ordinary prose has a verb there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from watchfloor.claims.findings import Finding
from watchfloor.claims.grammar.phrases import Phrases
from watchfloor.claims.grammar.units import Tagged, Unit, is_economic_zone
from watchfloor.claims.labels import is_of_label
from watchfloor.claims.launches.arguments import objects_right
from watchfloor.claims.launches.triggers import Trigger, made
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase
from watchfloor.claims.whereabouts.place_roles import waters
from watchfloor.dates import TimeExpression
from watchfloor.lexicons import words
from watchfloor.places import PlacePhrase

_PARTS = re.compile(r"[,:;|()\[\]>*•\-–—.]")  # tags that part the parts of an entry
_NAMED = frozenset("Tpckgboun")  # a part before the weapon says when, where, who, or which number it has in the list
_PREDICATES = frozenset("VGFByvMqrSLwsN")  # tags that no part before the weapon has
_LONGEST_PART = 6  # units: "in the early hours of Friday" is one
_ENDS_ENTRY = frozenset(";.|")  # what follows these is said of the launch
_HEDGES_BEFORE = 2  # units between the last separator and the weapon: "reportedly", an opening quotation mark


def entry_of(clause: Tagged, phrases: tuple[WeaponPhrase, ...], *, headed: bool) -> Trigger | None:
    """The launch an entry tells, None for a sentence of prose. `headed`: a heading or an entry above it gave the day."""
    phrase = next((p for p in phrases if not p.swallowed), None)
    if phrase is None or not _is_told(phrase) or _is_unreal(clause, phrase) or not _ends_part(clause, phrase.last):
        return None
    opened = _is_opened(clause, phrase, headed=headed) or _is_record(clause, phrase)
    if not opened or not (_is_placed(clause, phrase) or _is_heading(clause, phrase)):
        return None
    objects = objects_right(clause, phrase.first - 1, phrases) or (phrase,)
    return made(clause, phrase.head, "entry", objects, _party(clause, phrase))


def may_be_entry(text: str) -> bool:
    """Whether a sentence begins as an entry may, with figures and a colon, bar or dash: a cheap test before it is tagged."""
    return _BEGINS.match(text) is not None


_BEGINS = re.compile(r"[^\w]{0,4}(?:[A-Za-z]{2,9}[ ,.]+){0,3}\d[\w /,.:-]{0,30}?(?:[:|–—] ?| - )")


def _is_told(phrase: WeaponPhrase) -> bool:
    """Whether the weapon is counted, in the plural or named: "missile" alone may be any."""
    if phrase.taken_up or (phrase.features <= {"group", "missile_like"} and not phrase.systems):
        return False
    return phrase.count is not None or phrase.plural or bool(phrase.systems) or phrase.code not in _ANY_WEAPON


_ANY_WEAPON = (None, "missile", "projectile", "artillery_rocket", "space_launch")


def _is_unreal(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """Whether the entry is of something planned, shown or built: "5 May: parade with six ICBMs", "NOTAM for a launch"."""
    end = next((at for at in range(phrase.last + 1, len(clause.units)) if clause.tags[at] in _ENDS_ENTRY), None)
    stop = clause.units[end].start if end is not None else len(clause.folded)
    return "M" in clause.tags[phrase.last : end] or _unreal().search(clause.folded, 0, stop) is not None


@lru_cache(maxsize=1)
def _unreal() -> Phrases:
    return Phrases(words("en/launches.toml")["entries"]["unreal"])


def _ends_part(clause: Tagged, last: int) -> bool:
    """Whether no verb follows the weapon in its own part: "two SRBMs from Sunan, …", not "two SRBMs were shown"."""
    for unit in clause.units[last + 1 :]:
        if _PARTS.fullmatch(unit.tag):
            return True
        if unit.tag in "vMyVBN" or (unit.tag == "F" and not unit.word.endswith("ing")):
            return False
    return True


def _is_opened(clause: Tagged, phrase: WeaponPhrase, *, headed: bool) -> bool:
    """Whether only times, places and parties stand before the weapon, a time among them: "Nov 3, 0740, Sunan: one ICBM"."""
    *parts, hedges = _parts(clause, phrase.first)
    if not any(parts) or len(hedges) > _HEDGES_BEFORE or any(unit.tag not in 'xj"' for unit in hedges):
        return False
    sign = _sign_before(clause, hedges, phrase.first)
    if sign == ":" and parts[-1] and parts[-1][-1].tag == "T":
        return True  # whatever leads to the day: "The last one was on May 18, 1980: a DF-5 from Jiuquan"
    if not all(_is_simple(part) for part in parts if part):
        return False
    if sign == "," and clause.folded.startswith(("on ", "in ", "at ", "by ", "since ", "after ")):
        return False  # "On Friday, two missiles …" opens a clause
    timed = headed or any(unit.tag == "T" for part in parts for unit in part)
    labelled = any(unit.tag in "gbo" for part in parts for unit in part)
    return timed or (labelled and any(e.has_clock for e in clause.times))


def _sign_before(clause: Tagged, hedges: tuple[Unit, ...], first: int) -> str:
    """The separator before the weapon and the hedges that lead to it: a dash with space around it is no unit."""
    at = first - len(hedges) - 1
    return "-" if _is_dash(clause, at + 1) else clause.tags[at]


def _is_dash(clause: Tagged, at: int) -> bool:
    """Whether a hyphen between spaces stands right before a unit: "14 Jan 0930 - several SRBMs"."""
    return at > 0 and clause.sentence.text[clause.units[at - 1].end : clause.units[at].start].strip() == "-"


def _parts(clause: Tagged, last: int) -> list[tuple[Unit, ...]]:
    """The stretches of units between separators before a unit: of "Nov 3, 0740, Sunan:" the day, the time and the place."""
    parts: list[tuple[Unit, ...]] = []
    begin = 0
    for at in range(last):
        if _is_dash(clause, at):
            parts.append(clause.units[begin:at])
            begin = at
        if _PARTS.fullmatch(clause.tags[at]):
            parts.append(clause.units[begin:at])
            begin = at + 1
    if _is_dash(clause, last):
        return [*parts, clause.units[begin:last], ()]
    return [*parts, clause.units[begin:last]]


def _is_simple(part: tuple[Unit, ...]) -> bool:
    """Whether a part says when, where or who and nothing else: "Jan 28", "DPRK", "west coast", "JCS again"."""
    if len(part) > _LONGEST_PART or any(unit.tag in _PREDICATES for unit in part):
        return False
    return any(unit.tag in _NAMED for unit in part) or len(part) <= 2


def _is_record(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """Whether the weapon opens a sentence without any verb that names its day: "Two SRBMs from Sunan, 5 May, 0740 KST."."""
    if clause.tags[: phrase.first].strip('"*•-') or not clause.times:
        return False
    dated = any(e.has_day and not e.is_span for e in clause.times)
    return dated and not any(tag in "VGByvMqr" for tag in clause.tags) and "," in clause.tags


def _is_placed(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """Whether the entry says where it was launched or fell, or who launched it."""
    placed = any(not is_economic_zone(place) for place in clause.places)
    return placed or phrase.demonym is not None or _party(clause, phrase) is not None


def _is_heading(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """Whether the sentence is a record's heading, a system and its day alone: "Hwasong-12, 30 January 2022."."""
    return bool(phrase.systems) and re.fullmatch(r'["ajsw]+,T\.?', clause.tags) is not None


def _party(clause: Tagged, phrase: WeaponPhrase) -> tuple[str, int] | None:
    """The country that stands as a part of its own before the weapon: "03/05/25 - Pakistan: …", "| DPRK |"."""
    for part in _parts(clause, phrase.first):
        if len(part) == 1 and part[0].tag in "ck" and part[0].has("country"):
            return str(part[0].roles["country"]), clause.unit_at(part[0].start)
    return None


def entry_times(clause: Tagged, entry: Trigger) -> list[TimeExpression]:
    """The times of the launch: those before the weapon, or else those behind it up to the first semicolon."""
    start = clause.units[entry.objects[0].first].start
    stop = clause.folded.find(";", start)
    usable = [e for e in clause.times if not e.is_span and (stop < 0 or e.start < stop) and not is_of_label(clause, e)]
    before = [e for e in usable if e.end <= start]
    if any(e.has_clock for e in before) or (before and before[-1].part is not None):
        return before[-2:]
    behind = [e for e in usable if e.start > start and (e.has_clock or not before)]
    return [*before[-1:], *behind[:1]]


# --- places ---


def entry_places(clause: Tagged, entry: Trigger) -> Iterator[Finding]:
    """Origins and landings by their form: "from Sunan", "Pyongyang area", "-> E Sea", "into the Yellow Sea"."""
    last: tuple[str, int] | None = None
    for phrase in clause.places:
        if is_economic_zone(phrase) or phrase.place.kind == "country":
            continue
        left = clause.folded[max(0, phrase.start - _LEFT) : phrase.start]
        attribute = _joined_to(last, left, phrase) if last is not None else None
        attribute = attribute or _attribute_of(left, phrase)
        if attribute in (None, "contained") or (attribute == "origin" and last is not None and not _goes_on(left)):
            continue
        last = (attribute, phrase.end)
        place = waters(phrase.place) if attribute == "landing" else phrase.place
        unit = clause.unit_at(phrase.start)
        yield Finding(attribute=attribute, value=place, start=phrase.start, end=phrase.end, unit=unit)


_LEFT = 60  # characters left of a place that tell its part
_FROM = re.compile(r"\b(?:from|out of)\s+(?:(?!(?:to|into|toward|towards|over)\b)[\w'\"“”.-]+,?\s+){0,6}$")
_TO = re.compile(
    r"(?:[>→]|\b(?:to|into|in to|toward|towards|over|at|on|against)|(?:falling|landing|impact|coming down|splashdown)"
    r" (?:in|on|near|off))\s*(?:the |its )?(?:\w+ )?$"
)
_OPENS = re.compile(
    r"(?:^|[,:|(;•*–—-]|\b(?:near|off|in|around|outside|at))\s*(?:the |its )?(?:(?:vicinity|area) of )?$"
)
_JOINED = re.compile(r"(?:,? and|&|/)\s*(?:the |near )?$")
_AFAR = re.compile(r"(?:km|kilometers|kilometres|miles)\s*(?:to the )?$")


def _joined_to(last: tuple[str, int], left: str, phrase: PlacePhrase) -> str | None:
    """The part of a place that goes on from the one before: "Chongju and Pihyon", or "contained" in "Kanggye (Jagang)"."""
    gap = left[len(left) - (phrase.start - last[1]) :] if phrase.start - last[1] < len(left) else left
    if phrase.water == (last[0] == "landing") and re.fullmatch(r"(?:,? and|/)\s*(?:the |near )?", gap):
        return last[0]
    if not phrase.water and re.fullmatch(r"\s*[,(]\s*|\s+(?:in|of)\s+(?:the )?", gap):
        return "contained"
    return None


def _goes_on(left: str) -> bool:
    """Whether a second place of launch is told as one: "from A", "and B"; a bare name behind a comma is not."""
    return _FROM.search(left) is not None or _JOINED.search(left) is not None


def _attribute_of(left: str, phrase: PlacePhrase) -> str | None:
    if _AFAR.search(left) and not left.rstrip().endswith(">"):
        return None
    if _FROM.search(left):
        return "origin"
    if _TO.search(left) and (
        phrase.water or re.search(r"(?:[>→]|\b(?:to|toward|towards|into|on|against))\s*(?:the )?$", left)
    ):
        return "landing"
    return None if phrase.water or not _OPENS.search(left) else "origin"


# --- headings ---


def day_heading(clause: Tagged) -> TimeExpression | None:
    """The day a line or sentence consists of, which the entries below it are of: "Thu 30 May.", "2/14/24."."""
    if not re.fullmatch(r"[-*•(]*x?,?T[.:)]*", clause.tags):
        return None
    expression = clause.times[0]
    return expression if expression.has_day and not expression.is_span else None


def may_be_heading(text: str) -> bool:
    """Whether a sentence is so short, and has a figure, that it may be a day alone: spares tagging the others."""
    return len(text) <= _LONGEST_HEADING and any(map(str.isdigit, text))


_LONGEST_HEADING = 32  # characters: "Wednesday, 30 September 2026."
