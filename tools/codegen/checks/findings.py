"""Findings of the checks."""

from dataclasses import dataclass

from .document import Pointer, place


@dataclass(frozen=True)
class Finding:
    """Mistake in a document: its place, and what to write instead."""

    at: Pointer
    text: str

    def __str__(self) -> str:
        return f"{place(self.at)}: {self.text}"
