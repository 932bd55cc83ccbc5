"""Dates: expressions of time, and the widest interval in UTC that their words allow."""

from watchfloor.dates.anchors import Anchor, anchor_from
from watchfloor.dates.expressions import Clock, Day, TimeExpression
from watchfloor.dates.finding import find_times
from watchfloor.dates.resolution import resolve
from watchfloor.dates.zones import offset_of

__all__ = [
    "Anchor",
    "Clock",
    "Day",
    "TimeExpression",
    "anchor_from",
    "find_times",
    "offset_of",
    "resolve",
]
