"""What the sentences read so far have set: the launching country, the day, site and weapon in focus, the speakers."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property, lru_cache

from msgspec import structs

from watchfloor.claims.attribution.speaker_memory import SpeakerMemory
from watchfloor.claims.findings import Finding
from watchfloor.claims.flights.purposes import tells_of_others_drill
from watchfloor.claims.grammar.phrases import Phrases, lexicon_phrases
from watchfloor.claims.grammar.sentences import FACT_ZONES
from watchfloor.claims.grammar.units import Tagged
from watchfloor.claims.launches.implied_actors import Owner
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.dates import Anchor, anchor_from, offset_of
from watchfloor.lexicons import names, table
from watchfloor.places import Gazetteer
from watchfloor.records import Mention, Place, Report, Speaker, When

_OPENING = 400  # characters: the headline and the lead


class Discourse:
    """What the sentences so far have set: the launching country, the day in focus, the weapon in focus, the speakers."""

    def __init__(self, report: Report, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        text = facts_text(report)
        self.text = text.lower()
        self.anchor: Anchor = anchor_from(report.published, text)
        self.orbital = any(
            lexicon_phrases("en/outcomes.toml", "purpose", key).search(self.text)
            for key in ("orbital", "space_context")
        )
        self.others_drill = tells_of_others_drill(self.text)
        self.home = _home(report, gazetteer)
        self.outlet = report.outlet.casefold() if report.outlet is not None else None
        self.memory = SpeakerMemory(home=self.home)
        self.country: str | None = None
        self.launchers: frozenset[str] = frozenset()  # who has been said to launch
        self.party: str | None = None  # the launcher that the last sentence with a party was about, which "it" takes up
        self.day: date | None = None
        self.last_day: date | None = None  # the day of the launch told last, of history too
        self.year: int | None = None  # the one told last
        self.day_told: date | None = None  # the day the first launch was told on, where its own is not
        self.site: Place | None = None
        self.places: dict[str, Place] = {}  # the origin and the landing told last, which "the same area" takes up
        self.target: str | None = None  # the country the launch in focus came down on
        self.features: frozenset[str] = frozenset()
        self.systems: frozenset[str] = frozenset()
        self.system_names: dict[str, str] = {}  # of each system, the name the report gives it first
        self.speaking: tuple[Speaker, ...] | None = None  # who speaks in the sentence at hand, None where nobody does
        self.listed: tuple[Speaker, ...] = ()  # whose words the list at hand gives
        self.item: int | None = None  # the paragraph of its last entry
        self.owner: Owner | None = None  # whose the weapon is first said to be
        self.peaceful = False  # whether what is told is a test, a drill or a space flight
        self.told = False  # whether a launch has been told yet
        self.introduced = False  # and told as news, not only taken up as known
        self.heading: tuple[int, date] | None = None  # the day a paragraph opens with, which its entries are of
        self.recalled: int | None = None  # the paragraph of the history told last
        self.entered: int | None = None  # the paragraph of the last launch told by an entry

    def speak_of(self, party: str | None) -> None:
        """A sentence was about a party: "it" means that one if it launches, and nobody known if it does not."""
        if party is not None:
            self.party = party if party in self.launchers else None

    @cached_property
    def topic(self) -> str | None:
        """The first country the report names, by whose clocks it goes where nothing else tells."""
        match = _country_names().search(self.text)
        return None if match is None else _countries_named()[match.group()]

    @cached_property
    def on_the_bench(self) -> bool:
        """Whether the report opens with a test on the ground, of an engine or a motor."""
        opening = self.text[:_OPENING].replace("-", " ")
        return lexicon_phrases("en/launches.toml", "bench", "words").search(opening) is not None

    @property
    def under_attack(self) -> bool:
        """Whether the launch in focus came down on another country, and is no test."""
        return self.target is not None and not self.peaceful

    def day_in(self, paragraph: int) -> date | None:
        """The day in focus for the times of a paragraph: the one that heads it, else that of the launch told last."""
        return self.heading[1] if self.heading is not None and self.heading[0] == paragraph else self.day

    def by_first_name(self, clause: Tagged, finding: Finding) -> Finding:
        """The finding with the name the report gave its system first: KN-23 stays KN-23 where KCNA calls it Hwasong-11A."""
        row = clause.units[finding.unit].roles.get("system") if finding.attribute == "system" else None
        if row is None:
            return finding
        return structs.replace(finding, value=self.system_names.setdefault(row["name"], str(finding.value)))

    def zone(self, country: str | None, site: Place | None = None) -> str:
        """The zone launches of a country are told in; where it has several, the one of the launch site."""
        known = country or self.country or (self.site.country if self.site is not None else None)
        known = known or self.home or next(filter(None, map(_makers().get, sorted(self.systems))), None)
        known = known or self.memory.country or self.topic or ""  # of who spoke last, else what the report is about
        return _local_zone(known, site or self.site) or _zones().get(known, "UTC")


def _home(report: Report, gazetteer: Gazetteer) -> str | None:
    """The country a report is written from: its dateline's, else its outlet's."""
    if report.dateline is not None:
        for phrase in gazetteer.find_places(report.dateline, country=None):
            if phrase.place.country is not None:
                return phrase.place.country
    return _outlet_countries().get((report.outlet or "").casefold())


@lru_cache(maxsize=1)
def _countries_named() -> dict[str, str]:
    """Names of countries and demonyms, in small letters → the country."""
    rows = [row for row in table("world/countries.csv", required=("alpha3", "name", "source")) if row["timezone"]]
    return {
        name.casefold(): row["alpha3"] for row in rows for name in (row["name"], *row["demonyms"].split(";")) if name
    }


@lru_cache(maxsize=1)
def _country_names() -> Phrases:
    return Phrases(_countries_named())


@lru_cache(maxsize=1)
def _makers() -> dict[str, str]:
    """System → the country that makes it, by whose clocks its tests are told where nobody is said to have launched it."""
    return {row["name"]: row["country"] for row in table("world/systems.csv") if row["country"]}


@lru_cache(maxsize=1)
def _outlet_countries() -> dict[str, str]:
    return {
        name.casefold(): row["country"] for row in table("world/outlets.csv") for name in names(row) if row["country"]
    }


def facts_text(report: Report) -> str:
    """Headline and body alone, captions and teasers left out."""
    return "\n".join(report.text[span.start : span.end] for span in report.zones if span.zone in FACT_ZONES)


def move_focus(discourse: Discourse, mention: Mention, trigger: Trigger) -> None:
    discourse.told = True
    discourse.introduced = discourse.introduced or not (trigger.anaphoric or mention.background)
    discourse.last_day = _day_of(mention, discourse.zone(trigger.actor)) or discourse.last_day
    if mention.background or mention.embedded:
        return
    purposes = {claim.value for claim in mention.claims if claim.attribute == "purpose"}
    discourse.peaceful = (
        discourse.peaceful or bool(purposes & {"test", "drill", "orbital"}) or discourse.country == "PRK"
    )
    if trigger.objects:
        discourse.features = trigger.objects[0].features
        named = frozenset(str(row["name"]) for phrase in trigger.objects for _, row in phrase.systems)
        discourse.systems = named or discourse.systems
    discourse.target = next(
        (
            c.value.country
            for c in mention.claims
            if c.attribute == "landing"
            and isinstance(c.value, Place)
            and is_struck(c.value, trigger.actor or discourse.country)
        ),
        discourse.target,
    )
    discourse.site = next(
        (c.value for c in mention.claims if c.attribute == "origin" and isinstance(c.value, Place)), discourse.site
    )
    discourse.day = _day_of(mention, discourse.zone(trigger.actor)) or discourse.day


def _day_of(mention: Mention, zone: str) -> date | None:
    """The first day a mention dates its launch to, None where it tells of none."""
    times = (c.value for c in mention.claims if c.attribute == "occurred" and isinstance(c.value, When))
    return next((day for when in times if (day := local_day(when, zone)) is not None), None)


def is_struck(place: Place, actor: str | None) -> bool:
    return place.country not in (None, actor) and place.kind not in _NOT_LAND


_NOT_LAND = frozenset({"overflight", "sea", "ocean", "strait", "waters", "coast", "gulf", "bay", None})


def local_day(when: When, zone: str) -> date | None:
    """The launch site's own day of an instant, where the interval is no longer than a day."""
    if when.first is None or when.last is None or when.last - when.first > timedelta(hours=25):
        return None
    middle = when.first + (when.last - when.first) / 2
    return (middle + offset_of(zone, middle)).date()


def _local_zone(country: str, site: Place | None) -> str | None:
    if site is None or site.lat is None or site.lon is None:
        return None
    for row in table("world/local_zones.csv", required=("country", "timezone", "source")):
        inside = float(row["south"]) <= site.lat <= float(row["north"]) and float(row["west"]) <= site.lon <= float(
            row["east"]
        )
        if row["country"] in (country, site.country) and inside:
            return row["timezone"]
    return None


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    """Launching country → the zone its launches are told in. Koreas: UTC+9 throughout, as the press prints it."""
    return {
        row["alpha3"]: row["timezone"]
        for row in table("world/countries.csv", required=("alpha3", "name", "source"))
        if row["timezone"]
    }
