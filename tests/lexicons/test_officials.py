"""The dated table of officials: whose office it was on a day, and no surname that means two people at one time."""

from __future__ import annotations

import calendar
from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest

from tests.lexicons.forms import forms_of, key, read_as, repeated
from watchfloor.lexicons import Row, names, table

OFFICIALS = table("world/officials.csv", required=("name", "title", "agency", "first", "source"))
AGENCIES = {row["name"]: row for row in table("world/agencies.csv")}
COLUMNS = ["name", "title", "agency", "country", "first", "last", "aliases", "source"]
SEVERAL_AT_ONCE = ("spokes", "Spokes", "Deputy", "Analyst", "Member", "researcher")


def _first(row: Row) -> date:
    """The first day a term may have begun."""
    return date.fromisoformat(row["first"] if len(row["first"]) == 10 else row["first"] + "-01")


def _last(row: Row) -> date:
    """The last day a term may have ended; far ahead while it lasts."""
    if not row["last"]:
        return date.max
    if len(row["last"]) == 10:
        return date.fromisoformat(row["last"])
    year, month = map(int, row["last"].split("-"))
    return date(year, month, calendar.monthrange(year, month)[1])


def _holders(agency: str, title: str, day: str) -> list[str]:
    terms = [row for row in OFFICIALS if (row["agency"], row["title"]) == (agency, title)]
    return [row["name"] for row in terms if _first(row) <= date.fromisoformat(day) <= _last(row)]


def _meet(one: Row, other: Row) -> bool:
    """Whether two terms share more than the month of a handover."""
    return (min(_last(one), _last(other)) - max(_first(one), _first(other))).days > 31


def test_it_holds_the_officials_since_2010() -> None:
    assert len(OFFICIALS) >= 200
    assert len({row["country"] for row in OFFICIALS}) >= 15


def test_its_columns_hold_what_they_promise() -> None:
    assert list(OFFICIALS[0]) == COLUMNS
    assert {row["agency"] for row in OFFICIALS} <= set(AGENCIES)
    assert [row["name"] for row in OFFICIALS if row["country"] != AGENCIES[row["agency"]]["country"]] == []
    assert [
        row["name"] for row in OFFICIALS if len(row["first"]) not in (7, 10) or len(row["last"]) not in (0, 7, 10)
    ] == []


def test_a_term_begins_before_it_ends_and_reaches_into_the_time_covered() -> None:
    assert [row["name"] for row in OFFICIALS if _first(row) > _last(row)] == []
    assert [row["name"] for row in OFFICIALS if _last(row) < date(2010, 1, 1)] == []


def test_a_row_gives_each_form_once() -> None:
    assert [row["name"] for row in OFFICIALS if repeated((form, "") for form in names(row))] == []


def test_no_form_means_two_people_in_office_at_one_time() -> None:
    by_form: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in OFFICIALS:
        for form in names(row):
            by_form[key(form)].append(row)
    pairs = [pair for rows in by_form.values() for pair in combinations(rows, 2)]
    assert [
        (one["name"], other["name"]) for one, other in pairs if one["name"] != other["name"] and _meet(one, other)
    ] == []


def test_an_office_has_one_holder_at_a_time() -> None:
    offices: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in OFFICIALS:
        if not any(word in row["title"] for word in SEVERAL_AT_ONCE):
            offices[row["agency"], row["title"]].append(row)
    pairs = [pair for rows in offices.values() for pair in combinations(rows, 2)]
    assert [(one["title"], one["name"], other["name"]) for one, other in pairs if _meet(one, other)] == []


def test_a_persons_latest_office_stands_first() -> None:
    # where a report has no date, the first row that bears a name is the one meant
    latest: dict[str, date] = {}
    for row in OFFICIALS:
        assert _first(row) <= latest.setdefault(row["name"], _first(row)), row["name"]


def test_no_official_shares_a_name_with_an_agency_or_an_outlet() -> None:
    others = {key(form) for path in ("agencies", "outlets") for form, _ in forms_of(table(f"world/{path}.csv"))}
    assert [form for form, _ in forms_of(OFFICIALS) if key(form) in others] == []


