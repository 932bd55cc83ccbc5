"""Undocumented is broken: options, exit codes, attributes and keys are described; what the documents name is there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.sample_records import EVENTS, REPORT
from watchfloor import cli
from watchfloor.contract import failure_of, record_of
from watchfloor.errors import WatchfloorError
from watchfloor.terminal.phrases import ATTRIBUTES

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("changelog.d/*.md")])
READ = (ROOT / "docs" / "read.md").read_text(encoding="utf-8")
SCHEMA_TEXT = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "docs" / "schema.json").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
EXIT_CODES = {name: value for name, value in vars(cli).items() if name.startswith("EXIT_")}


def options() -> Iterator[str]:
    for command in (cli.cli, *cli.cli.commands.values()):
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield from parameter.opts


def keys(plain: object) -> Iterator[str]:
    """Every key of a record, the attributes of a consensus apart."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield key
            yield from keys(list(value.values()) if key == "consensus" else value)
    elif isinstance(plain, list | tuple):
        for value in plain:
            yield from keys(value)


def codes() -> Iterator[str]:
    """Every code the schema lists for an attribute or a bound."""
    for rule in SCHEMA["$defs"]["claim"]["allOf"]:
        yield from rule["then"]["properties"]["value"].get("enum", ())
    yield from SCHEMA["$defs"]["count"]["properties"]["bound"]["enum"]
    yield from SCHEMA["$defs"]["when"]["properties"]["precision"]["enum"]


@pytest.mark.parametrize("option", sorted({*options(), "--version", "--help"}))
def test_every_option_is_described(option: str) -> None:
    assert option in READ


@pytest.mark.parametrize("code", sorted(EXIT_CODES.values()))
def test_every_exit_code_is_described(code: int) -> None:
    assert re.search(rf"^\| {code} \|", READ, re.MULTILINE)
    assert re.search(rf"^  {code} ", cli.READ_EPILOG, re.MULTILINE)


@pytest.mark.parametrize("shell", cli.SHELLS)
def test_every_shell_is_described(shell: str) -> None:
    assert f"`{shell}`" in READ or f"completion {shell}" in READ


@pytest.mark.parametrize("attribute", SCHEMA["$defs"]["claim"]["properties"]["attribute"]["enum"])
def test_every_attribute_is_described_and_has_a_label(attribute: str) -> None:
    assert f"| `{attribute}` |" in SCHEMA_TEXT
    assert attribute in ATTRIBUTES


def test_no_label_stands_for_an_attribute_the_schema_lacks() -> None:
    assert set(ATTRIBUTES) == set(SCHEMA["$defs"]["claim"]["properties"]["attribute"]["enum"])


@pytest.mark.parametrize(
    "key", sorted({*keys(record_of(REPORT, EVENTS)), *keys(failure_of(WatchfloorError("unread")))})
)
def test_every_key_is_described(key: str) -> None:
    assert f"`{key}`" in SCHEMA_TEXT


@pytest.mark.parametrize("code", sorted(set(codes())))
def test_every_code_is_described(code: str) -> None:
    assert f"`{code}`" in SCHEMA_TEXT


def links() -> Iterator[tuple[Path, str]]:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
            if not target.startswith(("http:", "https:", "mailto:")):
                yield document, target


@pytest.mark.parametrize(("document", "target"), list(links()), ids=lambda part: str(part).rpartition("/")[2])
def test_every_link_leads_somewhere(document: Path, target: str) -> None:
    path, _, anchor = target.partition("#")
    linked = (document.parent / path) if path else document
    assert linked.exists()
    if anchor:
        headings = re.findall(r"^#+ (.+)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
        assert anchor in {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_decision_is_in_the_index() -> None:
    index = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    notes = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [note for note in notes if f"({note})" not in index] == []


def marked_commands() -> dict[str, str]:
    """The README's own commands by the comment that marks them: {"set up": "python3 tasks.py setup", …}."""
    fenced = re.findall(r"^```\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    lines = [line for block in fenced for line in block.splitlines() if "# " in line]
    return {mark.strip(): command.strip() for command, _, mark in (line.partition(" # ") for line in lines)}


def test_ci_runs_the_commands_the_readme_shows() -> None:
    named = re.findall(r'readme_command "([^"]+)"', CI)
    assert named == ["set up", "read a report", "pass the tests"]
    assert set(named) <= set(marked_commands())


def test_set_up_is_at_most_two_commands() -> None:
    steps = list(marked_commands())
    assert steps.index("read a report") <= 2


@pytest.mark.parametrize("command", list(marked_commands().values()))
def test_what_a_readme_command_names_is_there(command: str) -> None:
    for word in command.split():
        if word.startswith("examples/") or word == "tasks.py":
            assert (ROOT / word).exists()
    if "tasks.py" in command:
        task = command.split()[-1]
        listing = subprocess.run([sys.executable, "tasks.py", "--help"], cwd=ROOT, capture_output=True, text=True)
        assert re.search(rf"^  {task} ", listing.stdout, re.MULTILINE)


def test_the_readme_uses_only_options_there_are() -> None:
    used = set(re.findall(r"watchfloor read [^\n#]*?(--[a-z]+)", README))
    assert used
    assert used <= set(options())


def test_changelog_fragments_have_a_type_towncrier_knows() -> None:
    fragments = [path.name for path in (ROOT / "changelog.d").iterdir() if path.name != "README.md"]
    kinds = {name.split(".")[-2] for name in fragments}
    assert kinds <= {"feature", "bugfix", "doc", "removal", "misc"}
