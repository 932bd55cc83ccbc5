"""An event while its mentions are still being gathered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from watchfloor.records import Claim, Mention, When

Interval = tuple[datetime, datetime]
CLOCKED = timedelta(hours=3)  # a time no longer than this is one of the clock, not of a day or a part of it


class Draft:
    """An event while its mentions are still being gathered."""

    def __init__(self, mention: Mention, *, background: bool) -> None:
        self.mentions = [mention]
        self.background = background
        self.embedded = mention.embedded
        self.shared: list[Claim] = []  # what was said of the launch before it that holds for this one too

    @property
    def claims(self) -> list[Claim]:
        return [*self.shared, *(claim for mention in self.mentions for claim in mention.claims)]

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)

    def values(self, attribute: str) -> list[object]:
        return [claim.value for claim in self.claims if claim.attribute == attribute and claim.polarity]

    def when(self) -> Interval | None:
        return hull(self.claims)


def hull(claims: Sequence[Claim]) -> Interval | None:
    """The narrowest time the claims give: their most precise intervals, from first to last.

    The day a launch was told on counts where no other is known; told by who launched it, in a test, it may be of the day before.
    """
    times = [c.value for c in claims if c.attribute == "occurred" and isinstance(c.value, When)]
    own = [when for when in times if not when.told_on]
    intervals = [(w.first, w.last) for w in own or times if w.first is not None and w.last is not None]
    if not intervals:
        return None
    narrow = [i for i in intervals if i[1] - i[0] < CLOCKED] or intervals
    first, last = min(first for first, _ in narrow), max(last for _, last in narrow)
    return (first if own or not _is_announced(claims) else first - _TOLD_LATER), last


_TOLD_LATER = timedelta(hours=24)


def _is_announced(claims: Sequence[Claim]) -> bool:
    """Whether those who launched it tell of it, and of no attack: "Iran said on Monday it had put a satellite into orbit"."""
    actors = {claim.value for claim in claims if claim.attribute == "actor"}
    if any(claim.value == "attack" for claim in claims):
        return False
    return any(claim.claimant is not None and claim.claimant.country in actors for claim in claims)


def is_precise(interval: Interval | None) -> bool:
    return interval is not None and interval[1] - interval[0] < CLOCKED
