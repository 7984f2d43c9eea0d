"""Values that a schema of the spec allows, and the documented responses."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tools.codegen import spec as facts_of

SPEC = facts_of.load(Path(__file__).parent.parent.parent / "openapi.yaml")
_NODES = {node["operationId"]: node for _, _, node, _ in facts_of.operations(SPEC)}


def success(operation_id: str) -> int:
    """Return the first documented status of a success."""
    return min(int(status) for status in _NODES[operation_id]["responses"] if status < "300")


def _content(operation_id: str) -> dict[str, Any]:
    response = _NODES[operation_id]["responses"][str(success(operation_id))]
    content: dict[str, Any] = response.get("content", {}).get("application/json", {})
    return content


OPERATION_IDS = [operation_id for operation_id in _NODES if _content(operation_id)]
"""Those whose success has a body."""

PRINTED_IDS = [
    operation_id
    for operation_id in OPERATION_IDS
    if "documented" in _content(operation_id).get("examples", {})
]
"""Those of whose success the documents print an example."""


def success_schema(operation_id: str) -> dict[str, Any]:
    """Return the schema of the documented success of an operation."""
    schema: dict[str, Any] = _content(operation_id)["schema"]
    return schema


def documented(operation_id: str) -> Any:
    """Return the spec's example of the success of an operation."""
    example = facts_of.resolve(SPEC, _content(operation_id)["examples"]["documented"])["value"]
    return json.loads(json.dumps(example))


def values_of(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values of a schema, as JSON has them."""
    schema = facts_of.resolve(SPEC, schema)
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "anyOf" in schema:
        return st.one_of([values_of(branch) for branch in schema["anyOf"]])
    if "allOf" in schema and "properties" not in schema:
        return values_of(schema["allOf"][0])
    types = schema.get("type", ["string", "integer", "boolean", "null"])
    kinds = types if isinstance(types, list) else [types]
    return st.one_of([_values_of_type(kind, schema) for kind in kinds])


def _values_of_type(kind: str, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    match kind:
        case "object":
            return _objects(schema)
        case "array":
            return st.lists(values_of(schema.get("items", {})), max_size=3)
        case "string":
            return instants() if schema.get("format") == "date-time" else st.text(max_size=20)
        case "integer":
            return st.integers(-(2**70), 2**70)
        case "number":
            return st.integers(-1000, 1000) | st.floats(allow_nan=False, allow_infinity=False)
        case "boolean":
            return st.booleans()
        case _:
            return st.none()


def _objects(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    fields = {name: values_of(inner) for name, inner in schema.get("properties", {}).items()}
    required = {name: fields[name] for name in schema.get("required", [])}
    others = schema.get("additionalProperties", True)
    added = st.none() | st.text(max_size=5) | st.lists(st.integers(), max_size=2)
    if isinstance(others, dict):
        added = values_of(others)
    optional = {name: field for name, field in fields.items() if name not in required}
    return st.fixed_dictionaries(required, optional=optional | {"addedLater": added})


def instants() -> st.SearchStrategy[str]:
    """Times in every form that RFC 3339 has."""
    offsets = st.sampled_from([0, 60, -330, 840]).map(lambda m: timezone(timedelta(minutes=m)))
    moments = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=offsets)
    return st.builds(_written, moments, st.text("0123456789", max_size=9), st.sampled_from("Tt "))


def _written(moment: datetime, fraction: str, divider: str) -> str:
    whole = moment.replace(microsecond=0).isoformat(sep="T")
    text = whole[:19].replace("T", divider) + (f".{fraction}" if fraction else "") + whole[19:]
    if moment.tzinfo == timezone(timedelta(0)) or moment.tzinfo == UTC:
        return text.replace("+00:00", "z" if divider == "t" else "Z")
    return text


def nodes(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield every value within a value, with its path."""
    yield path, value
    if isinstance(value, dict | list):
        children = value.items() if isinstance(value, dict) else enumerate(value)
        for step, child in children:
            yield from nodes(child, (*path, step))


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """Return a copy with another value at the end of the path."""
    copy = json.loads(json.dumps(value))
    if not path:
        return new
    holder = copy
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = new
    return copy
