"""Findings of a JSON Schema, in terms of the document."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import jsonschema_rs

from .document import Json, Node, Pointer
from .findings import Finding, suggestion
from .parsing import described, shown

_NOUNS = {
    "object": "a mapping",
    "array": "a list",
    "string": "a text",
    "boolean": "true or false",
    "integer": "an integer",
    "number": "a number",
    "null": "null",
}
# Other errors at the same place or below it are more precise than these.
_VAGUE = ("anyOf", "oneOf", "not", "if", "allOf", "dependentSchemas")


def findings_of(validator: Any, value: Json, schema: Node, at: Pointer = ()) -> Iterator[Finding]:
    """Yield the findings of a validator in a value; `schema` is the schema of the validator."""
    errors = [
        (_pointer(value, error.instance_path), error) for error in validator.iter_errors(value)
    ]
    clear_places = [place for place, error in errors if error.kind.name not in _VAGUE]
    for place, error in errors:
        if error.kind.name in _VAGUE and any(
            inner[: len(place)] == place for inner in clear_places
        ):
            continue
        yield from _worded(error, (*at, *place), schema)


def _pointer(value: Json, path: Iterable[str | int]) -> Pointer:
    """Return a path in which the keys of mappings are texts."""
    pointer: list[str | int] = []
    for step in path:
        key = str(step) if isinstance(value, dict) else step
        value = value.get(key) if isinstance(value, dict) else value[key]
        pointer.append(key)
    return tuple(pointer)


def _worded(error: jsonschema_rs.ValidationError, at: Pointer, schema: Node) -> Iterator[Finding]:
    keyword = error.kind.name
    value: Any = error.instance
    details: Any = error.kind
    match keyword:
        case "required":
            yield Finding(at, f"{details.property} is missing: add it")
        case "unevaluatedProperties" | "additionalProperties":
            for name in details.unexpected:
                yield Finding((*at, name), _unknown(name, error, schema))
        case "type":
            nouns = [_NOUNS[name] for name in details.types]
            yield Finding(at, f"must be {' or '.join(nouns)}, got {described(value)}")
        case "enum":
            options = ", ".join(map(str, details.options))
            yield Finding(at, f"must be one of {options}, got {described(value)}")
        case "const":
            expected = json.dumps(details.expected_value)
            yield Finding(at, f"must be {expected}, got {described(value)}")
        case "pattern" if at == ("openapi",):
            yield Finding(at, f"must be a version 3.1, such as 3.1.0, got {described(value)}")
        case "pattern":
            yield Finding(at, f"must match {details.pattern}, got {described(value)}")
        case "minLength" | "minItems" | "minProperties":
            count = (
                "must not be empty"
                if details.limit == 1
                else f"must have at least {details.limit} entries"
            )
            yield Finding(at, f"{count}, got {described(value)}")
        case "maxItems" | "maxProperties":
            yield Finding(at, f"must have at most {details.limit} entries, got {len(value)}")
        case "minimum":
            yield Finding(at, f"must be >= {details.limit}, got {described(value)}")
        case "oneOf" if error.schema_path[-2:-1] == ["parameter"]:
            yield Finding(at, "schema or content is missing: add one of them")
        case "anyOf" if at[-1:] == ("type",):
            kinds = ", ".join(_NOUNS)
            yield Finding(at, f"must be one of {kinds}, or a list of them, got {shown(value)}")
        case _:
            yield Finding(at, f"{error.message[:200]}")


def _unknown(name: str, error: jsonschema_rs.ValidationError, schema: Node) -> str:
    """Return the text for an unexpected key of a mapping."""
    match error.schema_path[-2:-1]:
        case ["responses"]:
            return f"unknown status {name!r}: write 100 to 599 in quotes, a range or 'default'"
        case ["paths"]:
            return f"unknown path {name!r}: start it with '/'"
    return f"unknown key {name!r}: {suggestion(name, _known_keys(error, schema))}"


def _known_keys(error: jsonschema_rs.ValidationError, schema: Node) -> list[str]:
    """Return the keys that the schema of a mapping declares."""
    node: Any = schema
    for step in list(error.schema_path)[:-1]:
        node = node[int(step)] if isinstance(node, list) else node.get(step, {})
        node = node if isinstance(node, dict | list) else {}
    return [*node.get("properties", {})] if isinstance(node, dict) else []
