"""Places: `Gazetteer.bundled().find_places(text)` gives every place phrase, resolved to a point and a radius."""

from watchfloor.places.phrases import Gazetteer, PlacePhrase

__all__ = ["Gazetteer", "PlacePhrase"]
