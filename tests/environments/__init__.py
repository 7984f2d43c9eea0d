"""Environments of users: each Python, with the lowest and the newest dependencies."""
