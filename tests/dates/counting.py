"""What the tests of dates share: publications, anchors, and resolved times as short strings of local time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from watchfloor.dates import Anchor, TimeExpression, anchor_from, find_times, offset_of, resolve
from watchfloor.records import When


def published(stated: str) -> When:
    """A publication known to the day ("2024-05-16") or to the minute ("2024-05-16T22:40Z")."""
    moment = datetime.fromisoformat(stated.replace("Z", "+00:00"))
    if len(stated) == 10:
        moment = moment.replace(tzinfo=UTC)
        return When(first=moment, last=moment + timedelta(days=1), precision="day", anchor="absolute")
    return When(first=moment, last=moment, precision="minute", anchor="absolute")


THURSDAY = anchor_from(published("2024-05-16"), "")  # 16 May 2024 was a Thursday


def only(text: str) -> TimeExpression:
    expressions = find_times(text)
    assert len(expressions) == 1, [text[e.start : e.end] for e in expressions]
    return expressions[0]


def local(
    text: str, *, anchor: Anchor = THURSDAY, zone: str = "Asia/Seoul", default_day: date | None = None
) -> str | None:
    """The interval of the text's one expression in the zone's own time: "24-05-16 07:10", or two of them with "..".."""
    when = resolve(only(text), anchor=anchor, zone=zone, default_day=default_day)
    if when.first is None or when.last is None:
        return None
    first, last = ((moment + offset_of(zone, moment)).strftime("%y-%m-%d %H:%M") for moment in (when.first, when.last))
    return first if first == last else f"{first} .. {last}"
