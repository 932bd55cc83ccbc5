"""Speakers: from the words of a source to the agency, office or person who asserts, one name for one observer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import structs

from watchfloor.claims.attribution.sources import opening_subject
from watchfloor.claims.attribution.speaker_memory import RELAY_KINDS, SpeakerMemory
from watchfloor.claims.grammar.units import Tagged, Unit
from watchfloor.lexicons import Row, table, words
from watchfloor.records import Speaker

_PERSON = "X"
_PRONOUNS = frozenset({"it", "they", "he", "she", "both", "him", "her", "them"})
_PRESS = frozenset(
    {"newspaper", "newspapers", "broadcaster", "broadcasters", "wire", "press", "news", "website", "daily", "outlet"}
    | {"outlets", "television", "media", "agency"}
)


def speakers_in(clause: Tagged, first: int, last: int, memory: SpeakerMemory) -> tuple[Speaker, ...]:
    """The speakers a source phrase names: agencies, officials, outlets, groups of officials, persons; () where it is nobody."""
    units = clause.units[first : last + 1]
    named = tuple(_named_speakers(clause, first, last, memory))
    named = (
        tuple(s for s in named if s.agency is not None or s.kind in RELAY_KINDS) or named
    )  # "state news agency IRNA"
    if named:
        named = (*_joined_country(clause, first, last, named), *named)
        _introduce_person(units, named, memory)
        if "o" in clause.tags[first : last + 1]:
            memory.entitle(_titles_in(units) - {"official"}, named[-1])  # "the mayor" later
        return _head_of(clause, first, last, _merged(named), memory)
    group = _group_speakers(clause, first, last, memory)
    if group:
        return group if group[0].agency is not None else _person_behind(clause, first, last, group, memory)
    return _pronoun_or_person(clause, first, last, memory)


def _joined_country(clause: Tagged, first: int, last: int, named: tuple[Speaker, ...]) -> Iterator[Speaker]:
    """ "The South Korean and Japanese military": the other country's own, where one agency is named for both."""
    joined = _JOINED.search(clause.tags, first, last + 1)
    country = _country(clause.units[joined.start("country")]) if joined is not None else None
    kind = {"ministry": "military", "coast_guard": "military"}.get(named[0].kind or "", named[0].kind)
    if country is None or len(named) != 1 or country == named[0].country or kind not in ("military", "government"):
        return
    yield _country_speaker(country, clause.text(first, last), military=kind == "military", grouped=False)


_JOINED = re.compile(r"(?P<country>[kc])X?&[gb]")


def is_unnamed_group(speakers: tuple[Speaker, ...]) -> bool:
    """Whether only "officials" or "sources" speak, nobody's in particular."""
    unnamed = _lexicon()["unnamed"]
    return all(speaker.agency is None and (speaker.printed or "").lower() in unnamed for speaker in speakers)


def _head_of(
    clause: Tagged, first: int, last: int, named: tuple[Speaker, ...], memory: SpeakerMemory
) -> tuple[Speaker, ...]:
    """ "Oleh Petrenko, head of the regional administration": the person, for a body without a standard name of its own.

    The name may stand behind: "the head of the regional administration, Oleh Petrenko".
    """
    comma, behind = clause.tags.find(",", first, last), clause.tags.rfind(",", first, last)
    if len(named) != 1 or comma < 0 or named[0].kind in RELAY_KINDS:
        return named
    agency = _agencies().get(named[0].agency or "")
    if agency is not None and agency.get("standard"):
        return named
    if set(clause.tags[first:comma]) == {_PERSON}:
        name = clause.text(first, comma - 1)
    elif set(clause.tags[behind + 1 : last + 1]) <= {_PERSON, "o"} and last > behind:
        name = clause.text(behind + 1, last)
    else:
        return named
    person = structs.replace(named[0], name=name, printed=name)
    memory.introduce(name.lower().split()[-1], person)
    memory.entitle(_titles_in(clause.units[first : last + 1]), person)
    return (person,)


