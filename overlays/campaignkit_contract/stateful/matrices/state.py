"""State of a target: everything that its reads show, and what differs between two states."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...spec.document import job_reads, packaged_operations
from ...spec.kinds import Kind
from ...spec.routes import Operation, Route
from ...targets.discovery import KnownIds
from ...targets.listing import items
from ...targets.requests import payload
from ...targets.target import CheckFailed, Target
from .siblings import Siblings, path_names

_ITEMS = 3  # items that are read one by one
_LISTED = 5  # items that one read names
_UNFINISHED = frozenset({"queued", "running"})
State = dict[str, Any]
"""Payloads, and the statuses of failures, by read."""


@dataclass(frozen=True)
class StateReader:
    """Reader of the same resources again and again."""

    target: Target
    reads: tuple[tuple[Operation, Mapping[str, str]], ...]

    @classmethod
    def of(cls, target: Target, siblings: Siblings) -> "StateReader":
        """Return a reader of the resources below the first and below other parents."""
        reads: dict[str, tuple[Operation, Mapping[str, str]]] = {}
        for known in (siblings.own, *siblings.others):
            for operation, values in _reads(target, known):
                reads.setdefault(_name(operation, values), (operation, values))
        return cls(target, tuple(reads.values()))

    def read(
        self, operation: Operation, values: Mapping[str, str | None], *, in_area: bool = False
    ) -> State:
        """Return what the reads of a vendor show now, and those of the resources of a call.

        On a server without reset, or with `in_area`, only the reads of the area are sent.
        """
        reads = [*self.reads, *_reads_of(self.target, operation, values)]
        wanted = {
            _name(read, given): (read, given)
            for read, given in reads
            if self._is_near(read, operation, in_area)
        }
        return {name: self._read(read, given) for name, (read, given) in wanted.items()}

    def read_named(self, operation: Operation, *named: Mapping[str, str | None]) -> State:
        """Return what the reads of resources of a vendor show, which their path values name."""
        wanted = {
            _name(read, given): (read, given)
            for values in named
            for read, given in _reads_of(self.target, operation, values)
        }
        return {name: self._read(read, given) for name, (read, given) in wanted.items()}

    def read_all(self) -> State:
        """Return what every read of both vendors shows now."""
        return {_name(read, given): self._read(read, given) for read, given in self.reads}

    def read_again(self, name: str) -> State:
        """Return what one of the reads shows now; its name is a key of `read_all`."""
        [found] = [(read, given) for read, given in self.reads if _name(read, given) == name]
        return {name: self._read(*found)}

    def read_kind(self, kind: Kind, values: Mapping[str, str | None]) -> State:
        """Return what the reads of a kind show below the parents of a resource."""
        names = {kind.reader, kind.listing, *(source.operation for source in kind.sources)}
        reads = [self.target.operation(name) for name in names - job_reads() - {""}]
        known = {name: value for name, value in values.items() if value is not None}
        given = [
            (read, {name: known[name] for name in path_names(self.target.route(read))})
            for read in reads
            if set(path_names(self.target.route(read))) <= known.keys()
        ]
        return {_name(read, values): self._read(read, values) for read, values in given}

    def _is_near(self, read: Operation, operation: Operation, in_area: bool) -> bool:
        nodes, route = packaged_operations(), self.target.route
        if self.target.reset_server and not in_area:
            return route(read).vendor == route(operation).vendor
        return bool(nodes[read.id].node["tags"] == nodes[operation.id].node["tags"])

    def _read(self, operation: Operation, values: Mapping[str, str]) -> Any:
        if "x-pagination" in packaged_operations()[operation.id].node:
            try:
                return items(self.target, operation.id, **values)
            except CheckFailed as failure:
                return str(failure)
        exchange = self.target.ask(operation.id, values)
        return payload(exchange) if exchange.status == 200 else exchange.status


def _reads(target: Target, known: KnownIds) -> Iterator[tuple[Operation, Mapping[str, str]]]:
    """Yield the reads of known resources. A read of a job is left out: the job goes on by it."""
    for route, operation in target.readable_operations():
        names = [parameter.name for parameter in operation.parameters if parameter.is_required]
        if operation.id in job_reads() or not _has_parents(route, known):
            continue
        values = {
            name: known[route.vendor, name][0] for name in names if (route.vendor, name) in known
        }
        last = path_names(route)[-1:]
        varied = known.get((route.vendor, last[0]), []) if last else []
        values |= _listed_values(target, operation)
        for value in varied[:_ITEMS] or [""]:
            yield operation, {**values, last[0]: value} if value else values


def _reads_of(
    target: Target, operation: Operation, values: Mapping[str, str | None]
) -> Iterator[tuple[Operation, Mapping[str, str]]]:
    """Yield the reads of the resources that a call names."""
    vendor = target.route(operation).vendor
    known = {name: value for name, value in values.items() if value is not None}
    for route, read in target.readable_operations():
        names = path_names(route)
        is_own = route.vendor == vendor and names and set(names) <= known.keys()
        if is_own and read.id not in job_reads():
            own = {name: known[name] for name in names}
            yield read, {**own, **_listed_values(target, read)}


def _listed_values(target: Target, read: Operation) -> dict[str, str]:
    """Return several known ids for each required list in the query, instead of the first."""
    vendor = target.route(read).vendor
    names = [
        parameter.name
        for parameter in read.parameters
        if parameter.is_required and parameter.schema.get("type") == "array"
    ]
    known = {name: target.known_ids(vendor, name)[:_LISTED] for name in names}
    return {name: ",".join(values) for name, values in known.items() if values}


def _has_parents(route: Route, known: KnownIds) -> bool:
    """Return True if the first id of a path is known."""
    return all((route.vendor, name) in known for name in path_names(route)[:1])


def _name(operation: Operation, values: Mapping[str, str]) -> str:
    return " ".join([operation.id, *(f"{name}={value}" for name, value in values.items())])


def is_unfinished(item: Any) -> bool:
    """Return True for a job that has not ended."""
    return isinstance(item, dict) and item.get("status") in _UNFINISHED
