"""How many, of which class, of which system: the words of the weapon phrase."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims_of, values_of
from watchfloor.claims.weapons.weapon_phrases import class_of


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("a ballistic missile", [(1, 1)]),
        ("two cruise missiles", [(2, 2)]),
        ("a pair of short-range missiles", [(2, 2)]),
        ("at least one ballistic missile", [(1, None)]),
        ("more than 20 rockets", [(20, None)]),
        ("several cruise missiles", [(2, None)]),
        ("multiple short-range ballistic missiles", [(2, None)]),
        ("a salvo of 12 rockets", [(12, 12)]),
        ("around ten ballistic missiles", [(10, 10)]),
        ("two more missiles", [(2, 2)]),
        ("3 surface-to-ship missiles and an anti-aircraft missile", [(3, 3), (1, 1)]),
        ("what appeared to be two ballistic missiles", [(2, 2)]),
        ("missiles", [(2, None)]),
        ("an unidentified projectile", [(1, 1)]),
    ],
)
def test_counts(words: str, count: list[tuple[float, float | None]]) -> None:
    assert values_of(f"North Korea fired {words} on Wednesday.", "count") == count


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("a short-range ballistic missile", ["srbm"]),
        ("a medium-range ballistic missile", ["mrbm"]),
        ("an intermediate range ballistic missile", ["irbm"]),
        ("an intercontinental ballistic missile", ["icbm"]),
        ("an ICBM", ["icbm"]),
        ("a submarine-launched ballistic missile", ["slbm"]),
        ("an SLBM", ["slbm"]),
        ("a hypersonic missile", ["hypersonic"]),
        ("two long-range cruise missiles", ["cruise_missile"]),
        ("an anti-ship cruise missile", ["anti_ship"]),
        ("a surface-to-air missile", ["surface_to_air"]),
        ("a new type of anti-aircraft missile", ["surface_to_air"]),
        ("a short-range missile", ["missile"]),
        ("three short-range rockets", ["artillery_rocket"]),
        ("an unidentified projectile", ["projectile"]),
        ("a space launch vehicle", ["space_launch"]),
        ("rounds from a multiple rocket launcher", ["artillery_rocket"]),
    ],
)
def test_classes(words: str, codes: list[str]) -> None:
    assert values_of(f"North Korea fired {words} on Wednesday.", "weapon") == codes


def test_no_class_follows_from_a_name() -> None:
    assert values_of("North Korea fired a Hwasong-18 on Wednesday.", "weapon") == []
    assert values_of("North Korea fired a Hwasong-18 on Wednesday.", "system") == ["Hwasong-18"]


@pytest.mark.parametrize(
    ("text", "system", "hedge"),
    [
        ("North Korea fired two missiles, presumed to be KN-23s, on Wednesday.", "KN-23", "presumed to be"),
        ("North Korea fired a missile called the Pukguksong-2.", "Pukguksong-2", None),
        ("Iran launched a Khorramshahr ballistic missile.", "Khorramshahr", None),
        ("North Korea fired three ballistic missiles. They were likely Scuds.", "Scud", "likely"),
        ("India test-fired an Agni-V ballistic missile.", "Agni-V", None),
    ],
)
def test_systems_and_their_hedges(text: str, system: str, hedge: str | None) -> None:
    (claim,) = claims_of(text, "system")
    assert (claim.value, claim.hedge.words if claim.hedge else None) == (system, hedge)


def test_a_hedge_has_its_icd_203_band() -> None:
    (claim,) = claims_of("North Korea fired three ballistic missiles. They were likely Scuds.", "system")
    assert claim.hedge is not None
    assert claim.hedge.band == "likely"


def test_a_denied_class_is_a_claim_of_its_own() -> None:
    text = "Russia fired a ballistic missile at Dnipro. The missile was not an ICBM, a U.S. official said."
    denied = [claim for claim in claims_of(text, "weapon") if not claim.polarity]
    assert [claim.value for claim in denied] == ["icbm"]


def test_a_range_said_later_refines_the_class() -> None:
    text = "North Korea launched a ballistic missile. The JCS said the missile, suspected to be short-range, was fired from Taekwan."
    assert values_of(text, "weapon") == ["ballistic_missile", "srbm"]
    firm = "The JCS said North Korea fired a ballistic missile. Tokyo said it was a suspected ICBM."
    assert values_of(firm, "weapon") == ["ballistic_missile", "icbm"]


@pytest.mark.parametrize(
    ("features", "code"),
    [
        ({"missile"}, "missile"),
        ({"missile", "ballistic", "short"}, "srbm"),
        ({"missile", "short"}, "missile"),
        ({"rocket"}, None),
        (set(), None),
    ],
)
def test_class_of_features(features: set[str], code: str | None) -> None:
    assert class_of(frozenset(features)) == code


@pytest.mark.parametrize(
    "word", ["missle", "missles", "misile", "missille", "misslie", "missiels", "misssile", "projetile", "projectle", "SLCM"]
)
def test_a_misprinted_or_short_name_is_read_where_no_other_word_tells_of_a_launch(word: str) -> None:
    text = f"North Korean {word} flew 240 km, Seoul says\n\nSEOUL -- North Korea fired a weapon on Saturday."
    assert values_of(text, "distance") == [(240, 240)]
