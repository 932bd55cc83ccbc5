"""Draw docs/assets/read.svg: the record of examples/launch-report.txt as a terminal shows it."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from watchfloor.pipeline import open_pages, read_page
from watchfloor.records import Page
from watchfloor.terminal import record_text

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = "examples/launch-report.txt"
PICTURE = ROOT / "docs" / "assets" / "read.svg"
WIDTH = 80

THEME = TerminalTheme(
    (16, 22, 30),
    (222, 228, 236),
    [
        (40, 48, 58), (255, 107, 107), (126, 211, 133), (240, 200, 98),
        (100, 160, 255), (200, 140, 240), (110, 200, 220), (222, 228, 236),
    ],
)  # fmt: skip


def draw(page: Page) -> str:
    """The SVG of a page's record, with no font or anything else to fetch."""
    read = read_page(page)
    terminal = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=WIDTH)
    shown = record_text(read.report, read.events, console=terminal)
    canvas = Console(file=io.StringIO(), record=True, width=WIDTH, force_terminal=True)
    canvas.print(Text.from_ansi(f"$ watchfloor read {EXAMPLE}\n\n{shown}"))
    svg = canvas.export_svg(title="watchfloor", theme=THEME, unique_id="read")
    return re.sub(r"@font-face \{.*?\}\n?", "", svg, flags=re.DOTALL)


def main() -> None:
    (page,) = open_pages([str(ROOT / EXAMPLE)], stdin=io.BytesIO())
    assert isinstance(page, Page), page
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(draw(page), encoding="utf-8")


if __name__ == "__main__":
    main()
