"""Who launched where no verb says so: by the soil it left, by who tells of it, by whose the weapon is elsewhere in the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from watchfloor.claims.attribution.attributions import Attribution
from watchfloor.claims.findings import Finding
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.launches.parties import country_of, owner_of, state_fired_from, subject_of
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase
from watchfloor.lexicons import words
from watchfloor.records import Claim, Mention, Report, Zone

_LAUNCHING = ("company", "space_agency")  # kinds of agencies whose word of a launch is word of their own
_LAUNCHED = ("active", "passive", "participle", "liftoff")


class Owner(Struct, frozen=True):
    """The country a report first gives a weapon to, and the characters of the report that do."""

    country: str
    quote: str
    start: int
    zone: Zone


def implied_actor(clause: Tagged, trigger: Trigger, attributed: tuple[Attribution, ...]) -> Iterator[Finding]:
    """The actor of a launch without a named one: "was launched from North Korea"; an armed group that tells of its fire."""
    if trigger.voice not in _LAUNCHED:
        return
    first = min([trigger.unit, *(phrase.last for phrase in trigger.objects)])
    state = state_fired_from(clause, first)
    if state is not None:
        unit = clause.units[state[1]]
        yield Finding(attribute="actor", value=state[0], start=unit.start, end=unit.end, unit=trigger.unit)
        return
    attacker = _attacker_above(clause, trigger) or _announcer(clause, trigger, attributed)
    if attacker is not None:
        unit = clause.units[attacker[1]]
        yield Finding(attribute="actor", value=attacker[0], start=unit.start, end=unit.end, unit=trigger.unit)
        return
    around = [a for a in attributed if a.covers(trigger.unit) and not a.is_relay]
    for attribution in around if clause.tags[trigger.unit] == "V" else ():
        group = next((s.country for s in attribution.speakers if s.country and not s.country.isupper()), None)
        if group is not None:
            start, end = attribution.source
            yield Finding(
                attribute="actor",
                value=group,
                start=clause.units[start].start,
                end=clause.units[end].end,
                unit=trigger.unit,
            )
            return


def taken_up_actor(clause: Tagged, trigger: Trigger, party: str | None) -> Iterator[Finding]:
    """The actor that a pronoun takes up: "It also fired …", "the regime's last test", where the report speaks of one party."""
    if party is None or trigger.voice not in ("active", "nominal"):
        return
    edge = min([trigger.unit, *(phrase.first for phrase in trigger.objects)])
    for at in range(edge, max(-1, edge - _PRONOUN_REACH), -1):
        unit = clause.units[at]
        if unit.word in _PRONOUNS or unit.word in words("en/launches.toml")["parties"]["taken_up"]:
            yield Finding(attribute="actor", value=party, start=unit.start, end=unit.end, unit=trigger.unit)
            return
        if at < trigger.unit and unit.tag in ";:yVGF":
            return


_PRONOUN_REACH = 8  # units from a launch verb to the pronoun that is its subject: "it has so far this year fired"
_PRONOUNS = frozenset({"it", "they", "its", "their"})


def party_spoken_of(clause: Tagged, attributed: tuple[Attribution, ...]) -> str | None:
    """The party a sentence is about: the first one named before its verb, no observer who only speaks."""
    sources = {at for a in attributed for at in range(a.source[0], a.source[1] + 1)}
    for at, unit in enumerate(clause.units):
        if unit.tag in "VFGB":
            return None
        behind = at > 0 and clause.tags[at - 1] == "i"
        if at not in sources and not behind and (country := country_of(unit)) is not None:
            return country
    return None


def _attacker_above(clause: Tagged, trigger: Trigger) -> tuple[str, int] | None:
    """ "The IRGC bombarded the region, when 70 missiles were fired": who attacks in the clause above."""
    if not trigger.embedded:
        return None
    above = next((at for at in range(trigger.unit - 1, 0, -1) if clause.units[at].has("attack_verb")), None)
    if above is None or "when" not in {unit.word for unit in clause.units[above : trigger.unit]}:
        return None  # "struck the launchers from which the rockets were fired" was done to who fired them
    return subject_of(clause, above)


def _announcer(clause: Tagged, trigger: Trigger, attributed: tuple[Attribution, ...]) -> tuple[str, int] | None:
    """ "North Korea announced that a missile had been test-fired": a test of nobody else's is the announcing party's."""
    verbs = words("en/launches.toml")["announcing"]["verbs"]
    for attribution in attributed:
        if trigger.test and attribution.covers(trigger.unit) and clause.units[attribution.cue].word in verbs:
            return subject_of(clause, attribution.cue)
    return None


def owner_told(
    clause: Tagged, phrases: tuple[WeaponPhrase, ...], triggers: tuple[Trigger, ...], *, telling: bool
) -> Owner | None:
    """Whose a sentence says the weapon is; where it tells of a launch, also whose company or agency speaks of it."""
    for trigger in triggers:
        if trigger.actor is not None and trigger.actor_unit is not None:
            return _owner(clause, trigger.actor, trigger.actor_unit)
    for phrase in phrases:
        other = phrase.swallowed or phrase.features & {"interceptor", "payload"}  # whose satellite is not whose rocket
        owned = None if other else owner_of(clause, phrase)
        if owned is not None:
            return _owner(clause, *owned)
    for at, unit in enumerate(clause.units if telling else ()):
        if unit.tag == "g" and unit.roles["agency"]["kind"] in _LAUNCHING and (country := country_of(unit)) is not None:
            return _owner(clause, country, at)
    return None


def state_that_speaks(report: Report, mentions: Iterable[Mention]) -> Owner | None:
    """The state that tells only of launches of its own, where its word is all a report has: "North Korean media reported …"."""
    parties = words("en/launches.toml")["parties"]
    for mention in mentions:
        test = any(claim.attribute == "purpose" and claim.value == "test" for claim in mention.claims)
        own: dict[str, list[str]] = parties["tells_its_own"] | (parties["tells_its_tests"] if test else {})
        for claim in () if mention.background else mention.claims:
            country = claim.claimant.country if claim.claimant is not None else None
            printed = (claim.claimant.printed if claim.claimant is not None else None) or ""
            named = any(name in printed.lower() for name in own.get(country or "", ()))
            if country is not None and named and (start := report.text.find(printed)) >= 0:
                return Owner(country, printed, start, claim.zone)
    return None


def _owner(clause: Tagged, country: str, at: int) -> Owner:
    return Owner(country, clause.text(at, at), clause.sentence.start + clause.units[at].start, clause.sentence.zone)


def with_owner(mentions: Iterable[Mention], owner: Owner | None) -> list[Mention]:
    """The mentions, with the owner of the weapon as the actor where no launch of the day names one."""
    found = list(mentions)
    main = [m for m in found if not m.background]
    told = [m for m in main if not m.weak and not m.anaphoric] or main[:1]
    actors = {claim.value for m in main for claim in m.claims if claim.attribute == "actor"}
    named = any(claim.attribute == "actor" for m in told for claim in m.claims)
    if owner is None or named or actors - {owner.country}:
        return found
    claim = Claim(
        attribute="actor",
        value=owner.country,
        quote=owner.quote,
        start=owner.start,
        end=owner.start + len(owner.quote),
        zone=owner.zone,
    )
    return [structs.replace(m, claims=(claim, *m.claims)) if any(m is one for one in told) else m for m in found]
