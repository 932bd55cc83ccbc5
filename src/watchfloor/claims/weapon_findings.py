"""What the weapon phrases of a sentence claim: how many were launched, of which class and system, and how surely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from watchfloor.claims.context import ending, listed
from watchfloor.claims.findings import Finding, hedge_before, hedge_inside
from watchfloor.claims.phrases import any_of
from watchfloor.claims.triggers import Trigger
from watchfloor.claims.units import Tagged
from watchfloor.claims.vocabulary import fold, tokens
from watchfloor.claims.weapons import WeaponPhrase, refined, stated_count
from watchfloor.lexicons import Row, names, table, words
from watchfloor.records import Hedge, Quantity

_DESCRIBED = re.compile(r"\b(?:be|is|are|was|were|been|as|likely|probably|suspected|presumed|a|of)\s+(?:\w+ly )?$")


_SEVERAL = Quantity(low=2.0, high=None, unit="", bound="at_least")
_CATALOGUE = 4  # systems named in one sentence without a launch: a list of what there is


@lru_cache(maxsize=1)
def _naming() -> re.Pattern[str]:
    between = "|".join(listed("naming", "between"))
    return re.compile(rf"(?:{any_of(listed('naming'))}(?:\s+(?:{between}))*|[,(—–:])\s*[\"“‘']?\s*$")


def launched_weapons(clause: Tagged, trigger: Trigger, *, told: bool) -> Iterator[Finding]:
    """Count, class and system of what a trigger launched. `told`: a launch was told before, which "the missile" takes up."""
    for phrase in trigger.objects:
        if not (phrase.taken_up and trigger.voice in ("passive", "participle", "liftoff") and phrase.count is None):
            yield from _count(clause, phrase, trigger)
        known = (
            (told or "missile" not in phrase.features)
            and phrase.taken_up
            and phrase.count is None
            and not phrase.systems
        )
        known = known and (trigger.voice != "active" or phrase.code in ("missile", "projectile"))
        yield from _kind(clause, phrase, anaphoric=known)


def _count(clause: Tagged, phrase: WeaponPhrase, trigger: Trigger) -> Iterator[Finding]:
    if phrase.compound is not None and phrase.count is None and not clause.units[phrase.compound].word.endswith("s"):
        return
    if phrase.compound is not None and clause.units[phrase.compound].roles.get("launch_noun") == "attack":
        return
    if phrase.definite and phrase.count is None and not _is_one_of_its(clause, phrase, trigger):
        return
    if clause.units[min(phrase.last + 1, len(clause.units) - 1)].word in ("system", "systems"):
        return  # "tested a cruise missile system"
    if trigger.voice == "entry" and phrase.count is None and not phrase.plural:
        return  # "2024-01-28: Simorgh from Semnan" counts none
    if _is_payload(phrase):
        return  # 23 satellites are one launch
    if "mlrs" in phrase.features or clause.units[phrase.head].word.split()[-1] in _launchers():
        return  # a launcher: not missiles to count
    count = _SEVERAL if _is_group(clause, phrase) else stated_count(phrase)
    first, last = clause.units[phrase.first], clause.units[phrase.last]
    yield Finding(attribute="count", value=count, start=first.start, end=last.end, unit=phrase.first)


def _is_one_of_its(clause: Tagged, phrase: WeaponPhrase, trigger: Trigger) -> bool:
    """ "It used its Oreshnik ballistic missile": one, though definite."""
    owned = clause.units[phrase.first].word in ("its", "their")
    return owned and not phrase.plural and phrase.compound is None and trigger.voice == "active"


def _is_group(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """Whether the head is a group, whose number counts no missiles: "a rocket barrage", "two salvoes"."""
    return clause.units[phrase.head].roles.get("weapon_head") == ("group",)


def _launchers() -> frozenset[str]:
    return frozenset(words("en/weapons.toml")["launchers"]["words"])


def _is_payload(phrase: WeaponPhrase) -> bool:
    """Whether the phrase is what was carried, several of it: its number counts satellites, not rockets."""
    several = phrase.plural if phrase.count is None else phrase.count.low != 1.0
    return "payload" in phrase.features and several


def _kind(
    clause: Tagged, phrase: WeaponPhrase, *, anaphoric: bool, hedge: Hedge | None = None, polarity: bool = True
) -> Iterator[Finding]:
    """Class and systems of a phrase; "the missile" taken up again states no class."""
    units = clause.units
    start, end = units[phrase.first].start, units[phrase.last].end
    hedge = (
        hedge
        or hedge_inside(clause.sentence.text, clause.folded, start, end)
        or hedge_before(clause.sentence.text, clause.folded, start)
    )
    if phrase.code is not None and not (
        anaphoric and phrase.code in ("missile", "projectile", "artillery_rocket", "ballistic_missile")
    ):
        for code in (phrase.code, *phrase.also):
            yield Finding(
                attribute="weapon",
                value=code,
                start=start,
                end=end,
                unit=phrase.head,
                hedge=hedge,
                polarity=polarity,
            )
    seen: set[str] = set()
    for index, row in phrase.systems:
        if row["name"] not in seen:
            seen.add(row["name"])
            yield Finding(
                attribute="system",
                value=printed_system(row, units[index].word),
                start=units[index].start,
                end=units[index].end,
                unit=index,
                hedge=hedge,
                polarity=polarity,
            )


def systems_named(clause: Tagged, phrases: tuple[WeaponPhrase, ...]) -> Iterator[Finding]:
    """Every system a sentence names, whatever is said of it."""
    for phrase in phrases:
        if not phrase.swallowed and not _is_defence(clause, phrase):
            yield from (f for f in _kind(clause, phrase, anaphoric=True) if f.attribute == "system")


def named_weapons(
    clause: Tagged, phrases: tuple[WeaponPhrase, ...], triggers: tuple[Trigger, ...], *, known: frozenset[str]
) -> Iterator[Finding]:
    """Classes and systems said of the weapon outside the launch phrase: "presumed to be a KN-11", "called it a …"."""
    taken = {phrase.first for trigger in triggers for phrase in trigger.objects if not _is_relative(trigger, phrase)}
    taken_ends = {phrase.last for trigger in triggers for phrase in trigger.objects}
    for phrase in phrases:
        if phrase.first in taken or phrase.swallowed or (phrase.compound is not None and not triggers):
            continue
        start = clause.units[phrase.first].start
        left = clause.folded[max(0, start - 70) : start]
        if _is_defence(clause, phrase) or (not triggers and _is_catalogued(phrases)):
            continue  # "it makes Sky Bow, Sky Sword and Hsiung Feng missiles"
        if ending("comparing", r"[^,;.(]{0,50}").search(
            clause.folded[max(0, start - 70) : clause.units[phrase.head].start]
        ):
            continue
        apposed = _is_apposed(clause, phrase, taken_ends)
        if phrase.definite and phrase.count is None and not apposed:
            if _flew_as(clause, phrase):
                yield from (f for f in _kind(clause, phrase, anaphoric=False) if f.attribute == "weapon")
            if phrase.systems and not _is_generic_definite(clause, phrase):
                yield from (f for f in _kind(clause, phrase, anaphoric=True) if f.attribute == "system")
            continue
        if not (apposed or _naming().search(left)) or (
            phrase.bare and phrase.code in ("missile", "projectile") and not phrase.systems
        ):
            continue
        yield from _kind(
            clause,
            phrase,
            anaphoric=not _says_more(phrase) and not (apposed and _is_untyped(triggers)),
            polarity=not ending("denying", r"[^,;.]{0,24}").search(left),
        )
    yield from _range_class(clause, phrases, known)


def _is_defence(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """ "The Arrow system took it down": what stopped a missile, unless the interceptor was itself under test."""
    interceptor = any(row["class"] == "interceptor" for _, row in phrase.systems)
    return interceptor and re.search(r"\b(?:tests?|tested|trial)\b", clause.folded) is None


def _is_catalogued(phrases: tuple[WeaponPhrase, ...]) -> bool:
    return len({row["name"] for phrase in phrases for _, row in phrase.systems}) >= _CATALOGUE


def _is_untyped(triggers: tuple[Trigger, ...]) -> bool:
    """Whether only a system's name tells what was launched: "the Abdali, a surface-to-surface missile" says its class."""
    objects = [phrase for trigger in triggers for phrase in trigger.objects]
    return bool(objects) and all(phrase.code is None for phrase in objects)


