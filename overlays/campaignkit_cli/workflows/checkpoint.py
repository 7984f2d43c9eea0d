"""Checkpoint of an export: what is done, in a folder beside the file."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from ..exit_codes import CommandError
from .file_lock import lock_file

_BLOCK = 1 << 20  # bytes that are read at once


class Checkpoint:
    """IDs of an export and the rows that have arrived, in the order of the IDs.

    Args:
        target: File of the export.
        source: What is exported; another export must not go on with this checkpoint.
    """

    def __init__(self, target: Path, source: Mapping[str, Any]) -> None:
        self.folder = target.with_name(f"{target.name}.export")
        self.rows = self.folder / "rows.jsonl"
        self._ids = self.folder / "ids.txt"
        self._source = self.folder / "source.json"
        self._wanted = dict(source)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Hold the checkpoint, so that no second run adds rows to it.

        Raises:
            CommandError: Another run holds it, or it has rows of another export.
        """
        with lock_file(self.folder):
            self.folder.mkdir(exist_ok=True)
            self._claim()
            yield

    def _claim(self) -> None:
        if self._has_source():
            return
        if self.rows.exists() and self.rows.stat().st_size:
            raise CommandError(
                f"{self.folder} belongs to another export. Remove it, or change --to."
            )
        self._ids.unlink(missing_ok=True)
        self._source.write_text(json.dumps(self._wanted), encoding="utf-8")

    def _has_source(self) -> bool:
        """Return True if the folder is of the same export; a file that was cut off is not."""
        try:
            return bool(json.loads(self._source.read_text(encoding="utf-8")) == self._wanted)
        except (FileNotFoundError, ValueError):
            return False

    @property
    def has_ids(self) -> bool:
        """True if all IDs are known."""
        return self._ids.exists()

    def save_ids(self, ids: Iterable[str]) -> None:
        """Save all IDs, so that a second run has the same ones."""
        fresh = self._ids.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            file.writelines(f"{lead_id}\n" for lead_id in ids)
        fresh.replace(self._ids)

    def count_ids(self) -> int:
        """Return the number of IDs."""
        return _count_lines(self._ids)

    def remaining(self, done: int, size: int) -> Iterator[list[str]]:
        """Yield the IDs that have no row yet, in lists.

        Args:
            done: Number of IDs that have a row.
            size: Number of IDs in a list.
        """
        with self._ids.open(encoding="utf-8") as file:
            ids = (line.rstrip("\n") for line in islice(file, done, None))
            while chunk := list(islice(ids, size)):
                yield chunk

    def repair(self) -> int:
        """Return the number of rows, after the removal of a row that was cut off."""
        if not self.rows.exists():
            return 0
        with self.rows.open("rb+") as file:
            file.truncate(_end_of_last_line(file))
        return _count_lines(self.rows)

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add rows."""
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        with self.rows.open("a", encoding="utf-8") as file:
            file.write(text)

    def remove(self) -> None:
        """Remove the checkpoint."""
        shutil.rmtree(self.folder)


def _count_lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b""))


def _end_of_last_line(file: BinaryIO) -> int:
    """Return the number of bytes up to the last line break."""
    end = file.seek(0, os.SEEK_END)
    while end:
        start = file.seek(max(0, end - _BLOCK))
        found = file.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0
