"""From words to instants: the widest interval they allow, and what it was counted from."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.counting import THURSDAY, local, only, published
from watchfloor.dates import Anchor, anchor_from, find_times, resolve


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        # clock times
        ("at 7:42 a.m.", "24-05-16 07:42"),
        ("at 12:05 a.m. on Thursday", "24-05-16 00:05"),
        ("at 12:05 p.m. on Thursday", "24-05-16 12:05"),
        ("at 7.42pm on Wednesday", "24-05-15 19:42"),
        ("around 0742 hours on Wednesday", "24-05-15 07:42"),
        ("at 19:42 on Wednesday", "24-05-15 19:42"),
        ("at 14:05 p.m. Wednesday", "24-05-15 14:05"),
        ("at 7 in the evening on Wednesday", "24-05-15 19:00"),
        ("at ten in the morning on Wednesday", "24-05-15 10:00"),
        ("about seven o'clock on Wednesday", "24-05-15 07:00"),
        ("at 6:10 a.m. (2110 GMT Tuesday)", "24-05-15 06:10"),
        ("at 6:53 a.m. Korean time Wednesday, 5:53 p.m. Tuesday Eastern time", "24-05-15 06:53"),
        ("at 22:30Z on Tuesday", "24-05-15 07:30"),
        ("at 8:09 p.m. Tuesday (EDT), or 9:09 a.m. Wednesday in Korea", "24-05-15 09:09"),
        ("in the night of Tuesday to Wednesday", "24-05-14 18:00 .. 24-05-15 08:00"),
        ("early Wednesday (Tuesday afternoon in Washington)", "24-05-15 00:00 .. 24-05-15 08:00"),
        ("at noon on Wednesday", "24-05-15 12:00"),
        ("at midnight on Wednesday", "24-05-15 00:00"),
        ("shortly before midnight on Wednesday", "24-05-16 00:00"),
        ("between 7:10 and 7:39 a.m. Wednesday", "24-05-15 07:10 .. 24-05-15 07:39"),
        ("between 11:50 and 12:10 p.m. Wednesday", "24-05-15 11:50 .. 24-05-15 12:10"),
        ("between 11:50 p.m. and 12:10 a.m. on Wednesday", "24-05-14 23:50 .. 24-05-15 00:10"),
        ("between 11:50 p.m. Tuesday and 12:10 a.m. Wednesday", "24-05-14 23:50 .. 24-05-15 00:10"),
        ("at 7:10, 7:24 and 7:39 a.m. Wednesday", "24-05-15 07:10 .. 24-05-15 07:39"),
        ("7:10am-7:39am Wednesday", "24-05-15 07:10 .. 24-05-15 07:39"),
        ("at 2:12 on the afternoon of the 14th", "24-05-14 14:12"),
        ("6-7 a.m. Wednesday", "24-05-15 06:00 .. 24-05-15 07:00"),
        # parts of a day
        ("Wednesday morning", "24-05-15 05:00 .. 24-05-15 12:00"),
        ("Wednesday afternoon", "24-05-15 12:00 .. 24-05-15 18:00"),
        ("on Wednesday evening", "24-05-15 18:00 .. 24-05-16 00:00"),
        ("late Wednesday", "24-05-15 18:00 .. 24-05-16 00:00"),
        ("late on Wednesday night", "24-05-15 18:00 .. 24-05-16 00:00"),
        ("early Wednesday", "24-05-15 00:00 .. 24-05-15 08:00"),
        ("early Wednesday morning", "24-05-15 00:00 .. 24-05-15 08:00"),
        ("early on Wednesday", "24-05-15 00:00 .. 24-05-15 08:00"),
        ("at dawn on Wednesday", "24-05-15 00:00 .. 24-05-15 08:00"),
        ("in the predawn hours of Wednesday", "24-05-15 00:00 .. 24-05-15 08:00"),
        ("overnight into Wednesday", "24-05-14 18:00 .. 24-05-15 08:00"),
        ("Tuesday night into Wednesday", "24-05-14 18:00 .. 24-05-15 08:00"),
        ("the night between Tuesday and Wednesday", "24-05-14 18:00 .. 24-05-15 08:00"),
        ("the night of May 14-15", "24-05-14 18:00 .. 24-05-15 08:00"),
        ("overnight", "24-05-15 18:00 .. 24-05-16 08:00"),
        ("last night", "24-05-15 18:00 .. 24-05-16 00:00"),
        ("yesterday morning", "24-05-15 05:00 .. 24-05-15 12:00"),
        # days
        ("on Thursday", "24-05-16 00:00 .. 24-05-17 00:00"),
        ("on Tuesday", "24-05-14 00:00 .. 24-05-15 00:00"),
        ("last Thursday", "24-05-09 00:00 .. 24-05-10 00:00"),
        ("last Tuesday", "24-05-14 00:00 .. 24-05-15 00:00"),
        ("next Thursday", "24-05-23 00:00 .. 24-05-24 00:00"),
        ("Tuesday last week", "24-05-07 00:00 .. 24-05-08 00:00"),
        ("today", "24-05-16 00:00 .. 24-05-17 00:00"),
        ("yesterday", "24-05-15 00:00 .. 24-05-16 00:00"),
        ("three days ago", "24-05-13 00:00 .. 24-05-14 00:00"),
        ("on the 14th", "24-05-14 00:00 .. 24-05-15 00:00"),
        ("on the 30th", "24-04-30 00:00 .. 24-05-01 00:00"),
        ("on May 17", "24-05-17 00:00 .. 24-05-18 00:00"),
        ("on 2 May", "24-05-02 00:00 .. 24-05-03 00:00"),
        ("on Dec. 18", "23-12-18 00:00 .. 23-12-19 00:00"),
        ("on Sunday, Dec. 18", "22-12-18 00:00 .. 22-12-19 00:00"),
        ("on Dec. 18, 2021", "21-12-18 00:00 .. 21-12-19 00:00"),
        ("on Dec. 18 last year", "23-12-18 00:00 .. 23-12-19 00:00"),
        ("on 18.12.2021", "21-12-18 00:00 .. 21-12-19 00:00"),
        ("on 12/18/2021", "21-12-18 00:00 .. 21-12-19 00:00"),
        ("May 2 and 3", "24-05-02 00:00 .. 24-05-04 00:00"),
        ("May 2-4", "24-05-02 00:00 .. 24-05-05 00:00"),
        ("from April 29 to May 2", "24-04-29 00:00 .. 24-05-03 00:00"),
        ("between Dec. 30, 2023 and Jan. 2, 2024", "23-12-30 00:00 .. 24-01-03 00:00"),
        ("between Dec. 30 and Jan. 2", "23-12-30 00:00 .. 24-01-03 00:00"),
        # longer stretches
        ("in May 2022", "22-05-01 00:00 .. 22-06-01 00:00"),
        ("in December 2022", "22-12-01 00:00 .. 23-01-01 00:00"),
        ("in March", "24-03-01 00:00 .. 24-04-01 00:00"),
        ("in September", "23-09-01 00:00 .. 23-10-01 00:00"),
        ("in March last year", "23-03-01 00:00 .. 23-04-01 00:00"),
        ("late March", "24-03-21 00:00 .. 24-04-01 00:00"),
        ("the September test", "23-09-01 00:00 .. 23-10-01 00:00"),
        ("last month", "24-04-01 00:00 .. 24-05-01 00:00"),
        ("earlier this month", "24-05-01 00:00 .. 24-05-17 00:00"),
        ("last week", "24-05-06 00:00 .. 24-05-13 00:00"),
        ("earlier this week", "24-05-13 00:00 .. 24-05-17 00:00"),
        ("over the weekend", "24-05-11 00:00 .. 24-05-13 00:00"),
        ("in 2021", "21-01-01 00:00 .. 22-01-01 00:00"),
        ("last year", "23-01-01 00:00 .. 24-01-01 00:00"),
        ("late last year", "23-09-01 00:00 .. 24-01-01 00:00"),
        ("mid-2021", "21-05-01 00:00 .. 21-09-01 00:00"),
        ("the summer of 2021", "21-06-01 00:00 .. 21-09-01 00:00"),
    ],
)
def test_in_korea_on_a_thursday(text: str, interval: str) -> None:
    assert local(f"It was seen {text}.") == interval


@pytest.mark.parametrize(
    ("text", "zone", "interval"),
    [
        ("at 6:20 a.m. KST on Thursday", "Europe/Moscow", "24-05-16 00:20"),
        ("at 6:20 a.m. local time on Thursday", "Europe/Moscow", "24-05-16 06:20"),
        ("at 0320 GMT on Thursday", "Asia/Seoul", "24-05-16 12:20"),
        ("at 2120 GMT on Wednesday", "Asia/Seoul", "24-05-16 06:20"),
        ("at 5:20 p.m. EDT on Wednesday", "Asia/Seoul", "24-05-16 06:20"),
        ("at 5:20 p.m. ET on Wednesday", "Asia/Seoul", "24-05-16 06:20"),
        ("at 5:20 p.m. Wednesday Eastern time", "Asia/Seoul", "24-05-16 06:20"),
        ("at 2:50 p.m. IST on Thursday", "Asia/Kolkata", "24-05-16 14:50"),
        ("at 2:50 p.m. IST on Thursday", "Asia/Jerusalem", "24-05-16 14:50"),
        ("at 2:50 p.m. PST on Thursday", "Asia/Karachi", "24-05-16 14:50"),
        ("at 2:50 p.m. PST on Thursday", "America/Los_Angeles", "24-05-16 15:50"),  # standard time, as printed
        ("at 02:50 UTC+3 on Thursday", "Asia/Seoul", "24-05-16 08:50"),
        ("at 11 a.m. Kyiv time on Thursday", "Europe/Kyiv", "24-05-16 11:00"),
    ],
)
def test_a_printed_zone_wins_over_the_launching_country(text: str, zone: str, interval: str) -> None:
    assert local(text, zone=zone) == interval


@pytest.mark.parametrize("zone", ["Asia/Seoul", "Asia/Pyongyang"])
def test_both_koreas_are_nine_hours_ahead_throughout(zone: str) -> None:
    when = resolve(only("at 9:00 a.m. on March 4, 2016"), anchor=THURSDAY, zone=zone)
    assert when.first == datetime(2016, 3, 4, 0, 0, tzinfo=UTC)


def test_a_story_sent_late_in_utc_is_of_the_next_day_in_seoul() -> None:
    anchor = anchor_from(published("2024-05-16T22:40Z"), "")
    assert local("on Friday", anchor=anchor) == "24-05-17 00:00 .. 24-05-18 00:00"
    assert local("today", anchor=anchor) == "24-05-17 00:00 .. 24-05-18 00:00"
    assert local("on Friday", anchor=anchor, zone="America/New_York") == "24-05-10 00:00 .. 24-05-11 00:00"


def test_a_page_that_names_its_day_may_be_a_day_behind_the_east() -> None:
    assert local("on Friday") == "24-05-17 00:00 .. 24-05-18 00:00"
    assert local("on Friday", zone="America/New_York") == "24-05-10 00:00 .. 24-05-11 00:00"


def test_a_clock_time_alone_falls_on_the_day_of_the_event() -> None:
    assert local("at 7:42 a.m.", default_day=date(2024, 5, 3)) == "24-05-03 07:42"
    assert local("in the morning", default_day=date(2024, 5, 3)) == "24-05-03 05:00 .. 24-05-03 12:00"


def test_a_day_counted_from_another_event_needs_that_event() -> None:
    assert local("the previous day") is None
    assert local("the previous day", default_day=date(2024, 5, 3)) == "24-05-02 00:00 .. 24-05-03 00:00"
    assert local("two days later", default_day=date(2024, 5, 3)) == "24-05-05 00:00 .. 24-05-06 00:00"


# --- times printed in two zones ---


@pytest.mark.parametrize(
    "text",
    [
        "at 6:20 a.m. (2120 GMT) on Thursday",
        "at 6:20 a.m. on Thursday (2120 GMT Wednesday)",
        "at 6:20 a.m. Thursday (5:20 p.m. EDT Wednesday)",
        "at 6:20 a.m. Thursday, or 2120 GMT,",
        "at 21:20 UTC on Wednesday (6:20 a.m. local time)",
        "at 6:20 a.m. KST (2120 UTC) on Thursday",
    ],
)
def test_two_printed_times_are_one_instant(text: str) -> None:
    expression = only(text)
    when = resolve(expression, anchor=THURSDAY, zone="Asia/Seoul")
    assert when.first == when.last == datetime(2024, 5, 15, 21, 20, tzinfo=UTC)
    assert when.readings == (when.first, when.first)


def test_where_the_two_times_differ_the_universal_one_decides_and_both_are_kept() -> None:
    expression = only("at 6:20 a.m. (2220 GMT) on Thursday")
    when = resolve(expression, anchor=THURSDAY, zone="Asia/Seoul")
    assert when.first == datetime(2024, 5, 15, 22, 20, tzinfo=UTC)
    assert when.readings is not None
    assert when.readings[1] - when.readings[0] == timedelta(hours=1)


def test_a_second_time_on_a_day_of_its_own_is_read_on_that_day() -> None:
    when = resolve(only("at 6:20 a.m. on Thursday (2120 GMT Thursday)"), anchor=THURSDAY, zone="Asia/Seoul")
    assert when.readings is not None
    assert when.readings[1] - when.readings[0] == timedelta(days=1)


def test_a_time_in_one_zone_has_no_second_reading() -> None:
    assert resolve(only("at 6:20 a.m. on Thursday"), anchor=THURSDAY, zone="Asia/Seoul").readings is None


# --- anchors ---


def test_a_report_without_a_date_counts_from_its_latest_full_one() -> None:
    text = "The talks of March 12, 2023 came first. On May 14, 2024 they met again, years after 2 June 2019."
    anchor = anchor_from(None, text)
    assert anchor == Anchor(date(2024, 5, 14), "text")
    assert local("on Friday", anchor=anchor) == "24-05-17 00:00 .. 24-05-18 00:00"
    assert local("on Tuesday", anchor=anchor) == "24-05-14 00:00 .. 24-05-15 00:00"
    assert local("yesterday", anchor=anchor) is None  # the day of writing is not known


def test_a_line_of_publication_in_the_text_is_the_publication() -> None:
    anchor = anchor_from(None, "Published May 16, 2024. The drill of June 1, 2024 is near.")
    assert anchor == Anchor(date(2024, 5, 16), "published")


@pytest.mark.parametrize(
    "text",
    ["on Friday", "yesterday", "last month", "on Jan. 5", "at 7:10 a.m.", "on the 5th", "in recent weeks", "in May"],
)
def test_with_nothing_to_count_from_only_the_words_speak(text: str) -> None:
    when = resolve(only(text), anchor=anchor_from(None, "no date here"), zone="Asia/Seoul")
    assert (when.first, when.last, when.anchor) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "anchor", "precision"),
    [
        ("on May 2, 2024 at 7:10 a.m.", "absolute", "minute"),
        ("at 7 a.m. on Wednesday", "published", "hour"),
        ("Wednesday morning", "published", "part_of_day"),
        ("on Wednesday", "published", "day"),
        ("last week", "published", "week"),
        ("in May 2022", "absolute", "month"),
        ("the summer of 2022", "absolute", "season"),
        ("in 2022", "absolute", "year"),
        ("from May 2 to May 4", "published", "interval"),
    ],
)
def test_what_it_was_counted_from_and_how_precise_it_is(text: str, anchor: str, precision: str) -> None:
    when = resolve(only(text), anchor=THURSDAY, zone="Asia/Seoul")
    assert (when.anchor, when.precision) == (anchor, precision)


def test_an_order_of_figures_that_nobody_can_tell_gives_no_instant() -> None:
    assert local("on 07/11/2023") is None
    assert local("on 11/11/2023") == "23-11-11 00:00 .. 23-11-12 00:00"


def test_nothing_is_resolved_outside_the_calendar() -> None:
    assert local("999 years ago") is None
    anchor = Anchor(date(1, 1, 1), "published")
    assert local("last month", anchor=anchor) is None
    assert local("three days ago", anchor=anchor) is None


# --- properties ---

_VOCABULARY = """On at 7 12:37 p.m. a.m. and to ( ) , - – Friday Nov. May March 2025 0001 early late overnight (0335 GMT)
KST since between yesterday ago two 999 days weeks years after noon midnight 31 5th the of last next week Z 2025-11-07
morning winter 2024 in tomorrow"""
_TEXTS = st.lists(st.sampled_from(_VOCABULARY.split()), max_size=14).map(" ".join)
_ZONES = st.sampled_from(["Asia/Seoul", "America/New_York", "Asia/Tehran", "UTC", "No/Where"])
_ANCHORS = st.one_of(
    st.builds(Anchor, st.dates(), st.just("text")),
    st.builds(Anchor, st.dates(), st.just("published")),
    st.datetimes(timezones=st.just(UTC)).map(lambda moment: Anchor(moment.date(), "published", moment)),
)
_FORMS = st.sampled_from(
    ["%B %d, %Y at %I:%M %p", "%d %b %Y, %H:%M", "%I:%M%p on %d %B %Y", "%A, %B %d, %Y, at %I.%M %p"]
)


@given(_TEXTS, _ANCHORS, _ZONES)
def test_an_interval_begins_before_it_ends(text: str, anchor: Anchor, zone: str) -> None:
    for expression in find_times(text):
        when = resolve(expression, anchor=anchor, zone=zone)
        assert (when.first is None) == (when.last is None)
        assert when.first is None or when.last is None or when.first <= when.last


@given(st.datetimes(datetime(1995, 1, 1), datetime(2060, 1, 1)), _FORMS)
def test_printed_times_are_read_back(moment: datetime, form: str) -> None:
    when = resolve(only(f"It flew {moment.strftime(form)} KST"), anchor=Anchor(None, None), zone="Europe/Paris")
    expected = (moment.replace(second=0, microsecond=0) - timedelta(hours=9)).replace(tzinfo=UTC)
    assert (when.first, when.last, when.anchor) == (expected, expected, "absolute")
