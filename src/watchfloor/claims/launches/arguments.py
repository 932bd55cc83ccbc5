"""The weapon phrases a launch verb takes: its objects to the right, what a passive is said of to the left."""

from __future__ import annotations

import re
from functools import lru_cache

from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.weapons.weapon_phrases import CARRYING, WeaponPhrase
from watchfloor.lexicons import words
from watchfloor.records import Zone

_OBJECT_REACH = (
    16  # units between a launch verb and its object: "fired, from Sunan on Friday, what appeared to be two …"
)

_NAME_REACH = 7  # units of a payload's name: "the classified NROL-186 reconnaissance satellite"

_DRONE_REACH = 4  # words of a drone's name: "Shahed-type one-way attack drones"

_HEADLINE_GAP = 3  # unknown words between verb and weapon in a headline, which leaves articles out

BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


def objects_right(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
    """The weapon phrases a verb takes to its right, coordinated ones included: "3 … missiles and a … missile"."""
    objects: list[WeaponPhrase] = []
    edge = index
    for phrase in phrases:
        if phrase.first <= index:
            continue
        if objects and phrase.swallowed:
            continue  # "…, from the missile ship Ingushetia; eight Kh-22 missiles"
        gap = range(edge + 1, phrase.first)
        if objects and not _is_coordination(clause, gap):
            break
        if not objects and not is_object_gap(clause, gap):
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


def is_object_gap(clause: Tagged, gap: range) -> bool:
    bare = _without_drones(clause, gap)
    if clause.sentence.zone is Zone.HEADLINE and len(bare) <= _HEADLINE_GAP:
        bare = [
            at for at in bare if clause.tags[at] not in "Xx" or clause.units[at].word in BE
        ]  # "launches BlackSky satellites"
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
        while first - 1 > gap.start and clause.tags[first - 1] in "&," and clause.units[first - 2].word in _drones():
            first -= 1  # "drones and decoys"
        left = [unit for unit in left if not first <= unit <= at]
    return left


def _may_stand_in_gap(clause: Tagged, at: int) -> bool:
    unit = clause.units[at]
    if unit.tag in "Tpnjac,\"()k'—–":
        return True
    if unit.tag == "M" and clause.units[at - 1].word == "what":
        return True  # "launched what could be a ballistic missile"
    if unit.tag == "g":  # "test-fired the DRDO-developed missile": its maker
        return any(other.word in _MAKING for other in clause.units[at + 1 : at + 5])
    if unit.tag == "L" or unit.has("launch_noun"):
        return unit.roles.get("launch_noun") in ("attack",)
    ordinal = unit.word.isdigit() or unit.word in ("st", "nd", "rd", "th")  # "its 40th Electron"
    return unit.word in _fillers() or unit.word.endswith("ly") or ordinal


_MAKING = frozenset({"developed", "built", "designed", "made", "produced", "manufactured"})


def _is_coordination(clause: Tagged, gap: range) -> bool:
    """Whether only a conjunction (or a comma list) joins two weapon phrases, drones and carriers between them apart."""
    tags = _CARRIERS.sub("", "".join(clause.tags[at] for at in _without_drones(clause, gap)))
    if _LIST_ITEM.fullmatch(tags) and clause.tags[gap.stop] in "nd":
        return True  # "16 Kalibr missiles from the Black Sea; eight Kh-22 missiles …"
    if (
        tags in (":", "—", "–")
        or clause.folded[clause.units[gap.start].start : clause.units[gap.stop].start].strip(", ") in _parts()
    ):
        return True  # "31 missiles: two Kinzhal missiles and …", "five missiles, including two Iskanders"
    return len(tags) <= 6 and any(tag in "&," for tag in tags) and all(tag in '&,nxjdk"Xas' for tag in tags)


_LIST_ITEM = re.compile(r"[^VGFyLB]{0,24};&?")
_CARRIERS = re.compile(r"^i[dnjkcxXmp]{1,6}(?=[,&])")  # "four cruise missiles from Tu-95 bombers, a Kinzhal and …"


def object_left(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...], passive: bool) -> WeaponPhrase | None:
    """What a passive or participle was said of: the weapon phrase left of it, insertions between commas apart."""
    for phrase in reversed(phrases):
        if phrase.last >= index or phrase.swallowed or "interceptor" in phrase.features or _is_carried(clause, phrase):
            continue
        between = _without_cargo(clause, phrase, index, phrases)
        if passive and _is_passive_gap(clause, phrase, index, between):
            return apposed_to(clause, phrase, phrases)
        if (
            not passive
            and re.fullmatch(
                r"[,]?[xj]?T?[v]?[x]?|,?r?v*x?|\([^()]*\),?|,[^,;VGF]{1,9},|[—–][^—–;VGFy]{1,9}[—–]", between
            )
            and not re.search(r"[v]$", between)
        ):
            return phrase
        if not passive or re.search(r"[;V]", between):
            return None
    return None


