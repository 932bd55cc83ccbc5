"""Lists of phrases as patterns over folded text, with a test that costs next to nothing where none of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from watchfloor.lexicons import words


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any phrase as whole words, longest first; a star stands for any ending: "splash*"."""
    body = "|".join(
        re.escape(phrase.replace("-", " ")).replace(r"\*", r"\w*").replace(r"\ ", " ")
        for phrase in sorted(set(phrases), key=len, reverse=True)
    )
    return rf"(?<![^\W_])(?:{body})(?![^\W_])"


class Phrases:
    """A compiled list: searched only where one of its phrases is a substring, which most sentences settle at once."""

    __slots__ = ("_pattern", "_substrings")

    def __init__(self, phrases: Iterable[str], *, behind: str = "") -> None:
        known = sorted(set(phrases))
        self._substrings = tuple(dict.fromkeys(phrase.replace("-", " ").split("*")[0] for phrase in known))
        self._pattern = re.compile(any_of(known) + behind)

    def stands_in(self, text: str) -> bool:
        """Whether any phrase may stand in a text: False is certain, True is to be searched."""
        for substring in self._substrings:  # noqa: SIM110  (a loop is half the cost of any() over a generator)
            if substring in text:
                return True
        return False

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        if not self.stands_in(text):
            return None
        return self._pattern.search(text, start) if end is None else self._pattern.search(text, start, end)

    def match(self, text: str) -> re.Match[str] | None:
        return self._pattern.match(text) if self.stands_in(text) else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        if not self.stands_in(text):
            return iter(())
        return self._pattern.finditer(text, start) if end is None else self._pattern.finditer(text, start, end)


@cache
def lexicon_phrases(path: str, *keys: str, behind: str = "") -> Phrases:
    """The phrases of a TOML list: `lexicon_phrases("en/outcomes.toml", "failure", "words")`."""
    node = words(path)
    for key in keys:
        node = node[key]
    return Phrases(node, behind=behind)
