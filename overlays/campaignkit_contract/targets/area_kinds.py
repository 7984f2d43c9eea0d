"""Kinds of resources that calls in some areas need."""

from collections.abc import Iterator, Sequence
from functools import cache

from ..spec.document import packaged_operations
from ..spec.kinds import packaged_kinds
from ..spec.references import LEADS, references


@cache
def area_kinds(areas: Sequence[str]) -> frozenset[str]:
    """Return the kinds that operations of the areas name, and those that make these; also leads.

    Args:
        areas: Tags of the spec; empty for every operation.
    """
    operations = packaged_operations()
    left = [name for name in operations if not areas or operations[name].node["tags"][0] in areas]
    found: set[str] = set()
    while left:
        new = {*_named_kinds(left.pop())} - found
        found |= new
        kinds = [packaged_kinds().all[name] for name in new - {LEADS}]
        left += [item.operation for kind in kinds for item in kind.creators[:1]]
    return frozenset(found)


def _named_kinds(operation_id: str) -> Iterator[str]:
    """Yield the kinds that the path and the body of an operation name."""
    kinds, vendor = packaged_kinds(), packaged_operations()[operation_id].vendor
    for name in kinds.path_parameters(operation_id):
        yield kinds.of(operation_id, name).name
    fields = kinds.body_fields(operation_id)
    for field in fields:
        if (kind := f"{vendor} {field}") in kinds.all:
            yield kind
    yield from (kind for _, kind in references(kinds, operation_id, fields))
