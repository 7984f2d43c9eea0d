"""Forms of parameters: where and in which style each travels, and their form for the generator."""

from collections.abc import Mapping
from dataclasses import dataclass

from .checks.document import Node, resolve
from .media_types import base_of

Key = tuple[str, str]
"""Location and name of a parameter."""

# OpenAPI says to ignore parameters of these names: other objects describe the headers.
_IGNORED_HEADERS = frozenset(["accept", "content-type", "authorization"])
_DEFAULT_STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
_PLAIN_TYPES = frozenset(["string", "integer", "number", "boolean"])


@dataclass(frozen=True)
class ParameterForm:
    """One parameter, as its operation declares it."""

    location: str
    name: str
    style: str
    explode: bool
    allows_reserved: bool
    is_json: bool
    """True if the spec gives it a media type of JSON instead of a style."""
    node: Node

    @property
    def schema(self) -> Node:
        """Schema of the value, also if a media type has it."""
        return schema_of(self.node)


def merged_parameters(document: Node, item: Node, operation: Node) -> list[Node]:
    """Return the parameters of an operation; its own take the place of those of the path."""
    merged: dict[Key, Node] = {}
    for reference in [*item.get("parameters", []), *operation.get("parameters", [])]:
        node = resolve(document, reference)
        merged[node["in"], node["name"]] = node
    return [node for node in merged.values() if not _is_ignored(node)]


def _is_ignored(node: Node) -> bool:
    return node["in"] == "header" and node["name"].lower() in _IGNORED_HEADERS


def parameter_form(node: Node) -> ParameterForm:
    """Return how a parameter travels."""
    style = node.get("style", _DEFAULT_STYLES[node["in"]])
    return ParameterForm(
        location=node["in"],
        name=node["name"],
        style=style,
        explode=bool(node.get("explode", style == "form")),
        allows_reserved=bool(node.get("allowReserved")) and node["in"] == "query",
        is_json="content" in node,
        node=node,
    )


def schema_of(node: Node) -> Node:
    """Return the schema of a parameter."""
    media: Mapping[str, Node] = node.get("content", {})
    for media_type in media.values():
        content: Node = media_type.get("schema", {})
        return content
    schema: Node = node.get("schema", {})
    return schema


def content_type_of(node: Node) -> str:
    """Return the media type of a parameter that has one; else ""."""
    return next((base_of(name) for name in node.get("content", {})), "")


def normalize_parameters(document: Node, item: Node, operation: Node) -> None:
    """Write the parameters of an operation as the generator reads them.

    The generator allows few types in headers, so a header of another type stands as a cookie until
    `restore_headers`.
    """
    operation["parameters"] = [
        _normalized(document, node) for node in merged_parameters(document, item, operation)
    ]


def _normalized(document: Node, node: Node) -> Node:
    plain = {key: value for key, value in node.items() if key not in ("content", "style")}
    plain["schema"] = schema_of(node)
    if node["in"] == "path":
        plain["schema"] = _without_null(plain["schema"])
    if node["in"] == "header" and not _is_plain(document, plain["schema"]):
        plain["in"] = "cookie"
    return plain


def _without_null(schema: Node) -> Node:
    """Return the schema of a parameter that cannot be null, because a path needs a value."""
    made = dict(schema)
    if isinstance(schema.get("type"), list):
        types = [kind for kind in schema["type"] if kind != "null"]
        made["type"] = types[0] if len(types) == 1 else types
    for key in ("anyOf", "oneOf"):
        if key in schema:
            made[key] = [branch for branch in schema[key] if branch != {"type": "null"}]
    return made


def _is_plain(document: Node, schema: Node) -> bool:
    target = resolve(document, schema)
    kind = target.get("type")
    is_plain = isinstance(kind, str) and kind in _PLAIN_TYPES
    is_text = isinstance(target.get("const", ""), str)
    return is_plain and is_text and target.get("format") not in ("date", "date-time")
