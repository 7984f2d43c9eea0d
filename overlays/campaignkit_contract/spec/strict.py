"""The strict spec: the document with every object and every enumeration closed by an overlay.

A response that only the strict spec rejects contains something that the spec does not name:
additive drift. All actions of OpenAPI Overlay 1.0 are supported. `copy` of 1.1 is rejected.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonpath import JSONPathError, JSONPathMatch, finditer
from ruamel.yaml import YAML

from .document import Json, shared_spec

OVERLAY = Path(__file__).with_name("strict.overlay.yaml")

_SUPPORTED_KEYS = {"target", "description", "update", "remove"}


class OverlayError(Exception):
    """Error for an overlay that cannot be applied. The message names the action and the reason."""


def strict_spec(document: Json, overlay: Path = OVERLAY) -> Json:
    """Return a copy of the document with the overlay file applied."""
    return apply_overlay(YAML(typ="safe").load(overlay.read_text(encoding="utf-8")), document)


@cache
def shared_strict_spec() -> Json:
    """Return the strict version of the packaged spec, for readers that do not change it."""
    return strict_spec(shared_spec())


def apply_overlay(overlay: Json, document: Json) -> Json:
    """Return a copy of the document with every action of a parsed overlay applied, in order.

    Raises:
        OverlayError: The overlay is not Overlay 1.x, or an action is not supported or not valid.
    """
    if not str(overlay.get("overlay", "")).startswith("1."):
        raise OverlayError("The file is not an OpenAPI Overlay 1.x.")
    # A copy through JSON, because nodes that YAML anchors share would be changed twice.
    changed: Json = json.loads(json.dumps(document))
    for action in overlay["actions"]:
        _apply(action, changed)
    return changed


def _apply(action: Json, document: Json) -> None:
    unsupported = sorted(
        name for name in action.keys() - _SUPPORTED_KEYS if not name.startswith("x-")
    )
    if unsupported:
        raise OverlayError(f"{action.get('target')}: {', '.join(unsupported)} is not supported.")
    try:
        matches = list(finditer(action["target"], document, strict=True))
    except JSONPathError as error:
        raise OverlayError(f"{action['target']}: {error}") from error
    # From last to first, because removing an element moves those behind it.
    for match in reversed(matches):
        if action.get("remove"):
            _remove(match)
        elif "update" in action:
            _update(match.obj, action["update"])


def _remove(match: JSONPathMatch) -> None:
    if match.parent is None:
        raise OverlayError("$: the whole document cannot be removed.")
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
