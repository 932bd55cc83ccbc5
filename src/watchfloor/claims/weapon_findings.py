"""What the weapon phrases of a sentence claim: how many were launched, of which class and system, and how surely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from watchfloor.claims.findings import Finding, hedge_before, hedge_inside
from watchfloor.claims.gapped import is_gapped
from watchfloor.claims.triggers import Trigger
from watchfloor.claims.units import Tagged
from watchfloor.claims.vocabulary import fold, spelled, tokens
from watchfloor.claims.weapons import WeaponPhrase, stated_count
from watchfloor.lexicons import Row, names, table, words
from watchfloor.records import Hedge, Quantity

_SEVERAL = Quantity(low=2.0, high=None, unit="", bound="at_least")


def launched_weapons(clause: Tagged, trigger: Trigger, *, told: bool) -> Iterator[Finding]:
    """Count, class and system of what a trigger launched. `told`: a launch was told before, which "the missile" takes up."""
    for phrase in trigger.objects:
        taken_up = phrase.taken_up and phrase.count is None and not phrase.systems
        if not (taken_up and trigger.voice in ("passive", "participle", "liftoff")):
            yield from _count(clause, phrase, trigger)
        known = taken_up and (told or "missile" not in phrase.features)
        known = known and (trigger.voice != "active" or phrase.code in ("missile", "projectile"))
        yield from kind_of(clause, phrase, anaphoric=known)


def _count(clause: Tagged, phrase: WeaponPhrase, trigger: Trigger) -> Iterator[Finding]:
    if phrase.first <= trigger.unit < phrase.head and not is_gapped(trigger):
        return  # "the test of Pulhwasal-3-31", read as one name, counts none
    if phrase.compound is not None and phrase.count is None:
        deed = clause.units[phrase.compound]
        attack = deed.roles.get("launch_noun") in ("attack", "drill")
        if deed.word.endswith("s") and not (attack or phrase.definite or clause.units[phrase.first - 1].word == "such"):
            yield _counted(clause, phrase, _SEVERAL)  # "missile launches", of which none says how many
        return
    if (counted := _number_of_deeds(clause, phrase, trigger)) is not None:
        yield counted
        return
    if phrase.compound is not None and clause.units[phrase.compound].roles.get("launch_noun") in ("attack", "drill"):
        return
    if phrase.definite and phrase.count is None and not _is_one_of_its(clause, phrase, trigger):
        if _is_named_one(clause, phrase, trigger):
            yield _counted(clause, phrase, Quantity(low=1.0, high=1.0, unit=""))
        return
    if clause.units[min(phrase.last + 1, len(clause.units) - 1)].word in ("system", "systems"):
        return  # "tested a cruise missile system"
    if trigger.voice == "entry" and phrase.count is None and not phrase.plural:
        return  # "2024-01-28: Simorgh from Semnan" counts none
    if _is_payload(phrase):
        return  # 23 satellites are one launch
    launcher = "mlrs" in phrase.features or clause.units[phrase.head].word.split()[-1] in _launchers()
    if launcher and "round" not in phrase.features:
        return  # a launcher: not missiles to count, as "ten rounds of 240mm MRL" are
    yield _counted(clause, phrase, _SEVERAL if _is_group(clause, phrase) else stated_count(phrase))


def _number_of_deeds(clause: Tagged, phrase: WeaponPhrase, trigger: Trigger) -> Finding | None:
    """How many flew where the launches are counted: "four successful test flights of Trident II D5 missiles"."""
    if trigger.voice != "nominal" or phrase.count is not None or not clause.units[trigger.unit].word.endswith("s"):
        return None
    at = trigger.unit - 1
    while at > 0 and clause.tags[at] in "jaxLXV" and trigger.unit - at < _DEED_ADJECTIVES:
        at -= 1
    unit = clause.units[at]
    if unit.tag != "n":
        return None
    count = Quantity(low=unit.read.low, high=unit.read.high, unit="", bound=unit.read.bound)
    return Finding(attribute="count", value=count, start=unit.start, end=clause.units[trigger.unit].end, unit=at)


_DEED_ADJECTIVES = 4  # "four successful unarmed flight tests"


def _counted(clause: Tagged, phrase: WeaponPhrase, count: Quantity) -> Finding:
    first, last = clause.units[phrase.first], clause.units[phrase.last]
    return Finding(attribute="count", value=count, start=first.start, end=last.end, unit=phrase.first)


def _is_named_one(clause: Tagged, phrase: WeaponPhrase, trigger: Trigger) -> bool:
    """ "Test-fired the Agni-V", "the H3 lifted off": one of a named system, though definite."""
    systems = {row["name"] for _, row in phrase.systems}
    if phrase.last + 1 < len(clause.units) and clause.units[phrase.last + 1].word in ("series", "family"):
        return False
    rocket = "payload" not in phrase.features and "mlrs" not in phrase.features and "group" not in phrase.features
    return (
        len(systems) == 1
        and rocket
        and not phrase.plural
        and phrase.compound is None
        and trigger.voice not in ("entry", "participle")
    )


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


def kind_of(
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
    for index, row in phrase.systems if not _is_only_payload(phrase) else ():
        if row["name"] not in seen:
            seen.add(row["name"])
            yield Finding(
                attribute="system",
                value=_first_name(clause, row),
                start=units[index].start,
                end=units[index].end,
                unit=index,
                hedge=hedge,
                polarity=polarity,
            )


def _is_only_payload(phrase: WeaponPhrase) -> bool:
    """ "The Noor-3 satellite": named like the Noor missile, and none."""
    return "payload" in phrase.features and not phrase.launches_satellites


def _first_name(clause: Tagged, row: Row) -> str:
    """The one name for a system that a sentence names twice: "the KN-11, also known as Pukguksong-1" is KN-11.

    The lexicon's own name goes before another: "Kh-47M2 Kinzhal" is Kinzhal.
    """
    printed = [
        printed_system(row, unit.word)
        for unit in clause.units
        if unit.tag == "s" and unit.roles["system"]["name"] == row["name"]
    ]
    return row["name"] if row["name"] in printed else printed[0]


@lru_cache(maxsize=2048)
def _spellings(name: str) -> dict[str, str]:
    row = next(row for row in table("world/systems.csv") if row["name"] == name)
    return {
        " ".join(token.word for token in tokens(fold(spelling))): _plain_name(alias, name)
        for alias in reversed(names(row))
        for spelling in spelled(alias)
    }


def _plain_name(alias: str, name: str) -> str:
    """A name without the words that only say what it is: "Abdali Weapon System" is Abdali, "600mm rocket launcher" 600mm MLRS."""
    if alias == name:
        return name
    calibre = _CALIBRE.match(alias)
    return f"{calibre.group(1)}mm MLRS" if calibre is not None else _DESCRIPTION.sub("", alias)


_CALIBRE = re.compile(r"(\d+)[ -]?mm .*(?:launch|MLRS)")
_DESCRIPTION = re.compile(r" (?:hypersonic|launch vehicle|weapon system|missile system|system|missile|rocket)$", re.I)


def printed_system(row: Row, word: str) -> str:
    """The system's name as printed, in the lexicon's spelling of it: "scuds" → "Scud", "kn 23" → "KN-23"."""
    spellings = _spellings(row["name"])
    return spellings.get(word) or spellings.get(word.removesuffix("s")) or row["name"]
