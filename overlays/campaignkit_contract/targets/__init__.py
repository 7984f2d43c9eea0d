"""Targets: the servers under test, and how requests to them are built."""
