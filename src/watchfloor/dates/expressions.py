"""Expressions of time in a text: days, parts of days, clock times and zones, joined where they stand together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct, structs

from watchfloor.lexicons import words

DayKind = Literal["date", "month", "year", "weekday", "relative", "month_day", "week", "span"]


class Day(Struct, frozen=True):
    """What names the day: a date (year may be missing), a month, a year, a weekday, or an offset from the report's day."""

    kind: DayKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    offset: int = 0  # days ("relative"), months ("month"), years ("year"), or -1 for "last", 1 for "next"


class Clock(Struct, frozen=True):
    """An hour and minute with the zone printed behind it; `half` is "a", "p" or None where the text leaves it open."""

    hour: int
    minute: int
    half: str | None
    zone: str | None = None


class TimeExpression(Struct, frozen=True):
    """A maximal expression of time: offsets into the text, and its parts as printed."""

    start: int
    end: int
    day: Day | None = None
    part: tuple[int, int] | None = None  # local hours
    clocks: tuple[Clock, ...] = ()
    zone: str | None = None
    overnight: bool = False
    is_publication: bool = False

    @property
    def has_day(self) -> bool:
        return self.day is not None and self.day.kind != "span"

    @property
    def has_clock(self) -> bool:
        return bool(self.clocks)

    @property
    def is_span(self) -> bool:
        return self.day is not None and self.day.kind == "span"


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """The expressions of time in a text, left to right: `find_times("at 7:10 a.m. on Friday")[0].has_day`."""
    if not _cheap().search(text):
        return ()
    pieces = [piece for match in _pattern().finditer(text) if (piece := _piece(match, text)) is not None]
    return tuple(e for e in _joined(text, pieces) if e.day is not None or e.clocks or e.part is not None)


@lru_cache(maxsize=1)
def _cheap() -> re.Pattern[str]:
    heads = [
        "noon",
        "midnight",
        "today",
        "yesterday",
        "tonight",
        "night",
        "dawn",
        "week",
        "month",
        "year",
        "morning",
        "afternoon",
        "evening",
        "recent",
        "hours",
        "dark",
        *words("en/dates.toml")["months"],
        *words("en/dates.toml")["weekdays"],
    ]
    return re.compile(r"\d|\b(?:" + "|".join(heads) + r")", re.IGNORECASE)