def _titles_in(units: tuple[Unit, ...]) -> set[str]:
    """The titles among the words of a source: "governor", "spokesman"."""
    return {word for unit in units for word in unit.word.split()} & (
        set(_lexicon()["titles"]) | {"official", "officer"}
    )


def _person_behind(
    clause: Tagged, first: int, last: int, group: tuple[Speaker, ...], memory: SpeakerMemory
) -> tuple[Speaker, ...]:
    """ "The head of the Kyiv police, Andriy Zub": the person named behind the office, where it has no standard name."""
    behind = clause.tags.rfind(",", first, last)
    if behind < 0 or not 1 < last - behind < 5 or set(clause.tags[behind + 1 : last + 1]) != {_PERSON}:
        return group
    name = clause.text(behind + 1, last)
    person = structs.replace(group[0], name=name, printed=name)
    memory.introduce(clause.units[last].word, person)
    memory.entitle(_titles_in(clause.units[first : last + 1]), person)
    return (person,)


def _named_speakers(clause: Tagged, first: int, last: int, memory: SpeakerMemory) -> Iterator[Speaker]:
    country: str | None = None
    for at in range(first, last + 1):
        unit = clause.units[at]
        if unit.tag in "ck":
            country = _country(unit)
        if unit.tag == "g" and clause.tags[at + 1 : at + 3] == "'b":
            continue  # "the Kremlin's Defence Ministry"
        if unit.tag in "gb" and at < last and clause.units[at + 1].word in _ranks():
            continue  # "Air Force Maj. Gen. Patrick Ryder"
        if unit.tag == "b" and at + 2 <= last and clause.tags[at + 1 : at + 3] in (",g", ",u"):
            continue  # "Iran's semi-official news agency, Tasnim"
        if unit.tag in "gb" and clause.tags[at + 1 : at + 2] in ("g", "b", "o") and at < last:
            continue  # "the Kyiv Army General Staff", "Defense Minister Nobuo Kishi"
        if unit.tag == "g":
            yield agency_speaker(unit.roles["agency"], _printed(clause, at))
        elif unit.tag == "o":
            yield _official_speaker(unit.roles["official"], _printed(clause, at))
        elif unit.has("bare_agency"):
            yield from _bare_speaker(clause, at, country, memory)
        elif unit.tag == "u":
            yield outlet_speaker(unit, _printed(clause, at))


@lru_cache(maxsize=1)
def _ranks() -> frozenset[str]:
    return frozenset(words("en/attribution.toml")["source_nouns"]["ranks"])


def outlet_speaker(unit: Unit, printed: str) -> Speaker:
    """An outlet as the source of words: `kind` is one of RELAY_KINDS."""
    row = unit.roles["outlet"]
    return Speaker(
        name=row["name"], country=row.get("country") or None, kind=row.get("kind") or "outlet", printed=printed
    )


def agency_speaker(row: Row, printed: str) -> Speaker:
    standard = row.get("standard") or ""
    return Speaker(
        name=standard or printed, country=row["country"] or None, kind=row["kind"], agency=row["name"], printed=printed
    )


def _official_speaker(row: Row, printed: str) -> Speaker:
    agency = _agencies().get(row["agency"])
    if agency is None or not agency.get("standard"):
        return Speaker(
            name=printed,
            country=agency["country"] if agency else None,
            kind="official",
            agency=row["agency"],
            printed=printed,
        )
    return agency_speaker(agency, printed)


def _bare_speaker(clause: Tagged, at: int, country: str | None, memory: SpeakerMemory) -> Iterator[Speaker]:
    unit = clause.units[at]
    rows = unit.roles["bare_agency"]
    known = memory.bare(unit.word)
    wanted = country or _country_after(clause, at)
    if wanted is None and known is not None and not _is_own(clause, at):
        yield known
        return
    row = _row_in_context(clause, at, rows, wanted, memory)
    if row is None:
        if country is not None or not _is_own(clause, at):
            yield Speaker(name=_printed(clause, at), country=country, kind="official", printed=_printed(clause, at))
        return
    speaker = agency_speaker(row, _possessed(clause, at))
    memory.remember_bare(unit.word, speaker)
    yield speaker


