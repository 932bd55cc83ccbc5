"""The record for people: what a report tells, who says so and in which words, as text for a terminal or a pipe."""

from watchfloor.terminal.record import record_text
from watchfloor.terminal.screen import Glyphs, clean, glyphs_for, open_screen

__all__ = ["Glyphs", "clean", "glyphs_for", "open_screen", "record_text"]