def _any(phrases: list[str]) -> str:
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    lexicon = words("en/dates.toml")
    # names of months and days are capitalised: "march" and "may" are words
    months = "|".join(sorted((m.capitalize() for m in lexicon["months"]), key=len, reverse=True))
    days = "|".join(sorted((d.capitalize() for d in lexicon["weekdays"]), key=len, reverse=True))
    zones = _any(list(words("en/zones.toml")["words"]))
    count = "|".join(lexicon["counts"])
    alternatives = [
        r"(?P<iso>\b\d{4}-\d{2}-\d{2}\b)(?:T(?P<isoclock>\d{2}:\d{2})(?::\d{2})?Z?)?",
        rf"(?P<mdy>\b(?P<mdy_m>{months})\b\.?\s+(?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|\s*(?:km|missiles"
        rf"|people))(?:,?\s+(?P<mdy_y>(?:19|20)\d\d)\b|(?P<mdy_last>,?\s+(?i:last year)))?)",
        rf"(?P<dmy>\b(?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<dmy_m>{months})\b\.?(?:,?\s+(?P<dmy_y>(?:19"
        rf"|20)\d\d)\b|(?P<dmy_last>,?\s+(?i:last year)))?)",
        rf"(?P<my>\b(?P<my_m>{months})\b\.?,?\s+(?:of\s+)?(?:(?P<my_y>(?:19|20)\d\d)\b|(?P<my_last>(?i:last year))))",
        rf"(?P<mon>\b(?i:in|since|last|this|until|early|late|mid|during)[\s-]+(?P<mon_m>{months})\b\.?(?!\s*\d))",
        rf"(?P<wd>\b(?:(?P<wd_q>(?i:last|next|this|this past|this coming|the previous"
        rf"|the following))\s+)?(?P<wd_n>{days})\b(?!\s+(?:Times|Post|Mail|Mirror|Herald)))",
        rf"(?P<ago>\b(?i:(?:{count}|\d{{1,3}})\s+(?:days?|weeks?|months?|years?)\s+ago))",
        rf"(?P<span>\b(?i:{_any(lexicon['spans']['words'])})\b|\b(?i:since)\s+(?:19|20)\d\d\b)",
        r"(?P<lastspan>\b(?i:(?P<ls_q>last|earlier this|this|the previous)\s+(?P<ls_u>week|month|year))\b)",
        rf"(?P<rel>\b(?i:{_any(list(lexicon['relative_days']))})\b)",
        r"(?P<dom>\b(?i:on the)\s+(?P<dom_d>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?!of)[a-z]))",
        r"(?P<yr>\b(?i:in|of|during)\s+(?P<yr_y>(?:19|20)\d\d)\b)",
        r"(?P<c12>(?<![\d:.])(?P<c12_h>\d{1,2})(?:[:.](?P<c12_m>[0-5]\d))?\s*(?P<c12_p>(?i:[ap]))\.?\s?(?i:m)\b\.?)",
        rf"(?P<mil>(?<![\d:.,])(?P<mil_h>[01]\d|2[0-3])(?P<mil_m>[0-5]\d)\s*(?:(?i:hours|hrs)\b|(?=\s?(?i:{zones})\b)))",
        r"(?P<c24>(?<![\d:.,])(?P<c24_h>[01]?\d|2[0-3]):(?P<c24_m>[0-5]\d)(?![\d:]))",
        r"(?P<word>\b(?i:noon|midnight)\b)",
        r"(?P<overnight>\b(?i:overnight)\b)",
        rf"(?P<part>\b(?i:{_any(list(lexicon['parts']))})\b)",
        rf"(?P<zone>\b(?i:{zones})\b)",
    ]
    return re.compile("|".join(alternatives))


def _piece(match: re.Match[str], text: str) -> TimeExpression | None:
    group = next(name for name in _BUILDERS if match[name] is not None)
    built = _BUILDERS[group](match)
    if built is None or (group == "c24" and not _is_clock_here(match, text)):
        return None
    return structs.replace(built, start=match.start(), end=match.end())


def _is_clock_here(match: re.Match[str], text: str) -> bool:
    """A bare "7:39" is a clock behind at, around, between, and, to, from; or before a zone. "3:2" is a score."""
    before = text[max(0, match.start() - 16) : match.start()].lower()
    after = text[match.end() : match.end() + 14].lower()
    return bool(
        re.search(r"(?:\bat|around|about|between|and|from|to|since|approximately|–|-|until|by|,)\s*$", before)
    ) or bool(re.match(rf"\s*\(?(?:{_any(list(words('en/zones.toml')['words']))})\b|\s+on\b|\s*(?:and|to)\s", after))


def _empty(**parts: object) -> TimeExpression:
    return structs.replace(TimeExpression(0, 0), **parts)


def _month(name: str) -> int:
    return int(words("en/dates.toml")["months"][name.lower().rstrip(".")])


def _dated(match: re.Match[str], prefix: str) -> TimeExpression | None:
    year = int(match[prefix + "_y"]) if match[prefix + "_y"] else None
    day = int(match[prefix + "_d"])
    if not 1 <= day <= 31:
        return None
    offset = -1 if match[prefix + "_last"] else 0
    return _empty(day=Day("date", year, _month(match[prefix + "_m"]), day, offset))


def _iso(match: re.Match[str]) -> TimeExpression | None:
    year, month, day = (int(part) for part in match["iso"].split("-"))
    clocks: tuple[Clock, ...] = ()
    if match["isoclock"]:
        hour, minute = (int(part) for part in match["isoclock"].split(":"))
        clocks = (Clock(hour, minute, None, "UTC"),)
    return _empty(day=Day("date", year, month, day), clocks=clocks) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _month_year(match: re.Match[str]) -> TimeExpression:
    year = int(match["my_y"]) if match["my_y"] else None
    return _empty(day=Day("month", year, _month(match["my_m"]), offset=-1 if match["my_last"] else 0))


