"""Schemas without references, for readers that have no document."""

from .constraints import described
from .spec import Json, resolve

# Keywords of a schema that do not constrain a value.
_DROPPED = frozenset(["description", "discriminator", "example", "examples", "title"])


def inlined(document: Json, schema: Json, around: tuple[str, ...] = ()) -> Json:
    """Return a schema without references and remarks; a recursive one allows any value inside."""
    if (reference := schema.get("$ref")) is not None:
        if reference in around:
            return {}
        return inlined(document, resolve(document, schema), (*around, reference))
    kept: Json = {}
    for key, value in schema.items():
        if key in _DROPPED or key.startswith("x-"):
            continue
        if key in ("properties", "patternProperties"):
            kept[key] = {
                name: _with_description(document, child, around) for name, child in value.items()
            }
        elif isinstance(value, dict):
            kept[key] = inlined(document, value, around)
        elif key in ("anyOf", "oneOf", "allOf"):
            kept[key] = [inlined(document, child, around) for child in value]
        else:
            kept[key] = value
    return kept


def _with_description(document: Json, schema: Json, around: tuple[str, ...]) -> Json:
    text = described(document, schema)
    return inlined(document, schema, around) | ({"description": text} if text else {})


def leaf(document: Json, schema: Json) -> Json:
    """Return the schema of a value itself: that of an item, and without null."""
    schema = resolve(document, schema)
    if isinstance(schema.get("items"), dict):
        return leaf(document, schema["items"])
    choices = [child for child in schema.get("anyOf", []) if child != {"type": "null"}]
    return leaf(document, choices[0]) if len(choices) == 1 else schema
