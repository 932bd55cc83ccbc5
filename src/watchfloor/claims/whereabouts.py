"""Where it was fired from and where it came down: the places of a sentence that are origins or landings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import structs

from watchfloor.claims.findings import Finding
from watchfloor.claims.place_roles import role_of, waters
from watchfloor.claims.units import Tagged, is_economic_zone
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


def _roles_of_places(clause: Tagged, *, actor: str | None) -> Iterator[Finding]:
    origin_end = landing_end = struck_end = -1
    for phrase in clause.places:
        if clause.units[clause.unit_at(phrase.end - 1)].tag in "gous":
            continue  # "the Israel Defense Forces" is nowhere
        if _is_description(clause, phrase) or is_economic_zone(phrase):
            continue
        if (
            origin_end >= 0
            and phrase.relation is not None
            and _SO_FAR_OFF.match(clause.folded, origin_end)
            and phrase.start - origin_end <= len(", some")
        ):
            continue  # "near Semnan, 140 miles east of Tehran" is one place
        if (
            origin_end >= 0
            and _BESIDE.fullmatch(clause.folded, origin_end, phrase.start)
            and (
                _BEARING.match(phrase.place.name)
                or (phrase.water and clause.folded.startswith("in ", phrase.start - 3))
            )
        ):
            continue  # "from the Sea of Okhotsk, north of Japan", "from the Barents Sea, in the Arctic Ocean"
        if origin_end >= 0 and _CONTAINED.fullmatch(clause.folded[origin_end : phrase.start]):
            continue  # "the Sohae site in Cholsan county" is one place
        if (
            origin_end >= 0
            and _JOINED.fullmatch(clause.folded[origin_end : phrase.start])
            and not phrase.water
            and not clause.folded.startswith("'s", phrase.end)
        ):
            origin_end = phrase.end
            yield Finding(
                attribute="origin",
                value=phrase.place,
                start=phrase.start,
                end=phrase.end,
                unit=clause.unit_at(phrase.start),
            )
            continue
        if landing_end >= 0 and _POINT_TOO.fullmatch(clause.folded, landing_end, phrase.start) and _is_point(phrase):
            landing_end = phrase.end
            continue  # "57 km east of Sokcho and 167 km northwest of Ulleung" is one point
        if landing_end >= 0 and phrase.water and _JOINED.fullmatch(clause.folded[landing_end : phrase.start]):
            landing_end = phrase.end
            yield _landing(clause, phrase)
            continue
        role = (
            None
            if is_economic_zone(phrase) or _COMPASS_ONLY.fullmatch(phrase.place.printed)
            else role_of(clause, phrase, actor)
        )
        named = phrase.place.kind in ("country", "capital") or clause.folded.startswith("'s", phrase.end)
        if (
            role is None
            and struck_end >= 0
            and not named
            and _JOINED.fullmatch(clause.folded, struck_end, phrase.start)
        ):
            role = ("landing", phrase.place)  # "at the Galilee and the Golan Heights"
        struck_end = -1
        if role is not None:
            attribute, place = role
            struck_end = phrase.end if attribute == "landing" and phrase.place.kind != "country" else -1
            if attribute == "origin" and actor is None and _launches_itself(phrase):
                unit = clause.unit_at(phrase.start)
                yield Finding(
                    attribute="actor", value=str(place.country), start=phrase.start, end=phrase.end, unit=unit
                )
                continue
            if place.kind == "country" and attribute == "landing" and _is_offshore(clause, phrase):
                place = structs.replace(place, name=f"off {place.name}", kind="waters")
            elif place.kind == "country" and attribute == "landing" and phrase.water and phrase.relation == "around":
                place = structs.replace(place, name=f"waters around {place.name}", kind="waters")
            elif place.kind == "country" and attribute == "landing":  # "northern Israel" is what was aimed at
                place = structs.replace(place, name=_INSIDE.sub("", clause.sentence.text[phrase.start : phrase.end]))
            if attribute == "landing" and place.kind not in _ALREADY_WATERS and _is_offshore(clause, phrase):
                place = structs.replace(place, name=f"off {place.name}")  # "fell off Sinop" did not hit the town
            if attribute == "origin" and actor is None:
                yield from _launching_country(clause, phrase)
            origin_end = phrase.end if attribute == "origin" else -1
            landing_end = phrase.end if attribute == "landing" and (phrase.water or _is_point(phrase)) else -1
            yield Finding(
                attribute=attribute, value=place, start=phrase.start, end=phrase.end, unit=clause.unit_at(phrase.start)
            )


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


def _landing(clause: Tagged, phrase: PlacePhrase) -> Finding:
    unit = clause.unit_at(phrase.start)
    return Finding(attribute="landing", value=waters(phrase.place), start=phrase.start, end=phrase.end, unit=unit)


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
