"""Zones by the form of lines: what is headline, byline, dateline, body, caption, teaser, furniture and credit.

A line is a caption because it describes a picture or credits one; teasers come in runs after "You may also like"; a short
line without a full stop at the top is the headline, further down a section heading, which tells nothing of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

from watchfloor.lexicons import words
from watchfloor.records import Zone, ZoneSpan
from watchfloor.reports.captions import is_caption, is_picture_credit, shows_a_moment
from watchfloor.reports.teasers import TeaserRun, opens_teasers

_LONGEST_LINE_READ = 3_000  # a longer line is body: no furniture is that long
_HEADLINE_LONGEST = 220
_HEADLINE_WORDS = (
    4  # a shorter line above the story is the headline only where no longer one is: "World", "Korea Daily"
)
_PARAGRAPH = 60  # characters; a shorter sentence begins no story
_AGENCIES = re.compile(
    r"(?:[A-Z]{2,6}|Reuters|Xinhua|Yonhap|Kyodo)(?:/(?:[A-Z]{2,6}|Reuters|Xinhua|Yonhap|Kyodo))+"
)  # "UNB/AP"
_MARKS = "•*–— "  # before a caption of a gallery


class Line(Struct, frozen=True):
    """A line with its offsets, white space around it left out."""

    start: int
    end: int
    words: str


def zone_text(text: str, *, headline: str | None = None, captions: tuple[str, ...] = ()) -> tuple[ZoneSpan, ...]:
    """The zones of a text, in order and without overlap. `headline` and `captions` are those that markup told."""
    lines = list(_lines(text))
    known = frozenset(caption.strip() for caption in captions)
    zoned = list(_zoned(lines, headline, known))
    if all(zone is not Zone.BODY for _, zone in zoned):
        zoned = [(line, _as_story(line, zone)) for line, zone in zoned]
    return tuple(_merged(span for line, zone in zoned for span in _spans(line, zone)))


def _as_story(line: Line, zone: Zone) -> Zone:
    """A page has a story: what was taken for a caption or teaser is it where there is no other."""
    return Zone.BODY if zone in (Zone.CAPTION, Zone.TEASER) and _is_prose(line.words) else zone


def _lines(text: str) -> Iterator[Line]:
    for match in re.finditer(r"[^\r\n]+", text):
        start, end = match.span()
        for cut in (*_cuts(match.group()), end - start):
            piece = text[start : match.start() + cut]
            stripped = piece.strip()
            if stripped:
                begin = start + piece.index(stripped)
                yield Line(begin, begin + len(stripped), stripped)
            start = match.start() + cut


def _cuts(line: str) -> list[int]:
    """Where a line falls into several: behind a stamp or an editor's note, before a dateline that the headline ran into."""
    found: list[int] = []
    for pattern in _compiled("lines", "heads"):
        if (match := pattern.match(line, found[-1] if found else 0)) is not None:
            found.append(match.end())
    inner = _compiled("lines", "datelines")[0].search(line, found[-1] if found else 0)
    if inner is not None and inner.start() > (found[-1] if found else 0):
        found.append(inner.start())
    return found


def _zoned(lines: list[Line], headline: str | None, captions: frozenset[str]) -> Iterator[tuple[Line, Zone]]:
    run = TeaserRun()
    top = _Top(lines, headline)
    for number, line in enumerate(lines):
        zone = _zone_of(lines, number, top, captions)
        following = lines[number + 1].words if number + 1 < len(lines) else ""
        zone = run.zone(
            line.words, zone, prose=_is_prose(line.words), prose_follows=_is_prose(following), told=top.told > 1
        )
        top.learn(line.words, zone)
        yield line, zone


class _Top:
    """What stands above the story: the headline that markup tells, else the lines that may be one, down to the first paragraph."""

    def __init__(self, lines: list[Line], headline: str | None) -> None:
        self.headline = headline.strip() if headline is not None else None
        self.told = 0  # paragraphs of the story so far
        self.seen = False
        self._longer = any(_may_head(line.words) for line in _above(lines))

    def learn(self, line: str, zone: Zone) -> None:
        """Count a paragraph; "Get all your news in one place." above the headline is none."""
        paragraph = zone is Zone.BODY and len(line) >= _PARAGRAPH
        self.told += paragraph
        self.seen = self.seen or paragraph or zone is Zone.HEADLINE

    def heads(self, line: str) -> bool:
        """Whether a short line is a headline: the first, or one that goes on about it ("Two fall in the sea, army says")."""
        if self.headline is not None or self.told or len(line) > _HEADLINE_LONGEST:
            return False
        return _may_head(line) or not (self.seen or self._longer or _is_no_headline(line))


def _above(lines: list[Line]) -> Iterator[Line]:
    """The lines above the first paragraph that are no furniture."""
    for line in lines:
        if _is_prose(line.words) and not is_caption(line.words):
            if len(line.words) >= _PARAGRAPH:
                return
            continue
        if not (is_caption(line.words) or _is_furniture(line.words) or _is_byline(line.words)):
            yield line


def _may_head(line: str) -> bool:
    """Whether a short line says something: four words or more, no date, and no path of a menu."""
    many = sum(word[0].isalnum() for word in line.split())
    return many >= _HEADLINE_WORDS and not _is_no_headline(line)


def _is_no_headline(line: str) -> bool:
    return any(pattern.search(line) for pattern in _compiled("lines", "no_headlines"))


