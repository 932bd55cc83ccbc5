"""Places that are no site of a launch: where somebody spoke or sirens sounded, a ship's name, where another place lies."""

from __future__ import annotations

import re
from functools import lru_cache

from watchfloor.claims.grammar.context import ending
from watchfloor.claims.grammar.phrases import any_of
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.whereabouts.place_governors import Governor
from watchfloor.lexicons import words
from watchfloor.places import PlacePhrase
from watchfloor.records import Place

_ONE_OF = re.compile(
    r",\s+(?:one of|part of|home to|capital of) the (?:\w+ ){0,2}(?:islands? of )?$"
)  # "Dongyin, one of the Matsu islands"

_NOT_FROM = re.compile(r"\b(?:not|rather than|instead of) (?:from|at|in|into|on) (?:the |an? )?$")


@lru_cache(maxsize=1)
def _names_vessel() -> re.Pattern[str]:
    """ "A UK-owned bulk carrier", "the Yekaterinburg nuclear submarine": the name or flag of a ship, no place."""
    ships = any_of(words("en/launches.toml")["attack"]["ships"])
    return re.compile(
        rf"[ -](?:(?:owned|flagged|linked|bound|operated|registered|nuclear|powered|container|cargo|merchant|oil|bulk|class|fuel"
        rf"|chemical|strategic|missile|attack|diesel|electric|guided|military|naval|commercial|and|us|uk|based)[ ,-]+){{0,6}}{ships}\b"
    )


# "at a US base in Qatar", "at American troops": whose they are, not where
_OF_FORCES = re.compile(
    r"[ -](?:(?:led|run|military|air|naval|army|coalition|special|diplomatic|and|allied) )*"
    r"(?:bases?|airbases?|troops|forces|soldiers|personnel|positions|targets|installations|embassy|consulate|mission|facility|facilities|warplanes|interests)\b"
)


# "a post from the Sumy Regional Administration's head": an office named after its region
_OF_OFFICE = re.compile(
    r" (?:(?:regional|region|city|district|oblast|state|military|civil) ){1,3}"
    r"(?:administration|council|governor|prosecutor|police|authorities|headquarters|government)\b"
)


def is_named_otherwise(clause: Tagged, phrase: PlacePhrase) -> bool:
    """Whether a place's name only belongs to a ship, an office or forces: "a UK-owned tanker", "at US troops"."""
    return (
        _OF_OFFICE.match(clause.folded, phrase.end) is not None
        or _owns_next(clause, phrase)
        or _names_vessel().match(clause.folded, phrase.end) is not None
        or _OF_FORCES.match(clause.folded, phrase.end) is not None
    )


def _owns_next(clause: Tagged, phrase: PlacePhrase) -> bool:
    """ "Saudi Arabia's Red Sea city of Yanbu": whose the place behind it is."""
    owned = _POSSESSIVE.match(clause.folded, phrase.end)
    return owned is not None and any(place.start == owned.end() for place in clause.places)


_POSSESSIVE = re.compile(r"'s? ")

_LIST_REACH = 110  # characters left of a place that a list of places may take up


def is_in_range(clause: Tagged, phrase: PlacePhrase, actor: str | None) -> bool:
    """ "At towns in the north, from Nahariya and Haifa to Safed": from one struck town to another, not from where it was fired."""
    if phrase.place.country in (None, actor) or actor is None:
        return False
    later = next(
        (
            other
            for other in clause.places
            if other.start > phrase.end and _UP_TO.search(clause.folded, phrase.end, other.start)
        ),
        None,
    )
    listed_ = _LISTED_FROM.search(clause.folded, max(0, phrase.start - _LIST_REACH), phrase.start) is not None
    return later is not None and listed_ and later.place.country == phrase.place.country


_UP_TO = re.compile(r" to (?:the )?$")

_LISTED_FROM = re.compile(r", (?:ranging |stretching )?from (?:the )?(?:[\w'-]+ and |[\w'-]+, )?$")


