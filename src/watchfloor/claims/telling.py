"""The mentions of a sentence: those of the launches it tells of, and what it adds to the one in focus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from msgspec import structs

from watchfloor.claims.apart import (
    comes_after,
    is_dating,
    is_earlier_this,
    is_first_news,
    is_further,
    is_single,
    is_tally,
    one_a_day,
    opens_dating,
)
from watchfloor.claims.continuing import owned_up
from watchfloor.claims.discourse import Discourse, move_focus
from watchfloor.claims.earlier import Earlier, findings_of
from watchfloor.claims.entries import entry_places, entry_times
from watchfloor.claims.findings import Finding
from watchfloor.claims.flights.economic_zones import economic_zones
from watchfloor.claims.flights.figures import figures
from watchfloor.claims.flights.headings import headings
from watchfloor.claims.flights.outcomes import coded_findings
from watchfloor.claims.flights.purposes import purposes
from watchfloor.claims.governing import deeds_of, governing_group, governs, is_dated_by
from watchfloor.claims.grammar.phrases import lexicon_phrases
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.launches.gapped import is_gapped
from watchfloor.claims.launches.implied_actors import implied_actor, taken_up_actor
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.claims.mentions import mention_of
from watchfloor.claims.readings import Reading
from watchfloor.claims.retelling import is_of_another, without_repeats
from watchfloor.claims.timing.occurrence import day_counted, days_before, is_history, times_of
from watchfloor.claims.weapons.identities import named_weapons
from watchfloor.claims.weapons.weapon_findings import launched_weapons
from watchfloor.claims.whereabouts.places_told import own_waters, places_of, told_sites
from watchfloor.claims.whereabouts.same_places import same_places, unnamed_origins
from watchfloor.records import Mention, Place, When


def told_launches(reading: Reading, discourse: Discourse, earlier: tuple[Earlier, ...] = ()) -> Iterator[Mention]:
    """The mentions of the launches a sentence tells of, in reading order. `earlier`: those it names by their days alone."""
    clause = reading.clause
    groups = deeds_of(clause, reading.triggers)
    shared = [
        f for f in _sentence_findings(reading, discourse) if not any(n.first <= f.unit <= n.last for n in earlier)
    ]
    past = is_history(clause, discourse)
    outside = [f for f in shared if not any(governs(clause, g, f) for g in groups) and not is_of_another(clause, f)]
    if discourse.told and all(_is_beside(group[0]) for group in groups) and not _is_all_history(clause, outside, past):
        shared = [f for f in shared if f not in outside]
        undated = [f for f in outside if f.attribute != "occurred"]
        aside = mention_of(reading, None, undated, discourse, background=False)
        yield from () if aside is None else (aside,)
    subject: list[Finding] = []
    for number, group in enumerate(groups):
        lead = _lead(reading, group, number, discourse)
        if lead.realis != "asserted":
            continue
        dating = is_dating(clause, groups, number, lead, discourse)
        findings = _launch_findings(reading, groups, number, lead, shared, discourse, dating=dating)
        if not any(f.attribute == "actor" for f in findings) and number > 0 and is_gapped(lead):
            findings += [structs.replace(f, unit=lead.unit) for f in subject]
        subject = [f for f in findings if f.attribute == "actor"]
        _learn_launcher(lead, subject, discourse)
        if not any(f.attribute == "occurred" for f in findings):
            findings += _counted_days(clause, number, lead, discourse, dating=dating)
        background = _is_background(clause, groups, number, lead, findings, discourse, past=past, dating=dating)
        if (_is_total(findings) and not is_single(clause, lead)) or is_tally(clause, lead):
            continue
        mention = mention_of(reading, lead, findings, discourse, background=background)
        if mention is not None:
            mention = structs.replace(mention, further=discourse.told and is_further(clause, lead, findings, discourse))
            told = tuple(one_a_day(mention, discourse))
            move_focus(discourse, mention, lead)
            yield from told


def _sentence_findings(reading: Reading, discourse: Discourse) -> Iterator[Finding]:
    """All that a sentence says of launches, whichever of them it belongs to."""
    entry = next((trigger for trigger in reading.triggers if trigger.voice == "entry"), None)
    return _shared_findings(reading, discourse) if entry is None else _entry_findings(reading, entry, discourse)


def _is_all_history(clause: Tagged, outside: list[Finding], past: bool) -> bool:
    """Whether what stands beside the launches of a sentence is history too: "On May 18, 2022, it fell into the sea after takeoff"."""
    dated = past and any(f.attribute == "occurred" for f in outside)
    # "Earlier this month a child was wounded when the rebels fired another rocket"
    return dated or lexicon_phrases("en/launches.toml", "background", "openings").match(clause.folded) is not None


def _lead(reading: Reading, group: list[Trigger], number: int, discourse: Discourse) -> Trigger:
    """The trigger that tells a launch best: the one that does not only take it up."""
    lead = next((trigger for trigger in group if not trigger.anaphoric), group[0])
    first = not discourse.told and number == 0 and lead.embedded and lead.realis == "asserted"
    if first and not _is_compared(reading.clause, lead, discourse):
        return structs.replace(lead, embedded=False)  # "… just past midnight as a missile climbed out of its silo"
    return lead


def _launch_findings(
    reading: Reading,
    groups: list[list[Trigger]],
    number: int,
    lead: Trigger,
    shared: list[Finding],
    discourse: Discourse,
    *,
    dating: bool,
) -> list[Finding]:
    """What a sentence says of one of its launches, with who launched it. `dating`: it only dates another."""
    clause, group = reading.clause, groups[number]
    findings = [f for trigger in group for f in _trigger_findings(clause, trigger, discourse)]
    findings += [
        f
        for f in shared
        if governing_group(clause, groups, f) == number and not is_dated_by(clause, group[-1].unit, f.unit)
    ]
    if dating and number == 0 and len(groups) > 1 and opens_dating(clause):
        # "three weeks after the launch of a Vega, an Ariane 5 …": the Vega's are those up to the comma
        findings = [f for f in findings if "," not in clause.folded[clause.units[lead.unit].end : f.start]]
    if not any(f.attribute == "actor" for f in findings):
        taken_up = tuple(taken_up_actor(clause, lead, discourse.party))
        findings += taken_up or implied_actor(clause, lead, reading.attributed)
    return findings


def _learn_launcher(lead: Trigger, subject: list[Finding], discourse: Discourse) -> None:
    if discourse.country is None and not lead.background:
        discourse.country = next((str(f.value) for f in subject), None)
        discourse.memory.launcher = discourse.country


def _counted_days(clause: Tagged, number: int, lead: Trigger, discourse: Discourse, *, dating: bool) -> list[Finding]:
    """The day a launch is counted from another one to, where the sentence gives it no time of its own."""
    counted = lead.embedded or dating or comes_after(clause, lead)
    days = list(days_before(clause, lead, discourse)) if counted else []
    after = clause.units[lead.unit].start if number > 0 else None
    return days or list(day_counted(clause, discourse, after=after))


def _is_background(
    clause: Tagged,
    groups: list[list[Trigger]],
    number: int,
    lead: Trigger,
    findings: list[Finding],
    discourse: Discourse,
    *,
    past: bool,
    dating: bool,
) -> bool:
    """Whether a launch is told as history: by its own words, below another one, by its day, or to date the one in focus."""
    background = (
        dating
        or (lead.background and not is_first_news(clause, lead, findings, discourse))
        or comes_after(clause, lead)
        or (lead.embedded and (number > 0 or past or _is_compared(clause, lead, discourse)))
        or (number == 0 and _is_earlier(clause, lead, findings, discourse))
        or (discourse.told and not lead.anaphoric and is_earlier_this(clause, lead, findings))
    )
    answered = number > 0 and _is_answered(clause, groups[number - 1][0], lead, discourse.country)
    return background and not answered


def told_earlier(reading: Reading, discourse: Discourse, earlier: tuple[Earlier, ...]) -> Iterator[Mention]:
    """The mentions of launches that a sentence names by their days alone."""
    clause = reading.clause
    for name in earlier:
        lead = name.deed or _named_lead(name)
        findings = [*findings_of(clause, name, discourse), *_trigger_findings(clause, lead, discourse)]
        if name is earlier[-1]:
            said = _shared_findings(structs.replace(reading, phrases=(), triggers=()), discourse)
            findings += [f for f in said if name.first <= f.unit <= name.last and f.attribute != "occurred"]
        mention = mention_of(reading, lead, _once(findings), discourse, background=True)
        if mention is not None:
            yield structs.replace(mention, named=True, alike=name.alike, embedded=not name.subject)


def _named_lead(name: Earlier) -> Trigger:
    """What tells a launch that is only named."""
    return Trigger(
        unit=name.first,
        voice="nominal",
        objects=name.weapons,
        actor=None,
        actor_unit=None,
        realis="asserted",
        background=True,
        anaphoric=False,
        embedded=True,
        test=False,
    )


def _once(findings: list[Finding]) -> list[Finding]:
    """Findings without repeats of the same words for one attribute."""
    return list({(f.attribute, f.start, f.end): f for f in findings}.values())


def _is_beside(trigger: Trigger) -> bool:
    """Whether a launch is only told beside what its sentence is about: in a clause below it, or as history in quotes."""
    recalled = trigger.background and trigger.anaphoric  # "features from the missiles it previously tested"
    return trigger.embedded or recalled or (trigger.voice == "participle" and not trigger.objects)


def _is_compared(clause: Tagged, trigger: Trigger, discourse: Discourse) -> bool:
    """Whether a launch only dates the one in focus: "it came two days after the North launched …"."""
    left = clause.folded[: clause.units[trigger.unit].start]
    return (
        (discourse.told and _COMPARED.search(left) is not None)
        or comes_after(clause, trigger)
        or _FOLLOWED.search(left) is not None
    )


def _is_earlier(clause: Tagged, lead: Trigger, findings: list[Finding], discourse: Discourse) -> bool:
    """Whether it is history by its day alone: "the latest test took place in 2023", a test last week of another system."""
    systems = frozenset(str(row["name"]) for phrase in lead.objects for _, row in phrase.systems)
    other = bool(systems and discourse.systems) and not _of_one_family(systems, discourse.systems)
    if other and discourse.told and clause.folded.startswith("earlier, "):
        return True
    if discourse.day is not None:
        return (
            lead.voice in ("nominal", "anaphor")
            and _ORDINAL.match(clause.folded) is not None
            and is_history(clause, discourse)
        )
    today = discourse.anchor.local_day(discourse.zone(lead.actor))
    ends = [f.value.last for f in findings if f.attribute == "occurred" and isinstance(f.value, When) and f.value.last]
    if today is None or not ends or not other:
        return False
    return max(ends).date() < today


def _is_answered(clause: Tagged, answer: Trigger, lead: Trigger, country: str | None) -> bool:
    """ "South Korea fired two missiles six minutes after the North launched one": both of one day, each an event."""
    between = clause.folded[clause.units[answer.unit].end : clause.units[lead.unit].start]
    rivals = lead.actor is not None and (answer.actor or country) not in (None, lead.actor)
    return rivals and _MINUTES_AFTER.search(between) is not None


_MINUTES_AFTER = re.compile(r"\b(?:minutes?|hours?) after\b[^,;]*$")


def _of_one_family(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of systems share one, named in full or as its family: "Minuteman" and "Minuteman III"."""
    return any(a.startswith(b) or b.startswith(a) for a in mine for b in theirs)


