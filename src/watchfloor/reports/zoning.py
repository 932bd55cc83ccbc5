"""Zones by the form of lines: what is headline, byline, dateline, body, caption, teaser, furniture and credit.

A line is a caption because it describes a picture and credits one; teasers come in runs after "You may also like"; a short
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

_LONGEST_LINE_READ = 3_000  # a longer line is body: no furniture is that long
_HEADLINE_LONGEST = 220
_TEASER_SENTENCE = 320  # a run of teasers ends at a paragraph longer than any teaser


class Line(Struct, frozen=True):
    """A line with its offsets, white space around it left out."""

    start: int
    end: int
    words: str


def zone_text(text: str, *, headline: str | None = None, captions: tuple[str, ...] = ()) -> tuple[ZoneSpan, ...]:
    """The zones of a text, in order and without overlap. `headline` and `captions` are those that markup told."""
    lines = list(_lines(text))
    known = frozenset(caption.strip() for caption in captions)
    return tuple(_merged(_zoned(lines, headline, known)))


def _lines(text: str) -> Iterator[Line]:
    for match in re.finditer(r"[^\r\n]+", text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped)
            yield Line(start, start + len(stripped), stripped)


def _zoned(lines: list[Line], headline: str | None, captions: frozenset[str]) -> Iterator[ZoneSpan]:
    teasing = False
    seen_headline = False
    for number, line in enumerate(lines):
        zone = _zone_of(lines, number, headline, captions, seen_headline=seen_headline)
        if zone is Zone.TEASER:
            teasing = True
        elif teasing and not _resumes(line, zone):
            zone = Zone.TEASER
        else:
            teasing = False
        seen_headline = seen_headline or zone in (Zone.HEADLINE, Zone.BODY)
        yield from _spans(line, zone)


def _resumes(line: Line, zone: Zone) -> bool:
    """Whether a line ends a run of teasers: a credit, or a paragraph of several sentences that no ellipsis cuts."""
    if zone is Zone.CREDIT:
        return True
    return zone is Zone.BODY and len(line.words) > _TEASER_SENTENCE and not line.words.endswith(("…", "..."))


def _zone_of(
    lines: list[Line], number: int, headline: str | None, captions: frozenset[str], *, seen_headline: bool
) -> Zone:
    line = lines[number]
    if len(line.words) > _LONGEST_LINE_READ:
        return Zone.BODY
    if headline is not None and line.words == headline.strip():
        return Zone.HEADLINE if not seen_headline else Zone.FURNITURE
    if line.words in captions or _is_caption(line.words):
        return Zone.CAPTION
    if _is_teaser_head(line.words):
        return Zone.TEASER
    if _matches("bylines", line.words) and len(line.words) <= _lexicon()["bylines"]["max_length"]:
        return Zone.BYLINE
    if _matches("credits", line.words):
        return Zone.CREDIT
    if _is_furniture(line.words):
        return Zone.FURNITURE
    if not _is_prose(line.words):
        return _short_line(lines, number, headline, seen_headline=seen_headline)
    return Zone.BODY


def _short_line(lines: list[Line], number: int, headline: str | None, *, seen_headline: bool) -> Zone:
    """A line without a full stop: the headline at the top, a list entry behind a dash, else a section's heading."""
    line = lines[number]
    if line.words[:1] in "-•*–" and len(line.words) > 25:
        return Zone.BODY
    if not seen_headline and headline is None and (len(lines) > 1 or len(lines) == 1):
        return Zone.HEADLINE if len(line.words) <= _HEADLINE_LONGEST else Zone.BODY
    return Zone.FURNITURE


def _is_prose(line: str) -> bool:
    """Whether a line reads as sentences: it ends in a full stop, or is long."""
    if len(line) > _HEADLINE_LONGEST:
        return True
    end = line.rstrip("\"”’')] ")
    return (end.endswith((".", "!", "?", "…", ":")) and len(line.split()) > 3) or len(line.split()) > 28


