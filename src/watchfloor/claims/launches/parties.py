"""Who launched: the country or group that a verb, a noun or a weapon phrase names as the launching party."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watchfloor.claims.grammar.context import mentioned
from watchfloor.claims.grammar.phrases import lexicon_phrases
from watchfloor.claims.grammar.units import Tagged, Unit
from watchfloor.claims.weapons.weapon_phrases import WeaponPhrase
from watchfloor.lexicons import words

SUBJECT_REACH = 14


def _actors_left(clause: Tagged, index: int) -> Iterator[tuple[str, int]]:
    for at in range(index - 1, max(-1, index - 1 - SUBJECT_REACH), -1):
        unit = clause.units[at]
        if unit.tag in ";:" or (unit.tag == "y" and _OTHER_SUBJECT.search(clause.tags, at + 1, index)):
            return
        country = (
            None
            if _is_sponsor(clause, at) or _is_of_an_office(clause, at)
            else _party_at(clause, at) or _navy_at(clause, at)
        )
        if country is not None and not _is_behind_preposition(clause, at):
            yield country, at


def _navy_at(clause: Tagged, at: int) -> str | None:
    """Whose ship a prefix names: "the USS Porter launched 30 Tomahawks"."""
    ships = words("en/launches.toml")["parties"]["ships"]
    named = clause.units[at].word in ships and clause.sentence.text[clause.units[at].start :][:2].isupper()
    return str(ships[clause.units[at].word]) if named else None


def _is_behind_preposition(clause: Tagged, at: int) -> bool:
    """ "A missile fired over northern Japan": a place, not a party."""
    at -= 1
    while at > 0 and clause.units[at].word in words("en/launches.toml")["parties"]["regions"]:
        at -= 1
    if at > 0 and clause.units[at].word == "by" and clause.units[at - 1].word in ("attempt", "attempts", "bid"):
        return False  # "an attempt by the Kiev regime to strike it with two missiles"
    return at >= 0 and (clause.tags[at] == "i" or clause.units[at].word == "over") and clause.units[at].word != "as"


def _party_at(clause: Tagged, at: int) -> str | None:
    """The country a unit launches for; an official's where the forces are said to be his: "Kim Jong-un's military fired …"."""
    unit = clause.units[at]
    if unit.tag == "o" and clause.tags[at + 1 : at + 2] == "'":
        agency = unit.roles["official"]
        return agency["country"] or None
    group = unit.tag == "g" and len(unit.roles["agency"]["country"]) > len(
        "PAK"
    )  # "Yemen's Houthi forces" are the group's
    if unit.tag == "g" and not group and (named := _CLAIMED.search(clause.tags, 0, at)) is not None:
        return country_of(clause.units[named.start()])  # "Pakistan's Army Strategic Forces Command"
    return country_of(unit)


_CLAIMED = re.compile(r"(?:c'|k|g)[Xbx]?$")  # a country that owns the agency behind it


_OTHER_SUBJECT = re.compile(
    r"r?d[jaxX]+x[vT]*$"
)  # "Taipei stated that the communist regime fired": who launched is unnamed


def _is_of_an_office(clause: Tagged, at: int) -> bool:
    """ "U.S. Vice President Harris": the country of an office, which launches nothing."""
    following = clause.units[at + 1].word if at + 1 < len(clause.units) else ""
    return clause.tags[at] == "c" and following in words("en/attribution.toml")["source_nouns"]["titles"]


def _is_sponsor(clause: Tagged, at: int) -> bool:
    """ "Iran-backed Houthi militants": the country behind who launched, not the one who did."""
    following = clause.units[at + 1].word if at + 1 < len(clause.units) else ""
    friend = at > 0 and clause.units[at - 1].word in ("pro", "anti")  # "pro-Iran fighters"
    return friend or following in words("en/launches.toml")["parties"]["backing"]


def country_of(unit: Unit) -> str | None:
    """The country (alpha-3, or the non-state actor) a unit stands for, as a launching party."""
    for role in ("country", "capital", "contextual", "demonym"):
        if role in unit.roles and unit.tag in "ck":
            return str(unit.roles[role])
    if unit.tag == "g":
        return unit.roles["agency"]["country"] or None
    return None


def subject_of(clause: Tagged, index: int) -> tuple[str, int] | None:
    found = next(_actors_left(clause, index), None)
    return found if found is None or found[0] != "USA" else _host_of(clause, found[1]) or found


def _host_of(clause: Tagged, ally: int) -> tuple[str, int] | None:
    """ "The South Korean and US militaries fired": of two allies the one whose soil it was, however they are ordered."""
    joined = _ALLIED.search(clause.tags, 0, ally)
    country = country_of(clause.units[joined.start()]) if joined is not None else None
    return (country, joined.start()) if joined is not None and country is not None else None


