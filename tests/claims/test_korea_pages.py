"""Wordings of whole pages about the Koreas and Japan: histories in one breath, answering fire, rows of launches."""

from __future__ import annotations

import pytest

from tests.claims.reading import background_values_of, events_of, values_of

_TODAY = "North Korea fired two missiles on Wednesday. "

_HISTORY: tuple[tuple[str, str, list[object]], ...] = (
    # one verb, two launches, each with its day
    (
        "The North fired one missile from Taechon on Feb. 25, and two more missiles from the Sunan area on Feb. 28.",
        "count",
        [(1, 1), (2, 2)],
    ),
    (
        "The North fired one missile from Taechon on Feb. 25, and two more missiles from the Sunan area on Feb. 28.",
        "origin",
        ["Taechon", "Sunan"],
    ),
    ("On Feb. 3 it launched two KN-23s from a train and on Feb. 9 two KN-24s.", "system", ["KN-23", "KN-24"]),
    ("On Feb. 3 it launched two KN-23s from a train and on Feb. 9 two KN-24s.", "actor", ["PRK", "PRK"]),
    (
        "It launched 240mm rockets on Jan. 27, a Hwasong-19 ICBM on Feb. 1 and two cruise missiles on Feb. 2.",
        "occurred",
        [("01-26T15:00", "01-27T15:00"), ("01-31T15:00", "02-01T15:00"), ("02-01T15:00", "02-02T15:00")],
    ),
    # one day, one launch
    ("On Feb. 3 it fired two missiles from Sinpo and one missile from Wonsan.", "count", [(2, 2), (1, 1)]),
    ("It fired two rockets at the start of the drills earlier this month.", "weapon", ["artillery_rocket"]),
    ("The country last fired a ballistic missile on Jan. 4.", "actor", ["PRK"]),
    (
        "Its altitude was that of the ICBM North Korea launched today; the ICBM North Korea launched on Jan. 2 flew alike.",
        "occurred",
        [("01-01T15:00", "01-02T15:00")],
    ),
)


@pytest.mark.parametrize(("text", "attribute", "values"), _HISTORY)
def test_history_is_read_launch_by_launch(text: str, attribute: str, values: list[object]) -> None:
    assert background_values_of(_TODAY + text, attribute) == values


@pytest.mark.parametrize(
    "text",
    [
        "Pyongyang has fired six missiles in 12 days.",
        "North Korea has fired its sixth missile in the past 12 days.",
        "It has launched more than 20 missiles in just three weeks.",
    ],
)
def test_rows_of_launches_are_no_launch(text: str) -> None:
    assert len(events_of(_TODAY + text)) == 1
    assert values_of(_TODAY + text, "count") == [(2, 2)]


def test_fire_that_answers_fire_is_a_launch_of_its_own() -> None:
    text = "South Korea fired two Hyunmoo-2 missiles six minutes after the North launched a missile from Sunan on Wednesday."
    events = events_of(text)
    assert [event.background for event in events] == [False, False]
    assert values_of(text, "actor") == ["KOR", "PRK"]


def test_a_class_told_of_one_launch_takes_up_that_one() -> None:
    text = (
        "North Korea fired two short-range ballistic missiles on Wednesday, days after it launched an ICBM on Saturday."
        " State media said the ICBM test proved its forces ready."
    )
    assert values_of(text, "weapon") == ["srbm"]


def test_a_drill_that_was_held_to_launch_launched() -> None:
    text = "North Korea said it held a drill to launch Hwasal-2 cruise missiles on Tuesday."
    assert values_of(text, "system") == ["Hwasal-2"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("N Korea fires missile over Japan: S Korean military", "PRK"),
        ("NK fires cruise missiles on eve of vote", "PRK"),
        ("A North Korean missile fired over northern Japan on Wednesday fell into the Pacific.", "PRK"),
    ],
)
def test_actors_in_short_names(text: str, actor: str) -> None:
    assert set(values_of(text, "actor")) == {actor}


_LATER_WORDS: tuple[tuple[str, str, list[object]], ...] = (
    # what state media say a day later is of the launch told right before
    (
        "On Jan. 8, it fired a pair of ballistic missiles. A day later state media claimed to have tested a Hwasong-11D missile.",
        "occurred",
        [("01-07T15:00", "01-08T15:00")],
    ),
    (
        "On Jan. 8, it fired a ballistic missile. North Korea said the next day that it had tested a Hwasong-11D missile.",
        "system",
        ["Hwasong-11D"],
    ),
    # a weapon named again by its earlier launch
    (
        "State media said it was a Hwasong-14, the same model it tested on Jan. 3.",
        "occurred",
        [("01-02T15:00", "01-03T15:00")],
    ),
    # "twice in May" is no launch, each of the two is
    (
        "The North launched projectiles twice in January. On Jan. 4 it fired a KN-23; on Jan. 9 it fired two KN-25s.",
        "system",
        ["KN-23", "KN-25"],
    ),
)


