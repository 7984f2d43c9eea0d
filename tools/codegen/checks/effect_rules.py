"""House rules about `x-effect`: the effect of a call."""

from collections.abc import Iterator

from .document import Node, operations
from .findings import Finding

EFFECTS = ("none", "changes", "reaches-people", "irreversible")


def effect_is_known(document: Node) -> Iterator[Finding]:
    """Require that an operation declares its effect."""
    for operation in operations(document):
        if operation.node.get("x-effect", EFFECTS[0]) not in EFFECTS:
            yield Finding(operation.at, f"set x-effect to one of {', '.join(EFFECTS)}")


def reads_have_no_effect(document: Node) -> Iterator[Finding]:
    """Require that a GET, and nothing else, has no effect."""
    for operation in operations(document):
        is_read, effect = operation.method == "get", operation.node.get("x-effect")
        if is_read and effect in EFFECTS[1:]:
            yield Finding(operation.at, "set x-effect to none, as it is a GET")
        if not is_read and effect == "none":
            yield Finding(
                operation.at, "set x-effect to another effect than none, as it is not a GET"
            )


def deletions_are_irreversible(document: Node) -> Iterator[Finding]:
    """Require that a DELETE is irreversible, so that the command line asks before it."""
    for operation in operations(document):
        if operation.method == "delete" and operation.node.get("x-effect") == "changes":
            yield Finding(operation.at, "set x-effect to irreversible, as it is a DELETE")
