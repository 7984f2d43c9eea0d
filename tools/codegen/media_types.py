"""Media types of bodies: their Python types, and the choice among several."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from .checks.document import Node, resolve

Kind = Literal["json", "form", "multipart", "text", "bytes", "events"]

# Other types that hold text, besides `text/*`, `+xml` and `+yaml`.
_TEXTS = frozenset(
    f"application/{name}"
    for name in (
        *("xml", "xml-dtd", "yaml", "x-yaml", "toml", "csv", "sql", "graphql", "javascript"),
        *("ndjson", "x-ndjson", "jsonl", "x-jsonlines", "json-seq", "rtf"),
    )
)
# Forms that are received are not taken apart.
_RECEIVED: dict[Kind, Kind] = {"form": "text", "multipart": "bytes"}
_WILDCARDS = ("*/*", "application/*")
_EVENTS = "text/event-stream"


@dataclass(frozen=True)
class Media:
    """One media type of a body."""

    name: str
    kind: Kind
    schema: Node | None
    encoding: Mapping[str, Node]

    @property
    def base(self) -> str:
        """Media type without parameters, in lower case."""
        return base_of(self.name)

    @property
    def is_range(self) -> bool:
        """True for `image/*` and its like, which no Content-Type can be."""
        return "*" in self.base


def base_of(name: str) -> str:
    """Return a media type without its parameters, in lower case."""
    return name.partition(";")[0].strip().lower()


def media_of(document: Node, content: Mapping[str, Any]) -> list[Media]:
    """Return the media types of a body, in the order of the document."""
    return [
        Media(name, _kind(document, name, node.get("schema")), *_rest(node))
        for name, node in content.items()
    ]


def _rest(node: Node) -> tuple[Node | None, Mapping[str, Node]]:
    return node.get("schema"), node.get("encoding", {})


def received(document: Node, content: Mapping[str, Any]) -> list[Media]:
    """Return the media types that a response can have, the preferred one first.

    If JSON and another media type hold the same data, only JSON is requested. A stream of events
    is never requested.
    """
    media = [
        replace(media_type, kind=_RECEIVED.get(media_type.kind, media_type.kind))
        for media_type in media_of(document, content)
        if media_type.kind != "events"
    ]
    json = sorted(
        (media_type for media_type in media if media_type.kind == "json"),
        key=lambda media_type: media_type.base not in ("application/json", *_WILDCARDS),
    )[:1]
    others = [media_type for media_type in media if media_type.kind != "json"]
    if json:
        others = [
            media_type for media_type in others if not _is_same(document, media_type, json[0])
        ]
    return json + others


def sent(document: Node, content: Mapping[str, Any]) -> list[Media]:
    """Return the media types that a request can have: JSON first, and bytes last.

    Of media types with equal data, and of several texts, only the first is sent. All types of
    bytes are one entry, because the file determines its type.
    """
    usable = [
        media_type
        for media_type in media_of(document, content)
        if not why_unsendable(document, media_type)
    ]
    kept: list[Media] = []
    for media in sorted(usable, key=lambda media_type: media_type.kind != "json"):
        is_text = media.kind == "text" and any(other.kind == "text" for other in kept)
        if media.kind != "bytes" and not is_text:
            kept += [] if any(_is_same(document, media, other) for other in kept) else [media]
    files = [media_type for media_type in usable if media_type.kind == "bytes"]
    return kept + [
        replace(media_type, name=", ".join(one.name for one in files)) for media_type in files[:1]
    ]


def why_unsendable(document: Node, media: Media) -> str:
    """Return the reason why the client cannot write a media type; "" if it can."""
    target = resolve(document, media.schema) if media.schema is not None else {}
    if media.kind == "multipart" and media.base != "multipart/form-data":
        return "only multipart/form-data has names for its parts"
    if media.kind == "events":
        return "a request is not a stream of events"
    if media.kind == "text" and (target.get("type", "string") != "string" or "$ref" in target):
        return "the schema of a text must have the type string"
    if media.kind == "text" and media.is_range:
        return "a request has one media type"
    if media.kind in ("form", "multipart") and not _is_object(target):
        return "its schema must be an object, whose properties are the fields"
    return ""


def _is_object(schema: Node) -> bool:
    return schema.get("type") == "object" or "properties" in schema or "allOf" in schema


def _is_same(document: Node, media: Media, other: Media) -> bool:
    """Return True if the second media type holds the same data."""
    if media.schema is None or other.schema is None:
        return media.kind == other.kind == "json"
    mine, its = resolve(document, media.schema), resolve(document, other.schema)
    is_data = media.kind not in ("text", "bytes") or mine.get("type") not in ("string", None)
    return mine == its and (is_data or media.kind == other.kind)


def _kind(document: Node, name: str, schema: Node | None) -> Kind:
    base = base_of(name)
    target = resolve(document, schema) if isinstance(schema, dict) else {}
    if is_binary(target):
        return "bytes"
    if base in _WILDCARDS:
        return "text" if target.get("type") == "string" else "json"
    if base == _EVENTS:
        return "events"
    return next(_kinds(base), "bytes")


def _kinds(base: str) -> Iterator[Kind]:
    if base.endswith(("/json", "+json")):
        yield "json"
    if base == "application/x-www-form-urlencoded":
        yield "form"
    if base.startswith("multipart/"):
        yield "multipart"
    if base.startswith("text/") or base.endswith(("+xml", "+yaml")) or base in _TEXTS:
        yield "text"


def is_binary(schema: Node) -> bool:
    """Return True for a schema of raw bytes, in the words of OpenAPI 3.0 or 3.1."""
    if schema.get("format") == "binary":
        return True
    return "contentMediaType" in schema and not (
        "contentEncoding" in schema or base_of(schema["contentMediaType"]).endswith("json")
    )
