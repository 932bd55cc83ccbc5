"""When it was launched: which of a sentence's time expressions belong to the launch, and not to a statement or a fall."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watchfloor.claims.units import Tagged
from watchfloor.dates import TimeExpression

_SAYING = re.compile(r"\b(?:said|says|told|reported|announced|confirmed|added|statement|speech|address|briefing|conference|interview|report|article|commentary|published|released|wrote|issued|post)\b(?: \w+){0,3}(?: on| in| late| early| at|,)*\s*$")
_FALLING = re.compile(r"\b(?:landed|landing|fell|fallen|falling|splash\w*|crash\w*|came down|plung\w*|arriv\w*|visit\w*|met|meeting|talks|summit|election|scheduled|due|expected|anniversary|until|deadline|lifted|alert|warning|warned|evacuat\w*|sanction\w*|dropped into)\b[^,;]*$")
_TELLING = re.compile(r"\b(?:launch\w*|fir(?:e|ed|es|ing|ings)|tested|test\w*|lobbed|unleashed|lifted off|blasted off|took off|soared|roared|detected|occurred|took place|happened|came|attack\w*|strike|barrage|salvo|struck|sent|shot|left its silo|liftoff|missiles?|rocket)\b")


def launch_times(clause: Tagged) -> Iterator[TimeExpression]:
    """The time expressions of a sentence that can date its launch, left to right."""
    for expression in clause.times:
        if not (expression.has_day or expression.has_clock) or expression.is_publication or expression.is_span:
            continue
        left = clause.folded[max(0, expression.start - 70) : expression.start]
        if _SAYING.search(left) or _is_of_another_deed(clause, expression, left):
            continue
        if _TELLING.search(clause.folded):
            yield expression


def _is_of_another_deed(clause: Tagged, expression: TimeExpression, left: str) -> bool:
    """Whether the nearest deed before the time is a fall, a visit or an alert rather than the launch."""
    other = _FALLING.search(left)
    if other is None:
        return False
    telling = [match.start() for match in _TELLING.finditer(left)]
    return not telling or telling[-1] < other.start()
