"""Who says so: sources, cues, content, and the speakers a report has named."""
