"""Every phrase the grammar knows, as one token trie: phrase → roles, each with what it stands for.

A role is a word's job ("launch_past", "weapon_head", "country"); a phrase may hold several ("test": noun and verb).
Tokens are folded: case, hyphens, apostrophes and diacritics do not count, but a name must be capitalised in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct

from watchfloor.lexicons import Row, names, table, words

Roles = Mapping[str, Any]
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|n't\b|'s\b|'(?=\s|$)|[^\W\d_]+|\d+(?:[.,:]\d+)*|[^\w\s]|_")
_FOLDED_PUNCTUATION = str.maketrans({"’": "'", "‘": "'", "‐": " ", "‑": " ", "-": " ", "“": '"', "”": '"', "ʼ": "'"})


class Phrase(Struct, frozen=True):
    """A known phrase: its tokens after the first, its roles, and whether the text must capitalise it."""

    rest: tuple[str, ...]
    roles: dict[str, Any]
    capital: bool
    acronym: bool


class Token(Struct, frozen=True):
    """One word, figure or mark; `word` is folded, offsets are into the folded text (same length as the original)."""

    start: int
    end: int
    word: str


def fold(text: str) -> str:
    """Lower case without diacritics, hyphens as spaces; one character for each of `text`: `fold("Hwasŏng-8") == "hwasong 8"`."""
    lowered = text.translate(_FOLDED_PUNCTUATION)
    folded = lowered.lower() if lowered.isascii() else "".join(_fold_character(character) for character in lowered)
    return folded.replace("defence", "defense")  # one spelling for both, of one length


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0]
    lower = base.lower()
    return lower if len(lower) == 1 else character


def tokens(folded: str) -> list[Token]:
    """The tokens of folded text: `[t.word for t in tokens("kn 23s, u.s.")] == ["kn", "23", "s", ",", "us"]`."""
    return [
        Token(m.start(), m.end(), w.replace(".", "") if len(w := m.group()) > 2 and "." in w and w[0].isalpha() else w)
        for m in _TOKEN.finditer(folded)
    ]


class _Node:
    """A step of the trie: the phrases that go on from here, and the one that ends here."""

    __slots__ = ("after", "phrase")

    def __init__(self) -> None:
        self.after: dict[str, _Node] = {}
        self.phrase: Phrase | None = None


class Vocabulary:
    """The trie: `match(tokens, i, text)` gives the longest phrase that starts at token i, and how many tokens it takes.

    The phrases that begin with a word enter the trie when a text first has that word: a report has a few hundred words,
    and 10,000 phrases took 45 ms of every start.
    """

    def __init__(self, entries: Iterable[tuple[str, str, Any]]) -> None:
        self._starts: dict[str, _Node] = {}
        self._waiting: dict[str, list[tuple[str, str, Any]]] = {}  # by their first word
        for entry in entries:
            self._waiting.setdefault(_first_word(entry[0]), []).append(entry)

    def _start(self, word: str) -> _Node | None:
        """Where the phrases that begin with a word go on."""
        waiting = self._waiting.pop(word, None)
        if waiting is not None:
            node = self._starts[word] = _Node()
            for phrase, role, payload in waiting:
                self._add(node, phrase, role, payload)
        return self._starts.get(word)

    def _add(self, node: _Node, phrase: str, role: str, payload: Any) -> None:
        key = _key(phrase)
        for word in key[1:]:
            node = node.after.get(word) or node.after.setdefault(word, _Node())
        named = role in NAME_ROLES
        known = node.phrase
        if known is None:
            acronym = named and phrase.isupper() and len(phrase) <= 6 and phrase.isalpha()
            known = Phrase(key[1:], {}, named and phrase != phrase.lower(), acronym)
            node.phrase = known
        elif not named and known.capital:  # the same letters are an ordinary word too
            known = node.phrase = Phrase(known.rest, known.roles, False, False)
        if role == "bare_agency":
            known.roles.setdefault(role, []).append(payload)
        else:
            known.roles.setdefault(role, payload)

    def match(self, sequence: list[Token], at: int, text: str) -> tuple[Phrase, int] | None:
        """The longest phrase from a token on; a possessive 's inside it does not count: "Japan's defense ministry"."""
        word = sequence[at].word
        node = self._start(word) if word in self._waiting else self._starts.get(word)
        found: tuple[Phrase, int] | None = None
        position = at
        while node is not None:
            if node.phrase is not None and _cased(node.phrase, sequence[at], sequence[position], text):
                found = (node.phrase, position - at + 1)
            if not node.after:
                break
            position += 1
            if position < len(sequence) and sequence[position].word in _PASSED_OVER and "'s" not in node.after:
                position += 1
            node = node.after.get(sequence[position].word) if position < len(sequence) else None
        return found


# a possessive, or the end of a quotation: "Japan's defense ministry", "super-large" multiple rocket launcher
_PASSED_OVER = frozenset({"'s", "'", '"'})
_PLAIN = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*")


def _first_word(phrase: str) -> str:
    """The first token of `_key`, which most often needs no tokenizer; "" where there is none."""
    word = phrase.replace("-", " ").partition(" ")[0]
    if word.isascii() and word.isalpha():
        return word.lower().replace("defence", "defense")
    return next(iter(_key(phrase)), "")


def _key(phrase: str) -> tuple[str, ...]:
    """The folded tokens of a phrase; plain words need no tokenizer."""
    if _PLAIN.fullmatch(phrase):
        return tuple(phrase.lower().replace("defence", "defense").replace("-", " ").split())
    return tuple(token.word for token in tokens(fold(phrase)))


