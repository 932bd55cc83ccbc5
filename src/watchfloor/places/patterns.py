"""The grammar of English place phrases, compiled once from the words of en/places.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from msgspec import Struct

from watchfloor.lexicons import words

# "Japan's", "North Korea’s", "Japanese": who a coast or a zone belongs to, where it is named.
NAMED_OWNER = r"(?:[A-Z]\w*\s){0,2}(?:U\.S\.|[A-Z]\w*)(?:['’]s?|(?<=ian)|(?<=ese)|(?<=ean)|(?<=can)|(?<=ani)|(?<=eli)|(?<=ish)|(?<=nese)|(?<=emeni))"


class Grammar(Struct, frozen=True):
    """Compiled patterns. Those named `*_before` are searched with their end pinned to where a name starts."""

    trigger: re.Pattern[str]
    coast_before: re.Pattern[str]
    owner_before: re.Pattern[str]
    generic_before: re.Pattern[str]
    between: re.Pattern[str]
    of_whole: re.Pattern[str]
    join: re.Pattern[str]
    before: re.Pattern[str]
    before_words: frozenset[str]
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


def alternation(choices: Iterable[str]) -> str:
    """Choices longest first, any white space between their words, either apostrophe."""
    ordered = sorted(set(choices), key=len, reverse=True)
    return "|".join(re.escape(choice).replace(r"\ ", r"\s+").replace("'", "['’]") for choice in ordered)


def _compass(lexicon: dict[str, Any]) -> str:
    points = [point.replace("north", "north-?") if point not in ("north",) else point for point in lexicon["compass"]]
    points = [re.sub(r"^south(?=.)", "south-?", point) for point in points]
    return "|".join(sorted(points, key=len, reverse=True))


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The patterns of English, compiled on first use."""
    lexicon = words("en/places.toml")
    return Grammar(**_triggers(lexicon), **_before(lexicon), **_after(lexicon), **_unknown(lexicon), **_tables(lexicon))


def _side(lexicon: dict[str, Any]) -> str:
    """ "east", "north-eastern", "southernmost", "far eastern", "inland"."""
    return rf"(?:far[\s-]|extreme\s|mid-?|upper\s)?(?:(?:{_compass(lexicon)})(?:ern|erly)?(?:most)?|{'|'.join(lexicon['inner'])})"


def _triggers(lexicon: dict[str, Any]) -> dict[str, Any]:
    side, coast, zones = _side(lexicon), lexicon["coast"], lexicon["zones"]
    zone_words = [word for group in zones.values() for word in group]
    owners = rf"{alternation(coast['owners'])}|(?:the\s+)?{NAMED_OWNER}"
    bare = lexicon["generic_waters"]["bare"]
    heads, joins = alternation(lexicon["between"]["heads"]), alternation(lexicon["between"]["joins"])
    seas = f"(?P<coast>[Cc]oast(?:s|line|lines)?|[Ss]hores?|seaboard)|(?P<zone>(?i:{alternation(zone_words)}))|(?P<sea>{alternation(bare)})"
    return {
        "trigger": re.compile(rf"(?<![\w-])(?:{seas})(?!\w)"),
        "coast_before": re.compile(
            rf"(?<![\w-])(?:(?P<owner>{owners}|the)\s+)?(?:(?P<side>(?i:{side}))[\s-]+)?(?:sea\s|coastal\s)?\Z"
        ),
        "owner_before": re.compile(rf"(?<![\w-])(?P<owner>{owners})\s+(?:(?:claimed|declared|own)\s+)?\Z"),
        "generic_before": re.compile(rf"(?i)(?<![\w-])(?:{alternation(lexicon['generic_waters']['phrases'])})\Z"),
        "between": re.compile(
            rf"(?<![\w-])(?:the\s+)?(?:{side}\s+)?(?:{heads})\s+(?:lying\s+|located\s+)?between\s+(?:the\s+)?\Z"
        ),
        "of_whole": re.compile(rf"\s+of\s+(?:{alternation(coast['wholes'])})(?!\w)"),
        "join": re.compile(rf"\s+(?:{joins})\s+(?:the\s+)?"),
    }


