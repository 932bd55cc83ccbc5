"""Names as they are matched: folded to bare letters, with the characters they came from.

A romanised name has many printed forms ("P'yŏngan", "Pyongan", "PYONGAN"). Folding drops diacritics, apostrophes and
case; hyphens only separate words, so "Bab-el-Mandeb" and "Bab el Mandeb" are one key.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTER = "[^\\W\\d_]"
APOSTROPHES = "'’‘ʼʻʹ`´ʾʿ"
WORD = re.compile(rf"{LETTER}(?:[^\W_]|[\u0300-\u036f]|[{APOSTROPHES}](?={LETTER}))*")
# A word inside a name, which may be a number: "Launch Complex 39A", "SLC-40".
NUMBERED = re.compile(rf"{WORD.pattern}|\d{{1,3}}[A-Z]?(?!\w)")
# A word with a capital first; the letters above Latin-1 are not told apart by case, their lower-case starts are rare.
HEAD = re.compile(
    rf"(?<![\w])[A-Z\u00c0-\u00de\u0100-\u024f\u1e00-\u1eff](?:[^\W_]|[\u0300-\u036f]|[{APOSTROPHES}](?={LETTER}))*"
)
# What may stand between two words of one name: "Bab-el Mandeb", "Mt. Kumgang", "U.S.", a wrapped line.
JOINT = re.compile(r"[-‐‑]|\.?[ \u00a0]?\n?")
OPENERS = '(“”"‘[–—'
_SEPARATE = str.maketrans("-.,/()&", "       ", "'`")
_DROP = str.maketrans("", "", APOSTROPHES)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """One word in matching form: `fold("P'yŏngan") == "pyongan"`."""
    word = word.translate(_DROP)
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word).casefold()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def key_of(name: str) -> str:
    """A whole name in matching form: `key_of("Bab el-Mandeb") == "bab el mandeb"`."""
    if name.isascii():
        return name.lower() if name.isalpha() else " ".join(name.lower().translate(_SEPARATE).split())
    return " ".join(map(fold, WORD.findall(name)))


def bare_end(text: str, start: int, end: int) -> int:
    """Where a word ends without its possessive: `bare_end("Japan's", 0, 7) == 5`."""
    return end - 2 if end - start > 3 and text[end - 1] in "sS" and text[end - 2] in APOSTROPHES else end


def word_before(text: str, position: int) -> str:
    """The word that ends before a position, "" where there is none: how a name is introduced."""
    head = text[max(0, position - 24) : position]
    if not head or not head[-1].isspace():
        return ""
    before = head.rsplit(None, 1)
    return before[-1].lstrip(OPENERS).rsplit("—", 1)[-1] if before else ""


def word_after(text: str, position: int) -> str:
    """The word that follows a position after one space, "" where there is none."""
    if text[position : position + 1] not in (" ", "\u00a0"):
        return ""
    word = WORD.match(text, position + 1)
    return word.group() if word else ""
