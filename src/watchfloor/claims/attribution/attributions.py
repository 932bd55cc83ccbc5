"""Attribution: for each sentence, the source, the cue and the content it governs (the PARC scheme's three spans).

Pareti, "A Database of Attribution Relations" (LREC 2012), names the spans: source (who), cue (said, according to),
content (what). Relays are outlets a content came through: they are not the observer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct, structs

from watchfloor.claims.attribution.scopes import adjuncts_end, content_of, goes_on_behind, has_predicate, last_clause
from watchfloor.claims.attribution.sources import (
    cue_words,
    is_adjectival,
    is_bare_verb,
    opening_subject,
    phrase_ending,
    source_end,
    source_left,
    source_right,
)
from watchfloor.claims.attribution.speaker_memory import RELAY_KINDS, SpeakerMemory
from watchfloor.claims.attribution.speakers import agency_speaker, is_unnamed_group, outlet_speaker, speakers_in
from watchfloor.claims.grammar.units import NO_VERBS, Tagged
from watchfloor.claims.labels import labels
from watchfloor.claims.launches.arguments import BE
from watchfloor.lexicons import words
from watchfloor.records import Speaker, Zone

_NESTED = 3  # units between a cue and the source it reports on: "Yonhap reported that the JCS said"


class Attribution(Struct, frozen=True):
    """Unit ranges of source, cue and content (both ends included), the speakers, and the outlets it came through."""

    source: tuple[int, int]
    cue: int
    content: tuple[int, int]
    speakers: tuple[Speaker, ...]
    naming: bool = False  # only the name of the weapon is theirs: "what it called a satellite"

    def covers(self, unit: int) -> bool:
        return self.content[0] <= unit <= self.content[1] or unit == self.cue  # "described the launch as a drill"

    @property
    def is_relay(self) -> bool:
        return all(speaker.kind in RELAY_KINDS for speaker in self.speakers)


def attributions(clause: Tagged, memory: SpeakerMemory) -> tuple[Attribution, ...]:
    """Every attribution of a sentence, left to right. `memory` resolves pronouns and learns the new speakers."""
    found: list[Attribution] = []
    for index, unit in enumerate(clause.units):
        made = None if unit.tag in NO_VERBS else _attribution_at(clause, index, memory, first=not found)
        if made is not None:
            memory.learn(made.speakers)
            found.append(made)
    found.extend(_by_colon(clause, memory))
    found.extend(_by_label(clause, memory))
    found.extend(_without_verb(clause, memory, found))
    found.extend(_carried_on(clause, found))
    whole = tuple(_bounded(clause, found))
    return tuple(a for a in whole if not (a.naming and any(_is_told(a, other) for other in whole)))


def _attribution_at(clause: Tagged, index: int, memory: SpeakerMemory, *, first: bool) -> Attribution | None:
    """What the cue at a unit attributes, None where the unit is no cue. `first`: none stands before it in the sentence."""
    unit = clause.units[index]
    if unit.word.startswith(_quoted()) and _is_said_of(clause, index):
        return _quoted_as_saying(clause, index, memory)
    if unit.word in cue_words("quoting_active") and (made := _quoting_active(clause, index, memory)) is not None:
        return made
    if unit.has("cue_phrases") or unit.has("cue_relay_phrases"):
        return _by_phrase(clause, index, memory)
    if (unit.has("cue_verbs") and unit.tag in "yFVB") or is_bare_verb(clause, index):
        return _by_verb(clause, index, memory)
    if unit.has("cue_continuing"):
        return _by_absolute(clause, index, memory) or (_by_participle(clause, index, memory) if first else None)
    return None


def _is_told(naming: Attribution, other: Attribution) -> bool:
    """Whether another observer tells what a launching party calls its weapon: whose clause it is, his word it is."""
    return not other.naming and not other.is_relay and other.covers(naming.content[0])


def _carried_on(clause: Tagged, found: list[Attribution]) -> Iterator[Attribution]:
    """What goes on behind a parenthetical cue: "…, the army said, adding that …", "…, it said on Friday, killing two".

    So does a second deed of the same subject, and the clause the cue interrupts: "The missile, the JCS says, flew 430 km".
    What happened meanwhile or before is told beside it: "…, the army said, a day after …".
    """
    for attribution in found:
        cue = attribution.cue
        if attribution.content[1] >= attribution.source[0]:
            continue
        later = [other.source[0] for other in found if other.cue > cue and other.source[0] > cue and not other.is_relay]
        comma = adjuncts_end(clause, max(cue, attribution.source[1]) + 1)
        last = min([len(clause.units), *later]) - 1
        if clause.tags[comma : comma + 1] == "," and comma < last and goes_on_behind(clause, comma + 1):
            yield Attribution(attribution.source, comma, (comma + 1, last), attribution.speakers)


def speakers_of(unit: int, found: tuple[Attribution, ...]) -> tuple[tuple[Speaker, ...], tuple[str, ...]]:
    """Who asserts what stands at a unit, and through which outlets: the innermost observer, and every relay around it."""
    around = sorted((a for a in found if a.covers(unit)), key=lambda a: a.content[1] - a.content[0])
    relays = tuple(dict.fromkeys(s.name for a in around for s in a.speakers if s.kind in RELAY_KINDS))
    speaking = [a.speakers for a in around if not a.is_relay]
    observers = next((speakers for speakers in speaking if not is_unnamed_group(speakers)), ()) or next(
        iter(speaking), ()
    )
    observers = tuple(s for s in observers if s.kind not in RELAY_KINDS)
    if not observers and relays:
        first = next(a for a in around if a.is_relay)
        return tuple(_as_printed(speaker) for speaker in first.speakers), ()
    return observers, relays


def _as_printed(outlet: Speaker) -> Speaker:
    """An outlet that is itself the source, by the name the report gives it: "Kan TV"."""
    return structs.replace(outlet, name=outlet.printed or outlet.name, agency=outlet.name)


def observers_of(found: tuple[Attribution, ...]) -> tuple[Speaker, ...] | None:
    """The first observers who speak in a sentence, () where only outlets do, None where nobody does."""
    return next((a.speakers for a in found if not a.is_relay), ()) if found else None


def _by_verb(clause: Tagged, cue: int, memory: SpeakerMemory) -> Attribution | None:
    if clause.units[cue].word in cue_words("end_only") and adjuncts_end(clause, cue + 1) < len(clause.units) - 1:
        return None
    if is_adjectival(clause, cue) or "N" in clause.tags[max(0, cue - 2) : cue]:
        return None
    if clause.units[cue].word == "released" and _A_WEAPON.match(clause.tags, cue + 1):
        return None  # "a B-52H released the missile"
    after = clause.folded[clause.units[cue].end :]
    if clause.units[cue].word in cue_words("figure_only") and (
        not any(map(str.isdigit, after)) or _INTO_ORBIT.match(after)
    ):
        return None
    left = source_left(clause, cue)
    if clause.units[cue].word in cue_words("nouns_too") and _is_noun_here(clause, left):
        return None
    if clause.units[cue].word in cue_words("as_only") and not _follows_as(clause, left):
        return None
    if left is not None and not (clause.sentence.zone is Zone.HEADLINE and _is_unnamed(clause, left)):
        if left[0] > 0 and clause.units[left[0] - 1].word == "what" and clause.units[cue].word in cue_words("naming"):
            return _named_by_launcher(clause, left, cue, memory)
        if clause.units[cue].word in cue_words("perceiving") and clause.tags[left[1]] == "o":
            return None  # "Kim Jong Un observed a test-firing" claims nothing
        speakers = _through_state_media(clause, cue) or speakers_in(clause, *left, memory)
        if speakers:
            memory.entitle(_documents(clause, cue), speakers[0])
            return Attribution(left, cue, content_of(clause, left, cue), (*speakers, *_told(clause, cue)))
    right = source_right(clause, cue) if clause.units[cue].word in cue_words("inverting") else None
    if right is not None and cue > 1 and clause.tags[cue - 1] in ',"':
        speakers = speakers_in(clause, *right, memory)
        if speakers:
            return Attribution(right, cue, (0, cue - 1), speakers)
    return None


# "Iran put a satellite into a 750-km orbit": a deed, and no estimate of a figure
_INTO_ORBIT = re.compile(
    r"(?! (?:it|them|its|their)\b)[^,;]{1,60}? (?:into|in|to|on) (?:[\w.-]+ ){0,5}(?:orbit|space)\b"
)
_A_WEAPON = re.compile(r"d[ajnsX]{0,4}[ws](?![xX'])")


def _through_state_media(clause: Tagged, cue: int) -> tuple[Speaker, ...]:
    """ "North Korea announced via KCNA that …": whose words the state's own medium gives."""
    if clause.units[cue + 1 : cue + 2] == () or clause.units[cue + 1].word not in ("via", "through"):
        return ()
    for at in range(cue + 2, min(cue + 6, len(clause.units))):
        if clause.tags[at] == "g" and clause.units[at].roles["agency"]["kind"] == "state_media":
            return (agency_speaker(clause.units[at].roles["agency"], clause.text(at, at)),)
    return ()


