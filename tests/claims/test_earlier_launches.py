"""Earlier launches that a report names by their day alone: each an event of its own, and no time of today's."""

from __future__ import annotations

import pytest

from tests.claims.reading import events_of, plain, values_of

_TODAY = "North Korea fired two missiles on Monday. "

_NAMED: tuple[tuple[str, list[object]], ...] = (
    ("It was the third launch in a month, after ones on Feb. 25 and March 2.", ["02-24T15:00", "03-01T15:00"]),
    ("It follows launches on March 3, 7 and 12.", ["03-02T15:00", "03-06T15:00", "03-11T15:00"]),
    ("The firing was the North's first since Jan. 9.", ["01-08T15:00"]),
    ("It was the first ballistic launch by Pyongyang since the early hours of Jan. 9.", ["01-08T15:00"]),
    ("The previous one was on Feb. 25, when a missile failed to separate.", ["02-24T15:00"]),
    ("The shot was an improvement on the missile of Feb. 25.", ["02-24T15:00"]),
    ("The first attempt, on Feb. 25, ended in the Yellow Sea.", ["02-24T15:00"]),
    # nothing flew, or on no day that is told
    ("It was the first trilateral drill since Jan. 9.", []),
    ("It was the second such firing since Jan. 9.", []),
    ("The North has stayed silent since the nuclear test of Jan. 9.", []),
)


@pytest.mark.parametrize(("text", "days"), _NAMED)
def test_launches_named_by_their_day_are_history(text: str, days: list[object]) -> None:
    history = [event for event in events_of(_TODAY + text) if event.background]
    found = [str(plain(c)) for event in history for c in event.claims if c.attribute == "occurred"]
    assert len(found) == len(days)
    assert all(str(day) in words for day, words in zip(days, found, strict=True))
    assert values_of(_TODAY + text, "occurred") == [("03-15T15:00", "03-16T15:00")]


def test_history_takes_no_party_its_own_words_do_not_name() -> None:
    history = [event for event in events_of(_TODAY + "It follows launches on March 3 and 7.") if event.background]
    assert [plain(c) for event in history for c in event.claims if c.attribute == "actor"] == []


def test_launches_named_by_their_kind_are_of_it() -> None:
    text = "Pakistan tested an Abdali missile on Monday. It follows those on Feb. 25 and March 2."
    history = [event for event in events_of(text) if event.background]
    assert [plain(c) for event in history for c in event.claims if c.attribute == "system"] == ["Abdali", "Abdali"]


# a report without a launch of its own
_ALONE: tuple[tuple[str, list[object]], ...] = (
    (
        "North Korea has not tested an ICBM since November 2024. The Hwasong-15 launched at that time flew 600 km.",
        [(600, 600)],
    ),
    ("The pad has seen no launch since Feb. 27, when a rocket exploded after a flight of 40 km.", [(40, 40)]),
)


@pytest.mark.parametrize(("text", "distances"), _ALONE)
def test_what_none_was_launched_since_is_history(text: str, distances: list[object]) -> None:
    events = events_of("A parade was held in Pyongyang on Saturday, KCNA said. " + text)
    assert [event.background for event in events] == [True]
    assert [plain(c) for c in events[0].claims if c.attribute == "distance"] == distances


def test_a_sentence_that_looks_back_is_of_the_history_told_last() -> None:
    text = (
        _TODAY + "It was the first launch since Feb. 8, 2025. On that day it sent up four missiles, which flew 200 km."
    )
    history = [event for event in events_of(text) if event.background]
    assert [plain(c) for event in history for c in event.claims if c.attribute == "count"] == [(4, 4)]
    assert values_of(text, "distance") == []


_NO_LAUNCH = (
    "India has issued a fresh notice to airmen (NOTAM) for a missile test over the Bay of Bengal.",
    "A navigational warning for a missile launch off Sriharikota was published on Monday.",
    "No missile has been fired since January.",
    "North Korea has twice failed to put a spy satellite into orbit.",
    "The Pentagon had first delayed the test of its Minuteman III in January.",
)


@pytest.mark.parametrize("text", _NO_LAUNCH)
def test_notices_tell_no_launch(text: str) -> None:
    assert events_of(text) == ()


def test_first_tests_may_be_dated_by_their_year() -> None:
    text = "India test-fired an Agni-V on Monday. The first test of Agni-V was conducted in 2012."
    history = [event for event in events_of(text) if event.background]
    assert [plain(c) for event in history for c in event.claims if c.attribute == "system"] == ["Agni-V"]


def test_history_of_several_days_is_one_event_a_day() -> None:
    text = "India test-fired an Agni-V on Monday. Agni-V's first test was in April 2012, and the second on September 15, 2013."
    history = [event for event in events_of(text) if event.background]
    assert [plain(c) for event in history for c in event.claims if c.attribute == "system"] == ["Agni-V", "Agni-V"]


def test_a_test_on_the_bench_is_no_launch() -> None:
    text = (
        "Kim watched a ground jet test of a solid-fuel rocket engine, KCNA said. The engine reached a thrust of 1,900 "
        "kilonewtons in Monday's test. It is meant for the Hwasong-20."
    )
    assert events_of(text) == ()


def test_days_told_before_their_launches_share_what_follows() -> None:
    text = _TODAY + "On Feb. 25 and March 2 it tested two cruise missiles."
    history = [event for event in events_of(text) if event.background]
    assert [plain(c) for event in history for c in event.claims if c.attribute == "count"] == [(2, 2), (2, 2)]
