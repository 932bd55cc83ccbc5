"""Weapon phrases: what was fired, how many, of which class and system, in the words of the phrase itself."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from watchfloor.claims.grammar.units import Tagged, Unit
from watchfloor.lexicons import Row, words
from watchfloor.records import Quantity, Zone

_MADE = frozenset({"made", "built", "supplied", "provided", "donated", "designed", "developed", "style"})
_KNOWN = frozenset({"the", "this", "these", "those", "both", "that"})
_INSIDE = 'asjk"'  # tags that may stand inside a weapon phrase, left of its head
_KINDS = frozenset({"ballistic", "cruise", "hypersonic", "anti_ship", "surface_to_air"})  # of which a missile has one
# behind these stands what another thing carries: "two bombers carrying Kh-22 missiles"
CARRYING = frozenset({"carrying", "bearing", "hauling", "ferrying", "armed", "equipped", "loaded"})
_MAX_UNKNOWN = 2  # unknown words inside one phrase: "a previously unseen ballistic missile"


class WeaponPhrase(Struct, frozen=True):
    """A noun phrase of a weapon: units `first`…`last` (its head), features, class, systems, and how it is determined."""

    first: int
    last: int
    head: int
    features: frozenset[str]
    code: str | None
    systems: tuple[tuple[int, Row], ...]  # the unit that names it, and its row
    count: Quantity | None
    count_unit: int | None
    plural: bool
    definite: bool
    taken_up: bool  # determined as known: "the missile", "both missiles"
    demonym: str | None
    swallowed: bool  # a mere modifier of another noun: "missile engine"
    compound: int | None  # the launch noun it is joined to: "missile launch"
    also: tuple[str, ...] = ()  # the further classes of coordinated modifiers: "ballistic and cruise missiles"

    @property
    def launches_satellites(self) -> bool:
        """Whether one of its systems is a satellite launcher by the lexicon."""
        return any(row["class"] == "space_launch" for _, row in self.systems)

    @property
    def bare(self) -> bool:
        """Whether the phrase has neither a number nor a determiner: "missiles", "ballistic missile" in a headline."""
        return self.count is None and not self.definite


def weapon_phrases(clause: Tagged, *, orbital: bool = False) -> tuple[WeaponPhrase, ...]:
    """The weapon phrases of a sentence, left to right. `orbital`: the report speaks of satellites, so a rocket is a launcher."""
    found: list[WeaponPhrase] = []
    covered: set[int] = set()
    for index, unit in enumerate(clause.units):
        if (
            unit.tag == "w"
            and index not in covered
            and not _is_inner_head(clause, index)
            and not _is_title(clause, index)
            and not _is_play(clause, index)
        ):
            phrase = _phrase(clause, index, orbital)
            found.append(phrase)
            covered.update(range(phrase.first, phrase.last + 1))
    for index, unit in enumerate(clause.units):
        if unit.tag == "s" and index not in covered:
            phrase = _phrase(clause, index, orbital)
            found.append(phrase)
            covered.update(range(phrase.first, phrase.last + 1))
    return tuple(sorted(_without_parts(found), key=lambda phrase: phrase.first))


def _without_parts(phrases: list[WeaponPhrase]) -> list[WeaponPhrase]:
    """The phrases that are no part of a longer one: "ten rounds" goes where "ten rounds of 240mm rockets" stands."""
    return [p for p in phrases if not any(p is not q and q.first <= p.first and p.last < q.last for q in phrases)]


def _is_title(clause: Tagged, index: int) -> bool:
    """Whether the weapon word is a name or a quoted title: "its long-awaited Rocket e-bike", "launches 'Rocket' bike"."""
    text, unit = clause.sentence.text, clause.units[index]
    if index == 0 or " " in unit.word or not text[unit.start].isupper() or text[unit.start : unit.end].isupper():
        return False
    if clause.tags[index + 1 : index + 2] not in ("x", '"'):
        return False
    left = clause.units[index - 1]
    return left.tag == '"' or (left.tag not in "sXckgwa" and text[left.start].islower() and left.tag != "&")


def _is_play(clause: Tagged, index: int) -> bool:
    """ "A model rocket", "Rocket Companies": none that a register keeps."""
    if any(unit.word in words("en/weapons.toml")["play"]["old"] for unit in clause.units[max(0, index - 2) : index]):
        return True
    if "rocket" not in clause.units[index].roles["weapon_head"]:
        return False
    known = words("en/weapons.toml")["play"]
    named = clause.sentence.text[clause.units[index].start].isupper() and index + 1 < len(clause.units)
    if named and clause.units[index + 1].word in known["names"]:
        return True
    return index > 0 and clause.units[index - 1].word in known["words"]


def _is_inner_head(clause: Tagged, index: int) -> bool:
    """Whether the weapon noun only modifies the weapon noun right behind it: "rocket projectile", "missile rocket"."""
    following = clause.units[index + 1] if index + 1 < len(clause.units) else None
    joined = clause.sentence.text[clause.units[index].end : clause.units[index].end + 1] == "-"
    if following is not None and joined and following.word in words("en/weapons.toml")["after_head"]["adjectives"]:
        return True
    if clause.units[index].roles["weapon_head"] == ("round",) and following is not None and following.word == "of":
        return "w" in clause.tags[index + 2 : index + 6]  # "10 rounds of multiple rocket launchers"
    return following is not None and following.tag == "w" and "group" not in clause.units[index].roles["weapon_head"]


def _phrase(clause: Tagged, head: int, orbital: bool) -> WeaponPhrase:
    first = _left_edge(clause, head)
    last = _right_edge(clause, head)
    inside = range(first, last + 1)
    units = clause.units
    count, count_unit, definite = _determined(units, first, head)
    features = _features(units, inside, orbital)
    named = any(units[i].tag == "s" for i in inside)
    following = units[last + 1] if last + 1 < len(units) else None
    fired = following is not None and following.roles.get("launch_noun") == "attack"  # "a rocket attack"
    told = features | {"counted"} if count is not None or named or fired else features
    joined = _joined_noun(clause, last, following)
    of_place = _is_part_of_place(clause, joined) or (
        following is not None and following.tag == "p" and following.word.startswith(("test range", "test site"))
    )
    joined = None if of_place else joined
    return WeaponPhrase(
        first=first,
        last=last,
        head=head,
        features=features,
        code=class_of(told),
        systems=tuple((i, units[i].roles["system"]) for i in inside if units[i].tag == "s"),
        count=count,
        count_unit=count_unit,
        plural=_is_plural(units[head]),
        definite=definite,
        taken_up=definite and any(units[i].word in _KNOWN for i in range(first, head + 1)),
        demonym=next(
            (_nation(units[i]) for i in inside if units[i].tag in "kc"),
            None,
        ),
        swallowed=of_place
        or (joined is None and _names_forces(clause, last))
        or (
            joined is None
            and "mlrs" not in features
            and following is not None
            and following.word in _swallowing()
            and not (following.word == "carrier" and _is_launcher(units, inside))
        ),
        compound=joined,
        also=_coordinated_classes(clause, inside, class_of(features)),
    )


def _nation(unit: Unit) -> str | None:
    """The country, or the armed group, that a word of a weapon phrase stands for: "a Houthi missile"."""
    return next((unit.roles[role] for role in ("demonym", "country", "contextual") if role in unit.roles), None)


def _is_launcher(units: tuple[Unit, ...], inside: range) -> bool:
    """ "The Simorgh carrier": a launcher's name, not a ship that carries missiles."""
    return any(units[at].tag == "s" and units[at].roles["system"]["class"] == "space_launch" for at in inside)


