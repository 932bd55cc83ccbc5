"""Mentions: the stretches of a text that name or describe a place, before they are joined and resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from watchfloor.lexicons import words
from watchfloor.places.gazetteer import Entry, Name, NameIndex, find_names
from watchfloor.places.names import word_after, word_before
from watchfloor.places.patterns import REACH, Grammar, compass_point, grammar

Form = Literal["name", "unknown", "coast", "zone", "waters", "between"]

ABBREVIATED = re.compile(r"\s*\((?:EEZ|ADIZ)\)")


class Mention(Struct, frozen=True, kw_only=True):
    """One mention. `name_end` closes the toponym's own words, `end` whatever belongs to it ("launch site", "area")."""

    start: int
    end: int
    name_end: int
    form: Form
    candidates: tuple[Entry, ...] = ()
    told_kind: str | None = None  # the kind the words themselves state: "Hwangju County"
    side: str | None = None
    owner: str | None = None  # the words that say whose coast or zone it is
    owner_name: Name | None = None
    other: Name | None = None  # the second shore of "the sea between X and Y"
    misprint: bool = False
    article: int = 0  # how far the mention starts after its own determiner


def find_mentions(text: str, index: NameIndex, heads: list[re.Match[str]]) -> list[Mention]:
    """Every mention in order, none overlapping: a longer one wins over the names it holds. heads: capitalised words."""
    rules = grammar()
    names = list(find_names(text, index, heads))
    known = [_named(text, name, rules) for name in names]
    taken = [(mention.start, mention.end) for mention in known]
    strangers = [stranger for stranger in _unknown(text, heads, rules) if not _overlaps(stranger, taken)]
    described = list(_described(text, names, rules))
    return _without_overlaps([*described, *known, *strangers])


def _overlaps(mention: Mention, taken: list[tuple[int, int]]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in taken)


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start and mention.form != "name":
            kept[-1] = mention
    return kept


def _named(text: str, name: Name, rules: Grammar) -> Mention:
    """A known name with the type word that follows it: "Hwangju County", "Kusong airfield"."""
    start, end = name.start, name.end
    own = {"start": start, "name_end": end, "candidates": name.candidates}
    if not _takes_type(text, name, rules):
        return Mention(form="name", end=end, **own)  # type: ignore[arg-type]
    type_ = rules.after.match(text, end)
    if type_ is None:
        return Mention(form="name", end=end, **own)  # type: ignore[arg-type]
    word = type_["type"]
    kind = rules.after_kind[" ".join(word.lower().split()).replace("’", "'")]
    printed = type_.end() if word[0].isupper() or kind not in ("base", "site", "area") else end
    return Mention(
        start=start, end=type_.end(), name_end=printed, form="name", candidates=name.candidates, told_kind=kind
    )


def _takes_type(text: str, name: Name, rules: Grammar) -> bool:
    if word_after(text, name.end).lower() not in rules.after_words:
        return False
    return any(entry.kind not in ("country", "sea") for entry in name.candidates)


def _unknown(text: str, heads: list[re.Match[str]], rules: Grammar) -> Iterator[Mention]:
    """Names no gazetteer holds but whose form says place: "Xxx-ri", "Xxx County", "Cape Xxx"."""
    run: list[int] = []  # starts of the capitalised words that stand directly before, this one included
    last = -2
    for head in heads:
        start, end = head.span()
        run = [*run[-2:], start] if start == last + 1 and text[last] == " " else [start]
        last = end
        following = text[end : end + 1]
        if following == "-":
            hit = rules.unknown_hyphen.match(text, start)
            if hit and len(run) == 1:  # "Park Se-ri" is a person
                area = rules.after.match(text, hit.end())
                closing = area.end() if area else hit.end()
                yield Mention(start=start, end=closing, name_end=hit.end(), form="unknown")
        elif following == " " and (_next_word(text, end) in rules.unknown_words or head.group() in rules.unknown_words):
            hits = (rules.unknown_type.match(text, at) for at in run)
            mention = next((_typed_stranger(text, hit, rules) for hit in hits if hit and hit.end() > end), None)
            if mention is not None:
                yield mention


def _next_word(text: str, end: int) -> str:
    return text[end + 1 : end + 20].split(" ", 1)[0].rstrip('.,;:)\n"”')


def _typed_stranger(text: str, hit: re.Match[str], rules: Grammar) -> Mention | None:
    lexicon = words("en/places.toml")
    if hit["name"] is None:
        return Mention(start=hit.start(), end=hit.end(), name_end=hit.end(), form="unknown")
    parts = hit["name"].split()
    skipped = 0
    while parts and parts[0] in lexicon["unknown"]["not_names"]:
        skipped += len(parts.pop(0)) + 1
    if not parts or any(part in lexicon["unknown"]["not_names"] for part in parts):
        return None
    start = hit.start() + skipped
    if hit["loose"] and word_before(text, start).removesuffix("the").lower() not in ("", *lexicon["prepositions"]):
        return None
    kind = rules.after_kind.get((hit["type"] or hit["loose"]).lower())
    return Mention(start=start, end=hit.end(), name_end=hit.end(), form="unknown", told_kind=kind)


