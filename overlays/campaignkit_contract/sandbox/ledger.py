"""Ledger: what a run is about to make, what it made, and what it has removed again.

Each line of the file is one step in JSON, written before the request that it is about. So a killed
run leaves the means to remove what it made. The file contains ids and names of the run, and neither
keys nor bodies of responses.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Literal

from ..spec.document import Json

_FIRST = b'{"server": '

State = Literal["planned", "made", "removed", "kept"]


@dataclass
class Entry:
    """One change that the run makes, and how it is undone."""

    number: int
    operation: str
    values: Mapping[str, str]
    """Path values of the operation that makes the change."""
    kind: str = ""
    """Kind of the resource that it makes; empty for a change that `undo` reverts."""
    text: str = ""
    """Name that was sent, by which the resource is found if its id is not known."""
    undo: Json | None = None
    """Call that reverts the change: its operation, values and JSON body."""
    id: str = ""
    """Id of the resource; empty until the server has returned it."""
    state: State = "planned"

    @property
    def is_open(self) -> bool:
        """Return True until the change is undone, or known to stay."""
        return self.state in {"planned", "made"}


@dataclass
class Ledger:
    """Entries of a run, in a file or in memory only."""

    path: Path | None = None
    entries: list[Entry] = field(default_factory=list)
    header: Mapping[str, str] = field(default_factory=dict)
    """Server and marker of the run."""
    _cut: tuple[int, str] | None = None
    """For a file that was loaded: its length without a cut line, and what ends its last line."""
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)
    """Held for each step: calls at the same time need different numbers."""

    @classmethod
    def load(cls, path: Path) -> "Ledger":
        """Return the ledger that a run has written.

        A last line that is cut is left out: the run was killed while it wrote the line. The next
        step takes its place.

        Raises:
            ValueError: A line is damaged, or the file is not a ledger.
        """
        ledger, content = cls(path), path.read_bytes()
        length = len(content)
        *lines, last = content.split(b"\n")
        if _is_json(last):
            lines.append(last)
        elif last.startswith(b"{") and (lines or last.startswith(_FIRST) or last in _FIRST):
            length -= len(last)
        elif last:
            raise ValueError(f"line {len(lines) + 1} is damaged")
        for number, line in enumerate(lines, start=1):
            try:
                ledger._apply(json.loads(line))
            except (ValueError, LookupError, TypeError) as error:
                raise ValueError(f"line {number} is damaged") from error
        if lines and "server" not in ledger.header:
            raise ValueError("it names no server")
        ledger._cut = (length, "\n" if _is_json(last) else "")
        return ledger

    def begin(self, server: str, marker: str) -> None:
        """Write the header."""
        self.header = {"server": server, "marker": marker}
        self._write(dict(self.header))

    def plan(self, operation: str, values: Mapping[str, str], **fields: Any) -> Entry:
        """Record a change before its request is sent."""
        with self._lock:
            entry = Entry(len(self.entries), operation, dict(values), **fields)
            # First: after Ctrl-C in between, the file has all that is here.
            self._write(asdict(entry))
            self.entries.append(entry)
        return entry

    def update(self, entry: Entry, state: State, id_: str = "") -> None:
        """Record the new state of a change."""
        entry.state, entry.id = state, id_ or entry.id
        with self._lock:
            self._write({"number": entry.number, "state": state, "id": entry.id})

    def open_entries(self, since: int = 0) -> Iterator[Entry]:
        """Yield the entries that are not undone, from the newest to the oldest."""
        return (entry for entry in reversed(self.entries[since:]) if entry.is_open)

    def clear(self) -> None:
        """Drop every entry, after the server was reset."""
        self.entries.clear()

    def _apply(self, step: Json) -> None:
        if "marker" in step:
            self.header = step
        elif "operation" in step:
            self.entries.append(Entry(**step))
        else:
            entry = self.entries[step["number"]]
            entry.state, entry.id = step["state"], step["id"]

    def _write(self, step: Json) -> None:
        if self.path is None:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            if self._cut:
                (length, end), self._cut = self._cut, None
                file.truncate(length)
                file.write(end)
            file.write(f"{json.dumps(step)}\n")


def _is_json(line: bytes) -> bool:
    """Return True for a line that is a whole step, although its end is missing."""
    try:
        json.loads(line)
    except ValueError:
        return False
    return True
