"""Which way it flew: "eastward", "in a northeasterly direction"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watchfloor.claims.findings import Finding
from watchfloor.claims.grammar.context import COMPASS, ending
from watchfloor.claims.grammar.units import Tagged

_SO_FAR = r"(?:(?:about|some|around|roughly|over|nearly|approximately|more than) )?[\d,.]+ (?:km|kilomet\w+|miles)"
_HEADING = (
    re.compile(r"\b((?:north|south|east|west)+?(?:[ -]?(?:north)?(?:east|west))?)wards?\b"),
    re.compile(rf"\bin(?:to)? an? (?:\w+ )??({COMPASS})(?:er(?:n|ly))? direction"),
    re.compile(
        rf"\b(?:on|in|along|following|flew|took) an? (?:\w+ )??({COMPASS})(?:er(?:n|ly)|ward)?"
        r" (?:trajectory|path|course|track|heading|azimuth)"
    ),
    re.compile(
        rf"\b(?:left|leaving|lifted off|took off|departed|bound)\b[^;.]{{0,60}} for the ({COMPASS})\b(?! (?:of|sea|coast|side|part|pole))"
    ),
    re.compile(rf"\bin the direction of the ({COMPASS})\b(?! (?:sea|coast))"),
    re.compile(
        rf"\b(?:to|toward|towards) the ({COMPASS})(?:er(?:n|ly))?\b(?!,? (?:of|sea|coast|side|part|korea|china|bank"
        rf"|asia|pacific|atlantic|and|north|south|east|west))"
    ),
    re.compile(
        rf"\b(?:flew|flying|flown|headed|heading|launched|fired|travel\w+"
        rf"|traveling)(?: \w+ly)?(?: {_SO_FAR})? (?:due |to the )?({COMPASS})(?:erly)?\b(?! (?:of|from|sea|coast|korea\w*|china|asia\w*"
        rf"|pacific))"
    ),
)


def headings(clause: Tagged) -> Iterator[Finding]:
    """The compass word of a flight: "eastward", "in a northeasterly direction", "towards the south"."""
    for pattern in _HEADING:
        match = pattern.search(clause.folded)
        if (
            match is not None
            and not ending("ability").search(clause.folded[: match.start()])
            and not _INSTEAD.search(clause.folded, 0, match.start())
            and not _names_a_place(clause.sentence.text, match)
        ):
            word = re.sub(r"[ -]", "", match.group(1))
            yield Finding(
                attribute="heading",
                value=word,
                start=match.start(),
                end=match.end(),
                unit=clause.unit_at(match.start()),
            )
            return


_INSTEAD = re.compile(r"\b(?:rather than|instead of|not|never) (?:\w+ ){0,2}$")  # "rather than on a southward path"


def _names_a_place(text: str, match: re.Match[str]) -> bool:
    """Whether the compass word belongs to a name: "the North's agency", "the southern Red Sea", "the western waters"."""
    start, end = match.start(1), match.end()
    return (
        text[start].isupper()
        or re.match(r"'s|’s|\s+(?:[A-Z]|waters|seas?\b|shores?|islands?|cit|part)", text[end:]) is not None
    )
