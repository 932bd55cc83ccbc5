"""From a report to its mentions: every telling of a launch, with the claims it makes and who makes them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from msgspec import structs

from watchfloor.claims.apart import is_recalled, looks_back
from watchfloor.claims.attribution.attributions import attributions, observers_of
from watchfloor.claims.attribution.crediting import Crediting, is_list_item, source_of_list
from watchfloor.claims.attribution.speakers import speakers_in
from watchfloor.claims.continuing import continued_launch, goes_on
from watchfloor.claims.discourse import Discourse
from watchfloor.claims.earlier import earlier_launches, of_today, without_days
from watchfloor.claims.entries import may_be_heading
from watchfloor.claims.gate import is_of_sport, may_tell
from watchfloor.claims.grammar.sentences import Sentence, sentences_of, source_lines
from watchfloor.claims.grammar.units import tag_sentence
from watchfloor.claims.launches.implied_actors import owner_told, party_spoken_of, state_that_speaks, with_owner
from watchfloor.claims.readings import Reading, read_sentence
from watchfloor.claims.telling import told_earlier, told_launches
from watchfloor.claims.timing.occurrence import day_of_telling, heading_of
from watchfloor.places import Gazetteer
from watchfloor.records import Mention, Report

_TAKEN_UP = re.compile(
    r"(?:It|They|He|She|(?:The |Its )?(?:[Mm]inistry|[Aa]gency|[Cc]oast guard|[Mm]ilitary|[Oo]fficials))\b"
)  # a subject that the sentence before has named


def extract_mentions(report: Report, *, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions of launches in a report's headline and body, in reading order, each with its attributed claims."""
    if is_of_sport(report.text):
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
        if may_tell(sentence.text, told=discourse.told):
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


def _head(sentence: Sentence, discourse: Discourse) -> None:
    """Learn the day that a sentence of nothing else gives the entries below it: "Thu 30 May."."""
    clause = tag_sentence(sentence, gazetteer=discourse.gazetteer, country=discourse.country)
    day = heading_of(clause, discourse)
    if day is not None:
        discourse.heading = (sentence.paragraph, day)


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
    reading = read_sentence(sentence, discourse)
    discourse.speaking = observers_of(reading.attributed)
    if looks_back(reading.clause, discourse):
        yield from _of_history(reading, discourse)
        return
    earlier = earlier_launches(reading.clause, reading.phrases, reading.triggers, discourse)
    clause = without_days(reading.clause, earlier)
    reading = structs.replace(reading, clause=clause, triggers=of_today(reading.triggers, earlier))
    live = [trigger for trigger in reading.triggers if trigger.realis == "asserted"]
    if discourse.owner is None:
        news = () if discourse.told else reading.triggers
        discourse.owner = owner_told(clause, reading.phrases, news, telling=bool(live) or discourse.told)
    if live:
        yield from told_launches(reading, discourse, earlier)
        if live[0].voice == "entry":
            discourse.entered = sentence.paragraph
    elif _goes_on(reading, discourse) and not any(name.subject for name in earlier):
        yield from continued_launch(reading, discourse)
    yield from told_earlier(reading, discourse, earlier)
    discourse.speak_of(party_spoken_of(clause, reading.attributed))
    if discourse.day is None:
        discourse.day_told = day_of_telling(clause, discourse, launched_only=not live) or discourse.day_told


def _goes_on(reading: Reading, discourse: Discourse) -> bool:
    """Whether a sentence without a launch told as a fact may go on about the one in focus."""
    return discourse.told and not (reading.triggers and not goes_on(reading.clause, reading.phrases))


def _of_history(reading: Reading, discourse: Discourse) -> Iterator[Mention]:
    """The mentions of a sentence that goes on about the history told last: "On that day it sent up two missiles"."""
    live = any(trigger.realis == "asserted" for trigger in reading.triggers)
    for mention in told_launches(reading, discourse) if live else continued_launch(reading, discourse):
        yield structs.replace(mention, background=True, back=True, further=False)