def _spans(line: Line, zone: Zone) -> Iterator[ZoneSpan]:
    """The line's zone, with a dateline at the start of a paragraph cut off."""
    if zone is Zone.BODY:
        match = _dateline().match(line.words[:160])
        if match is not None and _is_dateline(match.group()):
            yield ZoneSpan(Zone.DATELINE, line.start, line.start + len(match.group().rstrip()))
            yield ZoneSpan(Zone.BODY, line.start + match.end(), line.end)
            return
    yield ZoneSpan(zone, line.start, line.end)


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


def _pictured(line: str) -> bool:
    """ "… test-launches a missile in this image released by KCNA on May 16.": the sentence says it is seen in a picture."""
    return len(line) < _CAPTION_LENGTH and any(pattern.search(line) for pattern in _compiled("captions", "pictured"))


_CAPTION_LENGTH = 420  # characters; a longer paragraph is the story's, though it speaks of a picture


def _is_caption(line: str) -> bool:
    if len(line) > 700:
        return False
    if _pictured(line):
        return True
    lower = line.lower()
    described = lower.startswith(_openings("captions", "describes"))
    if not described and not _may_credit(line):
        return False
    credited = any(pattern.search(line) for pattern in _compiled("captions", "credits"))
    return (credited and (described or (len(line) > 45 and not _is_story_end(line)))) or (
        described
        and (
            (len(line) < 400 and "file" in lower[:12]) or lower.startswith(("photo:", "image:", "caption:", "picture:"))
        )
    )


def _is_story_end(line: str) -> bool:
    """A paragraph that only ends in "(AP)" is the story's last one, not a caption: it speaks in the past tense of nobody pictured."""
    return (
        re.search(r"\b(?:said|told|added|reported|fired|launched|announced)\b", line) is not None
        and re.search(r"\((?:AP|AFP|Reuters|Yonhap|Kyodo|ANI|PTI)\)\s*$", line) is not None
    )


def _is_teaser_head(line: str) -> bool:
    folded = line.casefold().strip(" :»>…-|").replace("’", "'")
    heads = _lexicon()["teasers"]["heads"]
    return folded in heads or any(
        folded.startswith(head + " ") and len(folded) < len(head) + 30
        for head in ("more from", "more on", "related to", "more in")
    )


def _is_furniture(line: str) -> bool:
    folded = line.casefold().strip().replace("’", "'")
    lexicon = _lexicon()["furniture"]
    if folded.strip(" :|»") in lexicon["lines"]:
        return True
    if len(line) < 200 and folded.startswith(_openings("furniture", "starts")):
        return True
    return len(line) < 60 and any(pattern.search(folded) for pattern in _compiled("furniture", "patterns"))


# No credit of a picture without one of these; thirteen looks for a substring cost a tenth of one pattern with them all.
_CREDITING = (
    ")", "/", "|", "Photo", "photo", "Credit", "credit", "Getty", "Image", "image", "Picture", "picture",
)  # fmt: skip
_CREDITED = ("AP", "AFP", "uters")  # at the end of the line


def _may_credit(line: str) -> bool:
    for sign in _CREDITING:
        if sign in line:
            return True
    return line.endswith(_CREDITED)


@lru_cache(maxsize=4)
def _openings(section: str, key: str) -> tuple[str, ...]:
    return tuple(_lexicon()[section][key])


def _matches(section: str, line: str) -> bool:
    return len(line) < 400 and any(pattern.search(line) for pattern in _compiled(section, "patterns"))


def _lexicon() -> dict[str, Any]:
    return words("en/reports.toml")


@lru_cache(maxsize=8)
def _compiled(section: str, key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _lexicon()[section][key])


@lru_cache(maxsize=1)
def _dateline() -> re.Pattern[str]:
    return re.compile(_lexicon()["datelines"]["pattern"])
