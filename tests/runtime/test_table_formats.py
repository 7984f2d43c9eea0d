"""Rows of every operation fit the formats and libraries for tables."""

import csv
import io
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd  # type: ignore[import-untyped]
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from campaignkit import to_rows
from campaignkit.models import CallersCampaign
from campaignkit_fake import Fake
from campaignkit_runtime.models import Model
from campaignkit_runtime.pagination import Pager
from campaignkit_runtime.polling import Job
from campaignkit_runtime.results import Results

from tests.example_calls import (
    CLIENTS,
    OPERATION_IDS,
    arguments_of,
    method_of,
    operation_of,
    vendor_of,
)
from tests.runtime.schema_values import PRINTED_IDS, documented, success

# The responses of these are truth values, or have no body.
WITHOUT_MODELS = {
    "callers_contacts_archive",
    "callers_contacts_archive_by_phone_number",
    "callers_organizations_add_phone_numbers",
}


def payload_of(operation_id: str) -> Any:
    """Return the documented payload of an operation, or what the fake returns."""
    if operation_id in PRINTED_IDS:
        decoder = operation_of(operation_id).decoders[success(operation_id)]
        return decoder.payload(decoder.tolerant_body(documented(operation_id)))
    vendor = vendor_of(operation_id)
    client = CLIENTS[vendor](api_key=f"fake-{vendor}", transport=Fake().transport())
    return method_of(client, operation_id)(**arguments_of(operation_id))


def models_of(payload: Any) -> list[Model]:
    """Return the models of a payload: itself, its items, or the items of its first list."""
    if isinstance(payload, Job):
        return [payload.started]
    if isinstance(payload, Pager | Results | list):
        return [item for item in payload if isinstance(item, Model)][:50]
    if not isinstance(payload, Model):
        return []
    lists = (getattr(payload, name) for name in payload._json_names)
    items = next((value for value in lists if isinstance(value, list) and value), [])
    return [item for item in items if isinstance(item, Model)] or [payload]


def rows_of(operation_id: str, nested: Any) -> list[dict[str, Any]]:
    """Return the rows of an operation."""
    return [*to_rows(models_of(payload_of(operation_id)), nested=nested)]


WITH_MODELS = [name for name in OPERATION_IDS if name not in WITHOUT_MODELS]
each_operation = pytest.mark.parametrize("operation_id", WITH_MODELS)


@pytest.mark.parametrize("operation_id", sorted(WITHOUT_MODELS))
def test_without_models(operation_id: str) -> None:
    """These operations return no model."""
    assert models_of(payload_of(operation_id)) == []


@pytest.mark.no_cover
@each_operation
def test_formats(operation_id: str, tmp_path: Path) -> None:
    """Parquet, DuckDB, pandas, polars, CSV and SQLite take the rows of each payload type."""
    rows = rows_of(operation_id, "json")
    columns = list(rows[0])

    assert all(list(row) == columns for row in rows)
    assert parquet(rows, tmp_path) == len(rows)
    assert pd.DataFrame(rows).shape == (len(rows), len(columns))
    assert pl.DataFrame(rows, infer_schema_length=None).shape == (len(rows), len(columns))
    assert sqlite(rows) == len(rows)
    assert len(csv_rows(rows)) == len(rows)


def parquet(rows: list[dict[str, Any]], folder: Path) -> int:
    """Write rows as Parquet; return how many DuckDB reads."""
    path = folder / "rows.parquet"
    pq.write_table(pa.Table.from_pylist(rows), path)
    counted = duckdb.execute("SELECT count(*) FROM read_parquet(?)", [str(path)]).fetchone()
    assert counted
    return int(counted[0])


def sqlite(rows: list[dict[str, Any]]) -> int:
    """Insert rows into a table; return how many it has."""
    columns = list(rows[0])
    names = ", ".join(f'"{name}"' for name in columns)
    values = [tuple(sqlite_value(row[name]) for name in columns) for row in rows]
    with sqlite3.connect(":memory:") as connection:
        connection.execute(f"CREATE TABLE rows ({names})")
        marks = ", ".join("?" * len(columns))
        connection.executemany(f"INSERT INTO rows VALUES ({marks})", values)  # noqa: S608
        return int(connection.execute("SELECT count(*) FROM rows").fetchone()[0])


def sqlite_value(value: Any) -> Any:
    """Return a value that sqlite3 takes; Python deprecates its adapters of date-times."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def csv_rows(rows: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
    """Write rows as CSV; return what is read."""
    rows = list(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return list(csv.DictReader(io.StringIO(text.getvalue())))


@pytest.mark.no_cover
@pytest.mark.parametrize("nested", ["columns", "keep"])
@each_operation
def test_data_frames(operation_id: str, nested: Any) -> None:
    """Pandas and polars take the rows in the other forms, too."""
    rows = rows_of(operation_id, nested)

    assert len(pd.DataFrame(rows)) == len(rows) > 0
    assert len(pl.DataFrame(rows, infer_schema_length=None)) == len(rows)


def test_empty_list_first() -> None:
    """A column whose first list is empty has one type in the form of JSON."""
    example = documented("callers_campaigns_list")[0]
    empty, full = example | {"variables": []}, example | {"variables": ["a"]}
    rows = list(to_rows(map(CallersCampaign.from_dict, (empty, full)), nested="json"))
    schema = pa.Table.from_pylist(rows).schema

    assert schema.field("variables").type == pa.string()