def _coordinated_classes(clause: Tagged, inside: range, code: str | None) -> tuple[str, ...]:
    """The other classes a phrase states where "and" joins its modifiers: "cruise, ballistic and anti-aircraft missiles"."""
    heads = frozenset().union(*(clause.units[at].roles.get("weapon_head", ()) for at in inside))
    parts: list[set[str]] = [set()]
    for at in inside:
        if clause.tags[at] in ",&":
            parts.append(set())
        parts[-1].update(clause.units[at].roles.get("weapon_modifier", ()))
    stated = [part for part in parts if part & _KINDS]
    if len(stated) < 2:
        return ()
    codes = (class_of(frozenset(part) | heads) for part in stated)
    return tuple(dict.fromkeys(other for other in codes if other is not None and other != code))


def _joined_noun(clause: Tagged, last: int, following: Unit | None) -> int | None:
    """The launch noun right behind the phrase ("missile launch", "missile test-launch"), None where there is none."""
    if following is not None and following.tag == "&":  # "a missile and drone attack"
        after = clause.units[last + 2 : last + 5]
        attack = next((k for k, unit in enumerate(after) if unit.roles.get("launch_noun") == "attack"), None)
        return None if attack is None or any(unit.tag in "nwVd" for unit in after[:attack]) else last + 2 + attack
    if following is None or not (following.tag in "LBG" or following.has("launch_noun")):
        return None
    if following.tag in "BG" and _takes_object(clause, last + 1):
        return None
    return last + 1


