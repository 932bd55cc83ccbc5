"""Attribution: for each sentence, the source, the cue and the content it governs (the PARC scheme's three spans).

Pareti, "A Database of Attribution Relations" (LREC 2012), names the spans: source (who), cue (said, according to),
content (what). Relays are outlets a content came through: they are not the observer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from watchfloor.claims.arguments import BE
from watchfloor.claims.labels import labels
from watchfloor.claims.speakers import RELAY_KINDS, SpeakerMemory, outlet_speaker, speakers_in
from watchfloor.claims.units import Tagged
from watchfloor.lexicons import words
from watchfloor.records import Speaker, Zone

_ADVERB_REACH = 4
_SOURCE_REACH = 18
_NESTED = 3  # units between a cue and the source it reports on: "Yonhap reported that the JCS said"
_STOPS = ";:VGyYSrM"  # tags that end a source phrase to the left
_CLAUSE_STARTS = frozenset("dncwqagkbosXpTjLBVGiS")


class Attribution(Struct, frozen=True):
    """Unit ranges of source, cue and content (both ends included), the speakers, and the outlets it came through."""

    source: tuple[int, int]
    cue: int
    content: tuple[int, int]
    speakers: tuple[Speaker, ...]

    def covers(self, unit: int) -> bool:
        return self.content[0] <= unit <= self.content[1]

    @property
    def is_relay(self) -> bool:
        return all(speaker.kind in RELAY_KINDS for speaker in self.speakers)


def attributions(clause: Tagged, memory: SpeakerMemory) -> tuple[Attribution, ...]:
    """Every attribution of a sentence, left to right. `memory` resolves pronouns and learns the new speakers."""
    found: list[Attribution] = []
    for index, unit in enumerate(clause.units):
        made: Attribution | None = None
        if unit.word.startswith(_quoted()) and _is_said_of(clause, index):
            made = _quoted_as_saying(clause, index, memory)
        elif unit.has("cue_phrases") or unit.has("cue_relay_phrases"):
            made = _by_phrase(clause, index, memory)
        elif unit.has("cue_verbs") and unit.tag in "yFVB":
            made = _by_verb(clause, index, memory)
        elif unit.has("cue_continuing"):
            made = _by_absolute(clause, index, memory)
        if made is not None:
            memory.learn(made.speakers)
            found.append(made)
    found.extend(_by_colon(clause, memory))
    found.extend(_by_label(clause, memory))
    found.extend(_without_verb(clause, memory, found))
    found.extend(_carried_on(clause, found))
    return tuple(_bounded(found))


def _carried_on(clause: Tagged, found: list[Attribution]) -> Iterator[Attribution]:
    """What goes on behind a parenthetical cue: "…, the army said, adding that …", "…, it said, carrying a dummy warhead".

    Also a second deed of the same subject: "… left Sunan, the JCS says, and flew 430 km".
    """
    for attribution in found:
        cue = attribution.cue
        if attribution.content[1] >= attribution.source[0]:
            continue
        comma = clause.tags.find(",", cue + 1)
        following = clause.units[comma + 1] if 0 < comma < len(clause.units) - 1 else None
        if following is None or any(other.cue > cue for other in found):
            continue
        goes_on = following.tag == "&" and clause.tags[comma + 2 : comma + 3] in ("F", "V") and comma - cue <= 2
        if goes_on or following.has("cue_continuing") or (comma - cue <= 2 and following.word.endswith("ing")):
            yield Attribution(attribution.source, comma + 1, (comma + 2, len(clause.units) - 1), attribution.speakers)


def speakers_of(unit: int, found: tuple[Attribution, ...]) -> tuple[tuple[Speaker, ...], tuple[str, ...]]:
    """Who asserts what stands at a unit, and through which outlets: the innermost observer, and every relay around it."""
    around = sorted((a for a in found if a.covers(unit)), key=lambda a: a.content[1] - a.content[0])
    relays = tuple(dict.fromkeys(s.name for a in around for s in a.speakers if s.kind in RELAY_KINDS))
    observers = next((a.speakers for a in around if not a.is_relay), ())
    observers = tuple(s for s in observers if s.kind not in RELAY_KINDS)
    if not observers and relays:
        first = next(a for a in around if a.is_relay)
        return first.speakers, ()
    return observers, relays


def _by_verb(clause: Tagged, cue: int, memory: SpeakerMemory) -> Attribution | None:
    if _is_adjectival(clause, cue) or "N" in clause.tags[max(0, cue - 2) : cue]:
        return None
    after = clause.folded[clause.units[cue].end :]
    if clause.units[cue].word in _cue_words("figure_only") and not any(map(str.isdigit, after)):
        return None
    left = _source_left(clause, cue)
    if left is not None and not (clause.sentence.zone is Zone.HEADLINE and _is_unnamed(clause, left)):
        if left[0] > 0 and clause.units[left[0] - 1].word == "what":
            return _named_by_launcher(clause, left, cue, memory)
        speakers = speakers_in(clause, *left, memory)
        if speakers:
            return Attribution(left, cue, _clause_before(clause, left, cue) or _content_of(clause, left, cue), speakers)
    right = _source_right(clause, cue) if clause.units[cue].word in _cue_words("inverting") else None
    if right is not None and cue > 1 and clause.tags[cue - 1] in ',"':
        speakers = speakers_in(clause, *right, memory)
        if speakers:
            return Attribution(right, cue, (0, cue - 1), speakers)
    return None


def _clause_before(clause: Tagged, source: tuple[int, int], cue: int) -> tuple[int, int] | None:
    """What a speaker owns to by a pronoun: "…, and it did so again on Nov. 3; the JCS acknowledged both"."""
    taken_up = clause.folded[clause.units[cue].end :].startswith((" both", " this"))
    return (0, source[0] - 2) if taken_up and ";" in clause.tags[max(0, source[0] - 2) : source[0]] else None


@lru_cache(maxsize=1)
def _quoted() -> tuple[str, ...]:
    return tuple(words("en/attribution.toml")["cues"]["quoted"])


def _is_said_of(clause: Tagged, cue: int) -> bool:
    """Whether it stands behind a form of "be", with "as saying" to follow."""
    return cue > 1 and clause.units[cue - 1].word in BE and " as saying" in clause.folded[clause.units[cue].end :][:110]


def _quoted_as_saying(clause: Tagged, cue: int, memory: SpeakerMemory) -> Attribution | None:
    """ "Officials were quoted by Kyodo as saying that it flew 500 km": the officials' words, as Kyodo relays them."""
    saying = next(
        (at for at in range(cue + 1, min(cue + 16, len(clause.units))) if clause.units[at].word == "saying"), None
    )
    source = _phrase_ending(clause, cue - 2)
    if saying is None or source is None:
        return None
    speakers = speakers_in(clause, *source, memory)
    return Attribution(source, cue, (saying + 1, len(clause.units) - 1), speakers) if speakers else None


