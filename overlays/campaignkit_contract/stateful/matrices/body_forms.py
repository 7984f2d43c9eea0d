"""Cells of equivalence: the forms of a body that the spec allows are accepted."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from functools import partial
from typing import Any

from ...exchange import Exchange
from ...spec.document import Json
from ...spec.examples import named_examples
from ...spec.routes import Operation
from .finding import CellFinding, source_of
from .matrix import MatrixRun
from .preparation import prepare
from .scenes import Scene
from .schemas import fields_schema, item_of, item_schema, properties, resolved, types_of

_UNPROCESSABLE, _FAILURE = 422, 500
_REFUSALS = frozenset({400, 415, _UNPROCESSABLE})
_BY_TYPE = {"null": None, "number": 2}
"""Values of fields that take several types."""
Change = Callable[[Json], object]


def optional_fields(operation: Operation) -> dict[str, Json]:
    """Return the optional fields of a body, or of the items of its one list."""
    schema = item_schema(operation.id)
    required = schema.get("required", ())
    return {name: value for name, value in properties(schema).items() if name not in required}


def form_cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield documented forms of a body that are refused."""
    for name in named_examples(operation.id):
        exchange = prepare(run, operation, name).call()
        if exchange.status != _UNPROCESSABLE:  # The state may not allow it.
            yield from _accepted(operation, f"the example {name}", exchange)
    for cell, change in _changes(operation):
        scene = prepare(run, operation)
        yield from _accepted(operation, cell, scene.call(body=changed_body(scene, change)))
    for change in _shorter_items(item_schema(operation.id)):
        # The validator judges what a server makes of it. The documents are silent about items.
        scene = prepare(run, operation)
        scene.call(body=changed_body(scene, change))


def _shorter_items(schema: Json) -> Iterator[Change]:
    """Yield changes that leave out one optional field of the objects in a list."""
    for name, value in properties(schema).items():
        item = resolved(value.get("items", {}))
        for left_out in sorted(properties(item).keys() - set(item.get("required", ()))):
            yield partial(_shorten, name=name, left_out=left_out)


def _shorten(body: Json, name: str, left_out: str) -> None:
    for item in body.get(name, ()):
        item.pop(left_out, None)


def _changes(operation: Operation) -> Iterator[tuple[str, Change]]:
    schema, optional = fields_schema(operation.id), optional_fields(operation)
    # Without a field on which a condition depends, the body may need other fields.
    if schema.get("required") and "if" not in schema:
        yield "no optional fields", without(optional)
        yield from ((f"without {name}", without([name])) for name in optional)
    for path, value in _alternatives(item_schema(operation.id)):
        label = f"{'.'.join(path)} as {'null' if value is None else 'number'}"
        yield label, partial(put, path=path, value=value)


def _alternatives(schema: Json) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield a value of each type for the fields that take several."""
    for name, value in properties(schema).items():
        types = types_of(value)
        if len(types) > 1:
            yield from (((name,), _BY_TYPE[kind]) for kind in types if kind in _BY_TYPE)
        yield from (((name, *path), found) for path, found in _alternatives(value))


def without(names: Iterable[str]) -> Change:
    """Return a change that leaves out fields."""
    return lambda item: [item.pop(name, None) for name in names]


def put(item: Json, path: tuple[str, ...], value: Any) -> None:
    """Set a field of an object, which may be nested."""
    *parents, name = path
    for parent in parents:
        item = item.setdefault(parent, {})
    item[name] = value


def _accepted(operation: Operation, cell: str, exchange: Exchange) -> Iterator[CellFinding]:
    if exchange.status in _REFUSALS or exchange.status == _FAILURE:
        problem = f"returns {exchange.status}, expected {min(operation.statuses)}"
        law = f"the spec allows this body; {source_of(operation.id)}"
        yield CellFinding(operation.id, cell, problem, law)


def changed_body(scene: Scene, change: Change) -> Json:
    """Return the body of a call with other fields."""
    body = deepcopy(dict(scene.body))
    change(item_of(scene.operation.id, body["json" if "json" in body else "data"]))
    return body
