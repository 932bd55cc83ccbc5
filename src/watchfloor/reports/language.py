"""The language of a report: as declared, else as its words tell; only languages with a lexicon folder are read."""

from __future__ import annotations

import re
from functools import lru_cache

from watchfloor.errors import UnsupportedLanguage
from watchfloor.lexicons import words
from watchfloor.records import Page

SUPPORTED = frozenset({"en"})
_ENGLISH = frozenset({"en", "eng", "english"})
_SAMPLE = 4_000  # characters looked at; more tells no more
_ENOUGH_STOPWORDS = 0.12  # share of stop words: English news has 0.3, other languages under 0.05


def language_of(text: str, *, declared: str | None, page: Page) -> str:
    """The report's language code. Raises UnsupportedLanguage where no lexicon folder covers it."""
    code = _code(declared) if declared else _detected(text)
    if code not in SUPPORTED:
        raise UnsupportedLanguage(
            f"the report is in {code!r}, and only English ('en') is read; give --language en if that is wrong",
            source=page.source,
            id=page.id,
        )
    return code


def _code(declared: str) -> str:
    base = re.split(r"[-_]", declared.strip().lower())[0]
    return "en" if base in _ENGLISH else base


def _detected(text: str) -> str:
    sample = text[:_SAMPLE]
    if _stopword_share(sample) >= _ENOUGH_STOPWORDS or (len(sample) < 200 and sample.isascii()):
        return "en"
    from resiliparse.parse.lang import detect_fast

    code, distance = detect_fast(sample)
    return "en" if code == "unknown" or (distance > 1200 and sample.isascii()) else str(code)


def _stopword_share(sample: str) -> float:
    found = re.findall(r"[^\W\d_]+", sample.lower())
    return sum(word in _stopwords() for word in found) / len(found) if found else 0.0


@lru_cache(maxsize=1)
def _stopwords() -> frozenset[str]:
    return frozenset(words("en/reports.toml")["stopwords"]["words"])
