"""Whose flight a flight verb tells: a missile's, or that of an aircraft, a shell or a traveller beside it."""

from __future__ import annotations

from functools import cache

from watchfloor.claims.grammar.units import Tagged
from watchfloor.lexicons import words

_SUBJECT = "xXkncdjam'"  # the tags of a subject's words: "two u.s. b-1b bombers"


def is_of_another_flyer(clause: Tagged, unit: int) -> bool:
    """Whether the flight verb before a unit has no missile as its subject: "jets flew 600 km", not "missiles from jets flew 600 km"."""
    verb = clause.tags.rfind("F", 0, unit)
    return verb > 0 and _is_another_flyer(clause, verb)


def flights_are_of_others(clause: Tagged) -> bool:
    """Whether all that a sentence tells to fly is no missile: "Its bombers flew over the strait on Friday"."""
    verbs = [at for at, tag in enumerate(clause.tags) if tag == "F"]
    return bool(verbs) and "w" not in clause.tags and all(_is_another_flyer(clause, verb) for verb in verbs)


def _is_another_flyer(clause: Tagged, verb: int) -> bool:
    last = verb - 1
    while last > 0 and (clause.tags[last] == "v" or clause.units[last].word in _BEFORE_VERBS):
        last -= 1  # "jets had then flown"
    head = clause.units[last] if last >= 0 else None
    if head is None or not (head.tag == "o" or head.word in _flyers()):
        return False
    first = last
    while first > 0 and clause.tags[first - 1] in _SUBJECT:
        first -= 1
    return first == 0 or clause.tags[first - 1] != "i"


_BEFORE_VERBS = frozenset({"also", "later", "then", "reportedly", "earlier", "now", "only", "already", "twice"})


@cache
def _flyers() -> frozenset[str]:
    return frozenset((*words("en/context.toml")["other_flyers"]["words"], *words("en/weapons.toml")["drones"]["words"]))
