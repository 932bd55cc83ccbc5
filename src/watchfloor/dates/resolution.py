"""From an expression to an interval: the day its words name, its hours there, and both in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from watchfloor.dates.anchors import Anchor
from watchfloor.dates.expressions import Clock, Day, TimeExpression
from watchfloor.dates.zones import offset_of, offset_of_words
from watchfloor.records import AnchorSource, Precision, When

_FUTURE_SLACK = timedelta(days=3)  # a date without a year may lie this far after the report before it is last year's
_EARLIEST, _LATEST = date(1900, 1, 1), date(2200, 1, 1)


def resolve(expression: TimeExpression, *, anchor: Anchor, zone: str = "UTC", default_day: date | None = None) -> When:
    """The widest UTC interval the words allow: "early Friday" → 00:00–08:00 of that day in `zone`, as UTC.

    `zone` is the launching country's IANA zone; a printed zone wins. A clock time without a day falls on `default_day`,
    else on the anchor's. Without anything to count from, `first` and `last` are None.
    """
    days, precision, source = _days(expression.day, anchor, zone, default_day)
    printed = expression.zone or next((clock.zone for clock in expression.clocks if clock.zone), None)
    if days is None or not _EARLIEST < days[0] <= days[1] < _LATEST:
        return When(first=None, last=None, precision=precision, zone=printed, anchor=None)
    if expression.clocks and days[0] == days[1]:
        first, last = _clock_interval(expression, days[0], zone)
        return When(first=first, last=last, precision="minute", zone=printed, anchor=source)
    if expression.part is not None and days[0] == days[1]:
        low, high = expression.part
        return When(
            first=_utc(days[0], low, zone),
            last=_utc(days[0], high, zone),
            precision="part_of_day",
            zone=printed,
            anchor=source,
        )
    return When(
        first=_utc(days[0], 0, zone), last=_utc(days[1], 24, zone), precision=precision, zone=printed, anchor=source
    )


_Days = tuple[tuple[date, date] | None, Precision, AnchorSource | None]


def _days(day: Day | None, anchor: Anchor, zone: str, default_day: date | None) -> _Days:
    """First and last local day, how precise they are, and what they were counted from."""
    here = anchor.local_day(zone)
    if day is None:
        chosen = default_day or here
        return (
            ((chosen, chosen) if chosen is not None else None),
            "day",
            anchor.source if default_day is None else anchor.source or "absolute",
        )
    if day.kind == "date" and day.year is not None:
        return _one(_valid(day.year, day.month or 0, day.day or 0)), "day", "absolute"
    if day.kind == "month" and day.year is not None:
        return _whole_month(day.year, day.month or 1), "month", "absolute"
    if day.kind == "year" and day.year is not None:
        return (date(day.year, 1, 1), date(day.year, 12, 31)), "year", "absolute"
    if here is None or day.kind == "span":
        return None, "interval", None
    return _counted(day, here, anchor)


def _counted(day: Day, here: date, anchor: Anchor) -> _Days:
    """Days counted from the anchor."""
    source = anchor.source
    if day.kind == "date":
        year = here.year + day.offset if day.offset else None
        return (
            _one(
                _valid(year, day.month or 0, day.day or 0)
                if year
                else _nearest_year(here, day.month or 0, day.day or 0)
            ),
            "day",
            source,
        )
    if day.kind == "weekday":
        return _one(_weekday(day, here, from_text=source == "text")), "day", source
    if day.kind == "relative":
        return (_one(here + timedelta(days=day.offset)) if source == "published" else None), "day", source
    if day.kind == "month_day":
        return _one(_latest_month_day(here, day.day or 0)), "day", source
    if day.kind == "week":
        monday = here - timedelta(days=here.weekday()) + timedelta(weeks=day.offset)
        return (monday, monday + timedelta(days=6)), "week", source
    if day.kind == "month":
        return _relative_month(day, here), "month", source
    return (date(here.year + day.offset, 1, 1), date(here.year + day.offset, 12, 31)), "year", source


def _one(day: date | None) -> tuple[date, date] | None:
    return None if day is None else (day, day)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _whole_month(year: int, month: int) -> tuple[date, date]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def _nearest_year(here: date, month: int, day: int) -> date | None:
    """ "Jan. 5" without a year: the latest such date not more than a few days ahead of the report."""
    candidates = [
        found for year in (here.year + 1, here.year, here.year - 1) if (found := _valid(year, month, day)) is not None
    ]
    return next((found for found in candidates if found <= here + _FUTURE_SLACK), None)


def _weekday(day: Day, here: date, *, from_text: bool) -> date:
    """ "Friday": the latest one up to the report's day; counted from a date in the text, the first one from it on."""
    wanted = day.day or 0
    back = (here.weekday() - wanted) % 7
    if day.offset > 0 or (from_text and day.offset == 0):
        ahead = (wanted - here.weekday()) % 7
        return here + timedelta(days=ahead or (7 if day.offset > 0 else 0))
    if day.offset < 0 and back == 0:
        back = 7
    return here - timedelta(days=back)


