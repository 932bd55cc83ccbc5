"""Whether a launch is told as a fact, planned, denied or supposed, and whether as news or as history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from watchfloor.claims.grammar.context import MONTH_OF_MAY
from watchfloor.claims.grammar.phrases import Phrases, any_of, lexicon_phrases
from watchfloor.claims.grammar.units import Tagged
from watchfloor.lexicons import words

Realis = Literal["asserted", "irrealis", "denied", "generic"]

Voice = Literal["active", "passive", "participle", "liftoff", "nominal", "anaphor", "flight", "entry"]

_LAUNCHES = "en/launches.toml"
_REALIS_REACH = 8


def realis_of(clause: Tagged, index: int, edge: int, voice: Voice) -> Realis:
    if _is_supposed(clause, edge):
        return "irrealis"
    if voice in ("nominal", "anaphor") and _notified().search(clause.folded[: clause.units[edge].start]):
        return "irrealis"
    if voice in ("nominal", "anaphor") and _HAS_CONDEMNED.search(clause.folded[: clause.units[index].end]):
        return "generic"
    if voice in ("nominal", "anaphor") and _is_called_off(clause.folded[: clause.units[index].start]):
        return "irrealis"
    before = _NO_NEGATION.sub(" ", _THAT_MAY_BE.sub("", MONTH_OF_MAY.sub(" ", _left_window(clause, edge))))
    if _DESIGNED_ASIDE.search(clause.folded[: clause.units[edge].start]):
        before = " "
    inside = clause.folded[clause.units[edge].start : clause.units[index].start]
    if voice == "nominal" and _awaited().search(before + inside):
        return "irrealis"
    if _is_foiled_bid(clause, edge) or _attempt().search(before) or _SINCE.search(before):
        return "asserted"
    if _negation().search(" ".join(before.split()[-5:])):
        return "denied"
    if _DRILL_TO.search(before):
        return "asserted"
    if voice == "nominal" and _HAPPENED.match(clause.folded[clause.units[index].end :]) is not None:
        return "asserted"
    if voice == "nominal" and lexicon_phrases(_LAUNCHES, "irrealis", "cancelled").search(inside) is not None:
        return "irrealis"
    opening = " ".join(inside.split()[:2]) if voice == "nominal" else ""
    if (
        _irrealis().search(" ".join((before + opening).split()))
        or before.rstrip().endswith(" to")
        or before.strip() == "to"
    ):
        return "irrealis"
    if voice == "participle" and _WOULD.match(clause.folded, clause.units[index].end):
        return "irrealis"
    if voice in ("nominal", "anaphor") and any(_irrealis_after().match(after) for after in _afterwards(clause, index)):
        return "irrealis"
    if voice in ("passive", "participle") and _IN_A_YEAR.match(clause.folded, clause.units[index].end):
        return "generic"
    if _MANY_TIMES.match(clause.folded, clause.units[index].end):
        return "generic"
    habitual = _generic().search(before) or (voice != "nominal" and _verbal_generic().search(before))
    told = voice in ("passive", "anaphor") or (voice == "active" and not clause.units[index].word.endswith("ing"))
    if habitual and not (told and _PERFECT.search(before)):
        return "generic"  # but "fifty rockets had been fired", "a tanker has been hit by a missile" happened
    return "asserted"


def _is_foiled_bid(clause: Tagged, edge: int) -> bool:
    """ "An attempt by the Kiev regime to attack the town with two missiles was thwarted": stopped in flight, so launched."""
    if _FOILED.search(clause.folded) is None:
        return False
    return _BID_OF.search(clause.folded[: clause.units[edge].start]) is not None


_FOILED = re.compile(r"\b(?:thwarted|foiled|repelled|repulsed)\b")
_BID_OF = re.compile(r"\battempts? (?:by|of) [^,;.]{1,40} to (?:carry out (?:an? )?)?(?:\w+ ){0,2}$")
# "if so, it would be its first since the test of": what is counted from was flown
_SINCE = re.compile(r"\bfirst\b.*\bsince\s+(?:(?:its|the|a|an|their|his)\b(?:\s+[\w-]+){0,5}\s*)?$")
# "the scheduled launch of a Minuteman III took place": planned, and held
_HAPPENED = re.compile(
    r"^(?:(?! (?:if|when|after|before|since|will|would|could|may|might|not|never) )[^,;.:]){0,80}?"
    r" (?:took place|occurred|went ahead|was (?:\w+ly )?(?:conducted|carried out|held|made|completed))\b"
)
# "a projectile that could be a ballistic missile has been launched": what it was is doubted, not that it flew
_THAT_MAY_BE = re.compile(r"^(?:could|may|might) (?:be|have been) (?:[\w-]+ ){1,6}(?=(?:has|have|had|was|were) )")
_WOULD = re.compile(  # "a missile fired from Yemen would have to travel 1,500 km"
    r"(?:(?! that| which| who| said| says)[^,;.]){0,80} (?:would|could) (?:have to|need|take|reach|be able|hit|strike|travel|fly)\b"
)
# "the Spectrum, designed to place a tonne in orbit, launched from Andøya": what it is for, not what was meant
_DESIGNED_ASIDE = re.compile(
    r", (?:designed|developed|built|meant|intended|made|able|capable) (?:[^,;]|,(?=\d)){3,90}, ?$"
)
# "the United States has criticized Iran's ballistic missile tests": what it keeps doing
_HAS_CONDEMNED = re.compile(
    r"\b(?:has|have) (?:\w+ ){0,2}(?:criticized|criticised|condemned|denounced|decried|opposed) [^,;.]{0,50}'s? [^,;.]{0,40}s$"
)
_DRILL_TO = re.compile(  # "conducted a drill to launch the Hwasal-2": held, so launched
    r"\b(?:conducted|held|staged|organi[sz]ed|carried out|performed|undertook|completed)\b(?: [\w-]+){0,5} "
    r"(?:drills?|exercises?|training|tests?|operations?) (?:to|of|for)\s*$"
)
_MANY_TIMES = re.compile(  # "has been tested several times", "launched short-range projectiles twice in May"
    r"\s+(?:[\w-]+\s+){1,2}times\b|(?:\s+[\w-]+){0,4}\s+(?:twice|thrice) (?:in|during|this|last|since|over)\b"
)
_NO_NEGATION = re.compile(  # "the H-IIA No. 47 put a lander …", "fired a missile without warning over Japan"
    r"\bno\.? ?\d+|\bwithout (?:any |prior |advance )*(?:warning|notice)\b"
)
# "the telescope, which was launched in 2021, took pictures on Monday": when it flew, not what happened
_IN_A_YEAR = re.compile(r" (?:back )?in (?:19|20)\d\d\b")
_PERFECT = re.compile(r"\b(?:has|have|had) been\s*$")


def _afterwards(clause: Tagged, index: int) -> Iterator[str]:
    """The words behind a nominal trigger, and behind the phrase it is of: "the liftoff of the Atlas V was scrubbed"."""
    last = min(index + 14, len(clause.units))
    able = (k for k in range(index + 2, last) if clause.units[k].word in _ABLE and clause.tags[k - 1] == "r")
    last = next(able, last)  # "the test of a missile that can hit a ship" was held
    for at in (index + 1, *(k for k in range(index + 2, last) if clause.tags[k] in "vM")):
        if at < len(clause.units):
            yield clause.folded[clause.units[at].start : clause.units[min(at + 4, len(clause.units) - 1)].end]


_ABLE = ("can", "could")


def _is_supposed(clause: Tagged, edge: int) -> bool:
    """Whether the sentence supposes or denies what it tells: "Suppose that …", "rejected a report that it had …"."""
    left = clause.folded[: clause.units[edge].start]
    if lexicon_phrases(_LAUNCHES, "hypothesis", "openings").match(left.lstrip(" \"'(-")):
        return True
    if lexicon_phrases(_LAUNCHES, "hypothesis", "excluded", behind="[^.;]*$").search(left):
        return True
    denied = lexicon_phrases(_LAUNCHES, "hypothesis", "denial").search(left)
    told = lexicon_phrases(_LAUNCHES, "hypothesis", "tellings", behind="[^.;]*$")
    return denied is not None and told.search(left, denied.end()) is not None


def _left_window(clause: Tagged, edge: int) -> str:
    """Folded words of the trigger's own clause, left of it; it ends where another predicate or clause begins."""
    start = edge
    while start > 0 and edge - start < _REALIS_REACH:
        tag = clause.tags[start - 1]
        if tag == "S":  # its own clause begins: "would be deployed when it fired …"
            start -= 1
            break
        if tag in ";:.()" or (tag in "VFGyr" and start < edge) or (tag == "," and start < edge):
            break
        start -= 1
    return _without_compounds(clause, clause.units[start].start, clause.units[edge].start) if start < edge else ""


