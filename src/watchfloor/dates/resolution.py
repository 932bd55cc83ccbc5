"""From an expression to an interval: the day its words name, its hours there, and both in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct, structs

from watchfloor.dates.anchors import Anchor
from watchfloor.dates.calendar import Days, Here, days_of
from watchfloor.dates.expressions import Clock, Day, Moment, TimeExpression
from watchfloor.dates.vocabulary import lexicon
from watchfloor.dates.zones import is_explicit, is_universal, offset_of, offset_of_words
from watchfloor.records import Precision, When

_EARLIEST, _LATEST = date(1900, 1, 1), date(2200, 1, 1)
_NIGHT_ENDS, _MORNING = 24, 8  # "the night of April 13-14" ends on the second morning
_AHEAD = timedelta(hours=3)  # zones so far east may have begun the next day when a page of the West names its own


class _Place(Struct, frozen=True):
    """Where clocks are read: the launching country's zone, and the zone printed with the time."""

    zone: str
    printed: str | None

    def offset(self, local: datetime, printed: str | None = None) -> timedelta:
        word = printed or self.printed
        return offset_of_words(word, self.zone, local) if word is not None else offset_of(self.zone, local)

    def utc(self, local: datetime, printed: str | None = None) -> datetime:
        return (local - self.offset(local, printed)).replace(tzinfo=UTC)

    def hour(self, day: date, hour: int) -> datetime:
        """A local hour of a day in UTC; hours below 0 and of 24 lie on the neighbouring days."""
        return self.utc(datetime.combine(day, time(0)) + timedelta(hours=hour))


def resolve(expression: TimeExpression, *, anchor: Anchor, zone: str = "UTC", default_day: date | None = None) -> When:
    """The widest UTC interval the words allow: "early Friday" → 00:00–08:00 of that day in `zone`, as UTC.

    `zone` is the launching country's IANA zone; a printed zone wins. A clock time without a day falls on `default_day`,
    else on the anchor's. Without anything to count from, `first` and `last` are None.
    """
    if expression.night_of and zone in lexicon()["night_of"]["zones"]:
        first_hour, last_hour = lexicon()["overnight"]["hours"]
        expression = structs.replace(expression, part=(first_hour, last_hour))
    printed = expression.zone or next((clock.zone for clock in expression.clocks if clock.zone is not None), None)
    place = _Place(zone, printed)
    days = _days(expression.day or _day_of_pair(expression), expression, anchor, place, default_day)
    if days.first is None or days.last is None or not _EARLIEST < days.first <= days.last < _LATEST:
        return When(first=None, last=None, precision=days.precision, zone=printed, anchor=None)
    if expression.day is None and default_day is not None and is_explicit(printed):
        days = _on_local_day(expression, days, place, default_day)
    if expression.day is None and _day_of_pair(expression) is not None:
        days = _with_pair(expression, days, place)
    first, last, precision = _interval(expression, days, place)
    if expression.until is not None:
        end = _end(expression, expression.until, anchor, place, days)
        last, precision = (end, "interval") if end is not None and end >= first else (last, precision)
    readings = _readings(expression, days.first or first.date(), anchor, place)
    return When(first=first, last=last, precision=precision, zone=printed, anchor=days.source, readings=readings)


def _day_of_pair(expression: TimeExpression) -> Day | None:
    """The day printed with the second zone alone: "at 6:10 a.m. (2110 GMT Monday)"."""
    pair = expression.pair
    return pair.day if pair is not None and pair.clocks and expression.clocks and expression.day is None else None


def _with_pair(expression: TimeExpression, days: Days, place: _Place) -> Days:
    """The day of the first zone that goes with a day printed in the second: 6:10 a.m. of the 17th is 2110 GMT of the 16th."""
    pair = expression.pair
    assert pair is not None
    assert days.first is not None
    told = _moment(pair.clocks[0], days.first, place, pair.zone)
    alone = structs.replace(expression, pair=None)
    shifts = [days.first + timedelta(days=shift) for shift in (-1, 0, 1)]
    day = min(shifts, key=lambda shift: abs(_clock_moments(alone, shift, place)[0] - told))
    return Days(day, day, days.precision, days.source)


def _on_local_day(expression: TimeExpression, days: Days, place: _Place, day: date) -> Days:
    """The day of a clock told in another zone for which it falls on `day` at the launch: 1:30 p.m. EST is of the day before in Seoul."""
    if not expression.clocks or expression.crossing:
        return days
    for shift in (0, -1, 1):
        told = day + timedelta(days=shift)
        instant = _clock_moments(expression, told, place)[0].replace(tzinfo=None)
        if (instant + offset_of(place.zone, instant)).date() == day:
            return Days(told, told, days.precision, days.source)
    return days


def _readings(expression: TimeExpression, day: date, anchor: Anchor, place: _Place) -> tuple[datetime, datetime] | None:
    """The instants of a time printed in two zones, each by itself: equal where "12:35 p.m. (0335 GMT)" is right."""
    pair = expression.pair
    if pair is None or not pair.clocks or not expression.clocks:
        return None
    alone = _clock_moments(structs.replace(expression, pair=None), day, place)[0]
    if pair.day is None:
        return alone, _nearest_to(alone, pair.clocks[0], pair.zone, place)
    stated = _days(pair.day, expression, anchor, _Place(place.zone, pair.zone), None).first
    return (alone, _moment(pair.clocks[0], stated, place, pair.zone)) if stated is not None else None


# --- days ---


