"""Launches told by a verb: "fired two missiles", "was test-fired", "North Korea fires missile", "lifted off"."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import structs

from watchfloor.claims.grammar.phrases import any_of
from watchfloor.claims.grammar.units import Tagged, Unit
from watchfloor.claims.launches.arguments import (
    MEANS_REACH,
    hypothesis,
    is_passive,
    joined_before,
    listed_before,
    object_left,
    objects_right,
    relative_object,
    subject_phrase,
)
from watchfloor.claims.launches.by_flights import told_by_launcher
from watchfloor.claims.launches.parties import agent_of, owner_of, subject_of, user_of, vessel_owner_of
from watchfloor.claims.launches.realis import Voice
from watchfloor.claims.launches.triggers import Trigger, made, verb_is
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase
from watchfloor.lexicons import words


def told_by_past(clause: Tagged, index: int, unit: Unit, phrases: tuple[WeaponPhrase, ...]) -> Trigger | None:
    if unit.word == "shot" and clause.units[min(index + 1, len(clause.units) - 1)].word == "down":
        return None
    if _fires_engines().match(clause.folded, unit.end):
        return None
    passive = is_passive(clause, index)
    if not passive and (_is_used_for(clause, index) or _has_used_its(clause, index)):
        return None
    if not passive and _follows_type_noun(clause, index) and not verb_is(unit, "weak"):
        return made(clause, index, "participle", (), agent_of(clause, index))
    if not passive:
        objects = objects_right(clause, index, phrases) if unit.has("launch_past") else ()
        if objects and _suits(clause, unit, objects):
            rocket = _launcher_before(clause, index, objects, phrases)
            actor = subject_of(clause, index) or (owner_of(clause, rocket[0]) if rocket else None)
            return made(clause, index, "active", (*rocket, *objects), actor)
        if (named := _type_repeated(clause, index)) is not None:
            actor = subject_of(clause, index)
            actor = actor if actor is not None and actor[1] > named else None
            return structs.replace(made(clause, index, "participle", (), actor), embedded=True)
        if _takes_it(clause, index):
            return made(clause, index, "anaphor", (), subject_of(clause, index))
        relative = relative_object(clause, index, phrases)
        if relative is not None and _suits(clause, unit, (relative,)):
            return made(
                clause,
                index,
                "active",
                (*listed_before(clause, relative, phrases), relative),
                subject_of(clause, index),
                anaphoric=relative.taken_up and relative.count is None,
            )
    left = object_left(clause, index, phrases, passive)
    carrier = _carrier_right(clause, index, phrases) if left is None or "payload" in left.features else ()
    if carrier and _lemma(unit) in ("launch", "send", "send up", "loft", "put", "liftoff"):
        actor = (agent_of(clause, index) if passive else subject_of(clause, index)) or owner_of(clause, carrier[0])
        return made(clause, index, "passive" if passive else "active", carrier, actor)
    if left is not None and _suits(clause, unit, (left,)) and _may_be_participle(clause, index, passive, left):
        voice: Voice = "liftoff" if unit.has("liftoff_past") and not passive else "passive" if passive else "participle"
        actor = (
            agent_of(clause, index, of_participle=not passive)
            or owner_of(clause, left)
            or user_of(clause, left)
            or vessel_owner_of(clause, index)
        )
        return made(clause, index, voice, (*joined_before(clause, left, phrases), left), actor)
    if unit.has("liftoff_past") and not unit.has("launch_past") and index > 0 and not passive:
        return told_by_launcher(clause, index, unit, phrases) or made(clause, index, "anaphor", (), None)
    if passive and clause.tags[:index].rstrip("vNxSj").endswith("q") and not verb_is(unit, "weak"):
        return made(clause, index, "anaphor", (), agent_of(clause, index))
    return None


@lru_cache(maxsize=1)
def _fires_engines() -> re.Pattern[str]:
    """ "The rocket fired its seven BE-4 engines": what it fires on the ground."""
    others = any_of(words("en/launches.toml")["other_objects"]["words"])
    return re.compile(rf"\s+(?:up\s+)?(?:its|their|the|all|\w+ of its)\s+(?:[\w-]+\s+){{0,4}}{others}")


def _launcher_before(
    clause: Tagged, index: int, objects: tuple[WeaponPhrase, ...], phrases: tuple[WeaponPhrase, ...]
) -> tuple[WeaponPhrase, ...]:
    """The rocket that is the subject where satellites are the object: "a Ceres-1 rocket launched four satellites"."""
    if not all("payload" in phrase.features for phrase in objects):
        return ()
    left = subject_phrase(clause, index, phrases)
    flown = left is not None and not left.swallowed and ("rocket" in left.features or left.launches_satellites)
    return (left,) if left is not None and flown else ()


def _takes_it(clause: Tagged, index: int) -> bool:
    """ "A mobile launcher fired it at dawn": the object is what was told before."""
    following = clause.units[index + 1].word if index + 1 < len(clause.units) else ""
    return following in ("it", "them") and not verb_is(clause.units[index], "weak")


def _carrier_right(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
    """The rocket something was sent up by: "the Chamran-1 was launched … using the Qaem 100", "aboard a Long March 2D"."""
    for at in range(index + 1, min(len(clause.units), index + MEANS_REACH)):
        if clause.tags[at] in ";VyF" and at > index + 1:
            return ()
        if clause.units[at].word in words("en/launches.toml")["carried"]["by"]:
            phrase = next((p for p in phrases if p.first > at and p.first - at <= 4), None)
            if phrase is not None and ("orbital" in phrase.features or phrase.launches_satellites):
                return (phrase,)
    return ()


def _describes(clause: Tagged, index: int) -> bool:
    """ "The JL-3, launched from submarines": a property of the weapon, not a launch of it."""
    after = clause.folded[clause.units[index].end :]
    return re.match(rf"\s+from\s+{any_of(hypothesis('carriers'))}\s*(?:[,.;)]|$)", after) is not None


def _may_be_participle(clause: Tagged, index: int, passive: bool, left: WeaponPhrase) -> bool:
    """ "missiles tested" alone is too weak to tell a launch; "missiles fired", "was tested" are not."""
    unit = clause.units[index]
    return passive or (not verb_is(unit, "weak") and left.compound is None and not _describes(clause, index))


def _follows_type_noun(clause: Tagged, index: int) -> bool:
    """ "the same type fired on …", "the one launched in …": a launch of a weapon named elsewhere."""
    return index > 0 and clause.units[index - 1].word in ("type", "one", "ones", "kind", "model", "version", "variant")


def _type_repeated(clause: Tagged, index: int) -> int | None:
    """ "The same model it tested on July 3", "the type that the North fired in May": an earlier launch of the same weapon."""
    at = index - 1
    while at >= 0 and index - at <= _SUBJECT and clause.tags[at] in "ckqgrvxT":
        at -= 1
    named = index - at > 1 and clause.units[at].word in _TYPES
    same = named and any(clause.units[k].word in ("same", "one") for k in range(max(0, at - 2), at + 1))
    return at if same else None


_SUBJECT = 5  # units of a subject, its auxiliary and adverb: "that North Korea had first"
_TYPES = frozenset({"type", "one", "kind", "model", "version", "variant", "missile", "weapon", "rocket", "design"})


def told_by_verb(clause: Tagged, index: int, unit: Unit, phrases: tuple[WeaponPhrase, ...]) -> Trigger | None:
    """A gerund or base form as a verb with its object: "firing two missiles", "North Korea fires missile", "to launch a …"."""
    if (unit.has("liftoff_present") and not unit.has("launch_base")) or unit.has("liftoff_gerund"):
        left = object_left(clause, index, phrases, passive=False)
        if left is not None:
            return made(clause, index, "liftoff", (left,), owner_of(clause, left))
    if unit.has("liftoff_gerund") and not unit.has("launch_gerund"):
        return None  # "shortly after taking off, with a Spanish satellite on board"
    if unit.word in words("en/launches.toml")["intransitive"]["bare"] and _comes_from(clause, index):
        left = object_left(clause, index, phrases, passive=False)
        if left is not None:
            return made(clause, index, "liftoff", (left,), owner_of(clause, left))
    objects = objects_right(clause, index, phrases)
    of = clause.units[index + 1].word == "of" if index + 1 < len(clause.units) else False
    if of or not objects or not _suits(clause, unit, objects) or _is_noun_here(clause, index, unit):
        return None
    if unit.has("launch_third") and index and clause.units[index - 1].word.split()[-1] in _firing_things():
        return None  # "the system fires Tamir interceptors": what it is for
    return made(clause, index, "active", objects, subject_of(clause, index))


def _is_used_for(clause: Tagged, index: int) -> bool:
    """ "Struck a launcher used in the barrage": what was used is no missile."""
    following = clause.units[min(index + 1, len(clause.units) - 1)].word
    return _lemma(clause.units[index]) == "use" and following in ("in", "for", "during", "as", "to")


def _has_used_its(clause: Tagged, index: int) -> bool:
    """ "It has used the rockets to strike depots": a habit of a known weapon, no launch."""
    unit = clause.units[index]
    perfect = _lemma(unit) == "use" and clause.units[index - 1].word in ("has", "have", "been")
    return perfect and _KNOWN_TO_STRIKE.match(clause.folded, unit.end) is not None


_KNOWN_TO_STRIKE = re.compile(r" (?:them|(?:the|their|these|those|such) (?:[\w-]+ ){1,4}?)(?:to|for|against) ")


def _comes_from(clause: Tagged, index: int) -> bool:
    return index + 1 < len(clause.units) and clause.units[index + 1].word == "from"


def _is_noun_here(clause: Tagged, index: int, unit: Unit) -> bool:
    """Whether the form is the noun: behind a determiner, number, adjective or weapon word ("a test …", "missile launch …")."""
    if index == 0:
        return False
    left = clause.units[index - 1]
    if left.tag in "dnawj" or (left.tag == "'" and unit.tag == "B"):
        return True
    return unit.tag == "G" and left.tag == "'"


def _suits(clause: Tagged, unit: Unit, objects: tuple[WeaponPhrase, ...]) -> bool:
    """Whether the verb and what it takes make a launch: a test of "weapons" does not, nor does sending a satellite a signal."""
    features = frozenset().union(*(phrase.features for phrase in objects))
    named = any(phrase.systems for phrase in objects)
    if features <= {"round", "group"}:
        if (
            features == {"group"}
            and _AT_A_PLACE.match(clause.tags, objects[-1].last + 1)
            and _is_aimed(clause, objects[-1])
        ):
            return True  # "fired a barrage at Tel Aviv"
        return named or "mlrs" in frozenset().union(*(p.features for p in objects), _fired_by(clause, objects))
    if features <= {"guided", "missile_like", "group"} and not named:
        return "missile_like" in features and not verb_is(unit, "weak") and "guided" in features | _lemma_features(unit)
    if "payload" in features and not features & {"missile", "rocket"}:
        if _NOT_FROM_EARTH.search(clause.folded) is not None:
            return False
        return _lemma(unit) in ("launch", "send", "send up", "loft", "orbit", "liftoff", "test-launch", "put") and (
            "orbital" in features or named
        )
    if _lemma(unit) == "use":
        return bool(features & {"rocket", "missile", "rockets"}) and (_is_use_in_attack(clause) or _is_many(objects))
    if _lemma(unit) == "send up":
        return bool(features & {"rocket", "missile", "projectile"}) or "orbital" in features
    if _lemma(unit) == "put":
        return "payload" in features and _SENT_OUT.search(clause.folded) is not None
    if _lemma(unit) in ("send", "loft", "orbit", "rain", "pump"):
        return bool(features & {"rocket", "missile", "projectile", "payload"}) and _lemma(unit) != "orbit"
    return True


_SENT_OUT = re.compile(r"\borbit|\binto space\b|\bon (?:its|their|a) (?:way|path|course|trajectory)\b")


def _is_aimed(clause: Tagged, phrase: WeaponPhrase) -> bool:
    return clause.units[phrase.last + 1].word in ("at", "toward", "towards", "into", "on")


_AT_A_PLACE = re.compile(r"i[dx]?[pc]")
_NOT_FROM_EARTH = re.compile(r"\bspacewalk|\bby hand\b|\bfrom the (?:international )?space station\b|\bfrom the iss\b")


def _fired_by(clause: Tagged, objects: tuple[WeaponPhrase, ...]) -> frozenset[str]:
    """What rounds were fired from or by: "10 rounds from a 240mm multiple rocket launcher" were rockets."""
    after = clause.units[objects[-1].last + 1 : objects[-1].last + 8] if objects else ()
    launcher = any(
        unit.word.split()[-1] in _launchers() or "mlrs" in unit.roles.get("weapon_head", ()) for unit in after
    )
    return frozenset({"mlrs"}) if launcher else frozenset()


def _is_many(objects: tuple[WeaponPhrase, ...]) -> bool:
    """ "Russia used 31 missiles": what is counted was fired; "uses missiles", "used a missile" may be of anything."""
    return any(phrase.count is not None and (phrase.count.low or 0) >= 2 for phrase in objects)


@lru_cache(maxsize=1)
def _launchers() -> frozenset[str]:
    return frozenset(words("en/weapons.toml")["launchers"]["words"])


@lru_cache(maxsize=1)
def _firing_things() -> frozenset[str]:
    return frozenset(words("en/weapons.toml")["launchers"]["things"])


def _is_use_in_attack(clause: Tagged) -> bool:
    attack = words("en/launches.toml")["attack"]
    occasion = rf"\b(?:in|during) (?:the|an|its|this|that|a) (?:[\w.]+ ){{0,3}}{any_of(attack['used_in'])}"
    return re.search(rf"{any_of(attack['used_for'])}|{occasion}", clause.folded) is not None


def _lemma_features(unit: Unit) -> frozenset[str]:
    return frozenset({"guided"}) if _lemma(unit) in ("test-fire", "test-launch", "fire", "launch") else frozenset()


def _lemma(unit: Unit) -> str:
    for role, payload in unit.roles.items():
        if role.startswith("launch_") and isinstance(payload, dict):
            return str(payload["lemma"])
    return "liftoff" if any(role.startswith("liftoff") for role in unit.roles) else ""
