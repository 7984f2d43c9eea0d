"""Adoption of a foreign document: adds the names and extensions that generation needs."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..checks.document import METHODS, Node, nodes
from .broken import remove_broken
from .names import ATTRIBUTES_OF_CLIENTS, identifier, method_name, unique
from .pruning import Key
from .references import hoist_references, inline_path_items
from .repairs import repair
from .security import adopt_security
from .servers import adopt_servers
from .version import require_version, upgrade_to_3_1

# HTTP methods that change nothing, by RFC 9110; all others are sent once.
_SAFE = frozenset(["get", "head", "options", "trace"])
_UNTAGGED = "default"
_API_OF_TITLE = re.compile(r"\s+(-\s*)?(open)?api\b.*$", re.IGNORECASE | re.DOTALL)
# The generator names the members of an enumeration by it.
_KEPT_EXTENSIONS = frozenset(["x-enum-varnames"])


@dataclass(frozen=True)
class AdoptedDocument:
    """Document in the form that generation needs, with the decisions about it."""

    document: Node
    vendor: str
    names: dict[Key, str]
    """Name of the client's method, by path and HTTP method: ``area.method``."""
    reasons: dict[Key, list[str]]
    """Reasons against an operation that is left out before it has a name."""
    notes: list[str] = field(default_factory=list)
    """Notes about other parts that are not generated, or in another form."""


@dataclass(frozen=True)
class AdoptionOptions:
    """Choices of the caller that the document does not state."""

    vendor: str = ""
    base_url: str = ""
    safe: frozenset[str] = frozenset()
    """OperationIds, or ``METHOD /path``, of writes that may be sent again."""


def adopt(document: Node, file_name: str, options: AdoptionOptions) -> AdoptedDocument:
    """Return a copy of a document in the form that generation needs.

    It may still have constructs that are refused.

    Raises:
        DocumentError: The document is not OpenAPI, or has a version that is not supported.

    """
    document = json.loads(json.dumps(document))
    require_version(document, file_name)
    inline_path_items(document)
    reasons, notes = remove_broken(document)
    upgrade_to_3_1(document)
    notes += _without_counterpart(document)
    _strip_extensions(document)
    notes += repair(document)
    notes += hoist_references(document)
    title = str(document.get("info", {}).get("title", "") or "vendor")
    vendor = identifier(options.vendor or _API_OF_TITLE.sub("", title) or title)
    adopted = AdoptedDocument(document, vendor, {}, reasons, notes)
    notes += adopt_servers(document, options.base_url, title)
    notes += adopt_security(document)
    _adopt_operations(adopted, file_name, options.safe)
    return adopted


def _without_counterpart(document: Node) -> Iterator[str]:
    """Remove the parts that a client does not have; yield a line for each kind."""
    if webhooks := document.pop("webhooks", {}):
        yield f"not generated: {len(webhooks)} webhooks, which the server sends"
    components = document.get("components", {})
    for kind in ("callbacks", "links"):
        components.pop(kind, None)
    links = callbacks = 0
    for _, node in [*nodes(document)]:
        if isinstance(node.get("responses"), dict):
            callbacks += len(node.pop("callbacks", {}))
        if isinstance(node.get("links"), dict) and "description" in node:
            links += len(node.pop("links"))
    if callbacks:
        yield f"not generated: {callbacks} callbacks, which the server sends"
    if links:
        yield f"not generated: {links} links between operations"


def _strip_extensions(document: Node) -> None:
    """Remove the extensions of other tools, which may have the names of ours."""
    for _, node in [*nodes(document)]:
        for key in [key for key in node if key.startswith("x-") and key not in _KEPT_EXTENSIONS]:
            del node[key]


def _adopt_operations(adopted: AdoptedDocument, file_name: str, safe: frozenset[str]) -> None:
    document = adopted.document
    described = {tag["name"]: tag.get("description", "") for tag in document.get("tags", [])}
    descriptions: dict[str, str] = {}
    used_names: dict[str, set[str]] = {}
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if not isinstance(item.get(method), dict):
                continue
            operation = item[method]
            tag = (operation.get("tags") or [_UNTAGGED])[0]
            area = identifier(str(tag), reserved=ATTRIBUTES_OF_CLIENTS)
            descriptions.setdefault(area, described.get(tag) or f"Operations of {tag}.")
            original = operation.get("operationId")
            name = method_name(area, method, path, original)
            name = unique(name, used_names.setdefault(area, set()))
            is_safe = method in _SAFE or bool({original, f"{method.upper()} {path}"} & safe)
            adopted.names[path, method] = f"{area}.{name}"
            _adopt_operation(operation, f"{adopted.vendor} {area}", name, is_safe=is_safe)
            operation["x-source"] = {"document": file_name, "standing": "documented"}
    document["tags"] = [
        {"name": f"{adopted.vendor} {area}", "description": text}
        for area, text in descriptions.items()
    ]


def _adopt_operation(operation: dict[str, Any], tag: str, name: str, *, is_safe: bool) -> None:
    words = name.replace("_", " ").strip().capitalize()
    summary = str(operation.get("summary") or "").strip() or words
    operation |= {
        "operationId": f"{tag.replace(' ', '_')}_{name}",
        "summary": summary,
        "description": str(operation.get("description") or "").strip() or f"{summary}.",
        "tags": [tag],
        "x-effect": "none" if is_safe else "changes",
        "x-idempotency": "safe" if is_safe else "never",
    }
