"""What a cue governs: the clause behind it, or the one it stands behind as a parenthesis."""

from __future__ import annotations

import re

from watchfloor.claims.attribution.sources import cue_words, is_adverb
from watchfloor.claims.grammar.units import Tagged


def content_of(clause: Tagged, source: tuple[int, int], cue: int) -> tuple[int, int]:
    """Units the cue governs: what follows it, or what stands before ", the JCS said"."""
    taken_up = clause.folded[clause.units[cue].end :].startswith((" both", " this"))
    if taken_up and ";" in clause.tags[max(0, source[0] - 2) : source[0]]:
        return (0, source[0] - 2)  # "…, and it did so again on Nov. 3; the JCS acknowledged both"
    end = len(clause.units) - 1
    before = source[0] - 1
    if before > 0 and clause.units[before].word == "as" and _ends_clause(clause, cue):
        return (0, before - 1)  # "It left Sunan at 8 a.m., as the JCS confirmed"
    parenthetical = before > 0 and clause.tags[before] in ',"'
    governs = any(tag in "wVGFBLm" for tag in clause.tags[cue + 1 :])
    told = has_predicate(clause, 0, before) or set(clause.tags[adjuncts_end(clause, cue + 1) :]) <= set('."')
    if parenthetical and (_ends_clause(clause, cue) or not governs) and told:
        return (last_clause(clause, before), before)
    if clause.units[cue].word in cue_words("detecting") and _ONLY_WHEN.fullmatch(clause.tags, 0, source[0]):
        return (0, end)  # "At around 7:10 a.m., the JCS detected a missile": when it detected it, it was launched
    opened = _SUBORDINATE.match(clause.tags)
    if opened is not None and opened.end() <= source[0] and "," not in clause.tags[opened.end() : cue]:
        closed = clause.tags.find(
            ",", cue
        )  # "Hours after Trump spoke of a letter, the North sent two missiles into the sea"
        end = closed - 1 if closed > 0 else end
    if before > 0 and clause.tags[before] == "r" and clause.tags[before - 1] == ",":
        closed = clause.tags.find(",", cue)  # "the missile, which the army said was a Fattah-1, was fired from Isfahan"
        end = closed - 1 if closed > 0 else end
    return (cue + 1, end)


_SUBORDINATE = re.compile(r"[Tnxi]{0,3}S")
_ONLY_WHEN = re.compile(r"(?:[iTxX,&]|n)*T[,x]*d?")


def last_clause(clause: Tagged, before: int) -> int:
    """Where the clause begins that ends at a unit: behind a semicolon, what stands before it is another's word."""
    semicolon = clause.tags.rfind(";", 0, before)
    stated = semicolon >= 0 and (has_predicate(clause, semicolon + 1, before) or "m" in clause.tags[semicolon:before])
    return semicolon + 1 if stated else 0


def adjuncts_end(clause: Tagged, at: int) -> int:
    """The unit behind all that only tells when, where and how it was said: "on Friday in a statement to reporters"."""
    while at < len(clause.units):
        occasion = _occasion_end(clause, at)
        if occasion is not None:
            at = occasion
        elif clause.tags[at] in "Tpu" or _is_manner(clause, at) or is_adverb(clause, at):
            at += 1
        else:
            break
    return at


def goes_on_behind(clause: Tagged, at: int) -> bool:
    """Whether what stands behind a parenthetical cue's comma still tells what was said: a deed, a participle, a part."""
    unit, tag = clause.units[at], clause.tags[at]
    if tag in "VFvM" or unit.word == "before" or unit.has("cue_continuing") or unit.word in cue_words("adding_on"):
        return True
    return unit.word.endswith("ing") or (tag == "&" and unit.word != "but")


def _ends_clause(clause: Tagged, cue: int) -> bool:
    """Whether nothing the cue could govern follows it: a stop, a comma, or only when, where and how it was said."""
    at = cue + 1
    if clause.units[cue].word in cue_words("addressing"):  # "told Hermit Dispatch", "told reporters"
        while at < len(clause.units) and clause.tags[at] in "Xud":
            at += 1
    at = adjuncts_end(clause, at)
    return (
        at >= len(clause.units)
        or clause.tags[at] in '.,;")&S'
        or clause.units[at].word in cue_words("adding_on")
        or clause.units[at].has("cue_continuing")
    )


def _occasion_end(clause: Tagged, at: int) -> int | None:
    """The unit behind "in an unusually frank statement", "on condition of anonymity"; None where no such phrase begins."""
    if clause.tags[at] != "i":
        return None
    for end in range(at + 1, min(at + 8, len(clause.units))):
        if clause.tags[end] in ",.;yVGFSr":
            return None
        if clause.units[end].word in cue_words("occasions"):
            return end + 1
    return None


def _is_manner(clause: Tagged, at: int) -> bool:
    """ "in a statement", "to reporters", "on X", "in a text message": how it was said."""
    manner = cue_words("manner")
    return clause.units[at].word in manner or (
        clause.tags[at] == "i"
        and at + 1 < len(clause.units)
        and (clause.units[at + 1].word in manner or clause.tags[at + 1] in "dpTXu")
    )


def has_predicate(clause: Tagged, first: int, last: int) -> bool:
    return any(tag in "VGFBvLw" for tag in clause.tags[first : last + 1])
