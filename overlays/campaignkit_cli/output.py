"""Output of results: table, json, jsonl, csv or yaml, on standard output."""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any, NamedTuple, TextIO

import click
from campaignkit_operations.json_values import as_json

from .exit_codes import CommandError, ExitCode
from .rows import Row, cell, columns_of, flatten, select
from .streams import note
from .tables import table_lines

FORMATS = ("table", "json", "jsonl", "csv", "yaml")

# Rows that set the widths and columns; more rows follow with the same ones.
_CHUNK = 200


class OutputOptions(NamedTuple):
    """Options of the output of a command."""

    format: str
    query: str | None = None
    fields: tuple[str, ...] = ()
    has_color: bool = False


def output_options(
    output: str | None,
    query: str | None,
    fields: str | None,
    *,
    no_color: bool,
    environment: Mapping[str, str],
) -> OutputOptions:
    """Return the options; without a format, a table on a terminal and JSON elsewhere."""
    is_terminal = sys.stdout.isatty()
    if query:
        _check_query(query)
    return OutputOptions(
        output or ("table" if is_terminal else "json"),
        query,
        tuple(name.strip() for name in fields.split(",") if name.strip()) if fields else (),
        is_terminal and not no_color and not environment.get("NO_COLOR"),
    )


def write_value(value: Any, options: OutputOptions) -> None:
    """Write one result; nothing for the response of an operation without a body."""
    if value is None:
        return
    data = _searched(as_json(value), options)
    if isinstance(data, list):
        _write_rows(data, options)
    elif options.format in ("json", "jsonl", "yaml"):
        [picked] = _selected([data], options) if options.fields else [data]
        _WRITERS[options.format](iter([picked]), sys.stdout, is_list=False)
    elif options.format == "table" and not options.fields and isinstance(data, Mapping):
        pairs = [{"field": name, "value": item} for name, item in flatten(data).items()]
        _write_table(iter(pairs), options)
    elif data is not None:
        _write_rows([data], options)


def write_items(items: Iterable[Any], options: OutputOptions) -> int:
    """Write the items of a list as they come, and return their number.

    A query needs the whole list; without one, memory does not grow with the list.
    """
    if options.query:
        found = [as_json(item) for item in items]
        write_value(found, options)
        return len(found)
    counter = _Counter(as_json(item) for item in items)
    _write_rows(counter, options)
    return counter.count


class _Counter:
    """Iterator that counts its items."""

    def __init__(self, items: Iterable[Any]) -> None:
        self._items = iter(items)
        self.count = 0

    def __iter__(self) -> Iterator[Any]:
        for item in self._items:
            self.count += 1
            yield item


def _searched(data: Any, options: OutputOptions) -> Any:
    if not options.query:
        return data
    import jmespath

    try:
        return jmespath.search(options.query, data)
    except (jmespath.exceptions.JMESPathError, TypeError) as error:  # TypeError: of max_by
        message = f"The call is done, but --query does not fit its result. {_reason(error)}"
        raise CommandError(message, ExitCode.FAILED_HERE) from None


def _reason(error: Exception) -> str:
    """Return why a query failed, without the value that it failed on."""
    name = getattr(error, "function_name", None)
    if name and (kind := getattr(error, "actual_type", None)):
        return f"{name}() does not take the type {kind}."
    return " ".join(str(error).split())


def _check_query(query: str) -> None:
    """Refuse a query that is not valid, before anything is sent."""
    import jmespath

    try:
        jmespath.compile(query)
    except jmespath.exceptions.JMESPathError as error:
        raise click.UsageError(f"--query is not valid. {' '.join(str(error).split())}") from None


def _write_rows(items: Iterable[Any], options: OutputOptions) -> None:
    rows = _selected(items, options) if options.fields else iter(items)
    if options.format == "table":
        _write_table(rows, options)
    else:
        _WRITERS[options.format](rows, sys.stdout, is_list=True)


def _selected(items: Iterable[Any], options: OutputOptions) -> Iterator[Row]:
    """Yield rows of the columns of `--fields`; say at the end which of them no row has."""
    missing, row = set(options.fields), None
    for row in select(items, options.fields, missing):
        yield row
    if row is not None and missing:
        sys.stdout.flush()
        note(f"No item has the field {', '.join(sorted(missing))}.")


def _write_table(rows: Iterator[Any], options: OutputOptions) -> None:
    width = shutil.get_terminal_size((200, 24)).columns
    unseen: dict[str, None] = {}
    while chunk := [flatten(row) for row in islice(rows, _CHUNK)]:
        lines, hidden = table_lines(chunk, width, has_color=options.has_color)
        sys.stdout.write("\n".join(lines) + "\n")
        unseen |= dict.fromkeys(hidden)
    if unseen:
        sys.stdout.flush()
        note(f"Not shown: {', '.join(unseen)}. Use --fields or -o json.")


def _write_json(rows: Iterator[Any], stream: TextIO, *, is_list: bool) -> None:
    if not is_list:
        stream.write(json.dumps(next(rows), ensure_ascii=False, indent=2) + "\n")
        return
    separator = "[\n"
    try:
        for row in rows:
            text = json.dumps(row, ensure_ascii=False, indent=2).replace("\n", "\n  ")
            stream.write(f"{separator}  {text}")
            separator = ",\n"
    except BaseException:
        if separator != "[\n":  # so that what came before an error is valid JSON
            stream.write("\n]\n")
        raise
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def _write_jsonl(rows: Iterator[Any], stream: TextIO, *, is_list: bool) -> None:
    del is_list
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def _write_csv(rows: Iterator[Any], stream: TextIO, *, is_list: bool) -> None:
    import csv

    del is_list
    first: list[Row] = [flatten(row) for row in islice(rows, _CHUNK)]
    columns = columns_of(first)
    writer = csv.DictWriter(stream, columns, extrasaction="ignore", lineterminator="\n")
    if first:
        writer.writeheader()
    for row in chain(first, map(flatten, rows)):
        writer.writerow({name: cell(row.get(name)) for name in columns})


def _write_yaml(rows: Iterator[Any], stream: TextIO, *, is_list: bool) -> None:
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.representer.sort_base_mapping_type_on_output = False
    if not is_list:
        yaml.dump(next(rows), stream)
        return
    is_empty = True
    for row in rows:
        is_empty = False
        yaml.dump([row], stream)
    if is_empty:
        stream.write("[]\n")


_WRITERS = {
    "json": _write_json,
    "jsonl": _write_jsonl,
    "csv": _write_csv,
    "yaml": _write_yaml,
}
