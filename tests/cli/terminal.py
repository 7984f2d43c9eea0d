"""Streams of a terminal, and the result of a command."""

import io
from typing import NamedTuple


class Terminal(io.StringIO):
    """Text stream that claims to be a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


class Result(NamedTuple):
    """Exit code and output of a command."""

    code: int
    out: str
    err: str
