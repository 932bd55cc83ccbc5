"""The whole flow: read this first.

pages → reports → claims → events. Each stage takes frozen records and gives frozen records; none imports another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from watchfloor.claims import extract_mentions
from watchfloor.errors import InternalError, WatchfloorError
from watchfloor.events import assemble_events
from watchfloor.pages import open_pages
from watchfloor.places import Gazetteer
from watchfloor.records import Event, Page, Report
from watchfloor.reports import read_report

__all__ = ["ReadReport", "open_pages", "read_page", "read_pages"]


class ReadReport(Struct, frozen=True):
    """A report and the events it tells of, main ones first."""

    report: Report
    events: tuple[Event, ...]


def read_page(page: Page) -> ReadReport:
    """What a page reports: `read_page(Page(source="-", text="North Korea fired two missiles.")).events`. Raises WatchfloorError."""
    report = read_report(page)
    mentions = extract_mentions(report, gazetteer=Gazetteer.bundled())
    return ReadReport(report, assemble_events(report, mentions))


def read_pages(pages: Iterable[Page | WatchfloorError]) -> Iterator[ReadReport | WatchfloorError]:
    """What each page reports, in order; a page that cannot be read gives its error, and the rest is still read."""
    for page in pages:
        yield page if isinstance(page, WatchfloorError) else _read_or_failed(page)


def _read_or_failed(page: Page) -> ReadReport | WatchfloorError:
    try:
        return read_page(page)
    except WatchfloorError as error:
        return error
    except Exception as error:  # a fault of ours must not cost the rest of a batch
        return InternalError(error, source=page.source, id=page.id)