def _is_own(clause: Tagged, at: int) -> bool:
    return at > 0 and clause.units[at - 1].word in ("its", "their")


def _row_in_context(clause: Tagged, at: int, rows: list[Row], wanted: str | None, memory: SpeakerMemory) -> Row | None:
    """The agency of a form that several countries have: of the country named with it, in its sentence, or spoken of last."""
    watched = _is_watched(memory.launcher, clause.units[at].word)
    nearby = [
        country
        for unit in clause.units[:at]
        if (country := _country(unit)) is not None and not _is_watched(country, clause.units[at].word)
    ]
    nearby += [unit.roles["outlet"]["country"] for unit in clause.units[:at] if unit.tag == "u"]
    for country in (
        wanted,
        *(nearby if wanted is None else ()),
        memory.country if wanted is None else None,
        memory.home if wanted is None and not (watched and memory.home == memory.launcher) else None,
        memory.launcher if wanted is None and not watched else None,
        *(_watchers(memory.launcher) if wanted is None else ()),
    ):
        row = next((row for row in rows if row["country"] == country), None)
        if row is not None:
            return row
    return rows[0] if len(rows) == 1 and wanted is None else None


def _is_watched(launcher: str | None, form: str) -> bool:
    """Whether a bare form beside a launching party's name is a watcher's: "North Korea fired …, the military said"."""
    forms = words("en/attribution.toml")["watched_forms"].get(launcher or "", ())
    return form in forms


def _watchers(launcher: str | None) -> tuple[str, ...]:
    return tuple(words("en/attribution.toml")["watchers"].get(launcher or "", ()))


def _country_after(clause: Tagged, at: int) -> str | None:
    """ "The Defense Ministry in Tokyo", "the Defense Ministry of Japan": the country named right behind."""
    following = clause.units[at + 1 : at + 3]
    return _country(following[1]) if len(following) == 2 and following[0].word in ("in", "of") else None


def _group_speakers(clause: Tagged, first: int, last: int, memory: SpeakerMemory) -> tuple[Speaker, ...]:
    """ "U.S. and South Korean officials": one speaker a country, named as printed unless the register has a standard name."""
    units = clause.units[first : last + 1]
    military = any(
        unit.word.split()[0] in ("military", "militaries", "army", "armies", "defense")
        for unit in units
        if unit.has("source_noun") or unit.tag in "xj"
    )
    press = any(unit.has("source_noun") and unit.word.split()[-1] in _PRESS for unit in units)
    grouped = any(unit.has("source_noun") and unit.word.split()[-1] in _lexicon()["unofficial"] for unit in units)
    military = military and not grouped
    countries = [
        country
        for at, unit in enumerate(units)
        if (country := _country(unit)) is not None and not _only_backs(units[at + 1 : at + 2])
    ]
    if not countries:
        return ()
    group = next((unit for unit in units if unit.tag == "c" and not (_country(unit) or "").isupper()), None)
    armed = group is not None and not any(unit.has("source_noun") for unit in units)  # "the Houthis in Yemen"
    printed = _printed(clause, clause.units.index(group)) if armed and group is not None else clause.text(first, last)
    countries = countries[:1] if armed else countries
    return tuple(
        _country_speaker(country, printed, military=military, grouped=grouped, press=press)
        for country in dict.fromkeys(countries)
    )


def _only_backs(following: tuple[Unit, ...]) -> bool:
    """Whether a country only stands behind who speaks: "the US-led coalition", "the Iran-backed group"."""
    return bool(following) and following[0].word in words("en/launches.toml")["parties"]["backing"]


