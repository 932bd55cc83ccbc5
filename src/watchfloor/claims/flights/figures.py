"""The role a figure plays: how far, how high, how long or how fast it flew, or none of these.

A length near a launch may be a distance flown, an apogee, a capability ("a range of 5,000 km"), an offset ("250 km west
of …") or a calibre. The nearest cue decides; a figure without a cue says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from watchfloor.claims.findings import Finding, hedge_before
from watchfloor.claims.flights.flyers import is_of_another_flyer
from watchfloor.claims.grammar.context import ending, listed, mentioned
from watchfloor.claims.grammar.phrases import any_of, lexicon_phrases
from watchfloor.claims.grammar.units import Tagged
from watchfloor.quantities import Measure

_LEFT_REACH, _RIGHT_REACH = 75, 45
_FLIGHT = "en/flight.toml"
_COMPASS = r"(?:north|south|east|west)(?:[ -]?(?:north|south|east|west))*"
_LONG = r"long(?!er| flight| distance|[ -](?:ellip|oval|figure|eight|pattern|route|traject|circ|8|orbit))"
_OFFSET_RIGHT = re.compile(
    rf"\s*,?\s*(?:(?:to )?the )?(?:{_COMPASS}(?:ern)?\s+(?:of|from)\b|(?:away )?(?:from|off|outside|inside|short of)\b"
    r"|of (?!altitude|height|range|flight)|(?:further|farther|longer|more|less|shorter|closer|wide|apart|deep|ahead"
    rf"|inland|offshore|orbit|tall|radius|circular|sun|polar|thick|{_LONG}))"
)
_FROM_ORIGIN = re.compile(r"\s*,?\s*from\b")
_FROM_LAUNCH = re.compile(
    r"\s*(?:away )?from (?:its|the|their|where it (?:was|had been)) (?:point of )?"
    r"(?:launch|launched|fired|firing|lift-?off|take-?off|departure|(?:war)?ship|destroyer|frigate|submarine|launcher)\b"
    r"(?! (?:crew|team))"
)
_WAS_THE_FLIGHT = re.compile(r"\s*was (?:the|its) (?:flight|distance|range)\b")
_IN_RANGE = re.compile(r"\s*in (?:range|distance)\b")
_AFTER_DROP = re.compile(r"\bafter\s+(?:about|around|some|roughly|nearly|only|just|a)?\s*$")
_PAST_RANGE = re.compile(
    r"\b(?:had|was|were|flew|covered|gave|put|showed|recorded|estimated)\b[^.;]*\brange[s]?\b[^.;]*$"
    r"|\brange\b[^.;]*\b(?:was|were|put at|estimated at|estimated to be)\b[^.;]*$"
    r"|\bestimate of (?:the|its) range is\b[^.;]*$"
)


_WITH_RANGE = re.compile(
    r"\b(?:with|has|have|having|boasts) an? (?:[\w-]+ ){0,2}range of\b[^.;]*$"
)  # "it had test-fired the Fatah-II with a range of 400 km"
_FOR_EACH = re.compile(
    r"\s*for the (?:first|second|third|other|latter|former)\b"
)  # "about 850 km for the first missile"
_JOINED = re.compile(
    r"[\s-]*(?:,|,? (?:and|or|while))\s+(?:(?:the|a) (?:second|third|fourth|other|last|latter)(?: one| missile| rocket| peak)?(?: of)? )?"
    r"(?:about |around |some |roughly |nearly |over |approximately )?"
)


# "the first flew about 900 km at an altitude of 50 km, and the second about 950 km": a list goes on with its first role
_OF_NEXT = re.compile(
    r",? (?:and|while|with|but) the (?:second|third|fourth|other|last|latter)(?: one| missile| rocket)?"
    r" (?:about |around |some |roughly |nearly |over |approximately )?"
)


def figures(clause: Tagged, *, bare: bool = False) -> Iterator[Finding]:
    """The distances, apogees, flight times and speeds a sentence states of a flight that happened.

    `bare`: in an entry, where a figure that stands alone is a distance, or how long it flew: "760 km, apogee 1,920 km".
    """
    roles: dict[int, str | None] = {}
    previous = 0
    before: tuple[str, str | None] = ("", None)
    opened: str | None = None  # the role of the sentence's first length
    for measure in clause.measures:
        group = measure.group
        attribute = roles[group] if group is not None and group in roles else _role(clause, measure, previous)
        if (
            attribute is None
            and measure.kind == before[0]
            and _JOINED.fullmatch(clause.folded, previous, measure.start)
            and not _OFFSET_RIGHT.match(clause.folded, measure.end_with_pair)
        ):
            attribute = (
                "distance" if _RANGE_BEHIND.match(clause.folded, measure.end_with_pair) else before[1]
            )  # "for 7,557 seconds and 9,118 seconds": what the first is, the second is too
        if (
            opened is not None
            and measure.kind == "length"
            and _OF_NEXT.fullmatch(clause.folded, previous, measure.start)
        ):
            attribute = opened
        opened = attribute if opened is None and measure.kind == "length" else opened
        if attribute is None and bare:
            attribute = _bare_role(clause, measure)
        if attribute is None and _is_observed(clause, measure):
            attribute = "distance"
        before = (measure.kind, attribute)
        if (
            group in roles
            and _OFFSET_RIGHT.match(clause.folded, measure.end_with_pair)
            and not _FROM_ORIGIN.match(clause.folded, measure.end_with_pair)
        ):
            attribute = None
        if group is not None:
            roles[group] = attribute
        previous = measure.end_with_pair
        if attribute is None or is_of_another_flyer(clause, clause.unit_at(measure.start)):
            continue
        yield Finding(
            attribute=attribute,
            value=measure.quantity,
            start=measure.start,
            end=measure.end,
            unit=clause.unit_at(measure.start),
            hedge=hedge_before(clause.sentence.text, clause.folded, measure.start, reach=20),
        )


_RANGE_BEHIND = re.compile(r" range\b")  # "6,600 km apogee, 1,001 km range"


def _role(clause: Tagged, measure: Measure, previous: int) -> str | None:
    left = clause.folded[max(previous, measure.start - _LEFT_REACH) : measure.start]
    right = clause.folded[measure.end_with_pair : measure.end_with_pair + _RIGHT_REACH]
    cut = left.rfind(";")
    left = left[cut + 1 :]
    if measure.kind == "length":
        return _length_role(left, right, clause.folded[max(0, measure.start - 2 * _LEFT_REACH) : measure.start])
    if measure.kind == "duration":
        if measure.quantity.printed_unit in _HOURS and (measure.quantity.high or 0) > _LONGEST_TOLD_IN_HOURS:
            return None
        return _duration_role(left, right, clause.folded[max(0, measure.start - 2 * _LEFT_REACH) : measure.start])
    if measure.kind == "speed":
        whole_left = clause.folded[max(0, measure.start - 2 * _LEFT_REACH) : measure.start]
        return None if ending("ability").search(whole_left) or _SPEED_OF_TYPE.search(whole_left) else "speed"
    return None


# "hypersonic missiles travel at more than Mach 5", "its top speed is Mach 2.8": what the type can do
_SPEED_OF_TYPE = re.compile(
    r"\b(?:travels?|fly|flies|moves?|cruises?|speeds|which can|defined as|(?:its|whose|their|has an?|with an?|have an?|boasts an?) "
    r"(?:estimated |reported |claimed )?(?:top|maximum|max|cruising|maximal|terminal) speeds?)\b[^;]{0,50}$"
    r"|\brange of\b[^;.]{0,60}\bspeeds? of $"
)
# "the boosters were jettisoned two minutes into flight": a part's time, not the flight's
_OF_A_PART = re.compile(r"\b(?:jettison\w*|separat\w*|cut ?off|burn\w*|ignit\w*|shed|released|deploy\w*)\b[^;,]{0,25}$")


def _is_observed(clause: Tagged, measure: Measure) -> bool:
    """Whether an observer "had" or "saw" a length, which is how far it flew: "The Japanese MOD had 650 km"."""
    at = clause.unit_at(measure.start)
    if measure.kind != "length" or at < 2 or clause.units[at - 1].word not in _OBSERVED:
        return False
    two = clause.tags[at + 1 : at + 3] == "&m" and not _APOGEE_BEHIND.match(clause.folded, clause.units[at + 2].end)
    return clause.tags[at - 2] in "gboc," and not two and measure.quantity.printed_unit not in _METRES


_APOGEE_BEHIND = re.compile(r" (?:altitude|high|up|in altitude|of altitude|apogee)\b")  # "200 km and 100 km altitude"


def _bare_role(clause: Tagged, measure: Measure) -> str | None:
    """The role of a figure between commas or behind a label, where no verb gives it one."""
    right = clause.folded[measure.end_with_pair :]
    left = clause.folded[: measure.start]
    if left.count("(") > left.count(")") or not _BARE_LEFT.search(left) or not _BARE_RIGHT.match(right):
        return None
    if measure.kind == "length":
        return "distance" if measure.quantity.printed_unit not in _METRES else None
    long = (measure.quantity.high or measure.quantity.low or 0) >= _SHORTEST_BARE
    return "flight_time" if measure.kind == "duration" and long else None


_OBSERVED = frozenset({"had", "saw", "claimed", "reported", "measured", "recorded", "gave"})
_METRES = ("m", "meters", "metres", "ft", "feet")
_SHORTEST_BARE = 60  # s; a shorter time alone is no flight's
_BARE_LEFT = re.compile(r"(?:^|[,:;|(–—-]|\b(?:jcs|mod|mnd|had|ground range|range)\b:?)[\s\"~]*$")
_BARE_RIGHT = re.compile(r"[\s\"]*(?:$|[,;.|)]|\(|\b(?:in|into|to|toward|towards|over|if|per|out|down ?range)\b)")
_HOURS = ("hour", "hours", "hr", "hrs")
_LONGEST_TOLD_IN_HOURS = 3 * 3600  # s; "the second in six hours" is no flight


def _length_role(left: str, right: str, whole_left: str) -> str | None:
    if re.search(r"\borbit\b[^.;,]{0,30}$", left) or _TO_BE_TAKEN_TO.search(left) or _size_of_closure().search(left):
        return None
    if _FROM_LAUNCH.match(right) or _IN_RANGE.match(right):
        return None if is_ability(left) else "distance"
    if _at_right(right, "apogee_after"):
        return None if is_ability(left) or _OF_A_ZONE.search(whole_left) else "apogee"
    if _WAS_THE_FLIGHT.match(right):
        return "distance"
    apogee = _last_end(left, "apogee_before")
    distance = _last_end(left, "distance_before")
    offset = _last_end(left, "offset_before")
    if _OFFSET_RIGHT.match(right) and not (
        distance > max(apogee, offset, len(left) - 30) and _FROM_ORIGIN.match(right)
    ):
        return (
            "apogee"
            if apogee > max(distance, offset, len(left) - 30) and not right.lstrip().startswith("orbit")
            else None
        )
    if _WITH_RANGE.search(left) and lexicon_phrases(_FLIGHT, "verbs", "fly").search(left) is None:
        return None
    if _RANGE_OF_TYPE.search(left):
        return None
    if _PAST_RANGE.search(left) and "maximum range" not in left and apogee < 0 and not _CAPABLE.search(left):
        return "distance"
    if _is_capability(left, distance, whole_left):
        return None
    if apogee > max(distance, offset) and _OF_A_ZONE.search(whole_left):
        return None
    if max(apogee, distance) < 0:
        return _role_without_cue(left, right, offset)
    if offset > max(apogee, distance):
        return None
    return "apogee" if apogee > distance else "distance"


# "the Prithvi-II (250 km range) and the Agni-II, which was capable of striking a target 2,000 km away"
_CAPABLE = re.compile(r"\b(?:capable of|able to)\b[^.;]*$")

# "to deliver a satellite to an altitude of 36,000 km": where it was meant to go
_TO_BE_TAKEN_TO = re.compile(r"\bto (?:deliver|put|place|send|carry|inject|bring|release|deploy|boost|lift) [^,;]*$")
# "its natural range is estimated to be 2,000 km": what the type can do
_RANGE_OF_TYPE = re.compile(
    r"\b(?:natural|operational|effective|firing|strike|design|potential) range (?:is|was|of)\b[^,;.]{0,40}$"
)


@lru_cache(maxsize=1)
def _size_of_closure() -> re.Pattern[str]:
    """What a notice closes, right before how far it reaches: "a notice to airmen covering about 3,560 km"."""
    closed, measuring = any_of(listed("closures")), any_of(listed("closures", "measuring"))
    return re.compile(rf"{closed}(?: (?!and\b)[\w'-]+){{0,6}}? {measuring}(?: [\w'-]+){{0,3}} ?$")


def _role_without_cue(left: str, right: str, offset: int) -> str | None:
    """The cue behind the figure ("a 700-kilometer flight"), a target hit far away, or a fall "after 420 km"."""
    if _AFTER_DROP.search(left) or (_at_right(right, "distance_after") and offset < 0):
        return "distance"
    if _FOR_EACH.match(right):
        return "distance"
    if right.lstrip().startswith("away") and _last_end(left, "target_before") >= 0:
        return "distance"
    return None


def is_ability(left: str) -> bool:
    """Whether a word of what could be stands left of a figure; "may have flown" supposes a flight that was."""
    return ending("ability").search(_SUPPOSED.sub(" ", left)) is not None


_SUPPOSED = re.compile(r"\b(?:may|might) have ")
# "its danger zone reached …, and its highest altitude"
_OF_A_ZONE = re.compile(r"\b(?:zone|airspace|notice|notam|closed|restricted)\b(?! \(eez\))[^;]*$")
_OF_THE_TYPE = re.compile(r"\brange of (?:the|this|these|its) [\w -]{2,30} (?:is|are)\b[^;.]{0,25}$")
# "is expected to fly some …", not "is expected to be the type tested in May and flew …"
_PLANNED = re.compile(r"\b(?:is|are) (?:to be|due to|scheduled to|expected to)(?: (?!and\b)[\w'-]+){0,8}\s*$")


def _is_capability(left: str, distance: int, whole_left: str) -> bool:
    """Whether the figure is what a weapon could fly, not what it flew: "with a range of", "can travel"."""
    capability = _last_end(left, "capability_before")
    if capability >= 0 and "range" in left[max(0, capability - 16) :]:
        return True
    if _OF_THE_TYPE.search(whole_left) or _PLANNED.search(whole_left):
        return True
    theory = _IN_THEORY.search(whole_left)
    if theory is not None and not lexicon_phrases(_FLIGHT, "verbs", "fly").search(whole_left[theory.end() - 60 :]):
        return True
    return is_ability(left) and bool(mentioned("ability_forms").search(left) or distance < 0)


_CAME_DOWN = re.compile(r"\b(?:hit|struck|landed|fell|splashed down|came down|plunged)\b[^.;]* after\s*$")
_IN_THEORY = re.compile(r"\b(?:could|can|would|might)\b[^;]*\b(?:reach|hit|strike|threaten)\b")


def _duration_role(left: str, right: str, whole_left: str) -> str | None:
    if ending("ability").search(left) or _OF_A_PART.search(left):
        return None
    before = _last_end(left, "flight_time_before")
    if (
        before >= 0
        and len(left) - before <= 24
        and not re.match(
            r"\s*(?:after|later|before (?:the|a|an) (?!sea|ocean|water)|earlier|ago|interval|apart)", right
        )
    ):
        return "flight_time"
    if left.rstrip().endswith(" in") and mentioned("flying").search(whole_left):
        return "flight_time"
    if left.rstrip().endswith(" after") and _CAME_DOWN.search(whole_left):
        return "flight_time"
    if left.rstrip().endswith(" for") and lexicon_phrases(_FLIGHT, "verbs", "fly").search(whole_left):
        return "flight_time"
    return "flight_time" if _at_right(right, "flight_time_after") else None


def _last_end(text: str, key: str) -> int:
    """Where the last cue of a list ends, -1 where there is none."""
    end = -1
    for match in lexicon_phrases(_FLIGHT, "figure", key).finditer(text):
        end = match.end()
    return end


_NEXT_FIGURE = re.compile(r"(?: of)?(?: about| around| some| roughly)? ?[~\d]")


def _at_right(text: str, key: str) -> bool:
    match = lexicon_phrases(_FLIGHT, "figure", key).search(text)
    if match is not None and "," in text[: match.start()] and _NEXT_FIGURE.match(text, match.end()):
        return False  # "760 km, apogee 1,920 km": the cue of the figure behind it
    return match is not None and len(text[: match.start()].strip(" ,()").split()) <= (
        1 if key == "flight_time_after" else 0
    )
