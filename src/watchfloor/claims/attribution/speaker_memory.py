"""What a report has told of its speakers so far: the last one, those heard, and the names and titles it has introduced."""

from __future__ import annotations

from collections.abc import Iterable

from watchfloor.records import Speaker

RELAY_KINDS = frozenset(
    {"wire", "newspaper", "broadcaster", "online", "magazine", "agency_state", "aggregator", "trade", "outlet"}
)


class SpeakerMemory:
    """What a report has told of its speakers so far: the last one, and the names it has introduced."""

    def __init__(self, country: str | None = None, *, home: str | None = None) -> None:
        self.country = country
        self.home = home  # the country the report is written from
        self.launcher: str | None = None  # whose state media and ministries are meant where nobody else is
        self.last: tuple[Speaker, ...] = ()
        self.relay: Speaker | None = None  # the last outlet that told something
        self._heard: list[Speaker] = []  # every agency and official so far, the last one last
        self._names: dict[str, Speaker] = {}
        self._bare: dict[str, Speaker] = {}
        self._titles: dict[str, Speaker] = {}

    def learn(self, speakers: tuple[Speaker, ...]) -> None:
        observers = tuple(speaker for speaker in speakers if speaker.kind not in RELAY_KINDS)
        self.relay = next((speaker for speaker in speakers if speaker.kind in RELAY_KINDS), self.relay)
        if observers:
            self.last = observers
            self._heard.extend(observers)
            self.country = observers[-1].country or self.country

    def introduce(self, surname: str, speaker: Speaker) -> None:
        self._names[surname] = speaker

    def named(self, surname: str) -> Speaker | None:
        return self._names.get(surname)

    def heard_as(self, nouns: tuple[str, ...]) -> Speaker | None:
        """The last speaker whose name holds one of the nouns: "the ministry" is the last one that is a ministry."""
        for speaker in reversed(self._heard):
            if any(noun in f"{speaker.agency or ''} {speaker.printed or ''}".lower().split() for noun in nouns):
                return speaker
        return None

    def entitle(self, titles: Iterable[str], speaker: Speaker) -> None:
        """Learn who "the governor" or "the spokesman" is from "Governor Oleh Kiper"."""
        self._titles.update(dict.fromkeys(titles, speaker))

    def titled(self, title: str) -> Speaker | None:
        return self._titles.get(title)

    def remember_bare(self, form: str, speaker: Speaker) -> None:
        self._bare[form] = speaker

    def bare(self, form: str) -> Speaker | None:
        return self._bare.get(form)
