"""Conflicts: claims of one attribute that cannot all hold, side by side and with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from watchfloor.events.consensus import compatible
from watchfloor.events.values import speaker_name
from watchfloor.physics.geodesy import distance_km
from watchfloor.records import Claim, Conflict, Place, Quantity, When

_SINGLE = frozenset(
    {"actor", "distance", "apogee", "flight_time", "origin", "occurred", "eez", "outcome", "count", "weapon"}
)
_OPPOSITES = frozenset(
    {
        frozenset({"success", "failure"}),
        frozenset({"inside_japan", "outside_japan"}),
        frozenset({"inside_korea", "outside_korea"}),
    }
)
_FAR_KM = 60  # places nearer than this name one launch: widest true pair seen is a county and its airfield


def find_conflicts(claims: Sequence[Claim]) -> tuple[Conflict, ...]:
    """The pairs of an event's claims that contradict each other, by their positions: 800 km by one speaker, 750 by another."""
    found = (_conflict(claims, a, b) for a, b in _pairs(claims))
    return tuple(conflict for conflict in found if conflict is not None)


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    for a, b in combinations(range(len(claims)), 2):
        if claims[a].attribute == claims[b].attribute and claims[a].attribute in _SINGLE:
            yield a, b


def _conflict(claims: Sequence[Claim], a: int, b: int) -> Conflict | None:
    first, second = claims[a], claims[b]
    if first.polarity != second.polarity:
        return _denied(first, a, b, second) if first.value == second.value else None
    if not first.polarity or _is_salvo(first, second):
        return None
    reason = _reason(first, second)
    return None if reason is None else Conflict(attribute=first.attribute, claims=(a, b), because=reason)


def _denied(first: Claim, a: int, b: int, second: Claim) -> Conflict:
    denier, asserter = (first, second) if not first.polarity else (second, first)
    because = f"{speaker_name(denier)} denies what {speaker_name(asserter)} says: {asserter.value}"
    return Conflict(attribute=first.attribute, claims=(a, b), because=because)


def _is_salvo(first: Claim, second: Claim) -> bool:
    """Figures of one speaker for several missiles, or kinds of missiles in one salvo, do not contradict each other."""
    same = (first.claimant and first.claimant.name) == (second.claimant and second.claimant.name)
    return (
        same
        and first.attribute in ("distance", "apogee", "flight_time", "weapon", "count", "origin", "outcome", "occurred")
        and not _coast_against_place(first, second)
    )


def _coast_against_place(first: Claim, second: Claim) -> bool:
    kinds = {value.kind for value in (first.value, second.value) if isinstance(value, Place)}
    return "coast" in kinds and len(kinds) > 1


def _reason(first: Claim, second: Claim) -> str | None:
    if compatible(first.value, second.value):
        return None
    if isinstance(first.value, Place) and isinstance(second.value, Place):
        return _apart(first, second)
    if (
        isinstance(first.value, str)
        and first.attribute in ("outcome", "eez")
        and frozenset({first.value, str(second.value)}) not in _OPPOSITES
    ):
        return None
    if first.attribute == "count" and (
        first.hedge or second.hedge or (isinstance(first.value, Quantity) and first.value.bound != "exact")
    ):
        return None
    if (
        isinstance(first.value, When)
        and first.value.precision != "minute"
        and isinstance(second.value, When)
        and second.value.precision != "minute"
    ):
        return f"«{first.quote}» and «{second.quote}» are different times"
    return f"{speaker_name(first)} says «{first.quote}», {speaker_name(second)} says «{second.quote}»"


def _apart(first: Claim, second: Claim) -> str | None:
    one, other = first.value, second.value
    assert isinstance(one, Place)
    assert isinstance(other, Place)
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    apart = distance_km(one.lat, one.lon, other.lat, other.lon)
    if apart < _FAR_KM:
        return None
    return f"«{first.quote}» ({one.name}) and «{second.quote}» ({other.name}) lie about {apart:,.0f} km apart"