def _without_compounds(clause: Tagged, start: int, end: int) -> str:
    """Folded words between two places without those that a hyphen joins: a "next-generation" missile is no future one."""
    folded = list(clause.folded[start:end])
    for match in _COMPOUND.finditer(clause.sentence.text, start, end):
        folded[match.start() - start : match.end() - start] = " " * (match.end() - match.start())
    return "".join(folded) + " "


_COMPOUND = re.compile(r"\b[A-Za-z]+(?:-[a-z]+)+\b")


def is_embedded(clause: Tagged, edge: int) -> bool:
    """Whether the trigger stands below an earlier predicate: behind after, since, when, which, or as a participle."""
    for at in range(edge - 1, -1, -1):
        if clause.tags[at] in "Sr" and clause.units[at].word not in ("that",):
            return any(tag in "VFLBGvy" for tag in clause.tags[:at])
        if clause.tags[at] in ";":
            return False
    return False


def is_background(clause: Tagged, start: int, edge: int) -> bool:
    """Whether words of history stand left of the deed or in what was launched: "a similar missile was fired on …"."""
    said = max((at for at in range(max(0, start - _REALIS_REACH), start) if clause.tags[at] == "y"), default=-1)
    inside = clause.folded[clause.units[start].start : clause.units[edge].end]
    left = "" if said >= 0 or _comes_after(clause, start) else _left_window(clause, start)
    opening = lexicon_phrases(_LAUNCHES, "background", "openings").match(clause.folded)
    if _FIRST_WAS.search(left) or _is_of_old(clause, edge):
        return True
    return opening is not None or _background().search(_SAME_DAY.sub(" ", left + inside)) is not None


