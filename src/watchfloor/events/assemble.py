"""Coreference within one report: which mentions tell of one launch, which of today's, which of history.

A mention joins the event in focus when it takes it up ("the launch", "it flew") or tells it again without contradiction of
actor, day or weapon; a mention of an earlier day opens a background event.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import structs

from watchfloor.events.checks import check_claims
from watchfloor.events.conflicts import find_conflicts
from watchfloor.events.consensus import consensus_of
from watchfloor.events.subsumption import without_restatements
from watchfloor.records import Claim, Event, Mention, Place, Report, When, Zone

_OPENING = 300  # characters: the headline and the first sentence
_OPENING_STALE = timedelta(days=120)
_STALE = timedelta(days=4)  # a launch this much older than the report is history, unless the report opens with it
_ASIDE = 600  # characters: a launch first told behind them is not what the report is about
_ASIDE_STALE = timedelta(hours=30)
_TIMED_STALE = timedelta(days=14)  # one told with its clock time is a note's subject, however late the note
_SAME_SALVO = timedelta(hours=3)  # two clock times of one telling this close are one salvo's
_ONE_SALVO = timedelta(minutes=45)
_DAY = timedelta(hours=20)
_SHARED = 1 / 3  # of the shorter of two times: one day in Tehran and the next in Baghdad share half an hour


class _Draft:
    """An event while its mentions are still being gathered."""

    def __init__(self, mention: Mention, *, background: bool) -> None:
        self.mentions = [mention]
        self.background = background
        self.embedded = mention.embedded
        self.shared: list[Claim] = []  # what was said of the launch before it that holds for this one too

    @property
    def claims(self) -> list[Claim]:
        return [*self.shared, *(claim for mention in self.mentions for claim in mention.claims)]

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)

    def values(self, attribute: str) -> list[object]:
        return [claim.value for claim in self.claims if claim.attribute == attribute and claim.polarity]

    def when(self) -> tuple[datetime, datetime] | None:
        return _hull(self.claims)


def assemble_events(report: Report, mentions: Sequence[Mention]) -> tuple[Event, ...]:
    """The events of a report, main ones first, each with its claims, consensus, conflicts and checks."""
    drafts = _gather(mentions)
    _mark_background(drafts, report)
    told = [draft for draft in drafts if _is_told(draft)]
    _take_over(told)
    events = [_event(draft, report) for draft in told]
    return tuple(sorted(events, key=lambda event: event.background))


def _gather(mentions: Sequence[Mention]) -> list[_Draft]:
    drafts: list[_Draft] = []
    focus: _Draft | None = None
    main: _Draft | None = None
    paragraph = -1
    for mention in mentions:
        if mention.paragraph != paragraph:
            focus, paragraph = (
                main or focus,
                mention.paragraph,
            )  # history told in one paragraph is not gone on about in the next
        joined = _joined(mention, drafts, focus)
        if joined is not None:
            joined.add(mention)
        elif _opens(mention, first=not drafts):
            joined = _Draft(mention, background=mention.background)
            if focus is not None and not mention.background and focus.mentions[-1].paragraph == mention.paragraph:
                joined.shared = _shared_with(mention, focus)
            drafts.append(joined)
        if joined is not None and not mention.embedded:
            focus = joined
            earlier = main is not None and joined is not main and _is_before(joined, main, None)
            if not mention.background and not earlier and not (mention.further and main is not None):
                main = joined
    return drafts


def _shared_with(mention: Mention, focus: _Draft) -> list[Claim]:
    """The party, day and purpose of a drill whose next launch names none: "… From the Barents Sea a submarine fired …"."""
    own = {claim.attribute for claim in mention.claims}
    if mention.embedded or "occurred" in own:
        return []
    return [
        claim
        for claim in focus.claims
        if (claim.attribute in ("actor", "occurred") or claim.value in ("drill", "attack"))
        and claim.attribute not in own
        and not (isinstance(claim.value, When) and claim.value.precision in ("minute", "hour"))
    ]


def _opens(mention: Mention, *, first: bool) -> bool:
    """Whether a mention tells enough to be an event of its own: what was launched, or a dated test or launch.

    The `first` of a report may name the weapon tested as known: "The test-fire of the Hwasong-12 was conducted …".
    """
    tested = {"system", "purpose"} <= {claim.attribute for claim in mention.claims}
    if mention.anaphoric and not (first and tested and mention.zone is Zone.BODY):
        return any(claim.attribute == "occurred" for claim in mention.claims) and _hull(mention.claims) is not None
    return True


def _joined(mention: Mention, drafts: list[_Draft], focus: _Draft | None) -> _Draft | None:
    if mention.background and not mention.anaphoric:
        return next(
            (
                d
                for d in drafts
                if d.background and _agree(mention, d) and _hull(mention.claims) is not None and d.when() is not None
            ),
            None,
        )
    if mention.further and not mention.background:
        return next((d for d in drafts if _same_minute(mention, d)), None)
    if mention.anaphoric:
        mine = _hull(mention.claims)
        if focus is not None and (_times_agree(mine, focus.when()) or _is_retold(mention, focus, mine, focus.when())):
            return None if mention.background else focus
        return next((d for d in drafts if _times_agree(_hull(mention.claims), d.when()) and d.when() is not None), None)
    order = ([focus] if focus is not None else []) + [d for d in drafts if d is not focus]
    told = next((d for d in order if not d.background and _agree(mention, d)), None)
    return told or (_recalled(mention, drafts) if _hull(mention.claims) is not None else None)


def _recalled(mention: Mention, drafts: list[_Draft]) -> _Draft | None:
    """The launch already told as history that a mention tells again: of its day, of no system of its own, nothing against it."""
    systems = {claim.value for claim in mention.claims if claim.attribute == "system"}
    past = (d for d in drafts if d.background and d.when() is not None and systems <= set(d.values("system")))
    return next((d for d in past if _agree(mention, d)), None)


def _same_minute(mention: Mention, draft: _Draft) -> bool:
    """Whether a further launch was told already, at its own clock time."""
    mine, theirs = _hull(mention.claims), draft.when()
    return (
        mine is not None
        and theirs is not None
        and _is_precise(theirs)
        and mine[0] <= theirs[1]
        and theirs[0] <= mine[1]
    )


def _agree(mention: Mention, draft: _Draft) -> bool:
    """Whether a mention can tell of a draft's launch: no other actor, day, or weapon at another time."""
    actors = {claim.value for claim in mention.claims if claim.attribute == "actor"}
    known = set(draft.values("actor"))
    if actors and known and not actors & known:
        return False
    mine, theirs = _hull(mention.claims), draft.when()
    if not _times_agree(mine, theirs) and not _is_retold(mention, draft, mine, theirs):
        return False
    if _another_place(mention, draft) and _is_apart(mine, theirs):
        return False
    if _another_system(mention, draft) and _another_place(mention, draft):
        return False
    return not (_another_weapon(mention, draft) and (_another_place(mention, draft) or _is_precise(mine)))


