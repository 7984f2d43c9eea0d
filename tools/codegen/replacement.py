"""Replacement of a generated package in one step, also if the run is killed."""

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

# Beside the package, so that renaming does not cross file systems.
_FRESH = ".fresh"
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_HERE = -100  # AT_FDCWD: paths are relative to the working directory


@contextlib.contextmanager
def scratch_folder(package: Path) -> Iterator[Path]:
    """Yield an empty folder beside a package, and remove it at the end.

    The folders of runs that were killed are removed before.
    """
    package.parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(package)
    scratch = package.parent / f"{_prefix(package)}{os.getpid()}"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def remove_leftovers(package: Path) -> None:
    """Remove the folders of killed runs; put a package back that was moved aside."""
    for folder in package.parent.glob(f"{_prefix(package)}*"):
        if _is_running(folder.name.rpartition(".")[2]):
            continue
        if not package.exists() and (folder / "old").exists():
            (folder / "old").rename(package)
        shutil.rmtree(folder, ignore_errors=True)


def replace(fresh: Path, package: Path) -> None:
    """Replace a package by the fresh one, which is in a scratch folder beside it.

    If the system can exchange two folders, a complete package exists at any time. Otherwise the
    old package is moved aside first. If this run is killed, the next run restores it.
    """
    if package.exists() and _exchange(fresh, package):
        return
    if package.exists():
        package.rename(fresh.parent / "old")
    fresh.rename(package)


def write_text(path: Path, text: str) -> None:
    """Write a file as a whole: a reader sees the old text or the new one."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)


def _prefix(package: Path) -> str:
    return f".{package.name}{_FRESH}."


def _is_running(process: str) -> bool:
    """Return True if another process has that number."""
    if not process.isdecimal() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # it belongs to another user
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return False if the system cannot."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, _EXCHANGE) == 0)
        return bool(library.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):  # no such function, or no such library
        return False