def _latest_month_day(here: date, day: int) -> date | None:
    """ "on the 5th": this month's, or last month's where that lies ahead."""
    this = _valid(here.year, here.month, day)
    if this is not None and this <= here + _FUTURE_SLACK:
        return this
    previous = here.replace(day=1) - timedelta(days=1)
    return _valid(previous.year, previous.month, day)


def _relative_month(day: Day, here: date) -> tuple[date, date]:
    if day.month is None:
        index = here.year * 12 + here.month - 1 + day.offset
        return _whole_month(index // 12, index % 12 + 1)
    year = here.year + day.offset
    if day.offset == 0 and date(year, day.month, 1) > here:
        year -= 1
    return _whole_month(year, day.month)


def _utc(day: date, hour: int, zone: str) -> datetime:
    """A local hour of a day in UTC; hours below 0 and of 24 lie on the neighbouring days."""
    local = datetime.combine(day, time(0)) + timedelta(hours=hour)
    return (local - offset_of(zone, local)).replace(tzinfo=UTC)


def _clock_interval(expression: TimeExpression, day: date, zone: str) -> tuple[datetime, datetime]:
    """First and last instant of the clock times; one printed in an explicit zone in brackets decides over the local one."""
    clocks = _with_halves(expression)
    local = [clock for clock in clocks if not _is_universal(clock)]
    universal = [clock for clock in clocks if _is_universal(clock)]
    if local and universal:
        moments = [_nearest_to(_moment(local[0], day, zone, expression.zone), clock, zone) for clock in universal[:1]]
        moments += [_moment(clock, day, zone, None) for clock in local[1:]]
    else:
        moments = [_moment(clock, day, zone, expression.zone) for clock in clocks]
    return min(moments), max(moments)


def _is_universal(clock: Clock) -> bool:
    return (clock.zone or "").lower() in ("gmt", "utc", "zulu")


def _nearest_to(moment: datetime, clock: Clock, zone: str) -> datetime:
    """The universal clock time on whichever day lies nearest to the local one: 2235 GMT belongs to 7:35 a.m. the day after."""
    candidates = [_moment(clock, moment.date() + timedelta(days=shift), zone, clock.zone) for shift in (-1, 0, 1)]
    return min(candidates, key=lambda candidate: abs(candidate - moment))


def _with_halves(expression: TimeExpression) -> tuple[Clock, ...]:
    """Clocks with the half of the day they share: "between 7:10 and 7:39 a.m." says it once."""
    shared = next((clock.half for clock in reversed(expression.clocks) if clock.half in ("a", "p")), None)
    if shared is None and expression.part is not None and expression.part[0] >= 12:
        shared = "p"
    return tuple(
        clock
        if clock.half is not None or clock.hour > 12 or clock.zone
        else Clock(clock.hour, clock.minute, shared, clock.zone)
        for clock in expression.clocks
    )


def _moment(clock: Clock, day: date, zone: str, printed: str | None) -> datetime:
    hour = clock.hour
    if clock.half == "p" and hour < 12:
        hour += 12
    elif clock.half == "a" and hour == 12:
        hour = 0
    local = datetime.combine(day, time(0)) + timedelta(hours=hour, minutes=clock.minute)
    word = clock.zone or printed
    offset = offset_of_words(word, zone, local) if word is not None else offset_of(zone, local)
    return (local - offset).replace(tzinfo=UTC)
