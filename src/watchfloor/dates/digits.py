"""Times that open with a digit: dates, clock times of every style, years and "the 5th"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec import structs

from watchfloor.dates.expressions import Clock, Day, Half, Moment
from watchfloor.dates.vocabulary import lexicon, one_of
from watchfloor.dates.zones import zone_after

# opens with a digit class and looks back from there: the search then skips to digits, not trying every position
DIGITS = re.compile(r"[0-9](?<![\w.,:$€£][0-9])(?<![0-9]/[0-9])(?:[0-9]|[0-9]{3})?(?![0-9]|,[0-9]{3})")
_HALF = r"[ap](?:\. ?m\b\.?|m\b\.?)"
_HALVES = ("am", "pm", ".m")  # "7:10am-7:39am" goes on; "KN-23" and "mid-2022" do not
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    month = one_of(lexicon()["months"])
    to = r"(?: ?[-–/] ?| to | and | through )"
    alternatives = (
        r"(?P<iso>(?P<iso_y>\d{4})-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)(?!\d)"
        r"(?:[t ](?P<iso_h>\d\d):(?P<iso_n>\d\d)(?::\d\d(?:\.\d+)?)?(?P<iso_z>z|[+-]\d\d:?\d\d)?(?!\d))?)",
        rf"(?P<ymd>(?P<ymd_y>{_YEAR})(?P<ymd_s>[/.])(?P<ymd_m>\d\d?)(?P=ymd_s)(?P<ymd_d>\d\d?)(?!\d))",
        rf"(?P<num>(?P<num_a>\d\d?)(?P<num_s>[/.-])(?P<num_b>\d\d?)(?P=num_s)(?P<num_y>{_YEAR})(?!\d))",
        r"(?P<short>(?P<short_a>\d\d?)/(?P<short_b>\d\d?)/(?P<short_y>\d\d)(?![\d/]))",
        rf"(?P<dmy>(?P<dmy_d>\d\d?){_ORDINAL}(?:{to}(?P<dmy_e>\d\d?){_ORDINAL})?(?: of)?[ -]?(?P<dmy_m>{month})\b\.?"
        rf"(?:,? ?(?P<dmy_y>{_YEAR})\b|,? (?:of )?(?P<dmy_l>last|this) year\b)?)",
        rf"(?P<c12>(?P<c12_h>\d\d?)(?:[:.](?P<c12_m>[0-5]\d))?(?::[0-5]\d)? ?(?P<c12_p>{_HALF}))",
        rf"(?P<sh>(?P<sh_h>\d\d?)(?:[:.](?P<sh_m>[0-5]\d))?(?= ?(?:-|–|to|and|or|through|until) ?(?:at |around |about )?"
        rf"\d\d?(?:[:.][0-5]\d)? ?{_HALF}))",
        r"(?P<mil>(?P<mil_h>[01]\d|2[0-3])(?P<mil_m>[0-5]\d) ?(?:hours|hrs|h)\b)",
        r"(?P<clock>(?P<clock_h>[01]?\d|2[0-3])(?P<clock_s>[:.]?)(?P<clock_m>[0-5]\d)(?::[0-5]\d)?(?!\d|:\d|[.,]\d))",
        r"(?P<hour>(?P<hour_h>\d\d?)(?: ?o['’]?clock|(?= in the (?:early |late )?(?:morning|afternoon|evening)| at night)))",
        r"(?P<ordinal>(?P<ordinal_d>\d\d?)(?:st|nd|rd|th)\b)",
    )
    return re.compile("|".join(alternatives))


_YEAR_ALONE = re.compile(rf"{_YEAR}(?![\d,]\d|\w|\.\d|%)")


def read_digits(text: str, folded: str, start: int) -> Moment | None:
    """The time that opens with the digit at `start`: `read_digits("7 May 2024", …).day.month == 5`; None if none does."""
    if (
        start > 1
        and folded[start - 1] in "-‑"
        and folded[start - 2].isalpha()
        and folded[start - 3 : start - 1] not in _HALVES
    ):
        return _year(text, folded, start)
    match = _pattern().match(folded, start)
    if match is not None and match.lastgroup is not None:
        kind = next(name for name in _READERS if match[name] is not None)
        moment = _READERS[kind](text, folded, match)
        if moment is not None:
            return moment
    return _year(text, folded, start)


def valid_day(month: int, day: int) -> bool:
    """Whether some year has that day: `valid_day(2, 30) is False`."""
    return 1 <= month <= 12 and 1 <= day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def is_run(month: int, first: int, last: int, printed: str) -> bool:
    """Whether two days of a month are the ends of a run: "2-5" is, "2 and 3" too, "5 and 11" are two days."""
    return valid_day(month, last) and first < last and (" and " not in printed or last == first + 1)


def _dated(match: re.Match[str], year: int, month: int, day: int) -> Moment | None:
    return Moment(match.start(), match.end(), Day("date", year, month, day)) if valid_day(month, day) else None


def _iso(text: str, folded: str, match: re.Match[str]) -> Moment | None:
    moment = _dated(match, int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"]))
    if moment is None or match["iso_h"] is None or int(match["iso_h"]) > 23 or int(match["iso_n"]) > 59:
        return moment
    zone = {None: None, "z": "UTC"}.get(match["iso_z"], match["iso_z"])
    clock = Clock(int(match["iso_h"]), int(match["iso_n"]), "24", zone)
    return Moment(match.start(), match.end(), moment.day, clocks=(clock,), zone=zone)


def _ymd(text: str, folded: str, match: re.Match[str]) -> Moment | None:
    return _dated(match, int(match["ymd_y"]), int(match["ymd_m"]), int(match["ymd_d"]))


def _numeric(text: str, folded: str, match: re.Match[str]) -> Moment | None:
    """A date in figures: dotted ones begin with the day; others are read where only one order is possible."""
    first, second, year = int(match["num_a"]), int(match["num_b"]), int(match["num_y"])
    if match["num_s"] == "." or first > 12 or first == second:
        return _dated(match, year, second, first)
    if second > 12:
        return _dated(match, year, first, second)
    return Moment(match.start(), match.end(), Day("numeric", year, first, second)) if first and second else None


def _short_year(text: str, folded: str, match: re.Match[str]) -> Moment | None:
    """A date in figures with two of the year: "2/14/24", "03/05/25"; which of two orders is meant, the report's day decides."""
    first, second, year = int(match["short_a"]), int(match["short_b"]), 2000 + int(match["short_y"])
    if first > 12 or first == second:
        return _dated(match, year, second, first)
    if second > 12:
        return _dated(match, year, first, second)
    return Moment(match.start(), match.end(), Day("numeric", year, first, second)) if first and second else None


