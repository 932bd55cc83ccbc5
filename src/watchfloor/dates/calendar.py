"""From the day words name to the first and last day of a calendar, counted from the anchor where they are relative."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from watchfloor.dates.expressions import Day, Modifier
from watchfloor.dates.vocabulary import lexicon
from watchfloor.records import AnchorSource, Precision

_FUTURE_SLACK = timedelta(days=3)  # a date without a year may lie this far after the report before it is last year's


class Days(Struct, frozen=True):
    """First and last day, how precise the words are, and what they were counted from; None where they name no day."""

    first: date | None
    last: date | None
    precision: Precision
    source: AnchorSource | None


class Here(Struct, frozen=True):
    """Where counting starts: the report's day at the launch, its source, and whether that may already be tomorrow there."""

    day: date | None
    source: Literal["published", "text"] | None
    maybe_tomorrow: bool = False


def days_of(day: Day, here: Here, *, ahead: bool = False) -> Days:
    """The days words name: `days_of(Day("month", 2022, 5), here).last == date(2022, 5, 31)`."""
    if day.kind in ("span", "other"):
        return _none("interval")
    if day.kind == "numeric":
        return _of_either_order(day, here)
    absolute = _absolute(day)
    if absolute is not None:
        return absolute
    if here.day is None or day.year is not None:
        return _none(_PRECISIONS.get(day.kind, "day"))
    return _counted(day, here, here.day, ahead)


_PRECISIONS: dict[str, Precision] = {"month": "month", "year": "year", "week": "week", "season": "season"}


def _none(precision: Precision) -> Days:
    return Days(None, None, precision, None)


def _of_either_order(day: Day, here: Here) -> Days:
    """A date in figures that has two readings: the one within days of the report, where the other lies far from it."""
    readings = [
        read
        for month, number in ((day.month, day.day), (day.day, day.month))
        if here.day is not None and (read := _valid(day.year or 0, month or 0, number or 0)) is not None
    ]
    if here.day is None or len(readings) != 2:
        return _none("interval")
    near, far = sorted(readings, key=lambda read: abs(read - here.day) if here.day else timedelta(0))
    if abs(near - here.day) <= _NEAR_REPORT and abs(far - here.day) > _FAR_FROM_REPORT:
        return _one(near, "absolute")
    return _none("interval")


_NEAR_REPORT = timedelta(days=8)  # the week a round-up is of
_FAR_FROM_REPORT = timedelta(days=25)


def _one(day: date | None, source: AnchorSource | None) -> Days:
    return Days(day, day, "day", source) if day is not None else _none("day")


def _absolute(day: Day) -> Days | None:
    """Days the words hold in full; None where the year is to be counted."""
    if day.year is None:
        return None
    if day.kind == "date":
        first = _valid(day.year, day.month or 0, day.day or 0)
        return _through(first, day, "absolute") if first is not None else _none("day")
    if day.kind == "month":
        return _shaped_month(day.year, day.month or 1, day.modifier, "absolute")
    if day.kind == "season":
        return _season(day.year, day.month or 1, "absolute")
    return _shaped_year(day.year, day.modifier, "absolute") if day.kind == "year" else None


def _through(first: date, day: Day, source: AnchorSource | None) -> Days:
    """One day, or several of one month: "Nov. 2-5"."""
    last = _valid(first.year, first.month, day.last_day) if day.last_day is not None else None
    return Days(first, last, "interval", source) if last is not None else _one(first, source)


