"""Where it was fired from and where it came down: the places of a sentence that are origins or landings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct, structs

from watchfloor.claims.findings import Finding
from watchfloor.claims.grammar.units import Tagged, is_economic_zone
from watchfloor.claims.whereabouts.place_roles import role_of, waters
from watchfloor.lexicons import names, table, words
from watchfloor.places import PlacePhrase
from watchfloor.records import Place

_JOINED = re.compile(r"(?:,|,?\s*(?:and|or))\s+(?:the |near |around |from )?(?:other from )?")

_CONTAINED = re.compile(
    r"\s*(?:,?\s*(?:located |situated |lying |in the ))?(?:launch |test |missile )?"
    r"(?:site |area |station |range |center |centre |facility )?(?:in |on |of )?(?:the )?"
)

_BESIDE = re.compile(r", (?:in )?")
_SO_FAR_OFF = re.compile(r",? (?:about |some |around |roughly |nearly )?\d")
_COMPASS_ONLY = re.compile(r"(?:the )?(?:North|South|East|West)", re.IGNORECASE)


def places_of(clause: Tagged, *, actor: str | None) -> Iterator[Finding]:
    """Origins and landings: places behind "from …" and behind "into", "toward", "at"; sites behind "near" and "in"."""
    held: Finding | None = None
    for finding in _roles_of_places(clause, actor=actor):
        pointed = _pointed(clause, held, finding) if held is not None else None
        if pointed is None and held is not None:
            yield held
        held = pointed or finding
    if held is not None:
        yield held


def _pointed(clause: Tagged, sea: Finding, point: Finding) -> Finding | None:
    """One landing where the second only says where in the first: "in the Sea of Japan, about 250 km west of Okushiri"."""
    if sea.attribute != "landing" or point.attribute != "landing" or point.start <= sea.end:
        return None
    if _POINT_GAP.fullmatch(clause.folded, sea.end, point.start) is None:
        return None
    wide, narrow = sea.value, point.value
    if not isinstance(wide, Place) or not isinstance(narrow, Place) or _BEARING.match(narrow.name) is None:
        return None
    printed = clause.sentence.text[sea.start : point.end]
    value = structs.replace(wide, printed=printed, lat=narrow.lat, lon=narrow.lon, radius_km=narrow.radius_km)
    return structs.replace(sea, value=value, end=point.end)


# Between a sea and the point in it: ", ", ", inside Japan's exclusive economic zone, ".
_POINT_GAP = re.compile(r",? (?:at a point |(?:inside|outside|within)[^.;]{1,60}\b(?:zone|eez)(?: \(eez\))?,? )?")


def _is_point(phrase: PlacePhrase) -> bool:
    return phrase.relation is not None and _BEARING.match(phrase.place.name) is not None


_POINT_TOO = re.compile(r",? (?:and )?")


def _is_offshore(clause: Tagged, phrase: PlacePhrase) -> bool:
    """Whether a place only says off which coast: "off Hokkaido", "off the coast near the port of Sinop"."""
    return phrase.relation == "off" or _COAST_BY.match(clause.folded, phrase.start) is not None


_COAST_BY = re.compile(r"(?:the )?(?:coast|shore) (?:near|close to|by) ")
# "an open area in central Israel", "military sites in northern Israel": the country's part is the place
_INSIDE = re.compile(
    r"^(?:an? |the )?(?:[\w-]+ ){0,2}(?:areas?|fields?|sites?|targets?|parts?|grounds?|positions?) (?:in|inside|within) (?:the )?(?=\w)"
)
_ALREADY_WATERS = frozenset({"sea", "ocean", "strait", "gulf", "bay", "coast", "country", "overflight", "waters"})
_BEARING = re.compile(r"(?:north|south|east|west)\w* of\b|off ")


class _Ends(Struct):
    """Where the origin, the water or point of landing, and the place struck that were told last end; -1 where none was."""

    origin: int = -1
    landing: int = -1
    struck: int = -1


def _roles_of_places(clause: Tagged, *, actor: str | None) -> Iterator[Finding]:
    ends = _Ends()
    for phrase in clause.places:
        if _is_nowhere(clause, phrase) or (ends.origin >= 0 and _locates(clause, phrase, ends.origin)):
            continue
        joined = _joined_attribute(clause, phrase, ends)
        if joined is None and ends.landing >= 0 and _is_same_point(clause, phrase, ends.landing):
            ends.landing = phrase.end
        elif joined == "origin":
            ends.origin = phrase.end
            yield _finding(clause, phrase, joined, phrase.place)
        elif joined == "landing":
            ends.landing = phrase.end
            yield _finding(clause, phrase, joined, waters(phrase.place))
        else:
            yield from _told_place(clause, phrase, ends, actor)


def _told_place(clause: Tagged, phrase: PlacePhrase, ends: _Ends, actor: str | None) -> Iterator[Finding]:
    """What a place is by the words around it, with the launching country where it tells that too."""
    role = _role(clause, phrase, ends, actor)
    ends.struck = -1
    if role is None:
        return
    attribute, place = role
    if attribute == "origin" and actor is None and _launches_itself(phrase):
        yield _finding(clause, phrase, "actor", str(place.country))
        return
    if attribute == "origin":
        ends.origin, ends.landing = phrase.end, -1
        yield from _launching_country(clause, phrase) if actor is None else ()
    else:
        ends.origin = -1
        ends.landing = phrase.end if phrase.water or _is_point(phrase) else -1
        ends.struck = phrase.end if phrase.place.kind != "country" else -1
        place = _named_landing(clause, phrase, place)
    yield _finding(clause, phrase, attribute, place)


def _finding(clause: Tagged, phrase: PlacePhrase, attribute: str, value: Place | str) -> Finding:
    unit = clause.unit_at(phrase.start)
    return Finding(attribute=attribute, value=value, start=phrase.start, end=phrase.end, unit=unit)


def _is_nowhere(clause: Tagged, phrase: PlacePhrase) -> bool:
    """Whether a phrase is no place of its own: within a name ("the Israel Defense Forces"), a description, an economic zone."""
    within_name = clause.units[clause.unit_at(phrase.end - 1)].tag in "gous"
    return within_name or _is_description(clause, phrase) or is_economic_zone(phrase)


def _locates(clause: Tagged, phrase: PlacePhrase, origin_end: int) -> bool:
    """Whether a place only tells where the origin right before it lies."""
    if _CONTAINED.fullmatch(clause.folded, origin_end, phrase.start):
        return True  # "the Sohae site in Cholsan county"
    if phrase.relation is not None and _SO_FAR_OFF.match(clause.folded, origin_end):
        return phrase.start - origin_end <= len(", some")  # "near Semnan, 140 miles east of Tehran"
    # "from the Sea of Okhotsk, north of Japan", "from the Barents Sea, in the Arctic Ocean"
    within = _BEARING.match(phrase.place.name) or (phrase.water and clause.folded.startswith("in ", phrase.start - 3))
    return bool(within) and _BESIDE.fullmatch(clause.folded, origin_end, phrase.start) is not None


def _joined_attribute(clause: Tagged, phrase: PlacePhrase, ends: _Ends) -> str | None:
    """The part of the place before, where "and" joins this one to it: "from Jongju and Pihyon", "into the East and West Sea"."""
    if ends.origin >= 0 and _JOINED.fullmatch(clause.folded, ends.origin, phrase.start):
        return None if phrase.water or clause.folded.startswith("'s", phrase.end) else "origin"
    if ends.landing >= 0 and phrase.water and _JOINED.fullmatch(clause.folded, ends.landing, phrase.start):
        return None if _is_same_point(clause, phrase, ends.landing) else "landing"
    return None


def _is_same_point(clause: Tagged, phrase: PlacePhrase, landing_end: int) -> bool:
    """ "57 km east of Sokcho and 167 km northwest of Ulleung" is one point."""
    return _POINT_TOO.fullmatch(clause.folded, landing_end, phrase.start) is not None and _is_point(phrase)


def _role(clause: Tagged, phrase: PlacePhrase, ends: _Ends, actor: str | None) -> tuple[str, Place] | None:
    role = None if _COMPASS_ONLY.fullmatch(phrase.place.printed) else role_of(clause, phrase, actor)
    named = phrase.place.kind in ("country", "capital") or clause.folded.startswith("'s", phrase.end)
    joined = ends.struck >= 0 and not named and _JOINED.fullmatch(clause.folded, ends.struck, phrase.start)
    return ("landing", phrase.place) if role is None and joined else role  # "at the Galilee and the Golan Heights"


def _named_landing(clause: Tagged, phrase: PlacePhrase, place: Place) -> Place:
    """The landing under the name its words give it: "off Sinop" is not the town, "northern Israel" not the country."""
    if _is_offshore(clause, phrase) and place.kind == "country":
        return structs.replace(place, name=f"off {place.name}", kind="waters")
    if place.kind == "country" and phrase.water and phrase.relation == "around":
        return structs.replace(place, name=f"waters around {place.name}", kind="waters")
    if place.kind == "country":
        return structs.replace(place, name=_INSIDE.sub("", clause.sentence.text[phrase.start : phrase.end]))
    if place.kind not in _ALREADY_WATERS and _is_offshore(clause, phrase):
        return structs.replace(place, name=f"off {place.name}")
    return place


def _launching_country(clause: Tagged, phrase: PlacePhrase) -> Iterator[Finding]:
    """The country an origin is said to lie in, where what is launched from it is its own: "the west coast of North Korea"."""
    country = next(
        (c for c in words("en/launches.toml")["attack"]["launch_themselves"] if c == phrase.place.country), None
    )
    named = (
        _country_named(country).search(clause.sentence.text, phrase.start, phrase.end) if country is not None else None
    )
    if country is not None and named is not None:
        unit = clause.unit_at(phrase.start)
        yield Finding(attribute="actor", value=country, start=named.start(), end=named.end(), unit=unit)


@lru_cache(maxsize=8)
def _country_named(country: str) -> re.Pattern[str]:
    row = next(row for row in table("world/countries.csv") if row["alpha3"] == country)
    return re.compile("|".join(re.escape(name) for name in sorted(names(row), key=len, reverse=True)))


def _launches_itself(phrase: PlacePhrase) -> bool:
    """Whether a launch from a country is that country's: "was launched from North Korea", not "from Yemen"."""
    whole = phrase.place.kind == "country" and phrase.relation is None
    return whole and phrase.place.country in words("en/launches.toml")["attack"]["launch_themselves"]


