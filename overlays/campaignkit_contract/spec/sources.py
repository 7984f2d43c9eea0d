"""Sources: the sentence of the spec behind a demand, and the document that it comes from."""

import re
from functools import cache
from typing import Any

from .document import Json, packaged_operations, resolve, shared_spec

_COMPOSITIONS = ("allOf", "anyOf", "oneOf")


def source_of(operation_id: str, location: str = "") -> tuple[str, str]:
    """Return the sentence of the spec about a place in a response, and its source.

    Args:
        operation_id: The operation; nothing is returned for one that the spec lacks.
        location: JSON pointer into the response body, or nothing for the operation itself.
    """
    operation = packaged_operations().get(operation_id)
    if operation is None:
        return "", ""
    node = operation.node
    sentence = _description_at(operation_id, location) if location.startswith("/") else ""
    return sentence or _first_sentence(node.get("description", "")), _source(node)


def _source(node: Json) -> str:
    source = node.get("x-source", {})
    document, standing = source.get("document", ""), source.get("standing", "")
    return f"{document} ({standing})" if document else standing


@cache
def _description_at(operation_id: str, location: str) -> str:
    """Return the description of a property of the successful response, or nothing."""
    document = shared_spec()
    responses = packaged_operations()[operation_id].node["responses"]
    [success, *_] = [node for status, node in responses.items() if status.startswith("2")]
    response = resolve(document, success)
    media: Any = next(iter(response.get("content", {}).values()), {})
    schemas = [media.get("schema", {})]
    for step in location.split("/")[1:]:
        schemas = [inner for schema in schemas for inner in _below(document, schema, step)]
    descriptions = (resolve(document, schema).get("description", "") for schema in schemas)
    return next(filter(None, map(_first_sentence, descriptions)), "")


def _below(document: Json, schema: Json, step: str) -> list[Json]:
    """Return the schemas of a property or of an item."""
    schema = resolve(document, schema)
    found = [
        inner
        for key in _COMPOSITIONS
        for branch in schema.get(key, ())
        for inner in _below(document, branch, step)
    ]
    if step in schema.get("properties", {}):
        found.append(schema["properties"][step])
    elif "items" in schema and (step.isdecimal() or step == "*"):
        found.append(schema["items"])
    return found


def _first_sentence(text: str) -> str:
    """Return the first sentence of a description on one line."""
    return re.split(r"(?<=[.?!])\s", " ".join(text.split()), maxsplit=1)[0]
