"""Removal of operations, and of the components that no other operation needs."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from ..checks.document import METHODS, Node, nodes
from ..checks.findings import DocumentError, Finding

Key = tuple[str, str]
"""Path and HTTP method of an operation."""

_PREFIX = "#/components/"


def keys(document: Node) -> list[Key]:
    """Return the operations of a document."""
    return [
        (path, method)
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    ]


def without(document: Node, excluded: Iterable[Key]) -> Node:
    """Return a document without some operations, and without components that are not used."""
    left_out = set(excluded)
    paths: Node = {}
    for path, item in document["paths"].items():
        kept = {key: node for key, node in item.items() if (path, key) not in left_out}
        if any(method in kept for method in METHODS):
            paths[path] = kept
    tags = {node["tags"][0] for item in paths.values() for node in _operations(item)}
    used = _reachable(document, paths)
    components = {
        kind: {
            name: component
            for name, component in section.items()
            if kind == "securitySchemes" or (kind, name) in used
        }
        for kind, section in document.get("components", {}).items()
    }
    return {
        **document,
        "paths": paths,
        "tags": [tag for tag in document["tags"] if tag["name"] in tags],
        "components": components,
    }


class Owners:
    """Operations of a document, by the places that belong to them."""

    def __init__(self, document: Node) -> None:
        self._document = document

    def of(self, finding: Finding) -> list[Key]:
        """Return the operations that a finding is about.

        Raises:
            DocumentError: The finding is about the document as a whole.

        """
        match finding.at:
            case ("paths", str(path), *rest) if path in self._document["paths"]:
                of_path = [key for key in keys(self._document) if key[0] == path]
                return [key for key in of_path if [key[1]] == rest[:1]] or of_path
            case ("components", str(kind), str(name), *_) if kind != "securitySchemes":
                return self._users.get((kind, name), [])
        raise DocumentError(str(finding))

    @cached_property
    def _users(self) -> dict[Key, list[Key]]:
        """The operations that need each component, directly or not."""
        users: dict[Key, list[Key]] = {}
        for path, method in keys(self._document):
            item = self._document["paths"][path]
            roots = [item[method], item.get("parameters", [])]
            for component in _reachable(self._document, roots):
                users.setdefault(component, []).append((path, method))
        return users


def _operations(item: Node) -> Iterator[Node]:
    yield from (item[method] for method in METHODS if method in item)


def _reachable(document: Node, value: object) -> set[Key]:
    components = document.get("components", {})
    reached: set[Key] = set()
    pending = [value]
    while pending:
        for kind, name in _targets(pending.pop()):
            if (kind, name) not in reached and name in components.get(kind, {}):
                reached.add((kind, name))
                pending.append(components[kind][name])
    return reached


def _targets(value: object) -> Iterator[Key]:
    """Yield the components that a value refers to."""
    for _, node in nodes(value):
        texts = [node.get("$ref")]
        discriminator = node.get("discriminator")
        if isinstance(discriminator, dict):
            texts += discriminator.get("mapping", {}).values()
        for text in texts:
            if isinstance(text, str) and text.startswith(_PREFIX):
                kind, _, name = text.removeprefix(_PREFIX).partition("/")
                yield kind, name.replace("~1", "/").replace("~0", "~")
            elif isinstance(text, str) and "/" not in text:
                yield "schemas", text
