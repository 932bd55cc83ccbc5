"""Events of one report: mentions joined by coreference, main and background told apart, judged and checked."""

from watchfloor.events.assemble import assemble_events

__all__ = ["assemble_events"]
