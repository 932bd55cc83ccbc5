"""What a launch was for, in the words of the report: a test, a drill, an attack, an orbit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from watchfloor.claims.attribution.attributions import Attribution
from watchfloor.claims.findings import Finding
from watchfloor.claims.grammar.context import ending, listed
from watchfloor.claims.grammar.phrases import any_of, lexicon_phrases
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.lexicons import words

_OUTCOMES = "en/outcomes.toml"


def purposes(clause: Tagged, trigger: Trigger, *, country: str | None) -> Iterator[Finding]:
    """What a launch was for by the words of its own sentence. `country`: who launches in this report."""
    unit = clause.units[trigger.unit]
    if trigger.test:
        yield Finding(attribute="purpose", value="test", start=unit.start, end=unit.end, unit=trigger.unit)
    drill = _drill(clause, trigger.actor or country, continued=False)
    if drill is not None:
        yield _finding(clause, "drill", drill)
    if any("orbital" in phrase.features or phrase.launches_satellites for phrase in trigger.objects):
        match = lexicon_phrases(_OUTCOMES, "purpose", "orbital").search(clause.folded)
        if match is not None:
            yield _finding(clause, "orbital", match)
    occasion = _attack_of().search(clause.folded)
    if occasion is not None:
        yield _finding(clause, "attack", occasion)
    elif trigger.attack and not _ON_WATERS.match(clause.folded, unit.end):
        yield Finding(attribute="purpose", value="attack", start=unit.start, end=unit.end, unit=trigger.unit)


def later_purposes(
    clause: Tagged,
    attributed: tuple[Attribution, ...],
    *,
    country: str | None,
    orbital: bool,
    peaceful: bool,
    others_drill: bool,
) -> Iterator[Finding]:
    """What a launch already told was for: "the drill …, KCNA said", "it put three satellites in orbit", "the attack killed …".

    `others_drill`: the report tells of a drill of others too, which "the drill" may well be.
    """
    drill = _drill(clause, country, continued=True)
    if drill is not None and _TAKEN_UP.match(drill.group()):
        own = country is not None and any(s.country == country for a in attributed for s in a.speakers)
        drill = drill if own and not others_drill else None  # "the exercise brought together three navies"
    if drill is not None:
        yield _finding(clause, "drill", drill)
    if orbital and (match := lexicon_phrases(_OUTCOMES, "purpose", "carried").search(clause.folded)) is not None:
        yield _finding(clause, "orbital", match)
    if not peaceful and (deed := _attack_told(clause, country)) is not None:
        yield _finding(clause, "attack", deed)


def may_tell_of_drill(text: str) -> bool:
    """Whether a sentence in lower case can say that a launch already told was a drill."""
    return _later_drill().search(text) is not None


def _attack_told(clause: Tagged, country: str | None) -> re.Match[str] | None:
    """ "The attack", "Sunday's barrage", of no other party and no day long past ("the Oct. 7 attack", "Israel's strike")."""
    for match in _ATTACK.finditer(clause.folded):
        within = clause.units[clause.unit_at(match.start()) : clause.unit_at(match.end() - 1) + 1]
        parties = {unit.roles.get("demonym") or unit.roles.get("country") for unit in within} - {None, country}
        dated = any(unit.tag == "T" and any(map(str.isdigit, unit.word)) for unit in within)
        if not (parties or dated or _BY_OTHERS.match(clause.folded, match.end())):
            return match
    return None


_ATTACK = re.compile(
    r"\b(?:(?:the|this|another|its|their|a (?:second|third|new|fresh)) |\w+day's )"
    r"(?:[\w.-]+ ){0,2}?(?:attack|strike|assault|barrage|bombardment)\b"
)
_BY_OTHERS = re.compile(
    r" (?:by|on) (?:the )?(?:israel|israeli|us|u\.s\.|american|idf|western|yemen|gaza|lebanon|iran|hodeidah|sanaa)\b"
)


def _finding(clause: Tagged, value: str, match: re.Match[str]) -> Finding:
    unit = clause.unit_at(match.start())
    return Finding(attribute="purpose", value=value, start=match.start(), end=match.end(), unit=unit)


# "a conventional missile strike on waters off Taiwan": a strike of an exercise
_ON_WATERS = re.compile(
    r"[^,;.]{0,60} (?:on|into|at|in) (?:the |a |its )?(?:\w+ )?(?:waters|sea targets?|mock|range|target area)\b"
)


@lru_cache(maxsize=1)
def _attack_of() -> re.Pattern[str]:
    """The attack a launch was part of: "in a combined attack", "during Wednesday's strike"."""
    nouns = any_of(words("en/launches.toml")["attack"]["used_in"])
    return re.compile(rf"\b(?:in|during) (?:an?|the|its|their|this|\w+day's|last night's) (?:[\w-]+ ){{0,3}}{nouns}")


# --- drills ---


def _drill(clause: Tagged, country: str | None, *, continued: bool) -> re.Match[str] | None:
    """The words for the drill a launch was part of, other parties' drills apart. `continued`: no launch in the sentence."""
    if not lexicon_phrases(_OUTCOMES, "purpose", "drill").stands_in(clause.folded):
        return None
    for match in (_later_drill() if continued else _own_drill()).finditer(clause.folded):
        left = clause.folded[: match.end()]
        if _others(left, "words") or (country in _WATCHED and _others(left, "allied")):
            continue
        return match
    return None


