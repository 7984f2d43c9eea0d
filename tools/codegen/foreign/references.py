"""References of a foreign document to a part of a component or to another place."""

import copy
import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote

from ..checks.document import Node, at_pointer, nodes, resolve
from ..checks.references import kind_of

_COMPONENT = re.compile(r"#/components/(\w+)/[^/]+")


def hoist_references(document: Node) -> Iterator[str]:
    """Copy the target of each deep reference to a new component, and refer to the copy.

    Yields:
        One line with the number of copies, if there are any.

    """
    hoisted: dict[str, str] = {}
    pending = [*nodes(document)]
    while pending:
        at, node = pending.pop()
        target = node.get("$ref")
        if not isinstance(target, str) or not target.startswith("#/"):
            continue
        if _COMPONENT.fullmatch(target):
            continue
        kind = kind_of(at)
        if target not in hoisted:
            try:
                found = at_pointer(document, unquote(target))
            except (KeyError, IndexError, TypeError, ValueError):
                continue  # reported as a reference without a target
            components = document.setdefault("components", {}).setdefault(kind, {})
            name = _free_name(target, components)
            components[name] = found
            hoisted[target] = f"#/components/{kind}/{name}"
            pending += nodes(found, ("components", kind, name))
        node["$ref"] = hoisted[target]
    if hoisted:
        yield f"copied to components: {len(hoisted)} targets of references to other places"


def _free_name(target: str, components: Node) -> str:
    parts = re.findall(r"\w+", unquote(target.rpartition("/")[0])[-40:] + target.rpartition("/")[2])
    name = "".join(word[:1].upper() + word[1:] for word in parts)
    candidate, number = name, 2
    while candidate in components:
        candidate, number = f"{name}{number}", number + 1
    return candidate


def inline_path_items(document: Node) -> None:
    """Replace each path that refers to another path item by a copy of it."""
    paths = document.get("paths")
    if not isinstance(paths, dict):
        return
    for path, item in [*paths.items()]:
        if isinstance(item, dict) and str(item.get("$ref", "")).startswith("#/"):
            with suppress(LookupError, TypeError, ValueError):  # the checks report a wrong one
                beside = {key: value for key, value in item.items() if key != "$ref"}
                paths[path] = copy.deepcopy(resolve(document, item)) | beside
