"""The gold reports as the product of today reads them, each given as a page of text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from gold import GoldReport

from watchfloor.errors import WatchfloorError
from watchfloor.records import Page


class ReadingError(Exception):
    """The product refused a gold report: there is nothing to score."""


def read_reports(reports: Iterable[GoldReport]) -> dict[str, Any]:
    """The events of every report by its id, in plain values as `watchfloor read --json` prints them.

    Raises ReadingError, naming the report, where the product refuses one.
    """
    # Here, not above: comparing figures that are already there must not wait for the product to load.
    from watchfloor.pipeline import read_page

    events = {}
    for report in reports:
        try:
            events[report.id] = msgspec.to_builtins(read_page(page_of(report)).events)
        except WatchfloorError as error:
            raise ReadingError(f"{report.id}: {error}") from error
    return events


def page_of(report: GoldReport) -> Page:
    """The page the product is given: text, date, outlet and language, never the annotated events."""
    return Page(
        source=report.id,
        id=report.id,
        text=report.text,
        html=False,
        published=report.published,
        outlet=report.outlet,
        language=report.language,
    )
