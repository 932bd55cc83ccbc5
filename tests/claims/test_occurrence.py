"""When a launch took place, a row a wording: all times of the main events, in UTC, of a report published on Wednesday, 18 March 2026."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of

_TIMES: tuple[tuple[str, list[str]], ...] = (
    # a coarser time of the same launch is no second time, whoever tells it
    (
        "North Korea fired a missile on Tuesday morning, Tokyo said. The JCS said it was launched at 6:53 a.m.",
        ["03-16T21:53"],
    ),
    (
        "North Korea fired two missiles on Wednesday. The launch took place near Wonsan at 7:40 a.m., the JCS said.",
        ["03-17T22:40"],
    ),
)


@pytest.mark.parametrize(("text", "times"), _TIMES)
def test_when_a_launch_took_place(text: str, times: list[str]) -> None:
    assert [told(value) for value in values_of(text, "occurred")] == times


def told(value: object) -> str:
    """An interval as printed in the table: one instant, or "first/last"."""
    assert isinstance(value, tuple)
    return str(value[0]) if value[0] == value[1] else "/".join(map(str, value))