def _by_absolute(clause: Tagged, cue: int, memory: SpeakerMemory) -> Attribution | None:
    """ "…, with the army reporting that 20 were fired": a speaker named in a clause without a finite verb."""
    left = _source_left(clause, cue)
    if left is None or left[0] == 0 or clause.units[left[0] - 1].word != "with":
        return None
    speakers = speakers_in(clause, *left, memory)
    return Attribution(left, cue, (cue + 1, len(clause.units) - 1), speakers) if speakers else None


def _named_by_launcher(clause: Tagged, source: tuple[int, int], cue: int, memory: SpeakerMemory) -> Attribution | None:
    """ "The North tested what it called a solid-fuel missile": the missile's name is the launching party's own word."""
    if clause.units[source[0]].word not in ("it", "they"):
        return None
    subject = next((at for at in range(source[0] - 2, -1, -1) if clause.tags[at] in "ckg;"), None)
    named = _NAMING.match(clause.tags, cue + 1)
    if subject is None or clause.tags[subject] == ";" or named is None:
        return None
    speakers = speakers_in(clause, subject, subject, memory)
    return Attribution((subject, subject), cue, (cue + 1, named.end() - 1), speakers) if speakers else None


_NAMING = re.compile(r"(?:i|S|iv)?[^,.;:TiSryM)GVF]*?w+")  # "as a new air defense missile", up to the weapon's head


