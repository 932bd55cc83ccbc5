"""From findings to a mention: each claim with its words and those who make it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from watchfloor.claims.attribution.attributions import speakers_of
from watchfloor.claims.discourse import Discourse
from watchfloor.claims.findings import Finding
from watchfloor.claims.launches.triggers import Trigger
from watchfloor.claims.readings import Reading
from watchfloor.claims.whereabouts.same_places import remember
from watchfloor.records import Claim, Mention


def mention_of(
    reading: Reading, trigger: Trigger | None, findings: Iterable[Finding], discourse: Discourse, *, background: bool
) -> Mention | None:
    """The mention that findings make, each told by its speakers; None where nothing is told. `trigger`: None goes on about the focus."""
    clause = reading.clause
    claims = tuple(
        claim for finding in findings for claim in _claims_of(reading, discourse.by_first_name(clause, finding))
    )
    if not claims and trigger is None:
        return None
    remember(discourse.places, claims)
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
        again=trigger is None or (trigger.anaphoric and clause.tags[trigger.unit] in "VF"),
    )


def _claims_of(reading: Reading, finding: Finding) -> Iterator[Claim]:
    speakers, relays = speakers_of(finding.unit, reading.attributed)
    sentence = reading.clause.sentence
    claim = Claim(
        attribute=finding.attribute,
        value=finding.value,
        quote=sentence.text[finding.start : finding.end],
        start=sentence.start + finding.start,
        end=sentence.start + finding.end,
        zone=sentence.zone,
        via=relays,
        hedge=finding.hedge,
        polarity=finding.polarity,
    )
    for speaker in speakers or reading.speaking or (None,):
        yield structs.replace(claim, claimant=speaker)
