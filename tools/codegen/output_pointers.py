"""Places of payloads: JSON pointers to the schema of what a method returns."""

from collections.abc import Sequence

from .checks.document import at_pointer
from .spec import Json, resolve

_JSON = "application/json"


def output_pointer(document: Json, path: str, method: str, steps: Sequence[str]) -> str:
    """Return the pointer to the schema of a payload; empty without a JSON body.

    Args:
        document: The document.
        path: Path of the operation.
        method: HTTP method of the operation, in lower case.
        steps: Names that lead from the body to the payload.
    """
    responses = document["paths"][path][method]["responses"]
    for status, declared in responses.items():
        content = resolve(document, declared).get("content", {})
        if status.startswith("2") and "schema" in content.get(_JSON, {}):
            place = declared.get("$ref") or _pointer("paths", path, method, "responses", status)
            return _walk(document, f"{place}{_pointer('content', _JSON, 'schema')[1:]}", steps)
    return ""


def _walk(document: Json, pointer: str, steps: Sequence[str]) -> str:
    pointer = _target(document, pointer)
    for name in steps:
        if name not in at_pointer(document, pointer).get("properties", {}):
            return ""  # composed of other schemas
        pointer = _target(document, f"{pointer}/properties/{_escaped(name)}")
    return pointer


def _target(document: Json, pointer: str) -> str:
    """Return a pointer, or the one that its references lead to."""
    node = at_pointer(document, pointer)
    while isinstance(node, dict) and "$ref" in node:
        pointer = str(node["$ref"])
        node = at_pointer(document, pointer)
    return pointer


def _pointer(*steps: str) -> str:
    return "#" + "".join(f"/{_escaped(step)}" for step in steps)


def _escaped(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")
