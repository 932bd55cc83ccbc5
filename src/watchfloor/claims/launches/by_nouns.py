"""Launches told by a noun: "conducted a test of …", "the launch of two missiles", "Friday's test"."""

from __future__ import annotations

import re
from functools import lru_cache

from watchfloor.claims.grammar.units import Tagged, Unit
from watchfloor.claims.launches.arguments import BE, is_object_gap, objects_right, subject_phrase
from watchfloor.claims.launches.parties import country_of, overseer_of, owner_of, owner_of_noun, subject_of
from watchfloor.claims.launches.triggers import Trigger, made
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase
from watchfloor.lexicons import words


def told_by_noun(clause: Tagged, index: int, unit: Unit, phrases: tuple[WeaponPhrase, ...]) -> Trigger | None:
    kind = unit.roles.get("launch_noun")
    if kind is None or _names_something_else(clause, index):
        return None
    phrase = next((p for p in phrases if p.compound == index and not p.swallowed), None)
    trialled = _trialled(clause, index, kind, phrases)
    objects = (
        (phrase,) if phrase else _objects_of(clause, index, phrases) or trialled or _owning(clause, index, phrases)
    )
    if kind == "attack" and not objects and (means := _means_of(clause, index, phrases)):
        return made(clause, index, "nominal", means, subject_of(clause, index), anaphoric=False, attack=True)
    if phrase is None and not objects:
        return _sighted(clause, index, kind) or _anaphor(clause, index, kind)
    if phrase is not None and phrase.features <= {"missile_like", "guided"} and not phrase.systems:
        return None  # "a weapons trial" may be of anything
    if kind in ("attack", "drill") and not objects:
        return None
    introduced = (
        bool(trialled)
        or _is_introduced(clause, index, phrase)
        or (kind == "attack" and phrase is not None and not phrase.taken_up)
    )
    actor = (
        subject_of(clause, index)
        if _verb_left(clause, index, phrase, "light_verbs")
        else owner_of_noun(clause, index, phrase)
        or (owner_of(clause, objects[0]) if objects else None)
        or _announcer(clause, index, kind)
    ) or overseer_of(clause, index)
    return made(clause, index, "nominal", objects, actor, anaphoric=not introduced, test=kind == "test")


def _means_of(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
    """What an attack that was launched was made with: "launched its biggest attack on Ukraine with 440 drones and 32 missiles"."""
    launched = any(unit.tag == "V" or unit.has("light_verbs") for unit in clause.units[max(0, index - 6) : index])
    for at in range(index + 1, min(len(clause.units), index + _MEANS_REACH) if launched else 0):
        if clause.tags[at] in ";VFyr":
            return ()
        if clause.units[at].word in ("with", "using", "involving", "by firing", "by launching"):
            return objects_right(clause, at, phrases)
    return ()


_MEANS_REACH = 12  # units between "an attack" and "with 32 missiles"


def _sighted(clause: Tagged, index: int, kind: str) -> Trigger | None:
    """ "Some 40 launches were identified crossing from Lebanon": counted and seen, the weapon not named."""
    counted = kind == "launch" and clause.tags[index - 1 : index] == "n" and clause.units[index].word.endswith("s")
    verb = next((unit for unit in clause.units[index + 1 : index + 5] if unit.word in _seeing()), None)
    if not counted or verb is None or not any(unit.word in BE for unit in clause.units[index + 1 : index + 4]):
        return None
    return made(clause, index, "nominal", (), None, anaphoric=False)


@lru_cache(maxsize=1)
def _seeing() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["sighting"]["verbs"])


def _announcer(clause: Tagged, index: int, kind: str) -> tuple[str, int] | None:
    """Who announced a test of no other's: "North Korea announced Tuesday the test-firing of a missile"."""
    verbs = words("en/launches.toml")["announcing"]["verbs"]
    for at in range(index - 1, max(0, index - 9), -1):
        if clause.units[at].word in verbs and (kind == "test" or "test" in clause.units[index].word):
            return subject_of(clause, at)
        if clause.tags[at] in ";yV,SrG":
            return None
    return None


def _names_something_else(clause: Tagged, index: int) -> bool:
    """ "launch site", "test range": the noun only modifies the next one; "engine test", "nuclear test": another kind of test."""
    following = clause.units[index + 1].word.split()[0] if index + 1 < len(clause.units) else ""
    if following in _after_noun() and not _is_drill_of(clause, index):
        return True
    left = clause.units[index - 1].word if index else ""
    return left in _other_tests()


def _is_drill_of(clause: Tagged, index: int) -> bool:
    """ "Staged a launching drill of a missile", "a missile firing drill was held": a drill in which it was launched."""
    after = clause.units[index + 1 : index + 4]
    if len(after) < 2 or after[0].word not in ("drill", "drills", "exercise", "exercises"):
        return False
    if after[1].word == "of" or (after[1].word in BE and len(after) == 3 and after[2].has("light_verbs")):
        return True
    phrased = clause.units[index].word in ("launching", "firing") and clause.tags[index - 1] == "w"
    return phrased and any(unit.has("light_verbs") for unit in clause.units[max(0, index - 9) : index])


