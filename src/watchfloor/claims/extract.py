"""From a report to its mentions: every telling of a launch, with the claims it makes and who makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from msgspec import structs

from watchfloor.claims.attribution import Attribution, attributions, says_again, speakers_of
from watchfloor.claims.context import ending
from watchfloor.claims.figures import figures
from watchfloor.claims.findings import Finding
from watchfloor.claims.outcomes import coded_findings, purposes
from watchfloor.claims.phrases import Phrases, lexicon_phrases
from watchfloor.claims.sentences import FACT_ZONES, Sentence, sentences_of
from watchfloor.claims.speakers import SpeakerMemory, speakers_in
from watchfloor.claims.timing import launch_times
from watchfloor.claims.triggers import Trigger, find_triggers
from watchfloor.claims.units import Tagged, tag_sentence
from watchfloor.claims.weapon_findings import launched_weapons, named_weapons
from watchfloor.claims.weapons import WeaponPhrase, weapon_phrases
from watchfloor.claims.whereabouts import economic_zones, headings, own_waters, places_of
from watchfloor.dates import Anchor, TimeExpression, anchor_from, offset_of, resolve
from watchfloor.lexicons import names, table, words
from watchfloor.places import Gazetteer
from watchfloor.records import Claim, Mention, Place, Report, Speaker, When

_NAMED_MODEL = re.compile(
    r"[A-Z][a-z]{1,14}-\d|KN-"
)  # "Hwasong-18": a name that may be all a sentence says of a weapon
_SUBJECT_TAKEN_UP = ("They ", "It ", "Both ")
_TAKEN_UP = re.compile(r"(?:It|They|He|She)\b")  # a subject that the sentence before has named


class Discourse:
    """What the sentences so far have set: the launching country, the day in focus, the weapon in focus, the speakers."""

    def __init__(self, report: Report, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.anchor: Anchor = anchor_from(report.published, facts_text(report))
        self.orbital = bool(
            lexicon_phrases("en/outcomes.toml", "purpose", "orbital").search(facts_text(report).lower())
        )
        self.home = _home(report, gazetteer)
        self.memory = SpeakerMemory(home=self.home)
        self.country: str | None = None
        self.day: date | None = None
        self.site: Place | None = None
        self.target: str | None = None  # the country the launch in focus came down on
        self.features: frozenset[str] = frozenset()
        self.told = False  # whether a launch has been told yet

    def zone(self, country: str | None, site: Place | None = None) -> str:
        """The zone launches of a country are told in; where it has several, the one of the launch site."""
        known = country or self.country or (self.site.country if self.site is not None else None) or self.home or ""
        return _local_zone(known, site or self.site) or _zones().get(known, "UTC")


def _home(report: Report, gazetteer: Gazetteer) -> str | None:
    """The country a report is written from: its dateline's, else its outlet's."""
    if report.dateline is not None:
        for phrase in gazetteer.find_places(report.dateline, country=None):
            if phrase.place.country is not None:
                return phrase.place.country
    return _outlet_countries().get((report.outlet or "").casefold())


@lru_cache(maxsize=1)
def _outlet_countries() -> dict[str, str]:
    return {
        name.casefold(): row["country"] for row in table("world/outlets.csv") for name in names(row) if row["country"]
    }


def facts_text(report: Report) -> str:
    """Headline and body alone, captions and teasers left out."""
    return "\n".join(report.text[span.start : span.end] for span in report.zones if span.zone in FACT_ZONES)


def extract_mentions(report: Report, *, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions of launches in a report's headline and body, in reading order, each with its attributed claims."""
    discourse = Discourse(report, gazetteer)
    found: list[Mention] = []
    skipped: Sentence | None = None
    told: list[int] = []  # where the mentions of the sentence before stand in `found`
    for sentence in sentences_of(report):
        if _SAID_SO.search(sentence.text):
            _credit(sentence, found, told, discourse)
        if skipped is not None and _TAKEN_UP.match(sentence.text):
            _listen(skipped, discourse)
        skipped = sentence
        if _may_tell(sentence.text, told=discourse.told):
            before = len(found)
            found.extend(_mentions_in(sentence, discourse))
            told = list(range(before, len(found))) or told
            skipped = None
    return tuple(found)