def _country_speaker(country: str, printed: str, *, military: bool, grouped: bool, press: bool = False) -> Speaker:
    kind = "military" if military else "government"
    row = None if grouped else _standards().get((country, kind))
    name = row["standard"] if row else printed
    return Speaker(
        name=name,
        country=country,
        kind="outlet" if press else "official" if grouped else kind,
        agency=row["name"] if row else None,
        printed=printed,
    )


def _pronoun_or_person(clause: Tagged, first: int, last: int, memory: SpeakerMemory) -> tuple[Speaker, ...]:
    units = clause.units[first : last + 1]
    if units[-1].word in _PRONOUNS:
        return _opening_subject(clause, first) or memory.last or _subject_of_sentence(clause, first, memory)
    names = [unit for unit in units if unit.tag == _PERSON and not _is_common(clause, unit)]
    if names:
        known = memory.named(names[-1].word)
        if known is not None:
            return (known,)
        if (
            units[0].word in ("minister", "secretary", "president", "general", "spokesman", "spokesperson")
            and memory.last
        ):
            memory.introduce(names[-1].word, memory.last[-1])
            return memory.last[-1:]
        titled = [unit for unit in names if unit.word not in _lexicon()["titles"]] or names  # "Governor Oleh Kiper"
        printed = clause.sentence.text[titled[0].start : _name_end(clause.sentence.text, names[-1].end)]
        if units[-1].has("source_noun") and units[-1].tag != _PERSON and all(unit.tag != "," for unit in units):
            printed = clause.text(first, last)  # "the Sumy rescue council": a body, not a person
        press = any(unit.word.split()[-1] in _PRESS for unit in units)
        speaker = Speaker(name=printed, kind="outlet" if press else "official", printed=printed)
        memory.introduce(names[-1].word, speaker)
        memory.entitle(_titles_in(units), speaker)
        return (speaker,)
    if any(unit.has("source_noun") for unit in units):
        return _taken_up(clause, first, last, memory)
    return ()


def _opening_subject(clause: Tagged, pronoun: int) -> tuple[Speaker, ...]:
    """Whom "it" is by the clause that opens the sentence: "When the North last held such a drill, it said …"."""
    at = 2 if clause.tags[1:2] == "d" else 1
    if not clause.tags.startswith("S") or at >= pronoun or clause.units[pronoun].word not in ("it", "they"):
        return ()
    country = _country(clause.units[at]) if clause.tags[at] == "c" and clause.tags[at + 1] != "'" else None
    return () if country is None else (_country_speaker(country, _printed(clause, at), military=False, grouped=False),)


def _subject_of_sentence(clause: Tagged, before: int, memory: SpeakerMemory) -> tuple[Speaker, ...]:
    """Who "it" is where nobody has spoken yet: "Pakistan's army conducted a test, it said in a statement"."""
    subject = opening_subject(clause, before)
    return speakers_in(clause, *subject, memory) if subject is not None else ()


def _name_end(text: str, end: int) -> int:
    """Where a name ends that goes on behind a hyphen: "Hsu Jui-feng"."""
    while text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        end += 1
        while text[end : end + 1].isalpha():
            end += 1
    return end


def _is_common(clause: Tagged, unit: Unit) -> bool:
    """Whether a capital is no name's: "Beach walkers" opens a sentence, "State-owned" modifies a noun."""
    if unit is clause.units[0] and clause.tags[1:2] == "x" and not _is_said(clause, 1):
        return True
    return unit.word in _lexicon()["modifiers"]


def _lexicon() -> dict[str, list[str]]:
    nouns: dict[str, list[str]] = words("en/attribution.toml")["source_nouns"]
    return nouns


def _is_said(clause: Tagged, at: int) -> bool:
    """Whether an adverb stands there, as in "Kim later said"."""
    return clause.units[at].word in words("en/attribution.toml")["cues"]["adverbs"] or clause.units[at].word.endswith(
        "ly"
    )


