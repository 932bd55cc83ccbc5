"""The last step of finding: an expression with the words that lead it in, shaped by "early", "late" and "overnight"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct, structs

from watchfloor.dates.expressions import Modifier, Moment, TimeExpression
from watchfloor.dates.vocabulary import lexicon, one_of

_REACH = 40  # characters before an expression in which words that lead it in, date a page or look ahead may begin
_WHEN = re.compile(r",? (?:when|the day|the date)\b")  # "since Jan. 1, when it fired two": a day like any other


class Draft(Struct):
    """An expression being joined: its own time, the same in a second zone, and the other end of an interval."""

    main: Moment
    pair: Moment | None = None
    until: Moment | None = None
    joiner: str = ""
    in_bracket: bool = False

    @property
    def end(self) -> int:
        return max(moment.end for moment in (self.main, self.pair, self.until) if moment is not None)


@lru_cache(maxsize=1)
def _around_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words that put an expression ahead of the report, and "respectively" behind a list."""
    known = lexicon()
    return (
        re.compile(rf"\b(?:{one_of(known['future']['words'])})(?! recall| remember)(?: \w+){{0,2}} (?:on |at |in )?$"),
        re.compile(rf",? (?:{one_of(known['joiners']['respectively'])})\b"),
    )


def finished(folded: str, draft: Draft, done: int) -> Iterator[TimeExpression]:
    """The expression of a draft, from `done` on at the earliest; nothing where only "early" or "late" was read."""
    main, until, crossing = _ends(draft)
    if main.day is None and not main.clocks and main.part is None:
        return
    before = folded[max(done, draft.main.start - _REACH) : draft.main.start]
    start = draft.main.start - _lead(before)
    end = _closed(folded, start, draft.end, is_list=len(main.clocks) > 1)
    yield TimeExpression(
        start=start,
        end=end,
        day=main.day,
        part=main.part,
        clocks=main.clocks,
        zone=main.zone,
        pair=draft.pair,
        until=until,
        crossing=crossing,
        overnight=main.overnight,
        is_publication=main.day is not None and _dates_page(before),
        is_future=_is_ahead(main, before),
        since="since " in folded[start : draft.main.start] and not _WHEN.match(folded, end),
        night_of=main.named == "night" and _is_one_day(main, until) and "night of " in folded[main.start : end],
        relative_to=folded[draft.main.start : draft.main.end] if main.day and main.day.kind == "other" else None,
    )


def _is_one_day(main: Moment, until: Moment | None) -> bool:
    return until is None and main.day is not None and main.day.last_day is None


def _ends(draft: Draft) -> tuple[Moment, Moment | None, int]:
    """Both ends of an interval, and whether it crosses midnight; clock times of one day are a list and no interval."""
    main = _shaped(draft.main)
    until = _shaped(draft.until) if draft.until is not None else None
    if until is None:
        return main, None, 0
    if draft.joiner == "," and draft.pair is None and main.clocks and until.clocks and until.day and until.zone:
        draft.pair = draft.until  # "at 6:53 a.m. Korean time, 4:53 p.m. Monday Eastern time"
        return main, None, 0
    if until.clocks and main.clocks and (until.day is None or main.day is None):
        crossing = (1 if main.day is not None else -1) if _crosses(main, until) else 0
        return _folded_into(main, until), None, crossing
    if until.day is not None and until.part is None and not until.clocks:
        return *_into_morning(main, until), 0
    return main, until, 0


def _is_ahead(main: Moment, before: str) -> bool:
    """Whether the words put a day ahead of the report: "next Friday", "will meet on Friday"."""
    if main.day is None:
        return False
    if main.day.kind in ("weekday", "relative") and main.day.offset > 0:
        return True
    if main.clocks or _words("future", first=True).isdisjoint(before.split()):
        return False
    return _around_patterns()[0].search(before) is not None


def _lead(before: str) -> int:
    """How many characters right before an expression lead it in: 10 of "was seen at about "."""
    start = len(before)
    while start > 0 and before[start - 1] == " ":
        word = before.rfind(" ", 0, start - 1) + 1
        if before[word : start - 1] not in _words("leads"):
            break
        start = word
    return len(before) - start


def _dates_page(before: str) -> bool:
    """Whether the words right before name the page's own date: "Published on ", "Updated: "."""
    words = before.replace(":", " ").split()
    while words and not (words[-1].isalpha() and words[-1] not in ("on", "at")):
        words.pop()
    return bool(words) and words[-1] in _words("publication")


@lru_cache(maxsize=8)
def _words(table: str, *, first: bool = False) -> frozenset[str]:
    """The words of a table of the lexicon, or the first word of each of its phrases."""
    phrases = lexicon()[table]["words"]
    return frozenset(phrase.split()[0] if first else phrase for phrase in phrases)


def _into_morning(main: Moment, until: Moment) -> tuple[Moment, Moment | None]:
    """A night that ends on a day named: "overnight into Friday", "the night of Sunday to Monday", "overnight from … to …"."""
    night, morning = tuple(lexicon()["parts"]["night"]), tuple(lexicon()["parts"]["early morning"])
    if main.overnight and main.day is None:
        return structs.replace(until, start=main.start, part=main.part, overnight=True), None
    if main.overnight:
        return structs.replace(main, part=night, overnight=False), structs.replace(until, part=morning)
    return main, structs.replace(until, part=morning) if main.part == night else until


def _closed(folded: str, start: int, end: int, *, is_list: bool) -> int:
    """The end with the bracket that was opened inside, and with "respectively" behind a list of clock times."""
    if is_list and (match := _around_patterns()[1].match(folded, end)) is not None:
        end = match.end()
    for opening, closing in ("()", "[]"):
        if folded.count(opening, start, end) > folded.count(closing, start, end) and folded.startswith(closing, end):
            end += 1
    return end


def _shaped(moment: Moment) -> Moment:
    """The time as "early" and "late" leave it: hours of a day, days of a month, months of a year."""
    modifier = moment.modifier
    if modifier is None:
        return moment
    hours = _hours(modifier)
    if moment.day is not None and moment.day.kind in ("month", "year"):
        return structs.replace(moment, day=structs.replace(moment.day, modifier=modifier))
    if moment.part is not None:
        return structs.replace(moment, part=hours) if modifier == "early" and moment.named == "morning" else moment
    return (
        structs.replace(moment, part=hours)
        if moment.day is not None and moment.day.kind not in ("week", "span")
        else moment
    )


def _hours(modifier: Modifier) -> tuple[int, int]:
    first, last = lexicon()["modified_day"][modifier]["hours"]
    return first, last


def _crosses(main: Moment, until: Moment) -> bool:
    """Whether two clock times lie on both sides of midnight: "between 11:50 p.m. and 12:10 a.m."."""
    return main.clocks[-1].half == "p" and until.clocks[0].half == "a" and len(main.clocks) == len(until.clocks) == 1


def _folded_into(main: Moment, until: Moment) -> Moment:
    """Clock times of one day as one list: "5:34 a.m. and 5:57 a.m. on July 25"."""
    return structs.replace(
        main,
        end=until.end,
        day=main.day or until.day,
        clocks=main.clocks + until.clocks,
        zone=until.zone or main.zone,
        part=main.part or until.part,
    )