@lru_cache(maxsize=8)
def _cue_words(key: str) -> frozenset[str]:
    return frozenset(words("en/attribution.toml")["cues"][key])


def _is_adjectival(clause: Tagged, cue: int) -> bool:
    """ "was reported", "no reported injuries", "the suspected missile": no speaker stands behind the word."""
    if cue == 0:
        return False
    left = clause.units[cue - 1]
    return left.word in _cue_words("adjectival_after")


def _source_left(clause: Tagged, cue: int) -> tuple[int, int] | None:
    """The units of the subject before a cue verb, adverbs and auxiliaries between them skipped."""
    at = cue - 1
    skipped = 0
    while (
        at >= 0
        and skipped < _ADVERB_REACH
        and (_is_adverb(clause, at) or clause.tags[at] in "vT" or clause.units[at].word == "in a statement")
    ):
        at -= 1
        skipped += 1
    if at > 0 and clause.units[at].word in ("which", "who"):
        at -= 2 if clause.tags[at - 1] == "," else 1
    elif at >= 0 and clause.tags[at] == ",":
        return _before_apposition(clause, at)
    closed = at
    if at >= 0 and clause.tags[at] == ")":
        at = clause.tags.rfind("(", max(0, at - 6), at) - 1
    source = _phrase_ending(clause, at)
    named = any(tag in "gbo" for tag in clause.tags[at + 1 : closed + 1])
    return (source[0], closed) if source is not None and named else source  # "the Organisation (DRDO) said"


def _is_adverb(clause: Tagged, at: int) -> bool:
    unit = clause.units[at]
    return unit.tag == "x" and (unit.word.endswith("ly") or unit.word in _cue_words("adverbs"))


def _before_apposition(clause: Tagged, comma: int) -> tuple[int, int] | None:
    """ "Shinji Okabe, Japan's minister, said": the name before the first comma, with its description."""
    opening = clause.tags.rfind(",", max(0, comma - 14), comma)
    if opening <= 0 or any(tag in "VFyGM" for tag in clause.tags[opening + 1 : comma]):
        return None
    named = opening - 1
    if clause.tags[named] == ")":  # "the agency (DRDO), which …, confirmed"
        named = clause.tags.rfind("(", max(0, named - 6), named) - 1
    name = _phrase_ending(clause, named)
    if name is None or clause.tags[named] not in "XogbuxT":
        return None
    known = any(clause.tags[at] in "gou" for at in range(name[0], named + 1))
    return (name[0], named if known else comma - 1)  # an unknown name's description tells whose it is


def _phrase_ending(clause: Tagged, last: int) -> tuple[int, int] | None:
    """The noun phrase that ends at a unit: back to the clause's edge, a verb or a comma."""
    at = last
    while at >= 0 and last - at < _SOURCE_REACH:
        tag = clause.tags[at]
        if tag == ")" and at < last and (opened := clause.tags.rfind("(", max(0, at - 4), at)) > 0:
            at = opened - 1  # "a Joint Chiefs of Staff (JCS) official"
            continue
        if tag in _STOPS or tag in ',"()' or (tag == "F" and not clause.units[at].has("source_noun")) or tag == "w":
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
    if at == 0 and unit.tag == "X" and unit.word in _cue_words("adverbs"):
        return True  # "Later the Houthis said"
    return unit.tag in "iNT&v" or (unit.tag == "x" and (not whole or _is_adverb(clause, at)))


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


