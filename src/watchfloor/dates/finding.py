"""From the times of a text to maximal expressions: what stands together names one time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import structs

from watchfloor.dates.digits import DIGITS, read_digits
from watchfloor.dates.expressions import Day, Moment, TimeExpression
from watchfloor.dates.finishing import Draft, finished
from watchfloor.dates.phrases import read_word
from watchfloor.dates.vocabulary import Word, fold, lexicon, one_of, words_of_time
from watchfloor.dates.zones import is_universal, zone_after

_REACH = 32  # characters between two parts of one expression: "7:10 a.m. and again at about 7:39"
_MOST_CLOCKS = 24  # in one expression; no report lists more
_DATED = ("date", "month_day", "month", "year", "season", "numeric")


def find_times(text: str, *, year: int | None = None) -> tuple[TimeExpression, ...]:
    """The expressions of time in a text, left to right: `find_times("at 7:10 a.m. on Friday")[0].has_day`.

    `year`: the one told last before the text, which "in December of that year" is of.
    """
    folded = fold(text)
    found = _with_shared_year(folded, tuple(_expressions(text, folded, _moments(text, folded))))
    return found if " year" not in folded else tuple(_with_that_year(folded, found, year))


def _with_that_year(folded: str, found: tuple[TimeExpression, ...], year: int | None) -> Iterator[TimeExpression]:
    """Dates "of that year" are of the year told last; those of a year never told name no day."""
    for expression in found:
        match = _THAT_YEAR.match(folded, expression.end)
        day = expression.day
        if match is None or day is None or day.year is not None or day.kind not in ("date", "month"):
            year = day.year if day is not None and day.year is not None else year
            yield expression
        elif year is not None:
            yield structs.replace(expression, end=match.end(), day=structs.replace(day, year=year))


_THAT_YEAR = re.compile(r",? (?:of )?(?:that|the same) year\b")


def _with_shared_year(folded: str, found: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    """Dates that "and" joins have the year behind the last one: "in April and July last year", "on May 3 and June 1, 2021"."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        day, following = shared[at].day, shared[at + 1].day
        if (
            day is None
            or following is None
            or day.kind not in ("date", "month")
            or following.kind not in ("date", "month")
        ):
            continue
        told = (following.year, following.offset)
        if (day.year, day.offset) != (None, 0) or told == (None, 0) or not _before(day, following):
            continue
        if _AND.fullmatch(folded, shared[at].end, shared[at + 1].start):
            shared[at] = structs.replace(shared[at], day=structs.replace(day, year=told[0], offset=told[1]))
    for at in range(1, len(shared)):
        if _is_of_year_before(folded, shared, at):
            head, day = shared[at - 1].day, shared[at].day
            assert head is not None
            assert day is not None
            shared[at] = structs.replace(shared[at], day=structs.replace(day, year=head.year, offset=head.offset))
    return tuple(shared)


def _is_of_year_before(folded: str, found: list[TimeExpression], at: int) -> bool:
    """Whether a date is of the year right before it: "twice last year, in April and in October"."""
    head, day = found[at - 1].day, found[at].day
    if head is None or day is None or day.kind not in ("date", "month") or (day.year, day.offset) != (None, 0):
        return False
    if (head.year, head.offset) == (None, 0):
        return False
    headed = head.kind == "year" or (at > 1 and head.kind == day.kind and _is_headed(found, at - 1))
    return headed and _AND.fullmatch(folded, found[at - 1].end, found[at].start) is not None


def _is_headed(found: list[TimeExpression], at: int) -> bool:
    """Whether a date took its year from one told before it."""
    head, day = found[at - 1].day, found[at].day
    return (
        head is not None
        and day is not None
        and head.kind == "year"
        and (head.year, head.offset) == (day.year, day.offset)
    )


def _before(first: Day, second: Day) -> bool:
    return (first.month or 0, first.day or 0) < (second.month or 0, second.day or 0)


_AND = re.compile(r",?\s*(?:and|or)?\s*(?:again |later |then )?(?:in |on )?(?:early |late |mid-?)?")


def _moments(text: str, folded: str) -> Iterator[Moment]:
    """The single times of a text, in order and without overlaps."""
    places: list[tuple[int, Word | None]] = [(word.start, word) for word in words_of_time(folded)]
    places += [(match.start(), None) for match in DIGITS.finditer(folded)]
    if len(places) > 1:
        places.sort(key=_start)
    done = 0
    for start, word in places:
        if start < done:
            continue
        moment = read_digits(text, folded, start) if word is None else read_word(text, folded, word)
        if moment is not None and moment.start >= done:  # a figure before a word may belong to the time before
            moment = _zoned(text, moment)
            done = moment.end
            yield moment


