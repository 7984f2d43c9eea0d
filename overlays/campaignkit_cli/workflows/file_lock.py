"""Lock of a file, so that two runs of a command do not share their progress."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..exit_codes import CommandError


@contextmanager
def lock_file(path: Path) -> Iterator[None]:
    """Hold a file for one run. The system releases it when the process ends.

    Args:
        path: File to hold; it is created, and removed if it stays empty.

    Raises:
        CommandError: Another run holds the file.
    """
    try:
        import fcntl
    except ImportError:  # Windows has no such lock
        yield
        return
    with path.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CommandError(f"Another run uses {path}. Wait until it ends.") from None
        try:
            yield
        finally:
            if path.exists() and not path.stat().st_size:
                path.unlink()
