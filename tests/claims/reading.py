"""What the tests of this folder share: one line of text in, plain values out."""

from __future__ import annotations

from watchfloor.pipeline import read_page
from watchfloor.records import Claim, Event, Page, Place, Quantity, When


def events_of(text: str, *, published: str | None = "2026-03-18") -> tuple[Event, ...]:
    """The events the product reads in a report of this text, published on a Wednesday."""
    return read_page(Page(source="test", text=text, published=published, language="en", html=False)).events


def claims_of(text: str, attribute: str, *, published: str | None = "2026-03-18") -> list[Claim]:
    """The claims of one attribute in the main events of a text."""
    return [
        claim
        for event in events_of(text, published=published)
        if not event.background
        for claim in event.claims
        if claim.attribute == attribute
    ]


def background_values_of(text: str, attribute: str, *, published: str | None = "2026-03-18") -> list[object]:
    """The values of one attribute in the background events of a text."""
    events = events_of(text, published=published)
    return [plain(c) for event in events if event.background for c in event.claims if c.attribute == attribute]


def plain(claim: Claim) -> object:
    """A claim's value as a plain thing to compare: a code, (low, high), a place's name, (first, last) in UTC."""
    value = claim.value
    if isinstance(value, Quantity):
        return (value.low, value.high)
    if isinstance(value, Place):
        return value.name
    if isinstance(value, When):
        return tuple(
            moment.strftime("%m-%dT%H:%M") if moment is not None else None for moment in (value.first, value.last)
        )
    return value


def values_of(text: str, attribute: str, *, published: str | None = "2026-03-18") -> list[object]:
    """The values of one attribute in the main events of a text."""
    return [plain(claim) for claim in claims_of(text, attribute, published=published)]
