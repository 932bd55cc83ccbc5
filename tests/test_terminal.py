"""The record for people: what it shows, at which width, and that a page cannot speak to the terminal."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tests.sample_records import EVENTS, JCS, LAUNCH, MORNING, OLDER, REPORT, THURSDAY, claim
from watchfloor.records import Event, Place, Quantity, Value, When
from watchfloor.terminal import clean, open_screen, record_text
from watchfloor.terminal.localtime import local_offset
from watchfloor.terminal.phrases import clock, country_name, number, phrase_of, when_phrase
from watchfloor.terminal.rows import rows_of, sayings
from watchfloor.terminal.screen import ASCII, TYPOGRAPHIC

KOREA = timedelta(hours=9)
TEHRAN = timedelta(hours=3.5)


def piped(report: object = REPORT, events: tuple[Event, ...] = EVENTS, *, width: int = 80) -> str:
    console = open_screen(io.StringIO())
    console.width = width
    return record_text(report, events, console=console)  # type: ignore[arg-type]


def on_terminal(events: tuple[Event, ...] = EVENTS, **more: object) -> str:
    console = Console(file=io.StringIO(), force_terminal=True, width=80, color_system="standard", **more)  # type: ignore[arg-type]
    return record_text(REPORT, events, console=console)


@pytest.mark.parametrize(
    "shown",
    [
        "North fires two missiles off its coast",
        "Harbour Courier | published Thu 6 Nov 2025, 03:50 UTC | en",
        "Launch | North Korea | Thu 6 Nov 2025 =",
        "Earlier launch | North Korea | May 2024 =",
        "Thu 6 Nov 2025, 07:10 KST",
        "5 Nov 2025, 22:10 UTC",
        "about 700 km | 435 mi",
        "over 450 km | 280 mi",
        "hedged: presumed (likely)",
        "not: intercontinental",
        '"about 435 miles"',
        "Joint Chiefs of Staff (South Korea)",
        "40.21N 125.22E",
        "within 30 km | 19 mi",
        "ok distance-units: 435 miles are 700 km",
        " ? flight-arc: no flight time is stated",
        "Taegwan lies in the north-west",
    ],
)
def test_a_record_shows(shown: str) -> None:
    assert shown in piped()


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(map(len, piped(width=width).splitlines())) <= width


def test_a_pipe_gets_plain_ascii_signs_without_padding() -> None:
    text = piped()
    assert text.isascii()
    assert "\x1b" not in text
    assert not re.search(r" $", text, re.MULTILINE)


def test_a_terminal_gets_colours_and_typographic_signs() -> None:
    text = on_terminal()
    assert "\x1b[" in text
    assert "“about 435 miles”" in text
    assert "✓" in text


def test_no_color_leaves_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3\dm", on_terminal())


def test_main_events_come_before_history() -> None:
    text = piped(events=(OLDER, LAUNCH))
    assert text.index("Launch | North Korea") < text.index("Earlier launch")


def test_a_report_without_a_launch_says_so() -> None:
    assert "No launch reported." in piped(events=())
    assert "No launch reported." not in piped()


def test_page_text_is_no_markup() -> None:
    assert "[bold]too far[/bold]" in piped()


def test_page_text_reaches_no_terminal_as_control() -> None:
    bad = msgspec.structs.replace(
        REPORT, headline="\x1b[2J\x1b]0;owned\x07Two\u202e missiles\r\nfired", outlet="\x9b31mQ"
    )
    text = piped(bad)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "Two missiles fired" in text


@given(st.text())
def test_clean_text_has_one_line_and_no_controls(text: str) -> None:
    cleaned = clean(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", cleaned)
    assert clean(cleaned) == cleaned


def test_conflicting_rows_are_marked() -> None:
    marked = [row.attribute for row in rows_of(LAUNCH) if row.disputed]
    assert marked == ["origin", "origin"]
    assert piped().count("\n!") == 2


def test_a_reason_that_quotes_both_sides_is_not_told_twice() -> None:
    told = "the outlet says «its eastern coast»"
    conflict = msgspec.structs.replace(LAUNCH.conflicts[0], because=f"{told}, {JCS.name} «the Taegwan area»")
    text = piped(events=(msgspec.structs.replace(LAUNCH, conflicts=(conflict,)),))
    assert 'from: the outlet says "its eastern coast", Joint Chiefs of Staff' in text
    assert " against " not in text
    assert " against " in piped()


def test_one_value_of_two_speakers_is_one_row() -> None:
    (row,) = [row for row in rows_of(LAUNCH) if row.attribute == "count"]
    told = sayings(LAUNCH.claims[position] for position in row.positions)
    assert [saying.speakers for saying in told] == [(None,), ("Joint Chiefs of Staff",)]


def test_two_speakers_of_one_quotation_share_a_saying() -> None:
    quoted = claim("distance", Quantity(low=97, high=97, unit="km"), "97 km")
    other = claim("distance", Quantity(low=97, high=97, unit="km"), "97 km", LAUNCH.claims[4].claimant)
    (saying,) = sayings([quoted, other])
    assert saying.speakers == (None, "Joint Chiefs of Staff")


def test_a_denial_is_a_row_of_its_own() -> None:
    weapons = [(row.value, row.polarity) for row in rows_of(LAUNCH) if row.attribute == "weapon"]
    assert weapons == [("srbm", True), ("icbm", False)]


def km(low: float | None, high: float | None, bound: str = "exact") -> Quantity:
    return Quantity(low=low, high=high, unit="km", bound=bound)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("attribute", "value", "main"),
    [
        ("distance", km(570, 600), "570–600 km · 354–373 mi"),
        ("distance", km(None, 800, "at_most"), "at most 800 km · 497 mi"),
        ("distance", km(800, None, "at_least"), "at least 800 km · 497 mi"),
        ("distance", km(None, None), "not stated · not stated"),
        ("distance", km(12000, 12000), "12,000 km · 7,456 mi"),
        ("apogee", km(0.1, 0.1, "about"), "about 100 m · 328 ft"),
        ("count", Quantity(low=1, high=None, unit="", bound="at_least"), "at least 1"),
        ("count", Quantity(low=10, high=10, unit="", bound="about"), "about 10"),
        ("count", Quantity(low=2, high=3, unit=""), "2–3"),
        ("flight_time", Quantity(low=4415, high=4415, unit="s"), "1 h 13 min 35 s"),
        ("flight_time", Quantity(low=1200, high=1260, unit="s"), "20 min – 21 min"),
        ("flight_time", Quantity(low=3600, high=None, unit="s", bound="over"), "over 1 h"),
        ("speed", Quantity(low=1701.5, high=1701.5, unit="m/s"), "1,702 m/s · Mach 5"),
        ("actor", "the Coastal Brigades", "the Coastal Brigades"),
        ("weapon", "slbm", "submarine-launched ballistic missile"),
        ("eez", "outside_japan", "outside the zone of Japan"),
        ("effects", "none", "no harm reported"),
        ("follow_up", "further_launches_expected", "further launches expected"),
        ("system", "Hwasong_X", "Hwasong_X"),
        ("landing", Place(name="Hokkaido", printed="Hokkaido", kind="overflight"), "over Hokkaido"),
        ("origin", Place(name="North Korea", printed="the North", country="PRK"), "North Korea"),
    ],
)
def test_a_value_in_words(attribute: str, value: Value, main: str) -> None:
    assert phrase_of(attribute, value, offset=None, glyphs=TYPOGRAPHIC).main == main


def test_a_place_keeps_the_equator_and_the_west() -> None:
    place = Place(name="Pad 1", printed="Pad 1", lat=0.0, lon=-52.77)
    assert phrase_of("origin", place, offset=None, glyphs=ASCII).also == ("0.00N 52.77W",)


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("first", "last", "precision", "offset", "main"),
    [
        (at(2025, 11, 5, 22, 10), at(2025, 11, 5, 22, 10), "minute", KOREA, "Thu 6 Nov 2025, 07:10 UTC+9"),
        (at(2025, 11, 5, 22, 10), at(2025, 11, 5, 22, 40), "minute", KOREA, "Thu 6 Nov 2025, 07:10–07:40 UTC+9"),
        (at(2025, 11, 5, 22, 10), at(2025, 11, 5, 22, 10), "minute", None, "Wed 5 Nov 2025, 22:10 UTC"),
        (at(2025, 11, 5, 20), at(2025, 11, 6, 3), "part_of_day", TEHRAN, "Wed 5 Nov 2025, 23:30–06:30 UTC+3:30"),
        (at(2025, 11, 5, 15), at(2025, 11, 6, 15), "day", KOREA, "Thu 6 Nov 2025"),
        (at(2024, 4, 30, 15), at(2024, 5, 31, 15), "month", KOREA, "May 2024"),
        (at(2022, 12, 31, 15), at(2023, 12, 31, 15), "year", KOREA, "2023"),
        (at(2025, 11, 2, 15), at(2025, 11, 9, 15), "week", KOREA, "3 Nov 2025 – 9 Nov 2025"),
        (None, None, "day", KOREA, "undated: the words alone"),
    ],
)  # fmt: skip
def test_a_time_in_words(
    first: datetime | None, last: datetime | None, precision: str, offset: timedelta | None, main: str
) -> None:
    when = When(first=first, last=last, precision=precision)  # type: ignore[arg-type]
    assert when_phrase(when, offset=offset, glyphs=TYPOGRAPHIC).main == main


@pytest.mark.parametrize(
    ("anchor", "also"), [("published", "by the publication date"), ("text", "by the text's own dates")]
)
def test_a_relative_date_tells_what_it_was_counted_from(anchor: str, also: str) -> None:
    when = msgspec.structs.replace(THURSDAY, anchor=anchor)
    assert when_phrase(when, offset=KOREA, glyphs=ASCII).also == ("from 5 Nov 15:00 UTC", also)


def event_at(*times: When, actor: str | None = None) -> Event:
    claims = tuple(msgspec.structs.replace(LAUNCH.claims[3], value=when) for when in times)
    if actor is not None:
        claims += (msgspec.structs.replace(LAUNCH.claims[0], value=actor),)
    return Event(kind="launch", background=False, claims=claims, consensus={})


def zoned(zone: str | None) -> When:
    return msgspec.structs.replace(MORNING, zone=zone)


def day(hour: int) -> When:
    return When(first=at(2025, 1, 1, hour), last=at(2025, 1, 2, hour), precision="day")


@pytest.mark.parametrize(
    ("times", "actor", "hours"),
    [
        ((MORNING, THURSDAY), None, 9),
        ((day(5),), None, -5),
        ((day(0),), "PRK", 0),
        ((zoned("UTC+3:30"),), None, 3.5),
        ((zoned("GMT-4"),), None, -4),
        ((zoned("KST"),), None, 9),
        ((zoned("GMT"),), "IRN", 3.5),
        ((zoned("local time"),), "JPN", 9),
        ((zoned(None),), "USA", -5),
        ((When(first=at(2017, 5, 13, 20, 28), last=at(2017, 5, 13, 20, 28), precision="minute"),), "PRK", 9),
    ],
)
def test_local_time_is_told_by_midnights_zones_or_the_country(
    times: tuple[When, ...], actor: str | None, hours: float
) -> None:
    assert local_offset(event_at(*times, actor=actor)) == timedelta(hours=hours)


@pytest.mark.parametrize("actor", [None, "the Coastal Brigades"])
def test_local_time_is_unknown_where_nothing_tells_it(actor: str | None) -> None:
    assert local_offset(event_at(zoned(None), actor=actor)) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [(700.064, "700"), (12250.8, "12,251"), (60.27, "60"), (62.5, "62.5"), (99.96, "100"), (4.998, "5"), (0, "0")],
)
def test_a_figure_to_read(value: float, shown: str) -> None:
    assert number(value) == shown


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0 s"), (59.6, "1 min"), (3600, "1 h"), (4415, "1 h 13 min 35 s")])
def test_a_clock(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


def test_a_country_has_its_name_and_a_stranger_its_words() -> None:
    assert country_name("PRK") == "North Korea"
    assert country_name("the Coastal Brigades") == "the Coastal Brigades"
