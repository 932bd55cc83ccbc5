"""Launch claims: what a report says was fired, when, from where, how far and how high, and who says so."""

from watchfloor.claims.extract import extract_mentions

__all__ = ["extract_mentions"]
