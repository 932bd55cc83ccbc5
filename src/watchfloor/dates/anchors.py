"""The day that relative expressions are counted from: the publication's, else the report's own latest full date."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal

from msgspec import Struct

from watchfloor.dates.expressions import TimeExpression
from watchfloor.dates.finding import find_times
from watchfloor.dates.zones import offset_of
from watchfloor.records import When

_PRECISE = timedelta(hours=12)  # a publication known to less than that is a moment, else the name of a day


class Anchor(Struct, frozen=True):
    """`day` as named, `moment` where the hour is known (UTC), where both come from; None with nothing to count from."""

    day: date | None
    source: Literal["published", "text"] | None
    moment: datetime | None = None

    def local_day(self, zone: str) -> date | None:
        """The anchor's day where the launch took place: a story sent at 22:00 UTC is of the next day in Seoul."""
        if self.moment is None:
            return self.day
        return (self.moment + offset_of(zone, self.moment)).date()


def anchor_from(published: When | None, text: str) -> Anchor:
    """The anchor of a report: its publication time, else the latest full date of its text; never the machine's clock.

    `text` is headline and body alone: the date of a caption's file photo is not the report's.
    """
    if published is not None and published.first is not None and published.last is not None:
        width = published.last - published.first
        moment = published.first if width < _PRECISE else None
        return Anchor((published.first + width / 2).date(), "published", moment)
    dated = [(expression, day) for expression in find_times(text) if (day := _full_date(expression)) is not None]
    printed = [day for expression, day in dated if expression.is_publication]
    if printed:
        return Anchor(max(printed), "published")
    told = [day for expression, day in dated if not expression.is_future]
    return Anchor(max(told), "text") if told else Anchor(None, None)


def _full_date(expression: TimeExpression) -> date | None:
    day = expression.day
    if day is None or day.kind != "date" or day.year is None or day.month is None or day.day is None:
        return None
    try:
        return date(day.year, day.month, day.last_day or day.day)
    except ValueError:
        return None
