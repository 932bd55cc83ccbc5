"""Watchfloor reads news reports of missile and rocket launches into attributed, checked launch records."""

__version__ = "0.1.0"
