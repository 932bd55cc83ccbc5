"""Reports: from a page's bytes or characters to the story told on it, with its zones."""

from watchfloor.reports.reading import read_report

__all__ = ["read_report"]
