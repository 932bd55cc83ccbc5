"""The frozen records that pass between stages: one noun a type, everywhere.

A `Page` is what was fetched or opened; a `Report` is the story told on it, with its zones; a `Claim` is one value of one
attribute, with the words that state it and the speaker who asserts it; an `Event` is what happened, with every claim
kept. Offsets are character offsets into `Report.text`. Unknown is `None`, never an empty string or zero.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Literal

from msgspec import Struct

Bound = Literal["about", "at_least", "over", "at_most", "exact"]
Precision = Literal["minute", "hour", "part_of_day", "day", "week", "month", "season", "year", "interval"]
AnchorSource = Literal["published", "text", "absolute"]


class Zone(StrEnum):
    """What a stretch of a report is. Only headline and body feed an event's facts."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    FURNITURE = "furniture"
    CREDIT = "credit"


class Page(Struct, frozen=True, kw_only=True):
    """Bytes as they came, with what was said about them. `text` is set instead where the source gave characters."""

    source: str  # the path, URL or batch line it came from: what an error message names
    content: bytes | None = None
    text: str | None = None
    html: bool | None = None  # None = to be told from the content
    id: str | None = None
    published: str | None = None  # as given by the caller; wins over what the page says
    outlet: str | None = None
    language: str | None = None
    encoding: str | None = None  # as declared outside the content (an HTTP header)


class Span(Struct, frozen=True):
    """`start` and `end` character offsets into a report's text."""

    start: int
    end: int

    def text(self, report: Report) -> str:
        return report.text[self.start : self.end]


class ZoneSpan(Struct, frozen=True):
    """A zone and the stretch it covers. A report's zones are in order and do not overlap."""

    zone: Zone
    start: int
    end: int


class When(Struct, frozen=True, kw_only=True):
    """The widest interval the words allow, in UTC: "in May" → 1 May 00:00 … 31 May 24:00 of the zone meant.

    `zone` is the zone as printed ("KST", "local time"), `anchor` what a relative expression was counted from. With no
    anchor at all `first` and `last` stay None and only the words speak. `readings` are the two instants of a time printed
    in two zones, each read by itself. `told_on`: the day is the one somebody spoke of it on, which is at the latest its own.
    """

    first: datetime | None
    last: datetime | None
    precision: Precision
    zone: str | None = None
    anchor: AnchorSource | None = None
    readings: tuple[datetime, datetime] | None = None
    told_on: bool = False


class Quantity(Struct, frozen=True, kw_only=True):
    """An interval in SI or kilometres: `low` and `high` are equal for a point, an open end is None.

    unit: "km", "s", "m/s" or "" for a plain number; `bound` is how the words hold it; `printed_unit` the unit's own word.
    """

    low: float | None
    high: float | None
    unit: str
    bound: Bound = "exact"
    printed_unit: str | None = None


class Place(Struct, frozen=True, kw_only=True):
    """A place as printed, with the gazetteer's name and position where one is known, and how far off it may be."""

    name: str
    printed: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    country: str | None = None  # ISO 3166-1 alpha-3
    kind: str | None = None  # site, town, county, province, coast, sea, country, …


Value = str | Quantity | When | Place


class Speaker(Struct, frozen=True, kw_only=True):
    """Who asserts a claim: `name` is the register's standard name, or the name as printed where it has none."""

    name: str
    country: str | None = None
    kind: str | None = None  # military, ministry, government, state_media, wire, outlet, official, …
    agency: str | None = None  # the agency's full name in the lexicon: what makes two names one observer
    printed: str | None = None


class Hedge(Struct, frozen=True, kw_only=True):
    """Words of doubt, and the ICD 203 band they fall in where they have one."""

    words: str
    band: str | None = None


class Claim(Struct, frozen=True, kw_only=True):
    """One value of one attribute, its exact words, and who asserts it (`claimant` None = the outlet itself)."""

    attribute: str
    value: Value
    quote: str
    start: int
    end: int
    zone: Zone
    claimant: Speaker | None = None
    via: tuple[str, ...] = ()
    hedge: Hedge | None = None
    polarity: bool = True


class Mention(Struct, frozen=True, kw_only=True):
    """One telling of an event in a report, with the claims it makes: coreference joins mentions into events.

    `anaphoric` mentions take up an event already told ("the launch", "it flew"); `embedded` ones stand below another clause;
    `background` ones are marked as history by their own words; `weak` ones tell too little to open an event; `again` ones
    take it up by a verb ("it was fired"); `further` ones are told as one more beside those told ("a second salvo was fired at
    6 a.m."). Of history, `named` ones are told by no launch but by their day ("after the tests of Sept. 10"), and `alike`
    ones by the kind of the launch told too ("those of Sept. 10"); `back` ones go on about the history told last ("on that
    occasion it flew 500 km").
    """

    kind: str
    start: int
    end: int
    zone: Zone
    claims: tuple[Claim, ...]
    paragraph: int = 0
    anaphoric: bool = False
    embedded: bool = False
    background: bool = False
    weak: bool = False
    again: bool = False
    further: bool = False
    named: bool = False
    alike: bool = False
    back: bool = False


class Check(Struct, frozen=True, kw_only=True):
    """A plausibility check: what was compared, how it came out, and why."""

    check: str
    verdict: Literal["consistent", "inconsistent", "undecided"]
    because: str


class Conflict(Struct, frozen=True, kw_only=True):
    """Two or more claims of one attribute that cannot all hold: their positions in the event's claims, and the reason."""

    attribute: str
    claims: tuple[int, ...]
    because: str


class Event(Struct, frozen=True, kw_only=True):
    """What happened, with every claim made about it. `background` events are history the report mentions."""

    kind: str
    background: bool
    claims: tuple[Claim, ...]
    consensus: dict[str, Value]
    checks: tuple[Check, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class Report(Struct, frozen=True, kw_only=True):
    """The story told on a page: its text, its zones, and what the page says about itself."""

    text: str
    zones: tuple[ZoneSpan, ...]
    language: str
    source: str = ""
    id: str | None = None
    headline: str | None = None
    byline: str | None = None
    dateline: str | None = None
    outlet: str | None = None
    published: When | None = None
    credits: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()  # what was said of the page that could not be used

    def zone_at(self, position: int) -> Zone:
        """The zone a character stands in; furniture where none was given."""
        for span in self.zones:
            if span.start <= position < span.end:
                return span.zone
        return Zone.FURNITURE
