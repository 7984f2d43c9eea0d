"""Callers.ai's areas: the state of each, and the rules that change it."""
