"""A sentence as units: words and phrases with the roles they may play, and one tag letter each.

The tag string (`clause.tags`) has one letter a unit, so that grammar can be written as regular expressions over letters
instead of words: see TAGS. Figures, times and places are single units, read by their own expression readers.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from msgspec import Struct, structs

from watchfloor.claims.grammar.phrases import lexicon_phrases
from watchfloor.claims.grammar.sentences import Sentence
from watchfloor.claims.grammar.vocabulary import Phrase, Token, fold, tokens, vocabulary
from watchfloor.dates import TimeExpression, find_times
from watchfloor.lexicons import table
from watchfloor.places import Gazetteer, PlacePhrase
from watchfloor.quantities import Measure, Number, find_measures, find_numbers

TAGS = {
    "T": "time expression",
    "m": "measure",
    "n": "number",
    "p": "place phrase",
    "w": "weapon noun",
    "a": "weapon modifier",
    "s": "system",
    "j": "neutral adjective of a weapon phrase",
    "V": "launch verb, past or participle",
    "G": "launch verb, gerund",
    "B": "launch verb or noun: launch, fires, tests",
    "L": "launch noun only",
    "F": "flight verb",
    "y": "cue verb",
    "Y": "cue phrase",
    "c": "country or capital",
    "k": "demonym",
    "g": "agency",
    "b": "agency known by context",
    "o": "official",
    "u": "outlet",
    "d": "determiner",
    "&": "conjunction",
    "r": "relative",
    "S": "subordinator",
    "i": "preposition",
    "v": "auxiliary",
    "M": "modal",
    "N": "negation",
    "q": "pronoun",
    "X": "capitalised word",
    "x": "other word",
}
# Two units in three: determiners, figures, places, names, weapons and marks tell no deed and cue no speech.
NO_VERBS = frozenset("dnmpT&rSNqckgbouws,.;:'\"()")
# the first role a phrase has in this order gives its letter
_TAG_OF_ROLE = (
    ("weapon_head", "w"),
    ("system", "s"),
    ("agency", "g"),
    ("official", "o"),
    ("launch_past", "V"),
    ("liftoff_past", "V"),
    ("launch_gerund", "G"),
    ("liftoff_gerund", "G"),
    ("launch_base", "B"),
    ("launch_third", "B"),
    ("liftoff_present", "B"),
    ("launch_noun", "L"),
    ("flight", "F"),
    ("impact", "F"),
    ("attack_verb", "F"),
    ("cue_phrases", "Y"),
    ("cue_relay_phrases", "Y"),
    ("cue_verbs", "y"),
    ("cue_continuing", "y"),
    ("country", "c"),
    ("capital", "c"),
    ("contextual", "c"),
    ("demonym", "k"),
    ("outlet", "u"),
    ("bare_agency", "b"),
    ("weapon_modifier", "a"),
    ("closed", ""),
    ("np_hedge", "j"),
    ("np_neutral", "j"),
)
_NAMED = ("weapon_head", "system", "agency", "official", "outlet")
_AMBIGUOUS_SYSTEM_REACH = 3  # units between an everyday word that is also a system's name and the weapon word beside it


class Unit(Struct, frozen=True):
    """A word or phrase of a clause: offsets into the sentence's text, folded words, tag, roles, and what a reader made of it."""

    start: int
    end: int
    word: str
    tag: str
    roles: dict[str, Any]
    read: Any = None

    def has(self, role: str) -> bool:
        return role in self.roles


class Tagged(Struct, frozen=True):
    """A sentence with its units; `tags` has one letter for each of them."""

    sentence: Sentence
    folded: str
    units: tuple[Unit, ...]
    tags: str
    places: tuple[PlacePhrase, ...]
    measures: tuple[Measure, ...]
    times: tuple[TimeExpression, ...]
    numbers: tuple[Number, ...]
    counted: tuple[TimeExpression, ...] = ()  # days counted from another event's: "a week earlier"

    def text(self, first: int, last: int) -> str:
        """The characters of units `first` to `last`, both included."""
        return self.sentence.text[self.units[first].start : self.units[last].end]

    def unit_at(self, position: int) -> int:
        """The unit that holds, or follows, a character of the sentence's text."""
        for index, unit in enumerate(self.units):
            if position < unit.end:
                return index
        return len(self.units) - 1


def tag_sentence(sentence: Sentence, *, gazetteer: Gazetteer, country: str | None, year: int | None = None) -> Tagged:
    """The sentence's units. `country` is the launching country so far known: it decides between places of one name.

    `year`: the one told last before it, for "in December of that year".
    """
    text = sentence.text
    folded = fold(text)
    found = find_times(text, year=year)
    times = tuple(time for time in found if _is_a_time(time, folded))
    counted = tuple(time for time in found if time.day is not None and time.day.kind == "other")
    measures = find_measures(text)
    numbers = find_numbers(text)
    places = tuple(_unpossessed(phrase, text) for phrase in gazetteer.find_places(text, country=country))
    sequence = tokens(folded)
    read = _readings(times, measures, numbers, tuple(place for place in places if _is_located(place, folded)))
    units = _mark_ambiguous_systems(_quoted(text, _units(text, sequence, read)))
    return Tagged(
        sentence, folded, units, "".join(unit.tag for unit in units), places, measures, times, numbers, counted
    )