def _taken_up(clause: Tagged, first: int, last: int, memory: SpeakerMemory) -> tuple[Speaker, ...]:
    """ "the ministry", "the statement": a speaker named before; "analysts": a group as printed."""
    head = next(unit for unit in reversed(clause.units[first : last + 1]) if unit.has("source_noun"))
    titled = memory.titled(head.word) if clause.units[first].word in ("the", "this") and last - first == 1 else None
    if titled is not None:
        return (titled,)
    if clause.tags[first] != "d" and clause.text(first, last).lower() in _lexicon()["nobody"]:
        return ()  # "according to preliminary reports"
    spoken = [word for unit in clause.units[first : last + 1] for word in unit.word.split()]
    nouns = [word for word in spoken if word in _lexicon()["of_agencies"]]
    known = memory.bare(head.word) or memory.heard_as(tuple(nouns))
    if known is not None:
        return (known,)
    if head.word in _lexicon()["relay_nouns"] and memory.last:
        return memory.last  # "a brief statement on the ministry's website"
    if clause.units[first].word in ("the", "its", "his", "this") and (resumed := _resumed(head.word, memory)):
        return resumed
    printed = clause.text(first, last)
    return (Speaker(name=printed, country=None, kind="official", printed=printed),)


def _resumed(noun: str, memory: SpeakerMemory) -> tuple[Speaker, ...]:
    """Who spoke last, where the noun can stand for him: "the official", "the company" after SpaceX, "the paper" after an outlet."""
    kinds = words("en/attribution.toml")["resumed"].get(noun.split()[-1], ())
    if "outlet" in kinds and memory.relay is not None:
        return (memory.relay,)
    return memory.last if "any" in kinds or any(speaker.kind in kinds for speaker in memory.last) else ()


def _introduce_person(units: tuple[Unit, ...], named: tuple[Speaker, ...], memory: SpeakerMemory) -> None:
    """ "Defence Minister Taro Kanda": later "Kanda said" is the ministry."""
    if units[-1].tag == _PERSON and len(units) > 1:
        memory.introduce(units[-1].word, named[-1])
    elif len(units) > 3 and any(unit.tag == "," for unit in units):
        people = [unit for unit in units[: next(i for i, u in enumerate(units) if u.tag == ",")] if unit.tag == _PERSON]
        if people:
            memory.introduce(people[-1].word, named[-1])


def _merged(speakers: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """One speaker for one observer: "the Joint Chiefs of Staff (JCS)" is named twice."""
    return tuple(
        {(speaker.agency or speaker.name, speaker.country): speaker for speaker in reversed(speakers)}.values()
    )[::-1]


def _country(unit: Unit) -> str | None:
    for role in ("country", "capital", "demonym", "contextual"):
        if role in unit.roles and unit.tag in "ckp":
            return str(unit.roles[role])
    if unit.tag == "p" and unit.read is not None:
        place = unit.read.place
        return place.country if place.kind in ("capital", "country", "city") else None
    return None


def _printed(clause: Tagged, at: int) -> str:
    unit = clause.units[at]
    return clause.sentence.text[unit.start : unit.end]


def _possessed(clause: Tagged, at: int) -> str:
    """The agency with the country before it: "Russia's Defence Ministry", "Ukrainian air force"."""
    start = at
    while start > 0 and clause.tags[start - 1] in "'ck" and at - start < 3:
        start -= 1
    start += clause.tags[start] == "'" and start < at
    return clause.text(start, at)


@lru_cache(maxsize=1)
def _agencies() -> dict[str, Row]:
    return {row["name"]: row for row in table("world/agencies.csv")}


@lru_cache(maxsize=1)
def _standards() -> dict[tuple[str, str], Row]:
    """The agency that stands for a country's government or military where only "officials" are named."""
    chosen: dict[tuple[str, str], Row] = {}
    wanted = words("en/attribution.toml")["standards"]
    for key, name in wanted.items():
        country, kind = key.split("-")
        row = _agencies().get(name)
        if row is not None and row.get("standard"):
            chosen[(country, kind)] = row
    return chosen
