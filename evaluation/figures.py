"""What scoring takes and gives: claims as the product printed them, counts, faults, and the figures of a set."""

from __future__ import annotations

from collections import Counter
from typing import Any, Literal

import msgspec
from gold import GoldClaim
from msgspec import Struct


class FoundClaim(Struct, frozen=True, kw_only=True):
    """A claim as the product printed it; only what scoring needs, the rest of its keys are passed over."""

    attribute: str
    value: Any
    quote: str = ""
    zone: str = ""
    claimant: Any = None
    polarity: bool = True

    def key(self) -> tuple[str, bytes, bool]:
        """What makes two claims one: attribute, value and polarity, whoever says so and in whichever words."""
        return self.attribute, msgspec.json.encode(self.value, order="sorted"), self.polarity


class FoundEvent(Struct, frozen=True, kw_only=True):
    """An event as the product printed it."""

    kind: str
    background: bool = False
    claims: tuple[FoundClaim, ...] = ()


class Figure(Struct, frozen=True):
    """Counts of one row: `Figure(gold=4, found=5, hit=4, spoken=3, heard=4).precision == 0.8`.

    `spoken` of the `heard` right values name a right claimant.
    """

    gold: int
    found: int
    hit: int
    spoken: int = 0
    heard: int = 0

    @property
    def precision(self) -> float:
        return self.hit / self.found if self.found > 0 else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def claimant(self) -> float | None:
        return self.spoken / self.heard if self.heard else None


class Fault(Struct, frozen=True, kw_only=True):
    """One way in which a report was misread: what was wanted, what was found instead, and the words of each."""

    kind: Literal["missed", "false", "speaker", "no event", "false event"]
    event: str
    wanted: GoldClaim | None = None
    found: FoundClaim | None = None


class Reading(Struct, frozen=True, kw_only=True):
    """How one report was read: counts by attribute and its faults. Readings add up to the figures of a set."""

    events: Figure
    gold: Counter[str]
    found: Counter[str]
    hit: Counter[str]
    spoken: Counter[str]
    faults: tuple[Fault, ...]


class Figures(Struct, frozen=True):
    """The figures of a set: `rows["distance"].f1`, `rows["ALL"].recall`, and the faults by report id."""

    rows: dict[str, Figure]
    faults: dict[str, tuple[Fault, ...]]
