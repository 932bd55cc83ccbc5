"""What governs a place: the preposition that leads to it and the nearest word left of them that says what was done there.

"killing three people in the coastal city of Bat Yam": in, a loss. "sirens sounded across Haifa": across, an alert. The
nearest such word decides, whatever else the sentence tells: "a missile was launched after sirens sounded in Haifa".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from watchfloor.claims.grammar.context import ending, listed
from watchfloor.claims.grammar.units import Tagged, Unit
from watchfloor.places import PlacePhrase
from watchfloor.records import Place

Kind = Literal["launch", "flight", "fall", "hit", "reach", "loss", "weapon", "alert", "interception", "other"]

_REACH = 16  # units left of a place that may govern it: "fired at what it said were two bases of the Jaish al-Adl in"
_LAUNCHES = ("launch_past", "launch_gerund", "launch_third", "launch_base", "liftoff_past", "liftoff_present")
_NOUNS = ("launch_noun", "liftoff_gerund")


class Governor(Struct, frozen=True):
    """The governing word of a place, its kind, and the prepositions between them, the place's own first."""

    kind: Kind
    unit: int
    links: tuple[str, ...]

    @property
    def link(self) -> str | None:
        return self.links[0] if self.links else None


def governor_of(clause: Tagged, phrase: PlacePhrase) -> Governor | None:
    """The word that governs a place; None where its clause begins first, or the place is somebody's ("Israel's")."""
    first = clause.unit_at(phrase.start)
    links: list[str] = []
    weapon: int | None = None
    for at in range(first - 1, max(-1, first - _REACH), -1):
        unit = clause.units[at]
        kind = "interception" if _shoots_down(clause, at) or _destroys_missile(clause, at) else _kind(unit)
        if kind == "weapon":
            weapon = at if weapon is None else weapon
        elif kind is not None and not (kind == "other" and (weapon is not None or _is_parenthesis(clause, at))):
            return Governor(kind, at, tuple(links))
        elif unit.tag in ";S:" or unit.word in ("who", "whose") or _is_new_clause(clause, at):
            break
        elif (unit.tag == "i" or unit.word == "over") and weapon is None:
            links.append(unit.word)
    return None if weapon is None else Governor("weapon", weapon, tuple(links))


def _is_parenthesis(clause: Tagged, at: int) -> bool:
    """Whether a verb of saying stands between commas: "the launch, the Sun reported, was made off Florida"."""
    return clause.tags[at + 1 : at + 2] == "," and "," in clause.tags[max(0, at - 5) : at]


def _is_new_clause(clause: Tagged, at: int) -> bool:
    """Whether another subject begins at a conjunction: "it rose from …, and its booster came down in"."""
    return clause.tags[at - 1 : at + 1] == ",&" and clause.tags[at + 1 : at + 2] in "dckgbqo"


def _kind(unit: Unit) -> Kind | None:
    if unit.tag in "pTmn" or unit.word == "over":
        return None
    if unit.tag == "w":
        return "weapon"
    found = _listed_kinds().get(unit.word)
    if found is not None:
        return found
    if any(unit.has(role) for role in _LAUNCHES) or any(unit.has(role) for role in _NOUNS):
        return "launch"
    if unit.has("attack_verb") or unit.has("impact"):
        return "hit"
    if unit.has("flight"):
        return {"land": "fall", "hit": "hit"}.get(str(unit.roles["flight"]), "flight")  # type: ignore[return-value]
    return "other" if unit.tag in "yY" else None


@lru_cache(maxsize=1)
def _listed_kinds() -> dict[str, Kind]:
    kinds: tuple[Kind, ...] = ("fall", "hit", "reach", "loss", "weapon", "alert", "interception", "other")
    return {word: kind for kind in kinds for word in listed("governors", kind)}


def _shoots_down(clause: Tagged, at: int) -> bool:
    return clause.units[at].word in ("shot", "shoot", "shooting") and clause.units[at + 1].word == "down"


def _destroys_missile(clause: Tagged, at: int) -> bool:
    """ "Destroyed a Ukrainian cruise missile over", "were destroyed over": what air defences do."""
    if clause.units[at].word not in ("destroyed", "destroy", "destroying", "destroys"):
        return False
    return _ITS_MISSILE.match(clause.tags, at + 1) is not None or clause.tags[at + 1 : at + 2] == "F"


_ITS_MISSILE = re.compile(r"[dnkcajxXs,&]{0,6}w")


def tells_of_loss(clause: Tagged) -> bool:
    """Whether a sentence tells what an attack did: "The strike damaged 20 homes in Pavlohrad"."""
    kinds = _listed_kinds()
    return any(kinds.get(unit.word) == "loss" for unit in clause.units)


def is_elsewhere(clause: Tagged, governor: Governor) -> bool:
    """Whether a place is told of something else than the launch: where people were warned, a missile was shot down."""
    if governor.kind == "other":
        return clause.units[governor.unit].word in _listed_kinds()
    return governor.kind in ("alert", "interception")


