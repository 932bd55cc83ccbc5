"""Runs of teasers: links to other stories within this one, lists of them behind it, and what readers wrote below."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from watchfloor.lexicons import words
from watchfloor.records import Zone

Kind = Literal["link", "list", "end"]

_LONG = 320  # characters; no teaser of a list is longer
_PARAGRAPH = 60  # characters; a shorter sentence may be a teaser's own


class TeaserRun:
    """Whether the line at hand still belongs to a run of teasers.

    A link ("Read more:") is followed by headlines and ends at the first paragraph; a list ("Most read") ends at two paragraphs in
    a row, or at a long one; what stands below the story ("Leave a reply") never ends.
    """

    def __init__(self) -> None:
        self._kind: Kind | None = None

    def zone(self, line: str, zone: Zone, *, prose: bool, prose_follows: bool, told: bool) -> Zone:
        """The line's zone. `told`: paragraphs of the story stand above it; only below them can comments begin."""
        kind = _kind_of(line)
        if kind == "end" and not told:
            kind = None
        if zone is Zone.TEASER or kind is not None:
            self._kind = kind or "list"
            return Zone.TEASER
        if self._kind is None or zone in (Zone.CREDIT, Zone.CAPTION):
            self._kind = None if zone is Zone.CREDIT and self._kind != "end" else self._kind
            return zone
        if self._ends(line, zone, prose=prose, prose_follows=prose_follows):
            self._kind = None
            return zone
        return Zone.TEASER

    def _ends(self, line: str, zone: Zone, *, prose: bool, prose_follows: bool) -> bool:
        if self._kind == "end" or zone is not Zone.BODY or not prose or line.endswith(("…", "...")):
            return False
        if len(line) > _LONG:
            return True
        return len(line) > _PARAGRAPH and (self._kind == "link" or prose_follows)


def opens_teasers(line: str) -> bool:
    """Whether a line heads a run of teasers of other stories."""
    return _kind_of(line) in ("link", "list")


@lru_cache(maxsize=1)
def _head_starts() -> tuple[str, ...]:
    return tuple(f"{head}:" for head in words("en/reports.toml")["teasers"]["head_starts"])


@lru_cache(maxsize=64)  # a line is asked for twice: what it is, and whether it goes on with a run
def _kind_of(line: str) -> Kind | None:
    lexicon = words("en/reports.toml")["teasers"]
    if line.lower().startswith(_head_starts()):
        return "list"  # "Similar news:You can also read …"
    if len(line) > 80:
        return None
    folded = line.casefold().strip(" :»>…-|•.").replace("’", "'")
    if folded in lexicon["links"]:
        return "link"
    if folded in lexicon["heads"] or any(
        folded.startswith(head + " ") and len(folded) < len(head) + 30 for head in lexicon["head_starts"]
    ):
        return "list"
    return "end" if folded in lexicon["below"] or folded.startswith(tuple(lexicon["below_starts"])) else None
