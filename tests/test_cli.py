"""The command: what it prints where, and the exit code it ends with. Pipes, disks and signals run as processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from watchfloor import __version__
from watchfloor.cli import SHELLS, Tally, cli
from watchfloor.errors import EmptyInput, UnsupportedLanguage, WatchfloorError
from watchfloor.pipeline import read_page
from watchfloor.records import Page

EXAMPLES = Path(__file__).parents[1] / "examples"
LAUNCH = (
    "North Korea fired two ballistic missiles into the East Sea on Friday, South Korea's Joint Chiefs of Staff said."
)
QUIET = "The harbour festival opens on Saturday with a parade of boats, the town council said on Monday."
COMMAND = [sys.executable, "-m", "watchfloor"]


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["read", *map(str, arguments)], input=stdin)


def lines(result: Result) -> list[Any]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def batch(path: Path, *reports: object) -> Path:
    text = "".join((report if isinstance(report, str) else json.dumps(report)) + "\n" for report in reports)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def launch(tmp_path: Path) -> Path:
    path = tmp_path / "launch.txt"
    path.write_text(LAUNCH, encoding="utf-8")
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "empty.txt"
    path.write_text(" \n", encoding="utf-8")
    return path


def test_a_report_becomes_a_record(launch: Path) -> None:
    result = run("--published", "2025-11-07", launch)
    assert result.exit_code == 0
    assert "Launch | North Korea | Fri 7 Nov 2025" in result.stdout
    assert result.stderr == ""


def test_a_report_without_a_launch_says_so(tmp_path: Path) -> None:
    (tmp_path / "quiet.txt").write_text(QUIET, encoding="utf-8")
    result = run(tmp_path / "quiet.txt")
    assert result.exit_code == 0
    assert "No launch reported." in result.stdout


def test_standard_input_is_a_dash() -> None:
    result = run("--json", "-", stdin=LAUNCH.encode())
    assert result.exit_code == 0
    assert [event["kind"] for event in lines(result)[0]["events"]] == ["launch"]


def test_a_file_is_one_json_line_when_piped(launch: Path) -> None:
    (record,) = lines(run("--json", launch))
    assert record["report"]["text"] == LAUNCH
    assert record["id"] is None


@pytest.mark.parametrize("example", ["launch-report.txt", "launch-report.html", "batch.jsonl"])
def test_the_examples_are_read(example: str) -> None:
    result = run("--json", EXAMPLES / example)
    assert result.exit_code == 0
    assert any(record["events"] for record in lines(result))


@pytest.mark.parametrize(
    ("given", "day"),
    [("2025-11-07", "2025-11-07"), ("2025-11-07T03:50Z", "2025-11-07"), ("7 Nov 2025", "2025-11-07"),
     ("7 November 2025", "2025-11-07"), ("November 7, 2025", "2025-11-07"), (" 20251107 ", "2025-11-07")],
)  # fmt: skip
def test_a_publication_date_is_understood(launch: Path, given: str, day: str) -> None:
    (record,) = lines(run("--json", "--published", given, launch))
    assert record["report"]["published"]["first"].startswith(day)


@pytest.mark.parametrize("given", ["yesterday", "2025-13-01", "7/11/2025", ""])
def test_a_date_that_is_none_is_a_usage_error(launch: Path, given: str) -> None:
    result = run("--published", given, launch)
    assert result.exit_code == 2
    assert "is no date" in result.stderr


@pytest.mark.parametrize("arguments", [(), ("--nonsense", "x"), ("--json",)])
def test_a_wrong_call_is_a_usage_error(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_outlet_and_language_are_given_on(launch: Path) -> None:
    (record,) = lines(run("--json", "--outlet", "Quay Gazette", "--language", "en", launch))
    assert (record["report"]["outlet"], record["report"]["language"]) == ("Quay Gazette", "en")


def test_an_unreadable_input_is_one_line_and_the_rest_is_read(launch: Path, empty: Path, tmp_path: Path) -> None:
    result = run(tmp_path / "missing.txt", launch, empty)
    assert result.exit_code == 1
    assert "Launch | North Korea" in result.stdout
    errors = result.stderr.splitlines()
    assert [line.split(":")[0] for line in errors] == ["watchfloor"] * 3
    assert "missing.txt" in errors[0]
    assert "empty.txt" in errors[1]
    assert errors[2] == "watchfloor: read 1 of 3 reports; 2 could not be read"


def test_one_failed_input_needs_no_summary(empty: Path) -> None:
    result = run(empty)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such name")
def test_a_file_name_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    result = run(tmp_path / "a\x1b[31m\nb.txt")
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr


def test_a_failed_report_keeps_its_line(tmp_path: Path) -> None:
    path = batch(
        tmp_path / "b.jsonl",
        {"id": "a", "text": LAUNCH},
        "{broken",
        {"id": "c", "text": " "},
        {"id": "d", "text": QUIET},
    )
    result = run("--json", path)
    records = lines(result)
    assert result.exit_code == 1
    assert [record.get("error", {}).get("type") for record in records] == [None, "BrokenLine", "EmptyInput", None]
    assert [record["id"] for record in records] == ["a", None, "c", "d"]
    assert [record.get("source") for record in records][1:3] == [f"{path} line 2", f"{path} line 3"]
    assert records[1]["events"] == []
    assert result.stderr.splitlines()[-1] == "watchfloor: read 2 of 4 reports; 2 could not be read"


def test_a_publication_date_that_is_none_is_told_and_the_report_still_read(tmp_path: Path) -> None:
    path = batch(tmp_path / "b.jsonl", {"id": "a", "text": LAUNCH, "published": "the day before"})
    result = run("--json", path)
    (record,) = lines(result)
    assert result.exit_code == 0
    assert record["events"]
    assert record["report"]["published"] is None
    assert result.stderr.startswith(f"watchfloor: {path} line 1: `published` 'the day before' is no date")
    assert record["report"]["warnings"][0] in result.stderr


FRENCH = "Le conseil municipal a annoncé lundi que la fête du port aurait lieu samedi prochain, avec un défilé de bateaux et des concerts sur les quais de la vieille ville."  # noqa: E501


def test_only_unsupported_languages_have_a_code_of_their_own(tmp_path: Path, empty: Path) -> None:
    path = batch(tmp_path / "b.jsonl", {"id": "a", "text": LAUNCH}, {"id": "b", "text": FRENCH, "language": "fr"})
    assert run("--json", path).exit_code == 3
    assert run("--json", path, empty).exit_code == 1


def test_ids_and_order_are_kept(tmp_path: Path) -> None:
    path = batch(tmp_path / "b.jsonl", *({"id": f"r{number}", "text": QUIET} for number in range(20)))
    assert [record["id"] for record in lines(run("--json", path))] == [f"r{number}" for number in range(20)]


def test_a_fault_of_ours_is_one_line_and_the_rest_is_read(
    launch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import watchfloor.pipeline

    other = tmp_path / "other.txt"
    other.write_text(QUIET, encoding="utf-8")
    read_page = watchfloor.pipeline.read_page

    def faulty(page: Any) -> Any:
        if page.source.endswith("launch.txt"):
            raise ZeroDivisionError("no such thing")
        return read_page(page)

    monkeypatch.setattr(watchfloor.pipeline, "read_page", faulty)
    result = run("--json", launch, other)
    assert result.exit_code == 1
    assert "internal error (ZeroDivisionError: no such thing); please report it" in result.stderr
    assert "Traceback" not in result.stderr
    assert [record.get("error", {}).get("type") for record in lines(result)] == ["InternalError", None]
    monkeypatch.setenv("WATCHFLOOR_DEBUG", "1")
    assert "Traceback" in run(launch).stderr


@pytest.mark.parametrize(
    ("failures", "code"),
    [
        ([None, None], 0),
        ([None, EmptyInput("empty")], 1),
        ([UnsupportedLanguage("French"), None], 3),
        ([UnsupportedLanguage("French"), EmptyInput("empty")], 1),
        ([UnsupportedLanguage("French")], 3),
    ],
)
def test_the_exit_code_follows_the_failures(failures: list[WatchfloorError | None], code: int) -> None:
    read = read_page(Page(source="-", text=QUIET))
    tally = Tally()
    for failure in failures:
        tally.add(failure or read)
    assert tally.exit_code == code


def test_a_summary_counts_in_thousands() -> None:
    assert Tally(read=4998, unread=2).summary == "read 4,998 of 5,000 reports; 2 could not be read"


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_prints_a_script(shell: str) -> None:
    result = CliRunner().invoke(cli, ["completion", shell])
    assert result.exit_code == 0
    assert "_WATCHFLOOR_COMPLETE" in result.stdout


def test_completion_of_another_shell_is_a_usage_error() -> None:
    assert CliRunner().invoke(cli, ["completion", "tcsh"]).exit_code == 2


def process(*arguments: str | Path, **more: Any) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, capture_output=more.pop("stdout", None) is None, text=True, timeout=60, **more)


def test_the_version_is_printed() -> None:
    done = process("--version")
    assert (done.returncode, done.stdout.split()[-1]) == (0, __version__)


def test_completion_answers_the_shell() -> None:
    environment = {"_WATCHFLOOR_COMPLETE": "bash_complete", "COMP_WORDS": "watchfloor re", "COMP_CWORD": "1"}
    done = subprocess.run([*COMMAND], env={**os.environ, **environment}, capture_output=True, text=True, timeout=60)
    assert "read" in done.stdout


def test_a_wrong_call_ends_the_process_with_2() -> None:
    done = process("read")
    assert done.returncode == 2
    assert "Usage:" in done.stderr


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    path = batch(tmp_path / "b.jsonl", *({"id": str(number), "text": QUIET} for number in range(500)))
    with subprocess.Popen(
        [*COMMAND, "read", "--json", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == ""
        assert running.wait(timeout=60) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_one_line(launch: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "read", "--json", launch], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60
        )
    assert done.returncode == 1
    assert done.stderr == "watchfloor: cannot write the output: No space left on device\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send")
def test_an_interrupt_ends_quietly(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "read", "--json", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        running.stdin.write(b'{"id": "1", "text": "')
        running.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(timeout=1.5)
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) == 130
        assert running.stderr.read().split(b"\n") == [b"", b"watchfloor: interrupted", b""]


def test_help_needs_no_stage() -> None:
    code = "import sys; from watchfloor.cli import cli; print(sorted(m for m in sys.modules if 'watchfloor.' in m))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "['watchfloor.cli', 'watchfloor.errors']"
