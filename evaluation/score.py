"""Score what the product reads against a gold set: `python evaluation/score.py GOLD [--details] [--json]`.

Prints, for each attribute, how many values are in the gold set and how many were found, their precision, recall and F1,
and the share of right values that name the right claimant; the same over ALL values, and for EVENTS.
`--details` prints every missed, false and wrongly attributed claim, by report. docs/evaluation.md tells what counts.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
from details import detail_lines
from figures import Fault, Figure, Figures, FoundClaim, FoundEvent, Reading
from gold import GoldClaim, GoldEvent, GoldReport, read_gold
from msgspec import Struct
from reading import read_reports
from same import names_claimant, same_value


class Match(Struct, frozen=True):
    """A gold event beside the found event that states most of its claims (None where none states any)."""

    gold: GoldEvent
    found: FoundEvent | None
    pairs: tuple[tuple[GoldClaim, FoundClaim], ...]


def score_reports(gold: Iterable[GoldReport], found: Mapping[str, Sequence[FoundEvent]]) -> Figures:
    """Figures of a set, from the events found by report id; a report without any counts as read empty."""
    readings = {report.id: score_report(report, found.get(report.id, ())) for report in gold}
    counts = {
        name: sum((getattr(reading, name) for reading in readings.values()), Counter[str]())
        for name in ("gold", "hit", "spoken")
    }
    # Counter addition drops negative counts, and an optional value found twice may leave one: add by update.
    found_values: Counter[str] = Counter()
    for reading in readings.values():
        found_values.update(reading.found)
    rows = _attribute_rows(counts["gold"], found_values, counts["hit"], counts["spoken"])
    rows["ALL"] = _all_row(rows)
    rows["EVENTS"] = _sum_figures(reading.events for reading in readings.values())
    return Figures(rows, {identity: reading.faults for identity, reading in readings.items() if reading.faults})


def score_report(report: GoldReport, found: Sequence[FoundEvent]) -> Reading:
    """How one report was read: gold events take their best found events in turn; what is left over is false."""
    matches, rest = match_events(report.events, found)
    wanted = [match for match in matches if not match.gold.optional]
    taken = [match for match in wanted if match.found is not None]
    false_claims: Counter[str] = Counter()
    for event in rest:
        false_claims.update(attribute for attribute, *_ in _keys(event))
    return Reading(
        events=Figure(len(wanted), len(taken) + len(rest), len(taken)),
        gold=Counter(claim.attribute for match in wanted for claim in _required(match.gold)),
        found=_found_counts(taken, false_claims),
        hit=Counter(claim.attribute for claim, _ in _required_pairs(wanted)),
        spoken=Counter(
            claim.attribute
            for claim, found_claim in _required_pairs(wanted)
            if names_claimant(claim.claimants, found_claim.claimant)
        ),
        faults=(*_match_faults(wanted), *_false_event_faults(rest)),
    )


def match_events(gold: Iterable[GoldEvent], found: Iterable[FoundEvent]) -> tuple[list[Match], list[FoundEvent]]:
    """Gold events with their found ones, and the found events that are left: each is used once, in the gold's order."""
    rest = list(found)
    matches = []
    for event in gold:
        rivals = [rival for rival in rest if rival.kind == event.kind and rival.background == event.background]
        best = max(rivals, key=lambda rival: len(_pairs(event, rival)), default=None)
        pairs = _pairs(event, best) if best is not None else ()
        matches.append(Match(event, best if pairs else None, pairs))
        if pairs:
            rest = [rival for rival in rest if rival is not best]
    return matches, rest


def _pairs(gold: GoldEvent, found: FoundEvent) -> tuple[tuple[GoldClaim, FoundClaim], ...]:
    """Gold claims with the found claim that states them: each used once, one with a right claimant first."""
    unused = list(found.claims)
    pairs = []
    for claim in gold.claims:
        stating = [rival for rival in unused if _states(claim, rival)]
        if stating:
            best = min(stating, key=lambda rival: not names_claimant(claim.claimants, rival.claimant))
            unused = [rival for rival in unused if rival is not best]
            pairs.append((claim, best))
    return tuple(pairs)


def _states(gold: GoldClaim, found: FoundClaim) -> bool:
    same_kind = gold.attribute == found.attribute and gold.polarity == found.polarity
    return same_kind and same_value(gold.attribute, gold.value, found.value)


def _keys(event: FoundEvent) -> set[tuple[str, bytes, bool]]:
    return {claim.key() for claim in event.claims}


def _required(event: GoldEvent) -> list[GoldClaim]:
    return [claim for claim in event.claims if not claim.optional]


def _required_pairs(matches: Iterable[Match]) -> list[tuple[GoldClaim, FoundClaim]]:
    return [(claim, found) for match in matches for claim, found in match.pairs if not claim.optional]


