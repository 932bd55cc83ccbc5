"""Zones by the form of lines, metadata, publication times and languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchfloor.errors import UnsupportedLanguage
from watchfloor.pipeline import ReadReport, read_pages
from watchfloor.records import Page, Report, Zone
from watchfloor.reports import read_report
from watchfloor.reports.outlets import outlet_named, outlets_in
from watchfloor.reports.publication import parse_publication
from watchfloor.reports.zoning import zone_text

LEAD = "Harbour officials said on Tuesday that the ferry would sail again after a week of storms."


def report(text: str, *, html: bool = False, **given_: str | None) -> Report:
    return read_report(Page(source="test", text=text, html=html, **{"language": "en", **given_}))  # type: ignore[arg-type]


def zone_of(line: str) -> Zone:
    """The zone of a line in the middle of a story."""
    text = f"Ferry sails again\n\n{LEAD}\n\n{line}\n\n{LEAD}"
    return next(span.zone for span in zone_text(text) if span.start <= text.index(line) < span.end)


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Share and Follow", Zone.FURNITURE),
        ("ADVERTISEMENT", Zone.FURNITURE),
        ("Sign up for our newsletter", Zone.FURNITURE),
        ("3 min read", Zone.FURNITURE),
        ("12 comments", Zone.FURNITURE),
        ("© 2026 Harbour Courier. All rights reserved", Zone.CREDIT),
        ("By Mina Cho and Paul Reed", Zone.BYLINE),
        ("BY MINA CHO", Zone.BYLINE),
        (
            "People watch a TV screen showing a launch, at a station in Seoul, May 3, 2024. (Ji Park/AP Photo)",
            Zone.CAPTION,
        ),
        ("A ferry leaves the pier in the storm. | Credit: Reuters", Zone.CAPTION),
        ("This photo provided by the government shows what it says is a test. (KCNA via AP)", Zone.CAPTION),
        ("File photo: A missile is fired from an unknown place in 2023. (Reuters)", Zone.CAPTION),
        ("Reuters and The Associated Press contributed to this report.", Zone.CREDIT),
        ("(Reporting by A. Writer; Editing by B. Editor)", Zone.CREDIT),
        ("With inputs from AFP", Zone.CREDIT),
        ("(AP)", Zone.CREDIT),
        ("Photo : HARBOUR News", Zone.CAPTION),
        ("Lee Ha-na I Yonhap via AP", Zone.CAPTION),
        ("Harbour Courier file photo", Zone.CAPTION),
        ("© AP Photo/ Ana Reyes", Zone.CAPTION),
        ("[Photo/Agencies]", Zone.CAPTION),
        (
            "• Commuters watch a TV screen with footage of a launch, in Seoul on Friday. The North fired one on Monday. | AFP-JIJI",
            Zone.CAPTION,
        ),
        ("A TV screen at the station shows a file image of a launch during a news programme.", Zone.CAPTION),
        ("AFP/MINA CHO A fireman looks into a crater that a missile left.", Zone.CAPTION),
        ("An image released by the state agency shows the launch of four missiles on March 6.", Zone.CAPTION),
        ("▲ A rocket climbs from its pad in this photo. (Harbour News)", Zone.CAPTION),
        ("A launch is seen in this image from the state agency", Zone.CAPTION),
        ("READ | Army says two rockets were fired", Zone.FURNITURE),
        ("Related: Rockets in pictures", Zone.FURNITURE),
        ("08:02 GMT", Zone.FURNITURE),
        ("Issued on: 09/03/2023 - 07:12Modified: 09/03/2023 - 07:10", Zone.FURNITURE),
        ("Two rockets on Monday were fired at the base, security sources said", Zone.BODY),
        ("The army detected the launch at 7:10 a.m. and told reporters. [Harbour News]", Zone.BODY),
        ("- 3 June 2024: eight shells fired, all hit (KCNA)", Zone.BODY),
        ("What the islanders say", Zone.FURNITURE),
        (LEAD, Zone.BODY),
        ("- Seoul says two missiles were fired toward the sea before dawn", Zone.BODY),
    ],
)
def test_lines_by_their_form(line: str, zone: Zone) -> None:
    assert zone_of(line) is zone


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("SEOUL, Nov. 7 (Yonhap) — North Korea fired a missile.", "SEOUL, Nov. 7 (Yonhap) —"),
        ("TOKYO (AP) -- Japan said it fell in the sea.", "TOKYO (AP) --"),
        ("WASHINGTON — The Pentagon said so.", "WASHINGTON —"),
        ("The ministry said so — and the army denied it.", None),
    ],
)
def test_datelines(paragraph: str, dateline: str | None) -> None:
    found = report(f"A headline of the day\n\n{paragraph}")
    assert found.dateline == dateline
    assert paragraph.split("— ")[-1].split("-- ")[-1] in found.text


@pytest.mark.parametrize(
    "head", ["You May Also Like", "Related stories", "Read more:", "Trending now", "More from World"]
)
def test_teasers_run_to_the_end(head: str) -> None:
    text = f"Ferry sails again\n\n{LEAD}\n\n{head}\n\nRocket fired at village\n\nA shocking story of a rocket that…"
    zones = zone_text(text)
    assert [span.zone for span in zones][-3:] == [Zone.TEASER] * 3


def test_a_link_within_the_story_ends_at_the_next_paragraph() -> None:
    text = f"Ferry sails again\n\n{LEAD}\n\nREAD MORE\n\nRocket fired at village\n\n{LEAD}"
    assert [span.zone for span in zone_text(text)][-3:] == [Zone.TEASER, Zone.TEASER, Zone.BODY]


def test_a_list_of_other_stories_ends_at_two_paragraphs() -> None:
    text = f"Ferry sails again\n\n{LEAD}\n\nMost read\n\nRocket fired at village\n\n{LEAD}\n\n{LEAD}"
    assert [span.zone for span in zone_text(text)][-3:] == [Zone.TEASER, Zone.BODY, Zone.BODY]


def test_what_readers_write_below_the_story_is_none_of_it() -> None:
    text = f"Ferry sails again\n\nComments\n\n{LEAD}\n\n{LEAD}\n\nLeave a Reply\n\nMina: They fired rockets at us again.\n\n{LEAD}"
    assert [span.zone for span in zone_text(text)][2:] == [Zone.BODY] * 2 + [Zone.TEASER] * 3


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        (f"World\nFerry sails again after a week\n{LEAD}", ["Ferry sails again after a week"]),
        (f"Ferry sails again\n{LEAD}", ["Ferry sails again"]),
        (f"Ferry sails again after storms | Harbour Courier\n{LEAD}", ["Ferry sails again after storms"]),
        (f"Two islands wait for food\nIsland mayor hopes for ships\n{LEAD}", ["Two islands wait for food", "Island mayor hopes for ships"]),
        (f"Photo : HARBOUR News\n{LEAD}", []),
        (f" date 2026-03-14 Left Menu\nFerry sails again after a week\n{LEAD}", ["Ferry sails again after a week"]),
        (f"Home > World > Asia\nFerry sails again after a week\n{LEAD}", ["Ferry sails again after a week"]),
        (f"Home / World News / Ferry sails again\nFerry sails again after a week\n{LEAD}", ["Ferry sails again after a week"]),
        (f"Get all your news in one place.\nWorld\nFerry sails again after a week\n{LEAD}", ["Ferry sails again after a week"]),
        (f"UNB/AP\n10 May, 2026, 09:10 am\nFerry sails again after a week\n{LEAD}", ["Ferry sails again after a week"]),
        (f"Ferry at the pier. (Harbour photo)\nFerry sails again after a week\n{LEAD}", ["Ferry sails again after a week"]),
        (f"WATCH: Ferry sails again after a week\n{LEAD}", ["WATCH: Ferry sails again after a week"]),
    ],
)  # fmt: skip
def test_headlines(text: str, headlines: list[str]) -> None:
    assert [text[s.start : s.end].strip() for s in zone_text(text) if s.zone is Zone.HEADLINE] == headlines


@pytest.mark.parametrize(
    ("text", "datelines"),
    [
        ("(Adds details) KYIV, Dec 14 (Reuters) - Two rockets fell.", ["KYIV, Dec 14 (Reuters) -"]),
        ("KYIV, Dec 14 (Reuters) -\nTwo rockets fell in the bay.", ["KYIV, Dec 14 (Reuters) -"]),
        ("Ferry sails, army says SEOUL, July 12 (Yonhap) -- Two rockets fell on Wednesday, it said.", ["SEOUL, July 12 (Yonhap) --"]),
        ("HARBOUR SPACE FORCE BASE, Calif. (AP) — Two rockets fell in the bay.", ["HARBOUR SPACE FORCE BASE, Calif. (AP) —"]),
    ],
)  # fmt: skip
def test_datelines_that_other_words_stand_before(text: str, datelines: list[str]) -> None:
    assert [text[s.start : s.end].strip() for s in zone_text(text) if s.zone is Zone.DATELINE] == datelines


def test_a_page_of_one_line_is_its_story() -> None:
    text = "Rockets fired – Harbour News The launch is seen in this image The army fired two rockets. Read more: Ferry sails"
    assert [span.zone for span in zone_text(text)] == [Zone.BODY]


def test_a_credit_after_teasers_is_still_one() -> None:
    found = report(f"Ferry sails again\n\n{LEAD}\n\nRelated\n\nAnother story\n\nReuters contributed to this report.")
    assert found.credits == ("Reuters",)


def test_a_note_of_one_paragraph_is_all_body() -> None:
    assert [span.zone for span in zone_text(LEAD)] == [Zone.BODY]


@pytest.mark.parametrize(
    ("stated", "first", "precision"),
    [
        ("2026-03-14", "2026-03-14T00:00", "day"),
        ("2026-03-14T03:50:00Z", "2026-03-14T03:50", "minute"),
        ("2026-03-14T12:50:00+09:00", "2026-03-14T03:50", "minute"),
        ("2026-03-14T12:50:00", "2026-03-14T00:00", "day"),
        ("14 March 2026", "2026-03-14T00:00", "day"),
        ("March 14, 2026", "2026-03-14T00:00", "day"),
        ("yesterday", None, None),
        ("not a date", None, None),
    ],
)
def test_publication_times(stated: str, first: str | None, precision: str | None) -> None:
    when = parse_publication(stated)
    if when is None or when.first is None:
        assert first is None
        return
    assert (when.first.strftime("%Y-%m-%dT%H:%M"), when.precision) == (first, precision)


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("Posted on : Mar.14,2026 17:12 KST Modified on : Mar.15,2026 09:00 KST", "2026-03-14T08:12"),
        ("Published 04:12 ET, 14 March 2026", "2026-03-14T08:12"),
        ("date 2026-03-14", "2026-03-14T00:00"),
        ("Harbour News | Updated: 14-03-2026 01:43 IST | Created: 14-03-2026 01:43 IST", "2026-03-13T20:13"),
    ],
)
def test_lines_that_date_a_page(line: str, first: str) -> None:
    found = report(f"Ferry sails again\n{line}\n{LEAD}")
    assert found.published is not None
    assert str(found.published.first).replace(" ", "T").startswith(first)


def test_a_page_that_says_when_it_was_published() -> None:
    found = report(f"Ferry sails again\nUpdated 14 March 2026\n\n{LEAD}")
    assert found.published is not None
    assert str(found.published.first).startswith("2026-03-14")


@pytest.mark.parametrize(
    ("name", "standard"),
    [
        ("apnews.com", "The Associated Press"),
        ("https://www.reuters.com/world/x", "Reuters"),
        ("AFP", "Agence France-Presse"),
        ("nobody", None),
    ],
)
def test_outlets_by_name_and_domain(name: str, standard: str | None) -> None:
    assert outlet_named(name) == standard


def test_outlets_in_a_credit() -> None:
    assert outlets_in("With inputs from Reuters and AP") == ("Reuters", "The Associated Press")


PAGE = """<html lang="en"><head><title>Ferry sails again - Harbour Courier</title>
<meta property="og:title" content="Ferry sails again - Harbour Courier"><meta property="og:site_name" content="Harbour Courier">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry sails again", "datePublished": "2026-03-14T08:00:00+00:00",
"author": {"name": "Mina Cho"}, "publisher": {"name": "Harbour Courier"}}</script></head>
<body><nav>Home World</nav><article><h1>Ferry sails again</h1>
<figure><img src="x.jpg"><figcaption>A ferry at the pier in an old picture. (Ji Park/Harbour Courier)</figcaption></figure>
<p>Harbour officials said on Tuesday that the ferry would sail again after a week of storms in the strait.</p>
<p>The crossing takes two hours, and the company said that tickets would be cheaper for a month.</p>
<p>Islanders had waited for food and post, the mayor told reporters at the town hall on Monday evening.</p></article>
<aside class="related"><h3>Related</h3><p>Rocket fired at village</p></aside></body></html>"""


def test_a_page_of_markup() -> None:
    found = report(PAGE, html=True, language=None)
    assert (found.headline, found.outlet, found.byline, found.language) == (
        "Ferry sails again",
        "Harbour Courier",
        "Mina Cho",
        "en",
    )
    assert found.published is not None
    assert found.text.startswith("Ferry sails again\n")
    assert "Rocket fired" not in found.text
    captions = [found.text[s.start : s.end] for s in found.zones if s.zone is Zone.CAPTION]
    assert len(captions) == 1
    assert captions[0].startswith("A ferry at the pier")


@pytest.mark.parametrize(
    "html",
    [
        "<p>North Korea fired a missile on Friday, the military in Seoul said in a notice.</p>",
        "<div>North Korea fired a missile on Friday,<br>the military in Seoul said in a notice.<br>It flew 600 km before it fell.</div>",
        "<html><body><table><tr><td>North Korea fired a missile on Friday, the military in Seoul said.</td></tr></table></body></html>",
    ],
)
def test_poor_markup_is_read_all_the_same(html: str) -> None:
    assert "North Korea fired a missile" in report(html, html=True).text


@pytest.mark.parametrize("declared", ["en", "en-US", "EN_gb", "english", "eng"])
def test_declared_english(declared: str) -> None:
    assert report("Kurz.", language=declared).language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Nordkorea hat am Freitag eine ballistische Rakete in Richtung Japanisches Meer abgefeuert, teilte das Militär in Seoul mit. "
        * 3,
        "La Corée du Nord a tiré vendredi un missile balistique vers la mer du Japon, a annoncé l'armée sud-coréenne à Séoul. "
        * 3,
    ],
)
def test_languages_without_a_lexicon_are_refused(text: str) -> None:
    with pytest.raises(UnsupportedLanguage, match="test"):
        report(text, language=None)


def test_short_english_is_never_refused() -> None:
    assert report("N. Korea fires missile: JCS", language=None).language == "en"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=600))
def test_zones_are_in_order_and_do_not_overlap(text: str) -> None:
    position = 0
    for span in zone_text(text):
        assert position <= span.start < span.end <= len(text)
        position = span.end


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_markup_is_read_or_refused(text: str) -> None:
    page = Page(source="test", text=f"<html><body>{text}</body></html>", html=True, language="en")
    (read,) = read_pages([page])
    assert isinstance(read, ReadReport) or "test" in str(read)