def _day_month(text: str, folded: str, match: re.Match[str]) -> Moment | None:
    if not text[match.start("dmy_m")].isupper():
        return None
    month, day = lexicon()["months"][match["dmy_m"]], int(match["dmy_d"])
    last = int(match["dmy_e"]) if match["dmy_e"] else None
    if not valid_day(month, day) or (last is not None and not is_run(month, day, last, match.group())):
        return None
    year = int(match["dmy_y"]) if match["dmy_y"] else None
    offset = {"last": -1, "this": 0, None: 0}[match["dmy_l"]]
    stops = match.group().endswith(".") and len(match["dmy_m"]) > 4  # "7 November." ends a sentence, "7 Nov." may not
    return Moment(match.start(), match.end() - stops, Day("date", year, month, day, last, offset))


def _clock12(text: str, folded: str, match: re.Match[str]) -> Moment | None:
    hour, half = int(match["c12_h"]), match["c12_p"][0]
    if hour > 23 or (hour > 12 and half == "a"):
        return None
    said: Half = "24" if hour > 12 else "a" if half == "a" else "p"  # "14:05 p.m." says it twice
    clock = Clock(hour, int(match["c12_m"] or 0), said, minutes=match["c12_m"] is not None)
    return _with_zone(text, match.start(), match.end(), clock)


