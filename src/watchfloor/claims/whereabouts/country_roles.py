"""Whole countries in a launch: fired from, aimed at, or only flown over."""

from __future__ import annotations

import re

from msgspec import structs

from watchfloor.claims.grammar.context import ending, mentioned
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.whereabouts.place_governors import Governor
from watchfloor.places import PlacePhrase
from watchfloor.records import Place

_OVER = re.compile(
    r"\b(?:over|overflew|across)\s+(?:the |northern |southern |western |eastern |all of |parts of |mainland |main island of )*$"
)

_AT_COUNTRY = re.compile(
    r"(?:\b(?:at|toward|towards|into|against)|(?:strikes?|attacks?|assault|barrage|salvo|fire) on)\s+"
    r"(?:(?:[\w.'-]+ ){0,3}(?:targets?|positions?|sites?|bases?|troops|forces|installations|facilities|cities|towns) in |parts of )?$"
)


def country_role(left: str, phrase: PlacePhrase, actor: str | None) -> tuple[str, Place] | None:
    """A whole country is an origin only "from Yemen" of somebody else, a landing only "over Japan" or "at Israel"."""
    foreign = phrase.place.country != actor
    if foreign and _AT_COUNTRY.search(left) and mentioned("missile_deeds").search(left):
        elsewhere = ending("not_places_of_launch", r"[^.,;]*").search(left)
        return ("landing", phrase.place) if elsewhere is None else None
    if ending(
        "missile_deeds",
        r"(?: [\w'-]+){0,6} from (?:the territory of |(?:the |an? )?[\w'-]+[ -](?:controlled|held|run|occupied) )?",
    ).search(left) or (_FROM_AN_AREA.search(left) and mentioned("missile_deeds").search(left)):
        return ("origin", phrase.place) if actor is None or foreign else None
    if foreign and _OVER.search(left) and mentioned("flying").search(left):
        return ("landing", overflown(phrase.place))
    return None


def own_side(
    clause: Tagged, phrase: PlacePhrase, actor: str | None, governor: Governor | None
) -> tuple[str, Place] | None:
    """A part of the launching country as an origin: "from inland North Korea", "rose from the south of Iran"."""
    if phrase.coast is None or actor is None or phrase.place.country != actor or governor is None:
        return None
    if governor.link != "from" or governor.kind not in ("launch", "flight", "weapon"):
        return None
    printed = clause.sentence.text[phrase.start : phrase.end]
    return ("origin", structs.replace(phrase.place, name=printed.removeprefix("the "), kind="region"))


# "from areas it controls in", "from Houthi-held parts of"
_FROM_AN_AREA = re.compile(
    r"\bfrom (?:[\w'-]+ ){0,4}(?:areas?|territory|territories|parts?|regions?)(?: [\w'-]+){0,5} (?:in |of )?(?:the )?$"
)


def overflown(place: Place) -> Place:
    return structs.replace(place, kind="overflight")


def is_overflown(left: str, phrase: PlacePhrase, actor: str | None) -> bool:
    """Whether a missile only passed a part of another country: "passed over Hokkaido", "after crossing the peninsula"."""
    if phrase.water or phrase.relation is not None or phrase.place.country in (None, actor):
        return False
    return _PASSING.search(left) is not None


_PASSING = re.compile(
    r"\b(?:(?:flew|flies|flying|flown|pass\w+|sail\w+|soar\w+|streak\w+|travel\w+|fired|launched)(?: [\w-]+){0,3} over"
    r"|overflew|overflying|cross(?:ed|ing|es)(?: over)?)(?: the| northern| southern| western| eastern| parts of| japan's)* $"
)
