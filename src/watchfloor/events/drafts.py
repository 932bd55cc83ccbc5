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
    """The narrowest time the claims give: their most precise intervals, from first to last."""
    intervals = [
        (c.value.first, c.value.last)
        for c in claims
        if c.attribute == "occurred"
        and isinstance(c.value, When)
        and c.value.first is not None
        and c.value.last is not None
    ]
    if not intervals:
        return None
    narrow = [i for i in intervals if i[1] - i[0] < CLOCKED] or intervals
    return min(first for first, _ in narrow), max(last for _, last in narrow)


def is_precise(interval: Interval | None) -> bool:
    return interval is not None and interval[1] - interval[0] < CLOCKED
