"""How it flew and what came of it: figures, headings, zones, outcomes, purposes."""
