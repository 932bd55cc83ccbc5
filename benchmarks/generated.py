"""News reports made from templates, the same for the same seed: what the benchmark reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

SHORTEST, LONGEST = 300, 8_000  # characters; lengths in between are as often in 0.3–0.6 k as in 4–8 k
LAUNCH_SHARE = 2 / 3

PLACES = ("Sunan", "Wonsan", "Sinpo", "Kusong", "Hamhung", "Tongchang-ri", "Taegwan", "Sangwon")
WEAPONS = ("short-range ballistic missile", "ballistic missile", "cruise missile", "intercontinental ballistic missile")
AGENCIES = (
    "South Korea's Joint Chiefs of Staff",
    "Japan's defense ministry",
    "the South Korean military",
    "Japan's coast guard",
    "a United States official",
)
OUTLETS = ("Harbour Courier", "The Quay Gazette", "Coastal Press", "Northern Ledger")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = ("a", "two", "three", "at least four", "several")

LEADS = (
    "North Korea fired {number} {weapon}{s} toward the East Sea on {day}, {agency} said.",
    "{number_capital} {weapon}{s} flew about {km} km from the {place} area on {day} morning, {agency} said.",
    "Pyongyang launched {number} {weapon}{s} off its east coast around {clock} a.m. on {day}, according to {agency}.",
)
DETAILS = (
    "{agency_capital} said the launch was detected at {clock} a.m. from the {place} area.",
    "The missile reached an altitude of about {height} km and travelled {km} km ({miles} miles), {agency} said.",
    "It fell outside Japan's exclusive economic zone, and no damage to ships or aircraft was reported, {agency} said.",
    "{agency_capital} put the distance at more than {less} km and the peak height at {height} km.",
    "The flight lasted about {minutes} minutes on an irregular path, {agency} added.",
    "It was the North's first launch since {month} {year}, when it test-fired a cruise missile.",
)
FILLERS = (
    "The council of the port town met on {day} to discuss the repair of the breakwater and the price of moorings.",
    "Analysts said the timing had more to do with the coming party congress than with the exercise of last week.",
    "Trade between the two countries grew by {less} million dollars in the past year, customs figures showed.",
    "A spokeswoman said the minister would travel to Brussels in {month} for talks on shipping and insurance.",
    "The exercise brought together {minutes} vessels and thousands of sailors from three navies, officials said.",
    "Residents near the harbour had heard nothing unusual, they said, and went on with the market as on any other day.",
    "The two leaders last met in {month} {year} and agreed to reopen the telephone line between their offices.",
    "Shares in Seoul closed {height} points lower, while the won held steady against the dollar.",
)
FURNITURE = (
    "People watch a television showing a file image of a missile launch, Seoul, {month} 3, {year}. (Kim/Coastal Press)",
    "Share\nPost\nEmail",
    "Advertisement",
)
TEASERS = (
    "You may also like",
    "Fireworks rocket sets roof on fire in suburb",
    "Ferry pier to close for repairs",
    "Film festival launches new prize",
)


def reports(count: int, *, seed: int = 7) -> Iterator[dict[str, Any]]:
    """`count` batch lines: {"id", "text", "published", "outlet", "language"}, two thirds of them with a launch."""
    random = Random(seed)
    for number in range(count):
        yield _report(random, number)


def _report(random: Random, number: int) -> dict[str, Any]:
    published = date(2022, 1, 1) + timedelta(days=random.randrange(1500))
    length = round(SHORTEST * (LONGEST / SHORTEST) ** random.random())
    told = random.random() < LAUNCH_SHARE
    opening = [_filled(random, random.choice(LEADS if told else FILLERS))]
    return {
        "id": f"generated-{number}",
        "text": "\n\n".join([*opening, *_paragraphs(random, length - len(opening[0]), told=told)]),
        "published": published.isoformat(),
        "outlet": random.choice(OUTLETS),
        "language": "en",
    }


def _paragraphs(random: Random, length: int, *, told: bool) -> Iterator[str]:
    """Paragraphs of about `length` characters: details first where there is a launch, then news of other things."""
    left = length
    details = list(random.sample(DETAILS, 4)) if told else []
    while left > 0:
        templates = [details.pop() if details else random.choice(FILLERS) for _ in range(random.randint(1, 3))]
        paragraph = " ".join(_filled(random, template) for template in templates)
        left -= len(paragraph)
        yield paragraph
        if random.random() < 0.15:
            yield _filled(random, random.choice(FURNITURE))
    if length > 2_000:
        yield "\n".join(TEASERS)


def _filled(random: Random, template: str) -> str:
    agency = random.choice(AGENCIES)
    number = random.choice(NUMBERS)
    km = random.randrange(200, 1400, 10)
    return template.format(
        agency=agency,
        agency_capital=agency[0].upper() + agency[1:],
        number=number,
        number_capital=number.capitalize(),
        s="" if number == "a" else "s",
        weapon=random.choice(WEAPONS),
        place=random.choice(PLACES),
        day=random.choice(WEEKDAYS),
        clock=f"{random.randrange(5, 12)}:{random.randrange(60):02}",
        km=km,
        miles=round(km / 1.609344),
        less=km - 150,
        height=random.randrange(25, 700, 5),
        minutes=random.randrange(6, 70),
        month=random.choice(("January", "March", "June", "October")),
        year=random.randrange(2017, 2022),
    )
