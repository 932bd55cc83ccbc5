"""Plausibility checks of one event's claims: each says what was compared, how it came out, and why. Nothing is changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta

from watchfloor.events.values import around, claimed, middle, speaker_name
from watchfloor.physics.arcs import arc_of, minimum_energy_range, shape_of
from watchfloor.physics.classes import class_limits
from watchfloor.physics.coasts import EEZ_KM, nearest_coasts
from watchfloor.physics.geodesy import bearing_of, destination, distance_km
from watchfloor.records import Check, Claim, Place, Quantity, When

KM_PER_MILE = 1.609344
_UNIT_TOLERANCE = 0.03
_ARC_TOLERANCE = 0.25  # powered flight, drag and re-entry are left out of the arc; quasi-ballistic flights differ more
_NOT_JUDGED = frozenset(
    {"cruise_missile", "hypersonic", "anti_ship", "surface_to_air", "artillery_rocket", "space_launch"}
)
_PAIR = re.compile(
    r"^[^()\d]{0,12}\(?\s*(?:about |around |roughly |some |approximately )?([\d,]+(?:\.\d+)?)(?:\s*(?:-|–|to"
    r"|and)\s*([\d,]+(?:\.\d+)?))?[\s-]?(km|kilomet\w+|miles?|mi)\b",
    re.IGNORECASE,
)


def check_claims(claims: Sequence[Claim], *, text: str) -> tuple[Check, ...]:
    """The checks an event's claims allow, in a fixed order; `text` is the report's, for the second unit behind a figure."""
    return tuple(check for run in _CHECKS for check in run(claims, text))


# --- units and times -------------------------------------------------------------------------------------------------------


def _units(claims: Sequence[Claim], text: str) -> Iterator[Check]:
    """Both units of a printed pair agree: "435 miles (700 km)"."""
    for attribute in ("distance", "apogee"):
        for _, claim, value in claimed(claims, attribute, Quantity):
            behind = _second_unit(text[claim.end : claim.end + 45], value.printed_unit)
            stated = middle(value)
            if behind is None or stated is None:
                continue
            figure, printed = behind
            agree = abs(figure - stated) <= max(_UNIT_TOLERANCE * stated, 1.0)
            because = f"«{claim.quote}» is {stated:,.0f} km: it {'fits' if agree else 'does not fit'} «{printed}» printed beside it"
            yield Check(check=f"{attribute}-units", verdict="consistent" if agree else "inconsistent", because=because)


def _second_unit(behind: str, first_unit: str | None) -> tuple[float, str] | None:
    """The bracketed second figure in km and its words, None where the same unit or none follows."""
    if not behind.lstrip().startswith(("(", "or ", ", or ", "/")):
        return None
    match = _PAIR.match(behind)
    if match is None:
        return None
    miles = match[3].lower().startswith("mi")
    if miles == (first_unit or "").lower().startswith("mi"):
        return None
    figures = [float(figure.replace(",", "")) for figure in (match[1], match[2]) if figure]
    return sum(figures) / len(figures) * (KM_PER_MILE if miles else 1.0), f"{match[1]} {match[3]}" if not match[
        2
    ] else f"{match[1]}–{match[2]} {match[3]}"


_QUARTER = timedelta(minutes=15)  # every zone is a whole number of quarters of an hour off UTC
_WIDEST = timedelta(hours=14)  # a launcher's clock and any other country's: more is a slip of the day


def _times(claims: Sequence[Claim], text: str) -> Iterator[Check]:
    """Both clocks of a time printed in two zones show one instant, day and all: "12:35 p.m. (0335 GMT)" in Korea."""
    for _, claim, value in claimed(claims, "occurred", When):
        if value.readings is not None:
            yield _clock_check(claim, value.zone, *value.readings)


def _clock_check(claim: Claim, zone: str | None, first: datetime, second: datetime) -> Check:
    apart = abs(first - second)
    if not apart:
        return Check(check="time-zones", verdict="consistent", because=f"«{claim.quote}»: both show {first:%H:%M} UTC")
    because = f"«{claim.quote}»: read alone, one is {first:%-d %b %H:%M} UTC and the other {second:%-d %b %H:%M}"
    known = zone is not None and zone.lower() != "local time"
    if known or apart % _QUARTER or apart > _WIDEST:
        return Check(check="time-zones", verdict="inconsistent", because=because)
    because += ", unless the first clock stands in another country than the launcher"
    return Check(check="time-zones", verdict="undecided", because=because)


# --- flight ----------------------------------------------------------------------------------------------------------------


def _class_range(claims: Sequence[Claim], text: str) -> Iterator[Check]:
    """The class fits the distance flown; a lofted flight is judged by the range its speed would give."""
    distances = [value for _, _, value in claimed(claims, "distance", Quantity)]
    apogees = [value for _, _, value in claimed(claims, "apogee", Quantity)]
    for code in dict.fromkeys(value for _, claim, value in claimed(claims, "weapon", str)):
        limits = class_limits(code)
        flown = max((m for d in distances if (m := middle(d)) is not None), default=None)
        if limits is None or flown is None:
            continue
        yield _class_check(code, limits, flown, max((m for a in apogees if (m := middle(a)) is not None), default=None))


def _class_check(code: str, limits: tuple[float, float], flown: float, apogee: float | None) -> Check:
    low, high = limits
    name = code.upper()
    if flown >= high * 1.1:
        return Check(
            check="class-range",
            verdict="inconsistent",
            because=f"{flown:,.0f} km flown is beyond the {name} class ({low:,.0f}–{high:,.0f} km)",
        )
    if flown >= low:
        return Check(
            check="class-range", verdict="consistent", because=f"{flown:,.0f} km flown lies within the {name} class"
        )
    if apogee is None:
        return Check(
            check="class-range",
            verdict="undecided",
            because=f"{flown:,.0f} km is short of the {name} class; without an apogee a lofted flight cannot be told",
        )
    potential = minimum_energy_range(arc_of(flown, apogee).burnout_speed)
    fits = potential >= low * 0.9
    because = (
        f"{flown:,.0f} km with an apogee of {apogee:,.0f} km has the energy for about {potential:,.0f} km, "
        f"{'within reach of' if fits else 'short of'} the {name} class"
    )
    return Check(check="class-range", verdict="consistent" if fits else "inconsistent", because=because)


def _arc(claims: Sequence[Claim], text: str) -> Iterator[Check]:
    """Each speaker's range, apogee and flight time agree on a Keplerian arc, or the flight is called lofted, depressed or irregular."""
    codes = {value for _, _, value in claimed(claims, "weapon", str)}
    called = {value for _, _, value in claimed(claims, "trajectory", str)}
    profiles = tuple(_profiles(claims))
    for speaker, flown, apogee in profiles:
        teller = f"{speaker}: " if len(profiles) > 1 else ""
        if codes & _NOT_JUDGED or "irregular" in called:
            because = f"{teller}{flown:,.0f} km at {apogee:,.0f} km: a powered, gliding or irregular flight follows no Keplerian arc"
            yield Check(check="arc", verdict="undecided", because=because)
            continue
        yield _shape_check(flown, apogee, called, teller)
        yield from _time_check(claims, flown, apogee, teller)


