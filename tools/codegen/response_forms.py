"""Responses of operations: media types of successes, and their form for the generator.

The generator knows JSON, text and `application/octet-stream`; all other media types are written as
one of these. Bodies of errors are left out, because the client reads them without a model.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .checks.document import Node, resolve
from .generator_adapter import Response
from .generator_adapter import schema as oai
from .media_types import Kind, Media, received

# The client reads what such operations return, so it asks for JSON only.
_JSON_RULES = ("x-batch", "x-bulk", "x-job", "x-pagination", "x-verify")

MEDIA = "x-media"
"""Key of a normalized response for its media types."""

_FORMS: dict[str, tuple[str, Node]] = {
    "text": ("text/plain", {"type": "string"}),
    "bytes": ("application/octet-stream", {"type": "string", "format": "binary"}),
}


@dataclass(frozen=True)
class ResponseForms:
    """Media types of the successes of one operation."""

    media: Mapping[str, tuple[Media, ...]] = field(default_factory=dict)
    """By status, as the generator has it: `200` or `2XX`."""

    @property
    def accept(self) -> str | None:
        """Accept header of the operation; None if it is that of all JSON operations."""
        names = [media_type.name for media in self.media.values() for media_type in media]
        names = list(dict.fromkeys(names))
        kinds = {media_type.kind for media in self.media.values() for media_type in media}
        if not names or names == ["application/json"] or (names == ["*/*"] and kinds == {"json"}):
            return None
        return ", ".join([names[0], *(f"{name};q=0.9" for name in names[1:])])


def response_forms(document: Node, operation: Node, method: str) -> ResponseForms:
    """Return the media types of the successes of an operation."""
    media = {}
    is_json_only = any(rule in operation for rule in _JSON_RULES)
    for status, response in successes_of(document, operation).items():
        content = {} if method == "head" else response.get("content", {})
        readable = received(document, content)
        media[status] = tuple(readable[:1] if is_json_only else readable)
    return ResponseForms(media)


def successes_of(document: Node, operation: Node) -> dict[str, Node]:
    """Return the responses of successes, by status; `default` is one if it is the only one."""
    responses = {
        str(status).upper().replace("DEFAULT", "default"): resolve(document, response)
        for status, response in operation["responses"].items()
    }
    successes = {
        status: response for status, response in responses.items() if status.startswith("2")
    }
    if not successes and "default" in responses:
        return {"2XX": responses["default"]}
    return successes


def normalize_responses(document: Node, operation: Node, method: str) -> None:
    """Write the responses of an operation as the generator reads them."""
    forms = response_forms(document, operation, method)
    successes = successes_of(document, operation)
    operation["responses"] = {
        status: _normalized(response, forms.media[status]) for status, response in successes.items()
    }


def _normalized(response: Node, media: tuple[Media, ...]) -> Node:
    plain: dict[str, Any] = {"description": response.get("description", "")}
    if not media:
        return plain
    first = media[0]
    name, schema = _FORMS.get(first.kind, ("application/json", first.schema))
    plain["content"] = {name: {"schema": {} if schema is None else schema}}
    plain[MEDIA] = [[media_type.name, media_type.kind] for media_type in media]
    return plain


def media_of_response(response: Response) -> list[tuple[str, Kind]]:
    """Return the media types of a normalized response, each with its kind, the first read first."""
    extra = response.data.model_extra or {} if isinstance(response.data, oai.Response) else {}
    return [(str(name), kind) for name, kind in extra.get(MEDIA, [])]
