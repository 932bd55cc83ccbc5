"""Launch triggers: the words that tell of a launch, who launched what by them, and whether it is told as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct, structs

from watchfloor.claims.phrases import Phrases, any_of, lexicon_phrases
from watchfloor.claims.units import Tagged, Unit
from watchfloor.claims.weapons import WeaponPhrase
from watchfloor.lexicons import words

Realis = Literal["asserted", "irrealis", "denied", "generic"]
Voice = Literal["active", "passive", "participle", "liftoff", "nominal", "anaphor", "flight"]

_OBJECT_REACH = (
    16  # units between a launch verb and its object: "fired, from Sunan on Friday, what appeared to be two …"
)
_MEANS_REACH = (
    32  # units between an attack and its weapon: "attacked what they called … late on Monday with 11 missiles"
)
_SUBJECT_REACH = 14
_REALIS_REACH = 8
_DRONE_REACH = 4  # words of a drone's name: "Shahed-type one-way attack drones"
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


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


def find_triggers(clause: Tagged, phrases: tuple[WeaponPhrase, ...], *, home: str | None = None) -> tuple[Trigger, ...]:
    """The launch triggers of a sentence, left to right, planned and denied ones included and marked as such.

    `home`: the country the report is written from, whose army a bare "the Army" is.
    """
    found: list[Trigger] = []
    taken: set[int] = set()
    for index, unit in enumerate(clause.units):
        if index in taken:
            continue
        trigger = _trigger_at(clause, index, unit, phrases) if unit.tag in "VGBL" else None
        trigger = trigger or _attack_at(clause, index, unit, phrases) or _flight_at(clause, index, unit, phrases)
        if trigger is not None:
            if trigger.actor is None and home is not None and (army := _own_army(clause, trigger, home)) is not None:
                trigger = structs.replace(trigger, actor=home, actor_unit=army)
            found.append(trigger)
            taken.update(phrase.compound for phrase in trigger.objects if phrase.compound is not None)
    return tuple(found)


def _own_army(clause: Tagged, trigger: Trigger, home: str) -> int | None:
    """The unit of a bare agency that is the subject: "The Army on Monday conducted a training launch"."""
    if trigger.voice not in ("active", "nominal"):
        return None
    for at in range(trigger.unit - 1, max(-1, trigger.unit - 1 - _SUBJECT_REACH), -1):
        if clause.tags[at] in ";:yrS":
            return None
        unit = clause.units[at]
        if unit.tag == "b" and any(
            row["country"] == home and row["kind"] == "military" for row in unit.roles["bare_agency"]
        ):
            return at
    return None


def _trigger_at(clause: Tagged, index: int, unit: Unit, phrases: tuple[WeaponPhrase, ...]) -> Trigger | None:
    if unit.tag == "V":
        return _past(clause, index, unit, phrases)
    if unit.tag in "GB":
        return _verbal(clause, index, unit, phrases) or _nominal(clause, index, unit, phrases)
    return _nominal(clause, index, unit, phrases)


def _attack_at(clause: Tagged, index: int, unit: Unit, phrases: tuple[WeaponPhrase, ...]) -> Trigger | None:
    """ "struck a depot with six missiles", "a Russian missile hit …": attacks that name the weapon used."""
    if unit.has("attack_verb"):
        means = next(
            (
                at
                for at in range(index + 1, min(len(clause.units), index + _MEANS_REACH))
                if clause.units[at].word in _means()
            ),
            None,
        )
        objects = objects_right(clause, means, phrases) if means is not None else ()
        if objects and not any(tag in ";VG" for tag in clause.tags[index + 1 : means]):
            return _made(clause, index, "active", objects, _subject(clause, index), attack=True)
    if unit.has("impact") and not _is_passive(clause, index):
        left = _object_left(clause, index, phrases, passive=False)
        if (
            left is not None
            and left.compound is None
            and not _hits_target(clause, index)
            and not _is_remains(clause, left)
            and (left.count is not None or left.demonym is not None or (left.bare and left.plural))
        ):
            return _made(clause, index, "liftoff", (left,), _owner(clause, left))
    return None


def _flight_at(clause: Tagged, index: int, unit: Unit, phrases: tuple[WeaponPhrase, ...]) -> Trigger | None:
    """A launch told by its flight or its end: "a Chinese rocket flew over …", "a Simorgh disintegrated", "both left Kusong"."""
    leaving = unit.word == "left" and clause.tags[index + 1 : index + 2] == "p"
    failing = (unit.has("flight_failure") and not _is_passive(clause, index)) or (
        unit.word in words(_LAUNCHES)["flight_failures"]["passive"] and clause.units[index - 1].word in _BE
    )
    flying = unit.roles.get("flight") in ("fly", "land", "over") and unit.tag == "F" and not unit.word.endswith("ing")
    if not (leaving or failing or flying):
        return None
    if failing and clause.units[min(index + 1, len(clause.units) - 1)].word == "to":
        return None
    left = _subject_phrase(clause, index, phrases)
    if left is None:
        taken_up = leaving and re.search(r"q[xv]{0,2}$", clause.tags[:index]) is not None
        return _made(clause, index, "anaphor", (), None) if taken_up else None
    if (
        left.swallowed
        or left.compound is not None
        or (left.features <= {"group", "missile_like", "payload"} and not left.systems)
    ):
        return None
    named = left.count is not None or left.demonym is not None or bool(left.systems)
    if left.first > 1 and clause.tags[left.first - 1] == "i":
        return None  # "an engine built for a sounding rocket burst"
    if (left.taken_up and not left.systems) or not named or _is_remains(clause, left):
        return None
    whole = _apposed_to(clause, left, phrases)
    return _made(clause, index, "flight", (left,), _owner(clause, left) or _owner(clause, whole), anaphoric=False)


def _subject_phrase(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> WeaponPhrase | None:
    """The weapon phrase right before a verb, adverbs, auxiliaries and a relative pronoun between them."""
    for phrase in reversed(phrases):
        if phrase.last < index:
            bare = re.fullmatch(r",?[xvr]{0,3}|r?v?x[Xnps]{1,4}v{0,2}", clause.tags[phrase.last + 1 : index])
            return phrase if bare else None
    return None


def _is_remains(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """ "The casing of a missile fell on him": what is left of a weapon."""
    return any(unit.word in _hypothesis("remains") for unit in clause.units[max(0, phrase.first - 3) : phrase.first])


def _hits_target(clause: Tagged, index: int) -> bool:
    """ "hit its target": a success of a test, not an attack."""
    return any(unit.word.startswith("target") for unit in clause.units[index + 1 : index + 5])


# --- verbs ---------------------------------------------------------------------------------------------------------------


def _past(clause: Tagged, index: int, unit: Unit, phrases: tuple[WeaponPhrase, ...]) -> Trigger | None:
    passive = _is_passive(clause, index)
    if not passive and _follows_type_noun(clause, index) and not _verb_is(unit, "weak"):
        return _made(clause, index, "participle", (), _agent(clause, index))
    if not passive:
        objects = objects_right(clause, index, phrases)
        if objects and _suits(clause, unit, objects):
            return _made(clause, index, "active", objects, _subject(clause, index))
        relative = _relative_object(clause, index, phrases)
        if relative is not None and _suits(clause, unit, (relative,)):
            return _made(
                clause,
                index,
                "active",
                (relative,),
                _subject(clause, index),
                anaphoric=relative.taken_up and relative.count is None,
            )
    left = _object_left(clause, index, phrases, passive)
    carrier = _carrier_right(clause, index, phrases) if left is None or "payload" in left.features else ()
    if carrier and _lemma(unit) in ("launch", "send", "send up", "loft", "put"):
        actor = (_agent(clause, index) if passive else _subject(clause, index)) or _owner(clause, carrier[0])
        return _made(clause, index, "passive" if passive else "active", carrier, actor)
    if left is not None and _suits(clause, unit, (left,)) and _may_be_participle(clause, index, passive, left):
        voice: Voice = "liftoff" if unit.has("liftoff_past") and not passive else "passive" if passive else "participle"
        actor = _agent(clause, index) or _owner(clause, left) or _user(clause, left) or _vessel_owner(clause, index)
        return _made(clause, index, voice, (*_joined_before(clause, left, phrases), left), actor)
    if unit.has("liftoff_past") and not unit.has("launch_past") and index > 0 and not passive:
        return _made(clause, index, "anaphor", (), None)
    if passive and clause.tags[:index].rstrip("vNxSj").endswith("q") and not _verb_is(unit, "weak"):
        return _made(clause, index, "anaphor", (), _agent(clause, index))
    return None


def _carrier_right(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
    """The rocket something was sent up by: "the Chamran-1 was launched … using the Qaem 100", "aboard a Long March 2D"."""
    for at in range(index + 1, min(len(clause.units), index + _MEANS_REACH)):
        if clause.tags[at] in ";VyF" and at > index + 1:
            return ()
        if clause.units[at].word in words(_LAUNCHES)["carried"]["by"]:
            phrase = next((p for p in phrases if p.first > at and p.first - at <= 4), None)
            if phrase is not None and ("orbital" in phrase.features or phrase.launches_satellites):
                return (phrase,)
    return ()


def _describes(clause: Tagged, index: int) -> bool:
    """ "The JL-3, launched from submarines": a property of the weapon, not a launch of it."""
    after = clause.folded[clause.units[index].end :]
    return re.match(rf"\s+from\s+{any_of(_hypothesis('carriers'))}\s*(?:[,.;)]|$)", after) is not None


@lru_cache(maxsize=8)
def _hypothesis(key: str) -> tuple[str, ...]:
    return tuple(words("en/launches.toml")["hypothesis"][key])


def _relative_object(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> WeaponPhrase | None:
    """ "a missile that North Korea sent up": the phrase before a relative clause whose verb takes it."""
    for phrase in reversed(phrases):
        between = clause.tags[phrase.last + 1 : index]
        if "payload" not in phrase.features:
            between = _without_cargo(clause, phrase, index, phrases)
        if (
            phrase.last < index
            and re.fullmatch(r",?r?[dkcgbX'a-z]{0,2}[ckgq][XxvbT']{0,4}", between)
            and not phrase.swallowed
        ):
            return phrase if "r" in between[:2] or clause.tags[phrase.last + 1] in "ck" else None
    return None


def _may_be_participle(clause: Tagged, index: int, passive: bool, left: WeaponPhrase) -> bool:
    """ "missiles tested" alone is too weak to tell a launch; "missiles fired", "was tested" are not."""
    unit = clause.units[index]
    return passive or (not _verb_is(unit, "weak") and left.compound is None and not _describes(clause, index))


def _verb_is(unit: Unit, flag: str) -> bool:
    return any(isinstance(verb, dict) and verb.get(flag) for verb in unit.roles.values())


def _is_passive(clause: Tagged, index: int) -> bool:
    """Whether a form of "be" stands left of the verb, adverbs and negation between: "were reportedly fired"."""
    at = index - 1
    while (
        at >= 0
        and index - at <= 4
        and (
            clause.tags[at] in 'xNj&V"'
            or clause.units[at].tag == "T"
            or clause.units[at].word in ("reportedly", "also")
        )
    ):
        if (
            clause.tags[at] == "x"
            and not clause.units[at].word.endswith("ly")
            and clause.units[at].word
            not in ("also", "then", "later", "all", "both", "first", "last", "once", "twice", "only", "just", "again")
        ):
            return False
        at -= 1
    return at >= 0 and clause.units[at].word in _BE


def objects_right(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
    """The weapon phrases a verb takes to its right, coordinated ones included: "3 … missiles and a … missile"."""
    objects: list[WeaponPhrase] = []
    edge = index
    for phrase in phrases:
        if phrase.first <= index:
            continue
        gap = range(edge + 1, phrase.first)
        if objects and not _is_coordination(clause, gap):
            break
        if not objects and not _is_object_gap(clause, gap):
            break
        if phrase.swallowed or "interceptor" in phrase.features:
            break
        objects.append(phrase)
        edge = phrase.last if phrase.compound is None else phrase.compound
    return (*objects, *_launcher_of(clause, objects, phrases))


def _launcher_of(
    clause: Tagged, objects: list[WeaponPhrase], phrases: tuple[WeaponPhrase, ...]
) -> tuple[WeaponPhrase, ...]:
    """The launcher that tells what rounds were: "10 rounds from a 240mm multiple rocket launcher"."""
    if not objects or "round" not in objects[-1].features:
        return ()
    for phrase in phrases:
        between = clause.units[objects[-1].last + 1 : phrase.first]
        if (
            phrase.first > objects[-1].last
            and len(between) <= 3
            and between
            and between[0].word in ("from", "of", "by")
        ):
            return (phrase,)
    return ()


def _is_object_gap(clause: Tagged, gap: range) -> bool:
    bare = _without_drones(clause, gap)
    return len(bare) <= _OBJECT_REACH and all(_may_stand_in_gap(clause, at) for at in bare)


def _without_drones(clause: Tagged, gap: range) -> list[int]:
    """The units of a gap that name no drones: "24 Shahed combat drones, four missiles" launched four missiles here."""
    left = list(gap)
    drones = [at for at in gap if clause.units[at].word in _drones()]
    for at in drones:
        first = at
        while first > gap.start and at - first < _DRONE_REACH and clause.tags[first - 1] in "xXsjakL":
            first -= 1
        first -= first > gap.start and clause.tags[first - 1] in "nd"
        left = [unit for unit in left if not first <= unit <= at]
    return left


def _may_stand_in_gap(clause: Tagged, at: int) -> bool:
    unit = clause.units[at]
    if unit.tag in "Tpnjac,\"()k'—–":
        return True
    if unit.tag == "L" or unit.has("launch_noun"):
        return unit.roles.get("launch_noun") in ("attack",)
    return unit.word in _fillers() or unit.word.endswith("ly")


def _is_coordination(clause: Tagged, gap: range) -> bool:
    """Whether only a conjunction (or a comma list) joins two weapon phrases, drones and carriers between them apart."""
    tags = _CARRIERS.sub("", "".join(clause.tags[at] for at in _without_drones(clause, gap)))
    return len(tags) <= 6 and any(tag in "&," for tag in tags) and all(tag in '&,nxjdk"Xas' for tag in tags)


_CARRIERS = re.compile(r"^i[dnjkcxXmp]{1,6}(?=[,&])")  # "four cruise missiles from Tu-95 bombers, a Kinzhal and …"


def _object_left(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...], passive: bool) -> WeaponPhrase | None:
    """What a passive or participle was said of: the weapon phrase left of it, insertions between commas apart."""
    for phrase in reversed(phrases):
        if phrase.last >= index or phrase.swallowed or "interceptor" in phrase.features or _is_carried(clause, phrase):
            continue
        between = _without_cargo(clause, phrase, index, phrases)
        if passive and _is_passive_gap(clause, phrase, index, between):
            return _apposed_to(clause, phrase, phrases)
        if (
            not passive
            and re.fullmatch(
                r"[,]?[x]?[v]?[x]?|,?r?v*x?|\([^()]*\),?|,[^,;VGFy]{1,9},|[—–][^—–;VGFy]{1,9}[—–]", between
            )
            and not re.search(r"[v]$", between)
        ):
            return phrase
        if not passive or re.search(r"[;V]", between):
            return None
    return None


def _joined_before(clause: Tagged, phrase: WeaponPhrase, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
    """The phrases that "and" joins to a subject: "more than 200 rockets and missiles were fired"."""
    joined: list[WeaponPhrase] = []
    edge = phrase
    for earlier in reversed(phrases):
        if earlier.last < edge.first:
            if (
                not re.fullmatch(r'["jx]{0,3},?&|["jx]{0,3},', clause.tags[earlier.last + 1 : edge.first])
                or earlier.swallowed
            ):
                break
            joined.insert(0, earlier)
            edge = earlier
    return tuple(joined)


def _is_carried(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """ "carrying 29 satellites": the payload of what flies."""
    cargo = ("carrying", "bearing", "hauling", "with", "ferrying")
    return phrase.first > 0 and "payload" in phrase.features and clause.units[phrase.first - 1].word in cargo


def _without_cargo(clause: Tagged, phrase: WeaponPhrase, index: int, phrases: tuple[WeaponPhrase, ...]) -> str:
    """The tags between a launcher and its verb, its payload left out: "a Falcon 9 carrying 29 satellites roared aloft"."""
    cargo = next((p for p in phrases if p.first > phrase.last and p.last < index and _is_carried(clause, p)), None)
    if cargo is not None and cargo.first - 2 == phrase.last:
        return clause.tags[cargo.last + 1 : index]
    return clause.tags[phrase.last + 1 : index]


def _apposed_to(clause: Tagged, phrase: WeaponPhrase, phrases: tuple[WeaponPhrase, ...]) -> WeaponPhrase:
    """The phrase another one only renames: "5 missiles, reportedly KN-02 missiles, were fired" fired five missiles."""
    for earlier in reversed(phrases):
        if (
            earlier.last < phrase.first
            and phrase.count is None
            and re.fullmatch(r",[xjyN]{0,3}", clause.tags[earlier.last + 1 : phrase.first])
        ):
            return earlier
    return phrase


def _is_passive_gap(clause: Tagged, phrase: WeaponPhrase, index: int, between: str) -> bool:
    if re.search(r"[;:VGy]", between) and not between.startswith(","):
        return False
    return len(between) <= 14 and ";" not in between and "V" not in between


def _follows_type_noun(clause: Tagged, index: int) -> bool:
    """ "the same type fired on …", "the one launched in …": a launch of a weapon named elsewhere."""
    return index > 0 and clause.units[index - 1].word in ("type", "one", "ones", "kind", "model", "version", "variant")


def _verbal(clause: Tagged, index: int, unit: Unit, phrases: tuple[WeaponPhrase, ...]) -> Trigger | None:
    """A gerund or base form as a verb with its object: "firing two missiles", "North Korea fires missile", "to launch a …"."""
    if (unit.has("liftoff_present") and not unit.has("launch_base")) or unit.has("liftoff_gerund"):
        left = _object_left(clause, index, phrases, passive=False)
        if left is not None:
            return _made(clause, index, "liftoff", (left,), _owner(clause, left))
    objects = objects_right(clause, index, phrases)
    of = clause.units[index + 1].word == "of" if index + 1 < len(clause.units) else False
    if of or not objects or not _suits(clause, unit, objects) or _is_noun_here(clause, index, unit):
        return None
    return _made(clause, index, "active", objects, _subject(clause, index))


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
        return named or "mlrs" in frozenset().union(*(p.features for p in objects), _fired_by(clause, objects))
    if features <= {"guided", "missile_like", "group"} and not named:
        return (
            "missile_like" in features and not _verb_is(unit, "weak") and "guided" in features | _lemma_features(unit)
        )
    if "payload" in features and not features & {"missile", "rocket"}:
        return _lemma(unit) in ("launch", "send", "send up", "loft", "orbit", "liftoff", "test-launch", "put") and (
            "orbital" in features or named
        )
    if _lemma(unit) == "use":
        return bool(features & {"rocket", "missile", "rockets"}) and _is_use_in_attack(clause)
    if _lemma(unit) == "send up":
        return bool(features & {"rocket", "missile", "projectile"}) or "orbital" in features
    if _lemma(unit) == "put":
        return "payload" in features and "orbit" in clause.folded
    if _lemma(unit) in ("send", "loft", "orbit", "rain", "pump"):
        return bool(features & {"rocket", "missile", "projectile", "payload"}) and _lemma(unit) != "orbit"
    return True


def _fired_by(clause: Tagged, objects: tuple[WeaponPhrase, ...]) -> frozenset[str]:
    """What rounds were fired from or by: "10 rounds from a 240mm multiple rocket launcher" were rockets."""
    after = clause.units[objects[-1].last + 1 : objects[-1].last + 8] if objects else ()
    launcher = any(
        unit.word.split()[-1] in _launchers() or "mlrs" in unit.roles.get("weapon_head", ()) for unit in after
    )
    return frozenset({"mlrs"}) if launcher else frozenset()


@lru_cache(maxsize=1)
def _launchers() -> frozenset[str]:
    return frozenset(words("en/weapons.toml")["launchers"]["words"])


def _is_use_in_attack(clause: Tagged) -> bool:
    attack = words(_LAUNCHES)["attack"]
    occasion = rf"\b(?:in|during) (?:the|an|its|this|that|a) (?:\w+ )?{any_of(attack['used_in'])}"
    return re.search(rf"{any_of(attack['used_for'])}|{occasion}", clause.folded) is not None


def _lemma_features(unit: Unit) -> frozenset[str]:
    return frozenset({"guided"}) if _lemma(unit) in ("test-fire", "test-launch", "fire", "launch") else frozenset()


def _lemma(unit: Unit) -> str:
    for role, payload in unit.roles.items():
        if role.startswith("launch_") and isinstance(payload, dict):
            return str(payload["lemma"])
    return "liftoff" if any(role.startswith("liftoff") for role in unit.roles) else ""


# --- nouns ---------------------------------------------------------------------------------------------------------------


def _nominal(clause: Tagged, index: int, unit: Unit, phrases: tuple[WeaponPhrase, ...]) -> Trigger | None:
    kind = unit.roles.get("launch_noun")
    if kind is None or _names_something_else(clause, index):
        return None
    phrase = next((p for p in phrases if p.compound == index and not p.swallowed), None)
    trialled = _trialled(clause, index, kind, phrases)
    objects = (phrase,) if phrase else _objects_of(clause, index, phrases) or trialled
    if phrase is None and not objects:
        return _anaphor(clause, index, kind)
    if phrase is not None and phrase.features <= {"missile_like", "guided"} and not phrase.systems:
        return None  # "a weapons trial" may be of anything
    if kind == "attack" and not objects:
        return None
    introduced = bool(trialled) or _is_introduced(clause, index, phrase)
    actor = (
        _subject(clause, index)
        if _verb_left(clause, index, phrase, "light_verbs")
        else _owner_of_noun(clause, index, phrase)
    )
    return _made(clause, index, "nominal", objects, actor, anaphoric=not introduced, test=kind == "test")


def _names_something_else(clause: Tagged, index: int) -> bool:
    """ "launch site", "test range": the noun only modifies the next one; "engine test", "nuclear test": another kind of test."""
    following = clause.units[index + 1].word if index + 1 < len(clause.units) else ""
    if following in _after_noun() and not _is_drill_of(clause, index):
        return True
    left = clause.units[index - 1].word if index else ""
    return left in _other_tests()


def _is_drill_of(clause: Tagged, index: int) -> bool:
    """ "Staged a launching drill of a missile", "a missile firing drill was held": a drill in which it was launched."""
    after = clause.units[index + 1 : index + 4]
    if len(after) < 2 or after[0].word not in ("drill", "drills", "exercise", "exercises"):
        return False
    if after[1].word == "of" or (after[1].word in _BE and len(after) == 3 and after[2].has("light_verbs")):
        return True
    phrased = clause.units[index].word in ("launching", "firing") and clause.tags[index - 1] == "w"
    return phrased and any(unit.has("light_verbs") for unit in clause.units[max(0, index - 9) : index])


def _objects_of(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
    """The phrase behind "of": "the launch of two missiles", "a test, of what was believed to be …"."""
    for phrase in phrases:
        gap = clause.units[index + 1 : phrase.first]
        if phrase.first > index and not phrase.swallowed:
            if (
                gap
                and len(gap) <= 10
                and any(unit.word in ("of", "with", "involving") for unit in gap[:3])
                and _is_object_gap(clause, range(index + 1 + _is_drill_of(clause, index), phrase.first))
            ):
                return (phrase,)
            return ()
    return ()


def _trialled(clause: Tagged, index: int, kind: str, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
    """The weapon that passed or failed a test: "Türkiye's Tayfun missile has passed another test"."""
    verbs = words(_LAUNCHES)["trialled"]["verbs"]
    verb = next((at for at in range(index - 1, max(-1, index - 6), -1) if clause.units[at].word in verbs), None)
    if verb is None or kind not in ("test", "launch"):
        return ()
    subject = _subject_phrase(clause, verb, phrases)
    return (subject,) if subject is not None and not subject.swallowed and subject.compound is None else ()


def _anaphor(clause: Tagged, index: int, kind: str) -> Trigger | None:
    """ "the launch", "Friday's test", "the March 16 test-launches": a launch already told, or one told by its date."""
    if kind == "attack" or index == 0:
        return None
    at = index - 1
    while at >= 0 and ((clause.tags[at] in "xjTn'a" and clause.tags[at] != "'") or clause.tags[at] == "'"):
        at -= 1
    left = clause.units[at + 1 : index]
    determined = at >= 0 and (
        clause.units[at].word in ("the", "this", "these", "both", "its", "that", "a") or clause.tags[at] in "ck"
    )
    dated = any(unit.tag == "T" for unit in left)
    if not (determined or dated) or index - at > 5:
        return None
    return _made(clause, index, "anaphor", (), None, anaphoric=True, test=kind == "test")


def _verb_left(clause: Tagged, index: int, phrase: WeaponPhrase | None, role: str) -> bool:
    """Whether a light verb ("conducted") or one of perceiving ("detected") takes the noun as its object."""
    start = phrase.first if phrase is not None else index
    for at in range(start - 1, max(-1, start - 8), -1):
        unit = clause.units[at]
        if unit.has(role):
            return True
        if unit.tag in ";,Sry" and not unit.has(role):
            return False
    return False


def _is_introduced(clause: Tagged, index: int, phrase: WeaponPhrase | None) -> bool:
    """Whether the noun tells a new launch: a light verb, a number or "a", or "of" and an indefinite weapon phrase."""
    if _verb_left(clause, index, phrase, "light_verbs"):
        return True
    if _verb_left(clause, index, phrase, "perceiving") and not (phrase is not None and phrase.taken_up):
        return True
    if phrase is not None:
        return phrase.count is not None and not phrase.definite
    following = clause.tags[index + 1 : index + 5]
    return "n" in following or any(unit.word in ("a", "an") for unit in clause.units[index + 1 : index + 5])


# --- who, and how it is told ---------------------------------------------------------------------------------------------


def _made(
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
    anyone = any(clause.units[at].word in ("any", "every") for p in objects for at in range(p.first, p.head))
    edge = min([index, *(phrase.first for phrase in objects if phrase.compound is not None)])
    if anaphoric is None:
        known = all(p.taken_up and not p.systems for p in objects)
        anaphoric = voice == "anaphor" or (voice in ("passive", "participle", "liftoff") and bool(objects) and known)
    embedded = _is_embedded(clause, edge)
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
        else _realis(clause, index, _deed(clause, index, edge) if voice == "nominal" else edge, voice),
        background=(voice == "participle" and not objects)
        or _is_background(clause, min([edge, *(p.first for p in objects)]), edge),
        anaphoric=anaphoric,
        embedded=embedded,
        test=test or _verb_is(unit, "test"),
        attack=attack
        or (unit.roles.get("launch_noun") == "attack" and voice == "nominal")
        or _is_strike(clause, objects)
        or _is_at_ships(clause, index, objects),
    )


def _is_at_ships(clause: Tagged, index: int, objects: tuple[WeaponPhrase, ...]) -> bool:
    """ "Fired two missiles at a container ship": an attack, whatever it is called."""
    ships = any_of(words(_LAUNCHES)["attack"]["ships"])
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


def _actors_left(clause: Tagged, index: int) -> Iterator[tuple[str, int]]:
    for at in range(index - 1, max(-1, index - 1 - _SUBJECT_REACH), -1):
        unit = clause.units[at]
        if unit.tag in ";:":
            return
        country = None if _is_sponsor(clause, at) else country_of(unit)
        if country is not None and not (at and clause.tags[at - 1] == "i" and clause.units[at - 1].word not in ("as",)):
            yield country, at


def _is_sponsor(clause: Tagged, at: int) -> bool:
    """ "Iran-backed Houthi militants": the country behind who launched, not the one who did."""
    following = clause.units[at + 1].word if at + 1 < len(clause.units) else ""
    return following in ("backed", "aligned", "linked", "allied", "supported", "sponsored", "made", "supplied")


def country_of(unit: Unit) -> str | None:
    """The country (alpha-3, or the non-state actor) a unit stands for, as a launching party."""
    for role in ("country", "capital", "contextual", "demonym"):
        if role in unit.roles and unit.tag in "ck":
            return str(unit.roles[role])
    if unit.tag == "g":
        return unit.roles["agency"]["country"] or None
    return None


def _subject(clause: Tagged, index: int) -> tuple[str, int] | None:
    return next(_actors_left(clause, index), None)


def _agent(clause: Tagged, index: int) -> tuple[str, int] | None:
    """Who a passive names: "was fired by North Korea"."""
    for at in range(index + 1, min(len(clause.units), index + 12)):
        if clause.units[at].word == "by":
            for near in range(at + 1, min(len(clause.units), at + 4)):
                country = None if _is_sponsor(clause, near) else country_of(clause.units[near])
                if country is not None:
                    return _possessed_group(clause, near) or (country, near)
    return None


def _vessel_owner(clause: Tagged, index: int) -> tuple[str, int] | None:
    """Whose ship or aircraft it left: "was test-fired from the Indian Navy's stealth destroyer"."""
    after = clause.units[index + 1 : index + 9]
    start = next((at for at, unit in enumerate(after) if unit.word in ("from", "aboard")), None)
    if start is None or not any(unit.word in words(_LAUNCHES)["attack"]["ships"] for unit in after[start:]):
        return None
    for at in range(index + 2 + start, min(index + 6 + start, len(clause.units))):
        country = country_of(clause.units[at])
        if country is not None:
            return country, at
    return None


def _user(clause: Tagged, phrase: WeaponPhrase) -> tuple[str, int] | None:
    """ "Russian forces used three missiles launched from …": whose the weapon is, by the verb it is the object of."""
    verb = phrase.first - 1
    used = verb > 0 and clause.units[verb].word in words(_LAUNCHES)["attack"]["using"]
    return _subject(clause, verb) if used else None


def _possessed_group(clause: Tagged, at: int) -> tuple[str, int] | None:
    """ "Yemen's Houthi rebels", "Lebanon's Hezbollah": the group, where a country only says where it is at home."""
    if clause.tags[at + 1 : at + 2] == "'" and clause.tags[at + 2 : at + 3] in ("c", "k", "g"):
        group = country_of(clause.units[at + 2])
        return (group, at + 2) if group is not None else None
    return None


def _owner(clause: Tagged, phrase: WeaponPhrase) -> tuple[str, int] | None:
    """The country in the weapon phrase or owning it: "a North Korean missile", "Iran's Khorramshahr"."""
    for at in range(phrase.first, phrase.head):
        country = country_of(clause.units[at])
        made = clause.units[at + 1].word in ("made", "built", "supplied", "designed", "provided", "origin", "style")
        if country is not None and not made:
            return country, at
    if clause.units[phrase.first].word in ("its", "their"):
        return next(_actors_left(clause, phrase.first), None)
    if phrase.first > 1 and clause.tags[phrase.first - 1] == "'":
        country = country_of(clause.units[phrase.first - 2])
        return (country, phrase.first - 2) if country is not None else None
    return None


def _owner_of_noun(clause: Tagged, index: int, phrase: WeaponPhrase | None) -> tuple[str, int] | None:
    """ "North Korea's launch of", "the North Korean missile launch", "a missile launch by Iran"."""
    if phrase is not None and (owner := _owner(clause, phrase)) is not None:
        return owner
    for at in range(index - 1, max(-1, index - 6), -1):
        country = country_of(clause.units[at])
        if country is not None and (clause.tags[at] == "k" or clause.tags[at + 1] == "'"):
            return country, at
        if clause.tags[at] in ",;VFy":
            break
    return _agent(clause, index)


def _realis(clause: Tagged, index: int, edge: int, voice: Voice) -> Realis:
    if _is_supposed(clause, edge):
        return "irrealis"
    before = _left_window(clause, edge)
    if _attempt().search(before):
        return "asserted"
    if _negation().search(" ".join(before.split()[-5:])):
        return "denied"
    if _irrealis().search(before) or before.rstrip().endswith(" to") or before.strip() == "to":
        return "irrealis"
    if voice in ("nominal", "anaphor") and any(_irrealis_after().match(after) for after in _afterwards(clause, index)):
        return "irrealis"
    if _generic().search(before) and not (voice in ("passive", "anaphor") and _PERFECT.search(before)):
        return "generic"
    return "asserted"


_PERFECT = re.compile(r"\b(?:has|have|had) been\s*$")  # "fifty rockets had been fired": told, not a habit


def _afterwards(clause: Tagged, index: int) -> Iterator[str]:
    """The words behind a nominal trigger, and behind the phrase it is of: "the liftoff of the Atlas V was scrubbed"."""
    for at in (index + 1, *(k for k in range(index + 2, min(index + 14, len(clause.units))) if clause.tags[k] == "v")):
        if at < len(clause.units):
            yield clause.folded[clause.units[at].start : clause.units[min(at + 4, len(clause.units) - 1)].end]


def _is_supposed(clause: Tagged, edge: int) -> bool:
    """Whether the sentence supposes or denies what it tells: "Suppose that …", "rejected a report that it had …"."""
    left = clause.folded[: clause.units[edge].start]
    if lexicon_phrases(_LAUNCHES, "hypothesis", "openings").match(left.lstrip(" \"'(-")):
        return True
    denied = lexicon_phrases(_LAUNCHES, "hypothesis", "denial").search(left)
    told = lexicon_phrases(_LAUNCHES, "hypothesis", "tellings", behind="[^.;]*$")
    return denied is not None and told.search(left, denied.end()) is not None


def _left_window(clause: Tagged, edge: int) -> str:
    """Folded words of the trigger's own clause, left of it; it ends where another predicate or clause begins."""
    start = edge
    while start > 0 and edge - start < _REALIS_REACH:
        tag = clause.tags[start - 1]
        if tag in ";:.()" or (tag in "VFGyr" and start < edge) or (tag == "," and start < edge):
            break
        start -= 1
    return clause.folded[clause.units[start].start : clause.units[edge].start] + " " if start < edge else ""