def _days(day: Day | None, expression: TimeExpression, anchor: Anchor, place: _Place, default_day: date | None) -> Days:
    here = _here(anchor, place)
    if day is None or (day.kind == "other" and default_day is not None):
        chosen = default_day or here.day
        if day is not None and chosen is not None and _EARLIEST < chosen < _LATEST:
            chosen += timedelta(days=day.offset)
        return Days(chosen, chosen, "day", anchor.source or ("absolute" if default_day is not None else None))
    return days_of(day, here, ahead=expression.is_future)


def _here(anchor: Anchor, place: _Place) -> Here:
    """The anchor's day where the clocks stand; a page that names only its own day may be a day behind the East."""
    if anchor.day is None:
        return Here(None, None)
    if anchor.moment is not None:
        return Here((anchor.moment + place.offset(anchor.moment.replace(tzinfo=None))).date(), anchor.source)
    ahead = place.offset(datetime.combine(anchor.day, time(0))) >= _AHEAD and anchor.source == "published"
    return Here(anchor.day, anchor.source, ahead)


# --- hours ---


def _interval(expression: TimeExpression, days: Days, place: _Place) -> tuple[datetime, datetime, Precision]:
    first_day, last_day = days.first, days.last
    assert first_day is not None
    assert last_day is not None
    if expression.clocks and first_day == last_day:
        moments = _clock_moments(expression, first_day, place)
        precise = any(clock.minutes for clock in expression.clocks)
        return min(moments), max(moments), "minute" if precise else "hour"
    if expression.part is not None and first_day == last_day:
        low, high = expression.part
        return place.hour(first_day, low), place.hour(first_day, high), "part_of_day"
    if expression.part is not None and expression.part[1] == _NIGHT_ENDS and last_day - first_day == timedelta(days=1):
        return place.hour(first_day, expression.part[0]), place.hour(last_day, _MORNING), "part_of_day"
    return place.hour(first_day, 0), place.hour(last_day, 24), days.precision


def _end(expression: TimeExpression, until: Moment, anchor: Anchor, place: _Place, days: Days) -> datetime | None:
    """The last instant of an interval's other end: "from 10 p.m. Thursday to 2 a.m. Friday"."""
    day, first = until.day, days.first
    assert first is not None
    if day is not None and day.kind in ("date", "month", "weekday") and day.year is None:
        end = days_of(day, Here(first, "text"), ahead=True)  # the first such day from the interval's start on
    elif day is not None:
        end = _days(day, expression, anchor, place, None)
    else:
        end = Days(first, days.last, days.precision, days.source)
    if end.first is None or end.last is None or not _EARLIEST < end.first <= end.last < _LATEST:
        return None
    part = until.part or (expression.part if expression.overnight else None)
    other = structs.replace(expression, day=day, clocks=until.clocks, part=part, pair=None, until=None)
    return _interval(other, end, _Place(place.zone, until.zone or place.printed))[1]


def _clock_moments(expression: TimeExpression, day: date, place: _Place) -> list[datetime]:
    """The instants of the clock times; where a second zone is printed, the explicit one decides."""
    clocks = _with_halves(expression)
    moments = [_moment(clock, day, place) for clock in clocks]
    if expression.crossing and len(moments) > 1:
        shifted = 0 if expression.crossing < 0 else -1
        moments[shifted] += timedelta(days=expression.crossing)
    pair = expression.pair
    if pair is None or not pair.clocks or not _decides(pair, place):
        return moments
    decisive = [
        _nearest_to(moments[min(n, len(moments) - 1)], clock, pair.zone, place) for n, clock in enumerate(pair.clocks)
    ]
    return decisive + moments[len(decisive) :] if len(decisive) < len(moments) else decisive


def _decides(pair: Moment, place: _Place) -> bool:
    """Whether the second zone wins: universal time does, and any named zone over "local time" or none."""
    if is_universal(place.printed):
        return False
    return is_universal(pair.zone) or (is_explicit(pair.zone) and not is_explicit(place.printed))


def _nearest_to(moment: datetime, clock: Clock, printed: str | None, place: _Place) -> datetime:
    """The same clock time on whichever day lies nearest: 2235 GMT belongs to 7:35 a.m. of the day after."""
    candidates = [_moment(clock, moment.date() + timedelta(days=shift), place, printed) for shift in (-1, 0, 1)]
    return min(candidates, key=lambda candidate: abs(candidate - moment))


def _with_halves(expression: TimeExpression) -> list[Clock]:
    """Clocks with the half of the day they share: "between 7:10 and 7:39 a.m.", "6:30 in the evening"."""
    part = expression.part
    half = None if part is None else "p" if part[0] >= 12 else "a"
    clocks: list[Clock] = []
    for clock in reversed(expression.clocks):
        if clock.half is None:
            clock = structs.replace(clock, half=half)
            if clocks and half == "p" and _minutes(clock) > _minutes(clocks[-1]):  # "11:50 and 12:10 p.m."
                clock = structs.replace(clock, half="a")
        half = clock.half if clock.half in ("a", "p") else half
        clocks.append(clock)
    return clocks[::-1]


def _minutes(clock: Clock) -> int:
    hour = clock.hour
    if clock.half == "p" and hour < 12:
        hour += 12
    elif clock.half == "a" and hour == 12:
        hour = 0
    return hour * 60 + clock.minute


def _moment(clock: Clock, day: date, place: _Place, printed: str | None = None) -> datetime:
    local = datetime.combine(day, time(0)) + timedelta(minutes=_minutes(clock))
    return place.utc(local, clock.zone or printed)
