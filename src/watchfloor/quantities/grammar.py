"""What the readers of measures and counts share: figures, bounds and groups, found in one pass over a text.

One multi-pattern search finds every number word and bound at once; digits are found by one small expression. The
grammars then run at those places only, so a sentence without a figure costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from watchfloor.lexicons import words
from watchfloor.records import Bound

_AND_A_HALF = " and a half"
_AFTER = frozenset("oagbu-+")  # how a bound behind a figure may begin; the cheap test before the pattern
_ASCII_SPACES = "\n\t\r"
_SPACES = "\n\t\r\u00a0\u202f\u2009"
# opens with a digit class and looks back from there: the search then skips to digits, not trying every position
_DIGITS = re.compile(
    r"[0-9](?<![\w.,:/$€£¥₩][0-9])(?:(?<![a-z][-‑][0-9])|(?<=mach[-‑][0-9])|(?<=[0-9]km[-‑][0-9]))(?:[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{0,2}(?: [0-9]{3})+(?![0-9])(?=[ -]?(?:km|kilom|mi|nauti|met|m\b|f[et]))"
    r"|[0-9]*(?:\.[0-9]+)?)(?![0-9:]|[.,][0-9])"
)


class Figure(Struct, frozen=True):
    """A number as printed: offsets and value; `seconds` where the phrase is a whole duration ("half an hour")."""

    start: int
    end: int
    value: float
    seconds: bool = False


class Bounding(Struct, frozen=True):
    """Words that hold the figure behind them, and where they start: `Bounding(5, "over")` of "more than 20"."""

    start: int
    bound: Bound


class Group(Struct, frozen=True):
    """Words that count by themselves: "a salvo of" is (2, None)."""

    start: int
    end: int
    low: float
    high: float | None


class Scan(Struct, frozen=True):
    """What one pass over a text found; `bounds` are keyed by where their words end."""

    folded: str
    figures: tuple[Figure, ...]
    bounds: dict[int, Bounding]
    groups: tuple[Group, ...]


def lexicon() -> dict[str, Any]:
    return words("en/quantities.toml")


def one_of(phrases: Iterable[str]) -> str:
    """A pattern of literal phrases, longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def fold(text: str) -> str:
    """Lower case, white space as plain spaces, not one offset shifted: `fold("Some 5 KM") == "some 5 km"`."""
    folded = text.lower()
    if len(folded) != len(text):  # İ alone grows in lower case
        folded = text.replace("\u0130", "i").lower()
    for space in _ASCII_SPACES if folded.isascii() else _SPACES:
        if space in folded:
            folded = folded.replace(space, " ")
    return folded


@lru_cache(maxsize=4)
def scan(text: str) -> Scan:
    """The figures, bounds and groups of a text; kept for the last few, as measures and counts ask in turn."""
    folded = fold(text)
    bounds: dict[int, Bounding] = {}
    groups: list[Group] = []
    figures = [Figure(match.start(), match.end(), _digits_value(match.group())) for match in _DIGITS.finditer(folded)]
    done = 0
    for start, end, number in _whole_matches(folded):
        if start < done:
            continue
        done = end
        kind, value = _patterns()[number]
        if kind == "bound":
            bounds[end] = Bounding(start, value)
        elif kind == "group":
            groups.append(Group(start, end, float(value[0]), float(value[1]) or None))
        elif kind == "whole":
            figures.append(Figure(start, end, float(value), seconds=True))
        elif kind == "number" and (spelt := _spelt(folded, start)) is not None:
            figures.append(spelt)
            done = spelt.end
    if len(figures) > 1:
        figures.sort(key=lambda figure: figure.start)
    return Scan(folded, tuple(_scaled(folded, figures)), bounds, tuple(groups))


def _whole_matches(folded: str) -> list[tuple[int, int, int]]:
    """The phrases that stand as words of their own: start, end and number, the longest first of those that share a start."""
    found = _automaton().find_matches_as_indexes(folded, overlapping=True)
    whole = [(start, -end, number) for number, start, end in found if _is_whole(folded, start, end)]
    return [(start, -end, number) for start, end, number in sorted(whole)]


def _is_whole(folded: str, start: int, end: int) -> bool:
    """Whether a match stands as words of its own: no letter or digit right before or behind it."""
    if folded[start].isalnum() and start > 0 and (folded[start - 1].isalnum() or folded[start - 1] == "_"):
        return False
    return not (folded[end - 1].isalnum() and end < len(folded) and folded[end].isalnum())


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, Any], ...]:
    return tuple(meaning for _, meaning in _vocabulary())


