"""Wordings of history: what is told of earlier launches beside today's, each an event of its own."""

from __future__ import annotations

import pytest

from tests.claims.reading import background_values_of, events_of, plain, values_of

_HISTORY: tuple[tuple[str, str, list[object]], ...] = (
    (
        "North Korea fired a missile on Monday. It tested its first ICBM in July 2017. On Nov. 29 that year it tested a Hwasong-15.",
        "occurred",
        [("06-30T15:00", "07-31T15:00"), ("11-28T15:00", "11-29T15:00")],
    ),
    (
        "Turkey tested a Tayfun on Monday. Its first flight, on Oct. 18, 2022, lasted 456 seconds.",
        "flight_time",
        [(456, 456)],
    ),
    ("India launched a PSLV on Monday. In May 2025, a PSLV carrying EOS-09 was lost.", "outcome", ["failure"]),
    ("India launched a PSLV on Monday. In May 2025, a PSLV carrying EOS-09 was lost.", "system", ["PSLV"]),
    (
        "Pakistan fired a missile on Monday. That missile was last tried out on April 9, 2022, when it flew 2,750 km.",
        "distance",
        [(2750, 2750)],
    ),
    (
        "Iran fired a missile on Monday. The latest test took place in June 2024, when it fired a Fattah missile.",
        "system",
        ["Fattah"],
    ),
    (
        "North Korea fired a missile on Monday. If so, it would be its first since its Hwasong-18 test in December 2023.",
        "system",
        ["Hwasong-18"],
    ),
    # no flight is told: nothing
    ("Iran fired a missile on Monday. In May 2024, its range was extended to 800 km.", "distance", []),
    ("Iran fired a missile on Monday. It was unveiled in Tehran on May 5, 2023.", "occurred", []),
)


@pytest.mark.parametrize(("text", "attribute", "values"), _HISTORY)
def test_history_is_told_apart(text: str, attribute: str, values: list[object]) -> None:
    assert background_values_of(text, attribute) == values


@pytest.mark.parametrize("text", [text for text, _, _ in _HISTORY])
def test_history_leaves_the_launch_of_today_alone(text: str) -> None:
    assert values_of(text, "occurred") in (
        [("03-15T15:00", "03-16T15:00")],
        [("03-15T18:30", "03-16T18:30")],
        [("03-15T19:00", "03-16T19:00")],
        [("03-15T20:30", "03-16T20:30")],
        [("03-15T21:00", "03-16T21:00")],
    )


_COUNTED_BACK: tuple[tuple[str, list[object]], ...] = (
    ("A week earlier, it fired a missile that flew 300 km.", [("03-08T15:00", "03-09T15:00")]),
    ("Two days earlier, the North lobbed a rocket into the sea.", [("03-13T15:00", "03-14T15:00")]),
    ("On Feb. 3, 2020, the rocket fell into the sea shortly after lifting off.", [("02-02T15:00", "02-03T15:00")]),
)


@pytest.mark.parametrize(("text", "days"), _COUNTED_BACK)
def test_days_counted_back_are_of_earlier_launches(text: str, days: list[object]) -> None:
    text = "North Korea fired a missile on Monday. It flew 500 km. " + text
    assert background_values_of(text, "occurred") == days
    assert values_of(text, "distance") == [(500, 500)]
    assert values_of(text, "landing") == []


def test_a_launch_told_again_with_another_day_is_one() -> None:
    text = (
        "Iran on Monday fired a Shahab-3 missile. The Shahab-3, says Fox News, rose early on March 15 and flew 900 km."
    )
    assert values_of(text, "distance") == [(900, 900)]
    assert len(events_of(text)) == 1


# a report that speaks of something else: what it recalls is history
_ASIDES: tuple[tuple[str, list[object]], ...] = (
    (
        "Riyadh said it downed five drones on Monday. The attack came two weeks after a missile fired by the Houthis at Jazan.",
        [("03-03T21:00", "03-04T21:00")],
    ),
    (
        "New sanctions were placed on North Korea on Friday. "
        + "Supplies of crude oil are capped and workers sent home. " * 6
        + "The North said that on February 9 it tested a new missile.",
        [("02-08T15:00", "02-09T15:00")],
    ),
)


@pytest.mark.parametrize(("text", "days"), _ASIDES)
def test_what_a_report_of_something_else_recalls_is_history(text: str, days: list[object]) -> None:
    assert background_values_of(text, "occurred") == days
    assert values_of(text, "weapon") == []


# a launch of today, and what else is told of the same day
_BESIDE: tuple[tuple[str, int, list[object]], ...] = (
    ("Earlier in the day, long-range rockets were fired at Dongyin.", 2, [(2, 2), (2, None)]),
    ("From 9:12 a.m. it launched more than 10 missiles.", 2, [(2, 2), (10, None)]),
    ("About an hour later, another missile was fired from Wonsan.", 2, [(2, 2), (1, 1)]),
    ("The North has fired 12 ballistic missiles since late February.", 1, [(2, 2)]),
    ("Before that it had fired over 40 ballistic missiles.", 1, [(2, 2)]),
)


