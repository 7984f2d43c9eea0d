"""Files of lead statuses: CSV, JSON Lines, Parquet and DuckDB."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from campaignkit_operations.leads import COLUMNS, NOT_IN_CAMPAIGN

from ..exit_codes import CommandError, ExitCode
from ..rows import cell

Row = dict[str, Any]

_STATUS, _TRUTH = "workflowStatus", "hasPendingApproval"
_CHUNK = 10_000  # rows that are in memory at once


def rows_of(path: Path) -> Iterator[Row]:
    """Yield the rows of the leads that are in the campaign, from JSON lines."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row: Row = json.loads(line)
            if row[_STATUS] != NOT_IN_CAMPAIGN:
                yield row


def _write_csv(source: Path, target: Path) -> None:
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        for row in rows_of(source):
            writer.writerow({name: cell(row.get(name)) for name in COLUMNS})


def _write_jsonl(source: Path, target: Path) -> None:
    with target.open("w", encoding="utf-8") as file:
        for row in rows_of(source):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _write_parquet(source: Path, target: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    kinds = {name: pyarrow.bool_() if name == _TRUTH else pyarrow.string() for name in COLUMNS}
    schema = pyarrow.schema(list(kinds.items()))
    rows = rows_of(source)
    with parquet.ParquetWriter(target, schema) as writer:
        while chunk := list(islice(rows, _CHUNK)):
            writer.write_table(pyarrow.Table.from_pylist(chunk, schema=schema))


def _write_duckdb(source: Path, target: Path) -> None:
    import duckdb

    kinds = ", ".join(f"{name}: '{'BOOLEAN' if name == _TRUTH else 'VARCHAR'}'" for name in COLUMNS)
    # Names and kinds are constants; the path is a parameter.
    statement = (
        f"CREATE TABLE leads AS SELECT * FROM read_json(?, columns={{{kinds}}},"  # noqa: S608
        f" format='newline_delimited') WHERE {_STATUS} <> '{NOT_IN_CAMPAIGN}'"
    )
    try:
        with duckdb.connect(str(target)) as database:
            database.execute(statement, [str(source)])
            # At the end of the connection, a full disk would pass unseen.
            database.execute("CHECKPOINT")
    except duckdb.Error as error:
        reason = " ".join(str(error).split())
        raise CommandError(
            f"DuckDB cannot write the file. {reason}", ExitCode.FAILED_HERE
        ) from None


_WRITERS: dict[str, Callable[[Path, Path], None]] = {
    ".csv": _write_csv,
    ".jsonl": _write_jsonl,
    ".parquet": _write_parquet,
    ".duckdb": _write_duckdb,
}


def check_suffix(target: Path) -> None:
    """Raise a CommandError if a file has an unknown kind, or its library is missing."""
    if target.suffix not in _WRITERS:
        known = ", ".join(_WRITERS)
        raise CommandError(f"--to must end in one of {known}, got {target.name!r}.")
    from importlib.util import find_spec

    library = {".parquet": "pyarrow", ".duckdb": "duckdb"}.get(target.suffix)
    if library and find_spec(library) is None:
        raise CommandError(f"{target.suffix} needs {library}. Run: pip install 'campaignkit[data]'")


def write_leads(source: Path, target: Path) -> int:
    """Write a file of the leads in the campaign as a whole, in the place of an earlier one.

    Return the number of leads.

    Args:
        source: Rows as JSON lines.
        target: File whose suffix says its kind.
    """
    fresh = target.with_name(f"{target.name}.new{target.suffix}")
    fresh.unlink(missing_ok=True)
    try:
        _WRITERS[target.suffix](source, fresh)
        fresh.replace(target)
    finally:
        for left in (fresh, fresh.with_name(f"{fresh.name}.wal")):  # DuckDB has a second file
            left.unlink(missing_ok=True)
    return sum(1 for _ in rows_of(source))
