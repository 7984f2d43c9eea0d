"""References between schemas of one document."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from ..spec import DocumentError, Json

PREFIX = "#/components/schemas/"


def steps_of(ref: str) -> list[str]:
    """Return the keys in the path of a reference."""
    pointer = unquote(ref.removeprefix("#/"))
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")]


def target_of(document: Json, ref: str, where: str) -> Any:
    """Return the target of a reference; raise DocumentError if it has none."""
    if not ref.startswith("#/"):
        raise DocumentError(
            f"{where}: $ref {ref!r} must be in the document: copy its target to components."
        )
    target: Any = document
    for step in steps_of(ref):
        if isinstance(target, list) and step.isdecimal() and int(step) < len(target):
            target = target[int(step)]
        elif isinstance(target, dict) and step in target:
            target = target[step]
        else:
            raise DocumentError(f"{where}: unknown $ref {ref!r}: correct the path.")
    return target


def component_of(ref: str) -> str | None:
    """Return the key of the component that a reference names; None for a place within one."""
    steps = steps_of(ref) if ref.startswith(PREFIX) else []
    return steps[2] if len(steps) == 3 else None


def reference(key: str) -> Json:
    """Return the reference to a component."""
    return {"$ref": f"{PREFIX}{key}"}


def components_in(schema: Any) -> Iterator[str]:
    """Yield the key of each component that a schema refers to."""
    if isinstance(schema, dict):
        ref = schema.get("$ref")
        if isinstance(ref, str) and (key := component_of(ref)):
            yield key
    if isinstance(schema, dict | list):
        for child in schema.values() if isinstance(schema, dict) else schema:
            yield from components_in(child)


def reachable(components: Json, schemas: list[Any]) -> set[str]:
    """Return the keys of the components that schemas refer to, at any depth."""
    reached: set[str] = set()
    pending = [key for schema in schemas for key in components_in(schema)]
    while pending:
        key = pending.pop()
        if key in components and key not in reached:
            reached.add(key)
            pending += components_in(components[key])
    return reached
