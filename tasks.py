"""Every task of the project: `python3 tasks.py setup`, then `.venv/bin/python tasks.py test`.

Needs the standard library alone, so that a fresh clone on a bare machine can run it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
SCRIPTS = ROOT / ".venv" / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)

Command = Sequence[str | Path]


def setup() -> None:
    """make .venv and install watchfloor with its development tools"""
    if not PYTHON.exists() and not _succeeds([sys.executable, "-m", "venv", ROOT / ".venv"]):
        # Debian ships Python without ensurepip; the machine's own pip can fill an environment from outside.
        _run([sys.executable, "-m", "venv", "--clear", "--without-pip", ROOT / ".venv"])
    inside = _succeeds([PYTHON, "-m", "pip", "--version"], quiet=True)
    pip: Command = [PYTHON, "-m", "pip"] if inside else [sys.executable, "-m", "pip", "--python", PYTHON]
    _run([*pip, "install", "--quiet", "--editable", f"{ROOT}[dev]"])
    print("ready: .venv/bin/watchfloor read examples/launch-report.txt")


def test() -> None:
    """run the tests, then hold the quality figures to their floors"""
    _run([PYTHON, "-m", "pytest"])
    gate()


def gate() -> None:
    """score the gold sets and compare with evaluation/floors.json"""
    _run([PYTHON, "evaluation/gate.py"])


def lint() -> None:
    """ruff and mypy"""
    _run([PYTHON, "-m", "ruff", "check", "."])
    _run([PYTHON, "-m", "mypy"])


def check() -> None:
    """everything that must hold before a commit is pushed: lint, tests, gate"""
    lint()
    test()


def bench() -> None:
    """measure the reading of a batch, side by side with spaCy where it is installed"""
    _run([PYTHON, "benchmarks/read.py"])


def picture() -> None:
    """draw docs/assets/read.svg from examples/launch-report.txt"""
    _run([PYTHON, "tools/make_readme_picture.py"])


def docs() -> None:
    """check the documentation against the code, and show what the next changelog entry will say"""
    _run([PYTHON, "-m", "pytest", "tests/test_docs.py"])
    _run([PYTHON, "-m", "towncrier", "build", "--draft", "--version", "next"])


TASKS: tuple[Callable[[], None], ...] = (setup, test, gate, lint, check, bench, picture, docs)


def _run(command: Command) -> None:
    print("$", " ".join(map(str, command)), flush=True)
    code = subprocess.run(command, cwd=ROOT).returncode
    if code:
        sys.exit(code)


def _succeeds(command: Command, *, quiet: bool = False) -> bool:
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, cwd=ROOT, stdout=output, stderr=output).returncode == 0


def main() -> None:
    """Run the tasks named on the command line, in order."""
    if sys.version_info < OLDEST:
        sys.exit(f"Watchfloor needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}")
    width = max(len(task.__name__) for task in TASKS)
    listing = "\n".join(f"  {task.__name__:{width}}  {task.__doc__}" for task in TASKS)
    parser = argparse.ArgumentParser(
        description=f"tasks:\n{listing}", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", nargs="+", choices=[task.__name__ for task in TASKS], metavar="task")
    wanted = parser.parse_args().task
    for name in wanted:
        next(task for task in TASKS if task.__name__ == name)()


if __name__ == "__main__":
    main()
