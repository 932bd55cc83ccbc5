"""When it was launched: which of a sentence's time expressions belong to the launch, and not to a statement or a fall."""

from __future__ import annotations

from collections.abc import Iterator

from watchfloor.claims.context import ending, mentioned
from watchfloor.claims.units import Tagged
from watchfloor.dates import TimeExpression

_SAID_ON = r"(?: \w+){0,3}(?: on| in| late| early| at|,)*\s*"


def launch_times(clause: Tagged) -> Iterator[TimeExpression]:
    """The time expressions of a sentence that can date its launch, left to right."""
    for expression in clause.times:
        if not (expression.has_day or expression.has_clock) or expression.is_publication or expression.is_span:
            continue
        left = clause.folded[max(0, expression.start - 70) : expression.start]
        if ending("saying", _SAID_ON).search(left) or _is_of_another_deed(clause, expression, left):
            continue
        if mentioned("telling").search(clause.folded):
            yield expression


def _is_of_another_deed(clause: Tagged, expression: TimeExpression, left: str) -> bool:
    """Whether the nearest deed before the time is a fall, a visit or an alert rather than the launch."""
    others = [match for section in ("falling", "other_deeds") if (match := ending(section, r"[^,;]*").search(left)) is not None]
    if not others:
        return False
    telling = [match.start() for match in mentioned("telling").finditer(left)]
    return not telling or telling[-1] < max(match.start() for match in others)
