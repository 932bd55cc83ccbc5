"""Captions by their form: a line that shows what a picture shows, and a line that only says whose picture it is."""

from __future__ import annotations

import re
from functools import lru_cache

from watchfloor.lexicons import words

_LONGEST = 700
_PICTURED_LONGEST = 420  # characters; a longer paragraph is the story's, though it speaks of a picture
_CREDIT_LONGEST = 90


def is_caption(line: str) -> bool:
    """Whether a line describes a picture: it says so itself, or it credits one."""
    if len(line) > _LONGEST:
        return False
    if is_picture_credit(line) or _shows(line):
        return True
    described = line.lower().startswith(_openings())
    if not described and not _may_credit(line):
        return False
    credited = any(pattern.search(line) for pattern in _compiled("credits"))
    if credited and (described or (len(line) > 45 and not _is_story_end(line))):
        return True
    return described and _is_labelled(line)


def is_picture_credit(line: str) -> bool:
    """Whether a line only says whose picture stands above it: "Photo : YONHAP News", "KCNA via Reuters", "[Photo/Agencies]"."""
    return len(line) <= _CREDIT_LONGEST and any(pattern.search(line) for pattern in _compiled("credit_lines"))


def shows_a_moment(line: str) -> bool:
    """Whether a line tells what somebody is doing, in the present: what may stand above a picture's credit."""
    return len(line) < _PICTURED_LONGEST and any(pattern.search(line) for pattern in _compiled("moments"))


def _shows(line: str) -> bool:
    """ "… test-launches a missile in this image released by KCNA on May 16.", "People watch a TV screen …": seen in a picture."""
    if len(line) >= _LONGEST:
        return False
    if any(pattern.search(line) for pattern in _compiled("shown")):
        return True
    return len(line) < _PICTURED_LONGEST and any(pattern.search(line) for pattern in _compiled("pictured"))


def _is_labelled(line: str) -> bool:
    """Whether a line calls itself a picture: "File photo: …", "Image: …"."""
    lower = line.lower()
    return (len(line) < 400 and "file" in lower[:12]) or lower.startswith(("photo:", "image:", "caption:", "picture:"))


def _is_story_end(line: str) -> bool:
    """A paragraph that only ends in "(AP)" is the story's, not a caption: it speaks in the past tense of nobody pictured."""
    return _AGENCY_END.search(line) is not None and _PAST.search(line) is not None


_PAST = re.compile(
    r"\b(?:said|told|added|reported|fired|launched|announced|tested|conducted|confirmed|was|were|had|did|all hit)\b"
)
_AGENCY_END = re.compile(
    r"(?:\((?:AP|AFP|Reuters|REUTERS|Yonhap|Kyodo|ANI|PTI|IANS|KCNA|Xinhua|TASS|UPI|DPA)\)|[–—-] ?\w+)\s*$"
)

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


@lru_cache(maxsize=1)
def _openings() -> tuple[str, ...]:
    return tuple(words("en/reports.toml")["captions"]["describes"])


@lru_cache(maxsize=8)
def _compiled(key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in words("en/reports.toml")["captions"][key])