_SAID_SO = re.compile(
    r"\b(?:said|reported|announced|stated|wrote|posted|confirmed) (?:this|so|it) (?:in|on|at|during|to|via|by)\b"
    r"|^This was (?:reported|announced|stated|confirmed) by\b"
)


def _credit(sentence: Sentence, found: list[Mention], told: list[int], discourse: Discourse) -> None:
    """Give the sentence before to its speaker: "Oleh Syniehubov, the governor, said this on Telegram"."""
    clause = tag_sentence(sentence, gazetteer=discourse.gazetteer, country=discourse.country)
    made = attributions(clause, discourse.memory)
    speakers = next((a.speakers for a in made if not a.is_relay), ())
    for at in told if speakers else ():
        claims = tuple(
            structs.replace(claim, claimant=speaker) if claim.claimant is None else claim
            for claim in found[at].claims
            for speaker in (speakers if claim.claimant is None else (claim.claimant,))
        )
        found[at] = structs.replace(found[at], claims=claims)


def _may_tell(text: str, *, told: bool) -> bool:
    """Whether a sentence may open a launch, or go on about one already told: a cheap test that spares most sentences."""
    lower = text.lower()
    if _stems("opening").stands_in(lower) or _NAMED_MODEL.search(text) is not None:
        return True
    return told and (text.startswith(_SUBJECT_TAKEN_UP) or _stems("going_on").stands_in(lower))


@lru_cache(maxsize=2)
def _stems(key: str) -> Phrases:
    return Phrases(words("en/context.toml")["gate"][key])


def _listen(sentence: Sentence, discourse: Discourse) -> None:
    """Learn who spoke in a sentence that tells nothing of a launch, for the "It said" that follows it."""
    clause = tag_sentence(sentence, gazetteer=discourse.gazetteer, country=discourse.country)
    if not attributions(clause, discourse.memory):
        named = next((at for at, unit in enumerate(clause.units[:8]) if unit.tag in "gbo"), None)
        if named is not None:
            discourse.memory.learn(speakers_in(clause, 0, named, discourse.memory))


def _mentions_in(sentence: Sentence, discourse: Discourse) -> Iterator[Mention]:
    clause = tag_sentence(sentence, gazetteer=discourse.gazetteer, country=discourse.country)
    speaking = discourse.memory.last if says_again(sentence.text) else ()
    phrases = weapon_phrases(clause, orbital=discourse.orbital)
    if discourse.country is None:
        discourse.country = next((phrase.demonym for phrase in phrases if phrase.demonym is not None), None)
    triggers = find_triggers(clause, phrases, home=discourse.home)
    _learn_country(discourse, [trigger for trigger in triggers if trigger.realis == "asserted"])
    attributed = attributions(clause, discourse.memory)
    triggers = tuple(structs.replace(t, realis="denied") if _is_denied(clause, t, attributed) else t for t in triggers)
    if discourse.told:
        past = _is_history(
            clause, discourse
        )  # "two missiles flew …" goes on about those fired, "In 1980 one flew …" does not
        triggers = tuple(t for t in triggers if past or t.voice != "flight")
    live = [trigger for trigger in triggers if trigger.realis == "asserted"]
    if live:
        yield from _told(clause, phrases, triggers, attributed, speaking, discourse)
    elif discourse.told and not (triggers and not _continues(clause, phrases)):
        yield from _continued(clause, phrases, attributed, speaking, discourse)


def _is_denied(clause: Tagged, trigger: Trigger, attributed: tuple[Attribution, ...]) -> bool:
    """Whether a speaker denies the launch: "Seoul denied that the North had fired a missile"."""
    denying = words("en/attribution.toml")["denying"]["cues"]
    return any(a.covers(trigger.unit) and clause.units[a.cue].word in denying for a in attributed)


def _learn_country(discourse: Discourse, live: list[Trigger]) -> None:
    for trigger in live:
        if trigger.actor is not None and not trigger.background and discourse.country is None:
            discourse.country = trigger.actor
            discourse.memory.launcher = trigger.actor


# --- sentences that tell a launch ------------------------------------------------------------------------------------------


