"""The fault matrix: every kind of failure of a call, and what it must come to."""