def is_no_site(clause: Tagged, left: str, phrase: PlacePhrase, governor: Governor | None) -> bool:
    """Whether a name is no place of a launch at all: a ship, where somebody spoke, where sirens sounded or drones came from."""
    if (
        ending("vessels", r"(?: (?:uss|hms|ins|the|and|[\"']))* (?:[\w'-]+ and )?").search(left)
        and phrase.relation is None
    ):
        return True  # "the submarines Novomoskovsk and Knyaz Oleg" are no towns
    if _SEEN_FROM.search(left) or _HEARD_IN.search(left) or _TAKING_OFF.search(left):
        return True
    if _of_drones().search(left) or _SHIP.search(left):
        return True  # "and 88 drones from the direction of Oryol", "from the USS Rhode Island"
    hurt = governor is not None and governor.kind == "loss"
    if not hurt and ending("people", r" (?:in|at|near|from|based in) (?:the )?").search(left):
        return True  # "officials in New Delhi said", not "killing three people in"
    if phrase.place.kind not in _PADS and ending("people", _BASED_AT, key="staff").search(left):
        return True  # "airmen from the bases in Wyoming and Montana launched a Minuteman III from Vandenberg"
    if _is_measured_on(clause, phrase) or _ON_A_SHIP.search(left):
        return True
    if ending("alerts", r"(?:(?! before| after| as| when| until| but)[^.;,])*").search(left):
        return True
    if ending("unlanded", r"(?! have| be an? )(?:[^.;,]|[.,](?=\d))*").search(left) or left.endswith("according to "):
        return True
    if _is_answered_at(clause, left, phrase) or left.endswith(" with "):
        return True  # "struck launch sites in Khiam", "a move set to raise tensions with Washington"
    if _NOT_FROM.search(left) or _ONE_OF.search(left):
        return True  # "fired from Rize and not from the range in Sinop"
    if clause.folded.startswith((" time", " local time", " standard time"), phrase.end):
        return True  # "at 9am Pyongyang time"
    return phrase.place.kind in ("territorial_waters", "airspace")


# "its booster landed on the drone ship, which stood in the Atlantic", "airliners over the Gulf had to turn"
_ON_A_SHIP = re.compile(
    r"\b(?:airliners?|airplanes?|air traffic|flights) (?:over|in|near) (?:the )?$"
    r"|\b(?:drone ?ships?|landing zone|recovery ship|land\w* on a barge)\b[^.;]*$"
)
_PADS = frozenset({"launch_site", "spaceport", "test_range", "naval_base"})
_BASED_AT = (
    r"(?: from| at| in| based at)(?: (?:the|its|their|all|two|three))?(?: (?:\w+ )?bases (?:in|at))?"
    r" (?:[\w.]+(?:, [\w.]+)*,? and )?"
)


def _is_measured_on(clause: Tagged, phrase: PlacePhrase) -> bool:
    """ "Flew 4,200 miles southwest of California to Kwajalein": how far and which way, and only then where to."""
    measured = phrase.relation is not None and clause.sentence.text[phrase.start : phrase.start + 1].isdigit()
    later = any(phrase.end < other.start < phrase.end + _REACHED_IN for other in clause.places)
    return measured and later and clause.folded.startswith((" to ", " into ", " toward "), phrase.end)


_REACHED_IN = 30  # characters from "to" to the place that was reached


def _is_answered_at(clause: Tagged, left: str, phrase: PlacePhrase) -> bool:
    """Whether a place was struck because of the launch: "hit posts in Khiam in response to the rocket fire"."""
    return _ON_LAUNCHERS.search(clause.folded, 0, phrase.end) is not None or (
        _STRUCK.search(left) is not None and _ANSWERING.search(clause.folded, phrase.end) is not None
    )


