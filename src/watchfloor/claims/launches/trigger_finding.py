"""The launch triggers of a sentence: what its verbs, nouns, attacks and flights tell of launches."""

from __future__ import annotations

from msgspec import structs

from watchfloor.claims.grammar.units import NO_VERBS, Tagged, Unit
from watchfloor.claims.launches.by_effects import told_by_attack, told_by_fall, told_by_flight, told_by_sighting
from watchfloor.claims.launches.by_flights import told_by_launcher
from watchfloor.claims.launches.by_nouns import told_by_noun
from watchfloor.claims.launches.by_verbs import told_by_past, told_by_verb
from watchfloor.claims.launches.gapped import gapped_deeds
from watchfloor.claims.launches.parties import SUBJECT_REACH
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase, is_defence
from watchfloor.lexicons import words


def find_triggers(clause: Tagged, phrases: tuple[WeaponPhrase, ...], *, home: str | None = None) -> tuple[Trigger, ...]:
    """The launch triggers of a sentence, left to right, planned and denied ones included and marked as such.

    `home`: the country the report is written from, whose army a bare "the Army" is.
    """
    found: list[Trigger] = []
    taken: set[int] = set()
    for index, unit in enumerate(clause.units):
        if index in taken or unit.tag in NO_VERBS:
            continue
        trigger = _trigger_at(clause, index, unit, phrases) if unit.tag in "VGBL" else None
        trigger = (
            trigger
            or told_by_attack(clause, index, unit, phrases)
            or told_by_flight(clause, index, unit, phrases)
            or told_by_launcher(clause, index, unit, phrases)
        )
        if trigger is not None and trigger.objects and all(is_defence(clause, phrase) for phrase in trigger.objects):
            continue  # "Iron Dome fired in one of these cases"
        if trigger is not None:
            if trigger.actor is None and home is not None and (army := _own_army(clause, trigger, home)) is not None:
                trigger = structs.replace(trigger, actor=home, actor_unit=army)
            if trigger.actor is None and (foe := _foe(clause, trigger, home or _teller(clause))) is not None:
                trigger = structs.replace(trigger, actor=foe[0], actor_unit=foe[1])
            found += [trigger, *gapped_deeds(clause, trigger, phrases)]
            taken.update(phrase.compound for phrase in trigger.objects if phrase.compound is not None)
    if not any(trigger.objects for trigger in found):
        found.extend(told_by_sighting(clause, phrases))
    if not any(trigger.objects for trigger in found):
        found.extend(told_by_fall(clause, phrases))
    return tuple(found)


def _own_army(clause: Tagged, trigger: Trigger, home: str) -> int | None:
    """The unit of a bare agency that is the subject: "The Army on Monday conducted a training launch"."""
    if trigger.voice not in ("active", "nominal"):
        return None
    for at in range(trigger.unit - 1, max(-1, trigger.unit - 1 - SUBJECT_REACH), -1):
        if clause.tags[at] in ";:yrS":
            return None
        unit = clause.units[at]
        if unit.tag == "b" and any(
            row["country"] == home and row["kind"] == "military" for row in unit.roles["bare_agency"]
        ):
            return at
    return None


def _teller(clause: Tagged) -> str | None:
    """The country at war whose agency speaks in a report from nowhere: "The enemy fired …, Ukraine's Air Force said"."""
    foes = words("en/launches.toml")["foes"]
    named = (unit.roles["agency"]["country"] for unit in clause.units if unit.tag == "g")
    return next((country for country in named if country in foes), None)


def _foe(clause: Tagged, trigger: Trigger, home: str | None) -> tuple[str, int] | None:
    """The adversary a country at war only calls so: "the enemy launched three Kalibrs", told from Kyiv, is Russia."""
    foe = words("en/launches.toml")["foes"].get(home or "")
    if foe is None or trigger.voice not in ("active", "nominal"):
        return None
    for at in range(trigger.unit - 1, max(-1, trigger.unit - 1 - SUBJECT_REACH), -1):
        if clause.tags[at] in ";:yrS":
            return None
        if clause.units[at].word in foe["words"]:
            return str(foe["country"]), at
    return None


def _trigger_at(clause: Tagged, index: int, unit: Unit, phrases: tuple[WeaponPhrase, ...]) -> Trigger | None:
    if unit.tag == "V":
        return told_by_past(clause, index, unit, phrases)
    if unit.tag in "GB" or unit.word in words("en/launches.toml")["intransitive"]["bare"]:
        return told_by_verb(clause, index, unit, phrases) or told_by_noun(clause, index, unit, phrases)
    return told_by_noun(clause, index, unit, phrases)
