"""Sample values of schemas: their examples, or values that fit the schema."""

from collections.abc import Iterator
from functools import reduce
from typing import Any

from .checks.document import Json, Node, resolve

# Objects within objects get their required fields only from this depth on.
_MAX_DEPTH = 4
_ANYTHING = "sample"
_TEXTS = {
    "date-time": "2026-01-31T12:00:00.000Z",
    "date": "2026-01-31",
    "uuid": "12345678-1234-5678-1234-567812345678",
    "uri": "https://example.com/",
    "email": "ann@example.com",
}


def examples_of(document: Node, node: Node, omitted: str = "") -> Iterator[Json]:
    """Yield the examples of a parameter or a media type; without any, a sample of its schema.

    Args:
        document: The document.
        node: The parameter or the media type.
        omitted: `readOnly` for a sample of a request, `writeOnly` for one of a response.

    """
    if "example" in node:
        yield node["example"]
        return
    named = [resolve(document, example) for example in node.get("examples", {}).values()]
    values = [example["value"] for example in named if "value" in example]
    yield from values
    if not values and "schema" in node:
        try:
            result = sample(document, node["schema"], omitted=omitted)
        except RecursionError:  # the schema is endless
            return
        yield result


def sample(document: Node, schema: Json, depth: int = 0, omitted: str = "") -> Json:
    """Return a value that fits a schema."""
    if not isinstance(schema, dict):
        return _ANYTHING
    if "$ref" in schema:
        return sample(document, resolve(document, schema), depth, omitted)
    if stated := [*_stated_values(schema)]:
        return stated[0]
    # The strictest first: a constant, then an enumeration, then a type.
    strictest_first = sorted(schema.get("allOf", []), key=lambda part: _strictness(document, part))
    parts = [sample(document, part, depth, omitted) for part in strictest_first]
    if "properties" in schema:
        parts.append(_object(document, schema, depth, omitted))
    for key in ("oneOf", "anyOf"):
        if variants := [child for child in schema.get(key, []) if _makes_value(child)]:
            parts.append(_variant(document, schema, variants[0], depth, omitted))
    if not parts:
        return _typed(document, schema, depth, omitted)
    objects = [child for child in parts if isinstance(child, dict)]
    return reduce(_merged, objects) if objects else parts[0]


def _merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return a sample of two parts; a field without a value in one part is that of the other."""
    result = {**one, **other}
    for name in one.keys() & other.keys():
        if isinstance(one[name], dict) and isinstance(other[name], dict):
            result[name] = _merged(one[name], other[name])
        elif other[name] == _ANYTHING:
            result[name] = one[name]
    return result


def _strictness(document: Node, part: Json) -> int:
    target = resolve(document, part) if isinstance(part, dict) else {}
    return 0 if "const" in target else 1 if "enum" in target else 2


def _makes_value(variant: Json) -> bool:
    """Return True unless a variant only narrows the schema around it, as `required` does."""
    return isinstance(variant, dict) and bool(variant.keys() - {"required", "not", "description"})


def _variant(document: Node, union: Node, variant: Node, depth: int, omitted: str) -> Json:
    """Return a sample of a variant, of the kind that the discriminator gives to it."""
    result = sample(document, variant, depth, omitted)
    discriminator = union.get("discriminator")
    if discriminator and isinstance(result, dict) and "$ref" in variant:
        name = variant["$ref"].rpartition("/")[2]
        mapping = discriminator.get("mapping", {})
        kinds = [kind for kind, ref in mapping.items() if ref.rpartition("/")[2] == name]
        kind, field = kinds[0] if kinds else name, discriminator["propertyName"]
        is_number = isinstance(result.get(field), int) and kind.isdecimal()
        result[field] = int(kind) if is_number else kind
    return result


def _stated_values(schema: Node) -> Iterator[Json]:
    if "const" in schema:
        yield schema["const"]
    if "example" in schema:
        yield schema["example"]
    yield from schema.get("examples", [])
    yield from schema.get("enum", [])
    if schema.get("default") is not None:
        yield schema["default"]


def _typed(document: Node, schema: Node, depth: int, omitted: str) -> Json:
    implied = "object" if "properties" in schema else "array" if "items" in schema else "string"
    kinds = schema.get("type", implied)
    names = kinds if isinstance(kinds, list) else [kinds]
    kind = next((name for name in names if name != "null"), "null")
    match kind:
        case "object":
            return _object(document, schema, depth, omitted)
        case "array":
            items = schema.get("prefixItems") or [schema.get("items", {})]
            return [sample(document, child, depth + 1, omitted) for child in items]
        case "integer" | "number":
            return max(1, schema.get("minimum", 1))
        case "boolean":
            return True
        case "null":
            return None
    text = _TEXTS.get(schema.get("format", ""), _ANYTHING)
    return text.ljust(schema.get("minLength", 0), "x")


def _object(document: Node, schema: Node, depth: int, omitted: str) -> dict[str, Any]:
    required = schema.get("required", [])
    fields = {
        name: sample(document, child, depth + 1, omitted)
        for name, child in schema.get("properties", {}).items()
        if (depth < _MAX_DEPTH or name in required) and not _is_left_out(child, omitted)
    }
    others = schema.get("additionalProperties")
    if isinstance(others, dict) and not fields:
        fields["sample"] = sample(document, others, depth + 1, omitted)
    return fields


def _is_left_out(schema: Json, omitted: str) -> bool:
    return schema is False or (isinstance(schema, dict) and bool(schema.get(omitted)))
