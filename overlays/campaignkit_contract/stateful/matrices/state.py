"""State of a target: everything that its reads show, and what differs between two states."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...spec.document import job_reads, packaged_operations
from ...spec.kinds import Kind, packaged_kinds
from ...spec.routes import Operation, Route
from ...targets.discovery import KnownIds
from ...targets.listing import items
from ...targets.requests import payload
from ...targets.target import CheckFailed, Target
from .schemas import body_schema
from .siblings import Siblings, path_names

_ITEMS = 3  # items that are read one by one
_LISTED = 5  # items that one read names
_UNFINISHED = frozenset({"queued", "running"})
State = dict[str, Any]
"""Payloads, and the statuses of failures, by read."""


@dataclass(frozen=True)
class Read:
    """Read of one resource or list, with its parameters."""

    operation: Operation
    values: Mapping[str, str]
    is_first: bool = False
    """Whether it reads a list, or the first of the known items."""

    @property
    def name(self) -> str:
        """Return the operation and the parameters."""
        given = (f"{name}={value}" for name, value in self.values.items())
        return " ".join([self.operation.id, *given])


@dataclass(frozen=True)
class StateReader:
    """Reader of the same resources again and again."""

    target: Target
    reads: tuple[Read, ...]

    @classmethod
    def of(cls, target: Target, siblings: Siblings) -> "StateReader":
        """Return a reader of the resources below the first and below other parents."""
        reads: dict[str, Read] = {}
        for known in (siblings.own, *siblings.others):
            for read in _reads(target, known):
                reads.setdefault(read.name, read)
        return cls(target, tuple(reads.values()))

    def read(
        self, operation: Operation, values: Mapping[str, str | None], *, in_area: bool = False
    ) -> State:
        """Return what the reads of a vendor show now, and those of the resources of a call.

        Of other areas, only lists and first items are read. On a server without reset, or with
        `in_area`, only the area is read.
        """
        named = [*_reads_of(self.target, operation, values)]
        near = [read for read in (*self.reads, *named) if _has_area(read, operation)]
        if in_area or not self.target.reset_server:
            return self._state(near)
        vendor = self.target.route(operation).vendor
        far = [read for read in self.reads if read.is_first and self._vendor(read) == vendor]
        return self._state([*near, *far, *named])

    def read_near(
        self, operation: Operation, values: Mapping[str, str | None], *, in_area: bool
    ) -> State:
        """Return what `read` does, and on a server with reset all that a call names.

        On other servers, others change what the run has not made.
        """
        state = self.read(operation, values, in_area=in_area)
        if not self.target.reset_server:
            return state
        named = _reads_of(self.target, operation, values)
        state |= self._state(read for read in named if read.name not in state)
        return state | self._read_by_update(operation, values)

    def read_named(self, operation: Operation, *named: Mapping[str, str | None]) -> State:
        """Return what the reads of resources of a vendor show, which their path values name."""
        state = self._state(
            read for values in named for read in _reads_of(self.target, operation, values)
        )
        for values in named if self.target.reset_server else ():
            state |= self._read_by_update(operation, values)
        return state

    def read_own(
        self,
        operation: Operation,
        is_own: Callable[[str], bool],
        *named: Mapping[str, str | None],
    ) -> State:
        """Return what the reads of the operation's area show, and those of what the run made."""
        return self._state(
            read
            for values in named
            for read in _reads_of(self.target, operation, values)
            if _has_area(read, operation) or any(map(is_own, read.values.values()))
        )

    def _read_by_update(self, operation: Operation, values: Mapping[str, str | None]) -> State:
        """Return what updates without fields show of the resources that no operation reads."""
        known = {name: value for name, value in values.items() if value is not None}
        state: State = {}
        for name in path_names(self.target.route(operation)):
            kind = packaged_kinds().of(operation.id, name)
            if not (kind.reader or kind.listing):
                state |= self._update_without_fields(kind, known)
        return state

    def read_all(self) -> State:
        """Return what every read of both vendors shows now."""
        return self._state(self.reads)

    def read_again(self, name: str) -> State:
        """Return what one of the reads shows now; its name is a key of `read_all`."""
        return self._state(read for read in self.reads if read.name == name)

    def read_kind(self, kind: Kind, values: Mapping[str, str | None]) -> State:
        """Return what the reads of a kind show below the parents of a resource."""
        names = {kind.reader, kind.listing, *(source.operation for source in kind.sources)}
        reads = [self.target.operation(name) for name in names - job_reads() - {""}]
        known = {name: value for name, value in values.items() if value is not None}
        if not reads:
            return self._update_without_fields(kind, known)
        return self._state(
            Read(read, {name: known[name] for name in path_names(self.target.route(read))})
            for read in reads
            if set(path_names(self.target.route(read))) <= known.keys()
        )

    def _update_without_fields(self, kind: Kind, known: Mapping[str, str]) -> State:
        """Return what an update that changes nothing shows; no operation reads the kind."""
        schema = body_schema(kind.updater) if kind.updater else {}
        if not schema or schema.get("required") or schema.get("minProperties"):
            return {}
        operation = self.target.operation(kind.updater)
        [*parents, name] = path_names(self.target.route(operation))
        id_ = known.get(kind.parameter) or known.get(name)
        if not id_:
            return {}
        values = {**{parent: known[parent] for parent in parents}, name: id_}
        exchange = self.target.ask(kind.updater, values, body={"json": {}})
        shown = payload(exchange) if exchange.status == 200 else exchange.status
        return {Read(operation, values).name: shown}

    def _vendor(self, read: Read) -> str:
        return self.target.route(read.operation).vendor

    def _state(self, reads: Iterable[Read]) -> State:
        by_name = {read.name: read for read in reads}
        return {name: self._shown(read) for name, read in by_name.items()}

    def _shown(self, read: Read) -> Any:
        if "x-pagination" in packaged_operations()[read.operation.id].node:
            try:
                return items(self.target, read.operation.id, **read.values)
            except CheckFailed as failure:
                return str(failure)
        exchange = self.target.ask(read.operation.id, read.values)
        return payload(exchange) if exchange.status == 200 else exchange.status


def _has_area(read: Read, operation: Operation) -> bool:
    nodes = packaged_operations()
    return bool(nodes[read.operation.id].node["tags"] == nodes[operation.id].node["tags"])


def _reads(target: Target, known: KnownIds) -> Iterator[Read]:
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
        for number, value in enumerate(varied[:_ITEMS] or [""]):
            given = {**values, last[0]: value} if value else values
            yield Read(operation, given, is_first=number == 0)


def _reads_of(
    target: Target, operation: Operation, values: Mapping[str, str | None]
) -> Iterator[Read]:
    """Yield the reads of the resources that a call names."""
    vendor = target.route(operation).vendor
    known = {name: value for name, value in values.items() if value is not None}
    for route, read in target.readable_operations():
        names = path_names(route)
        is_own = route.vendor == vendor and names and set(names) <= known.keys()
        if is_own and read.id not in job_reads():
            own = {name: known[name] for name in names}
            yield Read(read, {**own, **_listed_values(target, read)})


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


def is_unfinished(item: Any) -> bool:
    """Return True for a job that has not ended."""
    return isinstance(item, dict) and item.get("status") in _UNFINISHED