_ORDINAL = re.compile(
    r"[\"'“]?(?:the|its|their|that|[\w ]{3,20}'s) (?:[\w-]+ ){0,2}(?:latest|last|most recent|previous|first|only|maiden|earlier|initial)\b"
)
_FOLLOWED = re.compile(r"\bfollow(?:s|ed) (?:\w+ ){0,8}when\b[^.;]*$")  # "it followed another the previous day when …"
_COMPARED = re.compile(
    r"\b(?:came|comes|come|follow\w*|days?|weeks?|months?|hours?|first|latest|second|third)\b[^.;]*\b(?:after|since|following)\b[^.;]*$"
)


def _is_total(findings: list[Finding]) -> bool:
    """Whether what is told is a year's total, not a launch: "last year it launched some 70 missiles"."""
    times = [f.value for f in findings if f.attribute == "occurred" and isinstance(f.value, When)]
    return bool(times) and all(when.precision == "year" or _spans_years(when) for when in times)


def _spans_years(when: When) -> bool:
    """Whether a time is a stretch of years: "from 2013 to 2017 it carried out more than 80 tests"."""
    return when.first is not None and when.last is not None and when.last - when.first > timedelta(days=367)


def _trigger_findings(clause: Tagged, trigger: Trigger, discourse: Discourse) -> Iterator[Finding]:
    if trigger.actor is not None and trigger.actor_unit is not None:
        unit = clause.units[trigger.actor_unit]
        # who says that it was launched says who launched it: "Hezbollah said it had fired …" is Hezbollah's word
        yield Finding(attribute="actor", value=trigger.actor, start=unit.start, end=unit.end, unit=trigger.unit)
    yield from launched_weapons(clause, trigger, told=discourse.told)
    for purpose in purposes(clause, trigger, country=discourse.country):
        if not is_dated_by(clause, trigger.unit, clause.unit_at(purpose.start)):
            yield purpose


