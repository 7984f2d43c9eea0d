"""Decoding of responses: readers of parsed JSON, and a faster way by msgspec."""
