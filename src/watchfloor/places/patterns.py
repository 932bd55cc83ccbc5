"""The grammar of English place phrases, compiled once from the words of en/places.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from msgspec import Struct

from watchfloor.lexicons import words

# How far back from a common noun its owner and side are looked for: "the Democratic People's Republic of Korea's".
REACH = 70


class Grammar(Struct, frozen=True):
    """Compiled patterns and the word sets that gate them.

    Those named `*_before` end where the word in hand begins; `before` is matched against the whole opening of a phrase.
    """

    trigger: re.Pattern[str]
    coast_before: re.Pattern[str]
    owner_before: re.Pattern[str]
    generic_before: re.Pattern[str]
    between: re.Pattern[str]
    between_before: re.Pattern[str]
    join: re.Pattern[str]
    of_name: re.Pattern[str]
    of_whole: re.Pattern[str]
    before: re.Pattern[str]
    before_words: frozenset[str]
    never_first: frozenset[str]
    after: re.Pattern[str]
    after_words: frozenset[str]
    link: re.Pattern[str]
    noun_of: re.Pattern[str]
    owner_gap: re.Pattern[str]
    twin: re.Pattern[str]
    side_after: re.Pattern[str]
    unknown_hyphen: re.Pattern[str]
    unknown_type: re.Pattern[str]
    unknown_words: frozenset[str]
    nouns: frozenset[str]
    after_kind: dict[str, str]
    relation_of: dict[str, str]
    zone_of: dict[str, str]
    units: dict[str, float]


class _Parts(Struct, frozen=True):
    """Pattern pieces used more than once. `described` is a run of adjectives, a side among them."""

    compass: str
    side: str
    owner: str
    determiner: str
    adjectives: str
    nouns: str
    gap: str


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The patterns of English, compiled on first use."""
    lexicon = words("en/places.toml")
    parts = _parts(lexicon)
    return Grammar(
        **_coasts(lexicon, parts),
        **_waters(lexicon, parts),
        **_opening(lexicon, parts),
        **_closing(lexicon, parts),
        **_links(lexicon, parts),
        **_strangers(lexicon),
    )


def alternation(choices: Iterable[str]) -> str:
    """Choices longest first, any white space between their words, either apostrophe."""
    ordered = sorted(set(choices), key=len, reverse=True)
    return "|".join(re.escape(choice).replace(r"\ ", r"\s+").replace("'", "['’]") for choice in ordered)


def compass_point(phrase: str) -> str | None:
    """The bare side that words describe: `compass_point("north-western") == "northwest"`; inner words are "inland"."""
    folded = phrase.lower().replace("-", "").replace(" ", "")
    lexicon = words("en/places.toml")
    if any(inner in folded for inner in lexicon["inner"]):
        return "inland"
    points = sorted(lexicon["compass"], key=len, reverse=True)
    return next((point for point in points if point in folded), None)


def _parts(lexicon: dict[str, Any]) -> _Parts:
    points = sorted((re.sub("^(north|south)(?=.)", r"\1-?", point) for point in lexicon["compass"]), key=len)
    compass = "|".join(reversed(points))
    degree = rf"(?:(?:{alternation(lexicon['degrees'])})[\s-]+)?"
    side = rf"(?i:{degree}(?:(?:{compass})(?:ern|erly)?(?:most)?|{'|'.join(lexicon['inner'])}))"
    # "Japan's", "North Korea’s", "Japanese": a possessive, or a word with an adjective's ending.
    adjective = "|".join(f"(?<={ending})" for ending in lexicon["demonym_endings"])
    named = rf"(?:[A-Z]\w*\s){{0,2}}(?:U\.S\.|[A-Z]\w*)(?:['’]s?|{adjective})"
    owner = rf"(?:{alternation(lexicon['coast']['owners'])}|(?:the\s+)?{named})"
    adjectives, nouns = (alternation(lexicon["heads"][name]) for name in ("adjectives", "nouns"))
    gap = rf"(?:\s+(?:{side}|{adjectives}))*(?:\s+(?:{nouns}))*(?:\s+of)?(?:\s+the)?"
    return _Parts(compass, side, owner, rf"(?:the|an?|its|their|{owner})", adjectives, nouns, gap)


