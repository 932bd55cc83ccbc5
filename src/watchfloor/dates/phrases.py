"""Times that open with a word: months, weekdays, parts of the day, relative days, periods and "two days ago"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from watchfloor.dates.digits import is_run, valid_day
from watchfloor.dates.expressions import Clock, Day, Moment
from watchfloor.dates.vocabulary import Word, lexicon, one_of

_YEAR = r"(?:19|20)\d\d"
_NOT_A_DAY = r"(?!\d|:\d|[.,]\d{1,2}(?!\d)|,\d{3}|-(?:day|year|month|hour|man|km|kilo|mile)"
_NOT_A_DAY += r"| ?(?:km|[ap]\.? ?m\b|percent|%|kilom|miles|o['’]clock))"
_DAY_BEFORE = re.compile(r"\b\d\d?(?:st|nd|rd|th)?(?: of)? $")
_DAY_RANGE = r"(?: ?[-–/] ?| to | and | through )"


def read_word(text: str, folded: str, word: Word) -> Moment | None:
    """The time a word of the lexicon opens; None where it is no time here ("march", "the Sun")."""
    return _READERS[word.kind](text, folded, word)


# --- months ---


@lru_cache(maxsize=1)
def _month_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    relative = r"(?:,? (?:of )?(?P<last>last|this) year\b)"
    with_day = re.compile(
        rf"\.? ?(?P<day>\d\d?)(?:st|nd|rd|th)?{_NOT_A_DAY}(?:{_DAY_RANGE}(?P<until>\d\d?)(?:st|nd|rd|th)?{_NOT_A_DAY}(?!\w))?"
        rf"(?:,? ?(?P<year>{_YEAR})\b(?! km| miles)|{relative})?"
    )
    heads = lexicon()["month_heads"]["words"]
    alone = re.compile(rf"(?:(?<=['’])s|\b(?:{one_of(heads)}))[ -]$")
    return with_day, re.compile(rf"\.?,? (?:of )?(?:(?P<year>{_YEAR})\b|(?P<last>last|this) year\b)"), alone


def _month(text: str, folded: str, word: Word) -> Moment | None:
    if not text[word.start].isupper():
        return None
    with_day, with_year, alone = _month_patterns()
    match = with_day.match(folded, word.end)
    if match is not None and (dated := _month_day(word, match)) is not None:
        return dated
    if _DAY_BEFORE.search(folded, max(0, word.start - 9), word.start):  # "31 November": a day no year has
        return None
    match = with_year.match(folded, word.end)
    if match is not None:
        year = int(match["year"]) if match["year"] else None
        return Moment(
            word.start, match.end(), Day("month", year, word.value, offset=-1 if match["last"] == "last" else 0)
        )
    head = alone.search(folded, max(0, word.start - 12), word.start)
    if head is None or folded[word.end : word.end + 2].strip()[:1].isdigit():
        return None
    named = head.group().strip(" -") in (*lexicon()["month_heads"]["determiners"], "s")
    if named and not re.match(r"\.? [a-z]{3,}", text[word.end : word.end + 6]):
        return None
    offset = -1 if head.group().strip() == "last" else 0
    return Moment(word.start, word.end, Day("month", None, word.value, offset=offset))


def _month_day(word: Word, match: re.Match[str]) -> Moment | None:
    day, until = int(match["day"]), int(match["until"]) if match["until"] else None
    if not valid_day(word.value, day):
        return None
    year = int(match["year"]) if match["year"] else None
    end = match.end()
    if until is not None and not is_run(word.value, day, until, match.group()):
        until, end = None, match.end("day")
    offset = -1 if match["last"] == "last" else 0
    return Moment(word.start, end, Day("date", year, word.value, day, until, offset))


@lru_cache(maxsize=1)
def _season_pattern() -> re.Pattern[str]:
    return re.compile(rf",? (?:of )?(?:(?P<year>{_YEAR})\b|(?P<last>last|this) year\b)")


def _season(text: str, folded: str, word: Word) -> Moment | None:
    """A season counts with a year or with "last" or "this": "the fall" and "spring" alone are other things."""
    match = _season_pattern().match(folded, word.end)
    month = word.value[1][0]
    if match is not None and match["year"]:
        return Moment(word.start, match.end(), Day("season", int(match["year"]), month))
    before = re.search(r"\b(last|this) $", folded[max(0, word.start - 6) : word.start])
    if before is None and match is None:
        return None
    said = before[1] if before is not None else match["last"] if match is not None else "this"
    start = word.start - len(before.group()) if before is not None else word.start
    end = word.end if match is None else match.end()
    return Moment(start, end, Day("season", None, month, offset=-1 if said == "last" else 0))


# --- weekdays ---


@lru_cache(maxsize=1)
def _weekday_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    known = lexicon()
    qualifier = re.compile(
        rf"\b(?:(?P<own>{one_of(known['qualifiers'])})|(?P<other>{one_of(known['other_day_qualifiers']['words'])})) $"
    )
    names = re.compile(rf" (?:{one_of(known['weekday_names']['words'])})\b")
    months = one_of(known["months"])
    beside = re.compile(rf"\.?,? ?(?:\d|(?:{months})\b)|\.?\)")
    return qualifier, names, beside, re.compile(r"\bon $|[0-9m.,(] ?$")


def _weekday(text: str, folded: str, word: Word) -> Moment | None:
    qualifier, names, _, _ = _weekday_patterns()
    if not text[word.start].isupper():
        return None
    name = names.match(folded, word.end)
    if name is not None and text[name.start() + 1].isupper():  # "the Sunday Times", not "Friday night"
        return None
    before = qualifier.search(folded, max(0, word.start - 15), word.start)
    if before is None:
        return Moment(word.start, word.end, Day("weekday", day=word.value))
    if before["other"]:
        return Moment(before.start(), word.end, Day("other", day=word.value))
    return Moment(
        before.start(), word.end, Day("weekday", day=word.value, offset=lexicon()["qualifiers"][before["own"]])
    )


def _weekday_abbreviation(text: str, folded: str, word: Word) -> Moment | None:
    _, _, beside, head = _weekday_patterns()
    if not text[word.start].isupper():
        return None
    on = head.search(folded, max(0, word.start - 4), word.start)
    if not (beside.match(folded, word.end) or (on is not None and on.group().startswith("on"))):
        return None
    end = word.end + (folded[word.end : word.end + 1] == ".")
    return Moment(word.start, end, Day("weekday", day=word.value))


# --- parts of the day and relative days ---


def _part(text: str, folded: str, word: Word) -> Moment | None:
    if text[word.start].isupper() and text[word.end : word.end + 2].strip()[:1].isupper():  # "Morning Star"
        return None
    return Moment(word.start, word.end, part=tuple(word.value), named=folded[word.start : word.end])


def _clock_word(text: str, folded: str, word: Word) -> Moment | None:
    phrase, (hour, minute) = word.value
    before = re.search(r"\b([a-z]+) $", folded[max(0, word.start - 14) : word.start])
    if phrase == "midnight" and before is not None and before[1] in lexicon()["before_clock_words"]["words"]:
        hour = 24
    return Moment(word.start, word.end, clocks=(Clock(hour, minute, "24"),))


def _spoken_hour(text: str, folded: str, word: Word) -> Moment | None:
    """ "At ten in the morning", "at seven o'clock"; "at two sites" counts them."""
    if _HOUR_FOLLOWS.match(folded, word.end) is None:
        return None
    o_clock = _O_CLOCK.match(folded, word.end)
    end = o_clock.end() if o_clock is not None else word.end
    return Moment(word.start, end, clocks=(Clock(word.value, 0, None, minutes=False),))


_O_CLOCK = re.compile(r" o['’]?clock\b")
_HOUR_FOLLOWS = re.compile(r" (?:o['’]?clock|in the (?:early |late )?(?:morning|afternoon|evening)|at night)\b")


def _relative(text: str, folded: str, word: Word) -> Moment | None:
    phrase, offset = word.value
    if text[word.start].isupper() and re.search(
        r"\b[A-Z]\w+ $", text[max(0, word.start - 12) : word.start]
    ):  # "USA Today"
        return None
    part = lexicon()["relative_parts"].get(phrase)
    return Moment(word.start, word.end, Day("relative", offset=offset), part=tuple(part) if part else None)


def _other_day(text: str, folded: str, word: Word) -> Moment:
    last = folded[word.start : word.end].rsplit(" ", 1)[-1]
    part = lexicon()["parts"].get(last)
    return Moment(word.start, word.end, Day("other", offset=word.value), part=tuple(part) if part else None, named=last)


def _period(text: str, folded: str, word: Word) -> Moment:
    kind, offset, to_report = word.value
    return Moment(word.start, word.end, Day(kind, offset=offset, to_report=to_report))


def _ahead(text: str, folded: str, word: Word) -> Moment:
    return Moment(word.start, word.end, Day("span"))


@lru_cache(maxsize=1)
def _count_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<count>\d{{1,3}}|{one_of(lexicon()['counts'])}) $")


def _counted(text: str, folded: str, word: Word) -> Moment | None:
    """ "two days ago", counted from the report; "two days after the talks", counted from another event."""
    _, direction, (kind, _), (origin, sign) = word.value
    if folded.startswith(" than", word.end):
        return None  # "a day later than planned" says when it was not
    match = _count_pattern().search(folded, max(0, word.start - 8), word.start)
    if match is None:
        return Moment(word.start, word.end, Day("span")) if origin == "report" else None
    count = int(match["count"]) if match["count"].isdigit() else lexicon()["counts"][match["count"]]
    if kind == "hours":
        return None
    if origin == "event":
        days = sign * count * word.value[2][1]
        unknown = direction in lexicon()["from_event"]["words"] or not days
        return Moment(match.start(), word.end, Day("other", offset=0 if unknown else days, week=None), named=direction)
    return Moment(match.start(), word.end, Day(kind, offset=sign * count))


def _modifier(text: str, folded: str, word: Word) -> Moment | None:
    return Moment(word.start, word.end, modifier=word.value)


def _overnight(text: str, folded: str, word: Word) -> Moment:
    return Moment(word.start, word.end, part=tuple(lexicon()["overnight"]["hours"]), overnight=True)


_Reader = Callable[[str, str, Word], Moment | None]
_READERS: dict[str, _Reader] = {
    "months": _month,
    "seasons": _season,
    "weekdays": _weekday,
    "weekday_abbreviations": _weekday_abbreviation,
    "parts": _part,
    "modifiers": _modifier,
    "relative_days": _relative,
    "other_days": _other_day,
    "periods": _period,
    "clock_words": _clock_word,
    "spoken_hours": _spoken_hour,
    "spans": _ahead,
    "ahead": _ahead,
    "overnight": _overnight,
    "directions": _counted,
}
