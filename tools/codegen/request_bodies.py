"""Bodies of requests: the media types that are sent, and their form for the generator."""

from collections.abc import Iterable, Mapping
from typing import Any

from .body_properties import content_like
from .checks.document import Node, resolve
from .generator_adapter import EndpointCollection
from .media_types import Media, sent

# The generator lacks text bodies: they are written as bytes of type string.
_BYTES = "application/octet-stream"
_SCHEMAS: dict[str, Node] = {
    "text": {"type": "string"},
    "bytes": {"type": "string", "format": "binary"},
    "json": {},
}


def bodies_of(document: Node, operation: Node) -> tuple[Media, ...]:
    """Return the media types of the body of an operation, in the order of the generator."""
    body = resolve(document, operation.get("requestBody", {}))
    return tuple(sent(document, body.get("content", {})))


def normalize_body(document: Node, operation: Node) -> None:
    """Write the body of an operation as the generator reads it."""
    if "requestBody" not in operation:
        return
    body = resolve(document, operation["requestBody"])
    content: dict[str, Any] = {}
    for media in sent(document, body["content"]):
        name = _generator_name(media)
        if name in content:
            name = f"{name}; number={len(content)}"
        schema = _SCHEMAS.get(media.kind) if media.kind in ("text", "bytes") else media.schema
        content[name] = {"schema": {} if schema is None else schema}
    operation["requestBody"] = {**body, "content": content}


def _generator_name(media: Media) -> str:
    if media.kind in ("text", "bytes"):
        return _BYTES
    if media.kind == "json" and (media.is_range or not media.base.startswith("application/")):
        return "application/json"
    return media.base


def complete_bodies(
    collections: Iterable[EndpointCollection], bodies: Mapping[str, tuple[Media, ...]]
) -> None:
    """Set the property of binary bodies after the generator has read the document."""
    for endpoint in (endpoint for collection in collections for endpoint in collection.endpoints):
        for body, media in zip(endpoint.bodies, bodies[str(endpoint.name)], strict=False):
            if media.kind == "bytes":
                body.prop = content_like(body.prop)