_ALLIED = re.compile(r"[ckg]X?(?:&|/|,)d?$")


def agent_of(clause: Tagged, index: int, *, of_participle: bool = False) -> tuple[str, int] | None:
    """Who a passive names: "was fired by North Korea". A participle's agent stands before the next predicate."""
    for at in range(index + 1, min(len(clause.units), index + 12)):
        if of_participle and clause.tags[at] == "v":
            return None  # "a missile fired at Dhahran was shot down by Saudi air defences"
        if clause.units[at].word in ("assessment", "estimate", "count", "analysis"):
            return None  # "nine missiles fired was an assessment by the Japanese side"
        if clause.units[at].word == "by":
            for near in range(at + 1, min(len(clause.units), at + 7)):
                if clause.tags[near] in ",;VFyi" and near > at + 1:
                    break
                country = (
                    None if _is_sponsor(clause, near) or _is_maker(clause, near) else country_of(clause.units[near])
                )
                if country is not None:
                    return _possessed_group(clause, near) or (country, near)
    return None


def overseer_of(clause: Tagged, index: int) -> tuple[str, int] | None:
    """The country whose leader looked on: "Kim Jong Un oversaw the launch of …", "the test was attended by Kim"."""
    overseeing = words("en/launches.toml")["parties"]["overseeing"]
    verb = next((at for at, unit in enumerate(clause.units) if unit.word in overseeing and abs(at - index) <= 12), None)
    if verb is None:
        return None
    by = clause.units[verb + 1 : verb + 2] != () and clause.units[verb + 1].word == "by"
    near = range(verb + 2, min(len(clause.units), verb + 7)) if by else range(verb - 1, max(-1, verb - 7), -1)
    for at in near:
        if clause.tags[at] in ";:VFy":
            return None
        if clause.tags[at] == "o" and clause.units[at].roles["official"]["country"]:
            return clause.units[at].roles["official"]["country"], at
    return None


def claims_responsibility(clause: Tagged) -> tuple[str, int, int] | None:
    """Who took a launch upon himself: the party, its unit and that of the words: "Hezbollah claimed responsibility"."""
    claim = lexicon_phrases("en/launches.toml", "responsibility", "words").search(clause.folded)
    if claim is None or _UNCLAIMED.search(clause.folded[: claim.start()]):
        return None
    deed = _FOR.match(clause.folded, claim.end())
    if deed is not None and not mentioned("missile_deeds").search(deed.group()):
        return None  # "claimed responsibility for the shooting"
    at = clause.unit_at(claim.start())
    party = subject_of(clause, at)
    return (*party, at) if party is not None else None


_FOR = re.compile(r"\s+for\s+[^,.;]{1,60}")
_UNCLAIMED = re.compile(r"\b(?:no one|nobody|no group|none|not|denied|without)\b")


def vessel_owner_of(clause: Tagged, index: int) -> tuple[str, int] | None:
    """Whose ship or aircraft it left: "was test-fired from the Indian Navy's stealth destroyer"."""
    after = clause.units[index + 1 : index + 9]
    start = next((at for at, unit in enumerate(after) if unit.word in ("from", "aboard")), None)
    if start is None or not any(unit.word in words("en/launches.toml")["attack"]["ships"] for unit in after[start:]):
        return None
    for at in range(index + 2 + start, min(index + 6 + start, len(clause.units))):
        country = country_of(clause.units[at])
        if country is not None:
            return country, at
    return None


def user_of(clause: Tagged, phrase: WeaponPhrase) -> tuple[str, int] | None:
    """ "Russian forces used three missiles launched from …": whose the weapon is, by the verb it is the object of."""
    verb = phrase.first - 1
    used = verb > 0 and clause.units[verb].word in words("en/launches.toml")["attack"]["using"]
    return subject_of(clause, verb) if used else None


def _possessed_group(clause: Tagged, at: int) -> tuple[str, int] | None:
    """ "Yemen's Houthi rebels", "Lebanon's Hezbollah": the group, where a country only says where it is at home."""
    if clause.tags[at + 1 : at + 2] == "'" and clause.tags[at + 2 : at + 3] in ("c", "k", "g"):
        group = country_of(clause.units[at + 2])
        return (group, at + 2) if group is not None else None
    return None


def owner_of(clause: Tagged, phrase: WeaponPhrase) -> tuple[str, int] | None:
    """The country in the weapon phrase or owning it: "a North Korean missile", "Iran's Khorramshahr", "an ICBM of the U.S. Air Force"."""
    for at in range(phrase.first, phrase.head):
        country = country_of(clause.units[at])
        if country is not None and not _is_maker(clause, at):
            return country, at
    if clause.units[phrase.first].word in ("its", "their"):
        return next(_actors_left(clause, phrase.first), None)
    return _owner_before(clause, phrase.first) or _owner_behind(clause, phrase.last)