def _profiles(claims: Sequence[Claim]) -> Iterator[tuple[str, float, float]]:
    """Each speaker who gives one distance and one apogee, and both in km: of a salvo's figures nobody says which go together."""
    told: dict[str, tuple[list[float], list[float]]] = {}
    for at, attribute in enumerate(("distance", "apogee")):
        for _, claim, value in claimed(claims, attribute, Quantity):
            if value.low is not None and value.high is not None:
                told.setdefault(speaker_name(claim), ([], []))[at].append((value.low + value.high) / 2)
    for speaker, (distances, apogees) in told.items():
        if len(distances) == len(apogees) == 1 and 0 < distances[0] < _HALF_ROUND and apogees[0] > 0:
            yield speaker, distances[0], apogees[0]


_HALF_ROUND = 20_000  # km; half the Earth's circumference is 20,015


def _shape_check(flown: float, apogee: float, called: set[str], teller: str) -> Check:
    shape = shape_of(flown, apogee)
    figures = f"{teller}{flown:,.0f} km with an apogee of {apogee:,.0f} km"
    stated = called & {"lofted", "depressed", "normal"}
    if stated and shape not in stated:
        return Check(
            check="arc",
            verdict="inconsistent",
            because=f"{figures} is a {shape} arc, but the flight is called {', '.join(sorted(stated))}",
        )
    return Check(
        check="arc",
        verdict="consistent",
        because=f"{figures} is a {shape} arc" + (", as it is called" if stated else ""),
    )


def _time_check(claims: Sequence[Claim], flown: float, apogee: float, teller: str) -> Iterator[Check]:
    times = [m for _, _, value in claimed(claims, "flight_time", Quantity) if (m := middle(value)) is not None]
    if len(times) != 1:
        return
    expected = arc_of(flown, apogee).flight_time
    residual = times[0] - expected
    fits = abs(residual) <= _ARC_TOLERANCE * expected + 120  # boost and re-entry add a minute or two
    because = (
        f"{teller}{flown:,.0f} km with an apogee of {apogee:,.0f} km takes about {expected / 60:,.0f} minutes in free flight; "
        f"{times[0] / 60:,.0f} are stated ({residual / 60:+,.0f})"
    )
    yield Check(check="flight-time", verdict="consistent" if fits else "inconsistent", because=because)