def _names_forces(clause: Tagged, last: int) -> bool:
    """ "A missile and drone drill", "its missile and drone programme": the weapons only name what they belong to."""
    if clause.tags[last + 1 : last + 2] != "&" or last + 3 >= len(clause.units):
        return False
    named = clause.units[last + 3].word
    return clause.units[last + 2].word in _drones() and (named in _swallowing() or named in _DRILLS)


_DRILLS = frozenset({"drill", "drills", "exercise", "exercises", "maneuvers", "manoeuvres", "war", "experts"})


def _is_part_of_place(clause: Tagged, joined: int | None) -> bool:
    """ "The Kura rocket test range", "a missile test site": the launch noun only says what a place is for."""
    if joined is None or joined + 1 >= len(clause.units):
        return False
    return clause.units[joined + 1].word in words("en/weapons.toml")["after_head"]["places"] or (
        clause.tags[joined + 1] == "p" and clause.units[joined + 1].word.split()[0] in ("range", "site")
    )


def _takes_object(clause: Tagged, verb: int) -> bool:
    """Whether a form that could be noun or verb is followed by its own object: "missile unit fires two rockets"."""
    if any(unit.has("light_verbs") for unit in clause.units[max(0, verb - 4) : verb]):
        return False  # "conducted missile tests two days in a row"
    if clause.units[min(verb + 1, len(clause.units) - 1)].word in ("failed", "successful"):
        return clause.tags[verb + 2 : verb + 3] in ("a", "s", "w")  # "its missile test failed off Florida"
    return clause.tags[verb + 1 : verb + 2] in ("n", "d", "a", "s", "j", "w")


def _left_edge(clause: Tagged, head: int) -> int:
    units, tags = clause.units, clause.tags
    edge, unknown, at = head, 0, head - 1
    while at >= 0:
        unit, tag = units[at], tags[at]
        if tag in "nx" and (name := _serial_of(clause, at)) is not None:
            edge = at = name
            at -= 1
            continue
        if tag == "d" or tag == "n":
            return _with_determiner(units, at)
        if unit.word == "of" and at and units[at - 1].has("launch_noun") and tags[at - 1] in "BL":
            break  # "a test of cruise missiles"
        if tag == ")" and (opened := _opening(tags, at)) is not None:
            at = opened - 1
            edge = opened
            continue
        if (
            tag in ",&/"
            and at
            and tags[at - 1] in "ajs"
            and tags[at + 1] in "ajsw"
            and not (tags[at + 1] == "w" and tags[at - 1] == "s")
        ):
            at -= 1
            continue
        if (
            tag in _INSIDE
            or tag in "w"
            or _is_calibre(unit)
            or (tag == "m" and units[at + 1].word == "range")  # "a 450-km range missile": what it can fly
            or _is_adjective(unit)
            or (tag == "c" and (units[at + 1].word in _MADE or tags[at - 1 : at] in ("d", "n")))
        ):
            edge = at
        elif tag == "X" and at == head - 1 and clause.sentence.zone is Zone.BODY:
            edge = at  # "six U.S.-made Sapsan missiles": an unknown name right before the weapon
        elif tag == "x" and unit.word.endswith("ed") and tags[at - 1 : at] == "s":
            break  # "a Long March 6A deployed satellites"
        elif tag in "xX&" and unit.word not in CARRYING and unknown < _MAX_UNKNOWN and _reaches_determiner(tags, at):
            unknown += 1
        else:
            break
        at -= 1
    while edge < head and (units[edge].word == "of" or (units[edge].tag == '"' and units[edge + 1].word == "of")):
        edge += 1  # "the 'training launch' of a missile"
    return edge


