"""Connections of our own clients, sync and async; only this package uses private names of httpx."""