def _is_retold(
    mention: Mention,
    draft: _Draft,
    mine: tuple[datetime, datetime] | None,
    theirs: tuple[datetime, datetime] | None,
) -> bool:
    """Whether a report gives two days for one launch: of the system it names, told again without a number, a day apart."""
    if mine is None or theirs is None or mention.background or mention.further or mention.embedded:
        return False
    if max(mine[0] - theirs[1], theirs[0] - mine[1]) >= _DAY:
        return False
    known = {claim.value for claim in mention.claims if claim.attribute == "system"} & set(draft.values("system"))
    counted = any(c.attribute == "count" and not c.quote.lower().startswith("the ") for c in mention.claims)
    return mention.again or (bool(known) and not counted)


def _is_apart(mine: tuple[datetime, datetime] | None, theirs: tuple[datetime, datetime] | None) -> bool:
    """Whether two clock times lie too far apart for two places to have fired one salvo."""
    if mine is None or theirs is None or not _is_precise(mine) or not _is_precise(theirs):
        return False
    return mine[0] - theirs[1] > _ONE_SALVO or theirs[0] - mine[1] > _ONE_SALVO


def _times_agree(mine: tuple[datetime, datetime] | None, theirs: tuple[datetime, datetime] | None) -> bool:
    if mine is None or theirs is None:
        return True
    if _is_precise(mine) and _is_precise(theirs):
        return mine[0] - theirs[1] <= _SAME_SALVO and theirs[0] - mine[1] <= _SAME_SALVO
    if _is_precise(mine) or _is_precise(theirs):
        mine, theirs = _widened(mine), _widened(theirs)
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]
    shared = min(mine[1], theirs[1]) - max(mine[0], theirs[0])
    return shared >= min(mine[1] - mine[0], theirs[1] - theirs[0]) * _SHARED


