"""Standard output and standard error of the process."""

import os
import sys
from contextlib import suppress


def note(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def close_output() -> None:
    """Let nothing more be written to a closed pipe, also not at the exit of Python."""
    with suppress(OSError):  # a stream without a file descriptor has no pipe either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
