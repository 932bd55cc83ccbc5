"""The part a place plays in a launch: what stands left of it makes it an origin, a landing, or neither."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import structs

from watchfloor.claims.grammar.context import ANY, beginning, ending, listed, mentioned
from watchfloor.claims.grammar.phrases import Phrases, any_of
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.whereabouts.country_roles import country_role, is_overflown, overflown, own_side
from watchfloor.claims.whereabouts.place_asides import SITES, elaborates, is_in_range, is_named_otherwise, is_no_site
from watchfloor.claims.whereabouts.place_governors import (
    governed_role,
    governor_of,
    is_attacked,
    is_elsewhere,
    is_hit_itself,
    is_untrue,
)
from watchfloor.lexicons import words
from watchfloor.places import PlacePhrase
from watchfloor.records import Place

_LEFT = 110  # characters left of a place that may tell its role: "fired a … missile from areas it controls toward"

_NEAR = 60  # characters left of a place abroad within which a target's words count


@lru_cache(maxsize=1)
def _from() -> re.Pattern[str]:
    """The word "from" with no other deed or direction between it and the place: "from a mobile launcher near"."""
    return re.compile(rf"\b(?:from|out of)\s+(?:(?!{any_of(listed('ends_from'))})[\w'.-]+:?\s+){{0,9}}\(?$")


@lru_cache(maxsize=1)
def _launching() -> Phrases:
    """A launch's verb left of a place: those that place a launch, and those whose subject is the weapon."""
    return Phrases((*listed("launching"), *_lift_off_verbs()), behind=ANY + "$")


@lru_cache(maxsize=1)
def _lifting_off() -> Phrases:
    return Phrases(_lift_off_verbs(), behind=ANY + "$")


def _lift_off_verbs() -> tuple[str, ...]:
    forms = words("en/launches.toml")["intransitive"]
    return tuple(verb for verb in (*forms["past"], *forms["present"], *forms["gerund"]) if verb != "launched")


@lru_cache(maxsize=1)
def _from_a_vessel() -> re.Pattern[str]:
    """A ship or aircraft launched from, and where it was: "from a new submarine in", "from a bomber off"."""
    return re.compile(
        rf"\b(?:from|aboard)\s+(?:an?|the|its|one|two|three|four|five|six|several|\w+ing)\s+(?:[\w'.-]+\s+){{0,4}}{any_of(listed('vessels'))}"
        r"(?:(?! at | toward| into | against | to )[^.;]){0,25}\s(?:in|off|near)\s+(?:the )?$"
    )


@lru_cache(maxsize=1)
def _aimed() -> re.Pattern[str]:
    """A target's words left of a place: "at the city of", "struck an arms depot near"."""
    near = any_of(listed("aiming")) + r"\s+(?:the |a |an |its )?(?:\w+[ -]){0,4}"
    return re.compile(rf"(?:{near}|{any_of(words('en/launches.toml')['attack']['verbs'])}[^,.;]{{0,60}})$")


_LEFT_STAND = re.compile(  # "the missile left a silo launcher at"
    r"\b(?:left|leaving) (?:a|its|the|their) (?:[\w-]+ ){0,3}(?:silo|launcher|pad|launchpad|platform|canister)s?"
    r" (?:at|in|near|on|of) (?:the )?$"
)
_PRONOUN = re.compile(r"\b(?:it|they|both|one|each) (?:left|leaving) ")

_SO_FAR_FROM = re.compile(r"(?:\b|\d)(?:km|kms|kilomet\w+|miles?|mi|metres|meters|nm)\)?,? from (?:the )?$")


