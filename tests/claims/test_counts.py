"""How many were launched, where the weapon phrase alone does not say it."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("North Korea conducted two test launches of the Musudan on Wednesday.", [(2.0, 2.0)]),
        ("Two test shots of the North's Musudan missile failed on Wednesday.", [(2.0, 2.0)]),
        ("Ballistic missiles, 14 in number, were fired by Iran on Wednesday.", [(14.0, 14.0)]),
        ("North Korea fired projectiles on Wednesday. The two projectiles flew 380 km.", [(2.0, 2.0)]),
        (
            "Six more missiles, thought to be surface-to-air missiles, were fired by North Korea on Wednesday.",
            [(6.0, 6.0)],
        ),
        ("Around 10 multiple launch rockets were fired by North Korea on Wednesday.", [(10.0, 10.0)]),
        ("The army said 30 launches were detected from Lebanon on Wednesday.", [(30.0, 30.0)]),
        ("Iran's Guards launched 16 missiles of the Emad, Ghadr and Zolfaghar types on Wednesday.", [(16.0, 16.0)]),
        (
            "Two missiles were fired on Wednesday. The first, a short-range missile, was launched from Jangyon.",
            [(2.0, 2.0)],
        ),
        ("US-made ATACMS hit two sites in Kursk on Wednesday, Moscow said.", []),
        # one of those fired is no count of its own
        ("Iran fired 200 missiles at Israel on Wednesday. One missile hit a school in Gedera.", [(200.0, 200.0)]),
    ],
)
def test_counts(text: str, counts: list[tuple[float, float | None]]) -> None:
    assert values_of(text, "count") == counts


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("North Korea fired a missile on Wednesday. The military is closely monitoring the situation.", set()),
        (
            "North Korea fired a missile on Wednesday. Seoul stepped up surveillance for additional launches.",
            {"follow_up"},
        ),
        (
            "North Korea fired a missile on Wednesday. Signs of preparation had been detected beforehand.",
            {"preparation"},
        ),
    ],
)
def test_watch_kept(text: str, attributes: set[str]) -> None:
    assert {name for name in ("follow_up", "preparation") if values_of(text, name)} == attributes
