"""On which side of an exclusive economic zone it came down, and whose zone it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watchfloor.claims.findings import Finding
from watchfloor.claims.grammar.context import ending
from watchfloor.claims.grammar.phrases import lexicon_phrases
from watchfloor.claims.grammar.units import Tagged


def economic_zones(clause: Tagged, *, nearby: str | None) -> Iterator[Finding]:
    """Inside or outside whose exclusive economic zone: "outside Japan's EEZ" → outside_japan. `nearby`: whose "its" is."""
    match = lexicon_phrases("en/outcomes.toml", "eez", "zone").search(clause.folded)
    if match is None:
        return
    owner = _zone_owner(clause, match.start(), nearby)
    left = clause.folded[max(0, match.start() - 90) : match.start()]
    if owner is None or ending("ability").search(left):
        return
    side = _zone_side(left)
    if side is not None:
        start = max(0, match.start() - 90) + side[1]
        yield Finding(
            attribute="eez",
            value=f"{side[0]}_{owner}",
            start=start,
            end=match.end(),
            unit=clause.unit_at(match.start()),
        )


_ZONE_OWNERS = {"JPN": "japan", "KOR": "korea", "PHL": "philippines", "TWN": "taiwan", "IND": "india", "VNM": "vietnam"}


def _zone_owner(clause: Tagged, position: int, nearby: str | None) -> str | None:
    here = clause.unit_at(position)
    own = clause.folded.endswith((" its ", " their "), 0, position)  # "Japan says Chinese missiles fell within its EEZ"
    for unit in () if own else reversed(clause.units[max(0, here - 7) : here]):
        for role in ("country", "demonym", "capital"):
            if unit.tag in "ck" and role in unit.roles:
                return _ZONE_OWNERS.get(str(unit.roles[role]))
        if unit.tag == "p" and unit.read.place.country is not None and unit.read.place.kind == "country":
            return _ZONE_OWNERS.get(unit.read.place.country)
    for unit in clause.units[:here]:
        if unit.tag in "gkc" and (country := _unit_country(unit)) in _ZONE_OWNERS:
            return _ZONE_OWNERS[country]
    return _ZONE_OWNERS.get(nearby or "")


def _unit_country(unit: object) -> str:
    roles = getattr(unit, "roles", {})
    if "agency" in roles:
        return str(roles["agency"]["country"])
    return str(roles.get("country") or roles.get("demonym") or roles.get("capital") or "")


_OFF_THE_ZONE = re.compile(r"\boff (?:[\w']+ ){0,2}$")


def _zone_side(left: str) -> tuple[str, int] | None:
    beside = _OFF_THE_ZONE.search(left)
    if beside is not None:
        return ("outside", beside.start())
    outside = _last(left, "outside")
    inside = _last(left, "inside")
    negated = re.search(r"\b(?:not|none|never|no|without|neither|n't)\b[^.;,]*$", left)
    if outside is not None and (inside is None or outside.end() >= inside.end() - 12):
        return ("outside", outside.start())
    if inside is not None:
        return ("outside" if negated else "inside", negated.start() if negated else inside.start())
    reach = re.search(r"\b(?:reach\w*|enter\w*|violat\w*)\b[^.;]*$", left)
    if reach is not None:
        return ("outside" if negated else "inside", negated.start() if negated else reach.start())
    return None


def _last(text: str, key: str) -> re.Match[str] | None:
    found = None
    for match in lexicon_phrases("en/outcomes.toml", "eez", key).finditer(text):
        found = match
    return found