def role_of(clause: Tagged, phrase: PlacePhrase, actor: str | None) -> tuple[str, Place] | None:
    """What a place is to the launch of its clause: an origin, a landing, or None. By its words, else by what governs it."""
    left = clause.folded[max(0, phrase.start - _LEFT) : phrase.start]
    left = left[left.rfind(";") + 1 :]
    if is_named_otherwise(clause, phrase) or is_in_range(clause, phrase, actor):
        return None
    governor = governor_of(clause, phrase)
    if governor is not None and is_elsewhere(clause, governor):
        return None
    if beginning("matters").match(clause.folded, phrase.end) and clause.folded[phrase.end : phrase.end + 1] != ",":
        return None  # "amid the Gaza war"
    if is_no_site(clause, left, phrase, governor):
        return None
    if phrase.place.kind == "country" and phrase.relation is None:
        return country_role(left, phrase, actor) or own_side(clause, phrase, actor, governor)
    if phrase.water and _surrounds_site(clause, phrase):
        return None
    if is_overflown(left, phrase, actor):
        return ("landing", overflown(phrase.place))
    if is_hit_itself(clause, phrase, actor):
        return ("landing", phrase.place)
    role = _worded_role(clause, phrase, left, actor)
    if governor is None and role is not None and role[0] == "landing" and _RATHER_THAN.search(left):
        return None
    if governor is None:  # "… fired over Japan, in what appears to be a move to get the attention of Tokyo"
        return None if role is not None and role[0] == "landing" and phrase.place.kind == "capital" else role
    if (
        role is not None
        and role[0] == "origin"
        and (
            is_attacked(clause, governor, actor)
            or (governor.link in _AGAINST and actor is not None and phrase.place.country not in (None, actor))
        )
    ):
        role = ("landing", phrase.place)  # "a strike from several areas on waters off eastern Taiwan"
    if role is not None and role[0] == "origin" and governor.kind == "fall" and governor.link == "from":
        return None  # "the main part landed 35 km from the airfield"
    if role is not None:
        return None if role[0] == "landing" and is_untrue(clause, phrase, actor, governor) else role
    if elaborates(clause, phrase):
        return None
    governed = governed_role(clause, phrase, actor, governor)
    return ("landing", waters(governed[1])) if governed is not None and governed[0] == "landing" else governed


_RATHER_THAN = re.compile(r"\b(?:rather than|instead of)\b[^.;,]*$")  # "… rather than on a path towards Guam"
_AGAINST = frozenset({"on", "onto", "into", "toward", "towards", "against"})


def _worded_role(clause: Tagged, phrase: PlacePhrase, left: str, actor: str | None) -> tuple[str, Place] | None:
    if _LEFT_STAND.search(left) or (
        re.search(r"\b(?:left|leaving|departed) (?:the |its )?$", left)
        and phrase.place.lat is not None
        and (mentioned("missile_deeds").search(left) or _PRONOUN.search(left) or _weapon_before(clause, phrase))
    ):
        return ("origin", phrase.place)
    if (
        phrase.relation == "off"
        and phrase.place.kind in _PADS
        and phrase.place.country == actor
        and _launching().search(left)
    ):
        return ("origin", phrase.place)  # "test-fired an Agni-5 off Abdul Kalam Island"
    if elaborates(clause, phrase):
        return None
    if clause.folded.startswith("'s ", phrase.end) and phrase.place.kind in ("capital", "country"):
        return None  # "Pyongyang's programme"
    if phrase.water and not _launches_itself(clause, phrase):
        return _water_role(clause, left, phrase)
    if _launches_itself(clause, phrase):
        return ("origin", phrase.place)
    if _opens_launch(clause, phrase) and phrase.place.country in (None, actor or phrase.place.country):
        return ("origin", phrase.place)
    if (
        phrase.place.kind in ("capital", "country")
        and actor is not None
        and len(actor) == _STATE  # the Houthis fire from Sanaa
        and phrase.place.country not in (None, actor)
        and not _aimed().search(left)
    ):
        return None
    if phrase.place.country not in (None, actor) and "w" in clause.tags and _LOSS_IN.search(left):
        return ("landing", phrase.place)
    if _SO_FAR_FROM.search(left) and (phrase.place.country != actor or _is_sited_before(clause, phrase)):
        return None
    if phrase.place.country == actor and _RELEASED_OVER.search(left):
        return ("origin", phrase.place)
    if _opens_fall(clause, phrase):
        return ("landing", phrase.place)
    if _from_a_vessel().search(left) and phrase.place.country in (None, actor):
        return ("origin", phrase.place)
    if (_is_from(clause, phrase, left) and _launched_before(clause, phrase)) or _is_second_origin(clause, phrase, left):
        return ("origin", phrase.place)
    return _land_role(left, phrase, actor)


def _opens_launch(clause: Tagged, phrase: PlacePhrase) -> bool:
    """Whether a sentence begins with the place of the launch it tells: "At the Plesetsk cosmodrome, a missile was fired"."""
    opening = _OPENING.fullmatch(clause.folded[: phrase.start]) is not None
    verbs = any(unit.tag == "V" and unit.start > phrase.end for unit in clause.units)
    return opening and verbs and clause.folded.startswith(",", phrase.end)


