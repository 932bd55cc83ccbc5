"""Places told without their name: "from the same area", "the outskirts of the capital", "its western region"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import structs

from watchfloor.claims.findings import Finding
from watchfloor.claims.grammar.units import Tagged
from watchfloor.places import Gazetteer
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


# "from a training field in the suburbs of the capital city"
_CAPITAL = re.compile(
    r"\bfrom (?P<edge>(?:an? |the )?(?:[\w-]+ ){0,4}?(?:outskirts|suburbs?|vicinity) of (?:the |its |the country's )?capital(?: city)?)\b"
    r"(?! of)"
)
# "from a western region", "from the northwestern part of the country", "from the North's eastern area"
_SIDE = re.compile(
    r"\bfrom (?P<part>(?:an? |the |its |the country's |the north's )?(?P<side>(?:north|south)?(?:east|west)|north|south)ern "
    r"(?:inland )?(?:part|region|area|district|province)s?(?: of (?:the country|the north))?)\b(?! (?:of|in) )"
)
_CAPITAL_KM = 40.0  # how far out of a capital its outskirts may lie


def unnamed_origins(clause: Tagged, actor: str | None, gazetteer: Gazetteer) -> Iterator[Finding]:
    """An origin that only its part of the launching country tells: the outskirts of its capital, its western region."""
    if actor is None or "from " not in clause.folded:
        return
    edge = _CAPITAL.search(clause.folded)
    capital = gazetteer.capital_of(actor) if edge is not None else None
    if edge is not None and capital is not None:
        yield _origin(
            clause,
            edge.span("edge"),
            structs.replace(capital, name=f"outskirts of {capital.name}", radius_km=_CAPITAL_KM),
        )
    part = _SIDE.search(clause.folded)
    side = gazetteer.side_of(actor, part["side"]) if part is not None else None
    if part is not None and side is not None:
        yield _origin(clause, part.span("part"), structs.replace(side, name=f"{part['side']}ern region"))


def _origin(clause: Tagged, span: tuple[int, int], place: Place) -> Finding:
    start, end = span
    printed = structs.replace(place, printed=clause.sentence.text[start:end])
    return Finding(attribute="origin", value=printed, start=start, end=end, unit=clause.unit_at(start))
