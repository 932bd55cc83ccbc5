"""The gate: which figures it holds, when it fails, and how the floors move."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "evaluation"))

import gate
from figures import Figure, Figures
from gate import Comparison, Floors, compare_set, gated_figures, updated_floors
from reading import ReadingError

ROWS = {
    "distance": Figure(gold=8, found=8, hit=6, spoken=3, heard=6),
    "speed": Figure(gold=7, found=0, hit=0),
    "ALL": Figure(gold=15, found=8, hit=6, spoken=3, heard=6),
    "EVENTS": Figure(gold=4, found=4, hit=4),
}
FIGURES = Figures(ROWS, {})


def test_only_attributes_with_enough_claims_are_gated() -> None:
    now = gated_figures(FIGURES)
    assert now["EVENTS f1"] == 1.0
    assert now["ALL claimant"] == 0.5
    assert now["distance f1"] == 0.75
    assert "speed f1" not in now


@pytest.mark.parametrize(
    ("floor", "now", "dropped", "verdict"),
    [
        (0.9, 0.9, False, "holds"),
        (0.9, 0.8985, False, "holds"),
        (0.9, 0.8975, True, "DROPPED"),
        (0.9, 0.95, False, "above"),
        (0.0, 0.0, False, "holds"),
        (0.9, None, True, "gone"),
        (0.0, None, False, "gone"),
    ],
)
def test_verdict(floor: float, now: float | None, dropped: bool, verdict: str) -> None:
    line = Comparison("a", "ALL f1", floor, now)
    assert (line.dropped, line.verdict) == (dropped, verdict)


def test_a_new_figure_has_the_floor_zero_and_a_lost_one_is_kept() -> None:
    lines = compare_set("a", {"old f1": 0.5}, {"new f1": 0.7})
    assert [(line.figure, line.floor, line.now) for line in lines] == [("new f1", 0.0, 0.7), ("old f1", 0.5, None)]


LINES = [Comparison("a", "up", 0.5, 0.61237), Comparison("a", "down", 0.5, 0.4), Comparison("a", "gone", 0.5, None)]


@pytest.mark.parametrize(
    ("allow_lower", "floors"),
    [
        (False, {"a": {"up": 0.6124, "down": 0.5, "gone": 0.5}}),
        (True, {"a": {"up": 0.6124, "down": 0.4}}),
    ],
)
def test_floors_move_down_only_on_purpose(allow_lower: bool, floors: Floors) -> None:
    assert updated_floors(LINES, allow_lower=allow_lower) == floors


@pytest.fixture
def floors_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gate over one set whose figures are those above, with its floors in a folder of its own."""
    path = tmp_path / "floors.json"
    monkeypatch.setattr(gate, "FLOORS", path)
    monkeypatch.setattr(gate, "SETS", (Path("small.gold.jsonl"),))
    monkeypatch.setattr(gate, "score_set", lambda path: ((), FIGURES))
    return path


def test_the_first_update_writes_the_floors_and_the_gate_then_holds(floors_file: Path) -> None:
    assert gate.main(["--update"]) == 0
    assert json.loads(floors_file.read_text())["small.gold.jsonl"]["distance f1"] == 0.75
    assert gate.main([]) == 0


def test_a_drop_fails_and_updating_does_not_hide_it(floors_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors_file.write_text(json.dumps({"small.gold.jsonl": {"distance f1": 0.8}}))
    assert gate.main([]) == 1
    assert gate.main(["--update"]) == 1
    assert json.loads(floors_file.read_text())["small.gold.jsonl"]["distance f1"] == 0.8
    assert "distance f1             0.8000  0.7500  DROPPED" in capsys.readouterr().out
    assert gate.main(["--update", "--allow-lower"]) == 0
    assert json.loads(floors_file.read_text())["small.gold.jsonl"]["distance f1"] == 0.75


def test_unreadable_sets_are_an_error_of_their_own(
    floors_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path) -> None:
        raise ReadingError("watchfloor read ended with 2")

    monkeypatch.setattr(gate, "score_set", refuse)
    assert gate.main([]) == 2
    assert "ended with 2" in capsys.readouterr().err


def test_lowering_alone_is_no_order(floors_file: Path) -> None:
    with pytest.raises(SystemExit):
        gate.main(["--allow-lower"])