def _is_noun_here(clause: Tagged, source: tuple[int, int] | None) -> bool:
    """ "Announced in a TV broadcast that …": the phrase before the word hangs on a preposition."""
    return source is not None and source[0] > 1 and clause.tags[source[0] - 2 : source[0]][-1:] == "i"


def _follows_as(clause: Tagged, source: tuple[int, int] | None) -> bool:
    """ "…, as the military's radars showed": only so does "showed" cite anybody."""
    return source is not None and source[0] > 0 and clause.units[source[0] - 1].word == "as"


def _documents(clause: Tagged, cue: int) -> set[str]:
    """What it was said in, which "the release" takes up later: "CENTCOM said in a release"."""
    said = clause.units[cue + 1 : adjuncts_end(clause, cue + 1)]
    return {unit.word for unit in said} & cue_words("occasions")


def _told(clause: Tagged, cue: int) -> tuple[Speaker, ...]:
    """The outlet that a source told it: "an official told Yonhap"."""
    if clause.units[cue].word not in cue_words("addressing"):
        return ()
    named = [at for at in range(cue + 1, min(cue + 4, len(clause.units))) if clause.tags[at] == "u"]
    return _outlets(clause, named[0], named[0]) if named else ()


@lru_cache(maxsize=1)
def _quoted() -> tuple[str, ...]:
    return tuple(words("en/attribution.toml")["cues"]["quoted"])


