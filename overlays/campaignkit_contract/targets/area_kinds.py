"""Kinds of resources that calls in some areas need."""

from collections.abc import Iterator, Sequence
from functools import cache

from ..spec.document import packaged_operations
from ..spec.kinds import packaged_kinds


@cache
def area_kinds(areas: Sequence[str]) -> frozenset[str]:
    """Return the kinds that operations of the areas name, and those that make these.

    Args:
        areas: Tags of the spec; empty for every operation.
    """
    operations = packaged_operations()
    left = [name for name in operations if not areas or operations[name].node["tags"][0] in areas]
    found: set[str] = set()
    while left:
        new = {*_named_kinds(left.pop())} - found
        found |= new
        left += [item.operation for name in new for item in packaged_kinds().all[name].creators[:1]]
    return frozenset(found)


def _named_kinds(operation_id: str) -> Iterator[str]:
    """Yield the kinds that the path and the body of an operation name."""
    kinds, vendor = packaged_kinds(), packaged_operations()[operation_id].vendor
    for name in kinds.path_parameters(operation_id):
        yield kinds.of(operation_id, name).name
    for field in kinds.body_fields(operation_id):
        if (kind := f"{vendor} {field}") in kinds.all:
            yield kind
