"""What the tests of the speakers' tables share: forms as the matcher sees them, and what a phrase is read as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from watchfloor.claims.grammar.vocabulary import fold, tokens, vocabulary
from watchfloor.lexicons import Row, names

Key = tuple[str, ...]


def key(form: str) -> Key:
    """A form as the matcher compares it: `key("Japan’s Ministry of Defence") == key("Japan Ministry of Defense")`."""
    return tuple(token.word for token in tokens(fold(form)) if token.word not in ("'", "'s"))


def cell(row: Row, column: str) -> tuple[str, ...]:
    """The values of a cell that holds several: `cell({"bare": "army; navy"}, "bare") == ("army", "navy")`."""
    return tuple(value.strip() for value in row[column].split(";") if value.strip())


def repeated(forms: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The forms given to more than one owner, or to one owner twice, out of (form, owner) pairs."""
    owners: dict[Key, list[str]] = defaultdict(list)
    for form, owner in forms:
        owners[key(form)].append(owner)
    return {" ".join(form): given for form, given in owners.items() if len(given) > 1}


def forms_of(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """Every (form, name) of a table: names and aliases."""
    return [(form, row["name"]) for row in rows for form in names(row)]


def read_as(text: str, role: str) -> str | None:
    """The name of the row a text begins with, if it begins with one: `read_as("Yonhap said", "outlet")`."""
    matched = vocabulary().match(tokens(fold(text)), 0, text)
    return matched[0].roles[role]["name"] if matched and role in matched[0].roles else None
