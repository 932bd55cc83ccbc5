"""Space launches told by the flight of their launcher: "New Glenn reached orbit", "the Spectrum crashed 30 seconds after takeoff"."""

from __future__ import annotations

import re
from functools import lru_cache

from watchfloor.claims.grammar.units import Tagged, Unit
from watchfloor.claims.launches.parties import owner_of, subject_of
from watchfloor.claims.launches.triggers import Trigger, made
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase
from watchfloor.lexicons import words
from watchfloor.records import Zone

_HABITUAL = frozenset(
    {"flies", "launches", "reaches", "makes", "becomes", "deploys", "suffers", "completes", "explodes", "fails"}
)
_PASSENGER_REACH = 16  # units between "blasted off" and the rocket it was aboard


def told_by_launcher(clause: Tagged, index: int, unit: Unit, phrases: tuple[WeaponPhrase, ...]) -> Trigger | None:
    """The flight of a satellite launcher that is the subject, or that something was sent up aboard."""
    if phrases and unit.has("launch_gerund") and clause.units[min(index + 1, len(clause.units) - 1)].word == "from":
        craft = next((p for p in phrases if p.last < index and is_launcher(p)), None)
        if craft is not None and not any(tag in ";y" for tag in clause.tags[craft.last : index]):
            return made(clause, index, "liftoff", (craft,), owner_of(clause, craft))  # "docked after launching from"
    if not phrases or unit.word not in _verbs() or ON_THE_STAND.match(clause.folded, unit.end):
        return None
    if unit.word in _riding() and (carrier := _ridden(clause, index, phrases)) is not None:
        return made(clause, index, "flight", (carrier,), subject_of(clause, index) or owner_of(clause, carrier))
    if _flights().match(clause.folded, unit.start) is None:
        return None
    if clause.sentence.zone is not Zone.HEADLINE and unit.word in _HABITUAL:
        return None  # "Vega launches from Kourou": what it does, not what it did
    subject = _launcher_before(clause, index, phrases)
    if subject is None:
        return None
    return made(clause, index, "flight", (subject,), owner_of(clause, subject), anaphoric=False)


def _launcher_before(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> WeaponPhrase | None:
    """The launcher a verb is said of, its payload and insertions between commas apart."""
    for phrase in reversed(phrases):
        owned = "orbital" in phrase.features and clause.tags[phrase.first - 1 : phrase.first] == "'"
        if phrase.last >= index or phrase.compound is not None or not (is_launcher(phrase) or owned):
            continue
        if _PART_OF.search(clause.folded[: clause.units[phrase.first].start]):
            return None
        between = clause.folded[clause.units[phrase.last].end : clause.units[index].start]
        return phrase if _BETWEEN.fullmatch(between) is not None else None
    return None


def is_launcher(phrase: WeaponPhrase) -> bool:
    """Whether a phrase is of a rocket that launches satellites, named or told as one."""
    told = {"rocket", "orbital"} <= phrase.features and (phrase.count is not None or bool(phrase.systems))
    return not phrase.swallowed and (phrase.launches_satellites or told)


def _ridden(clause: Tagged, index: int, phrases: tuple[WeaponPhrase, ...]) -> WeaponPhrase | None:
    """The rocket that people or a craft went up on: "blasted into space on Friday aboard a Long March-2F"."""
    for at in range(index + 1, min(len(clause.units), index + _PASSENGER_REACH)):
        if clause.tags[at] in ";Vy":
            return None
        if clause.units[at].word in _aboard():
            phrase = next((p for p in phrases if p.first > at and p.first - at <= 4), None)
            if phrase is not None and is_launcher(phrase):
                return phrase
    return None


# "exploded on its test stand in Texas", "blew up during a static fire": on the ground
ON_THE_STAND = re.compile(
    r"[^,;.]{0,40} (?:on|at) (?:its|a|the) (?:test|testing) (?:stand|pad|site|bench)\b"
    r"|[^,;.]{0,40} (?:during|in) (?:an? |its )?(?:[\w-]+ )?(?:static|hot|ground|engine|combustion|fuell?ing|fuel)\b"
)
_PART_OF = re.compile(  # "an engine of the Epsilon S exploded" on the ground
    r"\b(?:engines?|motors?|mock ?ups?|models?|tanks?|nozzles?|test article) (?:of|for) (?:(?:the|its|an?) )?$"
)
_BETWEEN = re.compile(
    r" ?(?:(?:(?:carrying|with|bearing|sporting|topped (?:by|with)|loaded with|holding|hauling)\b[^,.;]{1,170}"
    r"|,(?:[^,;.]|[,.](?=\d)){1,90},|\([^)]{1,60}\)|\""
    r"|perfectly|\w+ly|also|then|later|has|have|had|again|which|that|on its [\w ]{3,30}|no \. \d+) ?)*"
)


@lru_cache(maxsize=1)
def _flights() -> re.Pattern[str]:
    known = words("en/launches.toml")["launcher_flights"]
    return re.compile("|".join(known["predicates"]))


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["launcher_flights"]["verbs"]) | _riding()


@lru_cache(maxsize=1)
def _riding() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["launcher_flights"]["riding"])


@lru_cache(maxsize=1)
def _aboard() -> frozenset[str]:
    return frozenset(words("en/launches.toml")["launcher_flights"]["aboard"])