@pytest.mark.parametrize(("text", "events", "counts"), _BESIDE)
def test_launches_of_one_day_are_told_apart(text: str, events: int, counts: list[object]) -> None:
    text = "North Korea fired two missiles from Sunan at 6:51 a.m. on Monday. " + text
    assert len(events_of(text)) == events
    assert values_of(text, "count") == counts


_OF_HISTORY: tuple[tuple[str, str, list[object]], ...] = (
    # what a relative clause tells of the launch it stands behind is that one's
    (
        "It comes five days after the North tested a Hwasong-19, which flew for 86 minutes.",
        "flight_time",
        [(5160, 5160)],
    ),
    ("It followed another the previous day when the North fired a KN-25 missile.", "system", ["KN-25"]),
    ("Only the launch on Feb. 22 was a success.", "outcome", ["success"]),
    ("Two previous attempts, in January and February, failed.", "outcome", ["failure", "failure"]),
    (
        "Some fell short, the most recent being a missile that hit Akita on March 4.",
        "occurred",
        [("03-03T15:00", "03-04T15:00")],
    ),
)


@pytest.mark.parametrize(("text", "attribute", "values"), _OF_HISTORY)
def test_what_is_told_of_history_stays_there(text: str, attribute: str, values: list[object]) -> None:
    text = "North Korea fired two missiles from Sunan at 6:51 a.m. on Monday. " + text
    assert background_values_of(text, attribute) == values
    assert values_of(text, "outcome") == values_of(text, "flight_time") == []


def test_what_was_only_announced_on_a_counted_day_was_launched_on_another() -> None:
    text = "Washington had announced the day before that a radar would come when North Korea test-launched its KN-11 on Monday."
    assert values_of(text, "occurred") == [("03-15T15:00", "03-16T15:00")]


# what was stopped in the air had been launched, where nothing else tells it
_STOPPED: tuple[tuple[str, list[object]], ...] = (
    ("The air force said it shot down two Kinzhal missiles over the Kyiv region on Monday.", [(2, 2)]),
    ("A missile from Yemen was intercepted on Monday, the army said.", [(1, 1)]),
    # a target, a drone, an aircraft, an ability
    ("A destroyer intercepted a ballistic missile target in a test on Monday.", []),
    ("The system can intercept one missile at a time.", []),
    ("The army shot down a drone over Eilat on Monday.", []),
)


@pytest.mark.parametrize(("text", "counts"), _STOPPED)
def test_missiles_stopped_in_the_air_were_launched(text: str, counts: list[object]) -> None:
    assert values_of(text, "count") == counts


def test_a_missile_stopped_earlier_in_the_day_is_a_launch_of_its_own() -> None:
    text = (
        "The Houthis launched two missiles at a tanker in the Gulf of Aden on Monday.\n\nEarlier the same day, a destroyer "
        "shot down one cruise missile in the Red Sea at about 8 a.m. local time."
    )
    assert [plain(c) for event in events_of(text) for c in event.claims if c.attribute == "actor"] == [
        "Houthis",
        "Houthis",
    ]


def test_the_launch_of_a_class_is_taken_up_by_it() -> None:
    text = (
        "North Korea fired an ICBM on Monday morning. It came hours after the North fired a short-range ballistic missile on "
        "Sunday night. The ICBM flew 1,000 km. The SRBM was fired at 10:38 p.m. and flew 570 km."
    )
    assert values_of(text, "distance") == [(1000, 1000)]
    assert background_values_of(text, "distance") == [(570, 570)]


def test_a_subject_shared_with_the_deed_before_takes_no_time_of_it() -> None:
    text = "NADA says that the Chollima-1 rocket lifted off at 22:42 and put Malligyong-1 into orbit on Monday."
    assert len(events_of(text)) == 1
    assert ("03-16T13:42", "03-16T13:42") in values_of(text, "occurred")


def test_a_launch_of_days_ago_told_by_its_clock_is_no_history_beside_an_undated_one() -> None:
    text = "Third time lucky for the Chollima-1 rocket: it lifted off. At 11:05 p.m. on March 11 the North also fired a missile."
    assert background_values_of(text, "count") == []


def test_a_launch_that_only_dates_the_news_is_history() -> None:
    text = (
        "A missile fired from Yemen crashed into a playground in Tel Aviv on Monday. It came two days after another missile "
        "from Yemen was brought down in part."
    )
    assert background_values_of(text, "occurred") == [("03-13T21:00", "03-14T21:00")]


def test_a_launch_that_caused_the_news_is_of_today() -> None:
    text = "Sirens sounded in central Israel on Tuesday evening following a missile launched from Yemen, the army said."
    assert values_of(text, "count") == [(1, 1)]


def test_a_launch_earlier_on_a_named_day_is_one_more() -> None:
    text = (
        "A missile fired by the Houthis set a tanker ablaze on Tuesday. Earlier Tuesday, a destroyer shot down an anti-ship "
        "ballistic missile fired from Yemen."
    )
    assert len(events_of(text)) == 2
