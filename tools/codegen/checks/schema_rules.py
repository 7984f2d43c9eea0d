"""House rules about schemas."""

from collections.abc import Iterator

from .document import Node, Pointer, nodes
from .findings import Finding


def objects_say_required(document: Node) -> Iterator[Finding]:
    """Require that an object lists its required properties."""
    for at, schema in nodes(document):
        if "properties" not in schema:
            continue
        if "required" not in schema:
            yield Finding(at, "add required, empty if need be")
        for name in schema.get("required", []):
            if name not in schema["properties"]:
                yield Finding(at, f"declare the required property {name!r}")


def enumerations_are_open(document: Node) -> Iterator[Finding]:
    """Require that an enum still decodes after the vendor adds a value."""
    schemas = list(nodes(document))
    opened: set[Pointer] = {(*at, "anyOf", 0) for at, schema in schemas if _is_open(schema)}
    for at, schema in schemas:
        if any(isinstance(value, str) for value in schema.get("enum", [])) and at not in opened:
            yield Finding(at, "open the enum: anyOf [{type: string, enum}, {type: string}]")


def _is_open(schema: Node) -> bool:
    branches = schema.get("anyOf", [])
    return (
        len(branches) == 2
        and branches[0].get("type") == "string"
        and set(branches[0]) == {"type", "enum"}
        and branches[1] == {"type": "string"}
    )
