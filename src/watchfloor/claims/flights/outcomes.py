"""How it flew and ended, what it did, and what stood before and after it: the coded attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from watchfloor.claims.findings import Finding
from watchfloor.claims.grammar.context import ending, is_unreal, listed, mentioned
from watchfloor.claims.grammar.phrases import any_of, lexicon_phrases
from watchfloor.claims.grammar.units import Tagged

_OUTCOMES, _FLIGHT = "en/outcomes.toml", "en/flight.toml"
_FAILURE_REACH, _SUCCESS_REACH = 60, 90  # characters from an outcome to the left that may name what had it
_WORDS_BETWEEN = r"(?:\s+\w+){0,3}\s*"


def coded_findings(clause: Tagged, *, launched: bool) -> Iterator[Finding]:
    """Trajectory, outcome, effects, preparation and follow-up of a sentence. `launched`: the sentence itself tells a launch."""
    yield from _trajectories(clause)
    yield from _outcome(clause)
    yield from _effects(clause, launched=launched)
    yield from _posture(clause)


def _finding(clause: Tagged, attribute: str, value: str, match: re.Match[str]) -> Finding:
    return Finding(
        attribute=attribute, value=value, start=match.start(), end=match.end(), unit=clause.unit_at(match.start())
    )


def _trajectories(clause: Tagged) -> Iterator[Finding]:
    for code in ("lofted", "depressed", "irregular", "normal"):
        match = lexicon_phrases(_FLIGHT, "trajectory", code).search(clause.folded)
        if (
            match is None
            or (
                is_unreal(clause.folded[: match.start()]) and not _MAY_HAVE_FLOWN.search(clause.folded[: match.start()])
            )
            or ending("negation", _WORDS_BETWEEN).search(clause.folded[: match.start()])
        ):
            continue
        if code == "lofted" and re.match(r"\s+(?:a|an|the|its|two|three|into)\b", clause.folded[match.end() :]):
            continue  # "lofted a satellite": the verb
        if code == "irregular" and re.match(
            r" (?:performance|situation|vibration|parking|transfer|polar|low|(?:earth )?orbit\b)",
            clause.folded[match.end() :],
        ):
            continue  # a satellite's orbit
        if code == "irregular" and not mentioned("outcome_subject", "path").search(clause.folded):
            continue
        yield _finding(clause, "trajectory", code, match)


_MAY_HAVE_FLOWN = re.compile(
    r"\b(?:may|might|could) have (?:been )?(?:flown|fired|launched|followed|taken|made) [^,;.]{0,30}$"
)


def _outcome(clause: Tagged) -> Iterator[Finding]:
    failed = _failure(clause)
    if failed is not None:
        yield _finding(clause, "outcome", "failure", failed)
        return
    match = lexicon_phrases(_OUTCOMES, "success", "words").search(clause.folded)
    if match is None and "orbit" in clause.folded:
        match = _into_orbit(clause)
    if (
        match is not None
        and not ending("negation", _WORDS_BETWEEN).search(clause.folded[: match.start()])
        and not is_unreal(clause.folded[: match.start()])
        and not _OF_MANY.match(clause.folded, match.end())
        and not clause.folded[: match.start()].endswith("all of which have been ")
        and _near_launch(clause, match, reach=_SUCCESS_REACH)
    ):
        yield _finding(clause, "outcome", "success", match)


def _into_orbit(clause: Tagged) -> re.Match[str] | None:
    """What a launch told before came to: "lifted off … and sent the satellite into orbit"; alone it only tells the launch."""
    match = _PUT_IN_ORBIT.search(clause.folded)
    if match is None:
        return None
    came_of_it = any(unit.tag in "VFL" and unit.end <= match.start() for unit in clause.units)
    return match if came_of_it or match.group("own") else None


def _failure(clause: Tagged) -> re.Match[str] | None:
    if "orbit" in clause.folded and (short := _SHORT_OF_ORBIT.search(clause.folded)) is not None:
        return short
    for match in lexicon_phrases(_OUTCOMES, "failure", "words").finditer(clause.folded):
        left = clause.folded[: match.start()]
        if (
            match.group().endswith("failures")  # "a rocket that had multiple failures", "five failed launches"
            or clause.folded.startswith((" launches", " tests", " attempts"), match.end())
            or _is_other_failure(clause.folded[match.end() :])
            or (match.group().startswith("explo") and _ON_IMPACT.match(clause.folded, match.end()))
            or (match.group() == "fell short" and _OF_A_PLACE.match(clause.sentence.text, match.end()))
            or (is_unreal(left) and not _MAY_HAVE.search(left))
            or ending("negation", _WORDS_BETWEEN).search(left)
            or _DESPITE.search(left)
            or (match.group() == "failure" and _RECALLED.search(left))
            or _OF_A_LANDING.match(clause.folded, match.end())
        ):
            continue
        if _near_launch(clause, match) and not _OTHER_FAILURE.search(left):
            return match
    return None


# "did not reach the required orbit", "failed to put the satellite into orbit"
_SHORT_OF_ORBIT = re.compile(
    r"\b(?:did not|didn't|could not|couldn't|failed to|fails to|failing to|never|unable to|without) (?:ever )?"
    r"(?:reach|enter|achieve|make|attain|put|place|deliver|inject|send|get)(?:ed|d|ing)? (?:[\w'-]+ ){0,6}?orbit\b"
)
# "sent the satellite into its preset orbit"; "to put", "have sent several into orbit" tell of no one flight
_PUT_IN_ORBIT = re.compile(
    r"(?<!\bto )(?<!\bhas )(?<!\bhave )(?<!been )(?<!\bbe )\b(?:put|placed|sent|delivered|lofted|boosted|inserted|injected|transported"
    r"|putting|placing|sending|delivering|lofting|boosting|transporting)"
    r"(?: (?!(?:into?|to)\b)[\w'()-]+){1,9} (?:in|into|to) (?:the|its|a|an|their)?"
    r" ?(?P<own>preset|planned|intended|designated|target|targeted|scheduled|predetermined|desired|correct)? ?(?:[\w-]+ ){0,3}?orbits?\b"
)
# "after five successful test launches", "nearly 200 successful tests": others, counted
_OF_MANY = re.compile(r" (?!and\b)(?:[\w-]+ ){0,2}(?:launches|tests|flights|firings|missions)\b(?! on| from)")
# "the second may have failed", "could have blown up": a single doubt, and a claim
_MAY_HAVE = re.compile(r"\b(?:may|might|could) (?:well |also )?have (?:\w+ and )?(?:been )?(?:\w+ly )?$")
_RECALLED = re.compile(
    r"(?:^|[\"“] ?)the $|\bafter the $|\bsince the $"
)  # "The failure followed a string of delays": one told before
# "after it failed" it flew again; "five launches in a row have failed" are others
_OTHER_FAILURE = re.compile(
    r"\bafter (?:a|an|the|its|another|it|they) (?:(?:\w+ ){0,2}(?:flight|launch|attempt|mission|test)s? (?:had |was )?)?$"
    r"|\b(?:later|subsequent|earlier|previous|another|prior) (?:\w+ )?(?:flight|launch|test|attempt|mission)s? (?:had |has |have |also )*$"
    r"|\b(?:launches|tests|attempts|missions|flights)\b[^.;]{0,30}\b(?:have|had) (?:all )?$"
)
# "the booster failed to make that landing": what was done with a part that had done its work
_OF_A_LANDING = re.compile(r" (?:to|in) [^,;]{0,40}\b(?:land(?:ing)?|recover(?:y|ed)?|splashdown|touchdown)\b")
_DESPITE = re.compile(r"\bdespite (?:[\w\"'-]+ ){0,4}$")  # "despite a post-launch anomaly" it went well
_OF_A_PLACE = re.compile(r"\s+of (?:the )?[A-Z]")  # "fell short of Ulleung Island": where it fell


_ON_IMPACT = re.compile(
    r"\s+(?:in|near|at|inside|outside|over|above|on)\s+(?!mid|flight|take|lift|the (?:air|sky|silo|pad)|a ball|ascent|launch)"
)


def _near_launch(clause: Tagged, match: re.Match[str], *, reach: int = _FAILURE_REACH) -> bool:
    """Whether a weapon or launch word stands within a clause of the outcome word, and it is not about an engine test."""
    first, last = max(0, match.start() - reach), match.end() + 45
    window = clause.folded[first:last]
    named = any(unit.tag == "s" and first <= unit.start < match.start() for unit in clause.units)
    return (named or mentioned("outcome_subject").search(window) is not None) and mentioned(
        "outcome_subject", "other_subject"
    ).search(window) is None


def _is_other_failure(after: str) -> bool:
    """ "failed to warn shipping": a failure of something else than the flight."""
    deed = re.match(r"\s+to (\w+)", after)
    if deed is not None:
        return deed.group(1) not in listed("outcome_subject", "fails_to_fly")
    return re.match(rf"\s+{any_of(listed('outcome_subject', 'fails_otherwise'))}", after) is not None


def _effects(clause: Tagged, *, launched: bool) -> Iterator[Finding]:
    none = lexicon_phrases(_OUTCOMES, "effects", "none").search(clause.folded)
    if none is not None and not _some_loss(clause, none) and not _SOME_HURT.search(clause.folded[: none.start()]):
        end = _to_the_loss(clause, none.end())
        excepted = _excepted_loss(clause, end)
        yield excepted or Finding(
            attribute="effects", value="none", start=none.start(), end=end, unit=clause.unit_at(none.start())
        )
        return
    denied = _no_loss().search(clause.folded)
    if denied is not None and none is None and not _SOME_HURT.search(clause.folded[: denied.start()]):
        if not is_unreal(clause.folded[: denied.start()]):
            yield _finding(clause, "effects", "none", denied)
        return
    for code in ("casualties", "damage"):
        match = lexicon_phrases(_OUTCOMES, "effects", code).search(clause.folded)
        if match is not None and (
            clause.folded[: match.start()].endswith("the ")
            or _ASKED_ABOUT.search(clause.folded[: match.start()])
            or _is_by_other_means(clause.folded[: match.start()])
            or _IN_STRIKES.match(clause.folded, match.end())
            or (not launched and _is_of_a_party(clause, match))
            or (none is not None and none.start() <= match.start() < _to_the_loss(clause, none.end()))
        ):
            continue  # "the killing of its leader" is another deed
        if (
            match is not None
            and not ending("negation", _WORDS_BETWEEN).search(clause.folded[: match.start()])
            and not is_unreal(clause.folded[: match.start()])
            and not _is_interception(clause, match)
            and not (code == "damage" and _OF_A_MISSILE.search(clause.folded[: match.start()]))
        ):
            yield _finding(clause, "effects", code, match)


# "224 people were killed in Israel's initial strikes": what others did
_IN_STRIKES = re.compile(
    r"[^,;.]{0,30}\b(?:in|by|during) (?:israel's|israeli|u\.?s\.?|american|nato)(?: [\w-]+){0,2} (?:air ?)?(?:strikes?|raids?|attacks?)\b"
)


# "only one civilian was hurt and no one killed"
_SOME_HURT = re.compile(
    r"\b(?:one|two|three|four|five|six|several|many|dozens|\d+) (?:[\w'-]+ ){0,3}(?:was|were|been) (?:\w+ )?"
    r"(?:hurt|injured|wounded|killed)\b"
)
# "what damage they did was looked into", "assessing the extent of damage"
_ASKED_ABOUT = re.compile(
    r"\b(?:what|how much|any|extent of(?: the)?|scale of(?: the)?|possible|potential|assess(?:ing|ed)?(?: the| for)?) $"
)
# "five were shot down and one was damaged": of the missiles
_OF_A_MISSILE = re.compile(
    r"\b(?:one|two|three|another|the other|missiles?|rockets?|drones?|others) (?:was|were|had been) $"
)


def _is_by_other_means(left: str) -> bool:
    """Whether something else than missiles caused a loss: drones did, but not "missiles and drones"."""
    means = ending("other_means", r"[^,;.]*").search(left)
    return (
        means is not None and re.search(r"\b(?:missiles?|rockets?) and (?:\w+ ){0,3}$", left[: means.start()]) is None
    )


def _is_of_a_party(clause: Tagged, match: re.Match[str]) -> bool:
    """ "Israel has killed 35,000 people": a party's deeds of a whole war, in a sentence that tells no launch."""
    at = clause.unit_at(match.start()) - 1
    while at > 0 and (clause.units[at].word in ("has", "have", "had") or clause.units[at].word.endswith("ly")):
        at -= 1
    return at >= 0 and clause.tags[at] in "cg" and not clause.tags[:at].endswith(("i", "id"))


