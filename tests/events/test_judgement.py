"""Checks, conflicts and consensus over claims made by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from watchfloor.events.checks import check_claims
from watchfloor.events.conflicts import find_conflicts
from watchfloor.events.consensus import consensus_of
from watchfloor.events.subsumption import kinds_above, without_restatements
from watchfloor.records import Bound, Claim, Hedge, Place, Quantity, Speaker, Value, When, Zone

SEOUL = Speaker(name="Joint Chiefs of Staff", country="KOR", agency="JCS of Korea")
TOKYO = Speaker(name="Ministry of Defense", country="JPN", agency="MOD of Japan")
KUSONG = Place(name="Kusong", printed="Kusong", lat=39.98, lon=125.25, radius_km=15, country="PRK", kind="city")
EAST_COAST = Place(
    name="east coast", printed="its east coast", lat=39.8, lon=127.6, radius_km=150, country="PRK", kind="coast"
)
WEST_COAST = Place(
    name="west coast", printed="its west coast", lat=39.0, lon=125.3, radius_km=130, country="PRK", kind="coast"
)
SEA = Place(name="East Sea", printed="East Sea", lat=39.5, lon=132.0, radius_km=500, kind="sea")


def km(low: float | None, high: float | None, bound: Bound = "exact") -> Quantity:
    return Quantity(low=low, high=high, unit="km", bound=bound, printed_unit="km")


def claim(
    attribute: str, value: Value, by: Speaker | None = None, *, quote: str = "words", polarity: bool = True
) -> Claim:
    return Claim(
        attribute=attribute,
        value=value,
        quote=quote,
        start=0,
        end=len(quote),
        zone=Zone.BODY,
        claimant=by,
        polarity=polarity,
    )


@pytest.mark.parametrize(
    ("text", "quote", "verdict"),
    [
        ("435 miles (700 km) away", "435 miles", "consistent"),
        ("435 miles (900 km) away", "435 miles", "inconsistent"),
        ("435 miles or 700 kilometers", "435 miles", "consistent"),
    ],
)
def test_both_units_of_a_pair_agree(text: str, quote: str, verdict: str) -> None:
    value = Quantity(low=700.065, high=700.065, unit="km", printed_unit="miles")
    found = check_claims([claim("distance", value, quote=quote)], text=text)
    assert [(check.check, check.verdict) for check in found] == [("distance-units", verdict)]


@pytest.mark.parametrize(
    ("zone", "minutes_apart", "verdict"),
    [
        (None, 0, "consistent"),
        (None, 60, "undecided"),  # perhaps the clock of the country it was fired at
        ("local time", 60, "undecided"),
        ("KST", 60, "inconsistent"),
        (None, 7, "inconsistent"),  # no zone is seven minutes off
        (None, 24 * 60, "inconsistent"),  # the day rolls wrongly
    ],
)
def test_both_clocks_of_a_time_show_one_instant(zone: str | None, minutes_apart: int, verdict: str) -> None:
    first = datetime(2024, 5, 15, 21, 20, tzinfo=UTC)
    readings = (first, first + timedelta(minutes=minutes_apart))
    value = When(first=first, last=first, precision="minute", zone=zone, readings=readings)
    (check,) = check_claims([claim("occurred", value)], text="")
    assert (check.check, check.verdict) == ("time-zones", verdict)


@pytest.mark.parametrize(
    ("code", "flown", "apogee", "verdict"),
    [
        ("srbm", 700, None, "consistent"),
        ("srbm", 1600, None, "inconsistent"),
        ("icbm", 950, 4475, "consistent"),
        ("icbm", 950, 100, "inconsistent"),
        ("icbm", 950, None, "undecided"),
    ],
)
def test_the_class_fits_the_range_unless_lofted(code: str, flown: float, apogee: float | None, verdict: str) -> None:
    claims = [claim("weapon", code), claim("distance", km(flown, flown))]
    claims += [claim("apogee", km(apogee, apogee))] if apogee is not None else []
    assert ("class-range", verdict) in [(check.check, check.verdict) for check in check_claims(claims, text="")]


def test_a_flight_called_normal_that_was_lofted() -> None:
    claims = [claim("distance", km(950, 950)), claim("apogee", km(4475, 4475)), claim("trajectory", "normal")]
    (check,) = (c for c in check_claims(claims, text="") if c.check == "arc")
    assert check.verdict == "inconsistent"
    assert "lofted" in check.because


def test_a_described_coast_that_the_named_place_is_not_on() -> None:
    verdicts = {
        coast.name: check_claims([claim("origin", coast), claim("origin", KUSONG)], text="")[0].verdict
        for coast in (EAST_COAST, WEST_COAST)
    }
    assert verdicts == {"east coast": "inconsistent", "west coast": "consistent"}


def test_a_distance_that_reaches_the_named_sea() -> None:
    near, far = (
        check_claims([claim("origin", KUSONG), claim("landing", SEA), claim("distance", km(d, d))], text="")
        for d in (450, 4000)
    )
    assert [c.verdict for c in near if c.check == "reaches-landing"] == ["consistent"]
    assert [c.verdict for c in far if c.check == "reaches-landing"] == ["inconsistent"]


def test_the_zone_a_flight_ends_in() -> None:
    base = [claim("origin", KUSONG), claim("heading", "east")]
    short = check_claims([*base, claim("distance", km(350, 350)), claim("eez", "inside_japan")], text="")
    assert [c.verdict for c in short if c.check == "eez-side"] == ["inconsistent"]


@pytest.mark.parametrize(
    ("first", "second", "conflicting"),
    [
        (claim("distance", km(700, 700), SEOUL), claim("distance", km(450, None, "over"), TOKYO), False),
        (claim("distance", km(800, 800), SEOUL), claim("distance", km(650, 650), TOKYO), True),
        (claim("distance", km(400, 400), SEOUL), claim("distance", km(600, 600), SEOUL), False),
        (claim("weapon", "missile", SEOUL), claim("weapon", "srbm", TOKYO), False),
        (claim("weapon", "srbm", SEOUL), claim("weapon", "icbm", TOKYO), True),
        (claim("outcome", "success", SEOUL), claim("outcome", "failure", TOKYO), True),
        (claim("eez", "inside_japan", TOKYO), claim("eez", "outside_japan", SEOUL), True),
        (claim("weapon", "icbm", SEOUL), claim("weapon", "icbm", TOKYO, polarity=False), True),
        (claim("origin", EAST_COAST), claim("origin", KUSONG, SEOUL), True),
        (claim("origin", WEST_COAST), claim("origin", KUSONG, SEOUL), False),
    ],
)
def test_what_cannot_both_hold_is_a_conflict(first: Claim, second: Claim, conflicting: bool) -> None:
    assert bool(find_conflicts([first, second])) is conflicting


def test_the_consensus_is_what_most_observers_say() -> None:
    third = Speaker(name="KCNA", country="PRK")
    claims = [
        claim("distance", km(800, 800), SEOUL),
        claim("distance", km(810, 810), TOKYO),
        claim("distance", km(300, 300), third),
    ]
    value = consensus_of(claims)["distance"]
    assert isinstance(value, Quantity)
    assert value.low == 800


def test_no_consensus_between_two_observers_who_contradict_each_other() -> None:
    assert "distance" not in consensus_of(
        [claim("distance", km(800, 800), SEOUL), claim("distance", km(300, 300), TOKYO)]
    )


def test_a_hedged_class_yields_to_a_firm_one() -> None:
    hedged = Claim(
        attribute="weapon", value="icbm", quote="w", start=0, end=1, zone=Zone.BODY, hedge=Hedge(words="may be")
    )
    assert consensus_of([hedged, claim("weapon", "mrbm", SEOUL)])["weapon"] == "mrbm"


def test_the_salvo_of_one_speaker_is_one_interval() -> None:
    value = consensus_of([claim("distance", km(400, 400), SEOUL), claim("distance", km(600, 600), SEOUL)])["distance"]
    assert isinstance(value, Quantity)
    assert (value.low, value.high) == (400, 600)


def test_restatements_are_folded() -> None:
    moment = datetime(2026, 1, 5, tzinfo=UTC)
    when = When(first=moment, last=moment, precision="minute")
    open_count = Quantity(low=2.0, high=None, unit="", bound="at_least")
    claims = [
        claim("weapon", "missile"),
        claim("weapon", "srbm"),
        claim("count", open_count),
        claim("count", Quantity(low=3.0, high=3.0, unit="")),
        claim("occurred", when),
        claim("occurred", when),
    ]
    kept = [(c.attribute, c.value) for c in without_restatements(claims)]
    assert kept == [("weapon", "srbm"), ("count", Quantity(low=3.0, high=3.0, unit="")), ("occurred", when)]


def test_kinds_above_a_class() -> None:
    assert kinds_above("srbm") == {"ballistic_missile", "missile", "projectile"}


def test_each_speaker_s_arc_is_judged_by_itself() -> None:
    claims = [
        *(claim(attribute, km(value, value), SEOUL) for attribute, value in (("distance", 600), ("apogee", 60))),
        *(claim(attribute, km(value, value), TOKYO) for attribute, value in (("distance", 950), ("apogee", 4475))),
    ]
    arcs = [check.because for check in check_claims(claims, text="") if check.check == "arc"]
    assert [("depressed" in because, "lofted" in because) for because in arcs] == [(True, False), (False, True)]
    salvo = [*claims[:2], claim("distance", km(400, 400), SEOUL)]  # nobody says which apogee is whose
    assert not [check for check in check_claims(salvo, text="") if check.check == "arc"]
