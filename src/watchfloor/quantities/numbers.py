"""Numbers that count things: "two", "at least one", "more than 20", "a pair of", "several"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from watchfloor.quantities.grammar import (
    Figure,
    Group,
    Scan,
    bound_after,
    bounds_before,
    interval,
    lexicon,
    one_of,
    scan,
    word_end,
)
from watchfloor.quantities.measures import Measure, find_measures
from watchfloor.records import Bound

_YEARS = range(1900, 2100)


class Number(Struct, frozen=True):
    """A count in a text: offsets, `low` and `high` (an open end is None), its bound; `more` where it adds to others."""

    start: int
    end: int
    low: float | None
    high: float | None
    bound: Bound = "exact"
    more: bool = False


def find_numbers(text: str) -> tuple[Number, ...]:
    """The counts of a text, left to right: `find_numbers("at least two missiles")[0].low == 2.0`.

    Ordinals, years, money, clock times and figures with a unit are none; nor are the articles a and an.
    """
    found = scan(text)
    if not found.figures and not found.groups:
        return ()
    return tuple(_unmeasured(sorted(_numbers(found), key=lambda number: number.start), find_measures(text)))


def _unmeasured(numbers: list[Number], measures: tuple[Measure, ...]) -> Iterator[Number]:
    """The numbers that lie outside every measure and overlap none before them; both are in order."""
    at = done = 0
    for number in numbers:
        if number.start < done:
            continue  # the "more than two" in "two or more than two"
        done = number.end
        while at < len(measures) and measures[at].end_with_pair <= number.start:
            at += 1
        if at == len(measures) or number.end <= measures[at].start:
            yield number


def _numbers(found: Scan) -> Iterator[Number]:
    done = 0
    groups = {group.end: group for group in found.groups}
    inner: set[int] = set()
    for position, figure in enumerate(found.figures):
        if figure.start < done or figure.seconds or not _is_count(found.folded, figure) or _is_share(found, position):
            continue
        number = _counted(found, position)
        group = groups.get(word_end(found.folded, number.start))
        if group is not None:
            inner.add(group.end)
            more = number.more or _is_another(found.folded, group)
            number = Number(group.start, number.end, number.low, number.high, number.bound, more)
        done = number.end
        yield number
    for group in found.groups:
        if group.end not in inner and _is_group(found.folded, group):
            yield _group(found, group)


# --- figures ---


def _is_share(found: Scan, position: int) -> bool:
    """Whether a figure is a share of the next: "36 of 40 missiles" counts forty."""
    end = found.figures[position].end
    return position + 1 < len(found.figures) and found.folded[end : found.figures[position + 1].start] == " of "


@lru_cache(maxsize=1)
def _not_counts() -> re.Pattern[str]:
    """What stands behind a figure that counts no things: a compound, money, the half of the day, a partitive."""
    compound, partitive = one_of(lexicon()["counting"]["compound"]), one_of(lexicon()["counting"]["partitive"])
    huge = one_of(lexicon()["huge"]["words"])
    return re.compile(
        rf"[-‑](?!(?:{compound}|plus|odd)\b)[a-z]|(?!x [a-z])[a-z]| ?(?:{huge})(?![a-z])| (?:{partitive})\b|/\d|’s|'s"
    )


def _is_count(folded: str, figure: Figure) -> bool:
    printed = folded[figure.start : figure.end]
    is_year = len(printed) == 4 and printed.isdecimal() and int(printed) in _YEARS
    return not is_year and figure.value.is_integer() and _not_counts().match(folded, figure.end) is None


@lru_cache(maxsize=1)
def _second_pattern() -> re.Pattern[str]:
    return re.compile(r" ?(?P<joiner>to|or|–|—|-|‑|and) ?$")


@lru_cache(maxsize=1)
def _more_pattern() -> re.Pattern[str]:
    return re.compile(rf" (?:{one_of(lexicon()['counting']['more'])})\b(?! than)")


_TIMES = re.compile(r"x(?= [a-z])| x(?= [a-z]{2})")  # "1x SRBM", "2 x SLBM"


def _counted(found: Scan, position: int) -> Number:
    """The count a figure opens: bounded before or behind it, or a range with the next figure."""
    figure = found.figures[position]
    start, bound = bounds_before(found, figure.start)
    end, after = bound_after(found.folded, figure.end)
    second = _second(found, position, start) if after is None else None
    if after is None and (times := _TIMES.match(found.folded, end)) is not None:
        end = times.end()
    low, high = interval(figure.value, after or bound)
    if second is not None:
        end, low, high, bound = second.end, figure.value, second.value, "exact"
    more = _more_pattern().match(found.folded, end)
    adds = more is not None or "further" in found.folded[start : figure.start]
    return Number(start, more.end() if more else end, low, high, after or bound, adds)


def _second(found: Scan, position: int, start: int) -> Figure | None:
    """The upper end of a range of counts: "two or three", "2-3", "between four and six"."""
    if position + 1 == len(found.figures):
        return None
    first, second = found.figures[position], found.figures[position + 1]
    between = found.folded[first.end : second.start]
    match = _second_pattern().fullmatch(between) if len(between) < 7 else None
    if match is None or second.value <= first.value or not _is_count(found.folded, second):
        return None
    joined = match["joiner"] != "and" or re.search(r"\bbetween $", found.folded[max(0, start - 8) : start]) is not None
    return second if joined else None


# --- groups ---


def _is_group(folded: str, group: Group) -> bool:
    """Whether the words count: "how many", "single-stage" and "both of them" do not."""
    if folded[group.end : group.end + 1] in ("-", "‑"):
        return False
    before = folded[max(0, group.start - 6) : group.start].split()
    return not (folded.startswith("many", group.start) and before and before[-1] in lexicon()["counting"]["asking"])


def _is_another(folded: str, group: Group) -> bool:
    return folded[group.start : group.end] in lexicon()["counting"]["another"]


def _group(found: Scan, group: Group) -> Number:
    start, bound = bounds_before(found, group.start)
    more = _more_pattern().match(found.folded, group.end)
    end, adds = (more.end(), True) if more else (group.end, _is_another(found.folded, group))
    if group.high is None:
        return Number(start, end, group.low, None, "at_least", adds)
    low, high = interval(group.low, bound)
    return Number(start, end, low, high, bound, adds)
