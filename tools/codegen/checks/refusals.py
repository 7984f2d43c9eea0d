"""Constructs of OpenAPI that the generator refuses by name.

A construct is either generated right or refused here, before anything is written. To refuse one:

1. write a function that takes the document and yields a `Finding` for each place of the construct:
   its pointer, its name and the replacement;
2. add it to `REFUSALS`;
3. add a case to `tests/codegen/test_refusals.py` with the exact message.

`document.nodes` yields every object that carries keywords, with its pointer. It does not enter
examples and other data. Shapes are checked before, so a keyword has the type that OpenAPI 3.1 says.
"""

from collections.abc import Iterator

from .body_refusals import misspelled_media_types, unsupported_bodies, unsupported_responses
from .document import Node, nodes
from .findings import Finding
from .house_rules import Rule
from .name_refusals import unusable_names
from .parameter_refusals import unsupported_parameters
from .security_refusals import unsupported_schemes
from .server_refusals import unsupported_servers


def external_references(document: Node) -> Iterator[Finding]:
    """Refuse a reference to another file."""
    for at, node in nodes(document):
        target = node.get("$ref")
        if isinstance(target, str) and not target.startswith("#"):
            yield Finding(
                at, f"external reference {target!r}: copy its target to components and refer to it"
            )


def paths_with_queries(document: Node) -> Iterator[Finding]:
    """Refuse a path that holds a query, a fragment or a parameter without a name."""
    for path in document.get("paths", {}):
        if mark := next((character for character in "?#" if character in path), ""):
            text = f"a path must not contain {mark!r}: declare a query parameter instead"
            yield Finding(("paths", path), text)
        if "{}" in path:
            yield Finding(("paths", path), "a path parameter must have a name: write it in {}")


def referenced_paths(document: Node) -> Iterator[Finding]:
    """Refuse a path that refers to its operations, which the generator would not see."""
    for path, item in document.get("paths", {}).items():
        if "$ref" in item:
            text = f"reference {item['$ref']!r} in place of operations: write them here"
            yield Finding(("paths", path), text)


REFUSALS: tuple[Rule, ...] = (
    external_references,
    paths_with_queries,
    referenced_paths,
    unsupported_parameters,
    misspelled_media_types,
    unsupported_bodies,
    unsupported_responses,
    unsupported_schemes,
    unsupported_servers,
    unusable_names,
)


def refused_constructs(document: Node) -> list[Finding]:
    """Return every place of a refused construct."""
    return [finding for refusal in REFUSALS for finding in refusal(document)]
