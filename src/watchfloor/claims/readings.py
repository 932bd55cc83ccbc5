"""A sentence as it has been read before its mentions are told: units, weapon phrases, triggers, and who speaks where."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, structs

from watchfloor.claims.apart import comes_after, sets_apart
from watchfloor.claims.attribution.attributions import Attribution, attributions, says_again
from watchfloor.claims.attribution.crediting import opens_quotation
from watchfloor.claims.discourse import Discourse
from watchfloor.claims.entries import entry_of
from watchfloor.claims.grammar.sentences import Sentence
from watchfloor.claims.grammar.units import Tagged, tag_sentence
from watchfloor.claims.launches.trigger_finding import find_triggers
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.claims.timing.occurrence import is_history
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase, weapon_phrases
from watchfloor.lexicons import words
from watchfloor.records import Speaker


class Reading(Struct, frozen=True):
    """A sentence's units, its weapon phrases, what tells of launches, what its speakers tell, and who goes on speaking."""

    clause: Tagged
    phrases: tuple[WeaponPhrase, ...]
    triggers: tuple[Trigger, ...]
    attributed: tuple[Attribution, ...]
    speaking: tuple[Speaker, ...]


def read_sentence(sentence: Sentence, discourse: Discourse) -> Reading:
    """A sentence read in the light of those before it. `discourse` learns the launching country and the speakers."""
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
    told = tuple(structs.replace(t, realis="denied") if _is_denied(clause, t, attributed) else t for t in triggers)
    return Reading(clause, phrases, tuple(_of_news(clause, phrases, told, discourse)), attributed, speaking)


def _of_news(
    clause: Tagged, phrases: tuple[WeaponPhrase, ...], triggers: tuple[Trigger, ...], discourse: Discourse
) -> Iterator[Trigger]:
    """The triggers, without those that only go on about a launch told before.

    "Two missiles flew …" goes on about those fired, "In 1980 one flew …" and "Earlier in the day one flew …" do not.
    """
    past = not discourse.introduced or is_history(clause, discourse) or (sets_apart(clause) and "T" in clause.tags)
    past = past or any(comes_after(clause, trigger) for trigger in triggers)
    for trigger in triggers:
        if (past or _goes_on_flying(clause, phrases, trigger)) and not _is_on_the_bench(trigger, discourse):
            yield trigger if past else _taken_up(trigger)


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
