"""File of rejected contacts, which can be corrected and synchronised like any other file."""

import csv
from collections.abc import Sequence
from pathlib import Path

from .contact_rows import REJECT_COLUMNS, Reject

_NAME, _OTHER_NAME = "rejects.csv", "rejects-2.csv"


def default_rejects(contacts: Path) -> Path:
    """Return the default file for rejected rows, which is never the file of the contacts."""
    return Path(_OTHER_NAME if contacts.resolve() == Path(_NAME).resolve() else _NAME)


def write_rejects(path: Path, rejects: Sequence[Reject]) -> None:
    """Write rejected rows as they are, with the line and the reason before their columns.

    The line and the reason of an earlier run are replaced.

    Args:
        path: File to write.
        rejects: Rejected rows of one file; at least one.
    """
    head = rejects[0].head
    old = len(REJECT_COLUMNS) if tuple(head[: len(REJECT_COLUMNS)]) == REJECT_COLUMNS else 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*REJECT_COLUMNS, *head[old:]])
        writer.writerows([reject.line, reject.reason, *reject.cells[old:]] for reject in rejects)
