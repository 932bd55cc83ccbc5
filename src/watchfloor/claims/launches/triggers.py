"""A launch trigger: the words that tell of a launch, what was launched by whom, and whether it is told as a fact."""

from __future__ import annotations

import re

from msgspec import Struct

from watchfloor.claims.grammar.phrases import any_of, lexicon_phrases
from watchfloor.claims.grammar.units import Tagged, Unit
from watchfloor.claims.launches.realis import Realis, Voice, is_background, is_embedded, realis_of
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase
from watchfloor.lexicons import words


class Trigger(Struct, frozen=True):
    """A launch told at unit `unit`: the weapon phrases launched, the actor's country, how it is told and of what time.

    `anaphoric`: it takes up a launch already told ("the launch", "they were fired"); `embedded`: it stands below another
    clause ("six days after it fired …"); `background`: its words mark it as history.
    """

    unit: int
    voice: Voice
    objects: tuple[WeaponPhrase, ...]
    actor: str | None
    actor_unit: int | None
    realis: Realis
    background: bool
    anaphoric: bool
    embedded: bool
    test: bool
    attack: bool = False


def made(
    clause: Tagged,
    index: int,
    voice: Voice,
    objects: tuple[WeaponPhrase, ...],
    actor: tuple[str, int] | None,
    *,
    anaphoric: bool | None = None,
    test: bool = False,
    attack: bool = False,
) -> Trigger:
    unit = clause.units[index]
    anyone = any(_is_anyone(clause, phrase) for phrase in objects)
    edge = min([index, *(phrase.first for phrase in objects if phrase.compound is not None)])
    if anaphoric is None:
        known = all(p.taken_up and not p.systems for p in objects)
        anaphoric = voice == "anaphor" or (voice in ("passive", "participle", "liftoff") and bool(objects) and known)
    embedded = is_embedded(clause, edge)
    return Trigger(
        unit=index,
        voice=voice,
        objects=objects,
        actor=actor[0] if actor else None,
        actor_unit=actor[1] if actor else None,
        realis="generic"
        if anyone
        else "asserted"
        if voice == "participle" and not objects
        else realis_of(clause, index, _deed(clause, index, edge) if voice == "nominal" else edge, voice),
        background=(voice == "participle" and not objects)
        or is_background(clause, min([edge, *(p.first for p in objects)]), edge),
        anaphoric=anaphoric,
        embedded=embedded,
        test=test or verb_is(unit, "test"),
        attack=attack
        or (unit.roles.get("launch_noun") == "attack" and voice == "nominal" and not _is_of_drill(clause, index))
        or _is_strike(clause, objects)
        or _is_at_ships(clause, index, objects),
    )


def _is_of_drill(clause: Tagged, index: int) -> bool:
    """ "A live-fire drill": nobody is attacked."""
    following = clause.units[index + 1].word if index + 1 < len(clause.units) else ""
    return following in ("drill", "drills", "exercise", "exercises", "training")


def _is_anyone(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """Whether a phrase stands for launches in general: "any missile", "a record number of missiles"."""
    if any(clause.units[at].word in ("any", "every") for at in range(phrase.first, phrase.head)):
        return True
    total = lexicon_phrases("en/launches.toml", "generic", "numbers")
    return total.search(clause.folded, clause.units[phrase.first].start, clause.units[phrase.head].end) is not None


def _is_at_ships(clause: Tagged, index: int, objects: tuple[WeaponPhrase, ...]) -> bool:
    """ "Fired two missiles at a container ship": an attack, whatever it is called."""
    ships = any_of(words("en/launches.toml")["attack"]["ships"])
    aimed = rf"\b(?:at|toward|towards|against|targeting)\s+(?:[\w/'-]+\s+){{0,5}}{ships}"
    return bool(objects) and re.search(aimed, clause.folded[clause.units[index].end :][:110]) is not None


def _is_strike(clause: Tagged, objects: tuple[WeaponPhrase, ...]) -> bool:
    """ "Launched a missile strike": the object is an attack."""
    return any(
        p.compound is not None and clause.units[p.compound].roles.get("launch_noun") == "attack" for p in objects
    )


def _deed(clause: Tagged, index: int, edge: int) -> int:
    """Where the deed begins: at the light verb of "conducted a scheduled test of …", so that its adjectives plan nothing."""
    for at in range(edge - 1, max(-1, edge - 8), -1):
        if clause.units[at].has("light_verbs") and not clause.units[at].has("launch_noun"):
            return at
        if clause.tags[at] in ";,SryVF":
            break
    return edge


def verb_is(unit: Unit, flag: str) -> bool:
    return any(isinstance(verb, dict) and verb.get(flag) for verb in unit.roles.values())
