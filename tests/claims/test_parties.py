"""Who launched: the actor each wording names, or none."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("North Korean forces fired a missile from Sunan.", ["PRK"]),
        ("The DPRK launched a ballistic missile on Wednesday.", ["PRK"]),
        ("A missile was launched by Pakistan on Wednesday.", ["PAK"]),
        ("Seoul says Pyongyang fired three missiles.", ["PRK"]),
        ("The Houthis launched two missiles at a tanker in the Red Sea.", ["Houthis"]),
        ("Hamas fired a barrage of rockets at Tel Aviv.", ["Hamas"]),
        ("Moscow's forces fired six Iskander missiles at Kharkiv.", ["RUS"]),
        ("Two missiles were fired from Wonsan.", []),
        ("An Iranian missile was fired from Semnan on Wednesday.", ["IRN"]),
    ],
)
def test_the_actor_is_who_launched(text: str, actor: list[str]) -> None:
    assert values_of(text, "actor") == actor
