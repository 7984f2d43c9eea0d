"""Document of the checks: pointers, places, references and operations."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

Json: TypeAlias = Any
Node: TypeAlias = dict[str, Any]
Pointer: TypeAlias = tuple[str | int, ...]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

# Keys of these objects are names that authors choose, not keywords.
_NAME_MAPS = frozenset(
    [
        *("$defs", "patternProperties", "properties"),
        *("callbacks", "content", "examples", "headers", "links", "parameters", "paths"),
        *("pathItems", "requestBodies", "responses", "schemas", "securitySchemes"),
    ]
)
# Values of these keys are data, in which keywords mean nothing.
_DATA = frozenset(["const", "default", "enum", "example", "value", "x-source"])


@dataclass(frozen=True)
class Operation:
    """Operation in its document."""

    document: Node
    path: str
    method: str

    @property
    def at(self) -> Pointer:
        """Place of the operation."""
        return ("paths", self.path, self.method)

    @property
    def name(self) -> str:
        """Method and path: ``GET /path``."""
        return f"{self.method.upper()} {self.path}"

    @property
    def node(self) -> Node:
        """Object of the operation."""
        node: Node = self._item[self.method]
        return node

    @property
    def parameters(self) -> list[Node]:
        """Parameters of the path and of the operation, with references resolved."""
        declared = [*self._item.get("parameters", []), *self.node.get("parameters", [])]
        return [resolve(self.document, parameter) for parameter in declared]

    @property
    def servers(self) -> list[Node]:
        """Servers of the operation, else of the path, else of the document."""
        servers: list[Node] = (
            self.node.get("servers")
            or self._item.get("servers")
            or self.document.get("servers", [])
        )
        return servers

    @property
    def _item(self) -> Node:
        item: Node = self.document["paths"][self.path]
        return item


def resolve(document: Node, node: Node) -> Node:
    """Return a node, or the target of its reference; {} for a circular reference."""
    seen: set[str] = set()
    while "$ref" in node:
        if node["$ref"] in seen:
            return {}
        seen.add(node["$ref"])
        node = at_pointer(document, node["$ref"])
    return node


def at_pointer(value: Json, pointer: str) -> Json:
    """Return the target of a JSON pointer (``#/a/b`` or ``/a/b``)."""
    for step in pointer.removeprefix("#").split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


def operations(document: Node) -> Iterator[Operation]:
    """Yield every operation in the order of the document."""
    for path, item in document["paths"].items():
        yield from (Operation(document, path, method) for method in METHODS if method in item)


def nodes(value: Json, at: Pointer = (), *, names: bool = False) -> Iterator[tuple[Pointer, Node]]:
    """Yield every object of the document that carries keywords, with its place."""
    if isinstance(value, list):
        for index, child in enumerate(value):
            yield from nodes(child, (*at, index))
    elif isinstance(value, dict):
        if not names:
            yield at, value
        for key, child in value.items():
            if names or not _is_data(key, child):
                yield from nodes(child, (*at, key), names=not names and key in _NAME_MAPS)


def _is_data(key: str, value: object) -> bool:
    # A schema lists plain values as its examples; a media type maps names to example objects.
    return key in _DATA or (key == "examples" and isinstance(value, list))


def place(at: Pointer) -> str:
    """Return the name of a place: ``GET /path`` or ``#/components/kind/Name``, and the rest."""
    if at[:1] == ("paths",) and len(at) > 1:
        is_operation = at[2:3] and at[2] in METHODS
        name = f"{str(at[2]).upper()} {at[1]}" if is_operation else str(at[1])
        inside = at[3:] if is_operation else at[2:]
    elif at[:1] == ("components",):
        name = "#/" + "/".join(str(step) for step in at[:3])
        inside = at[3:]
    else:
        name, inside = "/".join(str(step) for step in at), ()
    return name + (" at " + "/".join(str(step) for step in inside) if inside else "")


def is_text(value: object) -> bool:
    """Return True if a value is a text with other characters than spaces."""
    return isinstance(value, str) and bool(value.strip())