def is_untrue(clause: Tagged, phrase: PlacePhrase, actor: str | None, governor: Governor) -> bool:
    """Whether nothing whole of the party's came down at a place: "it did not fall in", "could reach", "its booster landed in"."""
    if _is_unreal(clause, phrase, governor):
        return True
    if governor.kind == "hit" and not _is_by(clause, governor, actor):
        return True
    return governor.kind in ("fall", "reach", "hit", "loss") and _is_of_a_part(clause, governor)


_FROM = frozenset({"from", "out of"})
_TOWARD = frozenset({"at", "into", "to", "toward", "towards", "on", "onto", "against"})
_AT = frozenset({"at", "on", "against"})
_ATTACKS = frozenset({"attack", "attacks", "strike", "strikes", "assault", "bombardment"})
_IN = frozenset({"in", "at", "near", "on", "inside", "within", "off", "outside", "around"})
_NOWHERE = frozenset({"country", "territorial_waters", "airspace", "eez", "adiz", "overflight", "capital"})
_WATER = frozenset({"sea", "ocean", "waters", "coast", "strait", "gulf", "bay"})


def governed_role(
    clause: Tagged, phrase: PlacePhrase, actor: str | None, governor: Governor
) -> tuple[str, Place] | None:
    """Whether the word that governs a place makes it an origin or a landing; whole countries and capitals are neither."""
    place = phrase.place
    if (place.kind in _NOWHERE and phrase.relation is None) or (place.kind in _WATER and place.lat is None):
        return None
    if _is_unreal(clause, phrase, governor):
        return None
    if governor.kind in ("launch", "flight", "weapon") and governor.link in _FROM and _may_launch_from(place, actor):
        return None if _SO_FAR.search(clause.folded[: phrase.start]) else ("origin", place)
    if _is_fired_offshore(clause, phrase, actor, governor):
        return ("landing", place)
    if _is_where_it_was_fired(clause, phrase, actor, governor):
        return ("origin", place)
    if _is_where_it_fell(clause, phrase, actor, governor):
        return ("landing", place)
    return None


def _may_launch_from(place: Place, actor: str | None) -> bool:
    """Whether a party may launch from a place: its own, or any that is no capital: "from Kourou", "from a base in Kuwait"."""
    return _is_own(place, actor) or place.kind not in ("capital", "country")


_SO_FAR = re.compile(r"(?:\b|\d)(?:km|kms|kilomet\w+|miles?|mi)\)?,? (?:away )?from (?:the )?$")


def _is_fired_offshore(clause: Tagged, phrase: PlacePhrase, actor: str | None, governor: Governor) -> bool:
    """Whether a missile was fired into the waters off a coast: "fired several cruise missiles off its west coast"."""
    own = phrase.place.kind == "coast" and phrase.relation == "off" and phrase.place.country == actor is not None
    first = clause.unit_at(phrase.start)
    active = clause.tags[governor.unit - 1 : governor.unit] not in ("v", "w") or governor.unit == 0
    return own and governor.kind == "launch" and active and "w" in clause.tags[governor.unit + 1 : first]


def _is_where_it_was_fired(clause: Tagged, phrase: PlacePhrase, actor: str | None, governor: Governor) -> bool:
    """Whether a launch took place at a place of the launching party: "oversaw the test-fire at a site near Pyongyang"."""
    unit = clause.units[governor.unit]
    struck = unit.has("attack_verb") or unit.roles.get("launch_noun") == "attack"
    if governor.kind != "launch" or struck:
        return False
    if phrase.relation == "off":  # "the launch was made off the coast of Florida": where a submarine was
        return not unit.has("launch_past") and not governor.links and phrase.place.lat is not None
    if phrase.water:
        return False
    sited = governor.link in ("at", "in", "near", "outside", "around") or phrase.relation is not None
    aimed = set(governor.links) & {"toward", "towards", "into", "to", "against"}
    aimed |= set(governor.links) & {"at", "on"} if unit.has("launch_past") or unit.has("launch_gerund") else set()
    own = _is_own(phrase.place, actor) and not _is_of_a_part(clause, governor, until=phrase.start)
    return sited and own and not aimed


def _is_own(place: Place, actor: str | None) -> bool:
    return place.country is None or actor is None or place.country == actor


def _is_where_it_fell(clause: Tagged, phrase: PlacePhrase, actor: str | None, governor: Governor) -> bool:
    sited = governor.link in _IN or governor.link in _TOWARD or phrase.relation is not None
    sited = sited or (governor.link == "of" and phrase.water)  # "the preset area in open waters of the East Sea"
    foreign = phrase.water or phrase.place.kind in _WATER or not _is_own(phrase.place, actor)
    if governor.kind == "fall":
        return sited and not _is_of_a_part(clause, governor)
    if governor.kind == "reach":
        return _is_object(clause, phrase, governor) and not _is_of_a_part(clause, governor)
    if governor.kind in ("hit", "loss"):
        means = ending("other_means", r"[^.;]*").search(clause.folded[: phrase.start]) is not None
        hit = sited or (governor.kind == "hit" and _is_object(clause, phrase, governor))
        struck = foreign or (governor.kind == "hit" and (_strikes(clause, governor) or _is_aim(clause, governor)))
        pieces = governor.kind == "loss" and _is_of_a_part(clause, governor, until=phrase.start)
        return struck and hit and not means and not pieces and _is_by(clause, governor, actor)
    if governor.kind == "flight":
        return governor.link in ("to", "toward", "towards", "into") and foreign
    if governor.kind == "launch" and is_attacked(clause, governor, actor):
        return True
    if phrase.place.kind == "test_range" and governor.link in ("toward", "towards"):
        return governor.kind in ("launch", "weapon")  # a range of its own: "fired at Plesetsk toward the Kura range"
    return governor.kind in ("launch", "weapon") and foreign and bool(set(governor.links) & _TOWARD - {"on", "to"})


