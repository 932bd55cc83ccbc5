"""Claims as a reader wants them: a row an attribute, a value once, with everyone who says it and their words."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from watchfloor.records import Claim, Event, Place, Quantity, Value, When
from watchfloor.terminal.phrases import ATTRIBUTES


class Saying(Struct, frozen=True):
    """The claims of one value that the same speakers make, in the order of the text."""

    speakers: tuple[str | None, ...]  # None is the report's own voice
    claims: tuple[Claim, ...]


class ValueRow(Struct, frozen=True, kw_only=True):
    """One value of one attribute: its claims' positions in the event, and whether a conflict touches it."""

    attribute: str
    value: Value
    polarity: bool
    positions: tuple[int, ...]
    disputed: bool


def rows_of(event: Event) -> tuple[ValueRow, ...]:
    """The event's values in the order of the record, each once, with the claims that state it."""
    positions: dict[object, list[int]] = {}
    for position, claim in enumerate(event.claims):
        positions.setdefault((claim.attribute, claim.polarity, value_key(claim)), []).append(position)
    disputed = {position for conflict in event.conflicts for position in conflict.claims}
    rows = [_row(event, group, disputed) for group in positions.values()]
    order = list(ATTRIBUTES)
    known = {name: order.index(name) for name in order}
    return tuple(sorted(rows, key=lambda row: known.get(row.attribute, len(order))))


def _row(event: Event, positions: list[int], disputed: set[int]) -> ValueRow:
    first = event.claims[positions[0]]
    return ValueRow(
        attribute=first.attribute,
        value=first.value,
        polarity=first.polarity,
        positions=tuple(positions),
        disputed=bool(disputed & set(positions)),
    )


def value_key(claim: Claim) -> object:
    """What makes two claims state one value: the interval, whatever unit it was printed in; the place; the code."""
    value = claim.value
    if isinstance(value, Quantity):
        return tuple(None if end is None else f"{end:.3g}" for end in (value.low, value.high))
    if isinstance(value, When):
        return claim.quote if value.first is None else (value.first, value.last)
    if isinstance(value, Place):
        return (value.name, value.kind == "overflight")
    return value


def sayings(claims: Iterable[Claim]) -> tuple[Saying, ...]:
    """Who says a value, in which words: claims of one quotation share a saying, so do those of the same speakers."""
    quotations: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        quotations.setdefault((claim.start, claim.end), []).append(claim)
    spoken: dict[tuple[str | None, ...], list[Claim]] = {}
    for group in quotations.values():
        spoken.setdefault(tuple(dict.fromkeys(_name(claim) for claim in group)), []).extend(group)
    return tuple(Saying(speakers, tuple(group)) for speakers, group in spoken.items())


def _name(claim: Claim) -> str | None:
    return None if claim.claimant is None else claim.claimant.name
