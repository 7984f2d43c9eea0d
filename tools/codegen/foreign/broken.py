"""Parts of a foreign document that are not OpenAPI: they are removed and reported."""

from ..checks.document import METHODS, Node
from ..checks.findings import DocumentError, Finding
from ..checks.openapi_schema import has_structure
from .pruning import Key


def remove_broken(document: Node) -> tuple[dict[Key, list[str]], list[str]]:
    """Remove the operations and components that are not OpenAPI, outside of schemas.

    Returns:
        The reasons by operation, and a line for each component.

    Raises:
        DocumentError: The document as a whole is not OpenAPI.

    """
    reasons: dict[Key, list[str]] = {}
    notes: list[str] = []
    general: list[Finding] = []
    upgraded = {**document, "openapi": "3.1.0"}  # outside of schemas both versions agree
    for finding in has_structure(upgraded):
        match finding.at:
            case ("paths", str(path), *rest) if isinstance(document["paths"], dict):
                for key in _keys_at(document["paths"][path], path, rest):
                    reasons.setdefault(key, []).append(str(finding))
            case ("components", str(kind), str(name), *_):
                document["components"][kind].pop(name, None)
                notes.append(f"not generated: {finding}")
            case _:
                general.append(finding)
    if general:
        raise DocumentError(*map(str, general))
    for path, method in reasons:
        if isinstance(document["paths"].get(path), dict):
            document["paths"][path].pop(method, None)
        if not isinstance(document["paths"].get(path), dict) or not method:
            document["paths"].pop(path, None)
    return reasons, notes


def _keys_at(item: object, path: str, rest: list[str | int]) -> list[Key]:
    """Return the operations at a place in a path; the path itself if it has none."""
    methods = [method for method in METHODS if isinstance(item, dict) and method in item]
    named = [method for method in methods if [method] == rest[:1]]
    return [(path, method) for method in named or methods or [""]]