def _coasts(lexicon: dict[str, Any], parts: _Parts) -> dict[str, Any]:
    coast, zones = lexicon["coast"], lexicon["zones"]
    zone_words = alternation(word for group in zones.values() for word in group)
    bare = alternation(lexicon["generic_waters"]["bare"])
    nouns = rf"(?P<coast>(?i:{alternation(coast['words'])}))|(?P<zone>(?i:{zone_words}))|(?P<sea>{bare})"
    side = rf"(?:(?P<side>{parts.side})[\s-]+)?(?:(?:{alternation(coast['adjectives'])})\s)?"
    return {
        "trigger": re.compile(rf"(?<![\w-])(?:{nouns})(?!\w)"),
        "coast_before": re.compile(rf"(?<![\w-])(?:(?P<owner>{parts.owner}|the)\s+)?{side}\Z"),
        "owner_before": re.compile(
            rf"(?<![\w-])(?P<owner>{parts.owner})\s+(?:(?:{alternation(lexicon['zone_adjectives']['words'])})\s+)?\Z"
        ),
        "of_name": re.compile(r"\s+of\s+(?:the\s+)?"),
        "of_whole": re.compile(rf"\s+of\s+(?:{alternation(coast['wholes'])})(?!\w)"),
        "zone_of": {word.lower(): kind for kind, group in zones.items() for word in group},
    }


def _waters(lexicon: dict[str, Any], parts: _Parts) -> dict[str, Any]:
    between = lexicon["between"]
    heads = rf"(?:the\s+)?(?:{parts.side}\s+)?(?:{alternation(between['heads'])})"
    return {
        "generic_before": re.compile(rf"(?i)(?<![\w-])(?:{alternation(lexicon['generic_waters']['phrases'])})\Z"),
        "between": re.compile(r"\s+(?:\w+\s+){0,2}?between\s+(?:the\s+)?"),
        "between_before": re.compile(rf"(?<![\w-]){heads}\s+(?:\w+\s+){{0,2}}?between\s+(?:the\s+)?\Z"),
        "join": re.compile(rf"\s+(?:{alternation(between['joins'])})\s+(?:the\s+)?"),
    }


def _distance(lexicon: dict[str, Any]) -> str:
    """ "about 400-500 km (250-310 miles) to the "; the figures and their unit are named groups."""
    number = r"\d[\d,]*(?:\.\d+)?"
    pair = rf"(?P<low>{number})(?:\s*(?:-|–|to|and)\s*(?P<high>{number}))?"
    unit = rf"[\s-]*(?P<unit>(?i:{alternation(lexicon['distance']['units'])}))(?:\s*\([^()]{{1,40}}\))?"
    return rf"(?:(?:{alternation(lexicon['distance']['about'])})\s+)*{pair}{unit}(?:\s+away(?=\s+to|\s+from))?(?:\s+to\s+the)?\s+"


def _opening(lexicon: dict[str, Any], parts: _Parts) -> dict[str, Any]:
    """What leads into a name: a spot or a distance and a relation, then "the eastern port city of"."""
    head, adjectives, nouns = lexicon["heads"], parts.adjectives, parts.nouns
    relations = [phrase for group in lexicon["relations"].values() for phrase in group]
    point = rf"(?:{parts.compass})(?:ern)?(?:[\s-](?:{parts.compass}))?"
    sides = rf"(?P<sides>(?:{point}(?:,|,?\s+and)\s+(?:to\s+the\s+)?(?:the\s+)?){{1,3}})"
    # "30 km east from Wonsan" is a bearing, "toward the east from Wonsan" a heading and an origin
    bearing = rf"{sides}?(?P<bearing>(?i:{point}))\s+(?:of|(?(low)from|(?!)))"
    coast = rf"off(?:\s+the)?\s+(?P<coast_side>{parts.side})\s+coast\s+of"
    relation = rf"(?:{_distance(lexicon)})?(?P<relation>(?i:{alternation(relations)})|{bearing}|{coast})\s+"
    traits = rf"(?:(?:(?P<spot_side>{parts.side})|{adjectives}|{alternation(head['spot_adjectives'])})\s+)*"
    places = rf"(?:(?P<water>{alternation(head['waters'])})|{alternation(head['spots'])})"
    spot = rf"(?:{parts.determiner}\s+)?{traits}{places}\s+(?:(?:{alternation(head['lying'])})\s+)?(?:to\s+the\s+)?"
    rest = rf"(?:(?:the\s+)?(?:{parts.side}[\s-]+)?(?:(?:{adjectives})\s+)*(?:(?:{nouns})\s+)*(?:of\s+)?(?:the\s+)?\Z)"
    # "a location in" opens a phrase; "in" alone is the sentence's own preposition.
    inside = rf"(?(spot)(?P<inside>(?:in|inside|within|at|on)\s+(?={rest}))|(?!))"
    kinds = rf"(?:{parts.determiner}\s+)?(?:(?P<side>{parts.side})[\s-]+)?(?:(?:{adjectives})\s+)*(?:(?:{nouns})\s+)+"
    bare = (
        rf"(?:{parts.determiner}\s+)?(?:(?P<plain_side>{parts.side})[\s-]+)?(?:(?:{adjectives})\s+)*(?:(?:{nouns})\s+)*"
    )
    return {
        "before": re.compile(rf"(?:(?P<spot>{spot})?(?:{relation}|{inside}))?(?:{kinds}of\s+(?:the\s+)?|{bare})"),
        "before_words": _opening_words(lexicon),
        "never_first": frozenset(lexicon["never_first"]),
        "relation_of": {phrase: kind for kind, phrases in lexicon["relations"].items() for phrase in phrases},
        "units": lexicon["distance"]["units"],
        "nouns": frozenset(head["nouns"]),
    }


