"""The JSON contract: its keys, its spelling of values, and that the published schema accepts every line."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_records import EVENTS, REPORT
from watchfloor.contract import encode_failure, encode_record, failure_of, record_of, value_of
from watchfloor.errors import EmptyInput
from watchfloor.records import Place, Quantity, Value, When

SCHEMA = json.loads((Path(__file__).parents[1] / "docs" / "schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def as_json(**more: Any) -> Any:
    return json.loads(encode_record(REPORT, EVENTS, **more))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("indented", [False, True])
def test_a_record_is_what_the_schema_promises(indented: bool) -> None:
    VALIDATOR.validate(as_json(indented=indented))


def test_a_report_without_a_launch_is_what_the_schema_promises() -> None:
    VALIDATOR.validate(json.loads(encode_record(REPORT, ())))


@pytest.mark.parametrize("id", [None, "7"])
def test_a_failure_is_what_the_schema_promises(id: str | None) -> None:
    failure = EmptyInput("nothing in it", source="a.txt", id=id)
    VALIDATOR.validate(json.loads(encode_failure(failure)))
    assert failure_of(failure) == {
        "id": id,
        "source": "a.txt",
        "error": {"type": "EmptyInput", "message": "a.txt: nothing in it"},
        "events": [],
    }


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ("weapon", "big_missile"),
        ("count", {"low": 1, "high": 1}),
        ("distance", {"low": 1, "high": 1, "unit": "mi", "bound": "exact", "printed_unit": "mi"}),
        ("origin", {"name": "Taegwan", "printed": "Taegwan", "lat": 140, "lon": 1}),
        ("occurred", "2025-11-07"),
    ],
)
def test_the_schema_refuses_what_is_not_the_contract(attribute: str, value: object) -> None:
    record = as_json()
    record["events"][0]["claims"][0] |= {"attribute": attribute, "value": value}
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(record)


def test_one_line_ends_one_record() -> None:
    line = encode_record(REPORT, EVENTS)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1


def test_indenting_changes_no_value() -> None:
    assert as_json(indented=True) == as_json()
    assert encode_record(REPORT, EVENTS, indented=True).count(b"\n") > 50


def test_every_quotation_stands_where_its_offsets_say() -> None:
    record = as_json()
    for event in record["events"]:
        for claim in event["claims"]:
            assert record["report"]["text"][claim["start"] : claim["end"]] == claim["quote"]


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ("actor", "PRK"),
        ("count", {"low": 2, "high": 2, "bound": "exact"}),
        ("distance", {"low": 700.065, "high": 700.065, "unit": "km", "bound": "about", "printed_unit": "miles"}),
        (
            "occurred",
            {
                "first": "2025-11-05T22:10Z",
                "last": "2025-11-05T22:10Z",
                "precision": "minute",
                "zone": "KST",
                "anchor": "published",
            },
        ),
    ],
)
def test_a_consensus_is_spelt_as_a_claim(attribute: str, expected: object) -> None:
    assert as_json()["events"][0]["consensus"][attribute] == expected


def test_conflicts_point_to_claims() -> None:
    event = as_json()["events"][0]
    (conflict,) = event["conflicts"]
    assert [event["claims"][position]["quote"] for position in conflict["claims"]] == [
        "its eastern coast",
        "the Taegwan area",
    ]


def test_a_speaker_keeps_name_country_and_the_words_printed() -> None:
    claimants = [claim["claimant"] for claim in as_json()["events"][0]["claims"]]
    assert claimants[0] is None
    assert claimants[4] == {
        "name": "Joint Chiefs of Staff",
        "country": "KOR",
        "kind": "military",
        "agency": None,
        "printed": "The Joint Chiefs of Staff",
    }


def test_a_hedge_keeps_its_words_and_band() -> None:
    hedges = [claim["hedge"] for claim in as_json()["events"][0]["claims"] if claim["hedge"] is not None]
    assert hedges == [{"words": "presumed", "band": "likely"}]


UNDATED = When(first=None, last=None, precision="day")
OLD = When(first=datetime(987, 3, 4, 5, 6, 7, tzinfo=UTC), last=None, precision="minute")
NOWHERE = Place(name="Hill 9", printed="Hill 9")


@pytest.mark.parametrize(
    ("attribute", "value", "key", "expected"),
    [
        ("occurred", UNDATED, "first", None),
        ("occurred", OLD, "first", "0987-03-04T05:06Z"),
        ("count", Quantity(low=1.0, high=None, unit=""), "high", None),
        ("count", Quantity(low=1.5, high=2.0, unit=""), "low", 1.5),
        ("flight_time", Quantity(low=4415.0, high=4415.0, unit="s"), "low", 4415.0),
        ("speed", Quantity(low=None, high=1701.5000001, unit="m/s"), "high", 1701.5),
        ("origin", NOWHERE, "lat", None),
        ("origin", Place(name="0", printed="0", lat=0.0, lon=0.0), "lat", 0.0),
    ],
)
def test_a_value_is_spelt_by_its_kind(attribute: str, value: Value, key: str, expected: object) -> None:
    spelt = value_of(attribute, value)
    assert isinstance(spelt, dict)
    assert spelt[key] == expected


@given(st.floats(min_value=1e-3, max_value=1e9))
def test_figures_keep_six_digits(figure: float) -> None:
    spelt = value_of("distance", Quantity(low=figure, high=figure, unit="km"))
    assert isinstance(spelt, dict)
    assert spelt["low"] == pytest.approx(figure, rel=5.1e-6)


def test_plain_values_hold_what_the_line_holds() -> None:
    assert json.loads(json.dumps(record_of(REPORT, EVENTS), default=list)) == as_json()
