"""Chains: mentions that describe one place joined, and the words before and after them that belong to the phrase."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from watchfloor.places.gazetteer import NameIndex
from watchfloor.places.mentions import Mention
from watchfloor.places.names import word_after
from watchfloor.places.patterns import Grammar, compass_point, grammar
from watchfloor.places.resolve import AREAS, TOWNS, contains, kilometres


class Context(Struct, frozen=True, kw_only=True):
    """What a text and its caller say about where it plays."""

    text: str
    index: NameIndex
    country: str | None
    votes: Counter[str]


class Chain(Struct, frozen=True, kw_only=True):
    """Mentions that describe one place: "Hwangju County in North Hwanghae Province". The first is the place itself."""

    start: int
    end: int
    mentions: tuple[Mention, ...]
    side: str | None = None
    owner: Mention | None = None  # "North Korea" of "North Korea's port of Wonsan": it stands before its place


class Opening(Struct, frozen=True, kw_only=True):
    """What leads into a name: "an inland site near", "400-500 km northwest of". `km`: middle of a stated distance."""

    start: int
    relation: str | None = None
    bearing: str | None = None
    km: float | None = None
    spread_km: float = 0.0
    water: bool = False
    side: str | None = None
    sides: bool = False  # several bearings: "northeast, east and southwest of"


def chains(mentions: list[Mention], context: Context) -> Iterator[Chain]:
    """The mentions of a text grouped into one chain a place, in order."""
    at = 0
    while at < len(mentions):
        chain, at = _chain_from(mentions, at, context.text)
        yield chain


def _chain_from(mentions: list[Mention], at: int, text: str) -> tuple[Chain, int]:
    """The chain that begins with a mention, and the position of the next; a sea that only describes a port is passed over."""
    rules = grammar()
    start, owner, side = mentions[at].start, None, None
    if at + 1 < len(mentions):
        gap = text[mentions[at].end : mentions[at + 1].start]
        if _only_describes(mentions[at], gap, rules):
            at += 1
        elif _owns(mentions[at], mentions[at + 1], gap, rules):
            owner, side, at = mentions[at], compass_point(gap), at + 1
    members, end, at = _members(mentions, at, text, rules)
    told = rules.side_after.match(text, end)
    if told:
        side, end = compass_point(told["side"]), told.end()
    return Chain(start=start, end=end, mentions=tuple(members), side=side, owner=owner), at


def _members(mentions: list[Mention], at: int, text: str, rules: Grammar) -> tuple[list[Mention], int, int]:
    """The mention at a position with those that qualify it, where they end, and the position after them."""
    members, end = [mentions[at]], mentions[at].end
    at += 1
    while at < len(mentions) and (gap := text[end : (following := mentions[at]).start]) is not None and len(gap) <= 60:
        if "," in gap and text.startswith(("'s", "’s"), following.end):
            break  # "off its east coast, Seoul's military said"
        if _is_twin(members[-1], following, gap, rules):
            end = _closed(text, following.end, gap)
        elif _joins(members[0], following, gap, rules) or (
            len(members) > 1 and _owns(members[-1], following, gap, rules)
        ):
            members.append(following)
            end = following.end
        else:
            break
        at += 1
    return members, _with_area(text, end, members[-1], rules), at


def _only_describes(mention: Mention, gap: str, rules: Grammar) -> bool:
    """ "the Black Sea port of Odesa" is about Odesa."""
    return not _is_land(mention) and mention.form == "name" and rules.noun_of.fullmatch(gap) is not None


def _owns(owner: Mention, following: Mention, gap: str, rules: Grammar) -> bool:
    """ "North Korea's eastern port city of Wonsan", "Pyongyang's Sunan district"."""
    if owner.form != "name" or following.form not in ("name", "unknown") or rules.owner_gap.fullmatch(gap) is None:
        return False
    return following.form == "unknown" or _holds(following=following, outer=owner)


def _is_twin(member: Mention, following: Mention, gap: str, rules: Grammar) -> bool:
    """A second name of the same place: "East Sea (Sea of Japan)", "Taegwan, also known as Taekwan"."""
    return rules.twin.fullmatch(gap) is not None and bool(set(member.candidates) & set(following.candidates))


def _closed(text: str, end: int, gap: str) -> int:
    return end + 1 if "(" in gap and text[end : end + 1] == ")" else end


def _joins(first: Mention, following: Mention, gap: str, rules: Grammar) -> bool:
    """Whether a mention qualifies the one before: it contains it, lies beside it, or tells its coast."""
    link = rules.link.fullmatch(gap)
    if link is None:
        return False
    word = "," if link["comma"] else link["link"].lower()
    if following.form == "coast":
        return (
            word in ("on", "along", "near", "in", ",", "off")
            and first.form in ("name", "unknown")
            and not _is_country(first)
        )
    if following.form == "unknown":
        return (
            word in (",", "in", "of", "within")
            and following.told_kind in AREAS
            and first.form in ("name", "unknown", "coast")
        )
    if following.form != "name" or _is_country(first):
        return False
    if word in ("near", "off", "by", "at"):
        if first.form in ("unknown", "coast"):
            return not _is_country(following)
        return word != "at" and _is_land(first) and _is_land(following) and not _is_country(following)
    if word in ("on", "along"):
        return False
    return _holds(outer=following, following=first)


def _holds(*, outer: Mention, following: Mention) -> bool:
    inner = following
    if inner.form == "unknown":
        return outer.told_kind in AREAS or any(entry.kind in AREAS for entry in outer.candidates)
    if inner.form == "coast":
        return _is_land(outer)
    # A type word says it is meant to contain, even where the writer errs: "Sinsang-ri, Hambuk Province" lies elsewhere.
    stated = outer.told_kind == "province" and inner.told_kind != "province"
    facility = inner.told_kind in (
        "base",
        "site",
    )  # "Osan Air Base in Pyeongtaek": the name is a town's, the base is not
    pairs = ((area, entry) for area in outer.candidates for entry in inner.candidates)
    return any(
        contains(area, entry)
        or (stated and area.country == entry.country)
        or (facility and area.kind in TOWNS and kilometres(area, entry) <= 2 * area.radius_km)
        for area, entry in pairs
    )


def _is_country(mention: Mention) -> bool:
    return any(entry.kind == "country" for entry in mention.candidates)


def _is_land(mention: Mention) -> bool:
    return any(entry.kind != "sea" for entry in mention.candidates)


def _with_area(text: str, end: int, last: Mention, rules: Grammar) -> int:
    """The end with a closing type word: "the Wonsan, Kangwon Province area"."""
    if (
        last.form not in ("name", "unknown")
        or word_after(text, end).lower() not in rules.after_words
        or _is_country(last)
    ):
        return end
    type_ = rules.after.match(text, end)
    return type_.end() if type_ and last.end == end and last.told_kind is not None else end


def opening(chain: Chain, text: str, *, floor: int) -> Opening:
    """The words before a chain that belong to its phrase, none from before `floor`, where the last phrase ended."""
    rules, at = grammar(), chain.start
    starts = _opening_words(text, at, floor, rules)
    hit = next((hit for start in starts if (hit := rules.before.fullmatch(text, start, at))), None)
    if hit is None:
        return Opening(start=at)
    sides = (hit["spot_side"], hit["side"], hit["plain_side"], hit["coast_side"])
    side = next((compass_point(words) for words in sides if words), None)
    relation = _relation(hit, rules)
    km, spread = _distance(hit, rules)
    return Opening(
        start=hit.start(),
        relation=relation,
        bearing=compass_point(hit["bearing"]) if hit["bearing"] and not hit["sides"] else None,
        sides=hit["sides"] is not None,
        km=km,
        spread_km=spread,
        water=hit["water"] is not None or relation == "off",
        side=side,
    )


def _opening_words(text: str, at: int, floor: int, rules: Grammar) -> list[int]:
    """Where an opening of the name at `at` may start, farthest first: back over words that can belong to one."""
    starts: list[int] = []
    window = text[max(floor, at - 130) : at].replace("\n", " ").replace("\u00a0", " ")
    if not window.endswith(" "):
        return starts
    position = at
    for word in reversed(window[:-1].split(" ")):
        position -= len(word) + 1
        bare = word.strip("(),")
        first = bare[:1]
        folded = bare.lower()
        if not (folded in rules.before_words or first.isdigit() or (first.isupper() and folded[-1:].isalnum())):
            break
        if folded not in rules.never_first or (folded == "in" and len(starts) > 1):
            starts.append(position)
    return starts[::-1]


def _relation(hit: re.Match[str], rules: Grammar) -> str | None:
    if hit["inside"]:
        return "in"
    if hit["relation"] is None:
        return None
    if hit["sides"]:
        return "around"
    if hit["bearing"]:
        return f"{compass_point(hit['bearing'])} of"
    return rules.relation_of.get(" ".join(hit["relation"].lower().split()), "off")


def _distance(hit: re.Match[str], rules: Grammar) -> tuple[float | None, float]:
    """Kilometres of "400-500 km northwest of", and half the spread of the figures."""
    if hit["low"] is None:
        return None, 0.0
    factor = rules.units[" ".join(hit["unit"].lower().split())]
    low = float(hit["low"].replace(",", "")) * factor
    high = float(hit["high"].replace(",", "")) * factor if hit["high"] else low
    return (low + high) / 2, abs(high - low) / 2