def _widened(interval: tuple[datetime, datetime]) -> tuple[datetime, datetime]:
    """A part of a day as loosely as the press means it: "Thursday morning" of a liftoff at 3:24 a.m."""
    first, last = interval
    return (first - _EARLIER, last) if timedelta(hours=3) <= last - first < _PART_OF_DAY else interval


_EARLIER = timedelta(hours=5)  # from the small hours to the morning's begin
_PART_OF_DAY = timedelta(hours=13)


def _is_precise(interval: tuple[datetime, datetime] | None) -> bool:
    return interval is not None and interval[1] - interval[0] < timedelta(hours=3)


_FAMILIES = {
    "srbm": "ballistic",
    "mrbm": "ballistic",
    "irbm": "ballistic",
    "icbm": "ballistic",
    "slbm": "ballistic",
    "ballistic_missile": "ballistic",
    "hypersonic": "ballistic",
    "cruise_missile": "cruise",
    "anti_ship": "cruise",
    "surface_to_air": "air_defence",
    "space_launch": "space",
    "artillery_rocket": "rocket",
}


def _another_weapon(mention: Mention, draft: _Draft) -> bool:
    mine = {
        _FAMILIES[str(c.value)]
        for c in mention.claims
        if c.attribute == "weapon" and str(c.value) in _FAMILIES and c.hedge is None
    }
    theirs = {_FAMILIES[str(v)] for v in draft.values("weapon") if str(v) in _FAMILIES}
    return bool(mine and theirs and not mine & theirs)


def _another_system(mention: Mention, draft: _Draft) -> bool:
    """Whether both name what flew, and neither names what the other does: a Yars and a Sineva."""
    mine = {claim.value for claim in mention.claims if claim.attribute == "system"}
    theirs = set(draft.values("system"))
    return bool(mine and theirs and not mine & theirs)


def _another_place(mention: Mention, draft: _Draft) -> bool:
    mine = {
        claim.value.name for claim in mention.claims if claim.attribute == "origin" and isinstance(claim.value, Place)
    }
    theirs = {value.name for value in draft.values("origin") if isinstance(value, Place)}
    return bool(mine and theirs and not mine & theirs)


def _hull(claims: Sequence[Claim]) -> tuple[datetime, datetime] | None:
    """The narrowest time the claims give: their most precise intervals, from first to last."""
    intervals = [
        (c.value.first, c.value.last)
        for c in claims
        if c.attribute == "occurred"
        and isinstance(c.value, When)
        and c.value.first is not None
        and c.value.last is not None
    ]
    if not intervals:
        return None
    narrow = [i for i in intervals if i[1] - i[0] < timedelta(hours=3)] or intervals
    return min(first for first, _ in narrow), max(last for _, last in narrow)


