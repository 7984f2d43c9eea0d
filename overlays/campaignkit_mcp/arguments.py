"""Arguments of tools: checked against the schema, and as the values that methods take."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from campaignkit_operations.argument_values import as_model
from campaignkit_operations.errors import UsageError
from campaignkit_runtime.catalog import Argument, OperationEntry
from campaignkit_runtime.datetimes import parse_rfc3339

from .input_schemas import DEFAULT_ITEMS, arguments_of, is_file

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

    from .input_schemas import Schema

_MAX_MESSAGE = 300  # characters of a message about a value


class CallArguments(NamedTuple):
    """Arguments of a call of an operation."""

    ids: dict[str, str]
    """Positional arguments by name."""
    keywords: dict[str, Any]
    max_items: int
    cursor: str | None


def check(schema: Schema, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of a tool without optional ones that are null.

    Raises:
        UsageError: They do not fit the schema; the message names the place.
    """
    required = schema.get("required", [])
    properties = schema["properties"]
    given = {
        name: value
        for name, value in values.items()
        if value is not None
        or name in required
        or name not in properties
        or _validator(properties[name]).is_valid(None)
    }
    closed = {**schema, "additionalProperties": False}
    for error in sorted(_validator(closed).iter_errors(given), key=lambda item: len(item.path)):
        place = ".".join(str(part) for part in error.absolute_path)
        message = f"{place}: {error.message}" if place else error.message
        raise UsageError(f"The arguments are not valid: {message[:_MAX_MESSAGE]}.")
    return {name: _whole(properties[name], value) for name, value in given.items()}


def _whole(schema: Schema, value: Any) -> Any:
    """Return 2.0 as 2 for an integer; in JSON Schema, and in JavaScript, both are the same."""
    return int(value) if schema.get("type") == "integer" and isinstance(value, float) else value


def call_arguments(
    entry: OperationEntry, values: Mapping[str, Any], defaults: Mapping[str, str]
) -> CallArguments:
    """Return checked arguments as those of the method.

    Args:
        entry: The operation.
        values: Arguments that fit the schema.
        defaults: Defaults of the profile, for arguments that are missing.

    Raises:
        UsageError: A value is not a date-time, a file or a model.
    """
    ids: dict[str, str] = {}
    keywords: dict[str, Any] = {}
    for argument in arguments_of(entry):
        name = argument.name
        value = values.get(name, defaults.get(name) if argument.is_required else None)
        if argument.location == "path":
            ids[name] = value
        elif name in values or value is not None:
            keywords[name] = _converted(argument, value)
    return CallArguments(
        ids, keywords, values.get("max_items", DEFAULT_ITEMS), values.get("cursor")
    )


def _converted(argument: Argument, value: Any) -> Any:
    if is_file(argument.schema.get("items", {})):
        return [_decoded(argument.name, item) for item in value]
    if argument.schema.get("format") == "date-time":
        try:
            return parse_rfc3339(value)
        except ValueError:
            raise UsageError(
                f"{argument.name} must be a time such as 2026-04-01T08:00:00Z, got {value!r}."
            ) from None
    return as_model(argument, value)


def _decoded(name: str, text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise UsageError(f"{name} must be in base64.") from None


def _validator(schema: Schema) -> Validator:
    from json import dumps

    return _compiled(dumps(schema, sort_keys=True))


@cache
def _compiled(schema: str) -> Validator:
    from json import loads

    from jsonschema import Draft202012Validator

    return Draft202012Validator(loads(schema))
