"""The strict twin of the spec: every object and every enumeration closed, as an overlay says.

A response that only the twin rejects has something that the spec does not name: additive drift.
Of OpenAPI Overlay 1.0 all is applied; `copy` of 1.1 is refused, as nobody needs it yet.
"""

import json
from pathlib import Path
from typing import Any

from jsonpath import JSONPathError, JSONPathMatch, finditer
from ruamel.yaml import YAML

OVERLAY = Path(__file__).with_name("strict.overlay.yaml")

Json = dict[str, Any]

_ACTION = {"target", "description", "update", "remove"}


class OverlayError(Exception):
    """The overlay cannot be applied; the message says which action, and why."""


def twin_of(document: Json, overlay: Path = OVERLAY) -> Json:
    """The document as the overlay leaves it; the document itself stays as it is."""
    return applied(YAML(typ="safe").load(overlay.read_text(encoding="utf-8")), document)


def applied(overlay: Json, document: Json) -> Json:
    """A copy of the document with all actions of a parsed overlay applied, in their order."""
    if not str(overlay.get("overlay", "")).startswith("1."):
        raise OverlayError("this is no OpenAPI Overlay 1.x")
    # By way of JSON, because what YAML's anchors share would be changed twice.
    twin: Json = json.loads(json.dumps(document))
    for action in overlay["actions"]:
        _apply(action, twin)
    return twin


def _apply(action: Json, twin: Json) -> None:
    if unknown := sorted(name for name in action.keys() - _ACTION if not name.startswith("x-")):
        raise OverlayError(f"{action.get('target')}: cannot {', '.join(unknown)}")
    try:
        matches = list(finditer(action["target"], twin, strict=True))
    except JSONPathError as error:
        raise OverlayError(f"{action['target']}: {error}") from error
    # From the last to the first: removing an element moves those behind it.
    for match in reversed(matches):
        if action.get("remove"):
            _remove(match)
        elif "update" in action:
            _update(match.obj, action["update"])


def _remove(match: JSONPathMatch) -> None:
    if match.parent is None:
        raise OverlayError("$: the whole document cannot be removed")
    parent: Any = match.parent.obj
    del parent[match.parts[-1]]


def _update(node: Any, update: Any) -> None:
    """Merge as the Overlay Specification says: objects by name, lists by appending."""
    if isinstance(node, list):
        node.append(update)
        return
    for name, value in update.items():
        old = node.get(name)
        if isinstance(old, dict) and isinstance(value, dict):
            _update(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            old += value
        else:
            node[name] = value