def _mark_background(drafts: list[_Draft], report: Report) -> None:
    """Launches of an earlier day than the main one are history; so is a stale one told by a later report."""
    foreground = [draft for draft in drafts if not draft.background]
    if not foreground:
        return
    main = foreground[0]
    published = report.published.last if report.published is not None else None
    depth = _depth(main, report)
    limit = _freshness(depth)
    if depth < _ASIDE and _is_timed(main):
        limit = max(limit, _TIMED_STALE)
    if published is not None and _is_stale(main, published, limit):
        main.background = True
    for draft in foreground:
        if draft is not main and _is_before(draft, main, published):
            draft.background = True


def _take_over(drafts: list[_Draft]) -> None:
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


def _depth(draft: _Draft, report: Report) -> int:
    """How many characters into the headline and body a launch is first told."""
    facts = next((span.start for span in report.zones if span.zone in (Zone.HEADLINE, Zone.BODY)), 0)
    return draft.mentions[0].start - facts


def _freshness(depth: int) -> timedelta:
    """How old a launch told at a depth may be and still be the news: an analysis months later opens with its launch."""
    return _OPENING_STALE if depth < _OPENING else _STALE if depth < _ASIDE else _ASIDE_STALE


def _is_timed(draft: _Draft) -> bool:
    """Whether a launch is told with its clock time, as no launch mentioned in passing is."""
    times = [c.value for c in draft.claims if c.attribute == "occurred" and isinstance(c.value, When)]
    return any(when.precision == "minute" for when in times)


def _is_stale(draft: _Draft, published: datetime, limit: timedelta) -> bool:
    when = draft.when()
    return when is not None and published - when[1] > limit


def _is_before(draft: _Draft, main: _Draft, published: datetime | None) -> bool:
    mine, theirs = draft.when(), main.when()
    if mine is None:
        return False
    if theirs is not None:
        return mine[1] < theirs[0] and theirs[0] - mine[0] > _DAY
    return published is not None and published - mine[1] > 2 * _DAY


def _is_told(draft: _Draft) -> bool:
    """Whether the claims name a weapon, a system or an actor with a date: less than that is no launch record."""
    attributes = {claim.attribute for claim in draft.claims}
    if draft.background:
        named = any(mention.named for mention in draft.mentions)
        dated = draft.when() is not None and (named or bool(attributes & _TELLING) or _names_launch(draft))
        return dated or (
            {"actor", "weapon", "count"} <= attributes
            and bool(attributes & {"origin", "distance", "landing", "system"})
        )
    return bool(attributes & {"weapon", "system", "count"})


# one of these beside a date tells an earlier launch: "its first flight, in October 2022, lasted 456 seconds"
_TELLING = {"weapon", "system", "actor", "distance", "apogee", "flight_time", "outcome"}


def _names_launch(draft: _Draft) -> bool:
    """Whether the words that state its purpose name a launch: "the March 16 test-launches", not "a test in August"."""
    told = [claim.quote for claim in draft.claims if claim.attribute == "purpose"]
    return any("launch" in quote or "fir" in quote or quote.endswith("tested") for quote in told)


_ATTACK_ONLY = frozenset({"casualties", "damage"})


def _event(draft: _Draft, report: Report) -> Event:
    claims = without_restatements(_kept(draft))
    return Event(
        kind="launch",
        background=draft.background,
        claims=claims,
        consensus=consensus_of(claims),
        checks=check_claims(claims, text=report.text),
        conflicts=find_conflicts(claims),
    )


def _is_of_attack(claim: Claim, draft: _Draft) -> bool:
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


def _kept(draft: _Draft) -> list[Claim]:
    """The draft's claims; losses belong to a launch only where it was an attack."""
    claims = draft.claims
    attack = any(_is_of_attack(claim, draft) for claim in claims)
    kept = [claim for claim in claims if attack or not (claim.attribute == "effects" and claim.value in _ATTACK_ONLY)]
    return sorted(kept, key=lambda claim: (claim.zone is not Zone.HEADLINE, claim.start))
