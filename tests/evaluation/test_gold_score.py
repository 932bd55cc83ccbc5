"""The scorer on small synthetic reports: what counts as found, false, missed, optional and rightly attributed."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "evaluation"))

from details import detail_lines
from figures import FoundEvent
from gold import GoldReport, read_gold
from reading import page_of
from same import fold_name, names_claimant, same_value
from score import score_reports

from watchfloor.records import Claim, Event, Speaker, When


def claim(attribute: str, value: Any, by: str | None = None, **more: Any) -> dict[str, Any]:
    """A gold claim; `optional` and `polarity` as keywords."""
    claimants = [] if by is None else [by]
    return {"attribute": attribute, "value": value, "claimants": claimants, "quote": "a missile", **more}


def found(attribute: str, value: Any, by: str | None = None, **more: Any) -> dict[str, Any]:
    claimant = None if by is None else {"name": by}
    return {"attribute": attribute, "value": value, "claimant": claimant, "quote": "a missile", **more}


def event(*claims: dict[str, Any], background: bool = False, optional: bool = False) -> dict[str, Any]:
    return {"kind": "launch", "background": background, "optional": optional, "claims": list(claims)}


def printed(*claims: dict[str, Any], background: bool = False) -> dict[str, Any]:
    return {"kind": "launch", "background": background, "claims": list(claims), "consensus": {}}


def gold_report(*events: dict[str, Any], identity: str = "r") -> GoldReport:
    fields = {"id": identity, "text": "a missile", "published": None, "outlet": None, "language": "en"}
    return msgspec.convert({**fields, "events": list(events)}, GoldReport)


def found_reports(*events: dict[str, Any]) -> dict[str, tuple[FoundEvent, ...]]:
    return {"r": msgspec.convert(list(events), tuple[FoundEvent, ...])}


FLIGHT = {"low": 600, "high": 600}

COUNTS = [
    ("all right", [event(claim("actor", "PRK"))], [printed(found("actor", "PRK"))], (1, 1, 1)),
    ("nothing found", [event(claim("actor", "PRK"))], [], (1, 0, 0)),
    ("nothing to find", [], [printed(found("actor", "PRK"))], (0, 1, 0)),
    (
        "a false value beside a right one",
        [event(claim("distance", FLIGHT))],
        [printed(found("distance", {"low": 610, "high": 610}), found("distance", {"low": 700, "high": 700}))],
        (1, 2, 1),
    ),
    (
        "one value from two speakers is one",
        [event(claim("distance", FLIGHT, "Joint Chiefs of Staff"))],
        [printed(found("distance", FLIGHT), found("distance", FLIGHT, "Joint Chiefs of Staff"))],
        (1, 1, 1),
    ),
    (
        "an optional value is neither wanted nor wrong",
        [event(claim("actor", "PRK"), claim("purpose", "test", optional=True))],
        [printed(found("actor", "PRK"), found("purpose", "test"))],
        (1, 1, 1),
    ),
    (
        "an optional event takes its found one with it",
        [event(claim("actor", "IRN"), background=True, optional=True)],
        [printed(found("actor", "IRN"), found("count", {"low": 9, "high": 9}), background=True)],
        (0, 0, 0),
    ),
    (
        "history is not today",
        [event(claim("actor", "IRN"), background=True)],
        [printed(found("actor", "IRN"))],
        (1, 1, 0),
    ),
    (
        "a denial is not the claim",
        [event(claim("actor", "IRN"), claim("weapon", "icbm", polarity=False))],
        [printed(found("actor", "IRN"), found("weapon", "icbm"))],
        (2, 2, 1),
    ),
]


@pytest.mark.parametrize(("gold", "events", "counts"), [row[1:] for row in COUNTS], ids=[row[0] for row in COUNTS])
def test_values_are_counted(gold: list[Any], events: list[Any], counts: tuple[int, int, int]) -> None:
    row = score_reports([gold_report(*gold)], found_reports(*events)).rows["ALL"]
    assert (row.gold, row.found, row.hit) == counts


def test_each_found_event_serves_one_gold_event() -> None:
    gold = gold_report(
        event(claim("actor", "PRK"), claim("distance", FLIGHT)),
        event(claim("actor", "PRK"), claim("distance", {"low": 90, "high": 90})),
    )
    both = printed(found("actor", "PRK"), found("distance", FLIGHT), found("distance", {"low": 90, "high": 90}))
    rows = score_reports([gold], found_reports(both)).rows
    assert (rows["EVENTS"].gold, rows["EVENTS"].found, rows["EVENTS"].hit) == (2, 1, 1)
    assert rows["EVENTS"].f1 == pytest.approx(2 / 3)
    assert rows["distance"].precision == 0.5


def test_the_found_event_with_most_right_claims_wins() -> None:
    gold = gold_report(event(claim("actor", "PRK"), claim("distance", FLIGHT)))
    events = found_reports(printed(found("actor", "PRK")), printed(found("actor", "PRK"), found("distance", FLIGHT)))
    assert score_reports([gold], events).rows["distance"].hit == 1


def test_claimant_share_leaves_the_actor_out() -> None:
    gold = gold_report(
        event(claim("actor", "PRK"), claim("distance", FLIGHT, "Joint Chiefs of Staff"), claim("apogee", FLIGHT))
    )
    events = found_reports(
        printed(found("actor", "PRK"), found("distance", FLIGHT), found("apogee", FLIGHT)),
    )
    rows = score_reports([gold], events).rows
    assert rows["ALL"].claimant == 0.5
    assert rows["distance"].claimant == 0.0


def test_a_row_without_right_values_has_no_claimant_share() -> None:
    rows = score_reports([gold_report(event(claim("actor", "PRK"), claim("eez", "outside_japan")))], {}).rows
    assert rows["eez"].claimant is None


SAME = [
    ("distance", {"low": 600, "high": 600}, {"low": 617.0, "high": 617.0, "unit": "km"}, True),
    ("distance", {"low": 600, "high": 600}, {"low": 620.0, "high": 620.0}, False),
    ("distance", {"low": 600, "high": None}, {"low": 600.0, "high": None}, True),
    ("distance", {"low": 600, "high": None}, {"low": 600.0, "high": 600.0}, False),
    ("count", {"low": 1, "high": 1}, "one", False),
    (
        "occurred",
        {"first": "2024-01-14T05:55Z", "last": "2024-01-14T05:55Z"},
        {"first": "2024-01-14T05:57:00Z", "last": "2024-01-14T05:57:00Z"},
        True,
    ),
    (
        "occurred",
        {"first": "2024-01-14T05:55Z", "last": "2024-01-14T05:55Z"},
        {"first": "2024-01-14T00:00:00Z", "last": "2024-01-15T00:00:00Z"},
        False,
    ),
    (
        "occurred",
        {"first": "2024-01-13T15:00Z", "last": "2024-01-14T14:59Z"},
        {"first": "2024-01-14T05:55:00", "last": "2024-01-14T05:55:00"},
        True,
    ),
    ("occurred", {"first": "2024-01-13T15:00Z", "last": "2024-01-14T14:59Z"}, {"first": None, "last": None}, False),
    ("occurred", {"first": "2024-01-13T15:00Z", "last": "2024-01-14T14:59Z"}, {"first": "x", "last": "y"}, False),
    (
        "origin",
        {"name": "Wonsan", "lat": 39.15, "lon": 127.44, "km": 25},
        {"name": "Munchon", "printed": "Munchon", "lat": 39.26, "lon": 127.36},
        True,
    ),
    (
        "origin",
        {"name": "Wonsan", "lat": 39.15, "lon": 127.44, "km": 25},
        {"name": "Sinpo", "printed": "Sinpo", "lat": 40.03, "lon": 128.18},
        False,
    ),
    (
        "landing",
        {"name": "East Sea", "aliases": ["Sea of Japan"]},
        {"name": "Japan Sea", "printed": "the Sea of Japan"},
        True,
    ),
    ("landing", {"name": "East Sea"}, {"name": "Yellow Sea", "lat": 36.0, "lon": 123.0}, False),
    ("weapon", ["srbm", "ballistic_missile"], "ballistic_missile", True),
    ("weapon", "srbm", "mrbm", False),
    ("system", "Hwasong-18", "HWASONG 18", True),
]


@pytest.mark.parametrize(("attribute", "gold", "value", "same"), SAME)
def test_same_value(attribute: str, gold: Any, value: Any, same: bool) -> None:
    assert same_value(attribute, gold, value) is same


@pytest.mark.parametrize(
    ("wanted", "claimant", "right"),
    [
        ([], None, True),
        ([], {"name": "KCNA"}, False),
        (["KCNA"], None, False),
        (["KCNA", "Rodong Sinmun"], {"name": "Rodong Sinmun"}, True),
        (["Defense Ministry of Japan"], {"name": "Defense Ministry"}, True),
        (["Joint Chiefs of Staff"], "South Korea's Joint Chiefs of Staff", True),
        (["Joint Chiefs of Staff"], {"name": "KCNA"}, False),
    ],
)
def test_names_claimant(wanted: list[str], claimant: Any, right: bool) -> None:
    assert names_claimant(wanted, claimant) is right


def test_fold_name_drops_what_places_may_carry() -> None:
    assert fold_name("The Taegwan County area") == fold_name("taegwan")


def test_the_product_is_given_no_annotation() -> None:
    page = page_of(gold_report(event(claim("actor", "PRK"))))
    assert (page.id, page.text, page.published, page.language) == ("r", "a missile", None, "en")


def test_records_of_the_product_can_be_scored() -> None:
    time = datetime(2024, 1, 14, 5, 55, tzinfo=UTC)
    record = {"attribute": "occurred", "quote": "14:55", "start": 0, "end": 5, "zone": "body"}
    when = When(first=time, last=time, precision="minute")
    product = Claim(value=when, claimant=Speaker(name="KCNA"), **msgspec.convert(record, dict[str, Any]))
    events = msgspec.to_builtins([Event(kind="launch", background=False, claims=(product,), consensus={})])
    gold = gold_report(event(claim("occurred", {"first": "2024-01-14T05:55Z", "last": "2024-01-14T05:55Z"}, "KCNA")))
    assert score_reports([gold], found_reports(*events)).rows["ALL"].claimant == 1.0


def test_details_show_every_kind_of_fault_under_its_report() -> None:
    gold = gold_report(
        event(claim("apogee", FLIGHT, "KCNA"), claim("distance", FLIGHT), claim("eez", "outside_japan")),
        event(claim("actor", "IRN"), background=True),
    )
    events = found_reports(
        printed(found("apogee", FLIGHT, "Someone"), found("distance", {"low": 30, "high": None})),
        printed(found("outcome", "failure", zone="headline"), background=True),
    )
    figures = score_reports([gold, gold_report(identity="clean")], events)
    lines = "\n".join(detail_lines([gold], figures)).splitlines()
    assert lines[1].startswith("r ")
    shown = [" ".join(line.split("«")[0].split()) for line in lines[2:]]
    assert shown == [
        "speaker today apogee = 600: wanted KCNA, found Someone",
        "missed today distance = 600 by the report",
        "missed today eez = outside_japan by the report",
        "false today distance = 30.. by the report",
        "no event background",
        "missed background actor = IRN by the report",
        "false event background",
        "false false background outcome = failure by the report",
    ]
    assert lines[-1].endswith("«a missile» in the headline")
    assert "clean" not in figures.faults


def test_read_gold_reads_a_line_a_report(tmp_path: Path) -> None:
    reports = [gold_report(identity="a"), gold_report(event(claim("actor", "PRK")), identity="b")]
    path = tmp_path / "small.gold.jsonl"
    path.write_bytes(b"\n\n".join(map(msgspec.json.encode, reports)))
    assert list(read_gold(path)) == reports