def _some_loss(clause: Tagged, none: re.Match[str]) -> bool:
    """Whether another loss stands beside the one denied: "minor damage but no injuries"."""
    end = _to_the_loss(clause, none.end())
    beside = clause.folded[: none.start()] + " " * (end - none.start()) + clause.folded[end:]
    some = re.search(
        rf"{any_of(listed('outcome_subject', 'some'))}\s+(?:\w+\s+){{0,2}}{any_of(listed('outcome_subject', 'loss'))}",
        beside,
    )
    return some is not None


def _excepted_loss(clause: Tagged, end: int) -> Finding | None:
    """The loss excepted behind a denied one: "no injuries, apart from a woman hurt on her way to a shelter"."""
    excepting = mentioned("outcome_subject", "excepting").search(clause.folded, end)
    if excepting is None:
        return None
    for code in ("casualties", "damage"):
        match = lexicon_phrases(_OUTCOMES, "effects", code).search(clause.folded, excepting.end())
        if match is not None:
            return _finding(clause, "effects", code, match)
    return None


def _is_interception(clause: Tagged, match: re.Match[str]) -> bool:
    """Whether what was destroyed is the weapon: "all targets were destroyed", "its air defences destroyed 18 drones"."""
    if not match.group().startswith("destroy"):
        return False
    struck = any_of(listed("interception", "struck"))
    left, right = clause.folded[: match.start()], clause.folded[match.end() :]
    return (
        re.search(rf"{struck}[^.;]{{0,40}}\b(?:is|are|was|were|been|be)\s+(?:\w+\s+){{0,2}}$", left) is not None
        or re.search(rf"{struck} $", left) is not None  # "Two missiles destroyed over Riyadh"
        or re.match(rf"(?:\s+[\w,.-]+){{0,7}}\s+{struck}", right) is not None
        or mentioned("interception", "defences").search(left) is not None
        or ending("negation", r"(?:\s+\w+){0,2}\s*").search(left) is not None
    )