def _distance(lexicon: dict[str, Any]) -> str:
    number = r"\d[\d,]*(?:\.\d+)?"
    units = alternation(lexicon["distance"]["units"])
    pair = rf"(?P<low>{number})(?:\s*(?:-|–|to|and)\s*(?P<high>{number}))?[\s-]*(?P<unit>{units})"
    aside = r"(?:\s*\([^()]{1,40}\))?"
    about = alternation(lexicon["distance"]["about"])
    return rf"(?:(?:{about})\s+)*{pair}{aside}(?:\s+away)?(?:\s+to\s+the)?\s+"


def _before(lexicon: dict[str, Any]) -> dict[str, Any]:
    side, head = rf"(?i:{_side(lexicon)})", lexicon["heads"]
    compass = rf"(?i:(?:{_compass(lexicon)})(?:ern)?(?:[\s-](?:{_compass(lexicon)}))?)"
    relations = [phrase for group in lexicon["relations"].values() for phrase in group]
    relation = rf"(?P<relation>(?i:{alternation(relations)})|(?P<bearing>{compass})\s+(?:of|from)|off(?:\s+the)?\s+(?P<coast_side>{side})\s+coast\s+of)"
    owner = rf"(?:the|an?|its|their|{alternation(lexicon['coast']['owners'])}|(?:the\s+)?{NAMED_OWNER})"
    adjectives = alternation(head["adjectives"])
    described = rf"(?:{side}[\s-]+)?(?:(?:{adjectives})\s+)*"
    nouns, spots, waters = (alternation(head[name]) for name in ("nouns", "spots", "waters"))
    spot = rf"(?:{owner}\s+)?(?:(?:(?P<spot_side>{side})|{adjectives}|{alternation(head['spot_adjectives'])})\s+)*(?:(?P<water>{waters})|{spots})\s+(?:located\s+|situated\s+)?"
    inside = rf"(?:(?:in|inside|within|at|on)\s+(?=(?:the\s+)?{described}(?:(?:{nouns})\s+)*(?:of\s+)?(?:the\s+)?\Z))"
    reach = rf"(?:{_distance(lexicon)})?{relation}\s+"
    # "a location in" opens a phrase; "in" alone is the sentence's own preposition.
    opening = rf"(?:(?P<spot>{spot})?(?:{reach}|(?(spot)(?P<inside>{inside})|(?!))))"
    of = rf"(?:{owner}\s+)?(?:(?P<side>{side})[\s-]+)?(?:(?:{adjectives})\s+)*(?:(?:{nouns})\s+)+of\s+(?:the\s+)?"
    plain = rf"(?:(?:{owner}\s+)?(?P<plain_side>{side})[\s-]+(?:(?:{adjectives})\s+)*|(?:{owner}\s+)(?:(?:{adjectives})\s+)*(?:(?:{nouns})\s+)*)"
    pattern = rf"(?:{opening})?(?:{of}|{plain})?"
    forms = {point + end + most for point in lexicon["compass"] for end in ("", "ern", "erly") for most in ("", "most")}
    forms |= {re.sub("^(north|south)(?=east|west)", r"\1-", form) for form in forms}
    groups = (relations, *(head.values()), lexicon["inner"], lexicon["distance"]["about"], lexicon["distance"]["units"])
    vocabulary = {word.lower() for group in groups for phrase in group for word in phrase.split()} | forms
    vocabulary |= {
        "the",
        "of",
        "in",
        "at",
        "on",
        "a",
        "an",
        "its",
        "their",
        "within",
        "inside",
        "from",
        "to",
        "and",
        "away",
    }
    vocabulary |= {"located", "situated", "far"} | {
        w.replace("'", mark) for phrase in lexicon["coast"]["owners"] for w in phrase.lower().split() for mark in "'’"
    }
    return {"before": re.compile(pattern), "before_words": frozenset(vocabulary)}


