"""The examples that ship with the project, read as the README shows: the values an analyst would sign, and no others."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.claims.reading import plain
from watchfloor.pipeline import ReadReport, open_pages, read_pages
from watchfloor.records import Event, Quantity

EXAMPLES = Path(__file__).parents[1] / "examples"
_Stated = set[tuple[object, str | None]]

JCS, MOD = "Joint Chiefs of Staff", "Ministry of Defense"
TEXT_DUMP: dict[str, _Stated] = {
    "occurred": {(("03-13T22:42", "03-13T22:42"), JCS)},
    "origin": {("west coast", "South Korean government"), ("Wonsan", JCS)},
    "landing": {("East Sea", JCS)},
    "distance": {((595, 595), JCS), ((400, None), MOD)},
    "apogee": {((60, 60), JCS), ((50, 50), MOD)},
    "eez": {("outside_japan", MOD)},
    "effects": {("none", "Japanese government")},
    "purpose": set(),  # the drill it tells of was the neighbours'
}
PAGE: dict[str, _Stated] = {
    "actor": {("IRN", None), ("IRN", "state television")},
    "system": {("Ghader", "state television")},
    "origin": {("Jask", "state television")},
    "distance": {((200, 200), "state television")},
    "occurred": {(("02-09T20:30", "02-10T04:30"), "state television")},
}


def events_in(name: str) -> list[tuple[Event, ...]]:
    pages = open_pages([str(EXAMPLES / name)], stdin=io.BytesIO())
    return [read.events for read in read_pages(pages) if isinstance(read, ReadReport)]


def stated(event: Event, attribute: str) -> _Stated:
    """The values of an attribute, figures to the kilometre, each with who asserts it."""
    found: _Stated = set()
    for claim in event.claims:
        if claim.attribute == attribute:
            value = plain(claim)
            if isinstance(claim.value, Quantity):
                value = tuple(end if end is None else round(end) for end in (claim.value.low, claim.value.high))
            found.add((value, claim.claimant.name if claim.claimant is not None else None))
    return found


@pytest.mark.parametrize(("name", "expected"), [("launch-report.txt", TEXT_DUMP), ("launch-report.html", PAGE)])
def test_an_example_report(name: str, expected: dict[str, _Stated]) -> None:
    ((main, earlier),) = events_in(name)
    assert not main.background
    assert earlier.background
    assert {attribute: stated(main, attribute) for attribute in expected} == expected


def test_the_example_points_out_what_does_not_fit() -> None:
    ((main, _),) = events_in("launch-report.txt")
    assert {conflict.attribute for conflict in main.conflicts} == {"origin", "apogee"}
    verdicts = {(check.check, check.verdict) for check in main.checks}
    assert {("place-fit", "inconsistent"), ("distance-units", "consistent"), ("time-zones", "consistent")} <= verdicts


def test_the_example_batch() -> None:
    actors = [{value for event in events for value, _ in stated(event, "actor")} for events in events_in("batch.jsonl")]
    assert actors == [{"PRK"}, {"Houthis"}, {"IND"}, set(), {"JPN"}]
