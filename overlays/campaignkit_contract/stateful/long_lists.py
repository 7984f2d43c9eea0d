"""Stateful check of lists without pages: they show every item, however many there are."""

from collections.abc import Iterator

from ..spec.document import Json, packaged_operations
from ..spec.kinds import Kind, packaged_kinds
from ..spec.routes import Operation
from ..targets.requests import payload
from ..targets.resources import Resource
from ..targets.target import Target
from .check import expect_status
from .prepared import check_each

_MANY = 27  # more than the pages of a careless server


def unpaged_lists_show_every_item(target: Target) -> Iterator[str]:
    """Check that a list without pages shows each of many items, also nested in another item."""
    all_kinds = packaged_kinds().all.values()
    kinds = {kind.creators[0].operation: kind for kind in all_kinds if _lists(kind)}
    yield from check_each(
        target, kinds, lambda operation: _check_list(target, kinds[operation]), is_fresh=True
    )


def _lists(kind: Kind) -> list[str]:
    """Return the lists without pages that show what an operation creates."""
    nodes = packaged_operations()
    names = [source.operation for source in kind.sources if kind.creators]
    unpaged = (name for name in names if "x-pagination" not in nodes[name].node)
    return [name for name in unpaged if name != kind.reader]


def _check_list(target: Target, kind: Kind) -> Iterator[str]:
    first = target.resources.make(kind.name)
    made = [first, *(target.resources.make(kind.name, values=first.parents) for _ in range(_MANY))]
    yield from _missing(target, kind, made, "")
    for move, field in _moves(target, kind):
        body: Json = {}
        for resource in made:
            call = target.resources.call_values(move.id, resource.values, json=body)
            exchange = target.ask(move.id, call.values, body=call.body)
            yield from expect_status(move.id, exchange, range(200, 300), "for one of many")
            body = {field: call.json[field]}
        yield from _missing(target, kind, made, f" after {move.id}")


def _moves(target: Target, kind: Kind) -> Iterator[tuple[Operation, str]]:
    """Yield the writes that put an item into another one that their body names."""
    kinds, vendor = packaged_kinds(), kind.name.partition(" ")[0]
    for route, method, operation in target.operations():
        is_own = route.vendor == vendor and route.path_names[-1:] == [kind.parameter]
        if method == "GET" or not is_own or kinds.created_by(operation.id):
            continue
        for field in kinds.body_fields(operation.id):
            if f"{vendor} {field}" in kinds.all:
                yield operation, field


def _missing(target: Target, kind: Kind, made: list[Resource], circumstance: str) -> Iterator[str]:
    """Yield the lists without some of the items."""
    for name in _lists(kind):
        text = str(payload(target.ask(name, made[0].parents)))
        if missing := [resource.id for resource in made if f"'{resource.id}'" not in text]:
            yield f"{name} lacks {len(missing)} of {len(made)} items{circumstance}"
