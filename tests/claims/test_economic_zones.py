"""On which side of an economic zone it came down, and whose zone it is."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of


@pytest.mark.parametrize(
    ("sentence", "eez"),
    [
        ("It landed inside Japan's exclusive economic zone.", ["inside_japan"]),
        ("It fell outside Japan's EEZ.", ["outside_japan"]),
        ("Tokyo said it did not enter Japan's exclusive economic zone.", ["outside_japan"]),
        ("None of the missiles reached Japan's EEZ.", ["outside_japan"]),
    ],
)
def test_economic_zones(sentence: str, eez: list[str]) -> None:
    assert values_of("North Korea fired a missile on Wednesday. " + sentence, "eez") == eez
