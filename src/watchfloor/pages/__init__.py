"""Pages: what a user names on the command line, opened, decoded and bounded."""

from watchfloor.pages.opening import Limits, open_pages

__all__ = ["Limits", "open_pages"]
