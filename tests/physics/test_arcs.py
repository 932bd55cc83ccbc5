"""Keplerian arcs: known flights, and relations that must always hold."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.physics.arcs import arc_of, minimum_energy_apogee, minimum_energy_range, shape_of

RANGES = st.floats(min_value=50, max_value=15_000)
APOGEES = st.floats(min_value=10, max_value=8_000)


@pytest.mark.parametrize(
    ("ground_range", "apogee", "minutes"),
    [(950, 4475, 50), (3700, 770, 17), (10_000, 1300, 32), (1000, 6000, 66)],
)
def test_flight_times_of_known_flights(ground_range: float, apogee: float, minutes: float) -> None:
    assert arc_of(ground_range, apogee).flight_time / 60 == pytest.approx(minutes, abs=1.5)


@pytest.mark.parametrize(("ground_range", "apogee"), [(500, 123), (2000, 459), (10_000, 1319)])
def test_least_energy_apogees(ground_range: float, apogee: float) -> None:
    assert minimum_energy_apogee(ground_range) == pytest.approx(apogee, abs=2)


@pytest.mark.parametrize(
    ("ground_range", "apogee", "shape"),
    [(950, 4475, "lofted"), (450, 910, "lofted"), (380, 35, "depressed"), (3700, 770, "normal")],
)
def test_shapes(ground_range: float, apogee: float, shape: str) -> None:
    assert shape_of(ground_range, apogee) == shape


@pytest.mark.parametrize(("ground_range", "apogee"), [(0, 100), (-5, 100), (500, 0), (25_000, 100)])
def test_impossible_arcs_are_refused(ground_range: float, apogee: float) -> None:
    with pytest.raises(ValueError, match="ground range"):
        arc_of(ground_range, apogee)


@given(RANGES, APOGEES)
def test_a_speed_never_reaches_less_than_it_flew(ground_range: float, apogee: float) -> None:
    assert minimum_energy_range(arc_of(ground_range, apogee).burnout_speed) >= ground_range * (1 - 1e-6)


@given(RANGES)
def test_the_least_energy_arc_is_the_slowest(ground_range: float) -> None:
    best = arc_of(ground_range, minimum_energy_apogee(ground_range)).burnout_speed
    for factor in (0.8, 1.25):
        assert arc_of(ground_range, minimum_energy_apogee(ground_range) * factor).burnout_speed >= best


@given(RANGES, APOGEES)
def test_higher_flights_take_longer(ground_range: float, apogee: float) -> None:
    assert arc_of(ground_range, apogee * 1.1).flight_time > arc_of(ground_range, apogee).flight_time
    assert math.isfinite(arc_of(ground_range, apogee).flight_time)