def _source_right(clause: Tagged, cue: int) -> tuple[int, int] | None:
    """The noun phrase behind an inverted cue: "…, said Park Seung-ho, a fellow at …"."""
    first = cue + 1
    at = first
    while at < len(clause.units) and at - first < 12:
        stops = clause.tags[at] in ',.;:"VGFySrM' and not clause.units[at].has("source_noun")
        if stops and not (clause.tags[at] == "." and clause.units[at - 1].word in _titles()):
            break
        at += 1
    return (first, at - 1) if at > first and clause.tags[first] in "XogbuckdnxaT" else None


def _content_of(clause: Tagged, source: tuple[int, int], cue: int) -> tuple[int, int]:
    """Units the cue governs: what follows it, or what stands before ", the JCS said"."""
    end = len(clause.units) - 1
    before = source[0] - 1
    parenthetical = before > 0 and clause.tags[before] in ',"'
    governs = any(tag in "wVGFBLm" for tag in clause.tags[cue + 1 :])
    if parenthetical and (_ends_clause(clause, cue) or not governs) and _has_predicate(clause, 0, before):
        return (0, before)
    return (cue + 1, end)


def _ends_clause(clause: Tagged, cue: int) -> bool:
    """Whether nothing the cue could govern follows it: a stop, a comma, or only when, where and how it was said."""
    at = cue + 1
    if clause.units[cue].word in _cue_words("addressing"):  # "told Hermit Dispatch", "told reporters"
        while at < len(clause.units) and clause.tags[at] in "Xud":
            at += 1
    while at < len(clause.units):
        occasion = _occasion_end(clause, at)
        if occasion is not None:
            at = occasion
        elif clause.tags[at] in "Tpu" or _is_manner(clause, at) or _is_adverb(clause, at):
            at += 1
        else:
            break
    return (
        at >= len(clause.units)
        or clause.tags[at] in '.,;")&S'
        or clause.units[at].word in _cue_words("adding_on")
        or clause.units[at].has("cue_continuing")
    )


def _occasion_end(clause: Tagged, at: int) -> int | None:
    """The unit behind "in an unusually frank statement", "on condition of anonymity"; None where no such phrase begins."""
    if clause.tags[at] != "i":
        return None
    for end in range(at + 1, min(at + 8, len(clause.units))):
        if clause.tags[end] in ",.;yVGFSr":
            return None
        if clause.units[end].word in _cue_words("occasions"):
            return end + 1
    return None


def _is_manner(clause: Tagged, at: int) -> bool:
    """ "in a statement", "to reporters", "on X", "in a text message": how it was said."""
    manner = _cue_words("manner")
    return clause.units[at].word in manner or (
        clause.tags[at] == "i"
        and at + 1 < len(clause.units)
        and (clause.units[at + 1].word in manner or clause.tags[at + 1] in "dpTXu")
    )


def _has_predicate(clause: Tagged, first: int, last: int) -> bool:
    return any(tag in "VGFBvLw" for tag in clause.tags[first : last + 1])


def _is_unnamed(clause: Tagged, source: tuple[int, int]) -> bool:
    """Whether a headline's source is only capitalised words: in "Unveils Missile, Rejects Western Claims" nobody speaks."""
    first, last = source
    return first > 0 and set(clause.tags[first : last + 1]) <= {"X", "k", "x"}