def _told(
    clause: Tagged,
    phrases: tuple[WeaponPhrase, ...],
    triggers: tuple[Trigger, ...],
    attributed: tuple[Attribution, ...],
    speaking: tuple[Speaker, ...],
    discourse: Discourse,
) -> Iterator[Mention]:
    groups = _coordinated(clause, triggers)
    shared = list(_shared_findings(clause, phrases, triggers, attributed, discourse))
    if discourse.told and all(g[0].embedded or (g[0].voice == "participle" and not g[0].objects) for g in groups):
        past = _is_history(clause, discourse)
        outside = [
            f
            for f in shared
            if not any(_inside(clause, g, f) for g in groups) and not (past and f.attribute == "occurred")
        ]
        shared = [f for f in shared if f not in outside]
        aside = _mention(
            clause,
            None,
            [f for f in outside if f.attribute != "occurred"],
            attributed,
            speaking,
            discourse,
            background=False,
        )
        if aside is not None:
            yield aside
    for number, group in enumerate(groups):
        lead = next((trigger for trigger in group if not trigger.anaphoric), group[0])
        if lead.realis != "asserted":
            continue
        if not discourse.told and number == 0 and lead.embedded:
            lead = structs.replace(lead, embedded=False)  # "… just past midnight as a missile climbed out of its silo"
        findings = [f for trigger in group for f in _trigger_findings(clause, phrases, trigger, discourse)]
        findings += [f for f in shared if _governor(clause, groups, f) == number]
        if discourse.country is None and not lead.background:
            discourse.country = next((str(f.value) for f in findings if f.attribute == "actor"), None)
            discourse.memory.launcher = discourse.country
        if not any(f.attribute == "occurred" for f in findings):
            findings += _days_before(clause, lead, discourse) if lead.embedded else _day_before(clause, discourse)
        background = lead.background or (
            lead.embedded and (number > 0 or _is_compared(clause, lead, discourse) or _is_history(clause, discourse))
        )
        if _is_total(findings) or _is_tally(clause, lead):
            continue
        mention = _mention(clause, lead, findings, attributed, speaking, discourse, background=background)
        if mention is not None:
            mention = structs.replace(mention, further=discourse.told and _is_further(clause, lead, findings))
            _move_focus(discourse, mention, lead)
            yield mention


def _is_compared(clause: Tagged, trigger: Trigger, discourse: Discourse) -> bool:
    """Whether a launch only dates the one in focus: "it came two days after the North launched …"."""
    return discourse.told and _COMPARED.search(clause.folded[: clause.units[trigger.unit].start]) is not None


_COMPARED = re.compile(
    r"\b(?:came|comes|come|follow\w*|days?|weeks?|months?|hours?|first|latest|second|third)\b[^.;]*\b(?:after|since|following)\b[^.;]*$"
)


def _is_total(findings: list[Finding]) -> bool:
    """Whether what is told is a year's total, not a launch: "last year it launched some 70 missiles"."""
    times = [f.value for f in findings if f.attribute == "occurred" and isinstance(f.value, When)]
    return bool(times) and all(when.precision == "year" for when in times)


_EARLIER = re.compile(r"\W*(?:earlier this|earlier in the|last) (?:week|month|year|spring|summer|autumn|fall|winter)\b")


def _days_before(clause: Tagged, trigger: Trigger, discourse: Discourse) -> Iterator[Finding]:
    """The day a launch is counted back from another: "the firing came two days after the North launched …"."""
    counted = _COUNTED.search(clause.folded, 0, clause.units[trigger.unit].start)
    if counted is None:
        return
    number = next((n for n in clause.numbers if n.start <= counted.start(1) < n.end and n.low == n.high), None)
    size = 1.0 if counted.group(1) in ("a", "the") else (number.low if number is not None else None)
    base = _day_told_before(clause, counted.start(), discourse) or discourse.day
    if size is None or base is None:
        return
    day = base - timedelta(days=int(size) * (7 if counted.group(2).startswith("week") else 1))
    yield Finding(
        attribute="occurred",
        value=_whole_day(day, discourse.zone(trigger.actor)),
        start=counted.start(1),
        end=clause.units[trigger.unit].end,
        unit=trigger.unit,
    )