def _objects_of(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
    """The phrase behind "of": "the launch of two missiles", "a test, of what was believed to be …"."""
    for phrase in phrases:
        gap = clause.units[index + 1 : phrase.first]
        if phrase.first > index and not phrase.swallowed:
            if gap and gap[0].word == "for" and is_object_gap(clause, range(index + 2, phrase.first)):
                return (phrase,)  # "held a test launch for an unarmed Minuteman III"
            if (
                gap
                and len(gap) <= 10
                and any(unit.word in ("of", "with", "involving") for unit in gap[:3])
                and is_object_gap(clause, range(index + 1 + _is_drill_of(clause, index), phrase.first))
            ):
                return (phrase,)
            return ()
    return ()


def _owning(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
    """The weapon whose test it was: "the Agni-V's first test", "the booster's maiden flight"."""
    around = next((p for p in phrases if p.first <= index < p.head and p.systems), None)
    if around is not None:
        return (around,)  # "the first test of Agni-V", read as one name
    at = index - 1
    while at > 0 and index - at <= 4 and clause.tags[at] in "xjn":
        at -= 1
    owned = clause.tags[at] == "'" and any(unit.word in _ordinals() for unit in clause.units[at + 1 : index])
    return tuple(p for p in phrases if owned and p.last == at - 1 and not p.swallowed)[:1]


@lru_cache(maxsize=1)
def _ordinals() -> frozenset[str]:
    known = words("en/launches.toml")
    return frozenset(known["ordinal"]["words"]) | frozenset(known["earlier"]["adjectives"])


def _trialled(clause: Tagged, index: int, kind: str, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
    """The weapon that passed or failed a test: "Türkiye's Tayfun missile has passed another test"."""
    verbs = words("en/launches.toml")["trialled"]["verbs"]
    verb = next((at for at in range(index - 1, max(-1, index - 6), -1) if clause.units[at].word in verbs), None)
    if verb is None or kind not in ("test", "launch"):
        return ()
    subject = subject_phrase(clause, verb, phrases)
    return (subject,) if subject is not None and not subject.swallowed and subject.compound is None else ()


def _anaphor(clause: Tagged, index: int, kind: str) -> Trigger | None:
    """ "the launch", "Friday's test", "the March 16 test-launches": a launch already told, or one told by its date."""
    if index == 0 and _LIFTOFF_CAME.match(clause.folded) is not None:
        return made(clause, index, "anaphor", (), None, anaphoric=True)
    if kind in ("attack", "drill") or index == 0 or _is_of_something_else(clause, index):
        return None
    at = index - 1
    while at >= 0 and ((clause.tags[at] in "xjTn'a" and clause.tags[at] != "'") or clause.tags[at] == "'"):
        at -= 1
    left = clause.units[at + 1 : index]
    determined = at >= 0 and (
        clause.units[at].word in ("the", "this", "these", "both", "its", "that", "a", "an") or clause.tags[at] in "ck"
    )
    dated = any(unit.tag == "T" for unit in left)
    if not (determined or dated) or index - at > 5:
        return None
    country = country_of(clause.units[at]) if at >= 0 and clause.tags[at] in "ck" else None
    actor = (country, at) if country is not None else None  # "Pyongyang's latest test"
    return made(clause, index, "anaphor", (), actor, anaphoric=True, test=kind == "test")


# "Liftoff occurred at 11:12 p.m. from …"
_LIFTOFF_CAME = re.compile(
    r"(?:liftoff|lift off|lift-off|blastoff|blast-off|takeoff|launch) (?:occurred|came|took place|happened|was) "
    r"(?:at|on|just|shortly|about|around|right)\b"
)


def _is_of_something_else(clause: Tagged, index: int) -> bool:
    """ "The launch of a new destroyer", "the test of an engine": what "of" names is no weapon."""
    after = clause.units[index + 1 : index + 8]
    if not after or after[0].word != "of":
        return False
    named = next((unit for unit in after if unit.word in _launched_else() or unit.tag in "ws.,;"), None)
    return named is not None and named.word in _launched_else()


@lru_cache(maxsize=1)
def _launched_else() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["launched_else"]["words"])


def _verb_left(clause: Tagged, index: int, phrase: WeaponPhrase | None, role: str) -> bool:
    """Whether a light verb ("conducted") or one of perceiving ("detected") takes the noun as its object."""
    start = phrase.first if phrase is not None else index
    for at in range(start - 1, max(-1, start - 8), -1):
        unit = clause.units[at]
        if unit.has(role):
            return True
        if unit.tag in ";,Sry" and not unit.has(role) and clause.units[max(0, at - 2)].word != "what":
            return False  # but go on past "carried out what it said was a test"
    return False


# "US hypersonic missile test fails": how it went tells that it was held
_FARED = re.compile(
    r" (?:fails|failed|succeeds|succeeded|ends in failure|ended in failure|goes awry|went awry|is a success)\b"
)


def _is_introduced(clause: Tagged, index: int, phrase: WeaponPhrase | None) -> bool:
    """Whether the noun tells a new launch: a light verb, a number or "a", or "of" and an indefinite weapon phrase."""
    if _verb_left(clause, index, phrase, "light_verbs"):
        return True
    if _verb_left(clause, index, phrase, "perceiving") and not (phrase is not None and phrase.taken_up):
        return True
    if phrase is not None and _FARED.match(clause.folded, clause.units[index].end) and not phrase.taken_up:
        return True
    if phrase is not None:
        return phrase.count is not None and not phrase.definite
    following = clause.tags[index + 1 : index + 5]
    return "n" in following or any(unit.word in ("a", "an") for unit in clause.units[index + 1 : index + 5])


@lru_cache(maxsize=1)
def _after_noun() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["irrealis"]["after_noun"])


@lru_cache(maxsize=1)
def _other_tests() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["other_tests"]["words"])
