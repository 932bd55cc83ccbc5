"""Quantities: figures with their units, bounds and pairs, and the numbers that count things."""

from watchfloor.quantities.measures import Measure, find_measures
from watchfloor.quantities.numbers import Number, find_numbers

__all__ = ["Measure", "Number", "find_measures", "find_numbers"]
