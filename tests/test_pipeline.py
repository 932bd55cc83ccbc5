"""The whole flow: one page in, events out; nothing a page says can break it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from watchfloor.errors import EmptyInput
from watchfloor.pipeline import ReadReport, read_page, read_pages
from watchfloor.records import Page

WORDS = (
    "North Korea|fired|launched|two|ballistic|missiles|the JCS said|,|.|from Sunan|into the East Sea|600 km|(373 miles)|at 7:10 a.m."
    "|on Friday|it|which|Japan's EEZ|not|an ICBM|Hwasong-18|according to|Tokyo|\n\n|“|”|was|a launch|test|of"
)
PIECES = st.sampled_from(WORDS.split("|"))


def page(text: str, **given_: str | None) -> Page:
    return Page(source="test", text=text, language="en", html=False, **given_)  # type: ignore[arg-type]


def test_each_claim_points_to_its_words() -> None:
    text = "North Korea fired two missiles from Sunan on Friday. They flew about 600 km, the JCS said."
    read = read_page(page(text, published="2026-03-14"))
    claims = [claim for event in read.events for claim in event.claims]
    assert len(claims) > 5
    assert all(read.report.text[claim.start : claim.end] == claim.quote for claim in claims)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=40))
def test_any_order_of_words_is_read(pieces: list[str]) -> None:
    read = read_page(page(" ".join(pieces) + " end", published="2026-03-14"))
    for event in read.events:
        for claim in event.claims:
            assert read.report.text[claim.start : claim.end] == claim.quote


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    (read,) = read_pages([page(text)])
    assert isinstance(read, ReadReport) or "test" in str(read)


def test_an_error_in_a_batch_is_given_and_the_rest_read() -> None:
    found = list(
        read_pages(
            [page("North Korea fired a missile."), EmptyInput("x: is empty"), page(" "), page("Iran fired a missile.")]
        )
    )
    assert [type(one) for one in found] == [ReadReport, EmptyInput, EmptyInput, ReadReport]


def test_captions_and_teasers_feed_no_event() -> None:
    text = (
        "Seoul marks liberation day\n\nThe president laid a wreath in Seoul on Friday and spoke to veterans of the war.\n\n"
        "A missile is launched from Sunan, North Korea, May 4, 2024. (KCNA via Reuters)\n\n"
        "You may also like\nNorth Korea fires two ballistic missiles into the East Sea\nIran launches satellite"
    )
    assert read_page(page(text, published="2026-08-15")).events == ()


def test_a_day_counts_from_the_reports_own_dates_where_no_publication_is_known() -> None:
    text = "North Korea fired a missile on Friday, days after talks held in Seoul on November 4, 2025."
    (event,) = read_page(page(text)).events
    (when,) = [claim.value for claim in event.claims if claim.attribute == "occurred"]
    assert (str(when.first), when.anchor) == ("2025-11-06 15:00:00+00:00", "text")  # type: ignore[union-attr]


def test_without_any_date_the_words_stay_and_no_instant_is_made_up() -> None:
    (event,) = read_page(page("North Korea fired a missile on Friday.")).events
    (claim,) = [claim for claim in event.claims if claim.attribute == "occurred"]
    assert claim.value.first is None  # type: ignore[union-attr]
    assert "Friday" in claim.quote
