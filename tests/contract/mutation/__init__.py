"""Mutation testing of contract verification: bugs of the fake, and what detects them."""
