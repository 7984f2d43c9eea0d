"""Findings of the checks, and the error that reports them."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from .document import Pointer, place


class DocumentError(Exception):
    """Error of a document or a configuration; each message names a place and a reason."""

    def __init__(self, *messages: str, findings: Iterable["Finding"] = ()) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages
        self.findings = tuple(findings)


@dataclass(frozen=True)
class Finding:
    """Mistake in a document: its place, and the correction."""

    at: Pointer
    text: str
    line: int | None = None
    """Line of a text that could not be parsed; other findings have a place."""

    def __str__(self) -> str:
        return f"{place(self.at)}: {self.text}" if self.at else self.text


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return the end of a message: the known name that is nearest, or all if they are few."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    if 0 < len(names) <= _MAX_LISTED:
        return f"use one of {', '.join(names)}"
    return "correct the name"


_MAX_LISTED = 12