@pytest.mark.parametrize(("text", "attribute", "values"), _LATER_WORDS)
def test_later_words_are_of_the_launch_they_take_up(text: str, attribute: str, values: list[object]) -> None:
    assert background_values_of(_TODAY + text, attribute) == values
    assert values_of(_TODAY + text, "system") in ([], ["Hwasong-14"])


def test_a_launch_day_in_front_of_the_noun_is_the_launchs() -> None:
    text = "North Korean state media confirmed that Tuesday's launch was of a Hwasong-14, the same model it tested on Jan. 3."
    assert values_of(text, "occurred") == [("03-16T15:00", "03-17T15:00")]


def test_a_second_missile_begins_its_figures_anew() -> None:
    text = (
        "North Korea fired two missiles on Wednesday. The first one traveled about 900 kilometers at a maximum altitude of"
        " roughly 50 km, and the second about 950 km at the same altitude."
    )
    assert values_of(text, "distance") == [(900, 900), (950, 950)]
    assert values_of(text, "apogee") == [(50, 50)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # no words name its party
        ("In June 2025, one of two Musudan missiles fired from Wonsan climbed to 1,000 km.", []),
        ("Iran fired a missile on Feb. 2. A Musudan fired from Wonsan on Feb. 9 blew up.", ["IRN"]),
    ],
)
def test_history_has_the_party_its_own_words_name(text: str, actors: list[object]) -> None:
    assert background_values_of(_TODAY + text, "actor") == actors


_ONE_LAUNCH: tuple[tuple[str, str, list[object]], ...] = (
    # a place a threat comes from
    ("It is ready to deter any aggression from Pyongyang, the JCS said.", "origin", []),
    # what a type can do
    ("The missile has an estimated range of about 9,300 miles.", "distance", []),
    ("Its natural range is estimated to be up to 2,000 km.", "distance", []),
)


@pytest.mark.parametrize(("text", "attribute", "values"), _ONE_LAUNCH)
def test_what_is_no_claim_of_the_launch(text: str, attribute: str, values: list[object]) -> None:
    assert values_of(_TODAY + text, attribute) == values


def test_shells_beside_a_missile_are_not_counted() -> None:
    text = "North Korea fired a short-range ballistic missile and hundreds of artillery rounds on Wednesday."
    assert values_of(text, "count") == [(1, 1)]


def test_allies_fire_together_is_one_launch() -> None:
    text = (
        "The United States and South Korea fired eight ballistic missiles on Wednesday. The South Korean and US militaries"
        " launched eight ATACMS missiles into the East Sea."
    )
    assert len(events_of(text)) == 1
    assert set(values_of(text, "actor")) == {"KOR"}


@pytest.mark.parametrize(
    "text",
    [
        # a coast and a town on it
        "It came two days after it fired cruise missiles off its eastern coast on Feb. 2. On Feb. 2 the North fired a"
        " Pulhwasal-3-31 off the coast of the city of Sinpo.",
        # a month and the same month
        "It was likely the type of ballistic missile it fired in January. In January, North Korea fired a Hwasong-12.",
    ],
)
def test_history_told_twice_is_one_launch(text: str) -> None:
    assert len([event for event in events_of(_TODAY + text) if event.background]) == 1


_CLOCKS: tuple[str, ...] = (
    "The JCS announced that the two missiles were detected at about 7:25 a.m. flying from Sunan toward the East Sea.",
    "The JCS said the projectiles went up from the Hamju area at 7:25 a.m. and flew toward eastern waters.",
)


@pytest.mark.parametrize("text", _CLOCKS)
def test_clocks_of_what_was_seen_to_go_up(text: str) -> None:
    assert values_of(_TODAY + text, "occurred") == [("03-17T22:25", "03-17T22:25")]


def test_a_semicolon_parts_a_launch_from_an_older_one() -> None:
    text = _TODAY + "Wednesday's launch was the first in 73 days; on Jan. 1 the North had fired two ballistic missiles."
    assert values_of(text, "occurred") == [("03-17T15:00", "03-18T15:00")]
    assert background_values_of(text, "occurred") == [("12-31T15:00", "01-01T15:00")]


def test_a_shorter_range_than_others_is_no_class() -> None:
    text = "North Korea fired two shorter-range ballistic missiles on Wednesday than those tested recently."
    assert values_of(text, "weapon") == ["ballistic_missile"]
