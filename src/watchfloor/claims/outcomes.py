"""How it flew and ended, what it did, what it was for, and what stood before and after it: the coded attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watchfloor.claims.findings import Finding, lexicon_pattern
from watchfloor.claims.units import Tagged

_OUTCOMES, _FLIGHT = "en/outcomes.toml", "en/flight.toml"
_UNREAL = re.compile(r"\b(?:if|could|would|can|may|might|capable|instead of|than|unlike|rather than|whether)\b[^.;]*$")
_NEGATED = re.compile(r"\b(?:not|n't|never|no|without|neither|nor|hardly|yet to|failed to|un)\b(?:\s+\w+){0,3}\s*$")
_ABOUT_LAUNCH = re.compile(r"\b(?:missiles?|rockets?|projectiles?|launch\w*|tests?|tested|firings?|test\w*|icbm|slbm|satellites?|booster|vehicle|warhead|weapons?|it|they|attempt\w*|payload|stage|engine|liftoff|flight|spacecraft|starship|mission)\b")
_OTHER_FAILURE = re.compile(r"\bfail\w*\s+(?:to (?!reach|ignite|enter|deploy|separate|achieve|launch|light|eject|clear|hit|fly)|in (?!flight|mid)|talks|summit|state)")


def coded_findings(clause: Tagged, *, launched: bool) -> Iterator[Finding]:
    """Trajectory, outcome, effects, preparation and follow-up of a sentence. `launched`: the sentence itself tells a launch."""
    yield from _trajectories(clause)
    yield from _outcome(clause)
    yield from _effects(clause)
    yield from _posture(clause)


def _finding(clause: Tagged, attribute: str, value: str, match: re.Match[str]) -> Finding:
    return Finding(attribute=attribute, value=value, start=match.start(), end=match.end(), unit=clause.unit_at(match.start()))


def _trajectories(clause: Tagged) -> Iterator[Finding]:
    for code in ("lofted", "depressed", "irregular", "normal"):
        match = lexicon_pattern(_FLIGHT, "trajectory", code).search(clause.folded)
        if match is None or _UNREAL.search(clause.folded[: match.start()]) or _NEGATED.search(clause.folded[: match.start()]):
            continue
        if code == "lofted" and re.match(r"\s+(?:a|an|the|its|two|three|into)\b", clause.folded[match.end() :]):
            continue  # "lofted a satellite": the verb
        if code == "irregular" and not re.search(r"\b(?:trajector\w*|flew|flight|flying|path|orbit\w*|pattern|course|maneuver\w*|manoeuvr\w*|track\w*)\b", clause.folded):
            continue
        yield _finding(clause, "trajectory", code, match)


def _outcome(clause: Tagged) -> Iterator[Finding]:
    failed = _failure(clause)
    if failed is not None:
        yield _finding(clause, "outcome", "failure", failed)
        return
    match = lexicon_pattern(_OUTCOMES, "success", "words").search(clause.folded)
    if match is not None and not _NEGATED.search(clause.folded[: match.start()]) and not _UNREAL.search(clause.folded[: match.start()]) and _near_launch(clause, match):
        yield _finding(clause, "outcome", "success", match)


def _failure(clause: Tagged) -> re.Match[str] | None:
    for match in lexicon_pattern(_OUTCOMES, "failure", "words").finditer(clause.folded):
        left = clause.folded[: match.start()]
        if _OTHER_FAILURE.match(clause.folded[match.start() :]) or _UNREAL.search(left) or _NEGATED.search(left):
            continue
        if _near_launch(clause, match):
            return match
    return None


def _near_launch(clause: Tagged, match: re.Match[str]) -> bool:
    """Whether a weapon or launch word stands within a clause of the outcome word, and it is not about an engine test."""
    window = clause.folded[max(0, match.start() - 60) : match.end() + 45]
    return _ABOUT_LAUNCH.search(window) is not None and not re.search(r"\b(?:engine|motor|nuclear|static|intercept\w*|shot down)\b", window)


def _effects(clause: Tagged) -> Iterator[Finding]:
    none = lexicon_pattern(_OUTCOMES, "effects", "none").search(clause.folded)
    if none is not None:
        end = _to_the_loss(clause, none.end())
        yield Finding(attribute="effects", value="none", start=none.start(), end=end, unit=clause.unit_at(none.start()))
        return
    if re.search(r"\bno\b[^.;]{0,40}\b(?:damage|injur\w+|casualt\w+|hurt|harm\w*)\b", clause.folded) or re.search(r"\b(?:any|no)\b[^.;]{0,20}\b(?:damage|injuries|casualties)\b", clause.folded):
        match = re.search(r"\b(?:no|not|without)\b[^.;]{0,60}?\b(?:damage|injur\w+|casualt\w+|hurt|harm\w*)\b", clause.folded)
        if match is not None and not _UNREAL.search(clause.folded[: match.start()]):
            yield _finding(clause, "effects", "none", match)
        return
    for code in ("casualties", "damage"):
        match = lexicon_pattern(_OUTCOMES, "effects", code).search(clause.folded)
        if match is not None and not _NEGATED.search(clause.folded[: match.start()]) and not _UNREAL.search(clause.folded[: match.start()]):
            yield _finding(clause, "effects", code, match)


def _to_the_loss(clause: Tagged, end: int) -> int:
    following = re.match(r"(?:\s+(?:or|and|to|of|from|any|damage|injuries|casualties|ships|aircraft|vessels|reports?))*", clause.folded[end:])
    return end + (following.end() if following is not None else 0)


def _posture(clause: Tagged) -> Iterator[Finding]:
    for attribute, code in (("preparation", "signs_seen"), ("follow_up", "monitoring"), ("follow_up", "further_launches_expected")):
        match = lexicon_pattern(_OUTCOMES, attribute, code).search(clause.folded)
        if match is not None:
            yield _finding(clause, attribute, code, match)


def purposes(clause: Tagged, *, test: bool, orbital: bool, attack: bool, unit: int) -> Iterator[Finding]:
    """What a launch was for, by the words of its own sentence: a test, a drill, an attack, an orbit."""
    trigger = clause.units[unit]
    if test:
        yield Finding(attribute="purpose", value="test", start=trigger.start, end=trigger.end, unit=unit)
    drill = _DRILL.search(clause.folded)
    if drill is not None:
        yield _finding(clause, "purpose", "drill", drill)
    if orbital:
        match = lexicon_pattern(_OUTCOMES, "purpose", "orbital").search(clause.folded)
        if match is not None:
            yield _finding(clause, "purpose", "orbital", match)
    if attack:
        yield Finding(attribute="purpose", value="attack", start=trigger.start, end=trigger.end, unit=unit)


_DRILL = re.compile(
    r"\b(?:as part of|part of|during|in)\s+(?:a|an|the|its|their|what it called|regular|routine|annual|\w+ ?'?s?)?(?:[\w' ]{0,40}?)\b(?:drills?|exercises?|training|war ?games?)\b"
    r"|\b(?:firing|launch|launching|missile|live fire|artillery|strike|fire|attack) (?:drills?|exercises?)\b|\btraining launch\b|\bannual training\b"
)
