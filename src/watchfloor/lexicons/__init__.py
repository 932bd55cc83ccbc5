"""The knowledge as data: rows with their public source, validated when they are loaded.

`world/` holds facts that no language owns (systems, agencies, outlets, sites, seas); a folder a language (`en/`) holds
words. Code that needs a table asks `table()` or `words()`; nothing else opens these files.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from watchfloor.errors import LexiconError

Row = dict[str, str]


def _open_text(path: str) -> str:
    return (resources.files(__package__) / path).read_text(encoding="utf-8")


@cache
def table(path: str, *, required: tuple[str, ...] = ("name", "source")) -> tuple[Row, ...]:
    """The rows of a CSV lexicon, each a dict of its columns: `table("world/systems.csv")[0]["name"]`.

    Raises LexiconError, naming file and row, where a required column is empty or a row has too many or too few cells.
    """
    rows = []
    for number, row in enumerate(csv.DictReader(_open_text(path).splitlines()), start=2):
        if None in row or None in row.values():
            raise LexiconError(f"{path} row {number}: it has not as many cells as the header has columns")
        missing = [column for column in required if not row.get(column)]
        if missing:
            raise LexiconError(f"{path} row {number}: column {', '.join(missing)} is empty")
        rows.append(row)
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
    aliases = (alias.strip() for alias in row.get("aliases", "").split(";"))
    return (row["name"], *(alias for alias in aliases if alias))
