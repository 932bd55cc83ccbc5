"""A progress bar on standard error, with lines that scroll above it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from watchfloor.terminal.screen import clean

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class LiveBar:
    """A bar that moves a step a report."""

    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task

    def step(self) -> None:
        self._progress.advance(self._task)

    def say(self, line: str) -> None:
        self._progress.console.print(clean(line), markup=False, highlight=False, soft_wrap=True)


@contextmanager
def progress_bar(*, total: int | None) -> Iterator[LiveBar]:
    """A bar that is gone when the work is done; `total` is None where nobody has counted the reports."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("reports"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield LiveBar(progress, progress.add_task("reading", total=total))
