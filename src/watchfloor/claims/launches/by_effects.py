"""Launches told by what they did: "struck a depot with six missiles", "a Chinese rocket flew over …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import structs

from watchfloor.claims.grammar.phrases import any_of, lexicon_phrases
from watchfloor.claims.grammar.units import Tagged, Unit
from watchfloor.claims.launches.arguments import (
    BE,
    MEANS_REACH,
    apposed_to,
    hypothesis,
    is_passive,
    is_source,
    object_left,
    objects_right,
    subject_phrase,
)
from watchfloor.claims.launches.by_flights import ON_THE_STAND
from watchfloor.claims.launches.parties import owner_of, subject_of
from watchfloor.claims.launches.triggers import Trigger, made
from watchfloor.claims.weapons.weapon_phrases import CARRYING, WeaponPhrase
from watchfloor.lexicons import words
from watchfloor.records import Zone


def told_by_attack(clause: Tagged, index: int, unit: Unit, phrases: tuple[WeaponPhrase, ...]) -> Trigger | None:
    """ "struck a depot with six missiles", "a Russian missile hit …": attacks that name the weapon used."""
    if unit.has("attack_verb") and is_passive(clause, index):
        objects = _hit_by(clause, index, phrases)
        if objects:
            aimed = not any(u.word.startswith("target") for u in clause.units[max(0, index - 5) : index])
            return made(clause, index, "active", objects, owner_of(clause, objects[0]), attack=aimed)
    if unit.has("attack_verb"):
        means = next(
            (
                at
                for at in range(index + 1, min(len(clause.units), index + MEANS_REACH))
                if clause.units[at].word in _means()
            ),
            None,
        )
        objects = objects_right(clause, means, phrases) if means is not None else ()
        if objects and not any(tag in ";VG" for tag in clause.tags[index + 1 : means]):
            return made(clause, index, "active", objects, subject_of(clause, index), attack=True)
    if (unit.has("impact") or _is_harm(clause, index)) and not is_passive(clause, index):
        left = object_left(clause, index, phrases, passive=False) or _come_from(clause, index, phrases)
        headed = clause.sentence.zone is Zone.HEADLINE  # "Missile from Yemen hits …"
        if (
            left is not None
            and left.compound is None
            and not left.swallowed
            and not _hits_target(clause, index)
            and not _is_done_to(clause, index)
            and not _is_remains(clause, left)
            and (left.count is not None or left.demonym is not None or (left.bare and (left.plural or headed)))
        ):
            return made(clause, index, "liftoff", (left,), owner_of(clause, left))
    if unit.word in _crossing() and clause.folded[unit.end :].lstrip().startswith(
        tuple(words("en/launches.toml")["crossing"]["over"])
    ):
        left = subject_phrase(clause, index, phrases)
        if left is not None and left.compound is None and not left.swallowed and left.count is not None:
            return made(clause, index, "participle", (left,), owner_of(clause, left))
    if unit.word in _on_their_way() and any(u.word in _intercepted() for u in clause.units[max(0, index - 10) : index]):
        left = subject_phrase(clause, index, phrases)
        if left is not None and left.compound is None and not left.swallowed:
            return made(clause, index, "participle", (left,), owner_of(clause, left))
    return None


def _hit_by(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
    """ "A tanker was hit by two missiles": what struck it, new to the reader."""
    by = next((at for at in range(index + 1, min(index + 5, len(clause.units))) if clause.units[at].word == "by"), None)
    if by is None or set(clause.tags[index + 1 : by]) & set(";,VGFyr"):
        return ()
    objects = objects_right(clause, by, phrases)
    new = objects and not objects[0].definite and (objects[0].count is not None or objects[0].plural)
    return objects if new and not _is_remains(clause, objects[0]) else ()


def _is_done_to(clause: Tagged, index: int) -> bool:
    """ "Ten missiles targeted by the strikes": what befell them."""
    return clause.units[min(index + 1, len(clause.units) - 1)].word == "by"


def _come_from(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> WeaponPhrase | None:
    """What hit, where it came from between: "rockets from Gaza landed near Sderot"."""
    left = subject_phrase(clause, index, phrases)
    if left is None or left.last + 1 >= index:
        return left
    words_between = [unit.word for unit in clause.units[left.last + 1 : index]]
    perfect = len(words_between) <= 2 and words_between[0] in ("has", "have", "had")  # "missiles have struck Kyiv"
    return left if words_between[0] == "from" or perfect else None


def _is_harm(clause: Tagged, index: int) -> bool:
    """ "A missile killed two", "missiles sank the cruiser", "a missile set the tanker ablaze"."""
    if clause.units[index].word == "set":
        return _ABLAZE.match(clause.folded, clause.units[index].end) is not None
    return clause.units[index].word in _harming()


_ABLAZE = re.compile(r" [^,.;]{0,50}?\b(?:ablaze|on fire|alight)\b")


@lru_cache(maxsize=1)
def _harming() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["attack"]["harming"])


def told_by_flight(clause: Tagged, index: int, unit: Unit, phrases: tuple[WeaponPhrase, ...]) -> Trigger | None:
    """A launch told by its flight or its end: "a Chinese rocket flew over …", "a Simorgh disintegrated", "both left Kusong"."""
    leaving = unit.word == "left" and (clause.tags[index + 1 : index + 2] == "p" or _leaves_stand(clause, index))
    departing = _departure(clause, index, phrases)
    if departing is not None:
        trigger = made(clause, index, "liftoff", (departing,), owner_of(clause, departing))
        return structs.replace(trigger, background=trigger.background and unit.word != "followed")
    failing = (unit.has("flight_failure") and not is_passive(clause, index)) or (
        unit.word in _lost() and clause.units[index - 1].word in BE
    )
    habit = clause.sentence.zone is not Zone.HEADLINE and unit.word in _HABITUAL  # "Iskanders fly too low for it"
    flying = (
        not habit
        and unit.roles.get("flight") in ("fly", "land", "over")
        and unit.tag == "F"
        and not unit.word.endswith("ing")
    )
    if not (leaving or failing or flying or _into_orbit(clause, index, phrases)):
        return None
    if failing and ON_THE_STAND.match(clause.folded, unit.end):
        return None
    if failing and clause.units[min(index + 1, len(clause.units) - 1)].word == "to":
        return None
    left = subject_phrase(clause, index, phrases)
    if left is None:
        taken_up = leaving and re.search(r"q[xv]{0,2}$", clause.tags[:index]) is not None
        return made(clause, index, "anaphor", (), None) if taken_up else None
    if (
        left.swallowed
        or left.compound is not None
        or (left.features <= {"group", "missile_like", "payload"} and not left.systems)
    ):
        return None
    named = left.count is not None or left.demonym is not None or bool(left.systems)
    if left.first > 1 and (clause.tags[left.first - 1] == "i" or clause.units[left.first - 1].word in CARRYING):
        return None  # "an engine built for a sounding rocket burst", "bombers carrying missiles flew over"
    if (left.taken_up and not left.systems) or not named or _is_remains(clause, left):
        return None
    whole = apposed_to(clause, left, phrases)
    return made(clause, index, "flight", (left,), owner_of(clause, left) or owner_of(clause, whole), anaphoric=False)


_HABITUAL = frozenset(
    {"fly", "flies", "land", "lands", "travel", "travels", "pass", "passes", "cross", "crosses", "fall", "falls"}
)


def _leaves_stand(clause: Tagged, index: int) -> bool:
    """ "The missile left a silo launcher at …": it left what it stood in or on."""
    stands = words("en/launches.toml")["flight_failures"]["stands"]
    return any(unit.word.split()[-1] in stands for unit in clause.units[index + 1 : index + 5])


def _into_orbit(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> bool:
    """ "A Kuaizhou-1A rocket carried a satellite into orbit": what a launcher is said to have taken there."""
    if clause.units[index].word not in _lifting():
        return False
    left = subject_phrase(clause, index, phrases)
    launcher = left is not None and ("rocket" in left.features or left.launches_satellites)
    return launcher and _TO_SPACE.search(clause.folded[clause.units[index].end :]) is not None


@lru_cache(maxsize=1)
def _lifting() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["carried"]["up"])


@lru_cache(maxsize=1)
def _lost() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["flight_failures"]["passive"])


_TO_SPACE = re.compile(r"^[^.;]{0,90}\b(?:into|to|in|toward)\s+(?:[\w-]+\s+){0,3}(?:orbit|space)\b")


def told_by_sighting(clause: Tagged, phrases: tuple[WeaponPhrase, ...]) -> Iterator[Trigger]:
    """What observers saw come from a place: "the JCS reported two SRBMs from Jangyon", "saw a missile rise from Sunan"."""
    known = words("en/launches.toml")["sighting"]
    for phrase in phrases:
        at = phrase.first - 1
        at -= at > 0 and clause.tags[at] == "T"  # "reported on Tuesday a missile …"
        seen = at > 0 and clause.units[at].word in known["verbs"] and "N" not in clause.tags[max(0, at - 2) : at]
        if not seen or phrase.count is None or phrase.definite or phrase.swallowed or phrase.compound is not None:
            continue
        after = _QUOTED.sub("", clause.folded[clause.units[phrase.last].end :])
        if re.match(
            rf"\s*(?:(?:{any_of(known['going'])}(?: \w+){{0,2}}\s+)?from|{any_of(known['falling'])} (?:in|into|near|close|the|at|over))\b",
            after,
        ):
            yield made(clause, at, "active", (phrase,), owner_of(clause, phrase))


def told_by_fall(clause: Tagged, phrases: tuple[WeaponPhrase, ...]) -> Iterator[Trigger]:
    """What was stopped in the air: "a missile from Yemen was shot down", "a destroyer shot down one cruise missile"."""
    if lexicon_phrases("en/launches.toml", "stopped", "staged").search(clause.folded) is not None:
        return
    for match in lexicon_phrases("en/launches.toml", "stopped", "downed").finditer(clause.folded):
        at = clause.unit_at(match.start())
        last = clause.unit_at(match.end() - 1)
        if is_passive(clause, at):
            phrase = next((p for p in reversed(phrases) if p.last < at and not is_source(clause, p)), None)
        else:
            phrase = next((p for p in phrases if p.first == last + 1), None)
        if phrase is not None and _is_new_missile(phrase):
            yield made(clause, at, "flight", (phrase,), owner_of(clause, phrase), anaphoric=False)
            return


def _is_new_missile(phrase: WeaponPhrase) -> bool:
    new = phrase.count is not None and not phrase.definite and not phrase.swallowed and phrase.compound is None
    return new and "missile" in phrase.features


_QUOTED = re.compile(r"^ \"[^\"]{1,60}\"")  # "one ballistic missile "estimated to be medium-range" rise from …"


def _departure(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> WeaponPhrase | None:
    """The counted weapon that went from a place: "a further SRBM followed from Sunan", "two rounds left the Sukchon area"."""
    unit = clause.units[index]
    known = words("en/launches.toml")["leaving"]
    if unit.word not in known["verbs"]:
        return None
    at = index + 1
    while at < len(clause.units) and clause.units[at].word in known["adverbs"]:
        at += 1
    from_place = clause.units[at : at + 1] != () and clause.units[at].word in ("from", "out of")
    left = subject_phrase(clause, index, phrases)
    if not (from_place or (unit.word == "left" and clause.tags[at : at + 1] == "p")) or left is None:
        return None
    new = not left.definite or clause.tags[index - 1] == "r"  # "of the two missiles that left Jangyon on Monday"
    counted = left.count is not None and new and not left.swallowed and left.compound is None
    armed = bool(left.features & {"missile", "rocket", "projectile", "round"} or left.systems)
    return left if counted and armed and not _is_remains(clause, left) else None


def _is_remains(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """ "The casing of a missile fell on him": what is left of a weapon."""
    return any(unit.word in hypothesis("remains") for unit in clause.units[max(0, phrase.first - 3) : phrase.first])


def _hits_target(clause: Tagged, index: int) -> bool:
    """ "hit its target": a success of a test, not an attack."""
    after = clause.units[index + 1 : index + 6]
    at = next((k for k, unit in enumerate(after[:4]) if unit.word.startswith("target")), None)
    if at is None:
        return False
    following = after[at + 1].word if at + 1 < len(after) else ""
    return not (
        after[at].word == "targets" and following in ("across", "in", "around", "throughout", "near", "inside", "on")
    )


@lru_cache(maxsize=1)
def _on_their_way() -> frozenset[str]:
    """ "Intercepted two missiles aimed at Abu Dhabi": words for the flight of what was stopped."""
    return frozenset(words("en/launches.toml")["stopped"]["flight"])


@lru_cache(maxsize=1)
def _crossing() -> frozenset[str]:
    """ "Eight projectiles were identified crossing from Lebanon": words for coming over a border."""
    return frozenset(words("en/launches.toml")["crossing"]["verbs"])


@lru_cache(maxsize=1)
def _intercepted() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["stopped"]["verbs"])


@lru_cache(maxsize=1)
def _means() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["attack"]["means"])
