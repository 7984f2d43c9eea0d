"""Keywords of JSON Schema, by what they mean for a generated class."""

from ..spec import Json

ANNOTATIONS = frozenset(
    [
        *("title", "description", "summary", "default", "example", "examples", "deprecated"),
        *("readOnly", "writeOnly", "externalDocs", "xml", "$comment", "nullable"),
    ]
)
"""Keywords that allow no other value and no other type."""

KEPT = ("description", "deprecated", "readOnly", "writeOnly")
"""Annotations that generated code shows or obeys."""

SHAPES = frozenset(
    [
        *("type", "$ref", "allOf", "anyOf", "oneOf", "enum", "const", "properties", "items"),
        *("prefixItems", "additionalProperties", "patternProperties", "unevaluatedProperties"),
    ]
)
"""Keywords that make a type; the remaining ones only narrow it."""

OF_TYPE = {
    "object": ("properties", "required", "additionalProperties", "patternProperties"),
    "array": ("items", "prefixItems"),
    "string": ("format",),
}
"""Keywords that belong to one of the types of a schema."""

NULL: Json = {"type": "null"}


def annotations(schema: Json) -> Json:
    """Return the annotations of a schema that generated code needs."""
    return {key: schema[key] for key in KEPT if key in schema}


def shape(schema: Json) -> Json:
    """Return a schema without its annotations."""
    return {
        key: value
        for key, value in schema.items()
        if key not in ANNOTATIONS and not key.startswith("x-")
    }


def types(schema: Json) -> list[str]:
    """Return the types that a schema names, without duplicates."""
    named = schema.get("type", [])
    return [named] if isinstance(named, str) else list(dict.fromkeys(named))


def is_null(schema: Json) -> bool:
    """Return True if a schema allows null only."""
    return (
        types(schema) == ["null"]
        or schema.get("enum") == [None]
        or ("const" in schema and schema["const"] is None)
    )


def is_object(schema: Json) -> bool:
    """Return True if a schema becomes a class with fields."""
    return types(schema) == ["object"] or (
        "type" not in schema and bool(schema.keys() & set(OF_TYPE["object"]) - {"required"})
    )
