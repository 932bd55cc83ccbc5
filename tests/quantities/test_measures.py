"""Figures with units: what they measure, how their words bound them, and what stands in brackets behind them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchfloor.quantities import Measure, find_measures


def only(text: str) -> Measure:
    measures = find_measures(text)
    assert len(measures) == 1, [measure.printed for measure in measures]
    return measures[0]


@pytest.mark.parametrize(
    ("text", "printed", "low", "high", "bound"),
    [
        ("it covered 412 km in all", "412 km", 412, 412, "exact"),
        ("it covered 412km", "412km", 412, 412, "exact"),
        ("it came down 1,250 kilometres away", "1,250 kilometres", 1250, 1250, "exact"),
        ("it came down 1 250 km away", "1 250 km", 1250, 1250, "exact"),
        ("a flight of 87.5 kms", "87.5 kms", 87.5, 87.5, "exact"),
        ("a 640-kilometer hop", "640-kilometer", 640, 640, "exact"),
        ("a 640‑km hop", "640‑km", 640, 640, "exact"),
        ("six hundred and forty kilometers out", "six hundred and forty kilometers", 640, 640, "exact"),
        ("went thirty-five kilometres up", "thirty-five kilometres", 35, 35, "exact"),
        ("after nearly a hundred kilometres", "nearly a hundred kilometres", 100, 100, "about"),
        ("roughly two dozen kilometers", "roughly two dozen kilometers", 24, 24, "about"),
        ("around 90 klicks", "around 90 klicks", 90, 90, "about"),
        ("an estimated 300 km", "an estimated 300 km", 300, 300, "about"),
        ("about a 300-km flight", "about a 300-km", 300, 300, "about"),
        ("~300 km downrange", "~300 km", 300, 300, "about"),
        ("aproximately 300 kilomters", "aproximately 300 kilomters", 300, 300, "about"),
        ("about 300 killometers", "about 300 killometers", 300, 300, "about"),
        ("300 km or so", "300 km or so", 300, 300, "about"),
        ("more than 300 km", "more than 300 km", 300, None, "over"),
        ("well over 300 km", "well over 300 km", 300, None, "over"),
        ("in excess of 300 km", "in excess of 300 km", 300, None, "over"),
        ("upwards of\n300 km", "upwards of\n300 km", 300, None, "over"),
        ("no less than 300 km", "no less than 300 km", 300, None, "at_least"),
        ("300 km or more", "300 km or more", 300, None, "at_least"),
        ("a 300-plus kilometer flight", "300-plus kilometer", 300, None, "at_least"),
        ("at least about 300 km", "at least about 300 km", 300, None, "at_least"),
        ("up to 300 km", "up to 300 km", None, 300, "at_most"),
        ("300 km at most", "300 km at most", None, 300, "at_most"),
        ("for some 300km (186 miles)", "some 300km", 300, 300, "about"),
        ("200km-300km out", "200km-300km", 200, 300, "exact"),
        ("up to about 300 km", "up to about 300 km", None, 300, "at_most"),
        ("as far as 300 km", "as far as 300 km", None, 300, "at_most"),
        ("no more than 300 km", "no more than 300 km", None, 300, "at_most"),
        ("less than 300 km", "less than 300 km", None, 300, "at_most"),
        ("300 to 350 km", "300 to 350 km", 300, 350, "exact"),
        ("300-350 km", "300-350 km", 300, 350, "exact"),
        ("300–350km", "300–350km", 300, 350, "exact"),
        ("some 300 to 350 km", "some 300 to 350 km", 300, 350, "about"),
        ("between 300 and 350 km", "between 300 and 350 km", 300, 350, "exact"),
        ("between about 300 and 350 km", "between about 300 and 350 km", 300, 350, "about"),
        ("300 km to 350 km", "300 km to 350 km", 300, 350, "exact"),
        ("from 300 to 350 kilometers", "from 300 to 350 kilometers", 300, 350, "exact"),
        ("one or two kilometers", "one or two kilometers", 1, 2, "exact"),
    ],
)
def test_lengths_keep_their_bound(text: str, printed: str, low: float | None, high: float | None, bound: str) -> None:
    measure = only(text)
    assert (measure.kind, measure.printed) == ("length", printed)
    assert (measure.quantity.low, measure.quantity.high, measure.quantity.bound) == (low, high, bound)
    assert text[measure.start : measure.end] == printed


@pytest.mark.parametrize(
    ("text", "kind", "si"),
    [
        ("100 miles", "length", 160.9344),
        ("100 mi off", "length", 160.9344),
        ("100 nautical miles", "length", 185.2),
        ("100 nm off the coast", "length", 185.2),
        ("100 nmi", "length", 185.2),
        ("an altitude of 12,000 feet", "length", 3.6576),
        ("an altitude of 12,000 ft", "length", 3.6576),
        ("8,000m up", "length", 8.0),
        ("at 8,000 metres", "length", 8.0),
        ("500 yards", "length", 0.4572),
        ("a 240mm launcher", "diameter", 0.00024),
        ("a 600-millimetre rocket", "diameter", 0.0006),
        ("flew for 18 minutes", "duration", 1080),
        ("an 18-minute flight", "duration", 1080),
        ("burned for 95 seconds", "duration", 95),
        ("for an hour and 11 minutes", "duration", 4260),
        ("for 1 hour 11 min", "duration", 4260),
        ("for one hour, eleven minutes", "duration", 4260),
        ("for four minutes and 20 seconds", "duration", 260),
        ("for half an hour", "duration", 1800),
        ("for two and a half hours", "duration", 9000),
        ("for about seventy minutes", "duration", 4200),
        ("hit Mach 9", "speed", 3062.7),
        ("hit Mach-9.5", "speed", 3232.85),
        ("hit Mach nine", "speed", 3062.7),
        ("nine times the speed of sound", "speed", 3062.7),
        ("at 900 km/h", "speed", 250.0),
        ("at 900 kilometers per hour", "speed", 250.0),
        ("at 900kph", "speed", 250.0),
        ("at 2 km/s", "speed", 2000.0),
        ("at 500 m/s", "speed", 500.0),
        ("at 100 mph", "speed", 44.704),
        ("at 100 miles an hour", "speed", 44.704),
        ("at 30 knots", "speed", 15.43333333),
    ],
)
def test_units_are_converted(text: str, kind: str, si: float) -> None:
    measure = only(text)
    assert measure.kind == kind
    assert measure.quantity.low == pytest.approx(si)


@pytest.mark.parametrize(
    ("text", "first", "second", "behind"),
    [
        ("flew 220 miles (354 km) east", 354.05568, (354, 354), " (354 km)"),
        ("flew 354 kilometers, or 220 miles, east", 354, (354.05568, 354.05568), ", or 220 miles"),
        ("flew 354km(220 miles)", 354, (354.05568, 354.05568), "(220 miles)"),
        ("flew 354 km (about 220 mi.) east", 354, (354.05568, 354.05568), " (about 220 mi.)"),
        ("flew 354km/220mi east", 354, (354.05568, 354.05568), "/220mi"),
        ("a 354-kilometer (220-mile) flight", 354, (354.05568, 354.05568), " (220-mile)"),
        ("flew 354 km [220 miles]", 354, (354.05568, 354.05568), " [220 miles]"),
        (
            "flew 354 km (220 miles; 191 nautical miles)",
            354,
            (354.05568, 354.05568),
            " (220 miles; 191 nautical miles)",
        ),
        ("flew 300 to 350 km (186 to 217 miles)", 300, (299.337984, 349.227648), " (186 to 217 miles)"),
        (
            "flew 300 km (18,600 miles) east",
            300,
            (29933.7984, 29933.7984),
            " (18,600 miles)",
        ),  # a slip, kept for the check
    ],
)
def test_the_second_unit_of_a_pair(text: str, first: float, second: tuple[float, float], behind: str) -> None:
    measure = only(text)
    assert measure.quantity.low == pytest.approx(first)
    assert measure.converted is not None
    assert (measure.converted.low, measure.converted.high) == pytest.approx(second)
    assert text[measure.end : measure.end_with_pair] == behind


def test_a_range_of_pairs_is_one_measure() -> None:
    measure = only("between 40 km (25 miles) and 55 km (34 miles) high")
    assert (measure.quantity.low, measure.quantity.high) == (40, 55)
    assert measure.converted is not None
    assert (measure.converted.low, measure.converted.high) == pytest.approx((40.2336, 54.717696))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("flew 310 and 480 km respectively", [310, 480]),
        ("flew about 310 and 480 kilometres", [310, 480]),
        ("flew 310, 390 and 480 km", [310, 390, 480]),
        ("flew 310km, 480km respectively", [310, 480]),
        ("flew 310 km (193 miles) and 480 km (298 miles), respectively", [310, 480]),
        ("flew 310 km, 390 km and 480 km", [310, 390, 480]),
        ("flew 310 km and 480 km", [310, 480]),
    ],
)
def test_the_figures_of_a_list_share_a_group(text: str, values: list[float]) -> None:
    measures = find_measures(text)
    assert [measure.quantity.low for measure in measures] == values
    assert len({measure.group for measure in measures}) == 1
    assert measures[0].group is not None


@pytest.mark.parametrize(
    "text",
    [
        "reached 50 km and 300 km in distance",
        "went 50 km up, 300 km out",
        "up to 50 km, over 300 km",
        "50 km high; 300 km far",
    ],
)
def test_figures_of_different_roles_share_none(text: str) -> None:
    assert [measure.group for measure in find_measures(text)] == [None, None]


def test_the_pairs_of_a_list_go_to_their_figures() -> None:
    first, second = find_measures("flew 310 and 480 km (193 and 298 miles)")
    assert first.converted is not None
    assert second.converted is not None
    assert first.converted.low == pytest.approx(193 * 1.609344)
    assert second.converted.low == pytest.approx(298 * 1.609344)


@pytest.mark.parametrize(
    "text",
    [
        "it cost $5m and fed 5m people",
        "a chip made in a 7nm process",
        "1.5 million km",
        "at 1735 hours the alarm rang",
        "the two second-stage engines",
        "the KN-23 missiles",
        "an area of 700 square kilometres and 30 km²",
        "at 12:30 kilometres were mentioned",
        "in 2019 the 57th meeting took place",
        "three days and two weeks later",
        "hundreds of miles an hour",
        "",
    ],
)
def test_what_only_looks_like_a_measure(text: str) -> None:
    assert find_measures(text) == ()


def test_a_year_is_no_figure_of_a_list() -> None:
    assert only("In 2019, 600 km was the mark").quantity.low == 600
    assert only("in 2019 and 600 km away").quantity.low == 600


def test_a_range_in_mach() -> None:
    for text in ("Mach 5-6", "Mach 5 to 6", "Mach 5 to Mach 6", "between Mach 5 and Mach 6", "between Mach 5 and 6"):
        quantity = only(text).quantity
        assert (quantity.low, quantity.high) == pytest.approx((1701.5, 2041.8))


_VOCABULARY = """12 4,300 0.5 two hundred a an and or to - – ( ) , ; km miles Mach minutes hour about up over more than
between İ m nm mm /s respectively times the speed of sound dozen several salvo"""
_WORDS = st.lists(st.sampled_from([*_VOCABULARY.split(), "\u00a0"]), max_size=14)


@given(st.one_of(st.text(max_size=80), _WORDS.map(" ".join), _WORDS.map("".join)))
def test_measures_stand_in_order_inside_the_text(text: str) -> None:
    position = 0
    for measure in find_measures(text):
        assert position <= measure.start < measure.end <= measure.end_with_pair <= len(text)
        assert measure.printed == text[measure.start : measure.end]
        low, high = measure.quantity.low, measure.quantity.high
        assert low is None or high is None or low <= high
        position = measure.end


@given(
    st.integers(1, 20000),
    st.sampled_from(["about", "over", "at least", "up to", ""]),
    st.sampled_from([" km", "km", "-kilometer", " kilometres"]),
)
def test_printed_figures_are_read_back(value: int, bound: str, unit: str) -> None:
    measure = only(f"it flew {bound} {value:,}{unit} east")
    assert value in (measure.quantity.low, measure.quantity.high)
