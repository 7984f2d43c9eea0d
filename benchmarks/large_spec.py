"""A spec of twelve times the operations: openapi.yaml with 11 copies, each under new names."""

import copy
import json
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from ruamel.yaml import YAML

Json = dict[str, Any]

COPIES = 11
_SCHEMAS = "#/components/schemas/"


def large_spec(source: Path) -> str:
    """Return the document with its copies, as JSON."""
    document: Json = YAML(typ="safe").load(source.read_text(encoding="utf-8"))
    original = copy.deepcopy(document)
    for letter in ascii_lowercase[:COPIES]:
        _add_copy(document, original, letter)
    return json.dumps(document, indent=1)


def operation_count(source: Path, copies: int = 0) -> int:
    """Return the number of operations of a spec and its copies."""
    text = source.read_text(encoding="utf-8")
    return text.count("\n      operationId: ") * (1 + copies)


def _add_copy(document: Json, original: Json, letter: str) -> None:
    """Add every operation once more, with its own models; errors and parameters are shared."""
    suffix = letter.upper()
    paths = _renamed(original["paths"], suffix)
    for path, item in paths.items():
        for node in item.values():
            if isinstance(node, dict):
                _rename_operation(node, letter)
        document["paths"][f"/{letter}{path}"] = item
    schemas = original["components"]["schemas"]
    for name in _reached(original["paths"], schemas):
        document["components"]["schemas"][name + suffix] = _renamed(schemas[name], suffix)
    document["tags"] += [{**tag, "name": f"{tag['name']} {letter}"} for tag in original["tags"]]


def _rename_operation(operation: Json, letter: str) -> None:
    tag = operation["tags"][0]
    prefix = tag.replace(" ", "_")
    action = operation["operationId"].removeprefix(prefix)
    operation["tags"] = [f"{tag} {letter}"]
    operation["operationId"] = f"{prefix}_{letter}{action}"
    for response in operation["responses"].values():
        response.pop("links", None)  # they name operations of the original


def _references(node: Any) -> set[str]:
    """Return the names of the schemas that a node refers to directly."""
    if isinstance(node, list):
        return set().union(*map(_references, node))
    if not isinstance(node, dict):
        return set()
    target = node.get("$ref", "")
    own = {target.removeprefix(_SCHEMAS)} if target.startswith(_SCHEMAS) else set()
    return own.union(*map(_references, node.values()))


def _reached(node: Any, schemas: Json) -> list[str]:
    """Return the names of the schemas that a node refers to, directly or through others."""
    reached: set[str] = set()
    found = _references(node)
    while found - reached:
        reached |= found
        found = set().union(*(_references(schemas[name]) for name in reached))
    return sorted(reached)


def _renamed(node: Any, suffix: str) -> Any:
    """Return a copy of the node in which references to schemas end in the suffix."""
    if isinstance(node, list):
        return [_renamed(item, suffix) for item in node]
    if not isinstance(node, dict):
        return node
    renamed = {key: _renamed(value, suffix) for key, value in node.items()}
    if renamed.get("$ref", "").startswith(_SCHEMAS):
        renamed["$ref"] += suffix
    return renamed
