"""The directions of import, as docs/flow.md draws them: who may know whom, and nobody in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "watchfloor"
PACKAGE = SOURCE.name

ALLOWED = {
    "__init__": set(),
    "__main__": {"cli"},
    "cli": {"pipeline", "contract", "terminal"},
    "pipeline": {"fetch", "pages", "reports", "claims", "events", "register", "places"},
    "contract": set(),
    "terminal": {"lexicons"},
    "outputs": {"register"},
    "fetch": set(),
    "pages": set(),
    "reports": {"dates", "lexicons"},
    "claims": {"dates", "places", "quantities", "lexicons"},
    "dates": {"lexicons"},
    "places": {"lexicons"},
    "quantities": {"lexicons"},
    "events": {"physics", "lexicons"},
    "physics": {"lexicons"},
    "register": set(),
    "lexicons": set(),
    "records": set(),
    "errors": set(),
}
EVERYBODYS = {"records", "errors"}
SLOW = {"rich", "trafilatura", "htmldate", "justext", "shapely", "lxml", "numpy"}


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    """The room of the house a module stands in: `claims/extract.py` → "claims"."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def dotted(path: Path) -> str:
    parts = (PACKAGE, *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


def names_imported(tree: ast.AST) -> Iterator[str]:
    """Every dotted name an import statement could mean, those inside functions and type checks included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide their direction"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules_imported(tree: ast.AST, known: set[str]) -> set[str]:
    """The package's own modules that a tree imports: of `watchfloor.errors.EmptyInput` that is `watchfloor.errors`."""
    found = set()
    for name in names_imported(tree):
        while name and name not in known:
            name = name.rpartition(".")[0]
        if name:
            found.add(name)
    return found


def at_load(tree: ast.Module) -> ast.Module:
    """What runs when the module is imported: its top level, without functions and without type checks."""
    kept = [
        node
        for node in tree.body
        if not isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test))
    ]
    return ast.Module(body=kept, type_ignores=[])


TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in modules()}
KNOWN = {dotted(path) for path in TREES}


@pytest.mark.parametrize("path", list(TREES), ids=dotted)
def test_a_room_knows_only_those_it_may(path: Path) -> None:
    imported = {name.split(".")[1] for name in modules_imported(TREES[path], KNOWN) if "." in name}
    strangers = imported - ALLOWED[room(path)] - EVERYBODYS - {room(path)}
    assert not strangers


def test_every_room_has_its_rule() -> None:
    assert {room(path) for path in TREES} <= set(ALLOWED)


def test_no_module_imports_in_a_circle() -> None:
    graph = {
        dotted(path): modules_imported(at_load(tree), KNOWN) - {dotted(path), PACKAGE} for path, tree in TREES.items()
    }
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"a circle: {' → '.join(error.args[1])}")
    assert set(order) >= KNOWN - {PACKAGE}


@pytest.mark.parametrize("path", list(TREES), ids=dotted)
def test_slow_libraries_load_only_where_they_are_used(path: Path) -> None:
    loaded = {name.split(".")[0] for name in names_imported(at_load(TREES[path]))}
    assert not loaded & SLOW


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import watchfloor.errors", {"watchfloor.errors"}),
        ("from watchfloor.errors import EmptyInput", {"watchfloor.errors"}),
        ("from watchfloor import errors", {"watchfloor.errors"}),
        ("def late():\n    from watchfloor.records import Page", {"watchfloor.records"}),
        ("import json", set()),
    ],
)
def test_an_import_is_seen_however_it_is_written(source: str, expected: set[str]) -> None:
    assert modules_imported(ast.parse(source), KNOWN) - {PACKAGE} == expected
