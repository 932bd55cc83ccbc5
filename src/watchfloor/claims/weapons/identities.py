"""What a sentence says the launched weapon was: "presumed to be a KN-11", "called it a …", "the Agni-V flew …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from watchfloor.claims.findings import Finding, hedge_before
from watchfloor.claims.grammar.context import ending, listed
from watchfloor.claims.grammar.phrases import any_of
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.claims.weapons.weapon_findings import kind_of
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase, is_defence, refined

_CATALOGUE = 4  # systems named in one sentence without a launch: a list of what there is
_LEFT = 90  # characters left of a phrase that may name it
_ORDINARY = ("missile", "projectile", "artillery_rocket", "ballistic_missile", "space_launch", None)


def named_weapons(
    clause: Tagged, phrases: tuple[WeaponPhrase, ...], triggers: tuple[Trigger, ...], *, known: frozenset[str]
) -> Iterator[Finding]:
    """Classes and systems said of the weapon outside the launch phrase. `known`: the features of the weapon in focus."""
    taken = {phrase.first for trigger in triggers for phrase in trigger.objects if not _is_relative(trigger, phrase)}
    ends = {phrase.last for trigger in triggers for phrase in trigger.objects}
    others = _other_weapons(clause, phrases, taken)
    before: WeaponPhrase | None = None
    said = False  # whether the phrase before is of the launched weapon
    for phrase in phrases:
        joined = before is not None and _JOINED.fullmatch(clause.tags, before.last + 1, phrase.first) is not None
        before, listed_with = phrase, joined and not said
        said = phrase.first in taken
        if phrase.first in taken or phrase.swallowed or (phrase.compound is not None and not triggers):
            continue
        if phrase.first in others or (not triggers and _is_catalogued(phrases)):
            continue  # "it makes Sky Bow, Sky Sword and Hsiung Feng missiles"
        if listed_with:
            continue  # "Ukraine's use of ATACMS and British Storm Shadow missiles": of what stands before it
        apposed = _is_apposed(clause, phrase, ends)
        found = tuple(_said_of(clause, phrase, apposed=apposed, untyped=apposed and _is_untyped(triggers)))
        said = bool(found)
        yield from found
    yield from _range_class(clause, phrases, known)


def systems_named(clause: Tagged, phrases: tuple[WeaponPhrase, ...]) -> Iterator[Finding]:
    """Every system a sentence names that is not compared or a defence, whatever is said of it."""
    others = _other_weapons(clause, phrases, set())
    related = [p for p in phrases if p.systems and re.match(r",?r", clause.tags[p.last + 1 :])]
    if related:  # "larger than the Hwasong-18, which flew 6,500 km in July"
        phrases, others = tuple(related), frozenset()
    for phrase in phrases:
        if not phrase.swallowed and phrase.first not in others:
            yield from (f for f in kind_of(clause, phrase, anaphoric=True) if f.attribute == "system")


def _said_of(clause: Tagged, phrase: WeaponPhrase, *, apposed: bool, untyped: bool) -> Iterator[Finding]:
    """What a phrase that is apposed to the launched weapon, names it, or flies, says of it."""
    left = _left_of(clause, phrase)
    named = (
        _naming().search(left) is not None
        and not _DOUBTED.search(left)
        and not (phrase.systems and _defines_a_system(clause, phrase))
    )
    if phrase.definite and phrase.count is None and not (apposed or named):
        if _flies(clause, phrase) or (_LAUNCH_OF.search(left) is not None and not _is_tally_of(clause, phrase, left)):
            exact = phrase.code not in _ORDINARY
            yield from (f for f in kind_of(clause, phrase, anaphoric=not exact) if exact or f.attribute == "system")
        return
    plain = phrase.bare and phrase.code in ("missile", "projectile") and not phrase.systems
    if not (apposed or named) or plain:
        return
    yield from kind_of(
        clause,
        phrase,
        anaphoric=(phrase.taken_up and not phrase.systems) or (not _says_more(phrase) and not untyped),
        polarity=not ending("denying", _UP_TO_ALIAS).search(left),
    )


_UP_TO_ALIAS = (
    r"[^,;.]{0,24}(?:[^,;.]{0,30}, or )?"  # "not an intercontinental ballistic missile, or ICBM": both denied
)

_DOUBTED = re.compile(r"\b(?:whether|if) ")  # "It did not specify if the projectile is a ballistic missile"


def _defines_a_system(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """ "The Rodong is a scaled-up Scud variant": says what a system is, not what was fired."""
    return _SYSTEM_IS.search(clause.tags, 0, phrase.first) is not None and any(
        unit.word in ("is", "are") for unit in clause.units[: phrase.first]
    )


_SYSTEM_IS = re.compile(r"s[a-zA-Z]?v[^;:VGFy]*$")


def _left_of(clause: Tagged, phrase: WeaponPhrase) -> str:
    """The words left of a phrase, and of what a hyphen joins to it: "likely the North's | road-mobile Hwasong-18"."""
    first = phrase.first
    while first and clause.sentence.text[clause.units[first].start - 1] == "-":
        first -= 1
    start = clause.units[first].start
    return clause.folded[max(0, start - _LEFT) : start]


# --- weapons that are not the one launched ---


def _other_weapons(clause: Tagged, phrases: tuple[WeaponPhrase, ...], taken: set[int]) -> frozenset[int]:
    """The phrases, by their first unit, of weapons only compared, of defences, and their other names.

    "Similar to Russia's Iskander (NATO name: SS-26 Stone)": neither was launched.
    """
    others: set[int] = set()
    systems: set[str] = set()
    edge: int | None = None  # where the last of them ends
    for phrase in phrases:
        if phrase.first in taken:
            edge = None
            continue
        names = {row["name"] for _, row in phrase.systems}
        renamed = edge is not None and (_is_renaming(clause, edge, phrase) or _is_its_name(clause, edge, phrase))
        if renamed or _is_compared(clause, phrase) or is_defence(clause, phrase) or names & systems:
            others.add(phrase.first)
            systems |= names
            edge = phrase.last
    return frozenset(others)


def _is_renaming(clause: Tagged, edge: int, phrase: WeaponPhrase) -> bool:
    """Whether only words for another name stand between: "the Iskander system (NATO reporting name: SS-26 Stone)"."""
    between = clause.folded[clause.units[edge].end : clause.units[phrase.first].start]
    return _renaming().fullmatch(between) is not None


def _is_its_name(clause: Tagged, edge: int, phrase: WeaponPhrase) -> bool:
    """ "Unveiled an air-defence missile system, the Bavar-373": the name of what was not launched."""
    between = clause.folded[clause.units[edge].end : clause.units[phrase.first].start]
    return bool(phrase.systems) and _APPOSITION.fullmatch(between) is not None


_APPOSITION = re.compile(r"(?: [\w-]+){0,2} ?, ")


@lru_cache(maxsize=1)
def _renaming() -> re.Pattern[str]:
    names = any_of(listed("renaming"))
    return re.compile(rf"(?:\s\w+)?\s*[(,]?\s*(?:\w+ ){{0,2}}{names}(?:\s\w+)?:?\s*(?:the |a )?[\"“']?")


def _is_compared(clause: Tagged, phrase: WeaponPhrase) -> bool:
    start, head = clause.units[phrase.first].start, clause.units[phrase.head].start
    left = _BRACKETS.sub("", clause.folded[max(0, start - _LEFT) : head])
    return ending("comparing", r"[^,;(]{0,60}").search(left) is not None


_BRACKETS = re.compile(r"\([^()]{1,20}\) ?")  # "destroyed four unmanned systems (UAVs) and one surface-to-air missile"


def _is_catalogued(phrases: tuple[WeaponPhrase, ...]) -> bool:
    return len({row["name"] for phrase in phrases for _, row in phrase.systems}) >= _CATALOGUE


_JOINED = re.compile(r"&[dckjaxX]{0,3}")  # "and", "or", what determines the next


# --- how a phrase stands to the launched weapon ---


@lru_cache(maxsize=1)
def _naming() -> re.Pattern[str]:
    between = "|".join(listed("naming", "between"))
    return re.compile(
        rf"(?:{any_of(listed('naming'))}(?:\s+(?:{between}))*(?:\s+[\w' ]{{1,18}}'s?)?|[,(—–:])\s*[\"“‘']?\s*$"
    )


def _is_apposed(clause: Tagged, phrase: WeaponPhrase, ends: set[int]) -> bool:
    """ "Fired Agni-5 — the country's longest-range ICBM —": it says what was fired, definite or not."""
    start = clause.units[phrase.first].start
    return any(
        end < phrase.first and _APPOSED.fullmatch(clause.sentence.text, clause.units[end].end, start) for end in ends
    )


_APPOSED = re.compile(r"""["”’']?\s*(?:,|--|—|–|\()\s*(?:[\w'’]+\s+){0,4}(?:[\w'’]+-)?""")


