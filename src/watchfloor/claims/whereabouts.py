"""Where it was fired from, which way it flew, where it came down, and on which side of an economic zone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watchfloor.claims.findings import Finding, lexicon_pattern
from watchfloor.claims.units import Tagged, is_economic_zone
from watchfloor.places import PlacePhrase
from watchfloor.records import Place

_LEFT = 60
_TOWARD = re.compile(r"\b(?:into|toward|towards|to|onto|at|on|against|over|across|above|targeting|hit|hitting|struck|striking|near|in|off|for|between|around|through)\s+(?:the |its |a |an |what it called )?(?:\w+ ){0,2}$")
_FROM = re.compile(r"\b(?:from|out of)\s+(?:(?:the|its|a|an|their|his|somewhere|an area|areas|area|locations?|sites?|places?|positions?|waters?|inside|within|around|near|off|deep|both|multiple|two|several|mobile launchers?|launchers?|in|at|and|north|south|east|west|\w+(?:ern|ly)|\w+'s?|aircraft|jets?|bombers?|tu|ms|\d+|fighter|warplanes?|ships?|submarines?|underwater|silo|silos|barge|platform|vessel|trains?|pad|launch|over|on|of|district|tel|tels|truck|mobile|launcher|sinpo|class|a) ?){0,8}$")
_VESSEL = re.compile(r"\b(?:submarines?|ships?|vessels?|barge|boat|destroyers?|frigates?|corvettes?|platforms?|warships?|aircraft|bombers?|jets?)\b[^.;]{0,25}$")
_FALL = re.compile(r"\b(?:landed|landing|fell|fall|falling|fallen|splash\w*|crash\w*|plung\w*|came down|coming down|come down|drop\w*|impact\w*|plummet\w*|descend\w*|ended up)\b[^.;]*$")
_LAUNCH_SITE = re.compile(r"\b(?:fired|launched|tested|test fired|test launched|lifted off|blasted off|took off|launch|test|firing|conducted|carried out|test firing|flight test|roared off|soared|staged|left its silo)\b[^.;]*$")
_AIMED = re.compile(r"\b(?:at|toward|towards|on|against|targeting|struck|hit|hitting|striking|attacked|into|to|slammed into|pounded|bombarded|rocked)\s+(?:the |a |an |its )?(?:\w+[ -]){0,4}$")
_OVER = re.compile(r"\b(?:over|overflew|across)\s+(?:the |northern |southern |western |eastern |all of |parts of |mainland |main island of )*$")
_NEVER = re.compile(r"\b(?:reach(?:ing)? anywhere in|strik(?:e|ing) anywhere|capable of|could|can|talks|visit\w*|summit|meeting|based|stationed|residents|reporters|told|embassy|said|minister|officials|sanctions|border with|adjacent|ahead of)\b[^.,;]*$")
_GENERIC_SEAS = frozenset({"sea", "ocean", "waters", "water", "the sea"})
_COMPASS_WORD = r"(?:north|south|east|west)(?:[ -]?(?:north)?(?:east|west))?"
_HEADING = (
    re.compile(r"\b((?:north|south|east|west)+?(?:[ -]?(?:north)?(?:east|west))?)wards?\b"),
    re.compile(rf"\bin(?:to)? an? (?:\w+ )?({_COMPASS_WORD})(?:er(?:n|ly))? direction"),
    re.compile(rf"\bin the direction of the ({_COMPASS_WORD})\b(?! (?:sea|coast))"),
    re.compile(rf"\b(?:to|toward|towards) the ({_COMPASS_WORD})(?:er(?:n|ly))?\b(?! (?:of|sea|coast|side|part|korea|china|bank|asia|pacific|atlantic|and))"),
    re.compile(rf"\b(?:flew|flying|flown|headed|heading|launched|fired|travel\w+|traveling)(?: \w+ly)? (?:due )?({_COMPASS_WORD})(?:erly)?\b(?! (?:of|from|sea|coast|korea\w*|china|asia\w*|pacific))"),
)
_COMPASS_ONLY = re.compile(r"(?:the )?(?:North|South|East|West)", re.IGNORECASE)
_SO_FAR_FROM = re.compile(r"\b(?:km|kms|kilomet\w+|miles?|mi|metres|meters|nm)\)?,? from (?:the )?$")
_CAPABILITY = re.compile(r"\b(?:can|could|would|capable|if|able to)\b[^.;]*$")


def places_of(clause: Tagged, *, actor: str | None) -> Iterator[Finding]:
    """Origins and landings: places behind "from …" and behind "into", "toward", "at"; sites behind "near" and "in"."""
    for phrase in clause.places:
        role = None if is_economic_zone(phrase) or _COMPASS_ONLY.fullmatch(phrase.place.printed) else _role(clause, phrase, actor)
        if role is not None:
            attribute, place = role
            yield Finding(attribute=attribute, value=place, start=phrase.start, end=phrase.end, unit=clause.unit_at(phrase.start))


def _role(clause: Tagged, phrase: PlacePhrase, actor: str | None) -> tuple[str, Place] | None:
    left = clause.folded[max(0, phrase.start - _LEFT) : phrase.start]
    left = left[max(left.rfind(";"), left.rfind(". ")) + 1 :]
    if phrase.place.kind == "country" and phrase.relation is None:
        return _country_role(left, phrase, actor)
    if phrase.water:
        return _water_role(left, phrase)
    if _SO_FAR_FROM.search(left) and phrase.place.country != actor:
        return None
    if _FROM.search(left) or _is_second_origin(clause, phrase, left):
        return ("origin", phrase.place)
    return _land_role(left, phrase, actor)


def _country_role(left: str, phrase: PlacePhrase, actor: str | None) -> tuple[str, Place] | None:
    """A whole country is an origin only "from Yemen" of somebody else, a landing only "over Japan" or "at Israel"."""
    foreign = phrase.place.country != actor
    if re.search(r"\b(?:launched|fired|lobbed|shot|unleashed|launch|fire|missiles?|rockets?|barrage|salvo|projectiles?)\b(?: \w+){0,3} from (?:the territory of )?$", left):
        return ("origin", phrase.place) if actor is None or foreign else None
    if foreign and _OVER.search(left) and re.search(r"\b(?:flew|flown|flying|fired|launched|passed|sent|missile|overflew|soared|sailed|crossed|lobbed)\b", left):
        return ("landing", _overflown(phrase.place))
    return None


def _overflown(place: Place) -> Place:
    return Place(name=place.name, printed=place.printed, lat=place.lat, lon=place.lon, radius_km=place.radius_km, country=place.country, kind="overflight")


def _water_role(left: str, phrase: PlacePhrase) -> tuple[str, Place] | None:
    if _FROM.search(left) or _VESSEL.search(left) and re.search(r"\b(?:in|off|near)\s+(?:the )?$", left) and re.search(r"\bfrom\b", left):
        return ("origin", phrase.place)
    if phrase.place.name.casefold() in _GENERIC_SEAS and not re.search(r"\binto\b", left):
        return None
    if re.search(r"\b(?:into|toward|towards)\s+(?:the |its )?(?:\w+ )?$", left):
        return ("landing", phrase.place)
    if re.search(r"\b(?:in|to|off|near|on|over|at|for|reach\w*|entered)\s+(?:the |its )?(?:\w+ )?$", left) and (_FALL.search(left) or _LAUNCH_SITE.search(left) or re.search(r"\b(?:flew|flying|heading|headed|bound)\b", left)):
        return ("landing", phrase.place) if not _NEVER.search(left) else None
    return None


def _is_second_origin(clause: Tagged, phrase: PlacePhrase, left: str) -> bool:
    """"from Jongju and Pihyon", "one from A and the other from B": the second of two places joined to an origin."""
    if not re.search(r"(?:,| and| or)\s+(?:the |near |around )?$", left):
        return False
    before = [other for other in clause.places if other.end <= phrase.start and phrase.start - other.end <= 12]
    if not before or before[-1].water:
        return False
    earlier = clause.folded[max(0, before[-1].start - _LEFT) : before[-1].start]
    return bool(_FROM.search(earlier))


def _land_role(left: str, phrase: PlacePhrase, actor: str | None) -> tuple[str, Place] | None:
    country = phrase.place.country
    foreign = country is not None and actor is not None and country != actor
    if _NEVER.search(left):
        return None
    if foreign or actor is None:
        if _FALL.search(left) or _AIMED.search(left) and re.search(r"\b(?:missiles?|rockets?|projectiles?|fired|launched|struck|hit|attack\w*|strike|barrage|salvo|lobbed|slammed|pounded)\b", left):
            return ("landing", phrase.place)
        return None
    sited = phrase.relation is not None or re.search(r"\b(?:at|near|in|around|off|on|over|outside|inside|within)\s+(?:the |its |a |an )?(?:\w+ )?$", left)
    if sited and _LAUNCH_SITE.search(left) and not _FALL.search(left) and not re.search(r"\b(?:into|toward|towards|hit|struck|target\w*)\b[^.;]*$", left):
        return ("origin", phrase.place)
    return None


def headings(clause: Tagged) -> Iterator[Finding]:
    """The compass word of a flight: "eastward", "in a northeasterly direction", "towards the south"."""
    for pattern in _HEADING:
        match = pattern.search(clause.folded)
        if match is not None and not _CAPABILITY.search(clause.folded[: match.start()]):
            word = re.sub(r"[ -]", "", match.group(1))
            yield Finding(attribute="heading", value=word, start=match.start(), end=match.end(), unit=clause.unit_at(match.start()))
            return


def economic_zones(clause: Tagged, *, nearby: str | None) -> Iterator[Finding]:
    """Inside or outside whose exclusive economic zone: "outside Japan's EEZ" → outside_japan. `nearby`: whose "its" is."""
    match = lexicon_pattern("en/outcomes.toml", "eez", "zone").search(clause.folded)
    if match is None:
        return
    owner = _zone_owner(clause, match.start(), nearby)
    left = clause.folded[max(0, match.start() - 90) : match.start()]
    if owner is None or _CAPABILITY.search(left):
        return
    side = _zone_side(left)
    if side is not None:
        start = max(0, match.start() - 90) + side[1]
        yield Finding(attribute="eez", value=f"{side[0]}_{owner}", start=start, end=match.end(), unit=clause.unit_at(match.start()))


_ZONE_OWNERS = {"JPN": "japan", "KOR": "korea", "PHL": "philippines", "TWN": "taiwan", "IND": "india", "VNM": "vietnam"}


def _zone_owner(clause: Tagged, position: int, nearby: str | None) -> str | None:
    here = clause.unit_at(position)
    for unit in reversed(clause.units[max(0, here - 7) : here]):
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


def _zone_side(left: str) -> tuple[str, int] | None:
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
    for match in lexicon_pattern("en/outcomes.toml", "eez", key).finditer(text):
        found = match
    return found
