"""Reads that a run of some areas needs: those that yield the ids of calls in these areas."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from ..spec.expressions import RESPONSE_BODY
from ..spec.routes import Operation, ResponseSpec, Route, Routes
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
        operations = routes.operations.values()
        self._reads = {
            operation.id: (required(route, operation), {*yielded(routes, operation)})
            for route, method, operation in operations
            if method == "GET"
        }
        self._wanted = [
            required(route, operation)
            for route, _, operation in operations
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


def yielded(routes: Routes, operation: Operation) -> Iterator[Parameter]:
    """Yield the parameters whose values the responses of an operation contain."""
    if operation.id in OPTIONAL_FIELDS:
        yield routes.operations[operation.id][0].vendor, OPTIONAL_FIELDS[operation.id][1]
    for response in operation.responses.values():
        yield from (parameter for parameter, _ in linked_parameters(routes, response))


def linked_parameters(routes: Routes, response: ResponseSpec) -> Iterator[tuple[Parameter, str]]:
    """Yield the parameters that the links of a response pass on, with pointers at their values."""
    for link in response.links:
        if link.target not in routes.operations:
            continue
        vendor = routes.operations[link.target][0].vendor
        for name, expression in link.parameters.items():
            if str(expression).startswith(RESPONSE_BODY):
                pointer = str(expression).removeprefix(RESPONSE_BODY)
                yield (vendor, name.rpartition(".")[2]), pointer
