"""Where it was fired from and where it came down."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("North Korea fired a missile from Sunan toward the East Sea.", ["Sunan"]),
        ("North Korea fired a missile from an inland site near Kusong.", ["Kusong"]),
        ("North Korea launched two missiles from the Wonsan area into the East Sea.", ["Wonsan"]),
        ("North Korea fired two missiles, one from Kusong and the other from Wonsan.", ["Kusong", "Wonsan"]),
        ("India test-fired an Agni-P missile off the coast of Odisha, officials in New Delhi said.", []),
        ("North Korea fired a missile. Officials met in Wonsan.", []),
    ],
)
def test_origins(text: str, origins: list[str]) -> None:
    found = [str(value) for value in values_of(text, "origin")]
    assert len(found) == len(origins)
    assert all(name.startswith(wanted) or wanted in name for name, wanted in zip(found, origins, strict=True))


@pytest.mark.parametrize(
    ("text", "landings"),
    [
        ("North Korea fired a missile into the Sea of Japan.", ["East Sea"]),
        ("North Korea fired a missile toward the Yellow Sea.", ["Yellow Sea"]),
        ("North Korea fired a missile. It splashed down in the Pacific Ocean.", ["Pacific Ocean"]),
        ("Iran fired a missile at Haifa on Wednesday.", ["Haifa"]),
        ("North Korea fired a missile from Sunan.", []),
    ],
)
def test_landings(text: str, landings: list[str]) -> None:
    assert values_of(text, "landing") == landings


def test_where_the_crew_came_from_is_no_origin() -> None:
    text = (
        "U.S. Air Force Global Strike Command airmen from the service's bases in Wyoming and Montana launched an unarmed "
        "Minuteman III from Vandenberg Air Force Base on Wednesday."
    )
    assert values_of(text, "origin") == ["Vandenberg Space Force Base"]
