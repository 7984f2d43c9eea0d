"""Requests that the spec rejects, and bodies at the edge of JSON, derived from the schemas."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
import jsonschema_rs

from ...spec.document import Json, packaged_operations
from ...spec.examples import named_examples
from ...spec.routes import Operation
from .schemas import fields_schema, known_values, properties, resolved, types_of

_ASSUMED_BOUNDS = frozenset({"limit", "perPage", "page"})
"""Parameters of pages; the matrix of pages has their edges."""

_WORD = "no-such-word"
_NEEDS = r"needs `(\w+)`(?: or `(\w+)`)?"


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
    names_unknown: bool = False
    """Whether it names something that a server may not know or not allow."""


def invalid_requests(operation: Operation, sent: Json) -> Iterator[InvalidRequest]:
    """Yield the invalid requests of an operation.

    Args:
        operation: The operation.
        sent: The body with which it succeeds, as keywords of httpx; empty without one.
    """
    yield from _parameters(operation)
    schema, usual = fields_schema(operation.id), sent.get("json")
    if "data" in sent:
        yield from _forms(schema, sent)
    if isinstance(usual, dict) and schema:
        yield from _bodies(schema, usual)
        for cell, body in [*_conditions(operation, usual), *_nested(schema, usual)]:
            yield InvalidRequest(cell, body={"json": body})
        yield from _texts(operation, usual)
        for name, value in properties(schema).items():
            if "items" in value:
                body = {"json": {**usual, name: []}}
                yield InvalidRequest(f"{name} as an empty list", body=body, is_rejected=False)
        for cell, body in _unknown_words(schema, usual):
            sent = {"json": body}
            yield InvalidRequest(cell, body=sent, is_rejected=False, names_unknown=True)


def _forms(schema: Json, sent: Json) -> Iterator[InvalidRequest]:
    """Yield forms without a required field, and with a text that is not of the field's type."""
    data, files = sent["data"], sent["files"]
    for name in schema["required"]:
        rest = [(f"other{part}" if part == name else part, file) for part, file in files]
        body = {"data": _without(data, name), "files": rest}
        yield InvalidRequest(f"without {name}", body=body)
    for name, value in properties(schema).items():
        wrong = {"number": "high", "boolean": "maybe"}.get(str(value.get("type")))
        if "minLength" in value:
            wrong = "5" * (value["minLength"] - 1)
        if wrong:
            body = {"data": {**data, name: wrong}, "files": files}
            yield InvalidRequest(f"{name} as {wrong}", body=body)
    yield from _encodings(sent)


def _encodings(form: Json) -> Iterator[InvalidRequest]:
    """Yield forms against RFC 7578, which a server may still read."""
    request = httpx.Request("POST", "https://api.invalid", **form)
    content, content_type = request.read(), request.headers["Content-Type"]
    begin, _, _ = content.partition(b"\r\n")
    part = b"\r\nContent-Disposition: form-data\r\n\r\nx\r\n"
    for cell, sent, header in (
        ("a part without a name", begin + part + content, content_type),
        ("a form without a boundary", content, "multipart/form-data"),
        ("a form that ends too early", content[: len(content) // 2], content_type),
        ("another content type", content, "text/plain"),
    ):
        headers = {"Content-Type": header}
        yield InvalidRequest(cell, body={"content": sent}, headers=headers, is_rejected=False)


def _conditions(operation: Operation, usual: Json) -> Iterator[tuple[str, Json]]:
    """Yield bodies without the fields that another field, or each kind of body, needs."""
    schema = fields_schema(operation.id)
    for example in named_examples(operation.id).values():
        if "if" in schema and jsonschema_rs.is_valid(schema["if"], example):
            for name in schema["then"]["required"]:
                body = {**usual, **example, **{key: usual[key] for key in schema["required"]}}
                yield f"without {name}, which another field needs", _without(body, name)
    needed = [name for text in re.findall(_NEEDS, schema.get("description", "")) for name in text]
    if set(needed) & properties(schema).keys() and not schema.get("required"):
        yield "no field that one kind of body needs", _without(usual, *needed)


def _nested(schema: Json, usual: Json) -> Iterator[tuple[str, Json]]:
    """Yield bodies whose inner objects are not valid; in a list, after a valid object."""
    for name, value in properties(schema).items():
        inner, example = resolved(value.get("items", value)), usual.get(name)
        first = example[0] if isinstance(example, list) and example else example
        if not (isinstance(first, dict) and properties(inner)):
            continue
        for label, wrong in _wrong_objects(inner, first):
            body = {**usual, name: [first, wrong] if isinstance(example, list) else wrong}
            yield f"{name}: {label}", body


def _wrong_objects(schema: Json, usual: Json) -> Iterator[tuple[str, Json]]:
    for name in schema.get("required", ()):
        yield f"without {name}", _without(usual, name)
    for name, value in properties(schema).items():
        # One wrong type is enough here; the fields of the body itself have all.
        for label, wrong in [*_wrong_values(value)][:1]:
            yield f"{name} {label}", {**usual, name: wrong}


def _unknown_words(schema: Json, usual: Json) -> Iterator[tuple[str, Json]]:
    """Yield bodies with another word in a field that has known values and takes others."""
    for name, value in properties(schema).items():
        item, example = resolved(value.get("items", {})), usual.get(name)
        if known_values(value):
            yield f"{name} as an unknown word", {**usual, name: _WORD}
        elif known_values(item):
            yield f"{name} with an unknown word", {**usual, name: [_WORD]}
        elif isinstance(example, list) and example and properties(item):
            for cell, changed in _unknown_words(item, example[0]):
                yield f"{name}: {cell}", {**usual, name: [example[0], changed]}


def _without(body: Json, *names: str) -> Json:
    return {name: value for name, value in body.items() if name not in names}


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
    kinds = types_of(schema)
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
    halves = {field: f"{value}\ud800" for field, value in usual.items() if isinstance(value, str)}
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
        "half a character": json.dumps(usual | (halves or {"x": "\ud800"})).encode(),
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