_Reading = tuple[int, int, str, Any]


def _readings(times: Any, measures: Any, numbers: Any, places: Any) -> list[_Reading]:
    """What the expression readers found, as (start, end, tag, what), without overlaps: times first, then measures."""
    found: list[_Reading] = []
    for tag, expressions in (("T", times), ("m", measures), ("p", places), ("n", numbers)):
        for expression in expressions:
            end = getattr(expression, "end_with_pair", expression.end)
            if all(end <= start or expression.start >= stop for start, stop, *_ in found):
                found.append((expression.start, end, tag, expression))
    return sorted(found, key=lambda reading: reading[0])


def _is_a_time(time: TimeExpression, folded: str) -> bool:
    """Whether an expression places anything in time: not "three days after", nor the rocket in "Long March 2"."""
    if folded[: time.start].endswith("long "):
        return False
    if time.has_day or time.has_clock or time.is_span or time.overnight:
        return True
    if folded[time.start : time.end] in _NAMED_PARTS:
        return True
    return time.part is not None and _AT_PART.match(folded, time.start) is not None


_NAMED_PARTS = ("predawn", "pre-dawn", "pre dawn")  # "a pre-dawn barrage": no part of any other day


_AT_PART = re.compile(
    r"(?:in|at|before|during|shortly|just|around|by) "
)  # "in the morning" is a time, "a morning of terror" none


def _unpossessed(phrase: PlacePhrase, text: str) -> PlacePhrase:
    """The phrase without an owner behind its comma: "off its east coast, South Korea's military said"."""
    comma = text.rfind(",", phrase.start, phrase.end)
    owns = text[phrase.end : phrase.end + 2] in ("'s", "’s")
    if comma > 0 and (owns or _SPEAKING.match(text, phrase.end) or _ITS_OWN_SPEAK.match(text, phrase.end)):
        return structs.replace(phrase, end=comma)
    return phrase


# "…, South Korea said", "…, South Korea and Japan's militaries said": who speaks is no part of the place before the comma
_SPEAKING = re.compile(
    r" (?:and [A-Z][\w'’ ]{1,30} )?(?:has |have |also |later )?(?:said|says?|reported|announced|confirmed|claimed)\b"
)


_ITS_OWN_SPEAK = re.compile(
    r" (?:[a-z]+ ){1,3}(?:said|says?|reported|announced)\b"
)  # "…, the Kurdistan security council said"


def _is_located(phrase: PlacePhrase, folded: str) -> bool:
    """Whether a place phrase stands as a place: a bare country or capital is an actor until a preposition says otherwise."""
    if is_economic_zone(phrase):
        return False
    if phrase.relation is not None:
        return True
    if phrase.place.kind == "country":
        return False
    if _SPEAKING.match(folded, phrase.end) and fold(phrase.place.printed) in _capitals():
        return False  # "Seoul and Tokyo said"
    return (
        fold(phrase.place.printed) not in _capitals()
        or _PLACED.search(folded[max(0, phrase.start - 14) : phrase.start]) is not None
    )


_PLACED = re.compile(
    r"\b(?:from|near|in|at|off|of|outside|around|over|between|to|toward|towards|on|and|into)\s+(?:the )?$"
)


@lru_cache(maxsize=1)
def _capitals() -> frozenset[str]:
    return frozenset(
        fold(capital)
        for row in table("world/countries.csv", required=("alpha3", "name"))
        for capital in row["capital"].split(";")
        if capital
    )


def is_economic_zone(phrase: PlacePhrase) -> bool:
    """Whether a place phrase is somebody's exclusive economic zone: a claim of its own, not a place of landing."""
    return lexicon_phrases("en/outcomes.toml", "eez", "zone").search(fold(phrase.place.printed)) is not None


def _units(text: str, sequence: list[Token], readings: list[_Reading]) -> list[Unit]:
    units: list[Unit] = []
    pending = iter(readings)
    reading = next(pending, None)
    at = 0
    while at < len(sequence):
        token = sequence[at]
        while reading is not None and reading[1] <= token.start:
            reading = next(pending, None)
        matched = vocabulary().match(sequence, at, text)
        if matched is not None and _is_clause(matched, sequence, at, text):
            matched = None
        if (
            reading is not None
            and reading[0] <= token.start < reading[1]
            and not _name_wins(matched, sequence, at, reading)
        ):
            _start, stop, tag, what = reading
            units.append(Unit(token.start, stop, text[token.start : stop].lower(), tag, {}, what))
            while at < len(sequence) and sequence[at].start < stop:
                at += 1
            continue
        at += _append_word(units, text, sequence, at, matched)
    return units


