"""When a report was published: from the caller, metadata, or a line of the page ("Updated 14 January 2025, 09:40 GMT")."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from watchfloor.dates import Anchor, find_times, resolve
from watchfloor.records import When, Zone, ZoneSpan

_SAYS_SO = re.compile(
    r"\b(?:published|updated|posted|first published|last updated|last modified|created|date)\b", re.IGNORECASE
)
_OUTSIDE = frozenset({Zone.FURNITURE, Zone.BYLINE})
_NOTHING = Anchor(None, None)


def parse_publication(stated: str) -> When | None:
    """A date or time as metadata gives it, None where it is neither: "2025-11-07", "2025-11-07T03:50:00+09:00", "7 Nov 2025"."""
    words = stated.strip()
    try:
        return (
            _moment(datetime.fromisoformat(words.replace("Z", "+00:00")))
            if len(words) > 10
            else _whole_day(date.fromisoformat(words))
        )
    except (ValueError, OverflowError):
        return _from_words(words)


def _moment(moment: datetime) -> When:
    """A time with a zone is a minute; one without could be anywhere on Earth, so only its day is kept."""
    if moment.tzinfo is None:
        return _whole_day(moment.date())
    instant = moment.astimezone(UTC)
    return When(first=instant, last=instant, precision="minute", anchor="absolute")


def _whole_day(day: date) -> When:
    first = datetime.combine(day, time(0), tzinfo=UTC)
    return When(first=first, last=first + timedelta(days=1), precision="day", anchor="absolute")


_GLUED = re.compile(r"(?<=[a-z]\.)(?=\d)|(?<=\d,)(?=\d{4}\b)")  # "Mar.14,2023"


def _from_words(words: str) -> When | None:
    for expression in find_times(_GLUED.sub(" ", words)):
        if expression.day is None or expression.day.kind != "date" or expression.day.year is None:
            continue
        when = resolve(expression, anchor=_NOTHING, zone="UTC")
        if when.first is None:
            continue
        if expression.has_clock and expression.zone:
            return When(first=when.first, last=when.last, precision="minute", zone=expression.zone, anchor="absolute")
        return _whole_day(when.first.date())
    return None


def _is_a_date(line: str) -> bool:
    """Whether a line is a date and nothing else: "Oct. 31, 2024 6:42 p.m. ET"."""
    found = find_times(line)
    return len(found) == 1 and len(line) - (found[0].end - found[0].start) <= 6


def publication_in(text: str, zones: tuple[ZoneSpan, ...]) -> When | None:
    """The publication time a line outside the body states, None where no line does."""
    for span in zones:
        if span.zone in _OUTSIDE and span.end - span.start < 200:
            line = text[span.start : span.end]
            if (_SAYS_SO.search(line) or _is_a_date(line)) and (when := _from_words(line)) is not None:
                return when
    return None
