"""The noun phrase that names a source: before its cue verb, behind an inverted one, behind "according to"."""

from __future__ import annotations

from functools import lru_cache

from watchfloor.claims.grammar.units import Tagged
from watchfloor.lexicons import words

_ADVERB_REACH = 4
SOURCE_REACH = 18  # units of the longest source phrase
_STOPS = ";:VGyYSrM"  # tags that end a source phrase to the left


@lru_cache(maxsize=8)
def cue_words(key: str) -> frozenset[str]:
    return frozenset(words("en/attribution.toml")["cues"][key])


def is_adjectival(clause: Tagged, cue: int) -> bool:
    """ "was reported", "no reported injuries", "fires suspected ICBM": no speaker stands behind the word."""
    if cue == 0:
        return False
    following = clause.units[cue + 1].word if cue + 1 < len(clause.units) else ""
    if following == "to" and clause.units[cue].word in cue_words("passive_before_to"):
        return True  # "two of them believed to be Rodongs"
    if following in ("by", "with") and clause.units[cue].word in cue_words("answering"):
        return True  # "Russia responded by launching a missile"
    doubting = clause.units[cue].word in cue_words("doubting")
    if doubting and clause.tags[cue - 1] in "VGBFnajk'" and clause.tags[cue + 1 : cue + 2] in tuple("awsjn"):
        return True
    return clause.units[cue - 1].word in cue_words("adjectival_after")


def is_bare_verb(clause: Tagged, at: int) -> bool:
    """Whether a word that is a noun elsewhere is here a plural's verb: "…, Japanese media report"."""
    unit = clause.units[at]
    if unit.word not in cue_words("plural_only") or at == 0:
        return False
    subject = clause.units[at - 1].word.split()[-1]
    plural = subject in cue_words("plural_sources") or (
        subject.endswith("s") and clause.units[at - 1].has("source_noun")
    )
    return plural and (clause.tags[at + 1 : at + 2] in ("", ".", ",", "r", "q", "c", "d", "T"))


def source_left(clause: Tagged, cue: int) -> tuple[int, int] | None:
    """The units of the subject before a cue verb, adverbs and auxiliaries between them skipped."""
    at = cue - 1
    skipped = 0
    while (
        at >= 0
        and skipped < _ADVERB_REACH
        and (is_adverb(clause, at) or clause.tags[at] in "vT" or clause.units[at].word == "in a statement")
    ):
        at -= 1
        skipped += 1
    if at > 0 and clause.units[at].word == "to":
        return _subject_of_infinitive(clause, at)
    if at > 0 and clause.units[at].word in ("which", "who"):
        at -= 2 if clause.tags[at - 1] == "," else 1
    elif at >= 0 and clause.tags[at] == ",":
        return _before_apposition(clause, at)
    closed = at
    if at >= 0 and clause.tags[at] == ")":
        at = clause.tags.rfind("(", max(0, at - 6), at) - 1
    source = phrase_ending(clause, at)
    named = any(tag in "gbo" for tag in clause.tags[at + 1 : closed + 1])
    return (source[0], closed) if source is not None and named else source  # "the Organisation (DRDO) said"


def _subject_of_infinitive(clause: Tagged, to: int) -> tuple[int, int] | None:
    """ "The army spokesman had appeared on television to say": the nearest one who may speak before it."""
    named = next((at for at in range(to - 1, max(-1, to - SOURCE_REACH), -1) if clause.tags[at] in "gbo,;"), None)
    if named is None or clause.tags[named] == ";":
        return None
    return _before_apposition(clause, named) if clause.tags[named] == "," else phrase_ending(clause, named)


def is_adverb(clause: Tagged, at: int) -> bool:
    unit = clause.units[at]
    return unit.tag == "x" and (unit.word.endswith("ly") or unit.word in cue_words("adverbs"))


def _before_apposition(clause: Tagged, comma: int) -> tuple[int, int] | None:
    """ "Shinji Okabe, Japan's minister, said": the name before the first comma, with its description.

    What only tells how or why he spoke is none: "A defense official, who asked not to be named, said".
    """
    opening = clause.tags.rfind(",", max(0, comma - 14), comma)
    if opening <= 0:
        return None
    aside = clause.units[opening + 1].word in cue_words("asides") or clause.tags[opening + 1] in "rY"
    if not aside and any(tag in "VFyGM" for tag in clause.tags[opening + 1 : comma]):
        return None
    named = opening - 1
    if clause.tags[named] == ")":  # "the agency (DRDO), which …, confirmed"
        named = clause.tags.rfind("(", max(0, named - 6), named) - 1
    name = phrase_ending(clause, named)
    if name is None or clause.tags[named] not in "XogbuxTckp":
        return None
    if aside:
        return (name[0], named)
    known = any(clause.tags[at] in "gou" for at in range(name[0], named + 1))
    person = set(clause.tags[opening + 1 : comma]) <= set("Xo")
    return (name[0], named if known and not person else comma - 1)  # an unknown name's description tells whose it is