def _opens_fall(clause: Tagged, phrase: PlacePhrase) -> bool:
    """Whether a sentence begins with the place of the fall it tells: "In the Poltava region, a missile fell in a yard"."""
    if _OPENING.fullmatch(clause.folded[: phrase.start]) is None or not clause.folded.startswith(",", phrase.end):
        return False
    return _CAME_DOWN.match(clause.folded, phrase.end) is not None


_CAME_DOWN = re.compile(
    r",[^,;.]{0,40}\b(?:missiles?|rockets?|projectiles?|warheads?)\b[^,;.]{0,20}"
    r"\b(?:fell|hit|struck|landed|crashed|came down|slammed|exploded|damaged|killed|injured|wounded)\b"
)


def _launches_itself(clause: Tagged, phrase: PlacePhrase) -> bool:
    """Whether a base, its crew or a launcher there is the subject: "Vandenberg launches …", "a submarine off Sinpo fired …"."""
    stands = ending("vessels", r"(?: (?:in|at|near|off|on|from))?(?: the)? ").search(clause.folded[: phrase.start])
    stands = stands or ending("launchers", r" (?:in|from)(?: the)? ").search(clause.folded[: phrase.start])
    if phrase.place.kind not in (*SITES, "base", "airbase") and stands is None:
        return False
    first, last = clause.unit_at(phrase.start), clause.unit_at(phrase.end - 1)
    if set(clause.tags[:first]) & set("vVFMyrS;:") or _HEARD.search(clause.folded[: phrase.start]):
        return False
    verb = next((unit for unit in clause.units[last + 1 :] if unit.tag in "vVFMBLGyrS;:"), None)
    return (
        verb is not None
        and (verb.has("launch_past") or verb.has("launch_third"))
        and clause.tags[last + 1 : last + 2] != "'"
    )


_LOSS_IN = (
    re.compile(  # "three people were killed overnight in Haifa after a missile struck", "killing two in the city of"
        r"\b(?:kill(?:ed|ing)|injur(?:ed|ing)|wound(?:ed|ing)|dead|hurt)\b(?! (?:in|during|by) (?:air|u\.?s|israel))"
        r"(?: [\w-]+){0,4} in (?:the )?(?:[\w-]+ ){0,2}(?:(?:city|town|village|port|region|suburb|district) of )?$"
    )
)
_HEARD = re.compile(r"\b(?:from|to|toward|towards|over|against|of)\s+(?:the )?$")
_STATE = 3  # letters of a state's code; an armed group has its name
_OPENING = re.compile(r"[\"'“(]*\s*(?:at|in|from|near)\s+(?:the )?")


def _is_from(clause: Tagged, phrase: PlacePhrase, left: str) -> bool:
    """Whether "from" governs the place: no other place stands between them."""
    found = _from().search(left)
    if found is None:
        return False
    begun = phrase.start - len(left) + found.start()
    return not any(begun < other.start and other.end < phrase.start for other in clause.places)


def _is_sited_before(clause: Tagged, phrase: PlacePhrase) -> bool:
    """Whether a place of the same country stands before: "from Wheeler Island, about 200 km from Bhubaneswar"."""
    return any(
        other.end < phrase.start and other.place.country == phrase.place.country and other.place.kind != "country"
        for other in clause.places
    )


def _weapon_before(clause: Tagged, phrase: PlacePhrase) -> bool:
    """Whether a weapon is named before a place in its clause: "two rounds left the Sukchon area"."""
    at = clause.unit_at(phrase.start)
    before = clause.tags[max(0, at - 9, clause.tags.rfind(";", 0, at) + 1) : at]
    return any(tag in before for tag in "wsB")  # a missile, a system, "the launches"


def _launched_before(clause: Tagged, phrase: PlacePhrase) -> bool:
    """Whether a launch or flight stands before "from", or nothing does: "a labourer from Gaza" was not fired.

    A word of launching within a name is none: "Global Strike Command airmen from bases in Wyoming".
    """
    start = max(0, phrase.start - 200)
    before = clause.folded[start : phrase.start]
    begun = max(before.rfind(" from "), before.rfind("out of "))
    if begun < 8:
        return True
    deeds = [m.start() for section in _DEEDS for m in mentioned(section).finditer(before[:begun])]
    deeds += [match.start() for match in [_lifting_off().search(before[:begun])] if match is not None]
    return any(clause.units[clause.unit_at(start + deed)].tag not in "gou" for deed in deeds)