def _shared(text: str, folded: str, match: re.Match[str]) -> Moment | None:
    """The first of two clock times that say the half of the day once: "between 7:10 and 7:39 a.m."."""
    hour = int(match["sh_h"])
    told = match["sh_m"] is not None or re.match(" ?[-–]", folded[match.end() : match.end() + 2]) is not None
    if hour > 12 or not (told or _CLOCK_BEFORE.search(folded, max(0, match.start() - 16), match.start())):
        return None
    clock = Clock(hour, int(match["sh_m"] or 0), None, minutes=match["sh_m"] is not None)
    return Moment(match.start(), match.end(), clocks=(clock,))


_CLOCK_BEFORE = re.compile(
    r"(?:\b(?:at|around|about|between|and|from|to|since|approximately|until|by|or)|\b(?:approx|ca|circa)\.?|[–,~-]) ?$"
)
_CLOCK_SHARED = re.compile(r" ?(?:and|to|-|–) ?(?:at |about |around )?[012]?\d:?[0-5]\d(?!\d)")
_CLOCK_AFTER = re.compile(
    r" on\b| (?:and|to) \d| ?[–-] ?\d| in the (?:morning|afternoon|evening)| at night|, \d\d?:\d\d"
    r"|,? (?:mon|tues|wednes|thurs|fri|satur|sun)day"
)


def _military(text: str, folded: str, match: re.Match[str]) -> Moment | None:
    return _with_zone(text, match.start(), match.end(), Clock(int(match["mil_h"]), int(match["mil_m"]), "24"))


def _clock(text: str, folded: str, match: re.Match[str]) -> Moment | None:
    """Hours and minutes without a half: before a zone; with a colon also beside words of time. "3:2" is a score."""
    hour, minute = int(match["clock_h"]), int(match["clock_m"])
    half: Half | None = "24" if hour > 12 or match["clock_h"].startswith("0") or not match["clock_s"] else None
    clock = Clock(hour, minute, half)
    if match["clock_s"] or match.end() - match.start() == 4:
        second = _CLOCK_SHARED.match(folded, match.end())  # "2034 and 2057 GMT"
        shared = zone_after(text, second.end(), clock=True) if second is not None else None
        if shared is not None:
            return Moment(match.start(), match.end(), clocks=(structs.replace(clock, zone=shared[1]),), zone=shared[1])
        zoned = _with_zone(text, match.start(), match.end(), clock)
        if zoned.zone is not None:
            return zoned
    if _is_entered(folded, match):
        return Moment(match.start(), match.end(), clocks=(clock,))
    if match["clock_s"] != ":":
        return None
    before = _CLOCK_BEFORE.search(folded, max(0, match.start() - 16), match.start())
    return (
        Moment(match.start(), match.end(), clocks=(clock,))
        if before or _CLOCK_AFTER.match(folded, match.end())
        else None
    )


def _is_entered(folded: str, match: re.Match[str]) -> bool:
    """Whether it is the clock of an entry in a list: "Nov 2, 0651: …", "14 Jan 1930 - …", "06:14, Sunan: …"; no year."""
    if match["clock_s"] == ".":
        return False
    closed = _ENTRY_CLOSES.match(folded, match.end()) is not None
    if match["clock_s"]:
        return closed and len(match["clock_h"]) == 2 and not folded[: match.start()].strip(" -*\u2022(|")
    if match.end() - match.start() != 4 or not (closed or _ENTRY_RANGE.match(folded, match.end())):
        return False
    before = _entry_day().search(folded, max(0, match.start() - 24), match.start())
    return before is not None and _YEAR_ALONE.match(folded, match.start()) is None