def _quoted(text: str, units: list[Unit]) -> list[Unit]:
    """The units with single quotation marks told from apostrophes: "the 'Agni-5' missile" as "the "Agni-5" missile"."""
    opened = None
    for at, unit in enumerate(units):
        if unit.word not in ("'", "‘", "’"):
            continue
        before = text[unit.start - 1] if unit.start else " "
        after = text[unit.end] if unit.end < len(text) else " "
        if opened is None and not before.isalnum() and after.isalnum():
            opened = at
        elif opened is not None and not after.isalnum():
            for quote in (opened, at):
                units[quote] = structs.replace(units[quote], tag='"')
            opened = None
    return units


def _name_wins(matched: tuple[Phrase, int] | None, sequence: list[Token], at: int, reading: _Reading) -> bool:
    """Whether a known name reaches beyond a place or number reading: "Korea Herald", "three-stage", "Hwasong-12"."""
    if matched is None or reading[2] not in "pnm" or (reading[2] == "m" and reading[3].kind != "diameter"):
        return False
    phrase, length = matched
    end = sequence[at + length - 1].end
    if end == reading[1] and "system" in phrase.roles and reading[2] == "p":
        return reading[3].relation is None and (at == 0 or sequence[at - 1].word not in _PLACE_PREPOSITIONS)
    return end > reading[1] and any(role in phrase.roles for role in _NAMED)


_PLACE_PREPOSITIONS = frozenset({"from", "near", "in", "at", "off", "outside", "around", "over", "toward", "towards"})


def _is_clause(matched: tuple[Phrase, int], sequence: list[Token], at: int, text: str) -> bool:
    """Whether a modifier's words are a subject and its verb: "a submarine fired a missile", not "submarine-fired missiles"."""
    phrase, length = matched
    if phrase.rest[-1:] not in (("fired",), ("launched",)) or "weapon_modifier" not in phrase.roles:
        return False
    following = sequence[at + length].word if at + length < len(sequence) else ""
    spaced = text[sequence[at + length - 1].start - 1] == " "
    return spaced and (
        following in ("a", "an", "the", "one", "two", "three", "its", "several", "at", "toward", "from")
        or following.isdigit()
    )


def _append_word(
    units: list[Unit], text: str, sequence: list[Token], at: int, matched: tuple[Phrase, int] | None
) -> int:
    token = sequence[at]
    if matched is None:
        word = token.word
        tag = word if not (word[0].isalnum() or word[0] == "_") and len(word) == 1 else _open_tag(text, token)
        units.append(Unit(token.start, token.end, word, tag, {}))
        return 1
    phrase, length = matched
    last = sequence[at + length - 1]
    word = " ".join((token.word, *phrase.rest))
    units.append(Unit(token.start, last.end, word, _tag_of(phrase.roles, text, token), phrase.roles))
    return length


def _open_tag(text: str, token: Token) -> str:
    if token.word == "'s" or token.word == "'":
        return "'"
    if token.word == "n't":
        return "N"
    return "X" if text[token.start].isupper() else "x"


def _tag_of(roles: dict[str, Any], text: str, token: Token) -> str:
    for role, tag in _TAG_OF_ROLE:
        if role in roles:
            return tag or str(roles["closed"])
    return "X" if text[token.start].isupper() else "x"


def _mark_ambiguous_systems(units: list[Unit]) -> tuple[Unit, ...]:
    """Everyday words that are also systems ("Arrow") are systems only beside a weapon word or as a launch verb's object."""
    marked = list(units)
    for index, unit in enumerate(units):
        if (
            unit.tag == "s"
            and " " not in unit.word
            and unit.roles["system"].get("ambiguous") == "yes"
            and not _beside_weapon(units, index)
        ):
            marked[index] = Unit(
                unit.start, unit.end, unit.word, "X", {k: v for k, v in unit.roles.items() if k != "system"}, unit.read
            )
    return tuple(marked)


def _beside_weapon(units: list[Unit], index: int) -> bool:
    right = units[index + 1 : index + 1 + _AMBIGUOUS_SYSTEM_REACH]
    left = units[max(0, index - _AMBIGUOUS_SYSTEM_REACH - 1) : index]
    phrase = "".join(unit.tag for unit in units[index + 1 : index + 14])
    if re.match(r"[\"'ajskX,&]*w", phrase) is not None:
        return True
    listed = re.match(r"[sX,&]+x", phrase)  # "of the Emad, Ghadr, Sejjil and Dezful types"
    if listed is not None and "s" in listed.group() and units[index + listed.end()].word in ("type", "types", "class"):
        return True
    return any(unit.tag in "wVGBLF" or unit.has("flight_failure") for unit in right) or any(
        unit.tag in "wVGBL" for unit in left
    )
