"""The mentions of a sentence: those of the launches it tells of, and what it adds to the one in focus."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

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
from watchfloor.claims.attribution import Attribution, speakers_of
from watchfloor.claims.counts import counted_again
from watchfloor.claims.discourse import Discourse, move_focus
from watchfloor.claims.earlier import Earlier, findings_of
from watchfloor.claims.economic_zones import economic_zones
from watchfloor.claims.entries import entry_places, entry_times
from watchfloor.claims.figures import figures
from watchfloor.claims.findings import Finding
from watchfloor.claims.flyers import flights_are_of_others
from watchfloor.claims.gapped import is_gapped
from watchfloor.claims.governing import deeds_of, governing_group, governs, is_dated_by
from watchfloor.claims.headings import headings
from watchfloor.claims.identities import named_weapons, systems_named
from watchfloor.claims.implied_actors import implied_actor, taken_up_actor
from watchfloor.claims.occurrence import day_counted, days_before, is_history, leaves_site, times_of
from watchfloor.claims.outcomes import coded_findings
from watchfloor.claims.parties import claims_responsibility
from watchfloor.claims.phrases import lexicon_phrases
from watchfloor.claims.place_governors import tells_of_loss
from watchfloor.claims.purposes import later_purposes, purposes
from watchfloor.claims.retelling import is_fired_again, is_of_another, without_repeats
from watchfloor.claims.same_places import remember, same_places, unnamed_origins
from watchfloor.claims.timing import times_of_launch
from watchfloor.claims.triggers import Trigger
from watchfloor.claims.units import Tagged
from watchfloor.claims.weapon_findings import launched_weapons
from watchfloor.claims.weapons import WeaponPhrase
from watchfloor.claims.whereabouts import own_waters, places_of, told_sites
from watchfloor.records import Claim, Mention, Place, Speaker, When


def told_launches(
    clause: Tagged,
    phrases: tuple[WeaponPhrase, ...],
    triggers: tuple[Trigger, ...],
    attributed: tuple[Attribution, ...],
    speaking: tuple[Speaker, ...],
    discourse: Discourse,
    earlier: tuple[Earlier, ...] = (),
) -> Iterator[Mention]:
    groups = deeds_of(clause, triggers)
    entry = next((trigger for trigger in triggers if trigger.voice == "entry"), None)
    shared = list(
        _shared_findings(clause, phrases, triggers, attributed, discourse)
        if entry is None
        else _entry_findings(clause, phrases, entry, attributed, discourse)
    )
    shared = [f for f in shared if not any(name.first <= f.unit <= name.last for name in earlier)]
    past = is_history(clause, discourse)
    outside = [f for f in shared if not any(governs(clause, g, f) for g in groups) and not is_of_another(clause, f)]
    dated = past and any(
        f.attribute == "occurred" for f in outside
    )  # "On May 18, 2022, it fell into the sea after takeoff"
    # "Earlier this month a child was wounded when the rebels fired another rocket": all of it is history
    earlier_told = lexicon_phrases("en/launches.toml", "background", "openings").match(clause.folded) is not None
    if discourse.told and not (dated or earlier_told) and all(_is_beside(group[0]) for group in groups):
        shared = [f for f in shared if f not in outside]
        aside = _mention(
            clause,
            None,
            [f for f in outside if f.attribute != "occurred"],
            attributed,
            speaking,
            discourse,
            background=False,
        )
        if aside is not None:
            yield aside
    subject: list[Finding] = []
    for number, group in enumerate(groups):
        lead = next((trigger for trigger in group if not trigger.anaphoric), group[0])
        if lead.realis != "asserted":
            continue
        if not discourse.told and number == 0 and lead.embedded and not _is_compared(clause, lead, discourse):
            lead = structs.replace(lead, embedded=False)  # "… just past midnight as a missile climbed out of its silo"
        dating = is_dating(clause, groups, number, lead, discourse)
        findings = [f for trigger in group for f in _trigger_findings(clause, phrases, trigger, discourse)]
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
            findings += taken_up or implied_actor(clause, lead, attributed)
        if not any(f.attribute == "actor" for f in findings) and number > 0 and is_gapped(lead):
            findings += [structs.replace(f, unit=lead.unit) for f in subject]
        subject = [f for f in findings if f.attribute == "actor"]
        if discourse.country is None and not lead.background:
            discourse.country = next((str(f.value) for f in findings if f.attribute == "actor"), None)
            discourse.memory.launcher = discourse.country
        if not any(f.attribute == "occurred" for f in findings):
            counted = lead.embedded or dating or comes_after(clause, lead)
            days = list(days_before(clause, lead, discourse)) if counted else []
            after = clause.units[lead.unit].start if number > 0 else None
            findings += days or day_counted(clause, discourse, after=after)
        background = (
            (lead.background and not is_first_news(clause, lead, findings, discourse))
            or comes_after(clause, lead)
            or (lead.embedded and (number > 0 or past or _is_compared(clause, lead, discourse)))
            or (number == 0 and _is_earlier(clause, lead, findings, discourse))
            or dating
            or (discourse.told and not lead.anaphoric and is_earlier_this(clause, lead, findings))
        )
        if background and number > 0 and _is_answered(clause, groups[number - 1][0], lead, discourse.country):
            background = False
        if (_is_total(findings) and not is_single(clause, lead)) or is_tally(clause, lead):
            continue
        mention = _mention(clause, lead, findings, attributed, speaking, discourse, background=background)
        if mention is not None:
            mention = structs.replace(mention, further=discourse.told and is_further(clause, lead, findings, discourse))
            told = tuple(one_a_day(mention, discourse))
            move_focus(discourse, mention, lead)
            yield from told


def told_earlier(
    clause: Tagged,
    earlier: tuple[Earlier, ...],
    attributed: tuple[Attribution, ...],
    speaking: tuple[Speaker, ...],
    discourse: Discourse,
) -> Iterator[Mention]:
    """The mentions of launches that a sentence names by their days alone."""
    for name in earlier:
        lead = name.deed or _named_lead(name)
        findings = [*findings_of(clause, name, discourse), *_trigger_findings(clause, (), lead, discourse)]
        if name is earlier[-1]:
            said = _shared_findings(clause, (), (), attributed, discourse)
            findings += [f for f in said if name.first <= f.unit <= name.last and f.attribute != "occurred"]
        mention = _mention(clause, lead, _once(findings), attributed, speaking, discourse, background=True)
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


def _trigger_findings(
    clause: Tagged, phrases: tuple[WeaponPhrase, ...], trigger: Trigger, discourse: Discourse
) -> Iterator[Finding]:
    if trigger.actor is not None and trigger.actor_unit is not None:
        unit = clause.units[trigger.actor_unit]
        # who says that it was launched says who launched it: "Hezbollah said it had fired …" is Hezbollah's word
        yield Finding(attribute="actor", value=trigger.actor, start=unit.start, end=unit.end, unit=trigger.unit)
    yield from launched_weapons(clause, trigger, told=discourse.told)
    for purpose in purposes(clause, trigger, country=discourse.country):
        if not is_dated_by(clause, trigger.unit, clause.unit_at(purpose.start)):
            yield purpose


def _shared_findings(
    clause: Tagged,
    phrases: tuple[WeaponPhrase, ...],
    triggers: tuple[Trigger, ...],
    attributed: tuple[Attribution, ...],
    discourse: Discourse,
) -> Iterator[Finding]:
    actor = next((t.actor for t in triggers if t.actor is not None and t.realis == "asserted"), discourse.country)
    if not any(t.actor is not None for t in triggers):
        yield from _owned_up(clause)
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


def _entry_findings(
    clause: Tagged,
    phrases: tuple[WeaponPhrase, ...],
    entry: Trigger,
    attributed: tuple[Attribution, ...],
    discourse: Discourse,
) -> Iterator[Finding]:
    """What the parts of an entry say: "Nov 3, 0740: one ICBM from Sunan, 760 km, outside the EEZ"."""
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


def goes_on(clause: Tagged, phrases: tuple[WeaponPhrase, ...]) -> bool:
    """Whether a sentence without a launch of its own speaks of the one in focus: it names the weapon, or what it did."""
    definite = any(phrase.definite or phrase.count is not None for phrase in phrases if not phrase.swallowed)
    return definite or any(unit.tag == "F" or unit.word in ("it", "they") for unit in clause.units[:6])


def continued_launch(
    clause: Tagged,
    phrases: tuple[WeaponPhrase, ...],
    triggers: tuple[Trigger, ...],
    attributed: tuple[Attribution, ...],
    speaking: tuple[Speaker, ...],
    discourse: Discourse,
) -> Iterator[Mention]:
    if lexicon_phrases("en/context.toml", "asides", "openings").match(clause.folded) or flights_are_of_others(clause):
        return
    if is_history(clause, discourse):
        yield from _recalled_flight(clause, phrases, attributed, speaking, discourse)
        return
    findings = list(figures(clause, bare=discourse.entered == clause.sentence.paragraph))
    flying = "F" in clause.tags or bool(findings)
    seen = any(unit.has("perceiving") for unit in clause.units)
    leaving = leaves_site(clause)
    again = is_fired_again(clause)
    if leaving or again:
        findings += unnamed_origins(clause, discourse.country, discourse.gazetteer)
    flying = flying or again or (discourse.under_attack and tells_of_loss(clause))
    if flying or seen or leaving:
        findings += [
            f
            for f in places_of(clause, actor=discourse.country)
            if (f.attribute == "landing" and flying)
            or (
                f.attribute == "origin"
                and (again or ((seen or "F" in clause.tags or leaving) and "V" not in clause.tags))
            )
        ]
        findings += [*own_waters(clause), *headings(clause)]
    findings = [f for f in findings if not is_of_another(clause, f)]
    findings += [*without_repeats(findings, told_sites(clause)), *same_places(clause, discourse.places)]
    findings += _owned_up(clause)
    findings += economic_zones(clause, nearby=discourse.memory.country)
    findings += times_of(
        clause, discourse, discourse.country, attributed, told=times_of_launch(clause, attack=discourse.under_attack)
    )
    findings += coded_findings(clause, launched=False)
    findings += later_purposes(
        clause,
        attributed,
        country=discourse.country,
        orbital="orbital" in discourse.features,
        peaceful=discourse.peaceful,
        others_drill=discourse.others_drill,
    )
    findings += named_weapons(clause, phrases, triggers, known=discourse.features)
    findings += counted_again(clause, phrases)
    mention = _mention(clause, None, findings, attributed, speaking, discourse, background=False)
    if mention is not None:
        yield mention


def _recalled_flight(
    clause: Tagged,
    phrases: tuple[WeaponPhrase, ...],
    attributed: tuple[Attribution, ...],
    speaking: tuple[Speaker, ...],
    discourse: Discourse,
) -> Iterator[Mention]:
    """An earlier flight told by its course or end alone: "That missile was last tried out on April 9, when it flew …"."""
    if lexicon_phrases("en/launches.toml", "recalled", "words").search(clause.folded) is None:
        return
    times = list(times_of(clause, discourse, discourse.country, attributed))
    told = [f.value for f in times if isinstance(f.value, When)]
    today = any(when.last is not None and when.last.date() >= (discourse.day or date.max) for when in told)
    if today or not any(when.precision not in ("year", "season") for when in told):
        return
    findings = [*times, *figures(clause), *places_of(clause, actor=discourse.country), *systems_named(clause, phrases)]
    findings += [
        f for f in coded_findings(clause, launched=False) if f.attribute in ("outcome", "trajectory", "effects")
    ]
    mention = _mention(clause, None, findings, attributed, speaking, discourse, background=True)
    if mention is not None:
        yield structs.replace(mention, anaphoric=True, named=any(f.attribute == "landing" for f in findings))


def _owned_up(clause: Tagged) -> Iterator[Finding]:
    """The party that claims the launch in focus: "Hezbollah took responsibility for the barrage"."""
    party = claims_responsibility(clause)
    if party is not None:
        unit = clause.units[party[1]]
        yield Finding(attribute="actor", value=party[0], start=unit.start, end=unit.end, unit=party[2])


def _mention(
    clause: Tagged,
    trigger: Trigger | None,
    findings: Iterable[Finding],
    attributed: tuple[Attribution, ...],
    speaking: tuple[Speaker, ...],
    discourse: Discourse,
    *,
    background: bool,
) -> Mention | None:
    claims = tuple(
        claim
        for finding in findings
        for claim in _claims_of(clause, discourse.by_first_name(clause, finding), attributed, speaking)
    )
    if not claims and trigger is None:
        return None
    remember(discourse.places, claims)
    sentence = clause.sentence
    start, end = sentence.start, sentence.end
    if trigger is not None:
        start = sentence.start + clause.units[trigger.unit].start
        end = sentence.start + clause.units[trigger.unit].end
    return Mention(
        kind="launch",
        start=start,
        end=end,
        zone=sentence.zone,
        claims=claims,
        paragraph=sentence.paragraph,
        anaphoric=trigger is None or trigger.anaphoric,
        embedded=trigger is not None and trigger.embedded,
        background=background,
        weak=trigger is None or not trigger.objects,
        again=trigger is None or (trigger.anaphoric and clause.tags[trigger.unit] in "VF"),
    )


def _claims_of(
    clause: Tagged, finding: Finding, attributed: tuple[Attribution, ...], speaking: tuple[Speaker, ...]
) -> Iterator[Claim]:
    speakers, relays = speakers_of(finding.unit, attributed)
    offset = clause.sentence.start
    claim = Claim(
        attribute=finding.attribute,
        value=finding.value,
        quote=clause.sentence.text[finding.start : finding.end],
        start=offset + finding.start,
        end=offset + finding.end,
        zone=clause.sentence.zone,
        via=relays,
        hedge=finding.hedge,
        polarity=finding.polarity,
    )
    for speaker in speakers or speaking or (None,):
        yield structs.replace(claim, claimant=speaker)