def phrase_ending(clause: Tagged, last: int) -> tuple[int, int] | None:
    """The noun phrase that ends at a unit: back to the clause's edge, a verb or a comma."""
    at = last
    while at >= 0 and last - at < SOURCE_REACH:
        tag = clause.tags[at]
        if tag == ")" and at < last and (opened := clause.tags.rfind("(", max(0, at - 4), at)) > 0:
            at = opened - 1  # "a Joint Chiefs of Staff (JCS) official"
            continue
        if (
            tag in _STOPS
            or tag in ',"()'
            or (tag == "F" and not clause.units[at].has("source_noun"))
            or tag == "w"
            or clause.units[at].word == "what"
        ):
            break
        if tag == "&" and not _joins_sources(clause, at):
            break
        at -= 1
    first = at + 1
    whole = at < 0 or clause.tags[at] in ',"'  # "…, local media reported": all of it is the source
    while first <= last and _opens_no_source(clause, first, whole=whole):
        first += 1
    return (first, last) if first <= last else None


def _opens_no_source(clause: Tagged, at: int, *, whole: bool) -> bool:
    unit = clause.units[at]
    if unit.has("source_noun") or unit.word == "both":
        return False
    if at == 0 and unit.tag == "X" and unit.word in cue_words("adverbs"):
        return True  # "Later the Houthis said"
    return unit.tag in "iNT&v" or (unit.tag == "x" and (not whole or is_adverb(clause, at)))


def _joins_sources(clause: Tagged, at: int) -> bool:
    left = clause.units[at - 1] if at else None
    right = clause.units[at + 1] if at + 1 < len(clause.units) else None
    names = "ckgbouX"
    return bool(
        left
        and right
        and (left.tag in names + "p'" or left.has("source_noun"))
        and (right.tag in names + "pd" or right.has("source_noun"))
    )


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(words("en/grammar.toml")["sentence"]["titles"])


def source_right(clause: Tagged, cue: int) -> tuple[int, int] | None:
    """The noun phrase behind an inverted cue: "…, said Park Seung-ho, a fellow at …"."""
    first = cue + 1
    at = first
    while at < len(clause.units) and at - first < 12:
        stops = clause.tags[at] in ',.;:"VGFySrM' and not clause.units[at].has("source_noun")
        if stops and not (clause.tags[at] == "." and clause.units[at - 1].word in _titles()):
            break
        at += 1
    return (first, at - 1) if at > first and clause.tags[first] in "XogbuckdnxaT" else None


def source_end(clause: Tagged, first: int) -> int:
    at = first
    while at < len(clause.units) and at - first < SOURCE_REACH:
        tag = clause.tags[at]
        if tag in '.;:()"VFGyYSMr' and not clause.units[at].has("source_noun") and not _is_issued(clause, at):
            break
        if tag == "," and not (
            at + 1 < len(clause.units) and clause.tags[at + 1] in "gou" and clause.tags[at - 1] in "gou"
        ):
            break
        if tag in "qw" and at > first:
            break
        at += 1
    return at - 1


def _is_issued(clause: Tagged, at: int) -> bool:
    """ "A statement released by the military's media wing": the source goes on behind the participle."""
    return clause.tags[at] in "Vy" and clause.units[at + 1 : at + 2] != () and clause.units[at + 1].word == "by"


def opening_subject(clause: Tagged, before: int) -> tuple[int, int] | None:
    """The agency, country or group a sentence opens with, as the subject of a deed before a unit."""
    subject = next((at for at in range(before) if clause.tags[at] in "gbckVFyB"), None)
    if subject is None or clause.tags[subject] not in "gbck" or not any(tag in "VFBLx" for tag in clause.tags[:before]):
        return None
    if subject and clause.tags[subject - 1] == "i":
        return None
    end = subject
    while end + 1 < before and clause.tags[end + 1] in "'gb":
        end += 1
    return (subject, end)