@lru_cache(maxsize=1)
def _no_loss() -> re.Pattern[str]:
    return re.compile(
        r"\bno (?:[\w./'-]+ ){1,6}(?:was|were|been) (?:damaged|harmed|hurt|injured)\b|"
        rf"{any_of(listed('outcome_subject', 'denial'))}(?:(?!\b(?:whether|but|if|than|although|destroyed)\b)[^.;]){{0,60}}?"
        rf"{any_of(listed('outcome_subject', 'loss'))}"
        rf"|{any_of(listed('outcome_subject', 'loss'))}[^.;]{{0,40}}?\bnot (?:been |yet been )?(?:confirmed|reported)"
    )


def _to_the_loss(clause: Tagged, end: int) -> int:
    following = _FURTHER_LOSS.match(clause.folded, end)
    return following.end() if following is not None else end


_FURTHER_LOSS = re.compile(
    r"(?:(?:\s+(?:or|and|of|to|any|significant|serious|major|material|reports?|,))*"
    r"\s+(?:damage|injuries|casualties|deaths|fatalities|ships|aircraft|vessels)\b)+"
)


def _posture(clause: Tagged) -> Iterator[Finding]:
    """Signs that were seen before, and a watch kept for more launches: each only where a sentence says it in full."""
    signs = lexicon_phrases(_OUTCOMES, "preparation", "signs_seen").search(clause.folded)
    if signs is not None and not is_unreal(clause.folded[: signs.start()]) and _SEEN_BEFORE.search(clause.folded):
        yield _finding(clause, "preparation", "signs_seen", signs)
    more = lexicon_phrases(_OUTCOMES, "follow_up", "further_launches_expected").search(clause.folded)
    watch = lexicon_phrases(_OUTCOMES, "follow_up", "monitoring").search(clause.folded)
    if more is not None and watch is not None:
        yield _finding(clause, "follow_up", "monitoring", watch)


_SEEN_BEFORE = re.compile(
    r"\b(?:detected|noted|spotted|observed|noticed|tracked|caught|seen|saw)\b.*"
    r"\b(?:before|ahead of|in advance|prior|beforehand|earlier|ahead)\b"
)