def _month_alone(match: re.Match[str]) -> TimeExpression:
    if match["mon"].lower().startswith("since"):
        return _empty(day=Day("span", None, _month(match["mon_m"])))
    return _empty(day=Day("month", None, _month(match["mon_m"])))


def _weekday(match: re.Match[str]) -> TimeExpression:
    number = int(words("en/dates.toml")["weekdays"][match["wd_n"].lower()])
    qualifier = (match["wd_q"] or "").lower()
    offset = (
        -1
        if qualifier in ("last", "the previous")
        else 1
        if qualifier in ("next", "this coming", "the following")
        else 0
    )
    return _empty(day=Day("weekday", day=number, offset=offset))


def _ago(match: re.Match[str]) -> TimeExpression:
    count, unit, _ = match["ago"].lower().split()
    number = int(count) if count.isdigit() else int(words("en/dates.toml")["counts"][count])
    if unit.startswith("day"):
        return _empty(day=Day("relative", offset=-number))
    if unit.startswith("week"):
        return _empty(day=Day("week", offset=-number))
    return _empty(day=Day("month" if unit.startswith("month") else "year", offset=-number))


def _last_span(match: re.Match[str]) -> TimeExpression:
    unit = match["ls_u"].lower()
    offset = -1 if match["ls_q"].lower() in ("last", "the previous") else 0
    if unit == "year" and offset == 0:
        return _empty(day=Day("span"))
    kind: DayKind = "week" if unit == "week" else "month" if unit == "month" else "year"
    return _empty(day=Day(kind, offset=offset))


def _relative(match: re.Match[str]) -> TimeExpression:
    phrase = " ".join(match["rel"].lower().split())
    parts = words("en/dates.toml")["parts"]
    part = next((tuple(hours) for name, hours in parts.items() if phrase.endswith(name)), None)
    if phrase == "tonight":
        part = (18, 24)
    return _empty(day=Day("relative", offset=int(words("en/dates.toml")["relative_days"][phrase])), part=part)


def _clock12(match: re.Match[str]) -> TimeExpression | None:
    hour = int(match["c12_h"])
    return (
        _empty(clocks=(Clock(hour, int(match["c12_m"] or 0), match["c12_p"].lower()),))
        if 1 <= hour <= 12 or hour == 0
        else None
    )


def _clock_word(word: str) -> TimeExpression:
    hour, minute = words("en/dates.toml")["clock_words"][word.lower()]
    return _empty(clocks=(Clock(int(hour), int(minute), "w"),))


_BUILDERS: dict[str, Callable[[re.Match[str]], TimeExpression | None]] = {
    "iso": _iso,
    "mdy": lambda m: _dated(m, "mdy"),
    "dmy": lambda m: _dated(m, "dmy"),
    "my": _month_year,
    "mon": _month_alone,
    "wd": _weekday,
    "ago": _ago,
    "span": lambda m: _empty(day=Day("span")),
    "lastspan": _last_span,
    "rel": _relative,
    "dom": lambda m: _empty(day=Day("month_day", day=int(m["dom_d"]))) if 1 <= int(m["dom_d"]) <= 31 else None,
    "yr": lambda m: _empty(day=Day("year", int(m["yr_y"]))),
    "c12": _clock12,
    "mil": lambda m: _empty(clocks=(Clock(int(m["mil_h"]), int(m["mil_m"]), None),)),
    "c24": lambda m: _empty(clocks=(Clock(int(m["c24_h"]), int(m["c24_m"]), None),)),
    "word": lambda m: _clock_word(m["word"]),
    "overnight": lambda m: _empty(overnight=True, part=(-6, 8)),
    "part": lambda m: _empty(part=tuple(words("en/dates.toml")["parts"][" ".join(m["part"].lower().split())])),
    "zone": lambda m: _empty(zone=m["zone"]),
}

