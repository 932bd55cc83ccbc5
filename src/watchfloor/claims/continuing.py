"""What a sentence without a launch of its own adds to the launch in focus, or recalls of an earlier flight."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import structs

from watchfloor.claims.discourse import Discourse
from watchfloor.claims.findings import Finding
from watchfloor.claims.flights.economic_zones import economic_zones
from watchfloor.claims.flights.figures import figures
from watchfloor.claims.flights.flyers import flights_are_of_others
from watchfloor.claims.flights.headings import headings
from watchfloor.claims.flights.outcomes import coded_findings
from watchfloor.claims.flights.purposes import later_purposes
from watchfloor.claims.grammar.phrases import lexicon_phrases
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.launches.parties import claims_responsibility
from watchfloor.claims.mentions import mention_of
from watchfloor.claims.readings import Reading
from watchfloor.claims.retelling import is_fired_again, is_of_another, without_repeats
from watchfloor.claims.timing.launch_times import times_of_launch
from watchfloor.claims.timing.occurrence import is_history, leaves_site, times_of
from watchfloor.claims.weapons.counts import counted_again
from watchfloor.claims.weapons.identities import named_weapons, systems_named
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase
from watchfloor.claims.whereabouts.place_governors import tells_of_loss
from watchfloor.claims.whereabouts.places_told import own_waters, places_of, told_sites
from watchfloor.claims.whereabouts.same_places import same_places, unnamed_origins
from watchfloor.records import Mention, When


def goes_on(clause: Tagged, phrases: tuple[WeaponPhrase, ...]) -> bool:
    """Whether a sentence without a launch of its own speaks of the one in focus: it names the weapon, or what it did."""
    definite = any(phrase.definite or phrase.count is not None for phrase in phrases if not phrase.swallowed)
    return definite or any(unit.tag == "F" or unit.word in ("it", "they") for unit in clause.units[:6])


def continued_launch(reading: Reading, discourse: Discourse) -> Iterator[Mention]:
    """What a sentence without a launch of its own adds to the one in focus: "It flew 600 km", "No damage was reported"."""
    clause = reading.clause
    if lexicon_phrases("en/context.toml", "asides", "openings").match(clause.folded) or flights_are_of_others(clause):
        return
    if is_history(clause, discourse):
        yield from _recalled_flight(reading, discourse)
        return
    findings = _flight_findings(reading, discourse)
    findings += owned_up(clause)
    findings += economic_zones(clause, nearby=discourse.memory.country)
    findings += times_of(
        clause,
        discourse,
        discourse.country,
        reading.attributed,
        told=times_of_launch(clause, attack=discourse.under_attack),
    )
    findings += coded_findings(clause, launched=False)
    findings += later_purposes(
        clause,
        reading.attributed,
        country=discourse.country,
        orbital="orbital" in discourse.features,
        peaceful=discourse.peaceful,
        others_drill=discourse.others_drill,
    )
    findings += named_weapons(clause, reading.phrases, reading.triggers, known=discourse.features)
    findings += counted_again(clause, reading.phrases)
    mention = mention_of(reading, None, findings, discourse, background=False)
    if mention is not None:
        yield mention


def _flight_findings(reading: Reading, discourse: Discourse) -> list[Finding]:
    """How far, whither and from where what is in focus flew, as far as the sentence speaks of its flight or its being seen."""
    clause = reading.clause
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
    return findings


def _recalled_flight(reading: Reading, discourse: Discourse) -> Iterator[Mention]:
    """An earlier flight told by its course or end alone: "That missile was last tried out on April 9, when it flew …"."""
    clause = reading.clause
    if lexicon_phrases("en/launches.toml", "recalled", "words").search(clause.folded) is None:
        return
    times = list(times_of(clause, discourse, discourse.country, reading.attributed))
    told = [f.value for f in times if isinstance(f.value, When)]
    today = any(when.last is not None and when.last.date() >= (discourse.day or date.max) for when in told)
    if today or not any(when.precision not in ("year", "season") for when in told):
        return
    findings = [
        *times,
        *figures(clause),
        *places_of(clause, actor=discourse.country),
        *systems_named(clause, reading.phrases),
    ]
    findings += [
        f for f in coded_findings(clause, launched=False) if f.attribute in ("outcome", "trajectory", "effects")
    ]
    mention = mention_of(reading, None, findings, discourse, background=True)
    if mention is not None:
        yield structs.replace(mention, anaphoric=True, named=any(f.attribute == "landing" for f in findings))


def owned_up(clause: Tagged) -> Iterator[Finding]:
    """The party that claims the launch in focus: "Hezbollah took responsibility for the barrage"."""
    party = claims_responsibility(clause)
    if party is not None:
        unit = clause.units[party[1]]
        yield Finding(attribute="actor", value=party[0], start=unit.start, end=unit.end, unit=party[2])
