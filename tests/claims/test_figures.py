"""The role of a figure: flown, climbed, lasted, or none of these."""

from __future__ import annotations

import pytest

from tests.claims.reading import values_of

FIRST = "North Korea fired a ballistic missile on Wednesday. "


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("It flew about 600 km.", [(600, 600)]),
        ("The missile traveled 435 miles (700 km) before landing in the sea.", [(700.0650, 700.0650)]),
        ("The missile flew between 570 and 600 kilometers.", [(570, 600)]),
        ("It covered a distance of at least 1,000 kilometres.", [(1000, None)]),
        ("The weapon flew more than 450 km.", [(450, None)]),
        ("The two missiles flew 400 and 600 km respectively.", [(400, 400), (600, 600)]),
        ("The missile has a range of 800 km.", []),
        ("The missile, with a maximum range of 2,000 km, can carry a nuclear warhead.", []),
        ("The missile could fly 15,000 km on a normal trajectory.", []),
        ("It landed 250 km west of Okushiri island.", []),
        ("It fell about 200 kilometers from the coast of Japan.", []),
        ("The missile hit a target 300 km away.", [(300, 300)]),
        ("The JCS said the missile had a range of about 140 km.", [(140, 140)]),
        ("It was a 350-kilometer flight.", [(350, 350)]),
        ("A notice to airmen covering 3,560 km had been issued before the test.", []),
        ("The missile stayed within a danger zone that stretched for about 1,400 km.", []),
        ("A missile from the Sunan area covered 480 km, the army said.", [(480, 480)]),
        ("After 410 kilometers of flight it fell into the sea.", [(410, 410)]),
        ("About 620 kilometers was the flight of one of them.", [(620, 620)]),
        ("The JCS said its estimate of the range is around 1,050km.", [(1050, 1050)]),
        ("The target vessel was around 290 km away from the ship.", [(290, 290)]),
        ("The range of the missile is 5,500 km.", []),
        ("Tokyo gave other figures: about 850 km for the first missile.", [(850, 850)]),
        ("Seoul's military said the missile had gone about 1,000 kilometers.", [(1000, 1000)]),
        ("The army said it had test-fired the missile with a range of 400 km.", []),
        ("KCNA claimed 1,450 km at Mach 11.", [(1450, 1450)]),
        ("It resembles the Hwasong-16B tested in April, which the JCS said flew 610 km.", []),
        ("The missile is to be tested again in July at a range of 250km.", []),
        ("The missile flew 324 nautical miles.", [(600.048, 600.048)]),
        ("Troops fired 600mm rockets.", []),
    ],
)
def test_distances(sentence: str, values: list[tuple[float, float | None]]) -> None:
    assert values_of(FIRST + sentence, "distance") == [
        pytest.approx(value, abs=0.05) if None not in value else value for value in values
    ]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("It reached an altitude of 60 km.", [(60, 60)]),
        ("It flew 300 km at an apogee of around 50 to 60 km.", [(50, 60)]),
        ("The maximum altitude was more than 6,000 km.", [(6000, None)]),
        ("It climbed as high as 2,000 kilometers.", [(2000, 2000)]),
        ("It flew at a 30 km altitude.", [(30, 30)]),
        ("It peaked at 97 km.", [(97, 97)]),
        ("Japan's defence ministry put the maximum altitude at 50 kilometers.", [(50, 50)]),
    ],
)
def test_apogees(sentence: str, values: list[tuple[float, float | None]]) -> None:
    assert values_of(FIRST + sentence, "apogee") == values


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("The missile flew for 53 minutes.", [(3180, 3180)]),
        ("It was airborne for about 74 minutes.", [(4440, 4440)]),
        ("It fell into the sea after a 45-minute flight.", [(2700, 2700)]),
        ("The launches were 20 minutes apart.", []),
        ("Twenty minutes later the alert was lifted.", []),
    ],
)
def test_flight_times(sentence: str, values: list[tuple[float, float]]) -> None:
    assert values_of(FIRST + sentence, "flight_time") == values


def test_mach_is_a_speed() -> None:
    assert values_of(FIRST + "It reached a maximum speed of Mach 6.", "speed") == [pytest.approx((2041.8, 2041.8))]