def _is_embedded(clause: Tagged, edge: int) -> bool:
    """Whether the trigger stands below an earlier predicate: behind after, since, when, which, or as a participle."""
    for at in range(edge - 1, -1, -1):
        if clause.tags[at] in "Sr" and clause.units[at].word not in ("that",):
            return any(tag in "VFLBGvy" for tag in clause.tags[:at])
        if clause.tags[at] in ";":
            return False
    return False


def _is_background(clause: Tagged, start: int, edge: int) -> bool:
    """Whether words of history stand left of the deed or in what was launched: "a similar missile was fired on …"."""
    said = max((at for at in range(max(0, start - _REALIS_REACH), start) if clause.tags[at] == "y"), default=-1)
    inside = clause.folded[clause.units[start].start : clause.units[edge].end]
    left = "" if said >= 0 else _left_window(clause, start)
    opening = lexicon_phrases(_LAUNCHES, "background", "openings").match(clause.folded)
    return opening is not None or _background().search(left + inside) is not None


_AT_END = r"(?:\s+\w+ly|\s+been|\s+also|\s+the|\s+a|\s+an)*\s*$"  # what may stand between "attempted to" and the deed
_LAUNCHES = "en/launches.toml"


def _attempt() -> Phrases:
    return lexicon_phrases(_LAUNCHES, "attempt", "words", behind=_AT_END)


def _irrealis() -> Phrases:
    return lexicon_phrases(_LAUNCHES, "irrealis", "before")


def _irrealis_after() -> Phrases:
    return lexicon_phrases(_LAUNCHES, "irrealis_after", "words")


def _negation() -> Phrases:
    return lexicon_phrases(_LAUNCHES, "irrealis", "negation")


def _generic() -> Phrases:
    return lexicon_phrases(_LAUNCHES, "generic", "words")


def _background() -> Phrases:
    return lexicon_phrases(_LAUNCHES, "background", "words")


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    return frozenset(words("en/grammar.toml")["fillers"]["words"])


@lru_cache(maxsize=1)
def _drones() -> frozenset[str]:
    return frozenset(words("en/weapons.toml")["drones"]["words"])


@lru_cache(maxsize=1)
def _after_noun() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["irrealis"]["after_noun"])


@lru_cache(maxsize=1)
def _means() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["attack"]["means"])


@lru_cache(maxsize=1)
def _other_tests() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["other_tests"]["words"])
