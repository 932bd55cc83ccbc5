"""Words given to a speaker whom a later sentence names: "Oleh Moroz said this on Telegram", a quotation's end, "…, it added"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import structs

from watchfloor.claims.attribution.attributions import attributions, observers_of
from watchfloor.claims.attribution.speakers import speakers_in
from watchfloor.claims.discourse import Discourse
from watchfloor.claims.grammar.phrases import lexicon_phrases
from watchfloor.claims.grammar.sentences import Sentence
from watchfloor.claims.grammar.units import tag_sentence
from watchfloor.records import Mention, Speaker

_QUOTE_ENDS = re.compile(r"[,.!?][\"”]\s+\w")  # "… fired a missile," the army said
_SAID_SO = re.compile(
    r"\b(?:said|reported|announced|stated|wrote|posted|confirmed) (?:this|so|it) (?:in|on|at|during|to|via|by)\b"
    r"|^This was (?:reported|announced|stated|confirmed) by\b"
)
_SPEAKS = re.compile(r"\b(?:said|says|say|added|adds|told|reported|stated|[Aa]ccording)\b")


class Crediting:
    """Keeps which mentions stand without a speaker until a sentence names the one whose words they were."""

    def __init__(self, found: list[Mention], discourse: Discourse) -> None:
        self._found = found
        self._discourse = discourse
        self._told: list[int] = []  # where the mentions of the sentence before stand in `found`
        self._quoted: list[int] = []  # those told in the quotation that the sentence at hand still stands in
        self._within = False
        self._opener: tuple[Speaker, ...] = ()  # who spoke last before that quotation
        self._unspoken: list[int] = []  # those of the paragraph's last sentences, in which nobody spoke
        self._speaker: Speaker | None = None  # of the last sentence in which somebody did
        self._paragraph = -1
        self._since = 0  # paragraphs begun since then

    def before(self, sentence: Sentence) -> None:
        """Credit what stands before a sentence that ends a quotation, or says who said so."""
        if _SAID_SO.search(sentence.text):
            self._credit(self._told, self._observers(sentence))
        if self._quoted and _QUOTE_ENDS.search(sentence.text):
            self._credit(self._quoted, self._observers(sentence))

    def after(self, sentence: Sentence, told: range, speaking: tuple[Speaker, ...] | None) -> None:
        """Note the mentions of a sentence and who spoke in it (None where nobody did, or it was not read)."""
        self._told = list(told) or self._told
        self._follow_quotation(sentence, told)
        if sentence.paragraph != self._paragraph:
            self._paragraph, self._since, self._unspoken = sentence.paragraph, self._since + 1, []
        if speaking is None and self._unspoken and not told and _SPEAKS.search(sentence.text):
            speaking = self._observers(sentence) or None
        if speaking is None:
            self._unspoken.extend(() if is_list_item(sentence.text) else told)
            return
        if self._goes_on(speaking):
            self._credit(self._unspoken, speaking)
        self._speaker, self._since, self._unspoken = next(iter(speaking), None), 0, []

    def _follow_quotation(self, sentence: Sentence, told: range) -> None:
        """Credit a quotation that closes without a speaker to the one before it: "…," the JCS said. "It flew. It fell."."""
        opens = not self._within
        self._within = _stays_in_quotation(sentence.text, self._within)
        if opens:
            self._opener = self._discourse.memory.last
        elif not self._within:
            self._credit([*self._quoted, *told], self._opener)
        self._quoted = [*self._quoted, *told] if self._within else []

    def _goes_on(self, speaking: tuple[Speaker, ...]) -> bool:
        """Whether who spoke last speaks again: what stands between was told by the same, "…, the ministry said"."""
        last = self._speaker
        if last is None or not speaking or self._since > 1:
            return False
        return (speaking[0].agency or speaking[0].name) == (last.agency or last.name)

    def _observers(self, sentence: Sentence) -> tuple[Speaker, ...]:
        discourse = self._discourse
        clause = tag_sentence(sentence, gazetteer=discourse.gazetteer, country=discourse.country)
        return observers_of(attributions(clause, discourse.memory)) or ()

    def _credit(self, mentions: Iterable[int], speakers: tuple[Speaker, ...]) -> None:
        for at in mentions if speakers else ():
            claims = tuple(
                structs.replace(claim, claimant=speaker) if claim.claimant is None else claim
                for claim in self._found[at].claims
                for speaker in (speakers if claim.claimant is None else (claim.claimant,))
            )
            self._found[at] = structs.replace(self._found[at], claims=claims)


def opens_quotation(text: str) -> bool:
    """Whether a sentence begins a quotation that goes on behind it: who said it is told where it closes."""
    return _stays_in_quotation(text, False)


def is_list_item(text: str) -> bool:
    """Whether a line is an entry of a list: "• It flew 700 km", "- Nov 2: four SRBMs"."""
    return _ITEM.match(text) is not None


_ITEM = re.compile(r"\s*(?:[•*·–—-]|\(?\d{1,2}[.)])\s")


def source_of_list(sentence: Sentence, discourse: Discourse) -> tuple[Speaker, ...]:
    """Whose words a list gives, by the line above it: "What the ministry has told us so far:", "All data from JCS notices"."""
    sourced = lexicon_phrases("en/attribution.toml", "lists", "openings").match(sentence.text.lower())
    if sourced is None and not sentence.text.rstrip().endswith(":"):
        return ()
    clause = tag_sentence(sentence, gazetteer=discourse.gazetteer, country=discourse.country)
    if sourced is None:
        return observers_of(attributions(clause, discourse.memory)) or ()
    first = clause.unit_at(sourced.end())
    last = next((at for at in range(first, len(clause.units)) if clause.tags[at] in ".;:,"), len(clause.units)) - 1
    return speakers_in(clause, first, last, discourse.memory)


def _stays_in_quotation(text: str, within: bool) -> bool:
    """Whether a sentence ends inside a quotation: one that it opens, or one it stands in and does not close."""
    if "“" in text or "”" in text:
        return text.rfind("“") > text.rfind("”")
    return within != (text.count('"') % 2 == 1)
