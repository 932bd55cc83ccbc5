"""Hold the quality where it is: `python evaluation/gate.py` exits 1 when a figure falls below its committed floor.

It scores this folder's gold sets and compares EVENTS F1, the precision, recall, F1 and claimant share over ALL values,
and the F1 of every attribute that a set states often enough to measure. `--update` raises the floors in floors.json to
the figures of today; with `--allow-lower` it lowers them as well, which a commit message should explain.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from figures import Figures
from gold import HERE, SETS
from msgspec import Struct
from reading import ReadingError
from score import score_set

FLOORS = HERE / "floors.json"
TOLERANCE = 0.002  # one value more or less in a set of 500 is noise of a reworded rule, not a drop
FEWEST_CLAIMS = 8  # with fewer, one claim moves an attribute's F1 by more than six points
DECIMALS = 4

Floors = dict[str, dict[str, float]]


class Comparison(Struct, frozen=True):
    """A figure of a set beside its floor; `now` is None where the set no longer measures it."""

    gold_set: str
    figure: str
    floor: float
    now: float | None

    @property
    def dropped(self) -> bool:
        """True where the figure is below its floor by more than the tolerance, or gone from under one."""
        if self.now is None:
            return self.floor > 0
        return self.now < self.floor - TOLERANCE

    @property
    def verdict(self) -> str:
        if self.now is None:
            return "gone"
        if self.dropped:
            return "DROPPED"
        return "above" if self.now > self.floor + TOLERANCE else "holds"


def gated_figures(figures: Figures) -> dict[str, float]:
    """The figures a floor holds, by name: `{"EVENTS f1": 0.97, "ALL recall": 0.9, "distance f1": 0.95}`."""
    events, whole = figures.rows["EVENTS"], figures.rows["ALL"]
    attributes = {
        f"{name} f1": row.f1
        for name, row in figures.rows.items()
        if name not in ("ALL", "EVENTS") and row.gold >= FEWEST_CLAIMS
    }
    return {
        "EVENTS f1": events.f1,
        "ALL precision": whole.precision,
        "ALL recall": whole.recall,
        "ALL f1": whole.f1,
        "ALL claimant": whole.claimant or 0.0,
        **attributes,
    }


def compare_set(gold_set: str, floors: Mapping[str, float], now: Mapping[str, float]) -> list[Comparison]:
    """Every figure that is measured or has a floor; a figure without a floor has the floor 0."""
    names = dict.fromkeys((*now, *floors))
    return [Comparison(gold_set, name, floors.get(name, 0.0), now.get(name)) for name in names]


def updated_floors(comparisons: Iterable[Comparison], *, allow_lower: bool) -> Floors:
    """The floors after today: the higher of floor and figure, or the figure itself where lowering is allowed."""
    floors: Floors = {}
    for line in comparisons:
        held = floors.setdefault(line.gold_set, {})
        if line.now is None and allow_lower:
            continue
        now = line.floor if line.now is None else round(line.now, DECIMALS)
        held[line.figure] = now if allow_lower else max(now, line.floor)
    return floors


def read_floors(path: Path) -> Floors:
    """The committed floors by gold set and figure; none where the file is not there yet."""
    if not path.exists():
        return {}
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    return floors


def table_lines(comparisons: Iterable[Comparison]) -> Iterable[str]:
    """The comparison as a table, a heading a gold set."""
    heading = None
    for line in comparisons:
        if line.gold_set != heading:
            heading = line.gold_set
            yield f"{heading}\n  {'figure':22} {'floor':>7} {'now':>7}"
        now = "" if line.now is None else f"{line.now:.4f}"
        yield f"  {line.figure:22} {line.floor:7.4f} {now:>7}  {line.verdict}"


def compare_all(sets: Iterable[Path], floors: Floors) -> list[Comparison]:
    """Every figure of every set, read by the product of today, beside its floor."""
    return [
        line
        for path in sets
        for line in compare_set(path.name, floors.get(path.name, {}), gated_figures(score_set(path)[1]))
    ]


def main(arguments: list[str]) -> int:
    """0 where every figure holds or was updated, 1 where one dropped, 2 where the sets could not be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="raise the floors to the figures of today")
    parser.add_argument("--allow-lower", action="store_true", help="with --update: lower floors, too")
    options = parser.parse_args(arguments)
    if options.allow_lower and not options.update:
        parser.error("--allow-lower takes --update")
    try:
        comparisons = compare_all(SETS, read_floors(FLOORS))
    except ReadingError as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(table_lines(comparisons)))
    if options.update:
        floors = updated_floors(comparisons, allow_lower=options.allow_lower)
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    dropped = [line for line in comparisons if line.dropped]
    if dropped and not options.allow_lower:
        print(f"{len(dropped)} of {len(comparisons)} figures fell below their floor", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
