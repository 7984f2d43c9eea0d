"""Repairs of small mistakes that real documents have; each is reported."""

from collections import Counter
from collections.abc import Iterator

from ..checks.document import Node
from ..checks.openapi_schema import schemas

_BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
# Keywords of older drafts, which do not constrain a value.
_OLD_KEYWORDS = ("$recursiveAnchor", "$recursiveRef", "id")


def repair(document: Node) -> Iterator[str]:
    """Repair the schemas of a document; yield a line for each kind of repair."""
    counts: Counter[str] = Counter()
    for _, schema in [*schemas(document)]:
        counts.update(_repair_schema(schema))
    for text, count in counts.items():
        yield f"repaired: {text} ({count} times)"


def exclusive_bounds(schema: Node) -> bool:
    """Turn bounds that are exclusive by a flag (OpenAPI 3.0) into numbers; True if there are any.

    A flag without a bound has no effect, and is removed.
    """
    flags = [key for key in _BOUNDS if isinstance(schema.get(key), bool)]
    for key in flags:
        if schema.pop(key) and _BOUNDS[key] in schema:
            schema[key] = schema.pop(_BOUNDS[key])
    return bool(flags)


def _repair_schema(schema: Node) -> Iterator[str]:
    if exclusive_bounds(schema):
        yield "exclusiveMinimum and exclusiveMaximum are numbers since OpenAPI 3.1"
    required = schema.get("required")
    if isinstance(required, list) and len(set(map(str, required))) < len(required):
        schema["required"] = [*dict.fromkeys(map(str, required))]
        yield "a required field is named once"
    elif isinstance(required, bool):
        del schema["required"]
        yield "required is a list of names beside properties"
    for key in _OLD_KEYWORDS:
        if key in schema and (key != "id" or isinstance(schema[key], str)):
            del schema[key]
            yield f"{key} is not a keyword of JSON Schema 2020-12"