_DEEDS = ("launching", "missile_deeds", "flying", "telling")


def _water_role(clause: Tagged, left: str, phrase: PlacePhrase) -> tuple[str, Place] | None:
    unnamed = phrase.place.name.casefold() in listed("generic_waters")
    if _is_from(clause, phrase, left) and unnamed:
        return None  # "launched by a C-17 from the ocean"
    if _is_from(clause, phrase, left) or _from_a_vessel().search(left) or _fired_by_a_vessel(clause, phrase, left):
        return ("origin", phrase.place)
    if unnamed and not re.search(r"\binto\b", left):
        return None
    if re.search(r"\b(?:into|toward|towards|in the direction of)\s+(?:the |its )?(?:\w+ )?$", left):
        return ("landing", waters(phrase.place))
    if re.search(
        r"\b(?:in|to|off|near|on|over|at|for|reach\w*|entered)\s+(?:the |its )?(?:\w+ )?(?:waters? of |area of )?(?:the )?$",
        left,
    ) and (ending("falling").search(left) or _launching().search(left) or mentioned("flying").search(left)):
        return (
            ("landing", waters(phrase.place)) if not ending("not_places_of_launch", r"[^.,;]*").search(left) else None
        )
    return None


def _surrounds_site(clause: Tagged, phrase: PlacePhrase) -> bool:
    """Whether a sea only tells where the site lies: "launched from the range at Abdul Kalam Island in the Bay of Bengal"."""
    site = next((other for other in reversed(clause.places) if other.end < phrase.start), None)
    if site is None or site.place.kind not in _PADS or site.place.country is None:
        return False
    lying = _IN.fullmatch(clause.folded, site.end, phrase.start) is not None
    left = clause.folded[max(0, site.start - _LEFT) : site.start]
    return lying and (_from().search(left) is not None or " from " in left)


_IN = re.compile(r",? in (?:the )?")


def _fired_by_a_vessel(clause: Tagged, phrase: PlacePhrase, left: str) -> bool:
    """Whether a ship is the subject of the launch and the sea where it was: "Destroyer fires missile in Arabian Sea"."""
    if _WHEREABOUTS.search(left) is None:
        return False
    verb = next((at for at, unit in enumerate(clause.units) if unit.has("launch_past") or unit.has("launch_third")), 0)
    return (
        0 < verb < clause.unit_at(phrase.start)
        and ending("vessels", r"[^.;,]*").search(clause.folded[: clause.units[verb].start]) is not None
    )


_WHEREABOUTS = re.compile(r"\b(?:missiles?|rockets?|[\w-]*\d|test) (?:while )?(?:in|off|near) (?:the )?$")


def waters(place: Place) -> Place:
    """The waters off a coast, where a coast is all that names them: "waters off its east coast"."""
    return structs.replace(place, name=f"waters off the {place.name}") if place.kind == "coast" else place


def _is_second_origin(clause: Tagged, phrase: PlacePhrase, left: str) -> bool:
    """ "from Jongju and Pihyon", "one from A and the other from B": the second of two places joined to an origin."""
    if not re.search(r"(?:,| and| or)\s+(?:the |near |around )?$", left):
        return False
    before = [other for other in clause.places if other.end <= phrase.start and phrase.start - other.end <= 12]
    if not before or before[-1].water:
        return False
    earlier = clause.folded[max(0, before[-1].start - _LEFT) : before[-1].start]
    from_there = _from().search(earlier) is not None and not earlier.endswith((" at ", " at the "))
    return from_there and _launched_before(clause, before[-1])