def _is_of_old(clause: Tagged, edge: int) -> bool:
    """Whether a launch stands in a phrase that opens the sentence with an old day: "After a test last December, …"."""
    phrase = _AFTER_ONE_OF_OLD.match(clause.folded)
    comma = clause.folded.find(",")
    return phrase is not None and clause.units[edge].start < comma


def _comes_after(clause: Tagged, start: int) -> bool:
    """ "Following the sirens that sounded in the Negev, a missile was …": what stands in front came before it."""
    return (
        clause.tags[start - 1 : start] == ","
        and _IN_FRONT.search(clause.folded[: clause.units[start].start]) is not None
    )


_IN_FRONT = re.compile(r"(?:^|[\":,] ?)(?:following|in (?:response|reply|answer) to|in retaliation for)\b[^,;]*, ?\"?$")
_SAME_DAY = re.compile(  # no history: "earlier in the day, rockets were fired"
    r"\bearlier (?:in the (?:day|morning|evening)|(?:the same|that) (?:day|morning)|today|on \w+day|\w+day)\b|\bhours? earlier\b"
)
# "After a successful test last December, the Army named it": what went before
_AFTER_ONE_OF_OLD = re.compile(
    r"^[\"'( ]*(?:after|following|despite) (?:an?|its|their|the) (?:[\w-]+ ){0,3}(?:tests?|launch|launches|flights?|failures?)?[^,;]{0,70}"
    r"\blast (?:year|month|spring|summer|autumn|fall|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_FIRST_WAS = re.compile(r"\b(?:was|were|been) (?:first|last|originally|previously) $")  # "it was first fired in 2024"
_AT_END = r"(?:\s+\w+ly|\s+been|\s+also|\s+the|\s+a|\s+an)*\s*$"  # what may stand between "attempted to" and the deed


def _notified() -> Phrases:
    """A notice that a launch may come, left of it: "issued a fresh notice to airmen (NOTAM) for a missile test"."""
    return lexicon_phrases(
        _LAUNCHES, "irrealis", "notices", behind=r"\)?(?: \w+){0,2} (?:for|of|ahead of) (?:[\w-]+ ){0,3}$"
    )


def _is_called_off(left: str) -> bool:
    """Whether a launch is what was not made, or only given an hour: "called off the Sunday night launch of a Falcon 9"."""
    called_off = lexicon_phrases(_LAUNCHES, "irrealis", "called_off", behind=_SAME_OBJECT)
    return (
        called_off.search(left) is not None
        or lexicon_phrases(_LAUNCHES, "irrealis", "targeted", behind=r"[^;]{0,45} for (?:the |a )?$").search(left)
        is not None
    )


# up to the noun without another clause: "the Friday evening", not "its flight after a"
_SAME_OBJECT = r"(?: (?!(?:after|before|because|since|as|following|when|until|but|and|due|from|to)\b)[\w'.-]+){0,8} $"


def _attempt() -> Phrases:
    return lexicon_phrases(_LAUNCHES, "attempt", "words", behind=_AT_END)


def _irrealis() -> Phrases:
    return lexicon_phrases(_LAUNCHES, "irrealis", "before")


@lru_cache(maxsize=1)
def _awaited() -> re.Pattern[str]:
    """ "A likely test", "the next launch": between the article and the noun."""
    adjectives = any_of(words(_LAUNCHES)["irrealis"]["awaited"])
    return re.compile(rf"\b(?:an?|the|any|its|their|another|'s)\s+{adjectives}(?:\s+[\w-]+){{0,2}}\s*$")


def _irrealis_after() -> Phrases:
    return lexicon_phrases(_LAUNCHES, "irrealis_after", "words")


def _negation() -> Phrases:
    return lexicon_phrases(_LAUNCHES, "irrealis", "negation")


def _generic() -> Phrases:
    return lexicon_phrases(_LAUNCHES, "generic", "words")


def _verbal_generic() -> Phrases:
    return lexicon_phrases(_LAUNCHES, "generic", "verbal")


def _background() -> Phrases:
    return lexicon_phrases(_LAUNCHES, "background", "words")
