"""Matrices: laws that the spec implies for every operation, checked cell by cell."""
