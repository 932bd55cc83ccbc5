"""What the place tests share: one reader, and the short way to ask it."""

from __future__ import annotations

from watchfloor.places import Gazetteer, PlacePhrase


def phrases(text: str, country: str | None = "PRK") -> tuple[PlacePhrase, ...]:
    return Gazetteer.bundled().find_places(text, country=country)


def only(text: str, country: str | None = "PRK") -> PlacePhrase:
    found = phrases(text, country)
    assert len(found) == 1, [(text[phrase.start : phrase.end], phrase.place.name) for phrase in found]
    return found[0]


def quoted(text: str, country: str | None = "PRK") -> list[str]:
    return [text[phrase.start : phrase.end] for phrase in phrases(text, country)]


def named(text: str, country: str | None = "PRK") -> list[str]:
    return [phrase.place.name for phrase in phrases(text, country)]
