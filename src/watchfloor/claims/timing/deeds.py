"""What a time dates: the deed of its sentence that it is told of, be that the launch, a fall, a statement or something else.

A time belongs to the verb right behind it ("North Korea on Friday fired …"), else to the nearest deed before it in its clause
("said on Friday", "fell at 8:18 a.m."), else, at the head of its sentence, to the first deed that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from watchfloor.claims.grammar.context import listed, mentioned
from watchfloor.claims.grammar.phrases import Phrases
from watchfloor.claims.grammar.units import Tagged, Unit
from watchfloor.dates import TimeExpression

Kind = Literal["launch", "fall", "alarm", "statement", "reaction", "other"]

_SOURCES: tuple[tuple[Kind, str], ...] = (  # the list of a kind; of two phrases that overlap the longer counts
    ("launch", "telling"),
    ("fall", "falling"),
    ("alarm", "alarms"),
    ("statement", "saying"),
    ("reaction", "reacting"),
    ("other", "other_deeds"),
)
_WEAPON_REACH = 12  # units behind a verb of launching in which its weapon stands
_OBJECT_REACH = 5  # words behind "launched" that may show that no weapon was: "launched a joint naval drill"


class Deed(Struct, frozen=True):
    """Words that tell of something done, as offsets into a sentence."""

    start: int
    end: int
    kind: Kind


def deed_dated(clause: Tagged, expression: TimeExpression, deeds: Sequence[Deed]) -> Deed | None:
    """The deed a time of the sentence is told of, None where it tells of none."""
    left = [deed for deed in deeds if deed.end <= expression.start]
    right = [deed for deed in deeds if deed.start >= expression.end]
    if right and _is_beside(clause, expression, right[0]):
        if not left or right[0].kind == "launch" or _has_subject(clause, left[-1].end, expression.start):
            return right[0]
        if left[-1].kind != "launch":
            return right[0]
    said = bool(left) and left[-1].kind == "statement"
    if right and right[0].kind == "launch" and not said and _COLON.match(clause.folded, expression.end):
        return right[0]  # "gave the time as 6:50 a.m.: two missiles were fired …"
    if _QUOTE_OPENS.search(clause.folded[: expression.start]):
        left = []  # 'said on Tuesday: "On March 16, …"'
    if expression.start == 0 and _DATED_LINE.match(clause.folded):
        return next((deed for deed in right if deed.kind == "launch"), None)
    if left and left[-1].kind == "statement" and _THAT.fullmatch(clause.folded, left[-1].end, expression.start):
        return next((deed for deed in right if deed.kind == "launch"), left[-1])
    while left and _is_parenthesis(clause, left[-1], expression):
        left.pop()
    if not left:
        return next((deed for deed in right if _may_head(clause, deed)), None)
    if left[-1].kind == "other" and right and _is_how(clause, left[-1], expression, right[0]):
        return right[0]
    means = clause.folded[left[-2].end : left[-1].end] if len(left) > 1 and left[-2].kind == "other" else ""
    if _MEANS.search(means) is not None and _WEAPON.search(means) is None:
        return left[-2]  # "killed a commander in a strike on Monday night"
    return _below(clause, left[-1], expression)


def _is_how(clause: Tagged, deed: Deed, expression: TimeExpression, following: Deed) -> bool:
    """Whether what follows is how a loss came about: "four were killed on Monday when a missile struck a hotel"."""
    if following.kind not in ("launch", "alarm") or _HARMED.match(clause.folded, deed.start) is None:
        return False
    return _WHEN.match(clause.folded, expression.end) is not None


_HARMED = re.compile(r"(?:killed|died|murdered)\b")
_WHEN = re.compile(r",? (?:when|as|after|in|by|during)\b")
_MEANS = re.compile(r"\bin an? (?:[\w-]+ ){0,3}(?:air ?strike|strike|attack|raid|bombing)s?$")


# "said that on Nov. 29 it tested …", "noting that “At 4 pm a missile …": the time of what is said
_THAT = re.compile(
    r"[,:]? that,?(?: (?:on|in|at|early|late|exactly|about|around|approximately|roughly|precisely|shortly|just))*\s*"
    r"(?:\"|'|“)?\s*|[,:]? ?(?:\"|“)|: "
)


def _is_beside(clause: Tagged, expression: TimeExpression, deed: Deed) -> bool:
    """Whether a finite verb stands right behind a time: "on Friday fired", not "was seen at 7:25 p.m. flying from …"."""
    if _BESIDE.fullmatch(clause.folded, expression.end, deed.start) is None:
        return False
    return not clause.folded[deed.start : deed.end].split(" ")[0].endswith("ing")


# what may stand between a time and its verb: "on Friday has successfully test-fired"
_BESIDE = re.compile(r" (?:(?:has|have|had|was|were|is|also|then|again|once|more|been|jointly|[a-z]+ly) ){0,3}")
_DATED_LINE = re.compile(r"(?:\d|[a-z]{3,9}\.? \d)")  # "July 4 North Korea says …": a line of a chronicle is of its day
_QUOTE_OPENS = re.compile(r"[:,] ?[\"“](?:on |at )?$")
_COLON = re.compile(r" ?: ")
_PARTY = re.compile(r"[ckgbouX]")


def _has_subject(clause: Tagged, start: int, end: int) -> bool:
    """Whether somebody is named between two places of a sentence, who does what follows."""
    first, last = clause.unit_at(start), clause.unit_at(end)
    return _PARTY.search(clause.tags, first, last) is not None


def _is_parenthesis(clause: Tagged, deed: Deed, expression: TimeExpression) -> bool:
    """Whether a deed is only said in passing: "fired a missile, the JCS said, at 7:10 a.m.", "as reported by TASS, …"."""
    if deed.kind != "statement":
        return False
    if clause.folded.startswith(",", deed.end) or clause.folded[: deed.start].endswith("as "):
        return True
    return _AS_REPORTED.search(clause.folded[: expression.start]) is not None


_AS_REPORTED = re.compile(r"\bas (?:\w+ )?(?:reported|announced|stated|covered)\b[^,;]*,(?: on| in| at)?\s*$")


def _may_head(clause: Tagged, deed: Deed) -> bool:
    """Whether a deed can be what the time at the head of its sentence is of, and stands in no phrase below another."""
    if deed.kind == "statement":
        return _NO_CUE.match(clause.folded, deed.end) is None
    below = _BELOW.search(clause.folded, max(0, deed.start - 40), deed.start) is not None
    return not below and (deed.kind != "other" or _NOUN.search(clause.folded[: deed.start]) is None)


_NO_CUE = re.compile(
    r",| (?:to be|to have|as)\b"
)  # "Seoul said, …", "a missile assessed to be a Hwasong-12 was launched"
_NOUN = re.compile(
    r"\b(?:a|an|the|its|their|of|in|for|at|to|with|on|'s)\s+(?:[\w-]+ )?$"
)  # "of talks", "the annual summit"


def _below(clause: Tagged, deed: Deed, expression: TimeExpression) -> Deed:
    """The deed left of a time, or another one that stands between them: "fired two missiles after talks on Monday"."""
    between = clause.folded[deed.end : expression.start]
    if _AFTER_LIFTOFF.search(between) is not None:
        return Deed(deed.end, expression.start, "launch")  # "crashed 30 seconds after takeoff from Andoya on Sunday"
    if _BELOW.search(clause.folded, deed.end, expression.start) is not None and not _WEAPON.search(between):
        return Deed(deed.end, expression.start, "other")
    if deed.kind == "launch" and expression.has_clock and _OVER.search(clause.folded[deed.start : expression.start]):
        return Deed(deed.start, deed.end, "other")  # "flew over Hokkaido at 7:04 a.m."
    if (
        deed.kind == "statement"
        and _TELLS_THAT.match(clause.folded, deed.end)
        and not _is_inverted(clause, deed, expression)
    ):
        named = _WEAPON.search(between) is not None  # "reported several missiles from Sunan at 3:50 p.m."
        return Deed(deed.end, expression.start, "launch" if named else "other")
    return deed


def _is_inverted(clause: Tagged, deed: Deed, expression: TimeExpression) -> bool:
    """Whether the speaker alone stands between a verb of saying and a time: "…, said the Air Force on Thursday"."""
    between = clause.tags[clause.unit_at(deed.end) : clause.unit_at(expression.start)]
    return _SPEAKER_ALONE.fullmatch(between) is not None


_SPEAKER_ALONE = re.compile(r"[dckxX']*[gbou][xX']*")
# behind a verb of saying: what is said follows, with a verb of its own, and neither when nor to whom it was said
_TELLS_THAT = re.compile(
    r" (?:that|(?:it|they|he|she|there|an?|the|its|two|three|four|five|some|several|many|multiple|at least|people|residents)"
    r" (?!statement|briefing))"
)


_AFTER_LIFTOFF = re.compile(
    r"\b(?:seconds?|minutes?|shortly|soon|moments|just) (?:after|into) (?:its |the |their |a )?"
    r"(?:launch|lift-?off|lift off|take-?off|take off|blast off|flight|being (?:fired|launched)|it was (?:fired|launched))\b[^,;]*$"
)
# words that open a phrase or clause below the deed, with what it tells of
_BELOW = re.compile(
    r"\b(?:after|before|since|following|ahead of|prior to|in response to|in retaliation for|in protest (?:at|of|against)"
    r"|to mark|marking|on the eve of|in reply to|in answer to|because|due to|owing to)\b[^;.]*$"
)
_WEAPON = re.compile(r"\b(?:missiles?|rockets?|projectiles?)\b")
_OVER = re.compile(
    r"^(?:flew|flown|flying|passed|crossed|flight)\b.*\b(?:over|above|across|past)\b|\b(?:was|were) (?:over|above)\b"
)


def is_of_launch_in_focus(clause: Tagged, deed: Deed) -> bool:
    """Whether a deed of a sentence that tells no launch anew is the launch in focus: "the test took place", "it left Sunan".

    What launches, leaves or happens must be a weapon, the launch, or a pronoun; jets that struck in reply are neither.
    """
    if deed.kind != "launch" or deed.start == deed.end:
        return False
    opens = _clause_start(clause, deed.start)
    before = clause.folded[opens : deed.start]
    first, last = clause.unit_at(opens), clause.unit_at(deed.start)
    if any(tag in "MN" for tag in clause.tags[first : last + 1]):
        return False
    if _focus_nouns().match(clause.folded[deed.start : deed.end]):
        return not before.strip() or _TAKEN_UP.search(before) is not None
    if _seen().match(clause.folded[deed.start : deed.end]):
        return True
    if not _focus_deeds().match(clause.folded[deed.start : deed.end]):
        return False
    if clause.folded[opens - 1 : opens] == "," and _PREDICATE.fullmatch(
        before
    ):  # "the rocket, which used a solid motor, was fired at 3:50 a.m."
        first = 0
    weapon = any(tag in "ws" for tag in clause.tags[first:last])
    return weapon or not before.strip(" ,\"'") or _LAUNCH_SUBJECT.search(_subject_of(clause, deed.start)) is not None


_PREDICATE = re.compile(r" *(?:was|were|had been|has been|have been) (?:[a-z]+ly )?")
_TAKEN_UP = re.compile(
    r"(?:\b(?:the|this|that|its|their|today)|'s|day) (?:(?!to |for )[\w-]+ ){0,3}$|\b(?:was|were|upon) $"
)  # "the short test flight at …", "was launch at"


@lru_cache(maxsize=1)
def _focus_deeds() -> Phrases:
    return Phrases((*listed("dating", "happening"), *listed("dating", "leaving")), behind="$")


@lru_cache(maxsize=1)
def _seen() -> Phrases:
    return Phrases(listed("dating"), behind="$")


@lru_cache(maxsize=1)
def _focus_nouns() -> Phrases:
    return Phrases(listed("dating", "nouns"), behind="$")


def deeds_in(clause: Tagged) -> list[Deed]:
    """The deeds a sentence tells of, left to right and without overlaps."""
    found = sorted(_every_deed(clause), key=lambda deed: (deed.start, -deed.end))
    deeds: list[Deed] = []
    for deed in found:
        if not deeds or deed.start >= deeds[-1].end:
            deeds.append(deed)
    return deeds


def _every_deed(clause: Tagged) -> Iterator[Deed]:
    for kind, section in _SOURCES:
        for match in mentioned(section).finditer(clause.folded):
            if kind == "reaction" and _NAMED.search(clause.folded[: match.start()]):
                continue
            if clause.folded.endswith(("without ", "without prior "), 0, match.start()):
                continue  # "fired a missile without warning over Japan on Tuesday"
            other = kind == "launch" and _launches_nothing(clause, match.start(), match.end())
            yield Deed(match.start(), match.end(), "other" if other else kind)
    for unit in clause.units:
        if unit.word == "over":
            continue  # "lodged a protest on Friday over the launch": a way, and no deed
        if unit.tag in "VGBLF" or (unit.tag == "y" and (unit.has("perceiving") or unit.word in ("saw", "sees"))):
            yield Deed(unit.start, unit.end, _kind_of_unit(clause, unit))
        elif unit.tag == "y" and not _NAMED.search(clause.folded[: unit.start]) and not _is_hedge(clause, unit):
            yield Deed(
                unit.start, unit.end, "other"
            )  # "the council placed sanctions on …": no saying dates a launch by it


def _is_hedge(clause: Tagged, unit: Unit) -> bool:
    """Whether a cue only hedges what it stands beside: "two missiles, presumed to be short-range, from Wonsan at 7:42"."""
    return clause.folded.startswith((" to be", " to have"), unit.end)


def is_of_attack(clause: Tagged, deed: Deed) -> bool:
    """Whether a deed is how those below saw an attack come: "sirens sounded at 6:30 a.m.", "the rocket struck around noon"."""
    return _alarms().match(clause.folded[deed.start : deed.end]) is not None and (
        deed.kind == "alarm" or any(tag in "wsq" for tag in clause.tags[: clause.unit_at(deed.start)])
    )


@lru_cache(maxsize=1)
def _alarms() -> Phrases:
    return Phrases(listed("alarms"))


def _kind_of_unit(clause: Tagged, unit: Unit) -> Kind:
    if unit.tag == "F" and mentioned("falling").match(unit.word):
        return "fall"
    if unit.tag == "V" and not _is_near_weapon(clause, unit):
        return "other"  # "placed sanctions on …", "sent envoys to …"
    return "other" if unit.tag != "y" and _launches_nothing(clause, unit.start, unit.end) else "launch"


def _is_near_weapon(clause: Tagged, unit: Unit) -> bool:
    """Whether a weapon, or a pronoun for one, stands before a verb or right behind it."""
    at = clause.unit_at(unit.start)
    if any(tag in "wsq" for tag in clause.tags[max(0, at - 2 * _WEAPON_REACH) : at]):
        return True
    return any(tag in "ws" for tag in re.split(r"[;rS]", clause.tags[at : at + _WEAPON_REACH])[0])


_NAMED = re.compile(r"\bwhat (?:it|they|he|she|the \w+|\w+) (?:has |had )?$")  # "attacked what they called a spy post"


def _launches_nothing(clause: Tagged, start: int, end: int) -> bool:
    """Whether a word of launching is of something else: "launched a drill", "its nuclear test", "the talks took place"."""
    word = clause.folded[start:end]
    if word in _happening():
        subject = _subject_of(clause, start)
        inverted = clause.folded[end : end + _INVERTED]
        return bool(subject.strip()) and not (_LAUNCH_SUBJECT.search(subject) or _LAUNCH_SUBJECT.search(inverted))
    if _OTHER_TEST.search(clause.folded[:start]):
        return True
    if _COMPOUND.match(clause.folded, start):
        return False
    behind = " ".join(clause.folded[end:].split(" ", _OBJECT_REACH + 1)[: _OBJECT_REACH + 1])
    match = _other_objects().search(behind)
    return match is not None and not re.search(
        r"[,.;]| (?:of|in|with|by|to|as|at|and|during|from) ", behind[: match.start()]
    )


def _subject_of(clause: Tagged, verb: int) -> str:
    """What stands before a verb in its clause, or before the clause where that is relative: "the test, which took place …"."""
    opens = _clause_start(clause, verb)
    if opens and _RELATIVE.fullmatch(clause.folded, opens, verb):
        opens = max(0, opens - _INVERTED)
    return clause.folded[opens:verb]


_RELATIVE = re.compile(r"\s*(?:which|that)?(?: (?:has|had|have|also|\w+ly))*\s*")
_INVERTED = 40  # characters behind "came" in which what came may stand: "in May came the first successful test"


@lru_cache(maxsize=1)
def _happening() -> frozenset[str]:
    return frozenset(listed("dating", "happening"))


@lru_cache(maxsize=1)
def _other_objects() -> Phrases:
    return Phrases(listed("telling", "other_objects"))


def _clause_start(clause: Tagged, position: int) -> int:
    """Where the clause of a verb begins: behind the last comma or subordinating word before it."""
    return max((match.end() for match in _CLAUSE_OPENS.finditer(clause.folded, 0, position)), default=0)


_CLAUSE_OPENS = re.compile(r"[;:]|,(?= )|\b(?:that|as|while|when|after|before|because|and|but)\b")
_COMPOUND = re.compile(r"(?:launching|launch|firing|test(?:ing)?|live fire|shooting) (?:drill|exercise)s?\b")
_OTHER_TEST = re.compile(r"\b(?:nuclear|engine|motor|static|stress|blood|covid) $")
_LAUNCH_SUBJECT = re.compile(
    r"\b(?:it|they|both|launch\w*|lift ?off|test\w*|firings?|fired|attacks?|strikes?|barrage|salvo|shot|shooting|flights?|missiles?"
    r"|rockets?|projectiles?|one|first|second|incident|provocation|blast off|takeoff|explosions?)\b"
)