_CONNECTOR = re.compile(
    r"(?:[\s,()]|\bat\b|\bon\b|\baround\b|\babout\b|\bapproximately\b|\broughly\b|\bshortly\b|\bjust\b|\bafter\b|\bbefore\b|\bof\b|\bin\b|\bthe\b|\bpast\b|\bnear\b|\bsome\b|\bnearly\b|\bearly\b|\blate\b|/|\bor\b|\bhours\b|\brespectively\b|\bboth\b)*"
)
_CLOCK_JOIN = re.compile(
    r"[\s,]*(?:and(?: again)?(?: at)?|to|until|–|-|through|&)\s*(?:at\s+|around\s+|about\s+|approximately\s+)?"
)
_RESPECTIVELY = re.compile(r",?\s*respectively")


def _joined(text: str, pieces: list[TimeExpression]) -> Iterator[TimeExpression]:
    current: TimeExpression | None = None
    for piece in pieces:
        if current is not None and (merged := _merged(text, current, piece)) is not None:
            current = merged
            continue
        if current is not None:
            yield _finished(text, current)
        current = piece
    if current is not None:
        yield _finished(text, current)


def _merged(text: str, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    """Two pieces as one expression, None where they cannot belong together: two days, two parts, words between."""
    between = text[left.end : right.start]
    if len(between) > 30:
        return None
    if left.clocks and right.clocks:
        return _with_clock(left, right, between)
    if not _CONNECTOR.fullmatch(between) or not _compatible(left, right):
        return None
    clocks = left.clocks or right.clocks
    zone = right.zone or left.zone
    if right.zone is not None and clocks and clocks[-1].zone is None:
        clocks = (*clocks[:-1], structs.replace(clocks[-1], zone=right.zone))
    return structs.replace(
        left,
        end=right.end,
        day=_finer_day(left.day, right.day),
        part=right.part or left.part,
        clocks=clocks,
        zone=zone,
        overnight=left.overnight or right.overnight,
    )


def _compatible(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether two neighbours can name one time: not two days (a weekday and its date are one), nor two parts of a day."""
    if left.day is not None and right.day is not None and "weekday" not in (left.day.kind, right.day.kind):
        return False
    if left.day is not None and right.day is not None and left.day.kind == right.day.kind:
        return False
    return not (left.part and right.part) or left.overnight or right.overnight or left.part in ((0, 8), (18, 24))


def _finer_day(left: Day | None, right: Day | None) -> Day | None:
    """The date where a weekday stands beside it: "Friday, July 28"."""
    if left is None or right is None:
        return left or right
    return right if left.kind == "weekday" else left


def _with_clock(left: TimeExpression, right: TimeExpression, between: str) -> TimeExpression | None:
    """ "7:10 and 7:39 a.m.", "12:35 p.m. (0335 GMT)": a second clock of the same expression."""
    bracketed = re.fullmatch(r"\s*[(/]\s*|,?\s*or\s+|\s*,\s*", between)
    if not bracketed and not _CLOCK_JOIN.fullmatch(between):
        return None
    if left.day is not None and right.day is not None:
        return None
    return structs.replace(
        left,
        end=right.end,
        day=left.day or right.day,
        clocks=(*left.clocks, *right.clocks),
        part=left.part or right.part,
        zone=right.zone or left.zone,
    )


_PUBLICATION = re.compile(
    r"(?:published|updated|posted|last modified|first published|created)\W{0,4}(?:on|at|:)?\s*$", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:\b(?:on|at|around|about|in|since|between|from|early|late|shortly|just|after|before|approximately|the|of|during|near|beginning)\s+)+$",
    re.IGNORECASE,
)


def _finished(text: str, expression: TimeExpression) -> TimeExpression:
    """The expression with its leading words ("at around"), and told whether it dates the page instead of an event."""
    before = text[max(0, expression.start - 30) : expression.start]
    lead = _LEAD.search(before)
    start = expression.start - (len(before) - lead.start()) if lead is not None else expression.start
    after = _RESPECTIVELY.match(text, expression.end)
    end = after.end() if after is not None and len(expression.clocks) > 1 else expression.end
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    return structs.replace(expression, start=start, end=end, is_publication=_PUBLICATION.search(before) is not None)