def _counted(day: Day, here: Here, today: date, ahead: bool) -> Days:
    """Days counted from the report's day."""
    source = here.source
    if day.kind == "date":
        first = _year_of(day, today, ahead)
        return _through(first, day, source) if first is not None else _none("day")
    if day.kind == "weekday":
        return _one(_weekday(day, here, today, ahead), source)
    if day.kind == "relative":
        return _one(_shifted(today, day.offset) if source == "published" else None, source)
    if day.kind == "month_day":
        return _one(_latest_month_day(today, day.day or 0), source)
    if day.kind in ("week", "weekend"):
        return _week(day, today, source)
    if day.kind == "season":
        return _latest_season(day, today, source)
    if day.kind == "month":
        return _latest_month(day, today, source)
    return _shaped_year(today.year + day.offset, day.modifier, source, until=today if day.to_report else None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _last_of_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _shaped_month(year: int, month: int, modifier: Modifier | None, source: AnchorSource | None) -> Days:
    """A month, or the third of it that "early", "mid" and "late" leave."""
    if not 1 <= year <= 9998:
        return _none("month")
    last = _last_of_month(year, month)
    if modifier is None:
        return Days(date(year, month, 1), last, "month", source)
    low, high = lexicon()["modified_day"][modifier]["days"]
    return Days(date(year, month, low), date(year, month, min(high, last.day)), "interval", source)


def _shaped_year(
    year: int, modifier: Modifier | None, source: AnchorSource | None, *, until: date | None = None
) -> Days:
    if not 1 <= year <= 9998:
        return _none("year")
    if modifier is None:
        return Days(date(year, 1, 1), until or date(year, 12, 31), "year", source)
    low, high = lexicon()["modified_day"][modifier]["months"]
    return Days(date(year, low, 1), _last_of_month(year, high), "interval", source)


def _season(year: int, month: int, source: AnchorSource | None) -> Days:
    """Three months from the first; winter of a year is told from its December on."""
    if not 1 <= year <= 9998:
        return _none("season")
    last = _last_of_month(year + (month + 1) // 12 if month + 2 > 12 else year, (month + 1) % 12 + 1)
    return Days(date(year, month, 1), last, "season", source)


def _latest_season(day: Day, today: date, source: AnchorSource | None) -> Days:
    year = today.year + day.offset
    if day.offset < 0 and date(today.year, day.month or 1, 1) + timedelta(days=92) < today:
        year = today.year  # "last summer" said in autumn is this year's
    return _season(year, day.month or 1, source)


def _year_of(day: Day, today: date, ahead: bool) -> date | None:
    """ "Jan. 5" without a year: the latest such date up to the report, or the year its printed weekday fits."""
    month, number = day.month or 0, day.day or 0
    if day.offset:
        return _valid(today.year + day.offset, month, number)
    years = (today.year, today.year + 1) if ahead else (today.year + 1, today.year, today.year - 1, today.year - 2)
    found = [date_ for year in years if (date_ := _valid(year, month, number)) is not None]
    near = [date_ for date_ in found if (date_ >= today if ahead else date_ <= today + _FUTURE_SLACK)]
    fitting = [date_ for date_ in near[:2] if day.weekday is not None and date_.weekday() == day.weekday]
    return next(iter(fitting or near), None)


def _weekday(day: Day, here: Here, today: date, ahead: bool) -> date | None:
    """ "Friday": the latest one up to the report's day; counted from a date in the text, the first one from it on."""
    wanted = day.day or 0
    back, forth = (today.weekday() - wanted) % 7, (wanted - today.weekday()) % 7
    if day.week is not None:
        return _shifted(today, day.week * 7 - today.weekday() + wanted)
    if day.offset > 0:
        return _shifted(today, forth or 7)
    if day.offset < 0:
        return _shifted(today, -(back or 7))
    if ahead or here.source == "text" or (here.maybe_tomorrow and forth == 1):
        return _shifted(today, forth)
    return _shifted(today, -back)


def _latest_month_day(today: date, day: int) -> date | None:
    """ "on the 5th": this month's, or last month's where that lies ahead."""
    this = _valid(today.year, today.month, day)
    if this is not None and this <= today + _FUTURE_SLACK:
        return this
    previous = _shifted(today.replace(day=1), -1)
    return _valid(previous.year, previous.month, day) if previous is not None else None


def _week(day: Day, today: date, source: AnchorSource | None) -> Days:
    """A week from Monday on, or the latest Saturday and Sunday."""
    monday = _shifted(today, 7 * day.offset - today.weekday())
    if monday is None:
        return _none("week")
    if day.kind == "week":
        last = today if day.to_report else _shifted(monday, 6)
        return Days(monday, last, "week", source)
    saturday = _shifted(monday, 5 if today.weekday() >= 5 else -2)
    return Days(saturday, _shifted(saturday, 1), "interval", source) if saturday is not None else _none("interval")


def _latest_month(day: Day, today: date, source: AnchorSource | None) -> Days:
    """ "last month", and "in May" without a year: the latest May that has begun."""
    if day.month is None:
        index = today.year * 12 + today.month - 1 + day.offset
        days = _shaped_month(index // 12, index % 12 + 1, day.modifier, source)
        return Days(days.first, today, "month", source) if day.to_report and days.first is not None else days
    year = today.year + day.offset
    if day.month > today.month and not day.offset:
        year -= 1
    return _shaped_month(year, day.month, day.modifier, source)