def _day_before(clause: Tagged, discourse: Discourse) -> Iterator[Finding]:
    """The day before the one a sentence or its report speaks on: "said Wednesday it had tested a missile the previous day"."""
    told = _PREVIOUS_DAY.search(clause.folded)
    if told is None:
        return
    zone = discourse.zone(None)
    spoken = next((e for e in clause.times if e.end <= told.start() and e.has_day), None)
    day = discourse.anchor.local_day(zone)
    if spoken is not None:
        day = _local_day(resolve(spoken, anchor=discourse.anchor, zone=zone), zone)
    if day is not None:
        value = _whole_day(day - timedelta(days=1), zone)
        unit = clause.unit_at(told.start())
        yield Finding(attribute="occurred", value=value, start=told.start(), end=told.end(), unit=unit)


_PREVIOUS_DAY = re.compile(
    r"\b(?:on )?(?:the previous day|the day before(?! yesterday)|a day earlier|one day earlier)\b"
)


def _whole_day(day: date, zone: str) -> When:
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    first = start - offset_of(zone, start)
    return When(first=first, last=first + timedelta(days=1), precision="day", anchor="text")


_COUNTED = re.compile(r"\b(\w+) (days?|weeks?) (?:after|since)\b(?![^;]*\b(?:days?|weeks?) (?:after|since)\b)[^;]*$")


def _day_told_before(clause: Tagged, position: int, discourse: Discourse) -> date | None:
    """The day a sentence names right before what is counted back from it: "on Feb. 10, three days after …"."""
    for expression in reversed(clause.times):
        if expression.end <= position and position - expression.end <= 3 and expression.has_day:
            zone = discourse.zone(None)
            return _local_day(resolve(expression, anchor=discourse.anchor, zone=zone), zone)
    return None


def _is_further(clause: Tagged, trigger: Trigger, findings: list[Finding]) -> bool:
    """Whether it is told as one more launch, at a clock time of its own: "a second salvo was fired shortly before 6 a.m."."""
    timed = any(
        f.attribute == "occurred" and isinstance(f.value, When) and f.value.precision in _CLOCKED for f in findings
    )
    more = words("en/launches.toml")["further"]["words"]
    return timed and any(
        unit.word in more or (unit.tag == "n" and unit.read.more)
        for phrase in trigger.objects
        for unit in clause.units[max(0, phrase.first - 4) : phrase.head]
    )


_CLOCKED = ("minute", "hour")


def _is_tally(clause: Tagged, trigger: Trigger) -> bool:
    """Whether what is told sums up many launches: "has fired more than 110 missiles since 2022"."""
    many = any(p.count is not None and (p.count.low or p.count.high or 0) >= _MANY for p in trigger.objects)
    left = clause.folded[max(0, clause.units[trigger.unit].start - 30) : clause.units[trigger.unit].start]
    return many and _HAS.search(left) is not None and _OVER_TIME.search(clause.folded) is not None


_MANY = 20  # launches no single event of a salvo told with "has … since" comes to
_HAS = re.compile(r"\b(?:has|have|had)\b(?:\s+\w+){0,2}\s*(?:been\s+)?$")
_OVER_TIME = re.compile(
    r"\b(?:since|so far|this year|to date|(?:over|in|during) the (?:past|last)|in (?:recent|total)|in all|overall"
    r"|in the first \w+ (?:days|weeks|months|years))\b"
)


def _inside(clause: Tagged, group: list[Trigger], finding: Finding) -> bool:
    """Whether a finding stands in the clause that a group of triggers governs."""
    start, end = _reach_of(clause, group)
    return start <= finding.unit <= end


def _coordinated(clause: Tagged, triggers: tuple[Trigger, ...]) -> list[list[Trigger]]:
    """Triggers that tell of one launch within the sentence: "fired two missiles in a launch detected at …"."""
    groups: list[list[Trigger]] = []
    for trigger in triggers:
        if (
            groups
            and trigger.realis == "asserted"
            and groups[-1][0].realis == "asserted"
            and _same_deed(groups[-1][-1], trigger)
        ):
            groups[-1].append(trigger)
        else:
            groups.append([trigger])
    return groups


