"""Values of options: texts, JSON, files, standard input, and models."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from campaignkit_operations.argument_values import Schema, value_schema

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

NULL: Any = object()
"""Value of an option that was given as `null`."""


def is_structured(schema: Schema) -> bool:
    """Return True if a value is an object, a list of objects, or any JSON."""
    schema = value_schema(schema)
    if schema.get("type") == "array":
        return is_structured(schema.get("items", {}))
    return schema.get("type") not in ("string", "integer", "number", "boolean")


class KnownValue(click.ParamType[Any]):
    """Value of an enumeration, which takes other values too."""

    name = "value"

    def __init__(self, schema: Schema) -> None:
        self._values = [value for value in schema["enum"] if value is not None]

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return the known values."""
        return f"[{'|'.join([*self._values, '...'])}]"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the known values that begin with a text."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(item) for item in self._values if str(item).startswith(incomplete)]


class Instant(click.ParamType[Any]):
    """Time with a UTC offset."""

    name = "time"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Return the time of a text in ISO 8601."""
        try:
            instant = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"must be a time such as 2026-04-01T08:00:00Z, got {value!r}.", param, ctx)
        if instant.tzinfo is None:
            self.fail(f"must have a UTC offset, such as Z at its end, got {value!r}.", param, ctx)
        return instant


class JsonValue(click.ParamType[Any]):
    """JSON as text, in a file (`@file.json`) or on standard input (`-`)."""

    name = "json"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the parsed JSON."""
        text = read_source(str(value))
        try:
            parsed = json.loads(text)
        except ValueError as error:
            self.fail(f"must be JSON, @file.json or -. {error}.", param, ctx)
        return NULL if parsed is None else parsed


def read_source(value: str) -> str:
    """Return standard input for `-`, the content of a file for `@path`, or the text itself."""
    if value == "-":
        return sys.stdin.read()
    if value.startswith("@"):
        return read_file(value[1:])
    return value


def read_file(name: str) -> str:
    """Return the text of a file."""
    return "".join(open_text(name))


def open_text(name: str) -> Iterator[str]:
    """Yield the lines of a file, one at a time."""
    try:
        with Path(name).open(encoding="utf-8") as file:
            yield from file
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise click.UsageError(f"{name} cannot be read: {reason}.") from None


def read_list(values: Sequence[str]) -> list[str]:
    """Return values; `@path` and `-` are the lines of a file or of standard input."""
    found: list[str] = []
    for value in values:
        if value == "-" or value.startswith("@"):
            found += [line.strip() for line in read_source(value).splitlines() if line.strip()]
        else:
            found.append(value)
    return found


def read_pairs(flag: str, values: Sequence[str], *, is_json: bool) -> dict[str, Any]:
    """Return `name=value` pairs as a dictionary; `@path` and `-` hold a JSON object.

    Args:
        flag: Option, for messages.
        values: Texts of the option.
        is_json: True parses a value as JSON if it is JSON.
    """
    found: dict[str, Any] = {}
    for value in values:
        if value == "-" or value.startswith("@"):
            parsed = JsonValue().convert(value, None, None)
            if not isinstance(parsed, dict):
                raise click.UsageError(f"{flag} must be a JSON object.")
            found |= parsed
            continue
        name, separator, text = value.partition("=")
        if not separator:
            raise click.UsageError(f"{flag} must be NAME=VALUE, got {value!r}.")
        found[name] = _json_or_text(text) if is_json else text
    return found


def _json_or_text(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
