"""State: the store, its collections, and the seeds of their data."""