def _same_deed(first: Trigger, second: Trigger) -> bool:
    if second.voice == "flight":
        return True  # "last sent up an ICBM in 1980, when a DF-5 flew 9,000 km"
    if second.background or first.background or (second.embedded and not second.anaphoric):
        return False
    return second.anaphoric or second.voice == "participle" or first.anaphoric


def _governor(clause: Tagged, groups: list[list[Trigger]], finding: Finding) -> int:
    """The group of triggers a finding belongs to: the nearest before it in its clause, else the nearest after."""
    if len(groups) == 1:
        return 0
    starts = [_reach_of(clause, group) for group in groups]
    for number in range(1, len(groups)):  # a subject shared with the deed before does not reach back over it
        starts[number] = (max(starts[number][0], groups[number - 1][-1].unit + 1), starts[number][1])
    before = [number for number, (start, _) in enumerate(starts) if start <= finding.unit]
    if not before:
        return 0
    last = before[-1]
    if groups[last][0].background or groups[last][0].embedded or groups[last][0].realis != "asserted":
        trigger_end = starts[last][1]
        if finding.unit > trigger_end and last > 0:
            return next((n for n in range(last - 1, -1, -1) if groups[n][0].realis == "asserted"), last)
    return last


def _reach_of(clause: Tagged, group: list[Trigger]) -> tuple[int, int]:
    """The units a group of triggers governs: from its clause's start (its subject, or a time before it) to its clause's end."""
    first, last = group[0], group[-1]
    before = [p.first for p in first.objects if first.voice != "active"]
    start = min([first.unit, *before, *([first.actor_unit] if first.actor_unit is not None else [])])
    while start > 0 and clause.tags[start - 1] in "TdjknX'" and clause.tags[start - 1] != ",":
        start -= 1
    opened = _TIME_BEFORE_SUBJECT.search(clause.tags, 0, start)
    if opened is not None:
        start = opened.start()
    end = max([last.unit, *(p.last for p in last.objects)])
    while (
        end + 1 < len(clause.units)
        and clause.tags[end + 1] not in ";&Sr"
        and not (clause.tags[end + 1] == "," and clause.tags[end + 2 : end + 3] in "&Sr")
    ):
        end += 1
    return start, end


_TIME_BEFORE_SUBJECT = re.compile(r"T,?S?[dcgbkXq'x]{0,5}$")  # "and in May last year, it also launched"


def _trigger_findings(
    clause: Tagged, phrases: tuple[WeaponPhrase, ...], trigger: Trigger, discourse: Discourse
) -> Iterator[Finding]:
    if trigger.actor is not None and trigger.actor_unit is not None:
        unit = clause.units[trigger.actor_unit]
        # who says that it was launched says who launched it: "Hezbollah said it had fired …" is Hezbollah's word
        yield Finding(attribute="actor", value=trigger.actor, start=unit.start, end=unit.end, unit=trigger.unit)
    yield from launched_weapons(clause, trigger, told=discourse.told)
    orbital = any("orbital" in phrase.features or phrase.launches_satellites for phrase in trigger.objects)
    yield from purposes(clause, test=trigger.test, orbital=orbital, attack=trigger.attack, unit=trigger.unit)


def _shared_findings(
    clause: Tagged,
    phrases: tuple[WeaponPhrase, ...],
    triggers: tuple[Trigger, ...],
    attributed: tuple[Attribution, ...],
    discourse: Discourse,
) -> Iterator[Finding]:
    actor = next((t.actor for t in triggers if t.actor is not None and t.realis == "asserted"), discourse.country)
    yield from figures(clause)
    places = tuple(places_of(clause, actor=actor))
    yield from places
    yield from own_waters(clause)
    yield from headings(clause)
    yield from economic_zones(clause, nearby=discourse.memory.country)
    yield from coded_findings(clause, launched=True)
    yield from named_weapons(clause, phrases, triggers, known=discourse.features)
    yield from _times(
        clause, discourse, actor, attributed, places=[f.value for f in places if isinstance(f.value, Place)]
    )


