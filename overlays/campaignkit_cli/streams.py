"""Standard output and standard error of the process."""

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO


def accept_all_letters() -> None:
    """Write letters that the encoding of a stream lacks as escapes, instead of failing.

    A file or a pipe gets UTF-8 in every locale, because an escape would change the data.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")


def open_closed_streams() -> None:
    """Replace standard streams that the process started without; their output is dropped."""
    null = Path(os.devnull)
    sys.stdin = sys.stdin or null.open(encoding="utf-8")
    sys.stdout = sys.stdout or null.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or null.open("w", encoding="utf-8")


def note(text: str) -> None:
    """Write a line to standard error.

    A line that cannot be written is dropped, because the exit code says more than the line.
    """
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        _drop(sys.stderr)


def close_output() -> None:
    """Let nothing more be written to a closed pipe, also not at the exit of Python."""
    _drop(sys.stdout)


def _drop(stream: TextIO) -> None:
    """Drop what a stream still holds, and all that follows."""
    with suppress(OSError):  # a stream without a file descriptor has no pipe either
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