def _is_said_of(clause: Tagged, cue: int) -> bool:
    """Whether it stands behind a form of "be", with "as saying" or the outlet that quotes to follow."""
    if cue < 2 or clause.units[cue - 1].word not in BE:
        return False
    after = clause.folded[clause.units[cue].end :][:110]
    by = after.startswith(" by ") or clause.units[cue].word.endswith(" by")
    return " as saying" in after or (by and "u" in clause.tags[cue + 1 : cue + 5])


def _quoted_as_saying(clause: Tagged, cue: int, memory: SpeakerMemory) -> Attribution | None:
    """ "Officials were quoted by Kyodo as saying that it flew 500 km": the officials' words, as Kyodo relays them."""
    source = phrase_ending(clause, cue - 2)
    if source is None:
        return None
    speakers = speakers_in(clause, *source, memory)
    relays = _outlets(clause, cue + 1, min(cue + 6, len(clause.units) - 1))
    return _attributed_saying(clause, source, cue, (*speakers, *relays)) if speakers else None


def _quoting_active(clause: Tagged, cue: int, memory: SpeakerMemory) -> Attribution | None:
    """ "Yonhap quoted an official as saying that it flew 500 km": the official's words, as Yonhap relays them."""
    saying = _saying(clause, cue)
    if saying is None or clause.units[saying - 1].word != "as" or saying - cue < 3:
        return None
    speakers = speakers_in(clause, cue + 1, saying - 2, memory)
    left = source_left(clause, cue)
    relays = speakers_in(clause, *left, memory) if left is not None else ()
    relays = tuple(speaker for speaker in relays if speaker.kind in RELAY_KINDS)
    if not speakers:
        return None
    return _attributed_saying(clause, left or (cue, cue), cue, (*speakers, *relays))


