"""What a launch was for: its own drill, not another's; the attack told later; the orbit its satellite reached."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of


@pytest.mark.parametrize(
    ("text", "purposes"),
    [
        # drills of the launching party
        ("South Korea fired a Hyunmoo missile in joint drills with the US on Wednesday.", {"drill"}),
        (
            "North Korea fired two missiles on Wednesday. KCNA said Kim oversaw a drill of his tactical units.",
            {"drill"},
        ),
        ("North Korea fired two missiles on Wednesday. The drill was held over the Yellow Sea, KCNA said.", {"drill"}),
        (
            "North Korea fired a missile on Wednesday. The exercise brought together three navies, officials said.",
            set(),
        ),
        ("Two ballistic missiles flew 600 km on Wednesday. The drill drew in sailors of two navies, officials said.", set()),
        ("North Korea staged a striking drill of 600-millimeter multiple rocket launchers on Wednesday.", {"drill"}),
        ("Iran fired cruise missiles under its annual naval exercise on Wednesday.", {"drill"}),
        # drills of others
        ("North Korea fired two missiles on Wednesday as Seoul and Washington held joint drills.", set()),
        ("North Korea fired two missiles on Wednesday after warning of a response to live-fire drills.", set()),
        # attacks told later, of no other party
        ("The Houthis fired a missile at Israel on Wednesday. The attack set off sirens.", {"attack"}),
        ("A tanker was hit by two missiles in the Red Sea on Wednesday.", {"attack"}),
        ("The Houthis fired a missile at Israel on Wednesday. Israel's strike on Yemen followed.", set()),
        ("Iran test-fired a missile on Wednesday. The attack on its embassy was condemned.", {"test"}),
        ("A target barge was hit by two Moskit missiles off Vladivostok on Wednesday.", set()),
        ("China conducted a conventional missile strike on waters east of Taiwan on Wednesday.", set()),
        # what a rocket took up
        ("Japan launched an H3 rocket on Wednesday. It put a weather satellite in orbit.", {"orbital"}),
    ],
)
def test_purposes(text: str, purposes: set[str]) -> None:
    assert set(values_of(text, "purpose")) == purposes


def test_rounds_of_a_launcher_are_counted_and_typed() -> None:
    text = "North Korea fired 10 rounds of multiple rocket launchers on Wednesday."
    assert (values_of(text, "count"), values_of(text, "weapon")) == ([(10.0, 10.0)], ["artillery_rocket"])
