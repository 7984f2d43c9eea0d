"""Options of a command for the arguments of an operation."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from campaignkit_operations.argument_values import Schema, as_model, value_schema
from campaignkit_runtime.catalog import Argument, OperationEntry

from .option_names import flag_of, with_option_names
from .positional import Completer, complete_ids
from .values import (
    NULL,
    Instant,
    JsonValue,
    KnownValue,
    is_structured,
    read_list,
    read_pairs,
)


def options_of(entry: OperationEntry) -> Iterator[click.Option]:
    """Yield the options of an operation; a structured argument has one for each field too."""
    for argument in entry.arguments:
        if argument.location != "path":
            yield _option(argument, entry)
            yield from _field_options(argument)


def keyword_arguments(entry: OperationEntry, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keyword arguments of the method for the values of the options.

    Args:
        entry: The operation.
        options: Values by the names of the parameters; None and () mean absent values.

    Raises:
        click.UsageError: A required value is missing, or a value does not fit.
    """
    arguments = [argument for argument in entry.arguments if argument.location != "path"]
    values = {argument.name: _value(argument, options) for argument in arguments}
    for argument in arguments:
        if argument.is_required and values[argument.name] is None:
            raise click.UsageError(f"Missing option '{flag_of(argument)}'.")
    return {
        argument.name: as_model(argument, _or_null(values[argument.name]))
        for argument in arguments
        if values[argument.name] is not None
    }


def _or_null(value: Any) -> Any:
    return None if value is NULL else value


def _value(argument: Argument, options: Mapping[str, Any]) -> Any:
    value = options.get(parameter_name(argument))
    schema = value_schema(argument.schema)
    if is_map(schema):
        if not value:
            return None
        fields_schema = schema.get("additionalProperties")
        is_text = isinstance(fields_schema, dict) and fields_schema.get("type") == "string"
        return read_pairs(flag_of(argument), value, is_json=not is_text)
    if _is_list(schema):
        if not value:
            return None
        is_file = _is_file(schema["items"])
        return [Path(name) for name in value] if is_file else read_list(value)
    fields = {
        name: field
        for name in _properties(argument)
        if (field := options.get(_field_name(argument, name))) is not None
    }
    if fields:
        value = {**(value if isinstance(value, dict) else {}), **fields}
    return value


def parameter_name(argument: Argument) -> str:
    """Return the name of the parameter, which no common option has."""
    return f"argument_{argument.name}"


def _field_name(argument: Argument, field: str) -> str:
    return f"{parameter_name(argument)}__{field}"


def is_map(schema: Schema) -> bool:
    """Return True if a value is an object with fields of any name."""
    return schema.get("type") == "object" and not schema.get("properties")


def _is_list(schema: Schema) -> bool:
    return schema.get("type") == "array" and not is_structured(schema)


def _is_file(schema: Schema) -> bool:
    return "binary" in (schema.get("format"), schema.get("contentEncoding")) or (
        schema.get("contentMediaType") == "application/octet-stream"
    )


def _takes_null(schema: Schema) -> bool:
    kinds = schema.get("type")
    return isinstance(kinds, list) and "null" in kinds


def _id_completion(argument: Argument, entry: OperationEntry) -> Completer | None:
    """Return the completion of an argument that takes IDs."""
    name = argument.name.removesuffix("s")
    return complete_ids(entry.vendor, name) if name.endswith("_id") else None


def _option(argument: Argument, entry: OperationEntry) -> click.Option:
    flag, name, schema = flag_of(argument), parameter_name(argument), value_schema(argument.schema)
    text = with_option_names(argument.help, entry)
    text = f"{text} [required]" if argument.is_required else text
    completion = _id_completion(argument, entry)
    if schema.get("type") == "boolean":
        return click.Option(
            [name, f"{flag}/--no-{flag[2:]}"], default=None, help=text, type=click.BOOL
        )
    if is_map(schema):
        return click.Option([name, flag], multiple=True, metavar="NAME=VALUE", help=text)
    if _is_list(schema):
        item = value_schema(schema["items"])
        if _is_file(item):
            path = click.Path(exists=True, dir_okay=False)
            return click.Option(
                [name, flag], multiple=True, type=path, help=f"{text} Can be repeated."
            )
        return click.Option(
            [name, flag],
            multiple=True,
            type=_type(item),
            shell_complete=completion,
            help=f"{text} Can be repeated. @FILE and - have one value a line.",
        )
    kind = JsonValue() if _takes_null(argument.schema) else _type(schema)
    return click.Option([name, flag], type=kind, help=text, default=None, shell_complete=completion)


def _field_options(argument: Argument) -> Iterator[click.Option]:
    for name, schema in _properties(argument).items():
        plain = value_schema(schema)
        yield click.Option(
            [_field_name(argument, name), f"{flag_of(argument)}.{name}"],
            type=click.BOOL if plain.get("type") == "boolean" else _type(plain),
            default=None,
            help=schema.get("description", ""),
        )


def _properties(argument: Argument) -> Mapping[str, Schema]:
    properties: Mapping[str, Schema] = value_schema(argument.schema).get("properties", {})
    return properties


def _type(schema: Schema) -> click.ParamType[Any]:
    if "enum" in schema:
        return KnownValue(schema)
    bounds = schema.get("minimum"), schema.get("maximum")
    match schema.get("type"), schema.get("format"):
        case "integer", _:
            return click.INT if bounds == (None, None) else click.IntRange(*bounds)
        case "number", _:
            return click.FLOAT if bounds == (None, None) else click.FloatRange(*bounds)
        case "string", "date-time":
            return Instant()
        case "string", _:
            return click.STRING
    return JsonValue()