def _shared_findings(reading: Reading, discourse: Discourse) -> Iterator[Finding]:
    clause, phrases, triggers, attributed = reading.clause, reading.phrases, reading.triggers, reading.attributed
    actor = next((t.actor for t in triggers if t.actor is not None and t.realis == "asserted"), discourse.country)
    if not any(t.actor is not None for t in triggers):
        yield from owned_up(clause)
    yield from figures(clause)
    places = tuple(places_of(clause, actor=actor))
    yield from places
    yield from without_repeats(places, told_sites(clause))
    yield from same_places(clause, discourse.places)
    yield from without_repeats(places, unnamed_origins(clause, actor, discourse.gazetteer))
    yield from own_waters(clause)
    yield from headings(clause)
    yield from economic_zones(clause, nearby=discourse.memory.country)
    yield from coded_findings(clause, launched=True)
    yield from named_weapons(clause, phrases, triggers, known=discourse.features)
    yield from times_of(
        clause, discourse, actor, attributed, places=[f.value for f in places if isinstance(f.value, Place)]
    )


def _entry_findings(reading: Reading, entry: Trigger, discourse: Discourse) -> Iterator[Finding]:
    """What the parts of an entry say: "Nov 3, 0740: one ICBM from Sunan, 760 km, outside the EEZ"."""
    clause, phrases, attributed = reading.clause, reading.phrases, reading.attributed
    yield from figures(clause, bare=True)
    places = tuple(entry_places(clause, entry))
    yield from places
    yield from headings(clause)
    yield from economic_zones(clause, nearby=discourse.memory.country)
    yield from coded_findings(clause, launched=True)
    yield from named_weapons(clause, phrases, (entry,), known=discourse.features)
    yield from times_of(
        clause,
        discourse,
        entry.actor or discourse.country,
        attributed,
        places=[f.value for f in places if isinstance(f.value, Place)],
        told=entry_times(clause, entry),
    )
