"""From a report to its mentions: every telling of a launch, with the claims it makes and who makes them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache

from msgspec import structs

from watchfloor.claims.apart import comes_after, is_recalled, looks_back, sets_apart
from watchfloor.claims.attribution import Attribution, attributions, observers_of, says_again
from watchfloor.claims.crediting import Crediting, is_list_item, opens_quotation, source_of_list
from watchfloor.claims.discourse import Discourse
from watchfloor.claims.earlier import earlier_launches, of_today, without_days
from watchfloor.claims.entries import entry_of, may_be_entry, may_be_heading
from watchfloor.claims.implied_actors import owner_told, party_spoken_of, state_that_speaks, with_owner
from watchfloor.claims.launches import find_triggers
from watchfloor.claims.occurrence import day_of_telling, heading_of, is_history
from watchfloor.claims.phrases import Phrases, any_of
from watchfloor.claims.purposes import may_tell_of_drill
from watchfloor.claims.sentences import Sentence, sentences_of, source_lines
from watchfloor.claims.speakers import speakers_in
from watchfloor.claims.telling import continued_launch, goes_on, told_earlier, told_launches
from watchfloor.claims.triggers import Trigger
from watchfloor.claims.units import Tagged, tag_sentence
from watchfloor.claims.weapons import WeaponPhrase, weapon_phrases
from watchfloor.lexicons import names, table, words
from watchfloor.places import Gazetteer
from watchfloor.records import Mention, Report, Speaker

_NAMED_MODEL = re.compile(
    r"[A-Z][a-z]{1,14}-\d|KN-"
)  # "Hwasong-18": a name that may be all a sentence says of a weapon

_SUBJECT_TAKEN_UP = ("They ", "It ", "Both ")

_TAKEN_UP = re.compile(
    r"(?:It|They|He|She|(?:The |Its )?(?:[Mm]inistry|[Aa]gency|[Cc]oast guard|[Mm]ilitary|[Oo]fficials))\b"
)  # a subject that the sentence before has named


def extract_mentions(report: Report, *, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions of launches in a report's headline and body, in reading order, each with its attributed claims."""
    if _is_of_sport(report.text):
        return ()
    discourse = Discourse(report, gazetteer)
    found: list[Mention] = []
    skipped: Sentence | None = None
    crediting = Crediting(found, discourse)
    sources = deque(source_lines(report))
    for sentence in sentences_of(report):
        while sources and sources[0].start < sentence.start:
            line = sources.popleft()
            if discourse.outlet is None or discourse.outlet not in line.text.casefold():
                _listen(line, discourse)
        crediting.before(sentence)
        if skipped is not None and _TAKEN_UP.match(sentence.text):
            _listen(skipped, discourse)
        skipped = sentence
        if may_be_heading(sentence.text):
            _head(sentence, discourse)
        before = len(found)
        discourse.speaking = None
        if is_list_item(sentence.text):
            discourse.item = sentence.paragraph
        elif discourse.item != sentence.paragraph:
            discourse.listed = source_of_list(sentence, discourse)
        if _may_tell(sentence.text, told=discourse.told):
            found.extend(_mentions_in(sentence, discourse))
            discourse.recalled = next(
                (m.paragraph for m in found[before:] if is_recalled(m, discourse)), discourse.recalled
            )
            skipped = None
        crediting.after(sentence, range(before, len(found)), discourse.speaking)
        discourse.year = _last_year(sentence.text) or discourse.year
    return tuple(with_owner(found, discourse.owner or state_that_speaks(report, found)))


def _last_year(text: str) -> int | None:
    """The year a sentence tells last, which the next may call "that year"."""
    found = _YEAR.findall(text)
    return int(found[-1]) if found else None


_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?! km| miles| kilo)")


def _is_of_sport(text: str) -> bool:
    """Whether a page's rockets play basketball: "The Rockets launched 42 three-pointers"."""
    found = _sport().finditer(text.lower().replace("-", " "))
    return len({match.group() for match in found}) >= _SPORT_WORDS


_SPORT_WORDS = 2  # one alone may be a figure of speech: "overtime", "a slam dunk"


@lru_cache(maxsize=1)
def _sport() -> re.Pattern[str]:
    return re.compile(any_of(words("en/context.toml")["off_topic"]["sport"]))


