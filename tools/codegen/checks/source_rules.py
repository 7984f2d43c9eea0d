"""House rules about `x-source`."""

from collections.abc import Iterator

from .document import Node, Pointer, is_text, nodes, operations
from .findings import Finding

STANDINGS = ("documented", "earlier-documents", "cut", "assumed")
# A source with one of these has a reason.
_REASONED = ("cut", "assumed")


def sources_are_named(document: Node) -> Iterator[Finding]:
    """Require a source of every operation and every shared schema."""
    for operation in operations(document):
        if "x-source" not in operation.node:
            yield Finding(operation.at, "add x-source")
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        if "x-source" not in schema:
            yield Finding(("components", "schemas", name), "add x-source")


def sources_are_whole(document: Node) -> Iterator[Finding]:
    """Require of a source its standing, and the document or reason that goes with it."""
    for at, source in _sources(document):
        standing = source.get("standing")
        if standing not in STANDINGS:
            yield Finding(at, f"give x-source one of the standings {', '.join(STANDINGS)}")
        elif standing in _REASONED and not is_text(source.get("reason")):
            yield Finding(at, f"give x-source the reason why it is {standing}")
        elif standing != "assumed" and not is_text(source.get("document")):
            yield Finding(at, "give x-source the document")


def assumptions_have_reasons(document: Node) -> Iterator[Finding]:
    """Require a reason for each assumption about something documented."""
    for at, source in _sources(document):
        assumed = source.get("assumed")
        if "assumed" in source and not (isinstance(assumed, dict) and assumed):
            yield Finding(at, "map each aspect in x-source.assumed to its reason")
        elif assumed:
            for aspect, reason in assumed.items():
                if not is_text(reason):
                    yield Finding(at, f"give x-source.assumed.{aspect} a reason")


def _sources(document: Node) -> Iterator[tuple[Pointer, Node]]:
    for at, node in nodes(document):
        if "x-source" in node:
            source = node["x-source"]
            yield at, source if isinstance(source, dict) else {}