def _by_phrase(clause: Tagged, cue: int, memory: SpeakerMemory) -> Attribution | None:
    """ "According to …": the source stands behind the cue, the content behind its comma, or before the cue."""
    unit = clause.units[cue]
    last = _source_end(clause, cue + 1)
    if last < cue + 1:
        return None
    if (
        any(unit.word in _cue_words("reported_by_none") for unit in clause.units[cue + 1 : cue + 8])
        and "reported" in unit.word
    ):
        return None  # "no damage reported by US or commercial ships"
    speakers = speakers_in(clause, cue + 1, last, memory)
    if unit.has("cue_relay_phrases") and not unit.has("cue_verbs"):
        speakers = _outlets(clause, cue + 1, last) or speakers
    if not speakers:
        return None
    initial = not _has_predicate(clause, 0, cue - 1) if cue else True
    content = (last + 1, len(clause.units) - 1) if initial else (0, cue - 1)
    return Attribution((cue + 1, last), cue, content, speakers)


def _outlets(clause: Tagged, first: int, last: int) -> tuple[Speaker, ...]:
    return tuple(outlet_speaker(unit) for unit in clause.units[first : last + 1] if unit.has("outlet"))


def _source_end(clause: Tagged, first: int) -> int:
    at = first
    while at < len(clause.units) and at - first < _SOURCE_REACH:
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


def _by_colon(clause: Tagged, memory: SpeakerMemory) -> Iterator[Attribution]:
    """Headline style: "N. Korea fires missile toward East Sea: JCS"."""
    if clause.sentence.zone is not Zone.HEADLINE and len(clause.units) > 25:
        return
    colon = max(clause.tags.rfind(":"), clause.tags.rfind("—"), clause.tags.rfind("–"))
    if colon < 2 or len(clause.units) - colon > 7 or any(tag in "VGFBwm" for tag in clause.tags[colon + 1 :]):
        return
    last = len(clause.units) - 1
    while clause.tags[last] in '.)"' or clause.units[last].has("cue_verbs"):
        last -= 1
    if last > colon and (speakers := speakers_in(clause, colon + 1, last, memory)):
        memory.learn(speakers)
        yield Attribution((colon + 1, last), colon, (0, colon - 1), speakers)


def _by_label(clause: Tagged, memory: SpeakerMemory) -> Iterator[Attribution]:
    """What a label opens: "Quote from Kovalenko: "…"", "Statement by the Air Force: …"."""
    colon = clause.tags.find(":", 2, 14)
    if colon < 0 or clause.units[0].word not in _cue_words("labels") or clause.tags[1] != "i":
        return
    speakers = speakers_in(clause, 2, colon - 1, memory)
    if speakers:
        memory.learn(speakers)
        yield Attribution((2, colon - 1), 0, (colon + 1, len(clause.units) - 1), speakers)


def _without_verb(clause: Tagged, memory: SpeakerMemory, found: list[Attribution]) -> Iterator[Attribution]:
    """The speakers of labels and brackets, where no cue has taken them: "KCNA: 1,500 km", "7,000 km (Japanese MOD)"."""
    for label in labels(clause):
        if any(a.source[0] <= label.source[1] and label.source[0] <= a.source[1] for a in found):
            continue
        speakers = speakers_in(clause, *label.source, memory)
        if speakers:
            memory.learn(speakers)
            yield Attribution(label.source, label.cue, label.content, speakers)


def _bounded(found: list[Attribution]) -> Iterator[Attribution]:
    """Contents cut where the next speaker's begins: "the JCS said it flew 800 km, while Tokyo put it at 750 km"."""
    ordered = sorted(found, key=lambda a: a.cue)
    for number, attribution in enumerate(ordered):
        first, last = attribution.content
        if first > attribution.cue:
            later = [
                other.source[0]
                for other in ordered[number + 1 :]
                if other.content[0] > other.cue and not other.is_relay and other.source[0] > attribution.cue + _NESTED
            ]
            last = min([last, *(start - 1 for start in later)])
        yield Attribution(attribution.source, attribution.cue, (first, last), attribution.speakers)


def says_again(text: str) -> bool:
    """Whether a sentence begins inside quotation marks, so that the speaker before it still speaks."""
    return bool(re.match(r"[\"“'‘]", text))
