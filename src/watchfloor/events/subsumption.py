"""Restatements folded: one claim for one value of one speaker, and no vaguer word beside a firmer one of the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from watchfloor.events.whereabouts import folded_places
from watchfloor.records import Claim, Place, Quantity, Value, When

# what a class is a kind of: a vaguer word for the same missile is no claim of its own
_KIND_OF = {
    "srbm": "ballistic_missile",
    "mrbm": "ballistic_missile",
    "irbm": "ballistic_missile",
    "icbm": "ballistic_missile",
    "slbm": "ballistic_missile",
    "ballistic_missile": "missile",
    "cruise_missile": "missile",
    "anti_ship": "missile",
    "surface_to_air": "missile",
    "hypersonic": "missile",
    "missile": "projectile",
    "artillery_rocket": "projectile",
}
_VAGUE = frozenset({"missile", "projectile"})


def kinds_above(code: str) -> frozenset[str]:
    """The vaguer classes a class belongs to: `kinds_above("srbm") == {"ballistic_missile", "missile", "projectile"}`."""
    above = set()
    while code in _KIND_OF:
        code = _KIND_OF[code]
        above.add(code)
    return frozenset(above)


def without_restatements(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims without repeats: the first telling of a value by a speaker stays, and vaguer tellings of it go."""
    kept: list[Claim] = []
    seen: set[object] = set()
    for claim in claims:
        key = (
            claim.attribute,
            _value_key(claim.value),
            claim.claimant.name if claim.claimant else None,
            claim.polarity,
        )
        if key not in seen:
            seen.add(key)
            kept.append(claim)
    return folded_places([claim for claim in kept if not _is_vaguer(claim, kept)])


def _value_key(value: Value) -> object:
    if isinstance(value, Quantity):
        return (value.low, value.high)
    if isinstance(value, When):
        return (value.first, value.last)
    return value if isinstance(value, str) else (value.name, value.kind == "overflight")


def _is_vaguer(claim: Claim, others: Sequence[Claim]) -> bool:
    if claim.attribute == "weapon" and claim.polarity:
        above = [other for other in others if _is_finer_class(other, claim)]
        if claim.value not in _VAGUE and _is_firm_beside_a_doubt(claim, above):
            return False
        finer = {str(other.value) for other in above}
        return bool(finer) and (
            claim.value in _VAGUE or len(finer) == 1
        )  # an ICBM and an SRBM leave "three ballistic missiles" standing
    if claim.attribute == "system" and claim.polarity:
        return any(_is_member(other, claim) for other in others)
    if claim.attribute == "landing" and isinstance(claim.value, Place):
        return claim.value.lat is None and any(_is_located_water(other) for other in others)
    if claim.attribute == "count" and isinstance(claim.value, Quantity):
        least = 2 if _SEVERAL.search(claim.quote) else 1  # "several" beside "a missile" is another speaker's count
        return _is_open(claim.value) and any(
            other.attribute == "count"
            and isinstance(other.value, Quantity)
            and (other.value.low is None or other.value.low >= least)
            and not _is_open(other.value)
            for other in others
        )
    if claim.attribute == "occurred" and isinstance(claim.value, When):
        return any(_is_finer_time(other, claim.value) for other in others)
    return False


def _is_finer_time(claim: Claim, coarse: When) -> bool:
    """Whether a claim tells the same time more finely: "at 6:53 a.m." beside "on Tuesday morning", a day beside its year.

    Who says it makes no difference: the ministry's minute and the outlet's "on Friday" are one statement, and a minute shortly
    outside a printed part of the day ("early Sunday" ends at 08:00) is still of that part.
    """
    when = claim.value
    if claim.attribute != "occurred" or not claim.polarity or not isinstance(when, When):
        return False
    if when.first is None or when.last is None:
        return False
    if coarse.first is None or coarse.last is None or (coarse.told_on and not when.told_on):
        return True
    slack = _EDGE if coarse.precision == "part_of_day" else timedelta(0)
    finer = when.last - when.first < (coarse.last - coarse.first) * _FINER
    return finer and coarse.first - slack <= when.first and when.last <= coarse.last + slack


_FINER = 0.75  # an interval is another precision only where it is clearly shorter: a part of a day is a third of it
_EDGE = timedelta(hours=2)  # how far past its printed end a part of the day is still called so

_SEVERAL = re.compile(r"\b(?:several|multiple|number|various)\b")


def _is_located_water(claim: Claim) -> bool:
    """Whether a claim names the sea that another only calls "the sea"."""
    return (
        claim.attribute == "landing"
        and isinstance(claim.value, Place)
        and claim.value.lat is not None
        and claim.value.kind in ("sea", "ocean", "strait", "gulf", "bay", "coast")
    )


def _is_finer_class(other: Claim, claim: Claim) -> bool:
    """Whether another claim states the class more finely, whoever makes it: it is the same missile.

    A suspicion stands above a class, not above a firm "projectile": "two projectiles, which may be SRBMs" are both said.
    """
    if other.attribute != "weapon" or not other.polarity or claim.value not in kinds_above(str(other.value)):
        return False
    return claim.value not in _VAGUE or other.hedge is None or claim.hedge is not None


def _is_firm_beside_a_doubt(claim: Claim, finer: Sequence[Claim]) -> bool:
    """Whether one says "a ballistic missile" and another only suspects a finer class: two claims of two speakers."""
    if claim.hedge is not None:
        return False
    teller = claim.claimant and claim.claimant.name
    return all(o.hedge is not None and (o.claimant and o.claimant.name) != teller for o in finer)


def _is_member(other: Claim, claim: Claim) -> bool:
    """Whether another claim names the member of the family a claim names: "Long March 2D" beside "Long March"."""
    if other.attribute != "system" or not other.polarity or other.hedge is not None:
        return False
    return str(other.value).startswith((f"{claim.value} ", f"{claim.value}-"))


def _is_open(count: Quantity) -> bool:
    return count.low == 2.0 and count.high is None
