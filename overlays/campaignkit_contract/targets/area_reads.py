"""Reads that a run of some areas needs: those that yield the ids of calls in these areas."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from ..spec.expressions import RESPONSE_BODY
from ..spec.routes import Operation, Route, Routes
from .requests import in_areas

Parameter = tuple[str, str]
"""Vendor and name of a parameter."""

OPTIONAL_FIELDS = {
    "callers_campaigns_list": ("campaignGroupId", "campaignGroupId"),
    "sonarly_messages_list": ("participantProviderId", "providerId"),
}
"""By list, a field that items may lack, and the parameter that it names. A link needs a field that
every item has."""


class AreaReads:
    """Reads outside of some areas from which operations of the areas get their ids.

    Args:
        routes: Routes of the spec.
        areas: Tags whose operations are called; empty for every operation.
    """

    def __init__(self, routes: Routes, areas: Sequence[str]) -> None:
        self._areas = areas
        operations = [
            (route, operation) for route in routes.all for operation in route.operations.values()
        ]
        vendors = {operation.id: route.vendor for route, operation in operations}
        self._reads = {
            operation.id: (required(route, operation), {*yielded(operation, vendors)})
            for route, operation in operations
            if operation is route.operations.get("GET")
        }
        self._wanted = [
            required(route, operation)
            for route, operation in operations
            if in_areas(operation, areas)
        ]

    @property
    def every(self) -> frozenset[str]:
        """Return every read that may be needed, if no id is known."""
        return frozenset(self._sources({}))

    def needs(self, operation: Operation, known: Mapping[Parameter, Collection[str]]) -> bool:
        """Return True if a read is of the areas, or yields an id that is not known yet."""
        return in_areas(operation, self._areas) or operation.id in self._sources(known)

    def _sources(self, known: Mapping[Parameter, Collection[str]]) -> set[str]:
        """Return the reads that yield an unknown id, and those that these reads need."""
        wanted = {name for names in self._wanted for name in names if not known.get(name)}
        sources: set[str] = set()
        while new := {read for read, (_, found) in self._reads.items() if found & wanted} - sources:
            sources |= new
            names = {name for read in new for name in self._reads[read][0]}
            wanted |= {name for name in names if not known.get(name)}
        return sources


def required(route: Route, operation: Operation) -> list[Parameter]:
    """Return the required parameters of an operation."""
    return [
        (route.vendor, parameter.name)
        for parameter in operation.parameters
        if parameter.is_required and parameter.location in {"path", "query"}
    ]


def yielded(operation: Operation, vendors: Mapping[str, str]) -> Iterator[Parameter]:
    """Yield the parameters whose values the responses of an operation contain.

    Args:
        operation: The operation.
        vendors: Vendors by operation.
    """
    if operation.id in OPTIONAL_FIELDS:
        yield vendors[operation.id], OPTIONAL_FIELDS[operation.id][1]
    for response in operation.responses.values():
        for link in response.links:
            for name, expression in link.parameters.items():
                if link.target in vendors and str(expression).startswith(RESPONSE_BODY):
                    yield vendors[link.target], name.rpartition(".")[2]
