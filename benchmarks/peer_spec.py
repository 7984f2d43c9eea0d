"""The spec as the peers' generators can take it, derived from openapi.yaml.

Each change either makes their models simpler, and so faster, or is one without which they do not
work.
"""

import json
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

# `servers`: openapi-generator writes them into each operation, where they overrule the configured
# host, and a benchmark must never reach a vendor. `const`: it compares a boolean with the text
# 'true', so that no response decodes.
_DROPPED = ("servers", "links", "const", "example", "examples")


def peer_spec(source: Path) -> str:
    """The derived document, as JSON."""
    document = _plain(YAML(typ="safe").load(source.read_text(encoding="utf-8")))
    for schema in document["components"]["schemas"].values():
        _replace_nulls(schema.get("properties", {}))
    text = json.dumps(document, indent=1)
    if "http://" in text or "https://" in text:
        raise ValueError("the peer spec names a host: it must reach none")
    return text


def _plain(node: Any) -> Any:
    """The node without what only our tools read; an open enumeration becomes a closed one."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _plain(value) for key, value in node.items() if _is_kept(key)}
    match plain.get("anyOf"):
        # For openapi-generator it would be a class of its own that tries each side.
        case [{"type": "string", "enum": values}, {"type": "string"}]:
            del plain["anyOf"]
            plain.update(type="string", enum=values)
    return plain


def _is_kept(key: object) -> bool:
    return key not in _DROPPED and not str(key).startswith("x-")


def _replace_nulls(properties: dict[str, Any]) -> None:
    """Spell what is always null as something nullable: a bare null crashes openapi-generator."""
    if properties.get("error") == {"type": "null"}:
        error = {"$ref": "#/components/schemas/ApiError"}
        properties["error"] = {"anyOf": [error, {"type": "null"}]}
    if properties.get("data") == {"type": "null"}:
        properties["data"] = {"type": ["object", "null"]}