def _head(sentence: Sentence, discourse: Discourse) -> None:
    """Learn the day that a sentence of nothing else gives the entries below it: "Thu 30 May."."""
    clause = tag_sentence(sentence, gazetteer=discourse.gazetteer, country=discourse.country)
    day = heading_of(clause, discourse)
    if day is not None:
        discourse.heading = (sentence.paragraph, day)


def _may_tell(text: str, *, told: bool) -> bool:
    """Whether a sentence may open a launch, or go on about one already told: a cheap test that spares most sentences."""
    lower = text.lower()
    if _stems("opening").stands_in(lower) or _NAMED_MODEL.search(text) is not None or may_be_entry(text):
        return True
    if _names_a_system(text):
        return True
    if not told:
        return False
    if text.startswith(_SUBJECT_TAKEN_UP) or _stems("going_on").stands_in(lower):
        return True
    return ("drill" in lower or "exercise" in lower) and may_tell_of_drill(lower.replace("-", " "))


def _names_a_system(text: str) -> bool:
    """Whether a sentence may name a weapon: "Analysts said it was probably a DF-31AG"."""
    known = _systems_by_word()
    return any(name in text for word in _CAPITALISED.findall(text) if word in known for name in known[word])


_CAPITALISED = re.compile(r"\b[A-Z][A-Za-z]+")


@lru_cache(maxsize=1)
def _systems_by_word() -> dict[str, tuple[str, ...]]:
    """The first word of every system's names, with the names that begin so."""
    found: dict[str, set[str]] = {}
    for row in table("world/systems.csv"):
        for name in names(row):
            first = _CAPITALISED.match(name)
            if first is not None:
                found.setdefault(first.group(), set()).add(name)
    return {word: tuple(sorted(those)) for word, those in found.items()}


@lru_cache(maxsize=2)
def _stems(key: str) -> Phrases:
    return Phrases(words("en/context.toml")["gate"][key])


def _listen(sentence: Sentence, discourse: Discourse) -> None:
    """Learn who spoke in a sentence that tells nothing of a launch, for the "It said" that follows it."""
    clause = tag_sentence(sentence, gazetteer=discourse.gazetteer, country=discourse.country)
    attributed = attributions(clause, discourse.memory)
    discourse.speak_of(party_spoken_of(clause, attributed))
    if not attributed:
        named = next((at for at, unit in enumerate(clause.units[:8]) if unit.tag in "gbo"), None)
        if named is not None:
            discourse.memory.learn(speakers_in(clause, 0, named, discourse.memory))


def _mentions_in(sentence: Sentence, discourse: Discourse) -> Iterator[Mention]:
    clause = tag_sentence(sentence, gazetteer=discourse.gazetteer, country=discourse.country, year=discourse.year)
    speaking = discourse.memory.last if says_again(sentence.text) and not opens_quotation(sentence.text) else ()
    if not speaking and discourse.item == sentence.paragraph:
        speaking = discourse.listed
    phrases = weapon_phrases(clause, orbital=discourse.orbital)
    if discourse.country is None:
        discourse.country = next(
            (p.demonym for p in phrases if p.demonym is not None and "payload" not in p.features), None
        )
    triggers = _with_entry(clause, phrases, find_triggers(clause, phrases, home=discourse.home), discourse)
    _learn_country(discourse, [trigger for trigger in triggers if trigger.realis == "asserted"])
    attributed = tuple(a for a in attributions(clause, discourse.memory) if not _is_own_report(a, discourse))
    discourse.speaking = observers_of(attributed)
    triggers = tuple(structs.replace(t, realis="denied") if _is_denied(clause, t, attributed) else t for t in triggers)
    if discourse.introduced:
        # "two missiles flew …" goes on about those fired, "In 1980 one flew …" and "Earlier in the day one flew …" do not
        past = is_history(clause, discourse) or (sets_apart(clause) and "T" in clause.tags)
        past = past or any(comes_after(clause, trigger) for trigger in triggers)
        triggers = tuple(t if past else _taken_up(t) for t in triggers if past or _goes_on_flying(clause, phrases, t))
    triggers = tuple(t for t in triggers if not _is_on_the_bench(t, discourse))
    if looks_back(clause, discourse):
        yield from _of_history(clause, phrases, triggers, attributed, speaking, discourse)
        return
    earlier = earlier_launches(clause, phrases, triggers, discourse)
    clause, triggers = without_days(clause, earlier), of_today(triggers, earlier)
    live = [trigger for trigger in triggers if trigger.realis == "asserted"]
    if discourse.owner is None:
        discourse.owner = owner_told(
            clause, phrases, () if discourse.told else triggers, telling=bool(live) or discourse.told
        )
    if live:
        yield from told_launches(clause, phrases, triggers, attributed, speaking, discourse, earlier)
        if live[0].voice == "entry":
            discourse.entered = sentence.paragraph
    elif discourse.told and not (triggers and not goes_on(clause, phrases)) and not any(n.subject for n in earlier):
        yield from continued_launch(clause, phrases, triggers, attributed, speaking, discourse)
    yield from told_earlier(clause, earlier, attributed, speaking, discourse)
    discourse.speak_of(party_spoken_of(clause, attributed))
    if discourse.day is None:
        discourse.day_told = day_of_telling(clause, discourse, launched_only=not live) or discourse.day_told


