"""When: which deed a time dates, and which times are the launch's."""