@pytest.mark.parametrize(
    ("agency", "title", "day", "name"),
    [
        ("Ministry of Defense of Japan", "Minister of Defense", "2013-05-18", "Itsunori Onodera"),
        ("Ministry of Defense of Japan", "Minister of Defense", "2017-03-06", "Tomomi Inada"),
        ("Ministry of Defense of Japan", "Minister of Defense", "2022-11-18", "Yasukazu Hamada"),
        ("Ministry of Defense of Japan", "Minister of Defense", "2024-01-14", "Minoru Kihara"),
        ("Ministry of Defense of Japan", "Minister of Defense", "2025-11-07", "Shinjiro Koizumi"),
        ("Government of Japan", "Prime Minister", "2022-10-04", "Fumio Kishida"),
        ("Government of Japan", "Prime Minister", "2025-10-22", "Sanae Takaichi"),
        ("Government of Japan", "Chief Cabinet Secretary", "2023-05-31", "Hirokazu Matsuno"),
        ("Government of the Republic of Korea", "President", "2023-07-12", "Yoon Suk Yeol"),
        ("Government of the Republic of Korea", "President", "2025-06-05", "Lee Jae-myung"),
        (
            "Ministry of National Defense of the Republic of Korea",
            "Minister of National Defense",
            "2025-11-04",
            "Ahn Gyu-back",
        ),
        (
            "Joint Chiefs of Staff of the Republic of Korea",
            "Spokesperson of the Joint Chiefs of Staff",
            "2024-10-31",
            "Lee Sung-joon",
        ),
        ("United States Department of Defense", "Secretary of Defense", "2017-08-29", "Jim Mattis"),
        ("United States Department of Defense", "Secretary of War", "2025-11-04", "Pete Hegseth"),
        ("White House", "President", "2019-05-04", "Donald Trump"),
        ("Ministry of Defence of the Russian Federation", "Minister of Defence", "2023-02-18", "Sergei Shoigu"),
        ("Inter-Services Public Relations", "Director General", "2021-03-26", "Babar Iftikhar"),
        ("Defence Research and Development Organisation", "Chairman", "2024-03-11", "Samir V. Kamat"),
        ("Ministry of Defense of Israel", "Minister of Defense", "2024-04-14", "Yoav Gallant"),
        ("North Atlantic Treaty Organization", "Secretary General", "2024-10-02", "Mark Rutte"),
    ],
)
def test_who_held_an_office_on_a_day(agency: str, title: str, day: str, name: str) -> None:
    assert _holders(agency, title, day) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hamada told reporters", "Yasukazu Hamada"),
        ("Takaichi assured", "Sanae Takaichi"),
        ("Kim Jong-un watched", "Kim Jong Un"),
        ("Lee Sung Joon said", "Lee Sung-joon"),
        ("Zelenskyy said", "Volodymyr Zelensky"),
        ("Yahya Sarea said", "Yahya Saree"),
        ("Hegseth said", "Pete Hegseth"),
    ],
)
def test_an_official_is_known_by_the_spellings_of_the_press(text: str, name: str) -> None:
    assert read_as(text, "official") == name


@pytest.mark.parametrize(
    "text",
    ["Austin, Texas", "May 2022", "Moon orbit", "Park officials", "Price rises", "Cotton fields", "hunt for debris"],
)
def test_an_everyday_word_is_no_official(text: str) -> None:
    assert read_as(text, "official") is None


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("Fumio Kishida", "Government of Japan"),
        ("Minoru Kihara", "Government of Japan"),
        ("Shin Won-sik", "National Security Council of the Republic of Korea"),
        ("Benny Gantz", "Ministry of Defense of Israel"),
        ("John Kirby", "White House"),
    ],
)
def test_the_office_of_a_person_of_several(name: str, agency: str) -> None:
    assert next(row["agency"] for row in OFFICIALS if row["name"] == name) == agency
