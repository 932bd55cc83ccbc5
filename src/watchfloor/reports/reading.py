"""One page to one report: text by form, HTML by an extractor and then by form; metadata, language, publication time."""

from __future__ import annotations

from collections.abc import Iterator

from watchfloor.errors import EmptyInput
from watchfloor.records import Page, Report, When, Zone, ZoneSpan
from watchfloor.reports.language import language_of
from watchfloor.reports.markup import Markup, looks_like_html, read_markup
from watchfloor.reports.outlets import outlet_named, outlets_in
from watchfloor.reports.publication import parse_publication, publication_in
from watchfloor.reports.zoning import zone_text


def read_report(page: Page) -> Report:
    """The report of a page, its text zoned and dated. Raises a WatchfloorError that names the page's source."""
    html = page.html if page.html is not None else looks_like_html(page.text or "")
    markup = read_markup(page) if html else None
    text = markup.text if markup is not None else (page.text or "")
    if not text.strip():
        raise EmptyInput(
            "no text to read; save the page with its article and try again", source=page.source, id=page.id
        )
    zones = zone_text(
        text,
        headline=markup.headline if markup is not None else None,
        captions=markup.captions if markup is not None else (),
    )
    language = language_of(text, declared=page.language or (markup.language if markup is not None else None), page=page)
    return Report(
        text=text,
        zones=zones,
        language=language,
        source=page.source,
        id=page.id,
        headline=_first(text, zones, Zone.HEADLINE),
        byline=_first(text, zones, Zone.BYLINE) or (markup.author if markup is not None else None),
        dateline=_first(text, zones, Zone.DATELINE),
        outlet=_outlet(page, markup),
        published=_published(page, markup, text, zones),
        credits=_credits(text, zones),
        warnings=tuple(_warnings(page)),
    )


def _warnings(page: Page) -> Iterator[str]:
    """What the caller said of the page that could not be used, and what was done instead."""
    if page.published is not None and parse_publication(page.published) is None:
        yield f"`published` {page.published!r} is no date and was left out; write 2025-11-07 or 2025-11-07T03:50Z"


def _first(text: str, zones: tuple[ZoneSpan, ...], zone: Zone) -> str | None:
    return next((text[span.start : span.end].strip() for span in zones if span.zone is zone), None)


def _outlet(page: Page, markup: Markup | None) -> str | None:
    if page.outlet is not None:
        return page.outlet
    return None if markup is None or markup.outlet is None else outlet_named(markup.outlet) or markup.outlet


def _published(page: Page, markup: Markup | None, text: str, zones: tuple[ZoneSpan, ...]) -> When | None:
    """The caller's word first, then the page's metadata, then a line of the page that says so."""
    for stated in (page.published, markup.published if markup is not None else None):
        if stated is not None and (when := parse_publication(stated)) is not None:
            return when
    return publication_in(text, zones)


def _credits(text: str, zones: tuple[ZoneSpan, ...]) -> tuple[str, ...]:
    """The wires and outlets a report credits, by their standard names, in the order it names them."""
    credited = (text[span.start : span.end] for span in zones if span.zone in (Zone.CREDIT, Zone.DATELINE))
    return tuple(dict.fromkeys(name for words in credited for name in outlets_in(words)))
