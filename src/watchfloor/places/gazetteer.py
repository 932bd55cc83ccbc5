"""The gazetteer: every known place name, found in a text by whole folded words, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from watchfloor.lexicons import Row, names, table, words
from watchfloor.places.names import HEAD, JOINT, WORD, bare_end, fold, key_of, word_after, word_before


class Entry(Struct, frozen=True):
    """A gazetteer row. `coast` is the side of its country it lies on; `countries` the shores of a sea."""

    name: str
    country: str | None
    kind: str
    lat: float
    lon: float
    radius_km: float
    parent: str | None = None
    coast: str | None = None
    ambiguous: bool = False
    countries: tuple[str, ...] = ()


class Name(Struct, frozen=True):
    """A toponym as printed and the places it may mean. `end` includes no possessive."""

    start: int
    end: int
    candidates: tuple[Entry, ...]


class NameIndex:
    """Folded names to entries, and every beginning of one: where to read on."""

    def __init__(self, entries: tuple[tuple[Entry, tuple[str, ...]], ...]) -> None:
        self.entries: dict[str, tuple[Entry, ...]] = {}
        self.beginnings: set[str] = set()  # every proper prefix, in words, of a longer name
        self.first_words: set[str] = set()
        self.capitals_only: set[str] = set()
        for entry, printed in entries:
            for name in printed:
                self._add(entry, name)

    def _add(self, entry: Entry, name: str) -> None:
        key = key_of(name)
        held = self.entries.get(key)
        if held is not None and entry in held:
            return
        self.entries[key] = (entry,) if held is None else (*held, entry)
        at = key.find(" ")
        self.first_words.add(key if at < 0 else key[:at])
        while at > 0:
            self.beginnings.add(key[:at])
            at = key.find(" ", at + 1)
        if len(name) < 8 and name.isupper() and len(name.replace(".", "")) <= 4:
            self.capitals_only.add(key)
        if "-" in name and name[0] != "-":  # "Tongchang-ri" is also printed "Tongchangri"
            self._add(entry, name.replace("-", ""))

    def names_in(self, country: str) -> list[str]:
        """The folded one-word names of a country, of six letters or more: what a misprint is compared with."""
        named = self.entries.items()
        return [
            key for key, held in named if len(key) >= 6 and " " not in key and any(e.country == country for e in held)
        ]


def _numbers(row: Row) -> tuple[float, float, float]:
    return float(row["lat"]), float(row["lon"]), float(row["radius_km"])


def _rows(path: str) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    for row in table(path):
        lat, lon, radius = _numbers(row)
        entry = Entry(
            row["name"],
            row["country"] or None,
            row["kind"],
            lat,
            lon,
            radius,
            row.get("parent") or None,
            row["coast"] or None,
            row.get("ambiguous") == "yes",
        )
        yield entry, names(row)


def _seas() -> Iterator[tuple[Entry, tuple[str, ...]]]:
    for row in table("world/seas.csv"):
        shores = tuple(row["countries"].split(";"))
        ambiguous = row.get("ambiguous") == "yes"
        entry = Entry(row["name"], None, "sea", *_numbers(row), ambiguous=ambiguous, countries=shores)
        yield entry, names(row)


def _countries(places: Iterable[tuple[Entry, tuple[str, ...]]]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """The countries among the places, under the names the country table gives them."""
    entries = {entry.country: entry for entry, _ in places if entry.kind == "country"}
    for row in table("world/countries.csv", required=("name", "alpha3")):
        if row["alpha3"] in entries:
            yield entries[row["alpha3"]], tuple(name.removeprefix("the ") for name in names(row))


@lru_cache(maxsize=1)
def bundled_index() -> NameIndex:
    """The index of all bundled places, sites and seas; built once a process, on first use."""
    places = tuple(_rows("world/places.csv"))
    sources = (_seas(), _rows("world/sites.csv"), places, _countries(places))
    return NameIndex(tuple(pair for source in sources for pair in source))


class NameRules(Struct, frozen=True):
    """The words that tell a place from a person, a paper or an adjective."""

    prepositions: frozenset[str]
    titles: frozenset[str]
    organisations: frozenset[str]
    speech: frozenset[str]
    suffixes: frozenset[str]
    weapons: frozenset[str]
    not_surnames: frozenset[str]
    area_types: frozenset[str]


@lru_cache(maxsize=1)
def name_rules() -> NameRules:
    lexicon = words("en/places.toml")
    people = lexicon["people"]
    return NameRules(
        frozenset(lexicon["prepositions"]),
        frozenset(people["titles"]),
        frozenset(people["organisations"]),
        frozenset(people["speech"]),
        frozenset(lexicon["suffixes"]["korean"]),
        frozenset(people["weapons"]),
        frozenset(people["not_surnames"]),
        frozenset(lexicon["unknown"]["types"]) & {word.capitalize() for word in lexicon["unknown"]["types"]},
    )


def find_names(text: str, index: NameIndex, heads: list[re.Match[str]] | None = None) -> Iterator[Name]:
    """Toponyms of a text in order, longest first, without those that name a person, an organisation or an adjective.

    `[name.candidates[0].name for name in find_names("from Daegwan", index)] == ["Taegwan"]`
    heads: the text's capitalised words where they are already found.
    """
    done = 0
    first_words, entries = index.first_words, index.entries
    for head in HEAD.finditer(text) if heads is None else heads:
        start, whole = head.span()
        if start < done:
            continue
        end = bare_end(text, start, whole)
        first = fold(text[start:end])
        if first not in first_words:
            continue
        found = _longest_name(text, first, end, whole, index)
        if found is None:
            continue
        key, end = found
        done = end = _with_suffix(text, end)
        if _is_place(text, start, end, key, entries[key], index):
            yield Name(start, end, entries[key])


def _longest_name(text: str, key: str, end: int, whole: int, index: NameIndex) -> tuple[str, int] | None:
    """The key and end of the longest name that begins with a word; a possessive ends a name."""
    best = (key, end) if key in index.entries else None
    while key in index.beginnings and end == whole:
        joint = JOINT.match(text, whole)
        word = WORD.match(text, joint.end()) if joint and joint.end() > whole else None
        if word is None:
            break
        whole = word.end()
        end = bare_end(text, word.start(), whole)
        key = f"{key} {fold(text[word.start() : end])}"
        if key in index.entries:
            best = (key, end)
    return best


def _with_suffix(text: str, end: int) -> int:
    """The end of a name with its hyphened administrative ending: "Kusong-si"; of "U.S." with its stop."""
    if text[end : end + 1] == "-":
        word = WORD.match(text, end + 1)
        if word and word.group().lower() in name_rules().suffixes:
            return word.end()
    if text[end : end + 1] == "." and text[end - 2 : end - 1] == ".":
        return end + 1
    return end


def _is_place(text: str, start: int, end: int, key: str, candidates: tuple[Entry, ...], index: NameIndex) -> bool:
    after = text[end : end + 2]
    if after[:1] in "-‐‑" and after[1:].isalnum():  # "Beijing-based", "Sinpo-class"
        return False
    if start and text[start - 1] in "-‐‑" and text[start - 2 : start - 1].isalnum():
        return False
    rules = name_rules()
    before, follower = word_before(text, start), word_after(text, end)
    if before.rstrip(".") in rules.titles or follower in rules.organisations:
        return False
    if key in index.capitals_only:
        return text[start:end].isupper() and (not follower or _introduced(text, start, end, "", rules))
    major = any(entry.kind in ("country", "capital", "sea") for entry in candidates)
    if not major and (follower in rules.speech or _is_given_name(before, follower, text[end : end + 1], rules)):
        return False
    if all(entry.ambiguous for entry in candidates):
        return _introduced(text, start, end, follower, rules)
    return True


def _introduced(text: str, start: int, end: int, follower: str, rules: NameRules) -> bool:
    """Whether an ambiguous name stands where a place does: after a preposition, and not as a given name."""
    before = word_before(text, start)
    if before.lower() == "the":
        before = word_before(text, start - len("the "))
    if follower in rules.area_types:  # "Ishikawa Prefecture", "Lincoln County"
        return True
    if follower in rules.weapons:  # "the Khorramshahr missile"
        return False
    return before.lower() in rules.prepositions and not _is_given_name("", follower, text[end : end + 1], rules)


def _is_given_name(before: str, follower: str, gap: str, rules: NameRules) -> bool:
    """ "Vladimir Putin": a capitalised word follows that is no part of a place, and no preposition leads in."""
    if not follower[:1].isupper() or gap != " " or before.lower() in rules.prepositions:
        return False
    return follower not in rules.not_surnames and fold(follower) not in _type_starts()


@lru_cache(maxsize=1)
def _type_starts() -> frozenset[str]:
    return frozenset(word.split()[0] for group in words("en/places.toml")["after"].values() for word in group)
