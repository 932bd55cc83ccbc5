"""Distances, bearings, classes and coasts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.physics.classes import class_limits, range_class
from watchfloor.physics.coasts import nearest_coasts, zone_of
from watchfloor.physics.geodesy import bearing_of, destination, distance_km


@pytest.mark.parametrize(
    ("point", "degrees"),
    [
        ("north", 0),
        ("northeast", 45),
        ("east-northeast", 67.5),
        ("north-northwest", 337.5),
        ("South", 180),
        ("up", None),
    ],
)
def test_compass_words(point: str, degrees: float | None) -> None:
    assert bearing_of(point) == degrees


@given(
    st.floats(min_value=-70, max_value=70),
    st.floats(min_value=-179, max_value=179),
    st.floats(min_value=0, max_value=360),
    st.floats(min_value=1, max_value=9000),
)
def test_a_destination_lies_as_far_as_was_flown(lat: float, lon: float, bearing: float, flown: float) -> None:
    end = destination(lat, lon, bearing, flown)
    assert distance_km(lat, lon, *end) == pytest.approx(flown, rel=1e-6)


@pytest.mark.parametrize(("km", "code"), [(0, "srbm"), (999, "srbm"), (1000, "mrbm"), (3000, "irbm"), (5500, "icbm")])
def test_range_classes(km: float, code: str) -> None:
    assert range_class(km) == code
    limits = class_limits(code)
    assert limits is not None
    assert limits[0] <= km < limits[1]


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [(41.5, 139.0, "JPN"), (39.6, 128.0, "PRK"), (36.5, 130.2, "KOR"), (30.0, 155.0, None)],
)
def test_whose_coast_is_nearest(lat: float, lon: float, country: str | None) -> None:
    assert zone_of(lat, lon) == country


def test_coasts_come_nearest_first() -> None:
    distances = [km for _, km in nearest_coasts(40.0, 133.0)]
    assert distances == sorted(distances)
