"""How many were launched: by the weapon phrase, by the launch noun, by what is counted again later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watchfloor.claims.findings import Finding
from watchfloor.claims.grammar.units import Tagged, Unit
from watchfloor.claims.launches.gapped import is_gapped
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase, stated_count
from watchfloor.lexicons import words
from watchfloor.records import Quantity

_SEVERAL = Quantity(low=2.0, high=None, unit="", bound="at_least")


def count_of(clause: Tagged, phrase: WeaponPhrase, trigger: Trigger) -> Iterator[Finding]:
    if phrase.count_unit is not None and clause.units[phrase.count_unit].word == "both" and len(trigger.objects) > 1:
        return  # "launched both Patriot missiles and Sky Bow III missiles"
    if phrase.first <= trigger.unit < phrase.head and not is_gapped(trigger):
        return  # "the test of Pulhwasal-3-31", read as one name, counts none
    if phrase.compound is not None and phrase.count is None:
        deed = clause.units[phrase.compound]
        attack = deed.roles.get("launch_noun") in ("attack", "drill")
        if deed.word.endswith("s") and not (attack or phrase.definite or clause.units[phrase.first - 1].word == "such"):
            yield _counted(clause, phrase, _SEVERAL)  # "missile launches", of which none says how many
        return
    if phrase.compound is not None and clause.units[phrase.compound].roles.get("launch_noun") in ("attack", "drill"):
        return
    if phrase.count is None and _is_acronym_in_s(clause, phrase):
        return  # "US-made ATACMS hit two sites": one or many
    if phrase.definite and phrase.count is None and not _is_one_of_its(clause, phrase, trigger):
        if _is_named_one(clause, phrase, trigger):
            yield _counted(clause, phrase, Quantity(low=1.0, high=1.0, unit=""))
        return
    following = clause.units[min(phrase.last + 1, len(clause.units) - 1)].word
    if following in ("system", "systems", "type", "types", "kind", "kinds"):
        return  # "tested a cruise missile system", "of the Dezful and Zolfaghar types"
    single = phrase.count is not None and phrase.count.low == phrase.count.high == 1
    if single and _PART_OF_THEM.search(clause.folded, 0, clause.units[phrase.first].start):
        return  # "the first, a short-range ballistic missile, lifted off": one of those fired
    if trigger.voice == "entry" and phrase.count is None and not phrase.plural:
        return  # "2024-01-28: Simorgh from Semnan" counts none
    if phrase.features == {"round"} and any("missile" in other.features for other in trigger.objects):
        return  # "a ballistic missile and hundreds of artillery rounds"
    if _is_payload(phrase):
        return  # 23 satellites are one launch
    launcher = "mlrs" in phrase.features or clause.units[phrase.head].word.split()[-1] in _launchers()
    if launcher and "round" not in phrase.features:
        return  # a launcher: not missiles to count, as "ten rounds of 240mm MRL" are
    apart = _counted_apart(clause, phrase)
    yield _counted(clause, phrase, apart or (_SEVERAL if _is_group(clause, phrase) else stated_count(phrase)))


_PART_OF_THEM = re.compile(r"\b(?:the (?:first|second|third|other|latter|former)|one|another)(?: of them| one)?, $")


def _counted_apart(clause: Tagged, phrase: WeaponPhrase) -> Quantity | None:
    """The number behind a comma: "ballistic missiles, more than a dozen in number, have been fired"."""
    number = phrase.last + 2
    if phrase.count is not None or not clause.tags.startswith(",n", phrase.last + 1):
        return None
    return _quantity(clause.units[number]) if _IN_NUMBER.match(clause.folded, clause.units[number].end) else None


_IN_NUMBER = re.compile(r" (?:in number|of them|in all|in total)\b")


def _counted(clause: Tagged, phrase: WeaponPhrase, count: Quantity) -> Finding:
    first, last = clause.units[phrase.first], clause.units[phrase.last]
    return Finding(attribute="count", value=count, start=first.start, end=last.end, unit=phrase.first)


def _behind_of(clause: Tagged, phrase: WeaponPhrase) -> bool:
    at = phrase.first - 1
    while at > 0 and clause.tags[at] in "dck'Xx" and clause.units[at].word != "of":
        at -= 1
    return at > 0 and clause.units[at].word == "of"


def _is_acronym_in_s(clause: Tagged, phrase: WeaponPhrase) -> bool:
    head = clause.units[phrase.head]
    return head.tag == "s" and head.word.endswith("s") and str(head.roles["system"]["name"]).isupper()


_FAMILIES = frozenset({"series", "family", "type", "types"})


def _is_named_one(clause: Tagged, phrase: WeaponPhrase, trigger: Trigger) -> bool:
    """ "Test-fired the Agni-V", "the H3 lifted off": one of a named system, though definite."""
    systems = {row["name"] for _, row in phrase.systems}
    if phrase.last + 1 < len(clause.units) and clause.units[phrase.last + 1].word in _FAMILIES:
        return False
    if trigger.voice != "nominal" and _behind_of(clause, phrase):
        return False  # "two test shots of the North's Musudan failed"
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


def is_one_of_those(clause: Tagged, phrase: WeaponPhrase, trigger: Trigger) -> bool:
    """ "One missile hit a school": of those told to have been fired, no count of its own."""
    landed = trigger.voice == "liftoff" and clause.units[trigger.unit].has("impact") and not trigger.background
    return landed and phrase.count is not None and phrase.count.low == 1 and phrase.demonym is None


def counted_launches(clause: Tagged, trigger: Trigger) -> Finding | None:
    """The number of launches a noun states: "two test launches of the Musudan", "30 launches were detected"."""
    if trigger.voice != "nominal" or any(phrase.compound is not None for phrase in trigger.objects):
        return None
    at = trigger.unit - 1
    while at >= 0 and trigger.unit - at <= _ADJECTIVES and clause.tags[at] in "xjaLXV":
        at -= 1
    if at < 0 or clause.tags[at] != "n" or not clause.units[trigger.unit].word.endswith("s"):
        return None
    start, end = clause.units[at].start, clause.units[trigger.unit].end
    if _OUT_OF.search(clause.folded[:start]):
        return None
    return Finding(attribute="count", value=_quantity(clause.units[at]), start=start, end=end, unit=at)


# "its second failure in three launches", "the programme has completed 15 tests": totals, not this launch
_OUT_OF = re.compile(
    r"\b(?:failure|success|time|loss|anomaly|accident) (?:in|over) (?:\w+ )?$"
    r"|\b(?:has|have) (?:\w+ )?(?:completed|undergone|achieved|flown|performed|had|seen) (?:[\w-]+ ){0,2}$"
)
_ADJECTIVES = 4  # units between a number and its launch noun: "two consecutive night test launches"


def _quantity(unit: Unit) -> Quantity:
    return Quantity(low=unit.read.low, high=unit.read.high, unit="", bound=unit.read.bound)


def counted_again(clause: Tagged, phrases: tuple[WeaponPhrase, ...]) -> Iterator[Finding]:
    """The number of those told, where they are the subject: "the two projectiles flew 380 km"."""
    phrase = next((p for p in phrases if p.first <= _SUBJECT_AT), None)
    if phrase is None or not phrase.definite or phrase.count is None or (phrase.count.low or 0) < 2 or phrase.swallowed:
        return
    armed = phrase.features & {"missile", "projectile", "rocket"}
    if armed and _DID.match(clause.tags, phrase.last + 1) is not None:
        yield _counted(clause, phrase, phrase.count)


_SUBJECT_AT = 1  # the unit a subject may begin at
_DID = re.compile(r"[xN]{0,2}(?:v[xN]{0,2})*[FV]")
