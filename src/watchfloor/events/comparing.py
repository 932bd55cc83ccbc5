"""Whether two tellings can be of one launch: their parties, times, places, weapons and systems compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from watchfloor.events.drafts import Draft, Interval, hull, is_precise
from watchfloor.physics.geodesy import distance_km
from watchfloor.records import Mention, Place, Quantity

DAY = timedelta(hours=20)
_SAME_SALVO = timedelta(hours=3)  # two clock times of one telling this close are one salvo's
_ONE_SALVO = timedelta(minutes=45)
_FEWER = timedelta(minutes=20)  # two clock times of different numbers farther apart than this are two salvoes
_NEXT_DAY = timedelta(hours=26)  # "at 4:59 this afternoon", quoted the day after
_SHARED = 1 / 3  # of the shorter of two times: one day in Tehran and the next in Baghdad share half an hour


def agree(mention: Mention, draft: Draft) -> bool:
    """Whether a mention can tell of a draft's launch: no other actor, day, or weapon at another time."""
    actors = {claim.value for claim in mention.claims if claim.attribute == "actor"}
    known = set(draft.values("actor"))
    if actors and known and not actors & known:
        return False
    mine, theirs = hull(mention.claims), draft.when()
    if not times_agree(mine, theirs) and not is_retold(mention, draft, mine, theirs):
        return False
    if _another_place(mention, draft) and _is_apart(mine, theirs, _ONE_SALVO):
        return False
    if _another_number(mention, draft) and _is_apart(mine, theirs, _FEWER):
        return False
    if _another_system(mention, draft) and _another_place(mention, draft):
        return False
    return not (_another_weapon(mention, draft) and (_another_place(mention, draft) or is_precise(mine)))


def _another_number(mention: Mention, draft: Draft) -> bool:
    """Whether both say how many flew, and not the same number: four at 6:51, more than ten from 9:12 on."""
    mine = {value.low for value in _quantities(claim.value for claim in mention.claims if claim.attribute == "count")}
    theirs = {value.low for value in _quantities(draft.values("count"))}
    return bool(mine and theirs and not mine & theirs)


def _quantities(values: Iterable[object]) -> Iterator[Quantity]:
    return (value for value in values if isinstance(value, Quantity))


def same_minute(mention: Mention, draft: Draft) -> bool:
    """Whether a further launch was told already, at its own clock time."""
    mine, theirs = hull(mention.claims), draft.when()
    return (
        mine is not None and theirs is not None and is_precise(theirs) and mine[0] <= theirs[1] and theirs[0] <= mine[1]
    )


def is_retold(
    mention: Mention,
    draft: Draft,
    mine: Interval | None,
    theirs: Interval | None,
) -> bool:
    """Whether a report gives two days for one launch: of the system it names, told again without a number, a day apart."""
    if mine is None or theirs is None or mention.background or mention.further or mention.embedded:
        return False
    gap = max(mine[0] - theirs[1], theirs[0] - mine[1])
    if gap >= DAY:
        return gap < _NEXT_DAY and _same_shot(mention, draft)
    known = {claim.value for claim in mention.claims if claim.attribute == "system"} & set(draft.values("system"))
    counted = any(c.attribute == "count" and not c.quote.lower().startswith("the ") for c in mention.claims)
    return mention.again or (bool(known) and not counted) or _same_shot(mention, draft)


def _same_shot(mention: Mention, draft: Draft) -> bool:
    """Whether a launch of one missile and another of one missile have the same place and weapon."""
    same = all(
        {_plain(claim.value) for claim in mention.claims if claim.attribute == attribute}
        & {_plain(value) for value in draft.values(attribute)}
        for attribute in ("origin", "weapon", "count")
    )
    return same and not _another_number(mention, draft)


def _plain(value: object) -> object:
    return value.name if isinstance(value, Place) else value


def _is_apart(mine: Interval | None, theirs: Interval | None, gap: timedelta) -> bool:
    """Whether two clock times lie too far apart for one salvo."""
    if mine is None or theirs is None or not is_precise(mine) or not is_precise(theirs):
        return False
    return max(mine[0] - theirs[1], theirs[0] - mine[1]) > gap


def times_agree(mine: Interval | None, theirs: Interval | None) -> bool:
    if mine is None or theirs is None:
        return True
    if is_precise(mine) and is_precise(theirs):
        return mine[0] - theirs[1] <= _SAME_SALVO and theirs[0] - mine[1] <= _SAME_SALVO
    if is_precise(mine) or is_precise(theirs):
        mine, theirs = _widened(mine), _widened(theirs)
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]
    shared = min(mine[1], theirs[1]) - max(mine[0], theirs[0])
    return shared >= min(mine[1] - mine[0], theirs[1] - theirs[0]) * _SHARED


def _widened(interval: Interval) -> Interval:
    """A part of a day as loosely as the press means it: "Thursday morning" of a liftoff at 3:24 a.m."""
    first, last = interval
    return (first - _EARLIER, last) if timedelta(hours=3) <= last - first < _PART_OF_DAY else interval


_EARLIER = timedelta(hours=5)  # from the small hours to the morning's begin
_PART_OF_DAY = timedelta(hours=13)

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


def _another_weapon(mention: Mention, draft: Draft) -> bool:
    mine = {
        _FAMILIES[str(c.value)]
        for c in mention.claims
        if c.attribute == "weapon" and str(c.value) in _FAMILIES and c.hedge is None
    }
    theirs = {_FAMILIES[str(v)] for v in draft.values("weapon") if str(v) in _FAMILIES}
    return bool(mine and theirs and not mine & theirs)


def _another_system(mention: Mention, draft: Draft) -> bool:
    """Whether both name what flew, and neither names what the other does: a Yars and a Sineva."""
    mine = {claim.value for claim in mention.claims if claim.attribute == "system"}
    theirs = set(draft.values("system"))
    return bool(mine and theirs and not mine & theirs)


def _another_place(mention: Mention, draft: Draft) -> bool:
    mine = [claim.value for claim in mention.claims if claim.attribute == "origin" and isinstance(claim.value, Place)]
    theirs = [value for value in draft.values("origin") if isinstance(value, Place)]
    return bool(mine and theirs) and not any(_may_be_one(a, b) for a in mine for b in theirs)


def _may_be_one(first: Place, second: Place) -> bool:
    """Whether two sites are one, or one lies in the region or on the coast that the other is: Sinpo and the east coast."""
    if first.name == second.name:
        return True
    wide = max(first.radius_km or 0, second.radius_km or 0)
    if wide < _REGION or None in (first.lat, first.lon, second.lat, second.lon):
        return False
    return distance_km(first.lat, first.lon, second.lat, second.lon) <= wide  # type: ignore[arg-type]


_REGION = 40  # km: a province, a coast, the capital's surroundings; below it two towns are two sites


def is_earlier(draft: Draft, main: Draft, published: datetime | None) -> bool:
    mine, theirs = draft.when(), main.when()
    if mine is None:
        return False
    if theirs is not None:
        return mine[1] <= theirs[0] and theirs[0] - mine[0] > DAY
    # a note on the week tells of launches by their clock times, none of which is history beside one it does not date
    limit = _TIMED if is_precise(mine) else 2 * DAY
    return published is not None and published - mine[1] > limit


_TIMED = timedelta(days=14)