# --- places ----------------------------------------------------------------------------------------------------------------


def _place_fit(claims: Sequence[Claim], text: str) -> Iterator[Check]:
    """The named origin fits the described one: "its eastern coast" against a county in the north-west."""
    origins = [(claim, place) for _, claim, place in claimed(claims, "origin", Place) if place.lat is not None]
    for claim, coast in ((c, p) for c, p in origins if p.kind == "coast"):
        for other, place in ((c, p) for c, p in origins if p.kind not in ("coast", "country")):
            if coast.country is not None and place.country is not None and coast.country != place.country:
                continue
            yield _coast_check(claim, coast, other, place)


def _coast_check(claim: Claim, coast: Place, other: Claim, place: Place) -> Check:
    assert coast.lat is not None
    assert coast.lon is not None
    assert place.lat is not None
    assert place.lon is not None
    apart = distance_km(coast.lat, coast.lon, place.lat, place.lon)
    fits = apart <= around(coast) + around(place)
    because = f"«{other.quote}» ({place.name}) lies {apart:,.0f} km from the middle of «{claim.quote}»"
    return Check(
        check="place-fit",
        verdict="consistent" if fits else "inconsistent",
        because=because + (", along it" if fits else ", which does not fit"),
    )


def _reaches(claims: Sequence[Claim], text: str) -> Iterator[Check]:
    """Origin, heading and distance reach the named sea: the sea's outline is a circle round its middle, so this is coarse."""
    flight = _flight(claims)
    if flight is None:
        return
    origin, reach = flight
    for _, _claim, sea in claimed(claims, "landing", Place):
        if sea.lat is None or sea.lon is None or sea.kind == "overflight" or origin.lat is None or origin.lon is None:
            continue
        away = distance_km(origin.lat, origin.lon, sea.lat, sea.lon)
        slack = around(sea) + around(origin) + 50
        fits = away - slack <= reach <= away + slack
        because = (
            f"{reach:,.0f} km from {origin.name}: {sea.name} begins about {max(0.0, away - slack):,.0f} km away and ends "
            f"about {away + slack:,.0f} km away"
        )
        yield Check(check="reaches-landing", verdict="consistent" if fits else "inconsistent", because=because)


def _flight(claims: Sequence[Claim]) -> tuple[Place, float] | None:
    """The one located origin (not a mere coast) and the longest distance flown."""
    origins = [
        place
        for _, _, place in claimed(claims, "origin", Place)
        if place.lat is not None and place.kind not in ("coast", "country")
    ]
    distances = [m for _, _, value in claimed(claims, "distance", Quantity) if (m := middle(value)) is not None]
    return (origins[0], max(distances)) if origins and distances else None


def _eez(claims: Sequence[Claim], text: str) -> Iterator[Check]:
    """Which zone the impact lies in by nearest-coast equidistance: an estimate, not a boundary."""
    stated = next((value for _, _, value in claimed(claims, "eez", str)), None)
    heading = next((b for _, _, value in claimed(claims, "heading", str) if (b := bearing_of(value)) is not None), None)
    flight = _flight(claims)
    if stated is None or heading is None or flight is None:
        return
    origin, reach = flight
    assert origin.lat is not None
    assert origin.lon is not None
    lat, lon = destination(origin.lat, origin.lon, heading, reach)
    yield _zone_check(stated, lat, lon, around(origin) + 0.2 * reach)


_OWNERS = {"japan": "JPN", "korea": "KOR", "taiwan": "TWN", "philippines": "PHL"}


def _zone_check(stated: str, lat: float, lon: float, slack: float) -> Check:
    side, _, owner = stated.partition("_")
    coasts = nearest_coasts(lat, lon)
    mine = next((km for country, km in coasts if country == _OWNERS.get(owner)), None)
    others = [km for country, km in coasts if country != _OWNERS.get(owner)]
    where = f"the heading and distance end near {lat:.1f}, {lon:.1f}"
    if mine is None or abs(min([EEZ_KM, *others]) - mine) < slack:
        return Check(
            check="eez-side", verdict="undecided", because=f"{where}, too near the line between the coasts to tell"
        )
    inside = mine < min([EEZ_KM, *others])
    fits = inside == (side == "inside")
    because = (
        f"{where}, {mine:,.0f} km from that coast and {min(others, default=0.0):,.0f} km from the nearest other one: "
        f"{'inside' if inside else 'outside'} by equidistance"
    )
    return Check(check="eez-side", verdict="consistent" if fits else "inconsistent", because=because)


_CHECKS: tuple[Callable[[Sequence[Claim], str], Iterator[Check]], ...] = (
    _units,
    _times,
    _class_range,
    _arc,
    _reaches,
    _eez,
    _place_fit,
)