def _is_maker(clause: Tagged, at: int) -> bool:
    """ "A Russian-built engine", "Iranian-made rockets": who made it, not who fired it."""
    following = clause.units[at + 1 : at + 2]
    return bool(following) and following[0].word in _MADE


_MADE = frozenset({"made", "built", "supplied", "designed", "provided", "origin", "style", "manufactured"})


def _owner_before(clause: Tagged, first: int) -> tuple[str, int] | None:
    """ "Iran's Khorramshahr", "a US Air Force Minuteman III", "Japan's new main rocket H3": who stands right before it."""
    at = first - 1
    while at >= 0 and first - at <= 4 and clause.tags[at] in 'ajn"w':
        at -= 1
    if at > 0 and clause.tags[at] == "'" and first - at <= 4:
        country = _party_at(clause, at - 1)
        return (country, at - 1) if country is not None else None
    if at >= 0 and clause.tags[at] == "c" and at == first - 1 and (at == 0 or clause.tags[at - 1] not in "iVBGF&"):
        country = country_of(clause.units[at])  # "120 Hezbollah rockets"
        return (country, at) if country is not None else None
    if at >= 0 and clause.tags[at] == "g" and (at == 0 or clause.tags[at - 1] in "dkc'"):
        country = country_of(clause.units[at])
        return (country, at) if country is not None else None
    return None


_OF_OWNER = re.compile(r"id?[xXjk]{0,3}[gck]")


def _owner_behind(clause: Tagged, last: int) -> tuple[str, int] | None:
    """ "An ICBM of the U.S. Air Force", "the rocket of the Japanese company Space One", "the missile tested by the North"."""
    at = last + 1
    at += clause.tags[at : at + 1] == "V"
    if clause.units[at : at + 1] == () or clause.units[at].word not in ("of", "by"):
        return None
    owner = _OF_OWNER.match(clause.tags, at)
    if owner is None or _is_sponsor(clause, owner.end() - 1):
        return None
    country = country_of(clause.units[owner.end() - 1])
    return (country, owner.end() - 1) if country is not None else None


def _named_ship(clause: Tagged, start: int) -> int | None:
    """The unit of a navy's prefix to a ship's name: "from the USS Louisiana"."""
    ships = words("en/launches.toml")["parties"]["ships"]
    for at in range(start, min(start + 5, len(clause.units))):
        if clause.units[at].word in ships and clause.sentence.text[clause.units[at].start :][:2].isupper():
            return at
        if clause.tags[at] in "VFy,;.":
            return None
    return None


def state_fired_from(clause: Tagged, start: int) -> tuple[str, int] | None:
    """The state a launch is said to come from, where nobody else fires from its soil: "was launched from North Korea"."""
    fires_alone = words("en/launches.toml")["parties"]["fire_alone"]
    ships = words("en/launches.toml")["parties"]["ships"]
    for at in range(start, len(clause.units) - 1):
        if clause.units[at].word in ("from", "aboard") and (ship := _named_ship(clause, at + 1)) is not None:
            return ships[clause.units[ship].word], ship
        held = clause.units[at + 2 : at + 3] != () and clause.units[at + 2].word in (
            "controlled",
            "held",
            "run",
            "ruled",
        )
        if clause.units[at].word == "from" and clause.tags[at + 1] == "c" and held:
            group = country_of(clause.units[at + 1])  # "launched from Houthi-controlled areas of Yemen"
            return (group, at + 1) if group is not None else None
        if clause.units[at].word == "from" and clause.tags[at + 1] == "c" and clause.tags[at + 2 : at + 3] != "'":
            country = country_of(clause.units[at + 1])
            return (country, at + 1) if country is not None and country in fires_alone else None
    return None


def owner_of_noun(clause: Tagged, index: int, phrase: WeaponPhrase | None) -> tuple[str, int] | None:
    """ "North Korea's launch of", "the North Korean missile launch", "a missile launch by Iran"."""
    if phrase is not None and (found := owner_of(clause, phrase)) is not None:
        return found
    for at in range(index - 1, max(-1, index - 8), -1):
        country = country_of(clause.units[at])
        if country is not None and (clause.tags[at] == "k" or clause.tags[at + 1] == "'"):
            return country, at
        if clause.tags[at] in ",;VFy":
            break
    by = clause.tags.find("y", index)  # "the test on Saturday was described by Indian officials as …"
    told = any(unit.word == "by" for unit in clause.units[index + 1 : by]) if by >= 0 else True
    return agent_of(clause, index) if told else None
