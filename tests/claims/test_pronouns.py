"""Launching parties that a pronoun takes up: "it" is the launcher the report spoke of last, and nobody else."""

from __future__ import annotations

import pytest

from tests.claims.reading import background_values_of

_TODAY = "North Korea fired two ballistic missiles on Tuesday. "


@pytest.mark.parametrize(
    "history",
    [
        "On March 3, it launched a cruise missile from Sinpo.",
        "On March 3 they also test-fired an anti-aircraft missile.",
        "The regime last launched an ICBM on March 3.",
        "It carried out its first cruise missile launch on March 3.",
    ],
)
def test_a_pronoun_is_the_launcher_told_last(history: str) -> None:
    assert background_values_of(_TODAY + history, "actor") == ["PRK"]


def test_a_party_that_launched_nothing_is_not_taken_up() -> None:
    text = _TODAY + "Japan held a meeting of its security council. On March 3, it launched a ballistic missile."
    assert "JPN" not in background_values_of(text, "actor")