def _is_on_the_bench(trigger: Trigger, discourse: Discourse) -> bool:
    """Whether "the test" takes up one on the ground, the only one its report has told of."""
    return trigger.voice == "anaphor" and trigger.test and not discourse.introduced and discourse.on_the_bench


def _goes_on_flying(clause: Tagged, phrases: tuple[WeaponPhrase, ...], trigger: Trigger) -> bool:
    """Whether a trigger stays though a launch was told: a flight only where it names what took the told satellite up."""
    if trigger.voice != "flight":
        return True
    told = any("payload" in phrase.features and phrase.taken_up for phrase in phrases)
    return told and "T" not in clause.tags and any(phrase.launches_satellites for phrase in trigger.objects)


def _taken_up(trigger: Trigger) -> Trigger:
    """ "A Long March-2D rocket carried the satellite into space": the launch in focus, told again by its rocket."""
    return structs.replace(trigger, anaphoric=True) if trigger.voice == "flight" else trigger


def _of_history(
    clause: Tagged,
    phrases: tuple[WeaponPhrase, ...],
    triggers: tuple[Trigger, ...],
    attributed: tuple[Attribution, ...],
    speaking: tuple[Speaker, ...],
    discourse: Discourse,
) -> Iterator[Mention]:
    """The mentions of a sentence that goes on about the history told last: "On that day it sent up two missiles"."""
    live = any(trigger.realis == "asserted" for trigger in triggers)
    mentions = (
        told_launches(clause, phrases, triggers, attributed, speaking, discourse)
        if live
        else continued_launch(clause, phrases, triggers, attributed, speaking, discourse)
    )
    for mention in mentions:
        yield structs.replace(mention, background=True, back=True, further=False)


def _with_entry(
    clause: Tagged, phrases: tuple[WeaponPhrase, ...], triggers: tuple[Trigger, ...], discourse: Discourse
) -> tuple[Trigger, ...]:
    """The triggers, with the entry's before them where no verb or noun names what was launched."""
    if any(trigger.objects for trigger in triggers):
        return triggers
    paragraph = clause.sentence.paragraph
    headed = discourse.entered == paragraph or (discourse.heading is not None and discourse.heading[0] == paragraph)
    entry = entry_of(clause, phrases, headed=headed)
    return triggers if entry is None else (entry, *triggers)


def _is_own_report(attribution: Attribution, discourse: Discourse) -> bool:
    """Whether an outlet only names itself: "as reported by Ukrinform" in Ukrinform is its own voice."""
    return discourse.outlet is not None and all(s.name.casefold() == discourse.outlet for s in attribution.speakers)


def _is_denied(clause: Tagged, trigger: Trigger, attributed: tuple[Attribution, ...]) -> bool:
    """Whether a speaker denies the launch: "Seoul denied that the North had fired a missile"."""
    denying = words("en/attribution.toml")["denying"]["cues"]
    return any(a.covers(trigger.unit) and clause.units[a.cue].word in denying for a in attributed)


def _learn_country(discourse: Discourse, live: list[Trigger]) -> None:
    for trigger in live:
        if trigger.actor is None:
            continue
        discourse.launchers |= {trigger.actor}
        if not trigger.background and discourse.country is None:
            discourse.country = trigger.actor
            discourse.memory.launcher = trigger.actor
