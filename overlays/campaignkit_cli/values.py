"""Values of options: texts, JSON, files, standard input, and models."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from campaignkit_runtime.catalog import Argument

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Schema = dict[str, Any]

NULL: Any = object()
"""Value of an option that was given as `null`."""


def value_schema(schema: Schema) -> Schema:
    """Return the schema of a value that is not null; an enumeration keeps its known values."""
    choices = [choice for choice in schema.get("anyOf", []) if choice != {"type": "null"}]
    if not choices:
        kind = schema.get("type")
        others = [item for item in kind if item != "null"] if isinstance(kind, list) else []
        return {**schema, "type": others[0]} if others else schema
    known: list[Schema] = [choice for choice in choices if "enum" in choice]
    if known:
        return known[0]
    return value_schema(choices[0]) if len(choices) == 1 else {}


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


def as_model(argument: Argument, value: Any) -> Any:
    """Return parsed JSON as the model that an argument takes, or as a list of them."""
    if value is NULL:
        return None
    if not argument.model or value is None:
        return value
    from campaignkit import models

    kind = getattr(models, argument.model)
    is_list = value_schema(argument.schema).get("type") == "array"
    if is_list and not isinstance(value, list):
        raise click.UsageError(f"{argument.name} must be a list.")
    _check_fields(argument.name, argument.schema, value)
    try:
        return [kind.from_dict(item) for item in value] if is_list else kind.from_dict(value)
    except ValueError as error:
        place = str(getattr(error, "path", "$")).removeprefix("$")
        raise click.UsageError(f"{argument.name}{place} must be {error}.") from None


def _check_fields(place: str, schema: Schema, value: Any) -> None:
    """Refuse a field that the schema lacks, because a model would leave it out."""
    schema = value_schema(schema)
    properties = schema.get("properties")
    if isinstance(value, list):
        for index, item in enumerate(value):
            _check_fields(f"{place}[{index}]", schema.get("items", {}), item)
    elif isinstance(value, dict) and properties:
        for name, item in value.items():
            if name in properties:
                _check_fields(f"{place}.{name}", properties[name], item)
            elif not schema.get("additionalProperties"):
                known = ", ".join(properties)
                raise click.UsageError(f"{place} has no field {name!r}. Its fields: {known}.")