# whose launches the press tells beside the drills of others
_WATCHED = frozenset({"PRK", None})


_TAKEN_UP = re.compile(r"[\"“ ]*(?:the|this) ")


def tells_of_others_drill(facts: str) -> bool:
    """Whether a report, in lower case, tells of a drill that was none of the launcher's: "a naval drill by Seoul and Tokyo"."""
    for match in _DRILLS.finditer(facts):
        left = facts[max(0, match.start() - _DRILL_LEFT) : match.end()]
        if _others(left, "words") or _others(left, "allied") or _BY_OTHERS_DRILLED.match(facts, match.end()):
            return True
    return False


_DRILL_LEFT = 120  # characters left of a drill in which its parties stand


def _others(left: str, key: str) -> bool:
    return ending("other_drills", r"(?: [\w'.\"]+){0,8} ?", key).search(left) is not None


_NOUN = r"(?:drills?|exercises?|training|war ?games?)\b"
_DRILLS = re.compile(rf"\b{_NOUN}")
_BY_OTHERS_DRILLED = re.compile(
    r" (?:by|of|between|involving|with) (?:the )?"
    r"(?:south korea|the south|seoul|united states|us|u\.s\.|washington|japan|tokyo|allied|nato)\b"
)
_DETERMINED = r"(?:an?|the|its|their|this|what it called an?|regular|routine|annual|\w+ ?'?s?)?"


@lru_cache(maxsize=1)
def _of_firing() -> str:
    kinds = any_of(listed("drills", "kinds"))
    return rf"{kinds}(?: (?:and )?\w+)? {_NOUN}|\b(?:combat )?training (?:launch(?:es)?|firing)\b|\bannual training\b"


@lru_cache(maxsize=1)
def _called() -> str:
    calling = any_of(listed("drills", "calling"))
    return rf"{calling} (?:[\w'\"-]+ ){{0,5}}?{_NOUN}|\b(?:was|were) training with\b"


@lru_cache(maxsize=1)
def _held() -> str:
    return rf"{any_of(listed('drills', 'holding'))} (?:[\w'\"-]+ ){{0,6}}?{_NOUN}"


@lru_cache(maxsize=1)
def _own_drill() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:as part of|part of|during|in|under) {_DETERMINED}[\w'\" ]{{0,40}}?\b{_NOUN}"
        rf"|{_of_firing()}|{_called()}|{_held()}"
    )


@lru_cache(maxsize=1)
def _later_drill() -> re.Pattern[str]:
    return re.compile(rf"^[\"“ ]*(?:the|this) (?:[\w-]+ ){{0,2}}?{_NOUN}(?! with)|{_of_firing()}|{_called()}|{_held()}")