def _cased(phrase: Phrase, first: Token, last: Token, text: str) -> bool:
    if not phrase.capital:
        return True
    if first.word == "a" and phrase.rest and not text.startswith("A-", first.start):
        return False  # "A-120" is a rocket, "a 120 km detour" is not
    if phrase.acronym:
        printed = text[first.start : first.end]
        upper = printed.isupper() or (len(printed) > 2 and printed[:-1].isupper())  # "ATACMs"
        return upper or (len(printed) > _SPELT and printed[0].isupper())  # "Atacms", as British papers spell it
    return any(text[k].isupper() or text[k].isdigit() for k in (first.start, last.start))


_SPELT = 4  # letters; shorter acronyms are spelt like words: "Hat", "Nato"
NAME_ROLES = frozenset({"country", "demonym", "agency", "official", "outlet", "system", "capital", "contextual"})


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of English reports, built once from the lexicons."""
    return Vocabulary((phrase, role, payload) for phrase, role, payload in _entries() if phrase)


def _entries() -> Iterator[tuple[str, str, Any]]:
    yield from _grammar_entries()
    yield from _weapon_entries()
    yield from _launch_entries()
    yield from _flight_entries()
    yield from _cue_entries()
    yield from _country_entries()
    yield from _name_entries()


def _grammar_entries() -> Iterator[tuple[str, str, Any]]:
    for tag, phrases in words("en/grammar.toml")["tags"].items():
        for phrase in phrases:
            yield phrase, "closed", tag


def _weapon_entries() -> Iterator[tuple[str, str, Any]]:
    lexicon = words("en/weapons.toml")
    for phrase, features in lexicon["heads"].items():
        yield phrase, "weapon_head", tuple(features)
    for phrase, features in lexicon["modifiers"].items():
        yield phrase, "weapon_modifier", tuple(features)
    for flag, phrases in lexicon["flags"].items():
        for phrase in phrases:
            yield phrase, "np_" + flag, phrase


def _launch_entries() -> Iterator[tuple[str, str, Any]]:
    lexicon = words("en/launches.toml")
    for verb in lexicon["verb"]:
        base, third, past, participle, gerund = verb["forms"]
        for form, role in (
            (base, "launch_base"),
            (third, "launch_third"),
            (past, "launch_past"),
            (participle, "launch_past"),
            (gerund, "launch_gerund"),
        ):
            yield form, role, verb
    for form, role in (("past", "liftoff_past"), ("present", "liftoff_present"), ("gerund", "liftoff_gerund")):
        for phrase in lexicon["intransitive"][form]:
            yield phrase, role, phrase
    for phrase in lexicon["flight_failures"]["words"]:
        yield phrase, "flight_failure", phrase
    for role, phrases in (("attack_verb", lexicon["attack"]["verbs"]), ("impact", lexicon["attack"]["impact"])):
        for phrase in phrases:
            yield phrase, role, phrase
    for kind, phrases in lexicon["nouns"].items():
        role = kind if kind in ("light_verbs", "light_adverbs", "perceiving") else "launch_noun"
        for phrase in phrases:
            yield phrase, role, kind


def _flight_entries() -> Iterator[tuple[str, str, Any]]:
    for role, phrases in words("en/flight.toml")["verbs"].items():
        for phrase in phrases:
            yield phrase, "flight", role


def _cue_entries() -> Iterator[tuple[str, str, Any]]:
    lexicon = words("en/attribution.toml")
    for role in ("verbs", "continuing", "phrases", "relay_phrases"):
        for phrase in lexicon["cues"][role]:
            yield phrase, "cue_" + role, phrase
    for phrase in lexicon["source_nouns"]["group"]:
        yield phrase, "source_noun", phrase


def _country_entries() -> Iterator[tuple[str, str, Any]]:
    for row in table("world/countries.csv", required=("alpha3", "name", "source")):
        for phrase in names(row):
            yield phrase, "country", row["alpha3"]
        for column, role in (
            ("demonyms", "demonym"),
            ("capital", "capital"),
            ("contextual", "contextual"),
            ("possessives", "country"),
        ):
            for phrase in (row.get(column) or "").split(";"):
                yield phrase.strip(), role, row["alpha3"]
                if role == "demonym" and phrase.endswith(("n", "i")):
                    yield phrase.strip() + "s", role, row["alpha3"]  # "the Russians"


def _name_entries() -> Iterator[tuple[str, str, Row]]:
    for row in table("world/systems.csv"):
        for phrase in names(row):
            if not _ends_in_weapon_word(phrase):
                for spelling in spelled(phrase):
                    yield spelling, "system", row
                    yield plural(spelling), "system", row
    for row in table("world/agencies.csv"):
        for phrase in names(row):
            yield phrase, "agency", row
        for phrase in (row.get("bare") or "").split(";"):
            yield phrase.strip(), "bare_agency", row
    for row in table("world/officials.csv"):
        for phrase in names(row):
            yield phrase, "official", row
    for row in table("world/outlets.csv"):
        for phrase in names(row):
            yield phrase, "outlet", row


def _ends_in_weapon_word(phrase: str) -> bool:
    """ "Scud missile" is the system Scud and the word missile: the weapon phrase joins them itself."""
    return phrase.lower().rsplit(" ", 1)[-1].removesuffix("s") in ("missile", "rocket")


def spelled(name: str) -> tuple[str, ...]:
    """A system's name with its calibre in the spellings of the press: "600mm MLRS", "600-millimeter MLRS"."""
    if "mm " not in name:
        return (name,)
    return name, name.replace("mm ", " millimeter ", 1), name.replace("mm ", " millimetre ", 1)


def plural(name: str) -> str:
    """A system's name as a plural, where it is a word: `plural("Scud") == "Scuds"`; empty for "KN-23"."""
    lettered = name[-2:].islower() or name[-2:-1] == "-"  # "Iskander-Ms"
    return name + "s" if name[-1:].isalpha() and name[-1:] != "s" and lettered else ""
