"""Whose flight it is: what jets, shells and travellers fly is none of a missile's figures."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of


@pytest.mark.parametrize(
    ("told", "distances"),
    [
        ("South Korean fighter jets flew 600 km in response.", []),
        ("Two U.S. B-1B bombers flew about 2,000 km from Guam.", []),
        ("Hegseth flew 500 miles to Seoul.", []),
        ("A drone later travelled 300 km.", []),
        ("The shells flew 20 km.", []),
        ("The missiles launched from MiG-31K jets flew 600 km.", [(600, 600)]),
        ("It flew 300 km, and South Korean jets flew 50 km.", [(300, 300)]),
        ("The missile that a ship fired flew 300 km.", [(300, 300)]),
    ],
)
def test_a_flight_has_its_own_subject(told: str, distances: list[object]) -> None:
    assert values_of("North Korea fired a missile on Friday. " + told, "distance") == distances


def test_an_altitude_of_warplanes_is_no_apogee() -> None:
    assert values_of("North Korea fired a missile. Its warplanes flew at an altitude of 5 km.", "apogee") == []


def test_an_article_before_a_figure_is_no_system_name() -> None:
    assert values_of("North Korea fired a missile that made a 120 km detour.", "system") == []
    assert values_of("Hamas fired an A-120 rocket at Haifa.", "system") == ["A-120"]
