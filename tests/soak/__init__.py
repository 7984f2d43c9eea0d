"""Soak test: the clients against the fake, for minutes, under random faults."""