def _flew_as(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """ "The submarine-launched ballistic missile covered …": a class more exact than "the missile", said of the one that flew."""
    plain = ("missile", "projectile", "artillery_rocket", "ballistic_missile", "space_launch", None)
    return phrase.code not in plain and clause.tags[phrase.last + 1 : phrase.last + 2] == "F"


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


def _says_more(phrase: WeaponPhrase) -> bool:
    if "mlrs" in phrase.features:
        return True
    return phrase.code not in ("missile", "projectile", "artillery_rocket") or bool(phrase.systems)


def _is_generic_definite(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """ "The Hwasong-15 can reach …": the system as such, not the missile flown."""
    following = clause.tags[phrase.last + 1 : phrase.last + 2]
    return following in ("M",) or clause.units[min(phrase.last + 1, len(clause.units) - 1)].word in (
        "is",
        "has",
        "are",
        "have",
    )


def _range_class(clause: Tagged, phrases: tuple[WeaponPhrase, ...], known: frozenset[str]) -> Iterator[Finding]:
    """ "The missile, suspected to be short-range": a modifier without a head refines the weapon in focus."""
    covered = {index for phrase in phrases for index in range(phrase.first, phrase.last + 1)}
    for index, unit in enumerate(clause.units):
        if (
            unit.tag != "a"
            or index in covered
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


@lru_cache(maxsize=2048)
def _spellings(name: str) -> dict[str, str]:
    row = next(row for row in table("world/systems.csv") if row["name"] == name)
    return {" ".join(token.word for token in tokens(fold(alias))): alias for alias in reversed(names(row))}


def printed_system(row: Row, word: str) -> str:
    """The system's name as printed, in the lexicon's spelling of it: "scuds" → "Scud", "kn 23" → "KN-23"."""
    spellings = _spellings(row["name"])
    name = spellings.get(word) or spellings.get(word.removesuffix("s")) or row["name"]
    return name.removesuffix(" launch vehicle")