def _times(
    clause: Tagged,
    discourse: Discourse,
    actor: str | None,
    attributed: tuple[Attribution, ...],
    *,
    places: Sequence[Place] = (),
) -> Iterator[Finding]:
    """The launch's times. `places`: what it flew from and to, whose clocks it goes by where nobody is said to have launched."""
    expressions = list(launch_times(clause, _second_hand(attributed)))
    zone = discourse.zone(_clock_country(clause, discourse, actor, places), places[0] if places else None)
    day_only = [e for e in expressions if e.has_day and not e.has_clock and e.part is None]
    if len(day_only) == 1 and any(e.has_clock and not e.has_day for e in expressions):
        rest = [e for e in expressions if e is not day_only[0]]
        named = resolve(day_only[0], anchor=discourse.anchor, zone=zone)
        if (day := _local_day(named, zone)) is not None:
            yield from _resolved(clause, rest, discourse.anchor, zone, day)
            return
    yield from _resolved(clause, expressions, discourse.anchor, zone, discourse.day)


def _clock_country(clause: Tagged, discourse: Discourse, actor: str | None, places: Sequence[Place]) -> str | None:
    """Whose clocks a launch is told by: the launching party's; for a strike abroad those of the country that tells of it."""
    struck = next((p.country for p in places if _is_struck(p, actor)), None) or discourse.target
    if actor is not None and struck is not None and struck != actor:
        return discourse.home if discourse.home in (actor, struck) else struck
    return actor or next((p.country for p in places if p.country is not None), None) or _place_country(clause)


def _is_struck(place: Place, actor: str | None) -> bool:
    return place.country not in (None, actor) and place.kind not in _NOT_LAND


_NOT_LAND = frozenset({"overflight", "sea", "ocean", "strait", "waters", "coast", "gulf", "bay", None})


def _second_hand(attributed: tuple[Attribution, ...]) -> tuple[int, ...]:
    """The cues of speakers who tell of a launch the day after: state media, and whoever relays."""
    late = words("en/attribution.toml")["tell_later"]["names"]
    return tuple(a.cue for a in attributed if a.is_relay or any(s.name in late or s.agency in late for s in a.speakers))


def _resolved(
    clause: Tagged, expressions: list[TimeExpression], anchor: Anchor, zone: str, day: date | None
) -> Iterator[Finding]:
    for expression in expressions:
        when = resolve(expression, anchor=anchor, zone=zone, default_day=day if not expression.has_day else None)
        if when.first is not None and expression.has_day and day is None:
            day = _local_day(when, zone)
        yield Finding(
            attribute="occurred",
            value=when,
            start=expression.start,
            end=expression.end,
            unit=clause.unit_at(expression.start),
        )


def _place_country(clause: Tagged) -> str | None:
    """The country of the first place a sentence names: whose clocks it goes by where nobody is said to have launched."""
    return next((phrase.place.country for phrase in clause.places if phrase.place.country is not None), None)


def _local_day(when: When, zone: str) -> date | None:
    """The launch site's own day of an instant, where the interval is no longer than a day."""
    if when.first is None or when.last is None or when.last - when.first > timedelta(hours=25):
        return None
    middle = when.first + (when.last - when.first) / 2
    return (middle + offset_of(zone, middle)).date()


# --- sentences that go on about one ----------------------------------------------------------------------------------------


def _continues(clause: Tagged, phrases: tuple[WeaponPhrase, ...]) -> bool:
    """Whether a sentence without a launch of its own speaks of the one in focus: it names the weapon, or what it did."""
    definite = any(phrase.definite or phrase.count is not None for phrase in phrases if not phrase.swallowed)
    return definite or any(unit.tag == "F" or unit.word in ("it", "they") for unit in clause.units[:6])


def _continued(
    clause: Tagged,
    phrases: tuple[WeaponPhrase, ...],
    attributed: tuple[Attribution, ...],
    speaking: tuple[Speaker, ...],
    discourse: Discourse,
) -> Iterator[Mention]:
    if _is_history(clause, discourse):
        return
    findings = list(figures(clause))
    flying = "F" in clause.tags or bool(findings)
    if flying:
        findings += [
            f
            for f in places_of(clause, actor=discourse.country)
            if f.attribute == "landing" or ("F" in clause.tags and "V" not in clause.tags)
        ]
        findings += [*own_waters(clause), *headings(clause)]
    findings += economic_zones(clause, nearby=discourse.memory.country)
    findings += [f for f in _times(clause, discourse, discourse.country, attributed) if _dates_launch(clause, f)]
    findings += coded_findings(clause, launched=False)
    findings += named_weapons(clause, phrases, (), known=discourse.features)
    mention = _mention(clause, None, findings, attributed, speaking, discourse, background=False)
    if mention is not None:
        yield mention