def _serial_of(clause: Tagged, number: int) -> int | None:
    """The system whose serial number a figure ends: "Long March-7 | Y9", "PSLV | -C58"."""
    units, text = clause.units, clause.sentence.text
    letter = number - 1
    if number < 2 or number >= len(units) or not units[number].word[0].isdigit():
        return None
    joined = len(units[letter].word) == 1 and text[units[letter].end : units[number].start] == ""
    return number - 2 if joined and clause.tags[number - 2] == "s" else None


def _is_calibre(unit: Unit) -> bool:
    """ "240-mm rockets": a figure that belongs to the weapon's name."""
    return unit.tag == "m" and unit.read.kind == "diameter"


def _is_adjective(unit: Unit) -> bool:
    return (unit.has("np_neutral") and unit.tag not in "VG") or unit.has("np_hedge") or unit.has("weapon_modifier")


def _reaches_determiner(tags: str, at: int) -> bool:
    """Whether a determiner or number stands within two units left of an unknown word, an adjective at most between."""
    nearest, next_nearest = tags[at - 1 : at], tags[at - 2 : at - 1]
    return nearest in ("d", "n", "'") or (nearest in tuple('jaskxX"') and next_nearest in ("d", "n", "'"))


def _with_determiner(units: tuple[Unit, ...], at: int) -> int:
    return at - 1 if units[at].tag == "n" and at and units[at - 1].tag == "d" else at


def _opening(tags: str, closing: int) -> int | None:
    """The bracket that opens what `closing` closes, if it holds only systems, weapon words and adjectives."""
    opened = tags.rfind("(", max(0, closing - 6), closing)
    return opened if opened >= 0 and all(tag in "swajk" for tag in tags[opened + 1 : closing]) else None


def _right_edge(clause: Tagged, head: int) -> int:
    """The head, with the acronym or names in brackets behind it: "(SLBM)", "(KN-11)", "(Unha-2 ICBM)"."""
    tags, text, units = clause.tags, clause.sentence.text, clause.units
    last = head + 1 if tags[head] == "w" and tags[head + 1 : head + 2] == "s" else head  # "the rocket Nuri"
    named = tags[last] == "s"
    if named and _serial_of(clause, last + 2) is not None:
        last += 2  # "the Ceres-1 Y9"
    while named and tags[last] in "sxX" and _goes_on(text, units, last):
        last += 1  # "the PSLV-C61"
    while tags[last + 1 : last + 2] == "(":
        closing = tags.find(")", last + 2, last + 9)
        if closing < 0 or not any(tag in "sw" for tag in tags[last + 2 : closing]):
            break
        last = closing
    return last


def _goes_on(text: str, units: tuple[Unit, ...], last: int) -> bool:
    """Whether the next unit is joined without a space and is no mark: "-C", "61" in "PSLV-C61"."""
    if last + 1 >= len(units):
        return False
    return text[units[last].end : units[last + 1].start] in ("", "-") and units[last + 1].word[0].isalnum()


