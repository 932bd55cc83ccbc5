"""What a text says of time, before anything is counted: days, clock times and their zones, as printed.

Nothing here depends on when the report was published: `resolve` turns an expression into an interval.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

DayKind = Literal[
    "date",  # year (or None), month, day; `last_day` where two days are printed ("Nov. 2-5")
    "month",  # month with a year, or `offset` years back; without a month, `offset` months from the report's
    "year",
    "season",  # month is its first
    "weekday",  # `day` is 0 for Monday; `offset` weeks ahead or back, `week` the week where it is named
    "relative",  # `offset` days from the report's
    "month_day",  # "on the 5th"
    "week",
    "weekend",
    "numeric",  # "07/11/2025", which may be July or November: month and day in the order printed
    "other",  # `offset` days from an event told before: no day of the report's own calendar
    "span",  # history: "in recent weeks"
]
Modifier = Literal["early", "mid", "late"]
Half = Literal["a", "p", "24"]  # before noon, after noon, or told by 24 hours


class Day(Struct, frozen=True):
    """What names the day: see `DayKind` for what each kind fills."""

    kind: DayKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    offset: int = 0
    week: int | None = None
    weekday: int | None = None  # printed beside a date: "Friday, 7 November"
    modifier: Modifier | None = None
    to_report: bool = False  # "earlier this month" ends with the report's day


class Clock(Struct, frozen=True):
    """An hour and minute with the zone printed behind it; `half` is None where the text leaves it open.

    `minutes` tells whether they are printed: "7 a.m." is known to the hour only.
    """

    hour: int
    minute: int
    half: Half | None
    zone: str | None = None
    minutes: bool = True


class Moment(Struct, frozen=True):
    """One time as printed: a day, a part of it, clock times and their zone, each where it stands."""

    start: int
    end: int
    day: Day | None = None
    part: tuple[int, int] | None = None  # local hours; below 0 on the day before, 24 is the end of the day
    clocks: tuple[Clock, ...] = ()
    zone: str | None = None
    modifier: Modifier | None = None
    overnight: bool = False
    named: str = ""  # the words that make a part of the day: "morning"


class TimeExpression(Struct, frozen=True):
    """A maximal expression of time: offsets into the text, and its parts as printed.

    `pair` is the same time in a second zone ("(0335 GMT)"), `until` the other end of an interval on another day.
    """

    start: int
    end: int
    day: Day | None = None
    part: tuple[int, int] | None = None
    clocks: tuple[Clock, ...] = ()
    zone: str | None = None
    pair: Moment | None = None
    until: Moment | None = None
    crossing: int = 0  # clock times across midnight: -1 the first is of the day before, 1 the last of the day after
    overnight: bool = False
    is_publication: bool = False
    is_future: bool = False
    since: bool = False
    night_of: bool = False  # "the night of May 19", which in some countries ends on that day
    relative_to: str | None = None  # the words that count from another event: "two days after"

    @property
    def has_day(self) -> bool:
        """Whether the words name a day, month or year of their own."""
        return self.day is not None and not self.is_span and self.day.kind != "other"

    @property
    def has_clock(self) -> bool:
        return bool(self.clocks)

    @property
    def is_span(self) -> bool:
        """Whether the words tell a stretch of history and no time of an event: "since 2009", "in recent weeks"."""
        return self.day is not None and (self.since or self.day.kind == "span")
