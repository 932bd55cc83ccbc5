"""Places: `Gazetteer.bundled().find_places(text)` gives every place phrase of a text, resolved to a point and a radius."""

from watchfloor.places.phrases import Gazetteer, PlacePhrase

__all__ = ["Gazetteer", "PlacePhrase"]