def _after(lexicon: dict[str, Any]) -> dict[str, Any]:
    groups = lexicon["after"]
    kinds = {word: kind for kind, group in groups.items() for word in group}
    undo = alternation(lexicon["undoing"])
    side, coast, head = _side(lexicon), lexicon["coast"], lexicon["heads"]
    owner = rf"(?:the|an?|its|their|{alternation(coast['owners'])}|{NAMED_OWNER})"
    described = rf"(?:\s+(?:{side}|{alternation(head['adjectives'])}))*(?:\s+(?:{alternation(head['nouns'])}))*(?:\s+of)?(?:\s+the)?"
    whole, parts = alternation(coast["wholes"]), alternation(coast["parts"])
    end = rf"(?:\s+(?:{parts}))?\s+of\s+(?:{whole})|\s+(?:{parts})(?:\s+of\s+(?:{whole}))?"
    return {
        "after": re.compile(
            rf"(?i)\s+(?:(?:international|air|naval|satellite|nuclear|military)\s+)??(?P<type>{alternation(kinds)})(?![\w-])(?!\s+(?:{undo})\b)"
        ),
        "after_words": frozenset(word.split()[0] for word in kinds) | {"international", "air", "naval", "military"},
        "link": re.compile(
            rf"(?:(?P<comma>,)|,?\s+(?P<link>in|of|within|inside|on|along|near|off|by|at))(?:\s+{owner})?{described}\s+"
        ),
        "noun_of": re.compile(rf"(?:\s+(?:{alternation(head['adjectives'])}))*(?:\s+(?:{alternation(head['nouns'])}))+\s+of\s+(?:the\s+)?"),
        "owner_gap": re.compile(rf"['’]s?{described}\s+"),
        "twin": re.compile(r"\s*(?:[(/]|,?\s+(?:or|\(?(?:also\s+)?(?:known\s+as|called)))\s*(?:the\s+)?"),
        "side_after": re.compile(rf"(?i),?\s+(?:in|on|at|along)\s+{owner}\s+(?P<side>{side})(?:{end})(?!\w)"),
        "after_kind": kinds,
    }


def _unknown(lexicon: dict[str, Any]) -> dict[str, Any]:
    unknown = lexicon["unknown"]
    types = alternation([*unknown["types"], *unknown["phrases"]])
    loose = alternation(unknown["loose"])
    name = r"[A-Z][^\W\d_A-Z]['’\w-]*"
    first_words = {phrase.split()[0] for phrase in (*unknown["types"], *unknown["phrases"], *unknown["loose"])}
    return {
        "unknown_words": frozenset(first_words | set(unknown["prefixes"])),
        "unknown_hyphen": re.compile(
            rf"(?<![\w'’-])[A-Z][\w'’]{{1,20}}(?:-[\w'’]{{1,20}})?-(?:{alternation(lexicon['suffixes']['unknown'])})(?![\w-])"
        ),
        "unknown_type": re.compile(
            rf"(?<![\w'’-])(?P<name>{name}(?:\s{name}){{0,2}})\s(?:(?P<type>{types})|(?P<loose>{loose}))(?![\w-])"
            rf"|(?<![\w'’-])(?:{alternation(unknown['prefixes'])})\s{name}"
        ),
    }


def _tables(lexicon: dict[str, Any]) -> dict[str, Any]:
    relations = {phrase: kind for kind, phrases in lexicon["relations"].items() for phrase in phrases}
    zones = {word.lower(): kind for kind, group in lexicon["zones"].items() for word in group}
    nouns = frozenset(lexicon["heads"]["nouns"]) | {"towns", "ports"}
    return {"relation_of": relations, "zone_of": zones, "units": lexicon["distance"]["units"], "nouns": nouns}


def compass_point(words_: str) -> str | None:
    """The bare side that words describe: `compass_point("north-western") == "northwest"`; inner words stay as "inland"."""
    folded = words_.lower().replace("-", "").replace(" ", "")
    lexicon = words("en/places.toml")
    if any(inner in folded for inner in lexicon["inner"]):
        return "inland"
    points = sorted(lexicon["compass"], key=len, reverse=True)
    return next((point for point in points if point in folded), None)
