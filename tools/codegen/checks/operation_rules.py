"""House rules about operations: their keys, tags, IDs, errors, security and paths."""

import re
from collections.abc import Iterator
from keyword import iskeyword

from .document import Node, is_text, operations
from .findings import Finding

KEY_ORDER = (
    *("operationId", "summary", "description", "tags", "deprecated"),
    *("x-source", "x-effect", "x-idempotency", "x-verify"),
    *("x-pagination", "x-batch", "x-bulk", "x-job", "x-permission", "x-prerequisites", "security"),
    *("parameters", "requestBody", "responses"),
)
OPTIONAL_KEYS = frozenset(
    [
        *("deprecated", "x-verify", "x-pagination", "x-batch", "x-bulk", "x-job"),
        *("x-permission", "x-prerequisites", "requestBody"),
    ]
)

# Without these no method can be generated, also for a foreign document.
NEEDED_KEYS = ("operationId", "summary", "description", "tags", "x-source", "x-idempotency")

_TAG = re.compile(r"[a-z][a-z0-9]*( [a-z0-9]+)+")
_SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def keys_are_complete(document: Node) -> Iterator[Finding]:
    """Require every key that each operation declares."""
    for operation in operations(document):
        for key in KEY_ORDER:
            if key not in operation.node and key not in OPTIONAL_KEYS:
                yield Finding(operation.at, f"add {key}")


def needed_keys_are_there(document: Node) -> Iterator[Finding]:
    """Require the keys from which the method of an operation is generated."""
    for operation in operations(document):
        for key in NEEDED_KEYS:
            if key not in operation.node:
                yield Finding(operation.at, f"add {key}")


def keys_are_ordered(document: Node) -> Iterator[Finding]:
    """Require one order of the keys in every operation."""
    for operation in operations(document):
        keys = list(operation.node)
        expected = [key for key in KEY_ORDER if key in keys]
        if unknown := [key for key in keys if key not in KEY_ORDER]:
            yield Finding(
                operation.at, f"remove {', '.join(unknown)}, or give the key order a place"
            )
        elif keys != expected:
            yield Finding(operation.at, f"order the keys {', '.join(expected)}")


def tag_is_declared(document: Node) -> Iterator[Finding]:
    """Require that an operation belongs to one declared area of one vendor."""
    declared = [tag["name"] for tag in document.get("tags", [])]
    for index, tag in enumerate(document.get("tags", [])):
        if not is_text(tag.get("description")):
            yield Finding(("tags", index), f"give the tag {tag['name']!r} a description")
    for operation in operations(document):
        tags = operation.node.get("tags", [])
        if len(tags) != 1:
            yield Finding(operation.at, "declare exactly one tag")
        for tag in tags:
            if not _TAG.fullmatch(tag):
                yield Finding(operation.at, f"write the tag {tag!r} as '<vendor> <area>'")
            if tag not in declared:
                yield Finding(operation.at, f"declare the tag {tag!r} in the root's tags")
            if words := [word for word in tag.split() if iskeyword(word)]:
                text = f"rename the tag {tag!r}: {words[0]!r} is a keyword of Python"
                yield Finding(operation.at, text)


def id_follows_tag(document: Node) -> Iterator[Finding]:
    """Require that an operationId is its tag and a name, in snake case."""
    for operation in operations(document):
        name = operation.node.get("operationId", "")
        for tag in operation.node.get("tags", []) if "operationId" in operation.node else []:
            prefix = tag.replace(" ", "_") + "_"
            if not (name.startswith(prefix) and _SNAKE_CASE.fullmatch(name)):
                yield Finding(operation.at, f"rename {name!r} to '{prefix}<name>' in snake_case")


def vendors_have_one_server(document: Node) -> Iterator[Finding]:
    """Require of the operations of a vendor the same first server, with a description."""
    known: dict[str, tuple[str, Node]] = {}
    for operation in operations(document):
        vendor = str(next(iter(operation.node.get("tags", [])), "")).partition(" ")[0]
        server = next(iter(operation.servers), None)
        if server is None or not is_text(server.get("description")):
            yield Finding(operation.at, "declare a server with url and description")
            continue
        name, first = known.setdefault(vendor, (operation.name, server))
        if (first["url"], first["description"]) != (server["url"], server["description"]):
            text = f"the server differs from that of {name}: give {vendor} one server"
            yield Finding(operation.at, text)


def errors_are_shared(document: Node) -> Iterator[Finding]:
    """Allow only a success to have its own response."""
    for operation in operations(document):
        for status, response in operation.node.get("responses", {}).items():
            if not status.startswith("2") and "$ref" not in response:
                yield Finding(operation.at, f"move response {status} to components and refer to it")


def prerequisites_are_named(document: Node) -> Iterator[Finding]:
    """Require of prerequisites that they are a list of names as the pages print them."""
    for operation in operations(document):
        if "x-prerequisites" not in operation.node:
            continue
        names = operation.node["x-prerequisites"]
        is_list = isinstance(names, list) and bool(names) and len(set(names)) == len(names)
        if not (is_list and all(map(_SNAKE_CASE.fullmatch, names))):
            yield Finding(operation.at, "list in x-prerequisites each name once, in snake_case")


def calls_are_secured(document: Node) -> Iterator[Finding]:
    """Refuse an operation that can be called without a key."""
    for operation in operations(document):
        security = operation.node.get("security", [])
        if not security or not all(security):
            yield Finding(operation.at, "name a security scheme in each entry of security")


def paths_are_filled(document: Node) -> Iterator[Finding]:
    """Require that the path's template and the declared path parameters agree."""
    for operation in operations(document):
        template = set(re.findall(r"{([^}]+)}", operation.path))
        declared = {
            parameter["name"] for parameter in operation.parameters if parameter["in"] == "path"
        }
        for name in sorted(template - declared):
            yield Finding(operation.at, f"declare the path parameter {name}")
        for name in sorted(declared - template):
            yield Finding(
                operation.at, f"remove the path parameter {name}, which is not in the path"
            )
