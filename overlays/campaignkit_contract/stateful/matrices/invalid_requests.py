"""Requests that the spec rejects, and bodies at the edge of JSON, derived from the schemas."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...spec.document import Json, packaged_operations
from ...spec.routes import Operation
from .schemas import body_schema, properties, resolved

_ASSUMED_BOUNDS = frozenset({"limit", "perPage", "page"})
"""Parameters of pages; the matrix of pages has their edges."""


@dataclass(frozen=True)
class InvalidRequest:
    """Change of a usual call."""

    cell: str
    values: Mapping[str, str | None] = field(default_factory=dict)
    body: Json = field(default_factory=dict)
    """Keywords of httpx; empty for the usual body."""
    headers: Mapping[str, str] = field(default_factory=dict)
    is_rejected: bool = True
    """Whether the spec rejects it; otherwise a server may accept it too."""


def invalid_requests(operation: Operation, usual: Any) -> Iterator[InvalidRequest]:
    """Yield the invalid requests of an operation.

    Args:
        operation: The operation.
        usual: The JSON body with which it succeeds; None without one.
    """
    yield from _parameters(operation)
    if isinstance(usual, dict) and body_schema(operation.id):
        yield from _bodies(body_schema(operation.id), usual)
        yield from _texts(operation, usual)


def _parameters(operation: Operation) -> Iterator[InvalidRequest]:
    for parameter in operation.parameters:
        if parameter.location != "query" or parameter.name in _ASSUMED_BOUNDS:
            continue
        if parameter.is_required:
            yield InvalidRequest(f"without {parameter.name}", {parameter.name: None})
        schema = parameter.schema
        wrong = {"integer": "1.5x", "boolean": "maybe"}.get(str(schema.get("type")))
        if schema.get("format") == "date-time":
            wrong = "yesterday"
        if wrong:
            yield InvalidRequest(f"{parameter.name} of another type", {parameter.name: wrong})


def _bodies(schema: Json, usual: Json) -> Iterator[InvalidRequest]:
    required = schema.get("required", ())
    for name in required:
        body = {other: value for other, value in usual.items() if other != name}
        yield InvalidRequest(f"without {name}", body={"json": body})
    for name, value in properties(schema).items():
        for label, wrong in _wrong_values(value):
            yield InvalidRequest(f"{name} {label}", body={"json": {**usual, name: wrong}})
    yield InvalidRequest("a list as body", body={"json": [usual]})
    yield InvalidRequest("a text as body", body={"json": "x"})
    if schema.get("minProperties"):
        yield InvalidRequest("an empty object as body", body={"json": {}})


def _wrong_values(schema: Json) -> Iterator[tuple[str, Any]]:
    """Yield values that a schema of one field rejects."""
    types = schema.get("type", [])
    kinds = {types} if isinstance(types, str) else set(types)
    for choice in schema.get("anyOf", ()):
        kinds.add(str(resolved(choice).get("type")))
    others = {"string": "x", "array": ["x"], "object": {"x": "x"}, "boolean": True, "null": None}
    for kind, value in others.items():
        if kinds and kind not in kinds:
            yield f"as {kind}", value
    if kinds == {"integer"}:
        yield "as a fraction", 1.5
    if kinds == {"string"}:
        if shortest := schema.get("minLength"):
            yield "below its minimum length", "5" * (shortest - 1)
        if longest := schema.get("maxLength"):
            yield "above its maximum length", "5" * (longest + 1)
        if "pattern" in schema:
            yield "against its pattern", "not such a text!"
    if "items" in schema and kinds == {"array"}:
        item = resolved(schema["items"])
        yield from ((f"with items {label}", [wrong]) for label, wrong in _wrong_values(item))


def _texts(operation: Operation, usual: Json) -> Iterator[InvalidRequest]:
    """Yield bodies that are not JSON, and bodies that only some servers take for JSON."""
    text = json.dumps(usual, ensure_ascii=False)
    name = next(iter(usual), "x")
    is_required = packaged_operations()[operation.id].node["requestBody"].get("required")
    invalid = {
        "a truncated body": text[:-1].encode(),
        "a comma at the end": f"{text[:-1]},}}".encode(),
        "NaN": f'{{"{name}": NaN}}'.encode(),
        "Infinity": f'{{"{name}": -Infinity}}'.encode(),
        "bytes that are not UTF-8": text[:-1].encode() + b', "x": "\xe9\xff"}',
        "single quotes": text.replace('"', "'").encode(),
    }
    doubtful = {
        "a byte order mark": b"\xef\xbb\xbf" + text.encode(),
        "duplicate names": f"{{{text[1:-1]}, {text[1:-1]}}}".encode(),
        "half a character": f'{{{text[1:-1]}, "x": "\\ud800"}}'.encode(),
        "a huge number": f'{{{text[1:-1]}, "x": 1e400}}'.encode(),
        "deep nesting": f'{{{text[1:-1]}, "x": {"[" * 500}{"]" * 500}}}'.encode(),
        "an unknown field": f'{{{text[1:-1]}, "noSuchField": 1}}'.encode(),
    }
    if is_required:
        invalid["no body"] = b""
    header = {"Content-Type": "application/json"}
    for cell, content in invalid.items():
        yield InvalidRequest(cell, body={"content": content}, headers=header)
    for cell, content in doubtful.items():
        sent = {"content": content}
        yield InvalidRequest(cell, body=sent, headers=header, is_rejected=False)
    plain = {"Content-Type": "text/plain"}
    sent = {"content": text.encode()}
    yield InvalidRequest("another content type", body=sent, headers=plain, is_rejected=False)