def _vocabulary() -> Iterator[tuple[str, tuple[str, Any]]]:
    """Every phrase of the scan with its meaning; the first meaning of a phrase counts."""
    known = lexicon()
    seen: set[str] = set()
    for phrase, meaning in (
        *((phrase, ("idle", None)) for phrase in known["counting"]["idle"]),
        *((phrase, ("whole", seconds)) for phrase, seconds in known["whole_durations"].items()),
        *((phrase, ("group", tuple(span))) for phrase, span in known["groups"].items()),
        *((phrase, ("bound", bound)) for bound, phrases in known["bounds"].items() for phrase in phrases),
        *((phrase, ("number", None)) for phrase in known["cardinals"]),
        *((f"a {scale}", ("number", None)) for scale in known["scales"]),
    ):
        if phrase not in seen:
            seen.add(phrase)
            yield phrase, meaning


@lru_cache(maxsize=1)
def _automaton() -> AhoCorasick:
    return AhoCorasick([phrase for phrase, _ in _vocabulary()])


@lru_cache(maxsize=1)
def _spelt_pattern() -> re.Pattern[str]:
    """Spelt numbers: "two", "twenty-five", "seven hundred and fifty", "three dozen", "a hundred"."""
    cardinal, scale = one_of(lexicon()["cardinals"]), one_of(lexicon()["scales"])
    tens = one_of([word for word, value in lexicon()["cardinals"].items() if value >= 20])
    units = one_of([word for word, value in lexicon()["cardinals"].items() if value < 10])
    small = rf"(?:(?:{tens})[- ](?:{units})\b|(?:{cardinal})\b)"
    rest = rf"(?:(?: and)?[- ]{small}(?![- ](?:{scale})\b))?"
    return re.compile(rf"(?:{small}|a)[- ](?:{scale})\b(?:[- ](?:{scale})\b)?{rest}|{small}")


def _spelt(folded: str, start: int) -> Figure | None:
    match = _spelt_pattern().match(folded, start)
    if match is None:
        return None
    total = current = 0.0
    for word in re.findall("[a-z]+", match.group()):
        if word in lexicon()["cardinals"]:
            current += lexicon()["cardinals"][word]
        elif word in lexicon()["scales"]:
            total = max(total + current, 1.0) * lexicon()["scales"][word]
            current = 0.0
    return Figure(start, match.end(), total + current)


def _digits_value(printed: str) -> float:
    return float(printed.replace(",", "").replace(" ", ""))


@lru_cache(maxsize=1)
def _scale_after() -> re.Pattern[str]:
    return re.compile(rf"[ -](?P<scale>{one_of(lexicon()['scales'])})\b|[ -]?(?:million|billion|trillion|mln|bn)\b")


def _scaled(folded: str, figures: list[Figure]) -> Iterator[Figure]:
    """Figures in order, "2 dozen" as 24; millions are no figures here, nor is one that lies within another."""
    done = -1
    for figure in figures:
        if figure.start < done:
            continue
        if folded.startswith(_AND_A_HALF, figure.end):
            figure = Figure(figure.start, figure.end + len(_AND_A_HALF), figure.value + 0.5, figure.seconds)
        done = figure.end
        match = _scale_after().match(folded, figure.end)
        if match is None:
            yield figure
        elif match["scale"] is not None:
            done = match.end()
            yield Figure(figure.start, match.end(), figure.value * float(lexicon()["scales"][match["scale"]]))


def bounds_before(found: Scan, position: int) -> tuple[int, Bound]:
    """Where the bounds right before a figure start, and the one that rules: "at least about 20" is at least."""
    start, ruling = position, None
    while True:
        end = _before(found.folded, start)
        bounding = found.bounds.get(end)
        if bounding is None:
            return start, ruling or "exact"
        start = bounding.start
        if ruling is None or ruling in ("about", "exact"):
            ruling = bounding.bound if bounding.bound != "exact" or ruling is None else ruling


def word_end(folded: str, position: int) -> int:
    """Where the word before a position ends, over spaces."""
    while position > 0 and folded[position - 1] == " ":
        position -= 1
    return position


def _before(folded: str, position: int) -> int:
    """The end of the word before a position, over spaces and an article ("about a 700-km flight")."""
    end = word_end(folded, position)
    article = " an" if folded.endswith(" an", 0, end) else " a"
    return end - len(article) if folded.endswith(article, 0, end) else end


@lru_cache(maxsize=1)
def _after_pattern() -> re.Pattern[str]:
    groups = (f"(?P<{bound}>{one_of(phrases)})" for bound, phrases in lexicon()["bounds_after"].items())
    return re.compile(rf" ?(?:{'|'.join(groups)})(?![a-z])")


def bound_after(folded: str, position: int) -> tuple[int, Bound | None]:
    """Where the bound right behind a figure ends, and which it is: "600 km or more" is at least 600."""
    match = _after_pattern().match(folded, position) if folded[position : position + 2].strip()[:1] in _AFTER else None
    if match is None:
        return position, None
    bound: Bound = "about" if match["about"] else "at_least" if match["at_least"] else "at_most"
    return match.end(), bound


def interval(value: float, bound: Bound) -> tuple[float | None, float | None]:
    """Low and high of a bounded figure: over and at least leave the top open, at most the bottom."""
    if bound in ("over", "at_least"):
        return value, None
    return (None, value) if bound == "at_most" else (value, value)
