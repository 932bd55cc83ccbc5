"""Lists of phrases as patterns over folded text, with a test that costs next to nothing where none of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from watchfloor.lexicons import words

_MANY = 8  # substrings; fewer are looked for one by one as fast as all at once
# An automaton takes 20 to 60 µs to build and spares 1 to 3 µs a call: one report asks most lists fewer times than that pays.
_ASKED_OFTEN = 32


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any phrase as whole words, longest first; a star stands for any ending: "splash*"."""
    return _any_of(tuple(phrases))


@cache
def _any_of(phrases: tuple[str, ...]) -> str:
    body = "|".join(
        re.escape(phrase.replace("-", " ")).replace(r"\*", r"\w*").replace(r"\ ", " ")
        for phrase in sorted(set(phrases), key=len, reverse=True)
    )
    return rf"(?<![^\W_])(?:{body})(?![^\W_])"


class Phrases:
    """A list of phrases: searched only where one of them is a substring, which most sentences settle at once.

    The pattern is compiled for the first text that may hold a phrase: one report has none for half of the lists.
    """

    __slots__ = ("_asked", "_automaton", "_behind", "_compiled", "_phrases", "_substrings")

    def __init__(self, phrases: Iterable[str], *, behind: str = "") -> None:
        self._phrases = tuple(sorted(set(phrases)))
        self._behind = behind
        self._substrings = tuple(dict.fromkeys(p.replace("-", " ").split("*")[0] for p in self._phrases))
        self._compiled: re.Pattern[str] | None = None
        self._automaton: AhoCorasick | None = None
        self._asked = 0

    @property
    def _pattern(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(any_of(self._phrases) + self._behind)
        return self._compiled

    def stands_in(self, text: str) -> bool:
        """Whether any phrase may stand in a text: False is certain, True is to be searched."""
        if self._automaton is not None:
            return bool(self._automaton.find_matches_as_indexes(text))
        self._asked += 1
        if self._asked == _ASKED_OFTEN and len(self._substrings) >= _MANY:
            self._automaton = AhoCorasick(self._substrings, implementation=Implementation.ContiguousNFA)
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
