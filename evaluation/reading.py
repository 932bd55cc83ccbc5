"""The gold reports as the product of today reads them: one batch through `watchfloor read --json`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from gold import GoldReport

COMMAND = (sys.executable, "-m", "watchfloor", "read", "--json")


class ReadingError(Exception):
    """The product ended with an error: there is nothing to score."""


def read_reports(reports: Iterable[GoldReport]) -> dict[str, list[dict[str, Any]]]:
    """The events of every report, by its id. The product is given text, date, outlet and language, never the events."""
    with tempfile.TemporaryDirectory() as folder:
        batch = Path(folder) / "batch.jsonl"
        batch.write_text("".join(map(_batch_line, reports)), encoding="utf-8")
        done = subprocess.run([*COMMAND, str(batch)], capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ReadingError(f"watchfloor read ended with {done.returncode}: {done.stderr[-2000:]}")
    return found_events(done.stdout.splitlines())


def found_events(lines: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Printed records by report id: `found_events(['{"id": "a", "events": []}']) == {"a": []}`."""
    records = (json.loads(line) for line in lines if line.strip())
    return {str(record["id"]): record.get("events", []) for record in records}


def _batch_line(report: GoldReport) -> str:
    fields = ("id", "text", "published", "outlet", "language")
    return json.dumps({field: getattr(report, field) for field in fields}, ensure_ascii=False) + "\n"
