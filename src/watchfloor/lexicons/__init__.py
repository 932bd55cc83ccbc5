"""The knowledge as data: rows with their public source, validated when they are loaded.

`world/` holds facts that no language owns (systems, agencies, outlets, sites, seas); a folder a language (`en/`) holds
words. Code that needs a table asks `table()` or `words()`; nothing else opens these files.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from watchfloor.errors import LexiconError

Row = dict[str, str]
_HERE = Path(__file__).parent  # a wheel is never run zipped, and importlib.resources takes 5 ms to import


def _open_text(path: str) -> str:
    return (_HERE / path).read_text(encoding="utf-8")


@cache
def table(path: str, *, required: tuple[str, ...] = ("name", "source")) -> tuple[Row, ...]:
    """The rows of a CSV lexicon, each a dict of its columns: `table("world/systems.csv")[0]["name"]`.

    Raises LexiconError, naming file and row, where a required column is empty or a row has too many or too few cells.
    """
    rows = _rows(path)
    for number, row in enumerate(rows, start=2):
        missing = [column for column in required if not row.get(column)]
        if missing:
            raise LexiconError(f"{path} row {number}: column {', '.join(missing)} is empty")
    return rows


@cache
def _rows(path: str) -> tuple[Row, ...]:
    """A file's rows; dicts made here take a third of the time of csv.DictReader's: 13,000 rows are read at the start."""
    header, *lines = filter(None, csv.reader(_open_text(path).splitlines()))
    rows = []
    for number, cells in enumerate(lines, start=2):
        if len(cells) != len(header):
            raise LexiconError(f"{path} row {number}: it has not as many cells as the header has columns")
        rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)


@cache
def words(path: str) -> dict[str, Any]:
    """The tables of a TOML lexicon: `words("en/cues.toml")["says"]`. Raises LexiconError where it is not TOML."""
    try:
        return tomllib.loads(_open_text(path))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: {error}") from error


def names(row: Row) -> tuple[str, ...]:
    """A row's name and its aliases (`;` between them), in that order."""
    aliases = row.get("aliases")
    if not aliases:
        return (row["name"],)
    return (row["name"], *[name for alias in aliases.split(";") if (name := alias.strip())])
