"""Keplerian arcs over a round Earth that does not turn: what range, apogee and flight time belong together.

Source of the relations: R. R. Bate, D. D. Mueller, J. E. White, "Fundamentals of Astrodynamics" (Dover 1971), ch. 6 (ballistic
missile trajectories), with launch and impact at the Earth's surface. Powered flight, drag and rotation are left out, so
real flights differ by several per cent; `TOLERANCE` in the checks allows for it.
"""

from __future__ import annotations

import math

from msgspec import Struct

EARTH_RADIUS_KM = 6371.0  # IUGG mean radius
GRAVITATIONAL_PARAMETER = 398_600.4418  # km³/s², IERS Conventions (2010)


class Arc(Struct, frozen=True):
    """A free flight from surface to surface: ground range and apogee in km, flight time in s, speed at the surface in km/s."""

    ground_range: float
    apogee: float
    flight_time: float
    burnout_speed: float


def arc_of(ground_range: float, apogee: float) -> Arc:
    """The arc with this ground range and apogee (km): `arc_of(950, 4475).flight_time` is about 3,180 s (53 minutes).

    Raises ValueError for ranges outside (0, half the Earth's circumference) and apogees not above 0.
    """
    if not 0 < ground_range < math.pi * EARTH_RADIUS_KM or not apogee > 0:
        raise ValueError("ground range must lie between 0 and 20,015 km, and apogee above 0")
    half_angle = ground_range / (2 * EARTH_RADIUS_KM)
    top = EARTH_RADIUS_KM + apogee
    # r = p / (1 - e cos θ), θ counted from apogee: r(0) = top, r(half_angle) = Earth's radius
    eccentricity = (top - EARTH_RADIUS_KM) / (top - EARTH_RADIUS_KM * math.cos(half_angle))
    parameter = top * (1 - eccentricity)
    semi_major = parameter / (1 - eccentricity**2)
    speed = math.sqrt(GRAVITATIONAL_PARAMETER * (2 / EARTH_RADIUS_KM - 1 / semi_major))
    return Arc(ground_range, apogee, _flight_time(semi_major, eccentricity, half_angle), speed)


def _flight_time(semi_major: float, eccentricity: float, half_angle: float) -> float:
    """Twice the time from the surface to apogee, by Kepler's equation."""
    true_anomaly = math.pi - half_angle
    half_tangent = math.sqrt((1 - eccentricity) / (1 + eccentricity)) * math.tan(true_anomaly / 2)
    eccentric = 2 * math.atan(half_tangent)
    mean_motion = math.sqrt(GRAVITATIONAL_PARAMETER / semi_major**3)
    return 2 * (math.pi - (eccentric - eccentricity * math.sin(eccentric))) / mean_motion


def minimum_energy_apogee(ground_range: float) -> float:
    """The apogee in km of the arc that needs least energy for a range: about a fifth of it for short ranges (2,000 km → 455)."""
    half_angle = ground_range / (2 * EARTH_RADIUS_KM)
    # the flight-path angle at burn-out is 45° - half_angle / 2 (Bate, Mueller, White, eq. 6.2-18)
    sine = math.sin(half_angle)
    ratio = 2 * sine / (1 + sine)  # Q = v² R / μ of the least energy
    angle = math.pi / 4 - half_angle / 2
    eccentricity = math.sqrt(1 - ratio * (2 - ratio) * math.cos(angle) ** 2)
    semi_major = EARTH_RADIUS_KM / (2 - ratio)
    return semi_major * (1 + eccentricity) - EARTH_RADIUS_KM


def minimum_energy_range(burnout_speed: float) -> float:
    """The longest range in km that a speed (km/s) gives: what a lofted missile could have flown. Half the globe above orbital speed."""
    ratio = burnout_speed**2 * EARTH_RADIUS_KM / GRAVITATIONAL_PARAMETER
    if ratio >= 1:
        return math.pi * EARTH_RADIUS_KM
    return 2 * EARTH_RADIUS_KM * math.asin(ratio / (2 - ratio))


def shape_of(ground_range: float, apogee: float) -> str:
    """How an arc compares with the least-energy one: "lofted" above twice its apogee, "depressed" below half, else "normal"."""
    usual = minimum_energy_apogee(ground_range)
    if apogee > 2 * usual:
        return "lofted"
    return "depressed" if apogee < usual / 2 else "normal"
