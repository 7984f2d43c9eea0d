"""Names of operations that their methods cannot have."""

from collections.abc import Iterator
from keyword import iskeyword

from .document import Node, operations
from .findings import Finding

# Methods of every resource.
_RESERVED = frozenset(["to_file", "with_raw_response"])


def unusable_names(document: Node) -> Iterator[Finding]:
    """Refuse an operation if its method would be named like a keyword or a method of resources."""
    for operation in operations(document):
        tag = str(next(iter(operation.node.get("tags", [])), ""))
        identifier = str(operation.node.get("operationId", ""))
        name = identifier.removeprefix(tag.replace(" ", "_") + "_")
        if iskeyword(name) or name in _RESERVED:
            yield Finding(
                operation.at,
                f"operationId {identifier!r}: no method can be named {name}: rename it",
            )
