"""Mistakes of people in the document and the settings, each with its messages."""
