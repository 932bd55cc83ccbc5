"""Reading an event's claims by attribute, in the order they were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from watchfloor.records import Claim, Place, Quantity, When

Kind = TypeVar("Kind", str, Quantity, When, Place)


def claimed(claims: Sequence[Claim], attribute: str, kind: type[Kind]) -> Iterator[tuple[int, Claim, Kind]]:
    """Position, claim and value of each positive claim of an attribute."""
    for position, claim in enumerate(claims):
        if claim.attribute == attribute and claim.polarity and isinstance(claim.value, kind):
            yield position, claim, claim.value


def speaker_name(claim: Claim) -> str:
    """Who asserts a claim, for a sentence: the claimant's name, or "the report"."""
    return claim.claimant.name if claim.claimant is not None else "the report"


def middle(quantity: Quantity) -> float | None:
    """The middle of an interval, or its known end; None where both are open."""
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return sum(ends) / len(ends) if ends else None


def overlap(first: Quantity, second: Quantity, *, tolerance: float) -> bool:
    """Whether two intervals share a value, each widened by a share of itself; open ends reach without limit."""
    low1, high1 = _widened(first, tolerance)
    low2, high2 = _widened(second, tolerance)
    return low1 <= high2 and low2 <= high1


def _widened(quantity: Quantity, tolerance: float) -> tuple[float, float]:
    low = float("-inf") if quantity.low is None else quantity.low * (1 - tolerance)
    high = float("inf") if quantity.high is None else quantity.high * (1 + tolerance)
    return low, high


def around(place: Place) -> float:
    """How far off a place may be, in km: its radius, or none known."""
    return place.radius_km if place.radius_km is not None else 0.0
