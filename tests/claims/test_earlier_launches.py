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