def subject_phrase(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> WeaponPhrase | None:
    """The weapon phrase right before a verb, adverbs, auxiliaries and a relative pronoun between them."""
    for phrase in reversed(phrases):
        if phrase.last < index and not _is_carried(clause, phrase) and not is_source(clause, phrase):
            bare = re.fullmatch(
                r"(?:id?[gckbXp'jxsa]{1,6})?,?[xvrj]{0,3}|,r[^,;VGFy]{1,14},|,[^,;VGF]{1,9},|v[xy]|[xv]{0,2}[xy]iv{1,2}|r?v?x[Xnps]{1,4}v{0,2}",
                _without_cargo(clause, phrase, index, phrases),
            )
            return phrase if bare else None
    return None


def relative_object(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> WeaponPhrase | None:
    """ "a missile that North Korea sent up": the phrase before a relative clause whose verb takes it."""
    for phrase in reversed(phrases):
        between = clause.tags[phrase.last + 1 : index]
        if "payload" not in phrase.features:
            between = _without_cargo(clause, phrase, index, phrases)
        if phrase.last < index and any(unit.word in _drones() for unit in clause.units[phrase.last + 1 : index]):
            between = "".join(clause.tags[at] for at in _without_drones(clause, range(phrase.last + 1, index)))
            between = between.lstrip("&,")  # "four missiles and 15 attack drones that Russia launched"
        if (
            phrase.last < index
            and re.fullmatch(r",?r?[dkcgbX'a-z]{0,2}[ckgq][XxvbT']{0,4}", between)
            and not phrase.swallowed
        ):
            return phrase if "r" in between[:2] or clause.tags[phrase.last + 1] in "ckq" else None
    return None


def joined_before(clause: Tagged, phrase: WeaponPhrase, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
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


def listed_before(clause: Tagged, phrase: WeaponPhrase, phrases: tuple[WeaponPhrase, ...]) -> tuple[WeaponPhrase, ...]:
    """The counted phrases of one list with an object: "downed two Iskanders, five Kh-59s and nine drones that it fired"."""
    found: list[WeaponPhrase] = []
    edge = phrase
    for earlier in reversed(phrases):
        if earlier.last >= edge.first:
            continue
        known = earlier.count is not None and not earlier.swallowed and "interceptor" not in earlier.features
        if (
            not known
            or earlier.compound is not None
            or not _is_coordination(clause, range(earlier.last + 1, edge.first))
        ):
            break
        found.insert(0, earlier)
        edge = earlier
    return tuple(found)


def _is_carried(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """ "Carrying 29 satellites", "carrying the Progress MS-27 cargo ship": the payload of what flies."""
    return "payload" in phrase.features and _loading(clause, phrase) is not None


def _loading(clause: Tagged, phrase: WeaponPhrase) -> int | None:
    """The unit of "carrying" or "with" before a payload, its names between."""
    at = phrase.first - 1
    while at > 0 and phrase.first - at < _NAME_REACH and clause.tags[at] in "dXxjn\"'" and not _loads(clause, at):
        at -= 1
    return at if at >= 0 and _loads(clause, at) else None


def _loads(clause: Tagged, at: int) -> bool:
    return clause.units[at].word in CARRYING or clause.units[at].word == "with"


def is_source(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """ "A missile from the S-300 system": the system it came from."""
    left = clause.units[phrase.first - 1].word if phrase.first else ""
    named = bool(phrase.systems) or "mlrs" in phrase.features
    return named and left == "from" and clause.tags[phrase.first - 2 : phrase.first - 1] == "w"


def _without_cargo(clause: Tagged, phrase: WeaponPhrase, index: int, phrases: tuple[WeaponPhrase, ...]) -> str:
    """The tags between a launcher and its verb, its payload left out: "a Falcon 9 carrying 29 satellites roared aloft"."""
    cargo = next((p for p in phrases if p.first > phrase.last and p.last < index and _is_carried(clause, p)), None)
    if cargo is not None and _loading(clause, cargo) == phrase.last + 1:
        return clause.tags[cargo.last + 1 : index]
    following = clause.units[phrase.last + 1].word if phrase.last + 1 < len(clause.units) else ""
    loaded = index > phrase.last + 2 and (following in _fitted() or following in CARRYING)
    if loaded and not set(clause.tags[phrase.last + 2 : index]) & set(";:VFGyvM,"):
        return (
            ""  # "a missile configured with a test assembly launched from", "a Falcon 9 carrying NROL-186 lifted off"
        )
    if "round" in phrase.features and (launcher := _FROM_LAUNCHERS.match(clause.folded, clause.units[phrase.last].end)):
        return clause.tags[clause.unit_at(launcher.end() - 1) + 1 : index]
    return clause.tags[phrase.last + 1 : index]


_FROM_LAUNCHERS = re.compile(
    r" (?:from|of) [^,.;]{0,40}?\b(?:launchers?|mlrs|guns)\b"
)  # "18 rounds from its KN-25 launchers had struck"


def apposed_to(clause: Tagged, phrase: WeaponPhrase, phrases: tuple[WeaponPhrase, ...]) -> WeaponPhrase:
    """The phrase another one only renames: "5 missiles, reportedly KN-02 missiles, were fired" fired five missiles."""
    for earlier in reversed(phrases):
        if (
            earlier.last < phrase.first
            and phrase.count is None
            and re.fullmatch(r",(?:[dck]'?)?[xjyNa]{0,3}(?:iv)?d?", clause.tags[earlier.last + 1 : phrase.first])
        ):
            return earlier
    return phrase


def is_passive(clause: Tagged, index: int) -> bool:
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
    return at >= 0 and clause.units[at].word in BE


def _is_passive_gap(clause: Tagged, phrase: WeaponPhrase, index: int, between: str) -> bool:
    if re.search(r"[;:VGy]", between) and not between.startswith(","):
        return False
    return len(between) <= 14 and ";" not in between and "V" not in between


@lru_cache(maxsize=8)
def hypothesis(key: str) -> tuple[str, ...]:
    return tuple(words("en/launches.toml")["hypothesis"][key])


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    return frozenset(words("en/grammar.toml")["fillers"]["words"])


@lru_cache(maxsize=1)
def _fitted() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["carried"]["fitted"])


@lru_cache(maxsize=1)
def _parts() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["parts"]["words"])


@lru_cache(maxsize=1)
def _drones() -> frozenset[str]:
    return frozenset(words("en/weapons.toml")["drones"]["words"])


MEANS_REACH = (
    32  # units between an attack and its weapon: "attacked what they called … late on Monday with 11 missiles"
)
