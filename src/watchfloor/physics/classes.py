"""Range classes of ballistic missiles.

Boundaries: U.S. National Air and Space Intelligence Center, "Ballistic and Cruise Missile Threat" (2020): SRBM below 1,000 km, MRBM
to 3,000, IRBM to 5,500, ICBM above.
"""

from __future__ import annotations

import math

RANGE_CLASSES = (("srbm", 0.0, 1000.0), ("mrbm", 1000.0, 3000.0), ("irbm", 3000.0, 5500.0), ("icbm", 5500.0, math.inf))


def range_class(range_km: float) -> str:
    """The class of a range: `range_class(700) == "srbm"`."""
    return next(code for code, low, high in RANGE_CLASSES if low <= range_km < high)


def class_limits(code: str) -> tuple[float, float] | None:
    """Lowest and highest range in km of a class, None for a code that is no range class."""
    return next(((low, high) for known, low, high in RANGE_CLASSES if known == code), None)