def _dates_launch(clause: Tagged, finding: Finding) -> bool:
    """Whether a time says when the launch in focus took place: "it was detected at 10:17 a.m."."""
    if _OF_A_LAUNCH.match(clause.folded, finding.end):
        return True
    left = clause.folded[: finding.start]
    return ending("dating", r"(?: \w+){0,2}\s*").search(left) is not None or _LEFT_ITS_SITE.search(left) is not None


_OF_A_LAUNCH = re.compile(
    r"(?:'s)? (?:(?:weapons?|missile|rocket) )?(?:launch|test|firing|test firing|salvo)\b"
)  # "Friday's weapons test"


_LEFT_ITS_SITE = re.compile(
    r"\b(?:it|they|both|missiles?|rockets?) (?:left|leaving) [^.;]*$"
)  # "it left Mupyong-ri at 07:23"


def _is_history(clause: Tagged, discourse: Discourse) -> bool:
    """Whether a sentence goes on about another day than the launch in focus: "Last September it flew 1,500 km"."""
    if discourse.day is None:
        return False
    for expression in launch_times(clause, ()):
        when = resolve(expression, anchor=discourse.anchor, zone=discourse.zone(None), default_day=discourse.day)
        if when.last is not None and when.last.date() < discourse.day - timedelta(days=1):
            return True
    return False


# --- claims ----------------------------------------------------------------------------------------------------------------


def _mention(
    clause: Tagged,
    trigger: Trigger | None,
    findings: Iterable[Finding],
    attributed: tuple[Attribution, ...],
    speaking: tuple[Speaker, ...],
    discourse: Discourse,
    *,
    background: bool,
) -> Mention | None:
    claims = tuple(claim for finding in findings for claim in _claims_of(clause, finding, attributed, speaking))
    if not claims and trigger is None:
        return None
    sentence = clause.sentence
    start, end = sentence.start, sentence.end
    if trigger is not None:
        start = sentence.start + clause.units[trigger.unit].start
        end = sentence.start + clause.units[trigger.unit].end
    return Mention(
        kind="launch",
        start=start,
        end=end,
        zone=sentence.zone,
        claims=claims,
        paragraph=sentence.paragraph,
        anaphoric=trigger is None or trigger.anaphoric,
        embedded=trigger is not None and trigger.embedded,
        background=background,
        weak=trigger is None or not trigger.objects,
    )


def _claims_of(
    clause: Tagged, finding: Finding, attributed: tuple[Attribution, ...], speaking: tuple[Speaker, ...]
) -> Iterator[Claim]:
    speakers, relays = speakers_of(finding.unit, attributed)
    offset = clause.sentence.start
    claim = Claim(
        attribute=finding.attribute,
        value=finding.value,
        quote=clause.sentence.text[finding.start : finding.end],
        start=offset + finding.start,
        end=offset + finding.end,
        zone=clause.sentence.zone,
        via=relays,
        hedge=finding.hedge,
        polarity=finding.polarity,
    )
    for speaker in speakers or speaking or (None,):
        yield structs.replace(claim, claimant=speaker)


def _move_focus(discourse: Discourse, mention: Mention, trigger: Trigger) -> None:
    discourse.told = True
    if mention.background or mention.embedded:
        return
    if trigger.objects:
        discourse.features = trigger.objects[0].features
    discourse.target = next(
        (
            c.value.country
            for c in mention.claims
            if c.attribute == "landing"
            and isinstance(c.value, Place)
            and _is_struck(c.value, trigger.actor or discourse.country)
        ),
        discourse.target,
    )
    discourse.site = next(
        (c.value for c in mention.claims if c.attribute == "origin" and isinstance(c.value, Place)), discourse.site
    )
    zone = discourse.zone(trigger.actor)
    for claim in mention.claims:
        if (
            claim.attribute == "occurred"
            and isinstance(claim.value, When)
            and (day := _local_day(claim.value, zone)) is not None
        ):
            discourse.day = day
            return


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
