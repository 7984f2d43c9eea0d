"""Trial of a foreign document: its report, and a client package."""
