"""The consensus of an event: one value an attribute or none, by a rule that anybody can apply again.

The rule, for each attribute: (1) denials are left out; (2) claims without a hedge come before hedged ones; (3) compatible claims
(overlapping intervals, a class and its finer kind, places within their radii) form a group, and observers are counted, each
agency once, the outlet's own voice as one; (4) the group with most observers wins, and its narrowest value stands; (5) two
groups with as many observers are a contradiction, and there is no consensus. Several figures of one speaker (the members of a
salvo) are one interval from lowest to highest.
"""

from __future__ import annotations

from collections.abc import Sequence

from watchfloor.events.subsumption import kinds_above
from watchfloor.events.values import around, overlap
from watchfloor.physics.geodesy import distance_km
from watchfloor.records import Claim, Place, Quantity, Value, When

_TOLERANCE = 0.05  # "about": figures this close are one figure
_SALVO = frozenset({"distance", "apogee", "flight_time", "speed"})
_MANY = frozenset(
    {"system", "purpose", "preparation", "follow_up", "effects"}
)  # several may hold at once: the first stands


def consensus_of(claims: Sequence[Claim]) -> dict[str, Value]:
    """One value for each attribute that the claims agree on: `{"distance": Quantity(low=700.0, …)}`."""
    agreed: dict[str, Value] = {}
    for attribute in dict.fromkeys(claim.attribute for claim in claims if claim.polarity):
        value = _agreed([claim for claim in claims if claim.attribute == attribute and claim.polarity], attribute)
        if value is not None:
            agreed[attribute] = value
    return agreed


def _agreed(claims: list[Claim], attribute: str) -> Value | None:
    firm = [claim for claim in claims if claim.hedge is None] or claims
    if attribute in _MANY:
        return firm[0].value
    spread = _salvo(firm) if attribute in _SALVO else None
    if spread is not None:
        return spread
    groups = _groups(firm)
    ranked = sorted(groups, key=lambda group: -len(_observers(group)))
    if len(ranked) > 1 and len(_observers(ranked[0])) == len(_observers(ranked[1])):
        return None
    return _narrowest(ranked[0])


def _salvo(claims: list[Claim]) -> Quantity | None:
    """The span of several figures by one speaker: "flew 400 and 600 km respectively"."""
    values = [claim.value for claim in claims if isinstance(claim.value, Quantity)]
    speakers = {claim.claimant.name if claim.claimant else None for claim in claims}
    distinct = {(value.low, value.high) for value in values}
    if len(speakers) != 1 or len(distinct) < 2 or any(value.low is None or value.high is None for value in values):
        return None
    lows = [value.low for value in values if value.low is not None]
    highs = [value.high for value in values if value.high is not None]
    return Quantity(low=min(lows), high=max(highs), unit=values[0].unit, bound=values[0].bound)


def _groups(claims: list[Claim]) -> list[list[Claim]]:
    groups: list[list[Claim]] = []
    for claim in claims:
        home = next((group for group in groups if all(compatible(claim.value, other.value) for other in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def compatible(first: Value, second: Value) -> bool:
    """Whether two values of one attribute can both hold."""
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        return overlap(first, second, tolerance=_TOLERANCE)
    if isinstance(first, When) and isinstance(second, When):
        return _same_time(first, second)
    if isinstance(first, Place) and isinstance(second, Place):
        return _same_place(first, second)
    if isinstance(first, str) and isinstance(second, str):
        return first == second or first in kinds_above(second) or second in kinds_above(first)
    return False


def _same_time(first: When, second: When) -> bool:
    if first.first is None or first.last is None or second.first is None or second.last is None:
        return True
    return first.first <= second.last and second.first <= first.last


def _same_place(first: Place, second: Place) -> bool:
    if first.name == second.name or first.lat is None or second.lat is None or first.lon is None or second.lon is None:
        return True
    return distance_km(first.lat, first.lon, second.lat, second.lon) <= around(first) + around(second)


def _observers(claims: list[Claim]) -> set[str]:
    return {claim.claimant.agency or claim.claimant.name if claim.claimant else "" for claim in claims}


def _narrowest(claims: list[Claim]) -> Value:
    return min((claim.value for claim in claims), key=_width)


def _width(value: Value) -> float:
    if isinstance(value, Quantity):
        return float("inf") if value.low is None or value.high is None else value.high - value.low
    if isinstance(value, When):
        return float("inf") if value.first is None or value.last is None else (value.last - value.first).total_seconds()
    if isinstance(value, Place):
        return float("inf") if value.lat is None else around(value)
    return -len(kinds_above(value))