def _found_counts(taken: Iterable[Match], false_claims: Counter[str]) -> Counter[str]:
    """Found values that count: repeats of one value are one, and those that state an optional claim are none."""
    counts = false_claims.copy()
    for match in taken:
        if match.found is not None:
            counts.update(attribute for attribute, *_ in _keys(match.found))
        counts.subtract(claim.attribute for claim, _ in match.pairs if claim.optional)
    return counts


def _attribute_rows(
    gold: Counter[str], found: Counter[str], hit: Counter[str], spoken: Counter[str]
) -> dict[str, Figure]:
    return {
        attribute: Figure(gold[attribute], found[attribute], hit[attribute], spoken[attribute], hit[attribute])
        for attribute in sorted(gold | found)
    }


def _all_row(rows: Mapping[str, Figure]) -> Figure:
    """Every value together; its claimant share leaves the actor out, whom a report mostly names in its own voice."""
    whole = _sum_figures(rows.values())
    core = [row for attribute, row in rows.items() if attribute != "actor" and row.gold > 0]
    spoken, heard = sum(row.spoken for row in core), sum(row.hit for row in core)
    return Figure(whole.gold, whole.found, whole.hit, spoken, max(1, heard))


def _sum_figures(figures: Iterable[Figure]) -> Figure:
    figures = tuple(figures)
    return Figure(
        sum(row.gold for row in figures), sum(max(row.found, 0) for row in figures), sum(row.hit for row in figures)
    )


def _match_faults(matches: Iterable[Match]) -> Iterable[Fault]:
    for match in matches:
        name = "background" if match.gold.background else "today"
        if match.found is None:
            yield Fault(kind="no event", event=name)
        paired = {id(claim): found for claim, found in match.pairs}
        for claim in match.gold.claims:
            if id(claim) not in paired and not claim.optional:
                yield Fault(kind="missed", event=name, wanted=claim)
            elif id(claim) in paired and not claim.optional:
                found = paired[id(claim)]
                if not names_claimant(claim.claimants, found.claimant):
                    yield Fault(kind="speaker", event=name, wanted=claim, found=found)
        yield from _false_claim_faults(match, name)


def _false_claim_faults(match: Match, name: str) -> Iterable[Fault]:
    if match.found is None:
        return
    right = {found.key() for _, found in match.pairs}
    false = {claim.key(): claim for claim in reversed(match.found.claims) if claim.key() not in right}
    for claim in reversed(false.values()):
        yield Fault(kind="false", event=name, found=claim)


def _false_event_faults(events: Iterable[FoundEvent]) -> Iterable[Fault]:
    for event in events:
        name = "background" if event.background else "today"
        yield Fault(kind="false event", event=name)
        for claim in {claim.key(): claim for claim in reversed(event.claims)}.values():
            yield Fault(kind="false", event=f"false {name}", found=claim)


def table_lines(figures: Figures) -> Iterable[str]:
    """The figures as a table, one row an attribute."""
    yield f"{'attribute':12} {'gold':>5} {'found':>5} {'prec':>6} {'rec':>6} {'F1':>6} {'speaker':>8}"
    for name, row in figures.rows.items():
        speaker = "" if row.claimant is None else f"{row.claimant:.3f}"
        scores = f"{row.precision:6.3f} {row.recall:6.3f} {row.f1:6.3f}"
        yield f"{name:12} {row.gold:5} {row.found:5} {scores} {speaker:>8}".rstrip()


def figure_numbers(row: Figure) -> dict[str, float | None]:
    """A row as plain numbers, for JSON."""
    return {
        "gold": row.gold,
        "found": row.found,
        "precision": row.precision,
        "recall": row.recall,
        "f1": row.f1,
        "claimant": row.claimant,
    }


def score_set(path: Path) -> tuple[tuple[GoldReport, ...], Figures]:
    """A gold set and its figures, read by the product of today."""
    gold = read_gold(path)
    found = {
        identity: msgspec.convert(events, tuple[FoundEvent, ...]) for identity, events in read_reports(gold).items()
    }
    return gold, score_reports(gold, found)


def main(arguments: list[str]) -> int:
    """Print the figures of one gold set; 0 where it could be scored."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, metavar="GOLD", help="a gold set, JSON Lines")
    parser.add_argument("--details", action="store_true", help="print every fault, by report")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args(arguments)
    gold, figures = score_set(options.gold)
    if options.json:
        print(json.dumps({name: figure_numbers(row) for name, row in figures.rows.items()}))
        return 0
    if options.details:
        print("\n".join(detail_lines(gold, figures)), end="\n\n")
    print("\n".join(table_lines(figures)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
