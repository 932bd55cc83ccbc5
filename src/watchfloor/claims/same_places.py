"""Places taken up from before: "from the same area", "toward the same sea", "at the same base"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from watchfloor.claims.findings import Finding
from watchfloor.claims.units import Tagged
from watchfloor.records import Claim, Place

_SAME = re.compile(
    r"\b(?P<link>from|out of|at|in|into|toward|towards|near) (?P<same>the same (?:launch |air |naval |coastal )?"
    r"(?P<noun>area|region|site|place|location|airfield|airport|base|spot|pad|sea|waters|city|town|province))\b"
)
_LAUNCHED = re.compile(r"\b(?:fired|launched|tested|lifted off)\b[^.;,]{0,40}$")
_AWAY = frozenset({"from", "out of"})
_WATERS = frozenset({"sea", "waters"})


def same_places(clause: Tagged, told: Mapping[str, Place]) -> Iterator[Finding]:
    """The origin or landing told last, where a sentence takes it up: "two more were fired from the same area"."""
    match = _SAME.search(clause.folded) if "the same " in clause.folded else None
    if match is None:
        return
    stood = match["link"] in ("in", "at", "near") and _LAUNCHED.search(clause.folded[: match.start()]) is not None
    attribute = "origin" if match["link"] in _AWAY or stood else "landing"
    place = told.get(attribute)
    if place is None or (match["noun"] in _WATERS) != (place.kind in ("sea", "ocean", "coast", "waters")):
        return
    start, end = match.span("same")
    yield Finding(attribute=attribute, value=place, start=start, end=end, unit=clause.unit_at(start))


def remember(told: dict[str, Place], claims: tuple[Claim, ...]) -> None:
    """Keep the last place of each kind that was told, for what takes it up."""
    for claim in claims:
        if isinstance(claim.value, Place) and claim.polarity and claim.value.kind != "overflight":
            told[claim.attribute] = claim.value