def is_hit_itself(clause: Tagged, phrase: PlacePhrase, actor: str | None) -> bool:
    """Whether a place is told to have been hit: "Odesa was hit by three missiles", "the airbase came under attack"."""
    elsewhere = phrase.place.kind in _NOWHERE or phrase.place.country == actor
    return not elsewhere and _HIT_ITSELF.match(clause.folded, phrase.end) is not None


# "the airbase in Anbar province came under attack", "Odesa was hit"
_HIT_ITSELF = re.compile(
    r"(?:,[^,;.]{1,60},)? (?:(?:came|comes|coming) under (?:\w+ )?(?:attack|fire)\b"
    r"|(?:was|were|has been|have been) (?:\w+ )?(?:hit|struck|targeted|targetted|attacked|shelled|bombarded|pounded)\b)"
)


def _strikes(clause: Tagged, governor: Governor) -> bool:
    """Whether a party strikes what lies in its own country: "Ukraine struck a headquarters in Sevastopol"."""
    return (
        governor.unit > 0 and clause.tags[governor.unit - 1] in "cgk" and clause.units[governor.unit].has("attack_verb")
    )


def _is_aim(clause: Tagged, governor: Governor) -> bool:
    """ "Ukraine fired missiles at targets in Crimea": what lies in its own country too."""
    return clause.units[governor.unit].word == "targets" and clause.units[governor.unit - 1].word in (
        "at",
        "on",
        "against",
    )


def is_attacked(clause: Tagged, governor: Governor, actor: str | None) -> bool:
    """Whether a place is what an attack was made on, whoever's it is: "an attack with two missiles on a dock in Sevastopol"."""
    aimed = governor.links[-1:] != () and governor.links[-1] in _AT and "from" not in governor.links
    if not aimed or actor is None or clause.units[governor.unit].word not in _ATTACKS:
        return False
    named = (str(unit.roles.get(role)) for unit in clause.units[: governor.unit] for role in ("country", "demonym"))
    return actor in named and _is_by(clause, governor, actor)


def _is_object(clause: Tagged, phrase: PlacePhrase, governor: Governor) -> bool:
    """Whether a place is the object of its verb: "reached Kwajalein Atoll", "targeted the city of Safed"."""
    between = clause.folded[clause.units[governor.unit].end : phrase.start]
    return not governor.links and _OBJECT_GAP.fullmatch(between) is not None


_OBJECT_GAP = re.compile(r" (?:[\w'-]+ ){0,2}")


_SUBJECT_REACH = 30  # units left of a hit that may hold who did it


def _is_by(clause: Tagged, governor: Governor, actor: str | None) -> bool:
    """Whether nobody but the launching party is named before a hit: "Israeli jets hit launch crews in" is another deed."""
    for at in range(governor.unit - 1, max(-1, governor.unit - _SUBJECT_REACH), -1):
        unit = clause.units[at]
        if unit.tag in ";SyY":
            return True
        if "i" in clause.tags[max(0, at - 2) : at]:
            continue  # "fired at targets in Ukraine, causing damage in": no subject
        for role in ("country", "demonym", "capital"):
            if role in unit.roles:
                return actor is None or str(unit.roles[role]) == actor
        if "agency" in unit.roles:
            return actor is None or unit.roles["agency"]["country"] in ("", actor)
    return True


def _is_of_a_part(clause: Tagged, governor: Governor, *, until: int | None = None) -> bool:
    """Whether only a piece came down: "debris fell", "the booster landed", "its second stage splashed down"."""
    end = clause.units[governor.unit].start if until is None else until
    return ending("parts", r"[^.;,]{0,60}").search(clause.folded[:end]) is not None


def _is_unreal(clause: Tagged, phrase: PlacePhrase, governor: Governor) -> bool:
    left = clause.folded[max(0, clause.units[governor.unit].start - 40) : phrase.start]
    return (
        ending("unlanded", r"(?! have| be an? )(?:[^.;,]|[.,](?=\d))*").search(left) is not None
        or _NOT.search(left) is not None
    )


_NOT = re.compile(
    r"\b(?:not|never|neither|nor|n't|rather than|instead of|none|so (?:near|close)|prepar\w+ (?:for|to))\b[^.;,]*$"
)