def _described(text: str, names: list[Name], rules: Grammar) -> Iterator[Mention]:
    """Coasts, zones and waters: places told by a common noun."""
    starts = {name.start: name for name in names}
    for hit in rules.trigger.finditer(text):
        if hit["coast"]:
            mention = _coast(text, hit, starts, rules)
        elif hit["zone"]:
            mention = _zone(text, hit, starts, rules)
        else:
            mention = _waters(text, hit, starts, rules)
        if mention is not None:
            yield mention


def _name_within(starts: dict[int, Name], first: int, last: int) -> Name | None:
    return next((starts[at] for at in range(first, last) if at in starts), None)


def _named_after(text: str, end: int, starts: dict[int, Name], rules: Grammar) -> tuple[int, Name] | None:
    """The owner that follows: " of Florida", " of the Korean Peninsula"."""
    link = rules.of_name.match(text, end)
    name = starts.get(link.end()) if link else None
    return (name.end, name) if name else None


def _coast(text: str, hit: re.Match[str], starts: dict[int, Name], rules: Grammar) -> Mention | None:
    before = rules.coast_before.search(text, max(0, hit.start() - REACH), hit.start())
    after = word_after(text, hit.end())
    if (
        before is None or after in rules.nouns or after.lower() in ("guard", "guards")
    ):  # "east coast city", "coast guard"
        return None
    owner, side = before["owner"], before["side"]
    following = _named_after(text, hit.end(), starts, rules)
    if not side and following is None and owner in (None, "the"):
        return None
    if following and not side and all(entry.kind != "country" for entry in following[1].candidates):
        return None  # "off the coast of Sinpo" is said of Sinpo
    whole = rules.of_whole.match(text, hit.end())
    end, name = following or (whole.end() if whole else hit.end(), None)
    if name is None and owner:
        name = _name_within(starts, before.start(), before.end())
    point = compass_point(side) if side else None
    return Mention(
        start=before.start(), end=end, name_end=end, form="coast", side=point, owner=owner, owner_name=name,
        article=len("the ") if owner == "the" else 0,
    )  # fmt: skip


def _zone(text: str, hit: re.Match[str], starts: dict[int, Name], rules: Grammar) -> Mention | None:
    before = rules.owner_before.search(text, max(0, hit.start() - REACH), hit.start())
    end = hit.end()
    aside = ABBREVIATED.match(text, end)
    end = aside.end() if aside else end
    kind = rules.zone_of[" ".join(hit["zone"].lower().split())]
    following = _named_after(text, end, starts, rules)
    if kind == "airspace" and following and all(entry.kind != "country" for entry in following[1].candidates):
        return None  # "from the airspace of the Tula region" tells where over Russia
    if before is None and following is None:
        if kind in ("airspace",):
            return None
        return Mention(start=hit.start(), end=end, name_end=hit.end(), form="zone", told_kind=kind)
    start = before.start() if before else hit.start()
    name = following[1] if following else _name_within(starts, start, hit.start())
    return Mention(
        start=start, end=following[0] if following else end, name_end=hit.end(), form="zone", told_kind=kind,
        owner=before["owner"] if before else None, owner_name=name,
    )  # fmt: skip


def _waters(text: str, hit: re.Match[str], starts: dict[int, Name], rules: Grammar) -> Mention | None:
    between = rules.between.match(text, hit.end())
    if between and between.end() in starts:
        return _between(text, hit, starts, between.end(), rules)
    phrase = rules.generic_before.search(text, max(0, hit.start() - 20), hit.end())
    if phrase:
        return Mention(start=phrase.start(), end=hit.end(), name_end=hit.end(), form="waters")
    owner = rules.owner_before.search(text, max(0, hit.start() - 40), hit.start())
    if owner:
        name = _name_within(starts, owner.start(), owner.end())
        return Mention(
            start=owner.start(), end=hit.end(), name_end=hit.end(), form="waters", owner=owner["owner"], owner_name=name
        )
    bare = word_before(text, hit.start()).lower()
    if (
        bare in ("the", "at", "open")
        and hit["sea"] in ("sea", "ocean", "water")
        and text[hit.end() : hit.end() + 1] != "-"
    ):
        article = len(bare) + 1
        return Mention(start=hit.start() - article, end=hit.end(), name_end=hit.end(), form="waters", article=article)
    return None


def _between(text: str, hit: re.Match[str], starts: dict[int, Name], first_at: int, rules: Grammar) -> Mention | None:
    """ "the sea between Korea and Japan", its joining word misprinted or not."""
    opening = rules.between_before.search(text, max(0, hit.start() - 40), first_at)
    first = starts[first_at]
    join = rules.join.match(text, first.end)
    second = starts.get(join.end()) if join else None
    if opening is None or second is None:
        return None
    return Mention(
        start=opening.start(), end=second.end, name_end=second.end, form="between", owner_name=first, other=second,
        article=len("the ") if opening.group().startswith("the ") else 0,
    )  # fmt: skip
