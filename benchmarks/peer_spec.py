"""Spec for the generators of the peers, derived from openapi.yaml.

A change makes their models simpler, and so faster, or they do not work without it.
"""

import json
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

# `servers`: openapi-generator writes them into each operation, where they override the configured
# host. A benchmark must never reach a vendor. `const`: openapi-generator compares a boolean with
# the text 'true', so no response decodes.
_DROPPED = ("servers", "links", "const", "example", "examples")


def peer_spec(source: Path) -> str:
    """Return the derived document, as JSON."""
    document = _plain(YAML(typ="safe").load(source.read_text(encoding="utf-8")))
    for schema in document["components"]["schemas"].values():
        _replace_nulls(schema.get("properties", {}))
    text = json.dumps(document, indent=1)
    if "http://" in text or "https://" in text:
        raise ValueError("The spec for the peers must not contain a URL of a host.")
    return text


def _plain(node: Any) -> Any:
    """Return the node without keys for our tools only, and with closed enumerations."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _plain(value) for key, value in node.items() if _is_kept(key)}
    match plain.get("anyOf"):
        # openapi-generator would make a separate class that tries both sides.
        case [{"type": "string", "enum": values}, {"type": "string"}]:
            del plain["anyOf"]
            plain.update(type="string", enum=values)
    return plain


def _is_kept(key: object) -> bool:
    return key not in _DROPPED and not str(key).startswith("x-")


def _replace_nulls(properties: dict[str, Any]) -> None:
    """Make properties that are always null nullable: openapi-generator crashes on a bare null."""
    if properties.get("error", {}).get("type") == "null":
        error = {"$ref": "#/components/schemas/ApiError"}
        properties["error"] = {"anyOf": [error, {"type": "null"}]}
    if properties.get("data", {}).get("type") == "null":
        properties["data"] = {"type": ["object", "null"]}