def _attributed_saying(
    clause: Tagged, source: tuple[int, int], cue: int, speakers: tuple[Speaker, ...]
) -> Attribution | None:
    """What is quoted stands behind "saying", or before a source that only ends the sentence."""
    saying = _saying(clause, cue)
    start = (saying if saying is not None else cue) + 1
    before = source[0] - 1
    if before > 0 and clause.tags[before] in ',"' and not has_predicate(clause, start, len(clause.units) - 1):
        return Attribution(source, cue, (0, before), speakers)
    return Attribution(source, cue, (start, len(clause.units) - 1), speakers) if saying is not None else None


def _saying(clause: Tagged, cue: int) -> int | None:
    return next(
        (
            at
            for at in range(cue + 1, min(cue + 22, len(clause.units)))
            if clause.units[at].word in ("saying", "telling", "confirming", "stating")
        ),
        None,
    )


def _by_absolute(clause: Tagged, cue: int, memory: SpeakerMemory) -> Attribution | None:
    """ "…, with the army reporting that 20 were fired": a speaker named in a clause without a finite verb."""
    left = source_left(clause, cue)
    if left is None or left[0] == 0 or clause.units[left[0] - 1].word != "with":
        return None
    speakers = speakers_in(clause, *left, memory)
    return Attribution(left, cue, (cue + 1, len(clause.units) - 1), speakers) if speakers else None


def _by_participle(clause: Tagged, cue: int, memory: SpeakerMemory) -> Attribution | None:
    """ "Hezbollah took responsibility, saying it had fired 40 rockets": the subject of a sentence that says nothing before."""
    if cue < 3 or clause.tags[cue - 1] != ",":
        return None
    subject = opening_subject(clause, cue)
    speakers = speakers_in(clause, *subject, memory) if subject is not None else ()
    return Attribution(subject, cue, (cue + 1, len(clause.units) - 1), speakers) if subject and speakers else None


def _named_by_launcher(clause: Tagged, source: tuple[int, int], cue: int, memory: SpeakerMemory) -> Attribution | None:
    """ "The North tested what it called a solid-fuel missile": the missile's name is the launching party's own word."""
    if clause.units[source[0]].word not in ("it", "they", "he", "she"):
        return None
    subjects = "ckg;" if clause.units[source[0]].word in ("it", "they") else "o;"
    subject = next((at for at in range(source[0] - 2, -1, -1) if clause.tags[at] in subjects), None)
    named = _NAMING.match(clause.tags, cue + 1)
    if subject is None or clause.tags[subject] == ";" or named is None:
        return None
    speakers = speakers_in(clause, subject, subject, memory)
    return Attribution((subject, subject), cue, (cue + 1, named.end() - 1), speakers, naming=True) if speakers else None


_NAMING = re.compile(
    r"(?:i|S|iv)?[^,.;:TiSryM)GVF]*?(?:w+|[BL])"
)  # "as a new air defense missile", up to the weapon's head


def _is_unnamed(clause: Tagged, source: tuple[int, int]) -> bool:
    """Whether a headline's source is only capitalised words: in "Unveils Missile, Rejects Western Claims" nobody speaks."""
    first, last = source
    return first > 0 and set(clause.tags[first : last + 1]) <= {"X", "k", "x"}