def _land_role(left: str, phrase: PlacePhrase, actor: str | None) -> tuple[str, Place] | None:
    country = phrase.place.country
    foreign = country is None or (actor is not None and country != actor)
    if ending("not_places_of_launch", r"[^.,;]*").search(left):
        return None
    if _AIMED_AT.search(left) or _FLOWN_TO.search(left):
        return ("landing", phrase.place)
    if _TOWARD.search(left) and mentioned("missile_deeds").search(left):
        return ("landing", waters(phrase.place) if phrase.place.kind == "coast" else phrase.place)
    if phrase.place.kind in SITES and not ending("falling").search(left):
        told = _sited(phrase, left) and _launching().search(left) is not None
        return ("landing" if _from_another(left) else "origin", phrase.place) if told else None
    if _FIRED_AT.search(left) and phrase.place.kind not in (*SITES, "airbase", "base"):
        return ("landing", phrase.place)
    if actor is None and _sited(phrase, left) and _lifting_off().search(left):
        return ("origin", phrase.place)
    if actor is None and _NEAR_OR_IN.search(left) and _launching().search(left) and not ending("falling").search(left):
        return ("origin", phrase.place)
    if foreign or actor is None:
        near = left[-_NEAR:]
        if ending("falling").search(near) or (_aimed().search(near) and mentioned("missile_deeds").search(left)):
            return ("landing", phrase.place)
        return None
    if phrase.place.kind in ("island", "islet") and _STRUCK.search(left):
        return ("landing", phrase.place)
    if ending("falling", r"(?: (?!by |from )[\w'-]+){0,4} ").search(left) and mentioned("missile_deeds").search(left):
        return ("landing", waters(phrase.place) if phrase.place.kind == "coast" else phrase.place)
    if phrase.place.kind == "coast" and (ending("falling").search(left) or _TOWARD.search(left)):
        return ("landing", waters(phrase.place))
    if (
        _sited(phrase, left)
        and _launching().search(left)
        and not ending("falling").search(left)
        and (not _OVER_LAND.search(left) or _lifting_off().search(left))
        and not re.search(r"\b(?:into|toward|towards|hit|struck|target\w*)\b[^.;]*$", left)
    ):
        return ("origin", phrase.place)
    return None


_STRUCK = re.compile(
    r"\b(?:struck|hit|hitting|striking|target(?:ing|ed|s)?(?: on| at)?)\s+(?:the |an |a )?(?:[\w-]+ ){0,3}$"
)

_AIMED_AT = re.compile(  # "it was aimed at the Kura range", "bound for Kamchatka"
    r"\b(?:it|they|missiles?|rockets?|warheads?)\b[^.;,]{0,30}\b(?:aimed at|directed at|headed for|bound for|targeted at)\s+"
    r"(?:targets? (?:at|in|on) )?(?:the )?$"
)
_FLOWN_TO = re.compile(
    r"\b(?:fired|launched)\b[^.;,]{0,60}\bfrom\b[^.;,]{0,50}\bto (?:the )?(?:\w+ )?$|"
    r"\b(?:travel(?:l?ed|l?ing|s)|flew|flown|flying|sent)\b(?:[^.;,]|[.,](?=\d)){0,60}\bto (?:the )?$"
)  # "flew 4,200 miles to"
_TOWARD = re.compile(
    r"\b(?:toward|towards|en route to|in the direction of)\s+(?:the |its )?(?:(?:[\w-]+ )?(?:city|town|port|village|province|region) of )?$"
)


_RELEASED_OVER = re.compile(
    r"\b(?:launched|fired|released|dropped)\b(?: [\w-]+){0,5} missiles?(?: while)?(?: flying)? (?:over|above) (?:the )?(?:\w+(?:'s)? )?$"
)

_PADS = frozenset({"launch_site", "spaceport", "test_range", "island", "islet"})


def _from_another(left: str) -> bool:
    """Whether an origin stands before: "launched from Plesetsk at the Kura test site", not "from a silo launcher at Plesetsk"."""
    return _FROM_ELSEWHERE.search(left) is not None


_FROM_ELSEWHERE = re.compile(
    r"\bfrom\b(?! (?:an? |the |its )?(?:[\w-]+ ){0,3}(?:launchers?|silos?|(?:launch )?(?:vehicle|truck|platform|complex))\b)"
)


def _sited(phrase: PlacePhrase, left: str) -> bool:
    return phrase.relation is not None or _AT_PLACE.search(left) is not None


_FIRED_AT = re.compile(
    r"(?<!test )\b(?:fired|lobbed|shot|aimed|hurled)(?: at| [^.;,]{1,50}(?:missiles?|rockets?|projectiles?) at) (?:the )?$"
)

_NEAR_OR_IN = re.compile(r"\b(?:launched|fired|tested)(?: [\w']+){0,3} (?:in|near|from|outside) (?:the )?$")

_OVER_LAND = re.compile(r"\bover (?:the )?$")

_AT_PLACE = re.compile(
    r"\b(?:at|near|in|around|off|on|over|outside|inside|within)\s+(?:the |its |a |an )?"
    r"(?:(?:[\w-]+ ){0,3}(?:pad|launchpad|complex|site|silo|base|facility) (?:of|at|in|on) (?:the )?|(?:\w+ )?)$"
)