_STRUCK = re.compile(r"\b(?:struck|hit|attack(?:s|ed)?|strikes?|bombed|targeted|shelled|fire)\b")
_ANSWERING = re.compile(
    r"\bin (?:response to|retaliation for) the (?:rocket |missile )?(?:fire|attacks?|launch(?:es)?|barrage)\b(?! on| against)"
)
_ON_LAUNCHERS = re.compile(  # no missile told that did so
    r"\b(?:struck|hit|attacked|bombed|targeted|shelled|destroyed)(?: (?!missiles? |with )[\w-]+){0,6}"
    r" (?:launch(?:ing)? (?:sites?|posts?|pads?|positions?|crews?)|launchers?) (?:in|at|near|around) [^,;.]{1,40}$"
)


def elaborates(clause: Tagged, phrase: PlacePhrase) -> bool:
    """Whether a place only tells where one before it lies: "at the Kura range on the Kamchatka Peninsula", "… pad at X"."""
    return not phrase.water and any(
        other.end < phrase.start
        and other.place.lat is not None
        and (
            _LYING.fullmatch(clause.folded, other.end, phrase.start)
            or (_is_at(other.place, phrase.place) and _PART_OF.fullmatch(clause.folded, other.end, phrase.start))
            or _is_measured_from(clause, other, phrase)
        )
        for other in clause.places
    )


def _is_at(site: Place, whole: Place) -> bool:
    """Whether a pad or range stands on a base or in a town: they are the same place to a launch."""
    if site.kind not in SITES or site.lat is None or site.lon is None or whole.lat is None or whole.lon is None:
        return False
    return abs(site.lat - whole.lat) < _BASE_DEGREES and abs(site.lon - whole.lon) < _BASE_DEGREES


_BASE_DEGREES = 0.8  # about 80 km: Chandipur and its island pad, a pad and its cape


def _is_measured_from(clause: Tagged, other: PlacePhrase, phrase: PlacePhrase) -> bool:
    """Whether a distance from a town only tells where a site of its country lies: "at Sriharikota, 100 km north of Chennai"."""
    if phrase.place.country != other.place.country or other.place.kind in ("country", "sea"):
        return False
    return _MEASURED.match(clause.folded, phrase.start) is not None and (
        "," in clause.folded[max(other.end, phrase.start - 3) : phrase.start]
    )


_PART_OF = re.compile(r"\)?,? (?:at|of|inside|within) (?:the )?(?:[\w'.]+'s )?")

_MEASURED = re.compile(
    r"(?:about |some |around |roughly |nearly |approximately |over |just )*\d[\d,.]*[ -]?(?:km|kilomet|mile|mi\b)"
)

_LYING = re.compile(r",? (?:also )?(?:(?:located|situated|which lies|lying) )?(?:in|on) (?:the )?")


@lru_cache(maxsize=1)
def _of_drones() -> re.Pattern[str]:
    """What drones were sent from, no missile named behind them: "four missiles, and 88 drones from the area of"."""
    drones = any_of(words("en/weapons.toml")["drones"]["words"])
    return re.compile(
        rf"{drones}(?:(?! missiles?| rockets?| projectiles?)[^;])*\bfrom\b(?:(?! missiles?| rockets?)[^;])*$"
    )


_SHIP = re.compile(r"\b(?:uss|hms|ins|usns|roks|rokn|cns|pns|m/v|mv)\s+$")

_SEEN_FROM = re.compile(
    r"\b(?:seen|visible|felt|(?<!into )(?:the|night|evening|morning) sky|(?<!to the )skies|"
    r"watched|footage|video|filmed)\b[^,;.]{0,25}\bfrom (?:the )?$"
)

_HEARD_IN = re.compile(r"\b(?:heard|audible|sounded)\b[^,;.]{0,40}$")  # "explosions were heard over Jerusalem"

# where the aircraft came from, and where they let go of what they carried
_TAKING_OFF = re.compile(
    r"\b(?:jets?|aircraft|bombers?|fighters?|planes?|mig-\w+|tu-\w+|su-\w+)\b[^.;]{0,70}"
    r"\b(?:took|taken|taking|take|takeoff|scrambled|departed)\b[^.;,]{0,8}from (?:the )?$"
)

SITES = frozenset({"launch_site", "spaceport", "test_range", "naval_base", "silo_field"})