# what stands behind the clock of an entry, and the second clock of one: "0651:", "1630-1710:"
_ENTRY_CLOSES = re.compile(r"\s*(?:$|[,:;)|(]|[-\u2013\u2014]\s|local\b)")
_ENTRY_RANGE = re.compile(r" ?[-\u2013] ?(?:[01]\d|2[0-3])[0-5]\d\s*(?:$|[,:;)|(]|[-\u2013\u2014]\s|local\b)")


@lru_cache(maxsize=1)
def _entry_day() -> re.Pattern[str]:
    """The day before the clock of an entry, or the first of its two clocks: "Nov 2, ", "14 January 2025 | ", "1630-"."""
    month = one_of(lexicon()["months"])
    day = rf"(?:(?:{month})\.? \d\d?|\d\d? (?:{month})\.?)(?:,? {_YEAR})?"
    return re.compile(rf"(?:{day}\s*[,|(]*\s*|{day}[, |(]+(?:[01]\d|2[0-3])[0-5]\d ?[-\u2013] ?)$")


def _hour(text: str, folded: str, match: re.Match[str]) -> Moment | None:
    """ "7 o'clock", "at 7 in the morning"; "two in the morning" may count missiles."""
    hour = int(match["hour_h"])
    if hour > 12 or not (
        "clock" in match["hour"]
        or re.search(r"\b(?:at|around|about) $", folded[max(0, match.start() - 8) : match.start()])
    ):
        return None
    return _with_zone(text, match.start(), match.end(), Clock(hour, 0, None, minutes=False))


def _with_zone(text: str, start: int, end: int, clock: Clock) -> Moment:
    found = zone_after(text, end, clock=True)
    if found is None:
        return Moment(start, end, clocks=(clock,))
    zoned = Clock(clock.hour, clock.minute, clock.half, found[1], clock.minutes)
    return Moment(start, found[0], clocks=(zoned,), zone=found[1])


@lru_cache(maxsize=1)
def _ordinal_follower() -> re.Pattern[str]:
    return re.compile(rf" ?(?:$|[.,;:)(–—]|(?:{one_of(lexicon()['ordinal_followers']['words'])})\b)")


_ORDINAL_BEFORE = re.compile(r"\b(?:on|(?:morning|afternoon|evening|night|hours) of) the $")


def _ordinal(text: str, folded: str, match: re.Match[str]) -> Moment | None:
    """ "on the 5th", where no noun follows: "on the 70th anniversary" is no day."""
    day = int(match["ordinal_d"])
    before = _ORDINAL_BEFORE.search(folded, max(0, match.start() - 18), match.start())
    if before is None or not 1 <= day <= 31 or not _ordinal_follower().match(folded, match.end()):
        return None
    return Moment(match.start(), match.end(), Day("month_day", day=day))


def _year(text: str, folded: str, start: int) -> Moment | None:
    """A year behind one of the words that make it one: "in 2017", "mid-2022", "the 2017 test"."""
    match = _YEAR_ALONE.match(folded, start)
    if match is None:
        return None
    heads = lexicon()["year_heads"]
    word = re.search(r"(?:[a-z]+ ?|[a-z]+-)$", folded[max(0, start - 12) : start])
    head = word.group().rstrip(" -") if word is not None else ""
    if head not in heads["words"]:
        return None
    if head in heads["determiners"] and not re.match(r" [a-z]{3,}", text[match.end() : match.end() + 5]):
        return None
    return Moment(start, match.end(), Day("year", int(match.group())))


_Reader = Callable[[str, str, "re.Match[str]"], Moment | None]
_READERS: dict[str, _Reader] = {
    "iso": _iso,
    "ymd": _ymd,
    "num": _numeric,
    "short": _short_year,
    "dmy": _day_month,
    "c12": _clock12,
    "sh": _shared,
    "mil": _military,
    "clock": _clock,
    "hour": _hour,
    "ordinal": _ordinal,
}
