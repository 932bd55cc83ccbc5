"""Which way it flew."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("It flew eastward.", ["east"]),
        ("It flew in a northeasterly direction.", ["northeast"]),
        ("It flew towards the south.", ["south"]),
        ("It fell off the east coast.", []),
    ],
)
def test_headings(sentence: str, heading: list[str]) -> None:
    assert values_of("North Korea fired a missile on Wednesday. " + sentence, "heading") == heading