def _opening_words(lexicon: dict[str, Any]) -> frozenset[str]:
    """Every word that can belong to an opening: where the walk back from a name ends."""
    degrees = [point + end for point in lexicon["compass"] for end in ("", "ern", "erly", "most", "ernmost")]
    hyphened = [re.sub("^(north|south)(?=east|west)", r"\1-", word) for word in degrees]
    relations = [phrase for group in lexicon["relations"].values() for phrase in group]
    groups = (
        degrees, hyphened, relations, *lexicon["heads"].values(), lexicon["inner"], lexicon["degrees"],
        lexicon["never_first"], lexicon["distance"]["about"], lexicon["distance"]["units"], lexicon["coast"]["owners"],
        lexicon["determiners"],
    )  # fmt: skip
    found = {word.lower() for group in groups for phrase in group for word in phrase.split()}
    return frozenset(found | {word.replace("'", "’") for word in found})


def _closing(lexicon: dict[str, Any], parts: _Parts) -> dict[str, Any]:
    """What follows a name: its type word, and the part of its country it lies in."""
    kinds = {word: kind for kind, group in lexicon["after"].items() for word in group}
    whole, part = (alternation(lexicon["coast"][name]) for name in ("wholes", "parts"))
    end = rf"(?:(?:\s+(?:{part}))?\s+of\s+(?:{whole})|\s+(?:{part}))"
    type_ = rf"(?:(?:{alternation(lexicon['type_adjectives'])})\s+)??(?P<type>{alternation(kinds)})"
    return {
        "after": re.compile(rf"(?i)\s+{type_}(?![\w-])(?!\s+(?:{alternation(lexicon['undoing'])})\b)"),
        "after_words": frozenset(word.split()[0] for word in (*kinds, *lexicon["type_adjectives"])),
        "after_kind": kinds,
        "side_after": re.compile(rf",?\s+(?:in|on|at|along)\s+{parts.determiner}\s+(?P<side>{parts.side}){end}(?!\w)"),
    }


def _links(lexicon: dict[str, Any], parts: _Parts) -> dict[str, Any]:
    """What stands between two names that tell one place."""
    prepositions = alternation(lexicon["links"])
    called = alternation(lexicon["called"])
    return {
        "link": re.compile(rf"(?:(?P<comma>,)|,?\s+(?P<link>{prepositions}))(?:\s+{parts.determiner})?{parts.gap}\s+"),
        "noun_of": re.compile(rf"(?:\s+(?:{parts.adjectives}))*(?:\s+(?:{parts.nouns}))+\s+of\s+(?:the\s+)?"),
        "owner_gap": re.compile(rf"['’]s?{parts.gap}\s+"),
        "twin": re.compile(rf"\s*(?:[(/]|,?\s+\(?(?:{called}))\s*(?:the\s+)?"),
    }


def _strangers(lexicon: dict[str, Any]) -> dict[str, Any]:
    """The forms by which a name in no gazetteer shows itself a place."""
    unknown = lexicon["unknown"]
    types, loose = alternation([*unknown["types"], *unknown["phrases"]]), alternation(unknown["loose"])
    prefixes, suffixes = alternation(unknown["prefixes"]), alternation(lexicon["suffixes"]["unknown"])
    name = r"[A-Z][^\W\d_A-Z]['’\w-]*"
    typed = rf"(?P<name>{name}(?:\s{name}){{0,2}})\s(?:(?P<type>{types})|(?P<loose>{loose}))(?![\w-])"
    first_words = {phrase.split()[0] for phrase in (*unknown["types"], *unknown["phrases"], *unknown["loose"])}
    return {
        "unknown_hyphen": re.compile(rf"(?<![\w'’-])[A-Z][\w'’]{{1,20}}(?:-[\w'’]{{1,20}})?-(?:{suffixes})(?![\w-])"),
        "unknown_type": re.compile(rf"(?<![\w'’-])(?:{typed}|(?:{prefixes})\s{name})"),
        "unknown_words": frozenset(first_words | set(unknown["prefixes"])),
    }