def _by_phrase(clause: Tagged, cue: int, memory: SpeakerMemory) -> Attribution | None:
    """ "According to …": the source stands behind the cue, the content behind its comma, or before the cue."""
    unit = clause.units[cue]
    last = source_end(clause, cue + 1)
    if last < cue + 1:
        return None
    if (
        any(unit.word in cue_words("reported_by_none") for unit in clause.units[cue + 1 : cue + 8])
        and "reported" in unit.word
    ):
        return None  # "no damage reported by US or commercial ships"
    speakers = speakers_in(clause, cue + 1, last, memory)
    if unit.has("cue_relay_phrases") and not unit.has("cue_verbs"):
        speakers = _outlets(clause, cue + 1, last) or speakers
    if not speakers:
        return None
    initial = not (has_predicate(clause, 0, cue - 1) or "m" in clause.tags[:cue]) if cue else True
    content = (last + 1, len(clause.units) - 1) if initial else (last_clause(clause, cue - 1), cue - 1)
    return Attribution((cue + 1, last), cue, content, speakers)


def _outlets(clause: Tagged, first: int, last: int) -> tuple[Speaker, ...]:
    return tuple(
        outlet_speaker(clause.units[at], clause.text(at, at))
        for at in range(first, last + 1)
        if clause.units[at].has("outlet")
    )


def _by_colon(clause: Tagged, memory: SpeakerMemory) -> Iterator[Attribution]:
    """Headline style: "N. Korea fires missile toward East Sea: JCS", "… - military"."""
    if clause.sentence.zone is not Zone.HEADLINE and len(clause.units) > 25:
        return
    colon = max(clause.tags.rfind(":"), clause.tags.rfind("—"), clause.tags.rfind("–"))
    dash = _SPACED_DASH.search(clause.sentence.text) if clause.sentence.zone is Zone.HEADLINE else None
    first = clause.unit_at(dash.end()) if dash is not None else colon + 1
    if first < 3 or len(clause.units) - first > 6 or any(tag in "VGFBwm" for tag in clause.tags[first:]):
        return
    last = len(clause.units) - 1
    while clause.tags[last] in '.)"' or clause.units[last].has("cue_verbs"):
        last -= 1
    if last < first:
        return
    speakers = speakers_in(clause, first, last, memory)
    if dash is not None:  # "… - The Washington Times" is the page's own name
        speakers = tuple(s for s in speakers if s.kind not in RELAY_KINDS or s.kind in ("wire", "agency_state"))
    if speakers:
        memory.learn(speakers)
        yield Attribution((first, last), first - 1, (0, first - 1 - (dash is None)), speakers)


_SPACED_DASH = re.compile(r" [-–—|] (?=[^-–—|]+$)")


def _by_label(clause: Tagged, memory: SpeakerMemory) -> Iterator[Attribution]:
    """What a label opens: "Quote from Kovalenko: "…"", "Statement by the Air Force: …"."""
    colon = clause.tags.find(":", 2, 14)
    if colon < 0 or clause.units[0].word not in cue_words("labels") or clause.tags[1] != "i":
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


def _bounded(clause: Tagged, found: list[Attribution]) -> Iterator[Attribution]:
    """Contents cut where the next speaker's begins: "the JCS said it flew 800 km, while Tokyo put it at 750 km"."""
    ordered = sorted(found, key=lambda a: a.cue)
    for number, attribution in enumerate(ordered):
        first, last = attribution.content
        if first > attribution.cue:
            later = [
                other.source[0]
                for other in ordered[number + 1 :]
                if other.content[0] > other.cue
                and not other.is_relay
                and other.source[0] > attribution.cue + _NESTED
                and not (attribution.is_relay and _is_relayed(clause, attribution, other))
            ]
            last = min([last, *(start - 1 for start in later)])
        yield Attribution(attribution.source, attribution.cue, (first, last), attribution.speakers, attribution.naming)


def _is_relayed(clause: Tagged, relay: Attribution, other: Attribution) -> bool:
    """Whether another's words stand in what an outlet tells: "According to NHK, a ministry official said …"."""
    between = clause.units[relay.cue + 1 : other.source[0]]
    return not any(unit.tag in ";S" or unit.word in ("but", "while") for unit in between)


def says_again(text: str) -> bool:
    """Whether a sentence begins inside quotation marks, so that the speaker before it still speaks."""
    return bool(re.match(r"[\"“'‘]", text))
