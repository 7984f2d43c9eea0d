"""Bodies that the client cannot write or read."""

import re
from collections.abc import Iterator

from ..form_encodings import is_json
from ..media_types import Media, base_of, media_of, received, sent, why_unsendable
from ..response_forms import successes_of
from .document import Node, Operation, operations, resolve
from .findings import Finding
from .parameter_refusals import is_nested, kinds_of

_MEDIA_TYPE = re.compile(r"[^/\s]+/[^/\s]+")
_STYLES = ("form", "spaceDelimited", "pipeDelimited", "deepObject")


def unsupported_bodies(document: Node) -> Iterator[Finding]:
    """Refuse a request body that none of its media types can carry."""
    for operation in operations(document):
        body = resolve(document, operation.node.get("requestBody", {}))
        content = body.get("content", {})
        if not content:
            continue
        usable = sent(document, content)
        if not usable:
            media = media_of(document, content)[0]
            reason = why_unsendable(document, media)
            yield Finding(operation.at, f"requestBody {media.name}: {reason}")
        for media in usable:
            for problem in _encoding_problems(document, media):
                yield Finding(operation.at, f"requestBody {media.name}: {problem}")
        yield from _ambiguous(document, operation, usable)


def misspelled_media_types(document: Node) -> Iterator[Finding]:
    """Refuse a media type that no Content-Type header can have."""
    for operation in operations(document):
        bodies = [operation.node.get("requestBody", {}), *operation.node["responses"].values()]
        for name in (
            name for body in bodies for name in resolve(document, body).get("content", {})
        ):
            if not _MEDIA_TYPE.match(name):
                text = f"media type {name!r} must be type/subtype, such as application/json"
                yield Finding(operation.at, text)


def _ambiguous(document: Node, operation: Operation, media: list[Media]) -> Iterator[Finding]:
    """Yield a finding if the Python type of a body does not determine its media type."""
    tests = [_test(document, variant) for variant in media]
    if len(tests) > 1 and (None in tests or len(set(tests)) < len(tests)):
        names = " and ".join(variant.name for variant in media)
        yield Finding(operation.at, f"requestBody: {names} have the same Python type: keep one")


def _test(document: Node, media: Media) -> str | None:
    if media.kind in ("bytes", "text"):
        return media.kind
    schema = media.schema or {}
    kinds = kinds_of(document, schema)
    if kinds == {"object"}:
        return str(schema.get("$ref", id(schema)))
    return "array" if kinds == {"array"} else None


def _encoding_problems(document: Node, media: Media) -> Iterator[str]:
    schema = resolve(document, media.schema or {})
    for name, encoding in media.encoding.items():
        label = f"encoding of {name!r}"
        field = schema.get("properties", {}).get(name)
        if field is None:
            yield f"{label} has no property: remove it"
        elif encoding.get("headers") and media.kind == "multipart":
            yield f"{label} has headers, which are not supported: remove them"
        elif media.kind == "multipart" and not _is_usual(encoding):
            yield f"{label}: parts have style form with explode: true only: use contentType"
        elif encoding.get("allowReserved"):
            yield f"{label} has allowReserved, which a form does not have: remove it"
        else:
            yield from _field_problems(document, media, name, field, encoding)


def _is_usual(encoding: Node) -> bool:
    """Return True if a field has the style of forms: one part for each item of an array."""
    return encoding.get("style", "form") == "form" and encoding.get("explode", True) is True


def _field_problems(
    document: Node, media: Media, name: str, field: Node, encoding: Node
) -> Iterator[str]:
    kinds, content_type = kinds_of(document, field), encoding.get("contentType", "")
    label, style = f"encoding of {name!r}", encoding.get("style", "form")
    is_styled = "style" in encoding or "explode" in encoding
    if media.kind == "form" and is_styled:
        if style not in _STYLES:
            yield f"{label} has style {style}: use {' or '.join(_STYLES)}"
        elif style == "deepObject" and kinds != {"object"}:
            yield f"{label} has style deepObject, which is for objects: use style form"
        elif style.endswith("Delimited") and encoding.get("explode"):
            yield f"{label} has style {style}, which joins arrays: use explode: false"
        elif is_nested(document, field):
            yield f"{label} has style {style}, which cannot nest: use contentType"
    elif is_json(content_type) and "array" in kinds:
        yield f"{label}: OpenAPI does not define if each item or the array is JSON: remove it"
    elif "object" in kinds and content_type and not is_json(content_type):
        yield f"{label}: an object cannot be {base_of(content_type)}: use application/json"


def unsupported_responses(document: Node) -> Iterator[Finding]:
    """Refuse an operation without a success, and a success that is only streamed."""
    for operation in operations(document):
        successes = successes_of(document, operation.node)
        if not successes:
            yield Finding(operation.at, "responses: document a 2xx status, 2XX or default")
        for status, response in successes.items():
            content = response.get("content", {})
            if content and not received(document, content):
                yield Finding(
                    operation.at,
                    f"response {status}: text/event-stream is not supported: document another"
                    " media type",
                )
