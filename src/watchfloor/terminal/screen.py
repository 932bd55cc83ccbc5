"""What a stream can show: its width, its colours, and the signs it can print. Page text never reaches it uncleaned."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TextIO

from msgspec import Struct

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 100  # beyond this the eye loses the row between a value and its speaker
NARROWEST = 40

# Bidirectional overrides and isolates reorder what stands after them; zero-width signs hide letters.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Glyphs(Struct, frozen=True, kw_only=True):
    """The signs of a record: typographic ones for a terminal that has them, ASCII for a pipe."""

    dot: str
    dash: str
    opening: str
    closing: str
    ellipsis: str
    rule: str
    consistent: str
    inconsistent: str
    undecided: str
    conflict: str


TYPOGRAPHIC = Glyphs(
    dot="·", dash="–", opening="“", closing="”", ellipsis="…", rule="━",
    consistent="✓", inconsistent="✗", undecided="?", conflict="!",
)  # fmt: skip
ASCII = Glyphs(
    dot="|", dash="-", opening='"', closing='"', ellipsis="...", rule="=",
    consistent="ok", inconsistent="x", undecided="?", conflict="!",
)  # fmt: skip


def glyphs_for(console: Console) -> Glyphs:
    """Typographic signs on a terminal that speaks UTF, ASCII ones where the output is piped or the terminal is old."""
    return TYPOGRAPHIC if console.is_terminal and not console.options.ascii_only else ASCII


def open_screen(stream: TextIO) -> Console:
    """A console on `stream`, at most 100 columns wide; colourless and 80 wide when piped, and with NO_COLOR set."""
    from rich.console import Console

    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    console.width = max(NARROWEST, min(console.width, WIDEST))
    return console


def clean(text: str) -> str:
    """Text from a page made harmless: one line, no control characters: `clean("a\\x1b[31m\\nb") == "a [31m b"`."""
    shown = (" " if unicodedata.category(sign) == "Cc" else sign for sign in _INVISIBLE.sub("", text))
    return " ".join("".join(shown).split())