def _start(place: tuple[int, Word | None]) -> int:
    return place[0]


def _zoned(text: str, moment: Moment) -> Moment:
    """The time with the zone printed right behind it: "Thursday (KST)"."""
    if moment.zone is not None or moment.modifier is not None:
        return moment
    found = zone_after(text, moment.end, clock=bool(moment.clocks))
    return moment if found is None else structs.replace(moment, end=found[0], zone=found[1])


# --- joining ---


@lru_cache(maxsize=1)
def _between_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands between parts of one time, between the ends of an interval, and before a time in a second zone."""
    joiners = lexicon()["joiners"]
    connector = one_of(lexicon()["connectors"]["words"])
    joined = one_of([*joiners["range"], *joiners["list"], *joiners["alternative"]])
    filler = rf"(?:(?:{connector})\b[ ,]*)*"
    return (
        re.compile(rf"(?:[ ,()|]|\b(?:{connector})\b)*"),
        re.compile(rf"[ ,)]*(?P<joiner>{joined})[ ,]*{filler}"),
        re.compile(rf"\)? ?(?P<opens>[(\[/]|, or |, | or ) ?(?:or )?{filler}"),
    )


def _expressions(text: str, folded: str, moments: Iterator[Moment]) -> Iterator[TimeExpression]:
    draft: Draft | None = None
    done = 0
    for moment in moments:
        if draft is not None and moment.start - draft.end <= _REACH and _join(folded, draft, moment):
            continue
        if draft is not None:
            yield from finished(folded, draft, done)
            done = draft.end
        draft = Draft(moment)
    if draft is not None:
        yield from finished(folded, draft, done)


def _join(folded: str, draft: Draft, moment: Moment) -> bool:
    """Whether a time belongs to the draft, which then holds it."""
    between = folded[draft.end : moment.start]
    connected, joined, paired = _between_patterns()
    if draft.in_bracket and (")" in between or "]" in between):
        draft.in_bracket = False
    target = draft.pair if draft.in_bracket else draft.until or draft.main
    if target is None:
        return False
    opens = paired.fullmatch(between)
    if opens is not None and draft.pair is not None and _is_pair_of_end(draft, moment, opens["opens"].strip()):
        clocks = draft.pair.clocks + moment.clocks
        draft.pair, draft.in_bracket = structs.replace(draft.pair, end=moment.end, clocks=clocks), True
        return True
    if opens is not None and (
        _is_pair(draft, target, moment, opens["opens"].strip())
        or ("or" in between and _is_elsewhere(folded, draft, moment))
    ):
        draft.pair, draft.in_bracket = moment, True
        return True
    linked = connected.fullmatch(between) or (between == "-" and target.modifier is not None)  # "mid-2022"
    if linked and (merged := _merged(target, moment)) is not None:
        _put(draft, merged)
        return True
    match = joined.fullmatch(between)
    return match is not None and _joined(folded, draft, target, moment, match["joiner"])


def _is_elsewhere(folded: str, draft: Draft, moment: Moment) -> bool:
    """Whether "or" gives the same clock time in another place: "at 8:09 p.m. Sunday, or 9:09 a.m. Monday in Korea"."""
    told = draft.pair is None and draft.main.clocks and moment.clocks
    return bool(told) and _IN_A_PLACE.match(folded, moment.end) is not None


_IN_A_PLACE = re.compile(
    r" (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:in |[a-z.]{2,10} time\b|[a-z]?[desm]?t\b|gmt\b|utc\b)"
)


def _put(draft: Draft, merged: Moment) -> None:
    if draft.in_bracket:
        draft.pair = merged
    elif draft.until is not None:
        draft.until = merged
    else:
        draft.main = merged


def _is_pair(draft: Draft, target: Moment, moment: Moment, opens: str) -> bool:
    """Whether a bracket or comma opens the same time in a second zone: "12:35 p.m. (0335 GMT)"."""
    if draft.pair is not None:
        return False
    if not draft.main.clocks:  # "on Tuesday (Monday in Washington)": one day in two places
        return bool(
            opens in ("(", "[") and not moment.clocks and _is_day_before(moment.day, target.day) and draft.until is None
        )
    if moment.clocks and target.clocks:
        return opens in ("(", "[", "/") or is_universal(moment.zone)
    return bool(
        opens in ("(", "[") and moment.day and target.day and target.clocks and not _days_agree(target.day, moment.day)
    )


def _is_pair_of_end(draft: Draft, moment: Moment, opens: str) -> bool:
    """Whether a bracket gives an interval's end in the zone of its start's: "3:29 p.m. (0629 GMT) and 3:49 p.m. (0649 GMT)"."""
    pair, until = draft.pair, draft.until
    if pair is None or until is None or draft.in_bracket or not (pair.clocks and until.clocks and moment.clocks):
        return False
    return opens in ("(", "[", "/") and until.day is None and moment.day is None and moment.zone == pair.zone


def _is_day_before(day: Day | None, following: Day | None) -> bool:
    """Whether one weekday comes right before another: Monday in Washington is Tuesday in Seoul."""
    if day is None or following is None or day.kind != "weekday" or following.kind != "weekday":
        return False
    return ((day.day or 0) + 1) % 7 == following.day


def _merged(left: Moment, right: Moment) -> Moment | None:
    """Two neighbours as one time, None where they cannot be: two clock times, two days, two parts of a day."""
    if left.clocks and right.clocks:
        return None
    if left.day is not None and right.day is not None and not _days_agree(left.day, right.day):
        return None
    if left.part is not None and right.part is not None and not (left.overnight or right.overnight):
        return None
    return structs.replace(
        left,
        end=right.end,
        day=_one_day(left.day, right.day),
        part=left.part or right.part,
        clocks=left.clocks or right.clocks,
        zone=right.zone or left.zone,
        modifier=left.modifier or right.modifier,
        overnight=left.overnight or right.overnight,
        named=left.named or right.named,
    )


def _days_agree(left: Day, right: Day) -> bool:
    """Whether two days can be one: a weekday and its date or week, a date and its year, today and its name."""
    kinds = {left.kind, right.kind}
    if left.kind == right.kind or "span" in kinds or "other" in kinds:
        return False
    if "weekday" in kinds:
        other = right if left.kind == "weekday" else left
        return other.kind in ("date", "month_day", "relative") or (other.kind == "week" and other is right)
    if kinds == {"date", "year"} or kinds == {"month", "year"}:
        return left.kind != "year" and left.year is None
    return kinds in ({"relative", "date"}, {"relative", "month_day"})


def _one_day(left: Day | None, right: Day | None) -> Day | None:
    """What two days that agree say together: "Friday, July 28" is the date, and remembers that it is a Friday."""
    if left is None or right is None:
        return left or right
    weekday, other = (left, right) if left.kind == "weekday" else (right, left)
    if weekday.kind == "weekday":
        if other.kind == "week":
            return structs.replace(weekday, week=other.offset)
        return weekday if other.kind == "relative" else structs.replace(other, weekday=weekday.day)
    if right.kind == "year":
        return structs.replace(left, year=right.year, offset=right.offset)
    return right if left.kind == "relative" else left


def _joined(folded: str, draft: Draft, target: Moment, moment: Moment, joiner: str) -> bool:
    """A time behind "and", "to" or a dash: a further clock time of a list, or the other end of an interval."""
    if moment.modifier is not None and not (moment.day or moment.part):
        return False
    is_range = joiner in lexicon()["joiners"]["range"] or _is_between(folded, draft.main.start, moment.start)
    if moment.clocks and target.clocks and (is_range or not moment.day) and len(target.clocks) < _MOST_CLOCKS:
        if draft.in_bracket or (draft.until is not None and not draft.until.day):
            _put(
                draft,
                structs.replace(
                    target, end=moment.end, clocks=target.clocks + moment.clocks, zone=moment.zone or target.zone
                ),
            )
        else:
            if draft.until is not None:
                return False
            draft.until, draft.joiner = moment, joiner
        return True
    if not is_range or draft.until is not None or draft.in_bracket or not _same_sort(draft.main, moment):
        return False
    draft.until, draft.joiner = moment, joiner
    return True


def _same_sort(left: Moment, right: Moment) -> bool:
    """Whether two times can be the ends of an interval: both name days, or parts of days."""
    if left.day is not None and right.day is not None:
        return (left.day.kind in _DATED) == (right.day.kind in _DATED)
    return left.part is not None and (right.part is not None or (left.overnight and right.day is not None))


def _is_between(folded: str, start: int, end: int) -> bool:
    """Whether "between" opens an expression, or stands inside it: "the night between Thursday and Friday"."""
    if " between " in folded[start:end]:
        return True
    heads = lexicon()["joiners"]["between"]
    return (
        re.search(
            rf"\b(?:{one_of(heads)}) (?:(?:about|around|approximately|early|late|the) )*$",
            folded[max(0, start - 28) : start],
        )
        is not None
    )
