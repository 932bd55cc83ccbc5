"""What the weapon phrases of a sentence claim: how many were launched, of which class and system, and how surely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from watchfloor.claims.findings import Finding, hedge_before, hedge_inside
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.grammar.vocabulary import fold, spelled, tokens
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.claims.weapons.counts import count_of, counted_launches, is_one_of_those
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase
from watchfloor.lexicons import Row, names, table
from watchfloor.records import Hedge


def launched_weapons(clause: Tagged, trigger: Trigger, *, told: bool) -> Iterator[Finding]:
    """Count, class and system of what a trigger launched. `told`: a launch was told before, which "the missile" takes up."""
    nominal = counted_launches(clause, trigger)
    if nominal is not None:
        yield nominal
    for phrase in trigger.objects:
        taken_up = phrase.taken_up and phrase.count is None and not phrase.systems
        passed = taken_up and trigger.voice in ("passive", "participle", "liftoff")
        if not passed and nominal is None and not (told and is_one_of_those(clause, phrase, trigger)):
            yield from count_of(clause, phrase, trigger)
        known = taken_up and (told or "missile" not in phrase.features)
        known = known and (trigger.voice != "active" or phrase.code in ("missile", "projectile"))
        yield from kind_of(clause, phrase, anaphoric=known)


def kind_of(
    clause: Tagged, phrase: WeaponPhrase, *, anaphoric: bool, hedge: Hedge | None = None, polarity: bool = True
) -> Iterator[Finding]:
    """Class and systems of a phrase; "the missile" taken up again states no class."""
    units = clause.units
    start, end = units[phrase.first].start, units[phrase.last].end
    hedge = (
        hedge
        or hedge_inside(clause.sentence.text, clause.folded, start, end)
        or hedge_before(clause.sentence.text, clause.folded, start)
    )
    if phrase.code is not None and not (
        anaphoric and phrase.code in ("missile", "projectile", "artillery_rocket", "ballistic_missile")
    ):
        for code in (phrase.code, *phrase.also):
            yield Finding(
                attribute="weapon",
                value=code,
                start=start,
                end=end,
                unit=phrase.head,
                hedge=hedge,
                polarity=polarity,
            )
    seen: set[str] = set()
    for index, row in phrase.systems if not _is_only_payload(phrase) else ():
        if row["name"] not in seen and not _is_other_name(clause, index):
            seen.add(row["name"])
            yield Finding(
                attribute="system",
                value=_first_name(clause, row),
                start=units[index].start,
                end=units[index].end,
                unit=index,
                hedge=hedge,
                polarity=polarity,
            )


def _is_other_name(clause: Tagged, index: int) -> bool:
    """ "Pukguksong (KN-11)": the name in brackets is the same weapon's."""
    return clause.tags[max(0, index - 2) : index] == "s("


def _is_only_payload(phrase: WeaponPhrase) -> bool:
    """ "The Noor-3 satellite": named like the Noor missile, and none."""
    return "payload" in phrase.features and not phrase.launches_satellites


def _first_name(clause: Tagged, row: Row) -> str:
    """The one name for a system that a sentence names twice: "the KN-11, also known as Pukguksong-1" is KN-11.

    The lexicon's own name goes before another: "Kh-47M2 Kinzhal" is Kinzhal.
    """
    printed = [
        printed_system(row, unit.word)
        for unit in clause.units
        if unit.tag == "s" and unit.roles["system"]["name"] == row["name"]
    ]
    return row["name"] if row["name"] in printed else printed[0]


@lru_cache(maxsize=2048)
def _spellings(name: str) -> dict[str, str]:
    row = next(row for row in table("world/systems.csv") if row["name"] == name)
    return {
        " ".join(token.word for token in tokens(fold(spelling))): _plain_name(alias, name)
        for alias in reversed(names(row))
        for spelling in spelled(alias)
    }


def _plain_name(alias: str, name: str) -> str:
    """A name without the words that only say what it is: "Abdali Weapon System" is Abdali, "600mm rocket launcher" 600mm MLRS."""
    if alias == name:
        return name
    calibre = _CALIBRE.match(alias)
    return f"{calibre.group(1)}mm MLRS" if calibre is not None else _DESCRIPTION.sub("", alias)


_CALIBRE = re.compile(r"(\d+)[ -]?mm .*(?:launch|MLRS)")
_DESCRIPTION = re.compile(
    r" (?:satellite|hypersonic|launch vehicle|weapon system|missile system|system|missile|rocket)$", re.I
)


def printed_system(row: Row, word: str) -> str:
    """The system's name as printed, in the lexicon's spelling of it: "scuds" → "Scud", "kn 23" → "KN-23"."""
    spellings = _spellings(row["name"])
    return spellings.get(word) or spellings.get(word.removesuffix("s")) or row["name"]