def _zone_of(lines: list[Line], number: int, top: _Top, captions: frozenset[str]) -> Zone:
    line = lines[number].words
    if len(line) > _LONGEST_LINE_READ:
        return Zone.BODY
    if _AGENCIES.fullmatch(line) is not None:
        return Zone.CREDIT
    if top.headline is not None and line == top.headline:
        return Zone.HEADLINE if not top.seen else Zone.FURNITURE
    if (
        line in captions
        or is_caption(line)
        or (line[:1] in _MARKS and is_caption(line.lstrip(_MARKS)))
        or _is_credited_below(lines, number, top)
    ):
        return Zone.CAPTION
    if opens_teasers(line):
        return Zone.TEASER
    if _is_byline(line):
        return Zone.BYLINE
    if _matches("credits", line):
        return Zone.CREDIT
    if _is_furniture(line) or (top.seen and _is_link(line)):
        return Zone.FURNITURE
    if _is_prose(line) or _is_dateline_alone(line):
        return Zone.BODY
    return _short_line(line, top)


def _is_credited_below(lines: list[Line], number: int, top: _Top) -> bool:
    """Whether a line tells what the picture shows that the next line credits."""
    if number + 1 >= len(lines) or not is_picture_credit(lines[number + 1].words):
        return False
    return (top.seen or number > 0) and shows_a_moment(lines[number].words)


def _short_line(line: str, top: _Top) -> Zone:
    """A line without a full stop: a headline at the top, a list entry behind a dash, else a section's heading."""
    if line[:1] in "-•*–" and len(line) > 25:
        return Zone.BODY
    return Zone.HEADLINE if top.heads(line) else Zone.FURNITURE


def _is_prose(line: str) -> bool:
    """Whether a line reads as sentences: it ends in a full stop, holds one, is long, or tells in the past as no heading does."""
    if len(line) > _HEADLINE_LONGEST:
        return True
    end = line.rstrip("\"”’')] ")
    many = len(line.split())
    if (end.endswith((".", "!", "?", "…", ":")) and many > 3) or many > 28:
        return True
    return many >= 8 and any(pattern.search(line) for pattern in _compiled("lines", "prose"))


def _is_dateline_alone(line: str) -> bool:
    """ "KYIV, Dec 14 (Reuters) -": the story begins on the next line."""
    return len(line) < 80 and line.endswith(("—", "–", "--", "-")) and _dateline().match(line + " A") is not None


def _spans(line: Line, zone: Zone) -> Iterator[ZoneSpan]:
    """The line's zone, with a dateline at the start of a paragraph cut off, and an outlet's name at a headline's end."""
    if zone is Zone.BODY:
        match = _dateline().match(line.words[:160] + (" A" if _is_dateline_alone(line.words) else ""))
        if match is not None and _is_dateline(match.group()):
            yield ZoneSpan(Zone.DATELINE, line.start, line.start + min(len(match.group().rstrip()), len(line.words)))
            yield ZoneSpan(Zone.BODY, min(line.start + match.end(), line.end), line.end)
            return
    if zone is Zone.HEADLINE and (named := _OUTLET_END.search(line.words)) is not None:
        yield ZoneSpan(Zone.HEADLINE, line.start, line.start + named.start())
        yield ZoneSpan(Zone.FURNITURE, line.start + named.start() + 1, line.end)
        return
    yield ZoneSpan(zone, line.start, line.end)


_OUTLET_END = re.compile(r"\s\|\s(?:[A-Z][\w.&'’-]*|[a-z]{2,3})(?: [\w.&'’-]+){0,5}$")  # "… | The Harbour Courier"


def _is_dateline(words_: str) -> bool:
    """A place in capitals, or one with a date or an agency behind it: a clause before a dash is none."""
    place = re.split(r"[,(—–:-]", words_)[0].strip()
    return (
        (place.isupper() and len(place) > 2)
        or bool(re.search(r"\([A-Za-z]|\d", words_))
        or (words_.rstrip().endswith(":") and len(place.split()) <= 2)
    )


def _merged(spans: Iterator[ZoneSpan]) -> Iterator[ZoneSpan]:
    """Neighbouring lines of one zone stay apart (a line is a paragraph); only order and bounds are kept."""
    position = 0
    for span in spans:
        if span.end > span.start >= position:
            position = span.end
            yield span


def _is_byline(line: str) -> bool:
    return len(line) <= _lexicon()["bylines"]["max_length"] and _matches("bylines", line)


def _is_furniture(line: str) -> bool:
    folded = line.casefold().strip().replace("’", "'")
    lexicon = _lexicon()["furniture"]
    if folded.strip(" :|»•") in lexicon["lines"]:
        return True
    if len(line) < 200 and folded.startswith(_openings("furniture", "starts")):
        return True
    return len(line) < 60 and any(pattern.search(folded) for pattern in _compiled("furniture", "patterns"))


def _is_link(line: str) -> bool:
    """Whether a line within the story only leads to another one: "READ | …", "Watch: …". At the top it would be the headline."""
    return len(line) < 200 and any(pattern.search(line) for pattern in _compiled("furniture", "links"))


@lru_cache(maxsize=4)
def _openings(section: str, key: str) -> tuple[str, ...]:
    return tuple(_lexicon()[section][key])


def _matches(section: str, line: str) -> bool:
    return len(line) < 400 and any(pattern.search(line) for pattern in _compiled(section, "patterns"))


def _lexicon() -> dict[str, Any]:
    return words("en/reports.toml")


@lru_cache(maxsize=16)
def _compiled(section: str, key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _lexicon()[section][key])


@lru_cache(maxsize=1)
def _dateline() -> re.Pattern[str]:
    return re.compile(_lexicon()["datelines"]["pattern"])
