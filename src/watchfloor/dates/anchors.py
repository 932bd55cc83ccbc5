"""The day that relative expressions are counted from: the publication's, else the report's own latest full date."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal

from msgspec import Struct

from watchfloor.dates.expressions import find_times
from watchfloor.dates.zones import offset_of
from watchfloor.records import When


class Anchor(Struct, frozen=True):
    """`day` as named, `moment` where the hour is known (UTC), and where both come from; all None with nothing to count from."""

    day: date | None
    source: Literal["published", "text"] | None
    moment: datetime | None = None

    def local_day(self, zone: str) -> date | None:
        """The anchor's day where the launch took place: a story sent at 22:00 UTC is of the next day in Seoul."""
        if self.moment is None:
            return self.day
        return (self.moment + offset_of(zone, self.moment)).date()


def anchor_from(published: When | None, text: str) -> Anchor:
    """The anchor of a report: its publication time, else the latest full date of its text; never the machine's clock."""
    if published is not None and published.first is not None and published.last is not None:
        width = published.last - published.first
        precise = width < timedelta(hours=12)
        return Anchor((published.first + width / 2).date(), "published", published.first if precise else None)
    days = [day for expression in find_times(text) if (day := _full_date(expression)) is not None]
    return Anchor(max(days), "text") if days else Anchor(None, None)


def _full_date(expression: object) -> date | None:
    day = getattr(expression, "day", None)
    if day is None or day.kind != "date" or day.year is None:
        return None
    try:
        return date(day.year, day.month, day.day)
    except ValueError:
        return None