_DESCRIBED = re.compile(
    r"an? (?:\w+ ){0,2}"
    r"(?:town|city|village|settlement|community|port|suburb|resort|island|launch site|launch pad|test site|base|facility)\b"
)


def _is_description(clause: Tagged, phrase: PlacePhrase) -> bool:
    """Whether a phrase only describes the place named before it: "Ashkelon, a town north of the Gaza Strip"."""
    named = clause.folded[: phrase.start].rstrip().endswith(",")
    return named and _DESCRIBED.match(clause.folded, phrase.start) is not None


_OWN_WATERS = re.compile(
    r"\b(?:its|their|the|the country's|north's|country's|korea's)\s+(east|west|north|south)ern waters\b"
)

_TO_WATERS = re.compile(r"\b(?:into|toward|towards|in|off|to)\s+(?:the )?(?:north |south )?$")


# "the launch site was an airfield near", "launch point:"
_SITE_TOLD = re.compile(
    r"\b(?:launch|launching|firing|starting|take-?off)(?: site| point| location| area| position|ing ground)s? ?"
    r"(?:was|were|is|being|,|:|named as|identified as|given as|located (?:at|in|near)|(?:was|is) (?:at|in|near|located in))"
    r"(?: (?:probably|likely|apparently|reportedly))? (?:at |in |near |the |an? )*$"
)
# "Hainan was named as the starting point"
_NAMED_SITE = re.compile(
    r" (?:was|were|is) (?:(?:named|identified|given|reported|believed|thought|likely|probably|to|be|as) )*"
    r"(?:the |its |their )?(?:launch|launching|firing|starting|take-?off)(?: site| point| location)"
)


def told_sites(clause: Tagged) -> Iterator[Finding]:
    """Places called the launch site: "The launch site was an airfield near Sunchon", "Hainan was named as the launch site"."""
    if "launch" not in clause.folded and "point" not in clause.folded:
        return
    for phrase in clause.places:
        left = clause.folded[max(0, phrase.start - 90) : phrase.start]
        if phrase.place.kind != "country" and (_SITE_TOLD.search(left) or _NAMED_SITE.match(clause.folded, phrase.end)):
            unit = clause.unit_at(phrase.start)
            yield Finding(attribute="origin", value=phrase.place, start=phrase.start, end=phrase.end, unit=unit)


def own_waters(clause: Tagged) -> Iterator[Finding]:
    """ "Toward its eastern waters": the waters off a coast, by their side."""
    match = _OWN_WATERS.search(clause.folded)
    if match is not None and _TO_WATERS.search(clause.folded[max(0, match.start() - 30) : match.start()]):
        printed = clause.sentence.text[match.start() : match.end()]
        place = Place(name=f"waters off the {match.group(1)} coast", printed=printed, kind="sea")
        unit = clause.unit_at(match.start())
        yield Finding(attribute="landing", value=place, start=match.start(), end=match.end(), unit=unit)
