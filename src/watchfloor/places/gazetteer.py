"""The gazetteer: every known place name, found in a text by whole folded words, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from watchfloor.lexicons import Row, names, table, words
from watchfloor.places.names import HEAD, JOINT, NUMBERED, WORD, bare_end, fold, key_of, word_after, word_before


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


_Printed = tuple[Row, tuple[str, ...]]  # a row of a place and names it goes by


class NameIndex:
    """Folded names to entries, and every beginning of one: where to read on.

    The names that begin with a word are indexed, and their entries made, when a text first has that word: a report has
    a hundred capitalised words, and 13,000 names took 35 ms of every start. `first_words` holds what is to be indexed
    of each first word, `read` does it; `entries`, `beginnings` and `capitals_only` hold what was read.
    """

    def __init__(self, places: Iterable[_Printed]) -> None:
        self.first_words: dict[str, list[tuple[str, str, Row]]] = {}
        self.entries: dict[str, tuple[Entry, ...]] = {}
        self.beginnings: set[str] = set()  # every proper prefix, in words, of a longer name
        self.capitals_only: set[str] = set()
        self._homes: dict[str, list[str]] = {}  # the countries of each one-word name of six letters or more
        self._countries: dict[str, Row] = {}
        for row, printed in places:
            if row.get("kind") == "country":
                self._countries[row["country"]] = row
            for key, name in _keys(printed):
                self._wait(key, name, row)

    def _wait(self, key: str, name: str, row: Row) -> None:
        at = key.find(" ")
        self.first_words.setdefault(key if at < 0 else key[:at], []).append((key, name, row))
        if at < 0 and len(key) >= 6:
            self._homes.setdefault(key, []).append(row.get("country", ""))

    def read(self, first_word: str) -> None:
        """Index the names that begin with a word, all of them once."""
        waiting = self.first_words.get(first_word, [])
        for key, name, row in waiting:
            self._add(key, name, _entry(row))
        waiting.clear()

    def _add(self, key: str, name: str, entry: Entry) -> None:
        held = self.entries.get(key)
        if held is not None and entry in held:
            return
        self.entries[key] = (entry,) if held is None else (*held, entry)
        at = key.find(" ")
        while at > 0:
            self.beginnings.add(key[:at])
            at = key.find(" ", at + 1)
        if len(name) < 8 and name.isupper() and len(name.replace(".", "")) <= 4:
            self.capitals_only.add(key)

    def named(self, key: str) -> tuple[Entry, ...]:
        """The places of a folded name: `bundled_index().named("east sea")[0].kind == "sea"`."""
        self.read(key.partition(" ")[0])
        return self.entries.get(key, ())

    def country(self, code: str) -> Entry | None:
        """The country of an ISO 3166-1 alpha-3 code."""
        row = self._countries.get(code)
        return None if row is None else _entry(row)

    def names_in(self, country: str) -> list[str]:
        """The folded one-word names of a country, of six letters or more: what a misprint is compared with."""
        return [key for key, homes in self._homes.items() if country in homes]


def _keys(printed: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The folded forms of a place's names, each once, with the name: "Tongchang-ri" is also printed "Tongchangri"."""
    done: set[str] = set()
    for name in printed:
        key = key_of(name)
        if key in done:
            continue
        done.add(key)
        yield key, name
        if "-" in name and name[0] != "-":
            joined = name.replace("-", "")
            key = key_of(joined)
            if key not in done:
                done.add(key)
                yield key, joined


def _entry(row: Row) -> Entry:
    """The place a row of places.csv, sites.csv or seas.csv tells of."""
    position = float(row["lat"]), float(row["lon"]), float(row["radius_km"])
    ambiguous = row.get("ambiguous") == "yes"
    if "countries" in row:
        shores = tuple(row["countries"].split(";"))
        return Entry(row["name"], None, "sea", *position, ambiguous=ambiguous, countries=shores)
    parent, coast = row.get("parent") or None, row["coast"] or None
    return Entry(row["name"], row["country"] or None, row["kind"], *position, parent, coast, ambiguous)


def _countries(places: Iterable[Row]) -> Iterator[_Printed]:
    """The countries among the places, under the names the country table gives them."""
    found = {row["country"]: row for row in places if row["kind"] == "country"}
    for row in table("world/countries.csv", required=("name", "alpha3")):
        if row["alpha3"] in found:
            yield found[row["alpha3"]], tuple(name.removeprefix("the ") for name in names(row))


def _capitals(places: Iterable[Row]) -> Iterator[_Printed]:
    """The capitals, as what they are called after their country: "the North Korean capital" is Pyongyang."""
    found = {(row["country"], row["name"]): row for row in places if row["kind"] == "capital"}
    for row in table("world/countries.csv", required=("name", "alpha3")):
        capital = found.get((row["alpha3"], row["capital"].partition(";")[0]))
        if capital is not None:
            yield capital, tuple(f"{demonym} capital" for demonym in row["demonyms"].split(";"))


@lru_cache(maxsize=1)
def bundled_index() -> NameIndex:
    """The index of all bundled places, sites and seas; built once a process, on first use."""
    seas, sites, places = (table(f"world/{kind}.csv") for kind in ("seas", "sites", "places"))
    printed = [(row, names(row)) for rows in (seas, sites, places) for row in rows]
    return NameIndex((*printed, *_countries(places), *_capitals(places)))


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
        frozenset(lexicon["after"]["province"]) | {word for word in lexicon["unknown"]["types"] if word.istitle()},
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
        if text[start - 1 : start] == "-" and (name := _with_article(text, start, end, whole, index)) is not None:
            done = name.end
            yield name
            continue
        first = fold(text[start:end])
        waiting = first_words.get(first)
        if waiting is None:
            continue
        if waiting:
            index.read(first)
        found = _longest_name(text, first, end, whole, index)
        if found is None:
            continue
        key, end = found
        done = end = _with_suffix(text, end)
        if _is_place(text, start, end, key, entries[key], index):
            yield Name(start, end, entries[key])


def _with_article(text: str, start: int, end: int, whole: int, index: NameIndex) -> Name | None:
    """A name behind an Arabic article in small letters: "al-Jawf", "el-Arish"."""
    article = _ARTICLE.search(text, max(0, start - 4), start)
    if article is None:
        return None
    index.read(article[1])
    found = _longest_name(text, f"{article[1]} {fold(text[start:end])}", end, whole, index)
    if found is None or not _is_place(text, article.start(), found[1], found[0], index.entries[found[0]], index):
        return None
    return Name(article.start(), _with_suffix(text, found[1]), index.entries[found[0]])


_ARTICLE = re.compile(r"(?<![\w-])(al|el|ad|ar|as|ash|az)-$")


def _longest_name(text: str, key: str, end: int, whole: int, index: NameIndex) -> tuple[str, int] | None:
    """The key and end of the longest name that begins with a word; a possessive ends a name."""
    best = (key, end) if key in index.entries else None
    while key in index.beginnings and end == whole:
        joint = JOINT.match(text, whole)
        word = NUMBERED.match(text, joint.end()) if joint and joint.end() > whole else None
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
