"""The validator finds each kind of fault, and the project's own sets have none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "evaluation"))

from gold import SETS, GoldReport, read_gold
from validate import main, set_faults

TEXT = "Sweden let go two test rockets off Gotland."


def report(*claims: dict[str, Any], published: str | None = "2024-05-01", **event: Any) -> GoldReport:
    launch = {"kind": "launch", "background": False, "claims": list(claims), **event}
    fields = {"id": "r", "text": TEXT, "published": published, "outlet": None, "language": "en"}
    return msgspec.convert({**fields, "events": [launch]}, GoldReport)


def claim(attribute: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"attribute": attribute, "value": value, "claimants": [], "quote": "two test rockets", **more}


ACTOR = claim("actor", "SWE")

FAULTS = [
    (report(claim("actor", "SWE", quote="Two test rockets")), "not in the text"),
    (report(claim("actor", "SWE", quote=" ")), "not in the text"),
    (report(claim("actor", "SWE", claimants=[""])), "claimant without a name"),
    (report(claim("weapon", "rocket")), "not among its codes"),
    (report(claim("weapon", ["srbm", "rocket"])), "not among its codes"),
    (report(claim("weapon", [])), "not among its codes"),
    (report(claim("colour", "red")), "no such attribute"),
    (report(claim("system", [])), "no list of names"),
    (report(claim("count", {"low": 3, "high": 2})), "backwards"),
    (report(claim("count", {"low": None, "high": None})), "no end"),
    (report(claim("distance", 600)), "is not {low, high}"),
    (report(claim("occurred", {"first": "2024-05-01", "last": "2024-05-02"})), "not in UTC"),
    (report(claim("occurred", {"first": "2024-05-02T00:00Z", "last": "2024-05-01T00:00Z"})), "backwards"),
    (report(claim("origin", {"name": "Gotland", "lat": 57.5})), "takes lat, lon and km"),
    (report(claim("origin", {"name": "Gotland", "lat": 157.5, "lon": 18.5, "km": 30})), "lies nowhere"),
    (report(claim("landing", {"aliases": ["sea"]})), "no place"),
    (report(ACTOR, ACTOR), "stated 2 times"),
    (report(), "no claim"),
    (report(ACTOR, kind="visit"), "not annotated"),
    (report(ACTOR, published="May 1"), "no ISO date"),
]


@pytest.mark.parametrize(("faulty", "words"), FAULTS)
def test_faults_are_named(faulty: GoldReport, words: str) -> None:
    (fault,) = set_faults([faulty])
    assert fault.startswith("r: ")
    assert words in fault


RIGHT = [
    claim("weapon", ["artillery_rocket", "missile"]),
    claim("count", {"low": 2, "high": None}),
    claim("occurred", {"first": "2024-05-01T00:00Z", "last": "2024-05-01T23:59Z"}),
    claim("origin", {"name": "Gotland", "aliases": [], "lat": 57.5, "lon": 18.5, "km": 60}),
    claim("landing", {"name": "Baltic Sea"}),
    claim("effects", "none", optional=True),
]


@pytest.mark.parametrize("right", RIGHT)
def test_right_claims_have_no_fault(right: dict[str, Any]) -> None:
    assert list(set_faults([report(ACTOR, right)])) == []


def test_ids_are_unique() -> None:
    assert "r: the id stands 2 times" in set_faults([report(ACTOR), report(ACTOR)])


def test_main_prints_the_faults_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wrong.gold.jsonl"
    path.write_bytes(b'{"id": 1}\n')
    assert main([str(path)]) == 1
    assert "wrong.gold.jsonl: not a gold set" in capsys.readouterr().out


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.name)
def test_the_committed_sets_hold(path: Path) -> None:
    reports = read_gold(path)
    assert list(set_faults(reports)) == []
    assert len(reports) >= 30


def test_a_good_quarter_of_the_reports_tell_of_no_launch_today() -> None:
    today = [
        any(not event.background and not event.optional for event in report.events)
        for path in SETS
        for report in read_gold(path)
    ]
    assert len(today) >= 80
    assert 0.25 <= today.count(False) / len(today) <= 0.4
