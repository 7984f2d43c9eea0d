"""Lock of a file, so that two runs of a command do not share their progress."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..exit_codes import CommandError


@contextmanager
def lock_file(path: Path) -> Iterator[None]:
    """Hold a file or a folder for one run. The system releases it when the process ends.

    Args:
        path: File or folder, which need not exist; a file beside it, `.lock`, is the lock.

    Raises:
        CommandError: Another run holds it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(f"{path.name}.lock"), blocking=False)
    try:
        lock.acquire()
    except Timeout:
        raise CommandError(f"Another run uses {path}. Wait until it ends.") from None
    try:
        yield
    finally:
        with suppress(OSError):  # Windows removes it after its release
            Path(lock.lock_file).unlink()
        lock.release()