def _is_relative(trigger: Trigger, phrase: WeaponPhrase) -> bool:
    """Whether the phrase stands before the clause that launches it: "a new launcher, which it also tested in August"."""
    return trigger.voice == "active" and phrase.last < trigger.unit


def _is_untyped(triggers: tuple[Trigger, ...]) -> bool:
    """Whether only a system's name tells what was launched: "the Abdali, a surface-to-surface missile" says its class."""
    objects = [phrase for trigger in triggers for phrase in trigger.objects]
    return bool(objects) and all(phrase.code is None for phrase in objects)


def _says_more(phrase: WeaponPhrase) -> bool:
    if "mlrs" in phrase.features:
        return True
    return phrase.code not in ("missile", "projectile", "artillery_rocket") or bool(phrase.systems)


def _flies(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """ "The Agni-V flew …", "the SLBM, fired from Sinpo, covered …": it is the subject of what the launched weapon did."""
    following = clause.units[phrase.last + 1].word if phrase.last + 1 < len(clause.units) else ""
    return following in _LEAVING or _DID.match(clause.tags, phrase.last + 1) is not None


_LEAVING = frozenset({"left", "departed", "cleared", "rose", "lifted", "thundered", "roared"})
_DID = re.compile(r'["\')]*(?:,[^,;MyB]{1,14},|\([^()]{1,10}\))?[xN]{0,2}(?:v[xN]{0,2})*[FV]')


def _is_tally_of(clause: Tagged, phrase: WeaponPhrase, left: str) -> bool:
    """ "The 333rd flight of the Long March series": a family of which many flew."""
    following = clause.units[phrase.last + 1].word if phrase.last + 1 < len(clause.units) else ""
    return following in ("series", "family", "fleet") and _MISSILES_OF.search(left) is None


_MISSILES_OF = re.compile(r"\b(?:missile|rocket|projectile)s? of (?:[\w'-]+ ){0,4}$")
# "its last test, of the", "mission number 80 for the", "missiles of the" Dongfeng series
_LAUNCH_OF = re.compile(
    r"\b(?:(?:launch|test|firing|flight|mission|debut|liftoff|use)(?:es|s)?(?: number \d+)?,? (?:of|for)"
    r"|(?:missile|rocket|projectile)s? of) (?:(?!of\b)[\w'-]+ ){0,4}$"
)


_DESCRIBED = re.compile(r"\b(?:be|is|are|was|were|been|as|likely|probably|suspected|presumed|a|of)\s+(?:\w+ly )?$")


def _range_class(clause: Tagged, phrases: tuple[WeaponPhrase, ...], known: frozenset[str]) -> Iterator[Finding]:
    """ "The missile, suspected to be short-range": a modifier without a head refines the weapon in focus."""
    covered = {index for phrase in phrases for index in range(phrase.first, phrase.last + 1)}
    for index, unit in enumerate(clause.units):
        if (
            unit.tag != "a"
            or index in covered
            or unit.word in ("shorter range", "longer range")  # "a shorter range than those fired before"
            or not known
            or not _DESCRIBED.search(clause.folded[max(0, unit.start - 30) : unit.start])
        ):
            continue
        base = frozenset(known - {"short", "medium", "intermediate", "intercontinental"})
        code = refined(None, base, frozenset(unit.roles["weapon_modifier"]))
        if code is not None and code not in ("missile", "ballistic_missile"):
            hedge = hedge_before(clause.sentence.text, clause.folded, unit.start)
            start = clause.sentence.text.rfind(hedge.words, 0, unit.start) if hedge is not None else unit.start
            yield Finding(attribute="weapon", value=code, start=start, end=unit.end, unit=index, hedge=hedge)
