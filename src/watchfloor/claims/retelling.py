"""Sentences that go on about a launch: told once more in other words, or measured by another launch."""

from __future__ import annotations

import re
from collections.abc import Iterable

from watchfloor.claims.findings import Finding
from watchfloor.claims.grammar.units import Tagged

# a definite weapon told to have been fired: "the rocket, which used ballistic technology, was fired southward from …"
_FIRED_AGAIN = re.compile(r"(?:d[ajk]*w|q)(?:,r[^;MN]{1,30}?,)?v[xj]?V|w\"?Vip[^;MN]{0,12}F")


def is_of_another(clause: Tagged, finding: Finding) -> bool:
    """Whether a finding is of another launch that the one in focus is only measured by."""
    another = _OF_ANOTHER.search(clause.folded)
    return another is not None and finding.start >= another.end()


# behind these stands another launch: "the first alert since Oct. 4, when a missile flew over …", "resembles one which flew …"
_OF_ANOTHER = re.compile(
    r"\b(?:since|after|last)\b[^;]{0,50}, when |\b(?:resembl\w+|similar to|the same as|comparable to)\b[^.;]{0,60}\b(?:which|that) "
)

_WENT_UP = re.compile(
    r"\b(?:(?:two|both|three|the) (?:shots?|rounds?) (?:was|were) (?:fired|launched) from"
    r"|(?:it|they|both|missiles?|rockets?|projectiles?) (?:had )?(?:went|gone|goes) up from)\b"
)


def without_repeats(found: Iterable[Finding], more: Iterable[Finding]) -> list[Finding]:
    """Findings that stand nowhere among those already found."""
    starts = {finding.start for finding in found}
    return [finding for finding in more if finding.start not in starts]


def is_fired_again(clause: Tagged) -> bool:
    """Whether a sentence tells the launch in focus once more in words no trigger reads: "the missile went up from …"."""
    return _FIRED_AGAIN.search(clause.tags) is not None or _WENT_UP.search(clause.folded) is not None
