"""Upserts: creations that change what exists, if a field of the body identifies it."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from ...sandbox.values import listed_objects
from ...spec.document import Json
from ...targets.listing import items
from ...targets.requests import payload
from .matrix import MatrixRun
from .scenes import Scene
from .schemas import item_schema, properties, response_schema

_UPDATED = re.compile(r"True if the \w+ was updated|Number of \w+ updated")
"""Descriptions of the field of a response that says what was updated."""


class ExistingItem(NamedTuple):
    """Listed item that a creation would change."""

    field: str
    """Field of the body that identifies it, such as its phone number."""
    value: Any
    id: str


def created_object(body: Json) -> Json:
    """Return the object of a JSON body that describes what is created: the body or its first."""
    found: Json = [*listed_objects(body), body["json"]][0]
    return found


def existing_item(run: MatrixRun, scene: Scene) -> ExistingItem | None:
    """Return the first listed item that the call of a scene could change instead of creating one.

    A creation without an identifying field has none: it never changes something that exists. On a
    server without reset it is one that the run has made.
    """
    kinds, target = run.sandbox.kinds, run.target
    created = kinds.created_by(scene.operation.id)
    if created is None or not created[0].aliases or "json" not in scene.body:
        return None
    kind, [name, *_] = created[0], created[0].aliases
    parents = {item: scene.values[item] for item in kinds.path_parameters(kind.listing)}
    if not target.reset_server:
        run.sandbox.make(kind.name, values=parents)
    rows = items(target, kind.listing, **parents)
    usable = (row for row in rows if target.reset_server or run.sandbox.is_own(str(row["id"])))
    row = next(usable, {})
    if name not in created_object(scene.body) or name not in row:
        return None
    return ExistingItem(name, row[name], str(row["id"]))


def unreported_updates(scene: Scene, item: ExistingItem) -> Iterator[str]:
    """Yield fields of an existing item that a call changes, and says that it updated nothing."""
    shown = properties(response_schema(scene.operation.id)).items()
    counts = [name for name, schema in shown if _UPDATED.match(schema.get("description", ""))]
    for name, values in _changes(scene, item) if counts else ():
        for value in values:
            body = deepcopy(scene.body)
            created_object(body).update({item.field: item.value, name: value})
            exchange = scene.call(body=body)
        if exchange.status < 300 and not payload(exchange)[counts[0]]:
            yield name


def _changes(scene: Scene, item: ExistingItem) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """Yield two values for each field that can be changed without knowing what it means."""
    sent = created_object(scene.body)
    for name, schema in properties(item_schema(scene.operation.id)).items():
        if name == f"{item.field}s":
            yield name, ([item.value, sent[item.field]], [item.value])
        elif schema.get("additionalProperties") and sent.get(name):
            yield name, (sent[name], dict.fromkeys(sent[name], "another"))
        elif schema.get("type") == "boolean":
            yield name, (True, False)
