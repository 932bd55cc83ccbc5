"""Coreference within one report: which mentions tell of one launch, which of today's, which of history.

A mention joins the event in focus when it takes it up ("the launch", "it flew") or tells it again without contradiction of
actor, day or weapon; a mention of an earlier day opens a background event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import structs

from watchfloor.events.checks import check_claims
from watchfloor.events.comparing import agree, is_earlier
from watchfloor.events.conflicts import find_conflicts
from watchfloor.events.consensus import consensus_of
from watchfloor.events.drafts import Draft, is_precise
from watchfloor.events.gathering import gather
from watchfloor.events.subsumption import without_restatements
from watchfloor.records import Claim, Event, Mention, Place, Report, When, Zone

_OPENING = 300  # characters: the headline and the first sentence
_OPENING_STALE = timedelta(days=120)
_STALE = timedelta(days=4)  # a launch this much older than the report is history, unless the report opens with it
_ASIDE = 600  # characters: a launch first told behind them is not what the report is about
_ASIDE_STALE = timedelta(hours=30)
_TIMED_STALE = timedelta(days=14)  # one told with its clock time is a note's subject, however late the note


def assemble_events(report: Report, mentions: Sequence[Mention]) -> tuple[Event, ...]:
    """The events of a report, main ones first, each with its claims, consensus, conflicts and checks."""
    published = report.published.last if report.published is not None else None
    drafts = gather(mentions, published)
    _mark_background(drafts, report, published)
    drafts = _without_recalled_main(drafts)
    told = [draft for draft in drafts if _is_told(draft)]
    _take_over(told)
    events = [_event(draft, report) for draft in told]
    return tuple(sorted(events, key=lambda event: event.background))


def _mark_background(drafts: list[Draft], report: Report, published: datetime | None) -> None:
    """Launches of an earlier day than the main one are history; so is a stale one told by a later report."""
    foreground = [draft for draft in drafts if not draft.background]
    if not foreground:
        return
    main = foreground[0]
    depth = _depth(main, report)
    limit = _freshness(depth)
    if depth < _ASIDE and _is_timed(main):
        limit = max(limit, _TIMED_STALE)
    if published is not None and _is_stale(main, published, limit):
        main.background = True
    for draft in foreground:
        if draft is not main and is_earlier(draft, main, published):
            draft.background = True


def _without_recalled_main(drafts: list[Draft]) -> list[Draft]:
    """The drafts, with what recalls the main launch joined to it: "spoke to reporters after the North's missile launch Friday"."""
    main = next((draft for draft in drafts if not draft.background), None)
    if main is None:
        return drafts
    kept = []
    for draft in drafts:
        named = {claim.attribute for claim in draft.claims}
        day = draft.when()
        recalled = draft.background and day is not None and not is_precise(day) and named <= _NAMING
        if recalled and main.when() is not None and all(agree(mention, main) for mention in draft.mentions):
            main.mentions += draft.mentions
        else:
            kept.append(draft)
    return kept


_NAMING = {"actor", "weapon", "occurred", "purpose"}  # what names a launch and tells nothing of it


def _take_over(drafts: list[Draft]) -> None:
    """Give history its kind where it is named by the launch told: "the first since the one on Aug. 24"."""
    main = next((draft for draft in drafts if not draft.background), None)
    if main is None:
        return
    for draft in drafts:
        alike = any(mention.alike for mention in draft.mentions)
        if draft is main or not draft.background or not alike or draft.values("system") or draft.values("weapon"):
            continue
        for attribute in ("system", "weapon"):
            told = (c for c in main.claims if c.attribute == attribute and c.polarity and c.zone is Zone.BODY)
            speaker = draft.claims[0].claimant
            draft.shared += [
                structs.replace(claim, claimant=speaker) for claim in [next(told, None)] if claim is not None
            ]


def _depth(draft: Draft, report: Report) -> int:
    """How many characters of headline and body stand before a launch is first told; bylines and captions do not count."""
    start = draft.mentions[0].start
    facts = (span for span in report.zones if span.zone in (Zone.HEADLINE, Zone.BODY) and span.start < start)
    return sum(min(span.end, start) - span.start for span in facts)


def _freshness(depth: int) -> timedelta:
    """How old a launch told at a depth may be and still be the news: an analysis months later opens with its launch."""
    return _OPENING_STALE if depth < _OPENING else _STALE if depth < _ASIDE else _ASIDE_STALE


def _is_timed(draft: Draft) -> bool:
    """Whether a launch is told with its clock time, as no launch mentioned in passing is."""
    times = [c.value for c in draft.claims if c.attribute == "occurred" and isinstance(c.value, When)]
    return any(when.precision == "minute" for when in times)


def _is_stale(draft: Draft, published: datetime, limit: timedelta) -> bool:
    when = draft.when()
    return when is not None and published - when[1] > limit


def _is_told(draft: Draft) -> bool:
    """Whether the claims name a weapon, a system or an actor with a date: less than that is no launch record."""
    attributes = {claim.attribute for claim in draft.claims}
    if draft.background:
        named = any(mention.named for mention in draft.mentions)
        placed = {"count", "origin"} <= attributes
        dated = draft.when() is not None and (named or placed or bool(attributes & _TELLING) or _names_launch(draft))
        return dated or (
            {"actor", "weapon", "count"} <= attributes
            and bool(attributes & {"origin", "distance", "landing", "system"})
        )
    return bool(attributes & {"weapon", "system", "count"}) or (draft.when() is not None and _left_a_spaceport(draft))


def _left_a_spaceport(draft: Draft) -> bool:
    """Whether what went up names no weapon and left where only launchers do: "the mission lifted off from Kourou at 9 p.m."."""
    origins = (claim.value for claim in draft.claims if claim.attribute == "origin")
    return any(isinstance(place, Place) and place.kind == "spaceport" for place in origins)


# one of these beside a date tells an earlier launch: "its first flight, in October 2022, lasted 456 seconds"
_TELLING = {"weapon", "system", "actor", "distance", "apogee", "flight_time", "outcome"}


def _names_launch(draft: Draft) -> bool:
    """Whether the words that state its purpose name a launch: "the March 16 test-launches", not "a test in August"."""
    told = [claim.quote for claim in draft.claims if claim.attribute == "purpose"]
    return any("launch" in quote or "fir" in quote or quote.endswith("tested") for quote in told)


_ATTACK_ONLY = frozenset({"casualties", "damage"})


def _event(draft: Draft, report: Report) -> Event:
    claims = without_restatements(_kept(draft, report.text))
    return Event(
        kind="launch",
        background=draft.background,
        claims=claims,
        consensus=consensus_of(claims),
        checks=check_claims(claims, text=report.text),
        conflicts=find_conflicts(claims),
    )


def _is_of_attack(claim: Claim, draft: Draft) -> bool:
    """Whether a claim makes the launch an attack: it is called one, or it came down on another country's land."""
    if claim.attribute == "purpose":
        return claim.value == "attack"
    if (
        claim.attribute != "landing"
        or not isinstance(claim.value, Place)
        or claim.value.kind in ("overflight", "sea", "ocean", "strait", "coast", None)
    ):
        return False
    return claim.value.country is not None and claim.value.country not in draft.values("actor")


def _is_loss_beside(loss: Claim, claims: Sequence[Claim], text: str) -> bool:
    """ "A rocket hit a home in Mishmeret, injuring seven": told right behind the weapon, of no test or drill."""
    if loss.value not in _ATTACK_ONLY:
        return False
    peaceful = any(claim.attribute == "purpose" for claim in claims)
    weapons = [claim for claim in claims if claim.attribute in ("weapon", "count")]
    return not peaceful and any(
        claim.end <= loss.start and _SENTENCE_ENDS.search(text, claim.end, loss.start) is None for claim in weapons
    )


_SENTENCE_ENDS = re.compile(r"[.!?][\"”]?\s|\n")


def _kept(draft: Draft, text: str) -> list[Claim]:
    """The draft's claims; losses belong to a launch only where it was an attack, or where they stand beside its weapon."""
    claims = draft.claims
    attack = any(_is_of_attack(claim, draft) for claim in claims)
    attack = attack or any(_is_loss_beside(claim, claims, text) for claim in claims if claim.attribute == "effects")
    kept = [claim for claim in claims if attack or not (claim.attribute == "effects" and claim.value in _ATTACK_ONLY)]
    return sorted(kept, key=lambda claim: (claim.zone is not Zone.HEADLINE, claim.start))