def _features(units: tuple[Unit, ...], inside: range, orbital: bool) -> frozenset[str]:
    features: set[str] = set()
    for index in inside:
        features.update(units[index].roles.get("weapon_head", ()))
        features.update(units[index].roles.get("weapon_modifier", ()))
        if units[index].tag == "s" and units[index].word.endswith(_launcher_names()):
            features.add("mlrs")  # a name that ends in its class: "super-large multiple rocket launcher"
    launcher = any(units[i].tag == "s" and units[i].roles["system"]["class"] == "space_launch" for i in inside)
    if (orbital or launcher) and "rocket" in features and not features & {"short", "mlrs", "rockets"}:
        features.add("orbital")
    return frozenset(features)


@lru_cache(maxsize=1)
def _launcher_names() -> tuple[str, ...]:
    heads = words("en/weapons.toml")["heads"]
    return tuple(f" {name}" for name, features in heads.items() if features == ["mlrs"])


@lru_cache(maxsize=512)
def class_of(features: frozenset[str]) -> str | None:
    """The most specific class the features state: `class_of(frozenset({"short", "ballistic", "missile"})) == "srbm"`."""
    for rule in words("en/weapons.toml")["class"]:
        if features.issuperset(rule["needs"]):
            return str(rule["code"])
    return None


def refined(code: str | None, features: frozenset[str], more: frozenset[str]) -> str | None:
    """The class once further features are stated of the same weapon ("suspected to be short-range"), None if unchanged."""
    finer = class_of(features | more)
    return finer if finer != code else None


def _determined(units: tuple[Unit, ...], first: int, head: int) -> tuple[Quantity | None, int | None, bool]:
    """Count, the unit that states it, and definiteness: "two missiles" → 2; "a missile" → 1; "the missiles" → definite."""
    definite = any(
        units[index].tag == "d" and units[index].word not in ("a", "an", "another", "some", "any")
        for index in range(first, head + 1)
    )
    for index in range(first, head + 1):
        unit = units[index]
        if unit.word == "both" and any(u.tag == "&" for u in units[index:head]):
            continue  # "both short- and medium-range missiles" counts none
        if unit.tag == "n":
            number = unit.read
            return Quantity(low=number.low, high=number.high, unit="", bound=number.bound), index, definite
    for index in range(first, head + 1):
        unit = units[index]
        if unit.word in ("a", "an", "another"):
            if _is_plural(units[head]) or units[index + 1].word in words("en/weapons.toml")["flags"]["mixed"]:
                continue  # "a variety of missiles" counts none
            return Quantity(low=1.0, high=1.0, unit=""), index, False
    possessive = first > 0 and units[first - 1].tag == "'"
    return None, None, definite or possessive


def _is_plural(head: Unit) -> bool:
    if head.tag == "s" and head.word == str(head.roles["system"]["name"]).casefold().replace("-", " "):
        return False  # "BrahMos", "ATACMS": the name itself
    return head.word.endswith("s") and head.word not in ("mlrs", "mrls")


@lru_cache(maxsize=1)
def _swallowing() -> frozenset[str]:
    return frozenset(words("en/weapons.toml")["after_head"]["swallow"])


@lru_cache(maxsize=1)
def _drones() -> frozenset[str]:
    return frozenset((*words("en/weapons.toml")["drones"]["words"], "rocket", "nuclear"))


def is_defence(clause: Tagged, phrase: WeaponPhrase) -> bool:
    """ "The Arrow system took it down": what stopped a missile, unless the interceptor was itself under test."""
    interceptor = any(row["class"] == "interceptor" for _, row in phrase.systems)
    return (
        interceptor
        and re.search(
            r"\b(?:tests?|tested|test fired|trials?|fired [\w ]{1,40} at [\w ]{0,20}targets?)\b", clause.folded
        )
        is None
    )


def stated_count(phrase: WeaponPhrase) -> Quantity:
    """The count the phrase states; an open one for a bare plural ("missiles"), one for a bare singular."""
    if phrase.count is not None:
        return phrase.count
    return (
        Quantity(low=2.0, high=None, unit="", bound="at_least")
        if phrase.plural
        else Quantity(low=1.0, high=1.0, unit="")
    )
