"""A report made by hand, with a salvo, an older launch and a disputed place: what contract and terminal are given."""

from __future__ import annotations

from datetime import UTC, datetime

from watchfloor.records import (
    Bound,
    Check,
    Claim,
    Conflict,
    Event,
    Hedge,
    Place,
    Quantity,
    Report,
    Speaker,
    Value,
    When,
    Zone,
    ZoneSpan,
)

TEXT = """North fires two missiles off its coast
North Korea fired two missiles from its eastern coast on Thursday, Meridian Wire said. The Joint Chiefs of Staff in
Seoul said both, presumed to be short-range ballistic missiles, left the Taegwan area at 7:10 a.m. and flew about
435 miles. Tokyo's defence ministry put the flight at over 450 km and the height at 97 km. It was not an ICBM.
In May 2024 the North launched a rocket that failed."""

JCS = Speaker(name="Joint Chiefs of Staff", country="KOR", kind="military", printed="The Joint Chiefs of Staff")
MOD = Speaker(name="Ministry of Defense", country="JPN", kind="ministry", printed="Tokyo's defence ministry")


def claim(
    attribute: str,
    value: Value,
    quote: str,
    speaker: Speaker | None = None,
    *,
    via: tuple[str, ...] = (),
    hedge: Hedge | None = None,
    polarity: bool = True,
) -> Claim:
    """A claim of the body whose quotation is looked up in the text."""
    start = TEXT.index(quote)
    return Claim(
        attribute=attribute,
        value=value,
        quote=quote,
        start=start,
        end=start + len(quote),
        zone=Zone.BODY,
        claimant=speaker,
        via=via,
        hedge=hedge,
        polarity=polarity,
    )


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def km(low: float | None, high: float | None, bound: Bound = "exact", unit: str = "km") -> Quantity:
    return Quantity(low=low, high=high, unit="km", bound=bound, printed_unit=unit)


THURSDAY = When(first=at(2025, 11, 5, 15), last=at(2025, 11, 6, 15), precision="day", anchor="published")
MORNING = When(
    first=at(2025, 11, 5, 22, 10), last=at(2025, 11, 5, 22, 10), precision="minute", zone="KST", anchor="published"
)
TAEGWAN = Place(name="Taegwan", printed="Taegwan", lat=40.2142857, lon=125.22, radius_km=30, country="PRK", kind="town")
EAST_COAST = Place(name="east coast of North Korea", printed="its eastern coast", lat=39.8, lon=127.6, radius_km=150)
RANGE = km(700.06464, 700.06464, "about", "miles")
TWO = Quantity(low=2.0, high=2.0, unit="")
WIRE = ("Meridian Wire",)

LAUNCH = Event(
    kind="launch",
    background=False,
    claims=(
        claim("actor", "PRK", "North Korea"),
        claim("count", TWO, "two", via=WIRE),
        claim("origin", EAST_COAST, "its eastern coast"),
        claim("occurred", THURSDAY, "on Thursday"),
        claim("origin", TAEGWAN, "the Taegwan area", JCS),
        claim("occurred", MORNING, "at 7:10 a.m.", JCS),
        claim("weapon", "srbm", "short-range ballistic missiles", JCS, hedge=Hedge(words="presumed", band="likely")),
        claim("distance", RANGE, "about\n435 miles", JCS, via=WIRE),
        claim("distance", km(450, None, "over"), "over 450 km", MOD),
        claim("apogee", km(97, 97), "97 km", MOD),
        claim("weapon", "icbm", "an ICBM", MOD, polarity=False),
        claim("count", TWO, "both", JCS),
    ),
    consensus={"actor": "PRK", "count": TWO, "occurred": MORNING, "weapon": "srbm", "distance": RANGE},
    checks=(
        Check(check="distance-units", verdict="consistent", because="435 miles are 700 km"),
        Check(check="class-range", verdict="inconsistent", because="700 km is [bold]too far[/bold] for this class"),
        Check(check="flight-arc", verdict="undecided", because="no flight time is stated"),
    ),
    conflicts=(Conflict(attribute="origin", claims=(2, 4), because="Taegwan lies in the north-west"),),
)
OLDER = Event(
    kind="launch",
    background=True,
    claims=(
        claim("actor", "PRK", "the North"),
        claim("occurred", When(first=at(2024, 4, 30, 15), last=at(2024, 5, 31, 15), precision="month"), "In May 2024"),
        claim("outcome", "failure", "failed"),
    ),
    consensus={"actor": "PRK", "outcome": "failure"},
)
REPORT = Report(
    text=TEXT,
    zones=(ZoneSpan(Zone.HEADLINE, 0, 38), ZoneSpan(Zone.BODY, 39, len(TEXT))),
    language="en",
    source="sample.txt",
    id="sample-1",
    headline="North fires two missiles off its coast",
    outlet="Harbour Courier",
    published=When(first=at(2025, 11, 6, 3, 50), last=at(2025, 11, 6, 3, 50), precision="minute"),
    credits=("Meridian Wire",),
)
EVENTS = (LAUNCH, OLDER)
