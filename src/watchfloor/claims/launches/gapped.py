"""Launches told by a verb that stands once: "fired one from Taechon on Sept. 25, and two more from Sunan on Sept. 28"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase

_REACH = 24  # units between one missile and the next of a list, each with its place and day
# the day behind a missile, places and adverbs between: "two from the Sunan area, Pyongyang, on Sept. 28"
_ITS_DAY = re.compile(r"[^T;.VFGByrS&]{0,12}T")


def gapped_deeds(clause: Tagged, trigger: Trigger, phrases: tuple[WeaponPhrase, ...]) -> Iterator[Trigger]:
    """The further deeds of an active verb, each with its own weapon and day: the weapon's first unit stands for the verb."""
    if trigger.voice != "active" or not trigger.objects or not trigger.objects[0].first > trigger.unit:
        return
    edge = trigger.objects[-1].last
    for phrase in phrases:
        if phrase.first <= edge or phrase.swallowed or phrase.compound is not None:
            continue
        if not _goes_on(clause, edge, phrase):
            return
        yield structs.replace(trigger, unit=phrase.first, objects=(phrase,), anaphoric=False)
        edge = phrase.last


def is_gapped(trigger: Trigger) -> bool:
    """Whether the verb that tells a deed stands once, before another: its subject is that one's."""
    return bool(trigger.objects) and trigger.objects[0].first == trigger.unit


def _goes_on(clause: Tagged, edge: int, phrase: WeaponPhrase) -> bool:
    """Whether a weapon phrase goes on a list whose last one has its day already, and has one of its own."""
    between = clause.tags[edge + 1 : phrase.first]
    if phrase.first - edge > _REACH or set(between) & set(";:.VFGByrSMNv") or phrase.count is None or phrase.taken_up:
        return False
    dated = any(_is_day(clause, at) for at in range(edge + 1, phrase.first))
    joined = between.rstrip("Td")[-1:] in ("&", ",")
    if not dated or not joined:
        return False
    if _is_day(clause, phrase.first - 1) and between.rstrip("T").endswith("&"):
        return True  # "on Jan. 5 it fired two missiles and on Jan. 14 a third one"
    behind = _ITS_DAY.match(clause.tags, phrase.last + 1)
    return behind is not None and _is_day(clause, behind.end() - 1)


def _is_day(clause: Tagged, at: int) -> bool:
    return clause.tags[at] == "T" and clause.units[at].read.has_day
