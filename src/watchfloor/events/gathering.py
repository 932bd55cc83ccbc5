"""Gathering the mentions of one report: which of them tell of one launch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from watchfloor.events.comparing import agree, is_earlier, is_retold, same_minute, times_agree
from watchfloor.events.drafts import Draft, Interval, hull
from watchfloor.records import Claim, Mention, Value, When, Zone


def gather(mentions: Sequence[Mention], published: datetime | None) -> list[Draft]:
    """The events of a report while nothing is decided about them, in the order they are first told in."""
    drafts: list[Draft] = []
    focus: Draft | None = None
    main: Draft | None = None
    paragraph = -1
    for mention in mentions:
        if mention.paragraph != paragraph:
            focus, paragraph = (
                main or focus,
                mention.paragraph,
            )  # history told in one paragraph is not gone on about in the next
        joined = _looked_back(mention, drafts, main) or _joined(mention, drafts, focus, published)
        if joined is not None:
            joined.add(mention)
            joined.background = joined.background and not _is_news(mention, published)
        elif _opens(mention, first=not drafts):
            joined = Draft(mention, background=mention.background)
            if (
                focus is not None
                and not (mention.background or focus.background)
                and (mention.further or focus.mentions[-1].paragraph == mention.paragraph)
            ):
                joined.shared = _shared_with(mention, focus)
            drafts.append(joined)
        if joined is not None and not mention.embedded:
            focus = joined
            earlier = main is not None and joined is not main and is_earlier(joined, main, None)
            if not mention.background and not earlier and not (mention.further and main is not None):
                main = joined
    return drafts


def _is_news(mention: Mention, published: datetime | None) -> bool:
    """Whether a mention tells a launch of the report's own day as new, which something only recalled before."""
    mine = hull(mention.claims)
    new = not mention.background and not mention.anaphoric and not mention.embedded
    return new and mine is not None and published is not None and published - mine[1] < _FRESH


_FRESH = timedelta(hours=30)


def _shared_with(mention: Mention, focus: Draft) -> list[Claim]:
    """The party, day and purpose of a drill whose next launch names none: "… From the Barents Sea a submarine fired …"."""
    own = {claim.attribute for claim in mention.claims}
    if mention.embedded or ("occurred" in own and not mention.further):
        return []
    purposes = ("attack",) if mention.further else ("drill", "attack")
    return [
        claim
        for claim in focus.claims
        if (claim.attribute == "actor" or claim.value in purposes or _is_whole_day(claim, further=mention.further))
        and claim.attribute not in own
    ]


def _is_whole_day(claim: Claim, *, further: bool) -> bool:
    """Whether a claim gives the day, which the next launch is of too; one set apart is of another part of it."""
    if not isinstance(claim.value, When) or claim.value.precision in ("minute", "hour"):
        return False
    return claim.value.precision == "day" or not further


def _opens(mention: Mention, *, first: bool) -> bool:
    """Whether a mention tells enough to be an event of its own: what was launched, or a dated test or launch.

    The `first` of a report may name the weapon tested as known: "The test-fire of the Hwasong-12 was conducted …".
    """
    tested = {"system", "purpose"} <= {claim.attribute for claim in mention.claims}
    if mention.anaphoric and not (first and tested and mention.zone is Zone.BODY):
        return any(claim.attribute == "occurred" for claim in mention.claims) and hull(mention.claims) is not None
    return True


def _looked_back(mention: Mention, drafts: list[Draft], main: Draft | None) -> Draft | None:
    """The history told last, where a mention goes on about it and nothing stands against it."""
    if not mention.back:
        return None
    past = (
        d
        for d in reversed(drafts)
        if d.background or (main is not None and d is not main and is_earlier(d, main, None))
    )
    last = next(past, main)
    return last if last is not None and agree(mention, last) else None


def _joined(mention: Mention, drafts: list[Draft], focus: Draft | None, published: datetime | None) -> Draft | None:
    """The event a mention tells of, None where it opens one of its own or tells of none."""
    mine = hull(mention.claims)
    if mention.background:
        taken_up = mention.anaphoric and focus is not None and focus.background and times_agree(mine, focus.when())
        return focus if taken_up else _recalled(mention, drafts)
    if mention.further:
        return next((d for d in drafts if same_minute(mention, d)), None)
    if mention.anaphoric:
        if (other := _of_its_class(mention, drafts, focus)) is not None:
            return other
        if focus is not None and (times_agree(mine, focus.when()) or is_retold(mention, focus, mine, focus.when())):
            return focus
        return next((d for d in drafts if times_agree(mine, d.when()) and d.when() is not None), None)
    order = ([focus] if focus is not None else []) + [d for d in drafts if d is not focus]
    old = _is_of_old(
        mention, published
    )  # "Ukraine first fired ATACMS on 19 November" tells of no undated launch of January
    open_to = (d for d in order if not d.background and not (old and d.when() is None and not _same_system(mention, d)))
    told = next((d for d in open_to if agree(mention, d)), None)
    return told or _recalled(mention, drafts, kind=True)


def _of_its_class(mention: Mention, drafts: list[Draft], focus: Draft | None) -> Draft | None:
    """ "The ICBM test", in a report of two SRBMs that also told of an ICBM: the launch of that one."""
    named = {str(c.value) for c in mention.claims if c.attribute == "weapon" and c.hedge is None} & _CLASSES
    known = set(focus.values("weapon")) & _CLASSES if focus is not None else set()
    if not named or not known or named & known:
        return None
    mine = hull(mention.claims)
    fitting = [d for d in drafts if named & set(d.values("weapon"))]
    alone = (
        fitting[0] if mention.again and len(fitting) == 1 else None
    )  # its clock time may have been given another day
    return next((d for d in fitting if times_agree(mine, d.when())), alone)


_CLASSES = frozenset({"srbm", "mrbm", "irbm", "icbm", "slbm", "cruise_missile", "space_launch"})


def _same_system(mention: Mention, draft: Draft) -> bool:
    """Whether both name one system: "So the Skyfall flies. … a Burevestnik was tested on 21 October"."""
    return bool({c.value for c in mention.claims if c.attribute == "system"} & set(draft.values("system")))


def _is_of_old(mention: Mention, published: datetime | None) -> bool:
    """Whether a mention dates what it says was launched days before the report."""
    mine = hull(mention.claims)
    new = any(claim.attribute == "count" for claim in mention.claims)
    return new and mine is not None and published is not None and published - mine[1] > _STALE


_STALE = timedelta(days=4)


def _knows(draft: Draft, systems: set[Value], when: Interval | None) -> bool:
    """Whether history told names the systems of a mention, or none, and the very same time: "it fired in May", "in May …"."""
    known = set(draft.values("system"))
    return systems <= known or (not known and when == draft.when())


def _recalled(mention: Mention, drafts: list[Draft], *, kind: bool = False) -> Draft | None:
    """The launch already told as history that a mention tells again: of its day, and nothing against it.

    `kind`: it must not name a system that was not told, as what is no history by its own words may.
    """
    if hull(mention.claims) is None:
        return None
    systems = {claim.value for claim in mention.claims if claim.attribute == "system"} if kind else set()
    past = (d for d in drafts if d.background and d.when() is not None and _knows(d, systems, hull(mention.claims)))
    return next((d for d in past if agree(mention, d)), None)
