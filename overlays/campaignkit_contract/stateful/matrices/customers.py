"""Customers of a server: what each of two has, reads and makes."""

from copy import copy
from dataclasses import dataclass, field

from ...exchange import Exchange
from ...sandbox import Sandbox
from ...spec.document import packaged_operations
from ...spec.fields import listed_fields
from ...spec.kinds import packaged_kinds
from ...spec.routes import Operation, Route
from ...targets.discovery import KnownIds, linked_values
from ...targets.requests import payload
from ...targets.target import Target
from ..identifiers import last_parameter
from .rows import Rows, rows_of
from .scenes import Scene, arrange
from .siblings import Siblings
from .state import StateReader
from .stranger import ROOTS, stranger_target

_SAME_IDS = {"leadIds": "prospectId"}
"""Parameters that hold ids of another parameter."""
_SECONDS = 60  # until the jobs that were there before have ended

Values = dict[str, str | None]
NamedId = tuple[tuple[str, str], str]
"""Vendor, parameter and id, because resources of two kinds may have the same id."""


@dataclass(frozen=True)
class Customer:
    """Customer of a server, and its sandbox."""

    target: Target
    sandbox: Sandbox
    ids: KnownIds
    """Ids that its reads lead to."""
    state: StateReader

    @classmethod
    def of(cls, target: Target, sandbox: Sandbox, ids: KnownIds) -> "Customer":
        """Return a customer that reads the first of each thing that it has."""
        first = {name: values[:1] for name, values in ids.items()}
        return cls(target, sandbox, ids, StateReader.of(target, Siblings(first, (), {})))

    @property
    def all_ids(self) -> set[NamedId]:
        """Return every id that its reads lead to."""
        return {(name, id_) for name, values in self.ids.items() for id_ in values}

    def known(self, vendor: str, name: str) -> list[str]:
        """Return the values of a parameter that the customer has, or that its settings name."""
        name = _SAME_IDS.get(name, name)
        named = self.target.named.get(f"{vendor} {name}", ())
        return [*self.ids.get((vendor, name), ()), *named]

    def values(self, operation: Operation) -> Values | None:
        """Return values for the required parameters of a read; None if one is not known."""
        vendor = self.target.route(operation).vendor
        names = [item.name for item in operation.parameters if item.is_required]
        found = {name: next(iter(self.known(vendor, name)), None) for name in names}
        return found if all(found.values()) else None

    def arrange(self, operation: Operation) -> Scene:
        """Make what a call needs in the present state of the server.

        Raises:
            SkipCheck: The customer lacks something for it.
            CheckFailed: Something could not be made.
        """
        return arrange(self.target, self.sandbox, operation)

    def rows(self, scene: Scene) -> Rows:
        """Return what the reads of an area show of the customer now, and of what a call names."""
        made = self.sandbox.made
        named = {
            name: value
            for id_ in scene.values.values()
            if id_ in made
            for name, value in made[id_].values.items()
        }
        values = {**named, **scene.named}
        return rows_of(self.state.read(scene.operation, values, in_area=True))


@dataclass
class Customers:
    """Two customers of one server."""

    own: Customer
    stranger: Customer
    _sent: int | None = None
    """Number of requests at the last begin."""
    alone: dict[str, str] = field(default_factory=dict)
    """What reads of the other customer show before the first one has read anything."""

    @classmethod
    def of(cls, target: Target, sandbox: Sandbox, ids: KnownIds) -> "Customers":
        """Return the customer of a target, and another one."""
        stranger, known = stranger_target(target)
        own = Customer.of(target, sandbox, ids)
        return cls(own, Customer.of(stranger, Sandbox(stranger), known))

    def begin(self) -> None:
        """Restore the initial state of a server that can be reset, with all jobs ended.

        What both customers make next has equal names and phone numbers.
        """
        target = self.own.target
        if target.reset_server:
            target.reset_server()
            target.wait(_SECONDS)
            self.own.sandbox.forget()
            self.stranger.sandbox.forget()
            self.stranger.sandbox.texts = copy(self.own.sandbox.texts)
        self._sent = len(target.exchanges)

    def begin_reads(self) -> None:
        """Restore the initial state, unless only reads were sent since."""
        sent = self.own.target.exchanges
        if self._sent is None or any(item.method != "GET" for item in sent[self._sent :]):
            self.begin()


def resource_ids(target: Target, operation: Operation, exchange: Exchange) -> set[NamedId]:
    """Return the ids of resources in a response, each of which belongs to one customer.

    Such an id is the last of a path that is not found (404) without the resource. The ids of a list
    are others, if the field of a body takes one of them.
    """
    routes = target.validator.routes
    listed = _listed_ids(operation, exchange)
    return listed | {
        ((vendor, name), value)
        for (vendor, name), value in linked_values(routes, operation, exchange)
        if name != ROOTS.get(vendor) and any(_names(route, vendor, name) for route in routes.all)
    }


def _listed_ids(operation: Operation, exchange: Exchange) -> set[NamedId]:
    """Return the ids of a list that the description of the field of a body names."""
    lists = {name for node in packaged_operations() for name in listed_fields(node).values()}
    if operation.id not in lists or exchange.status != 200:
        return set()
    return {((operation.id, "id"), str(item["id"])) for item in payload(exchange)["items"]}


def _names(route: Route, vendor: str, name: str) -> bool:
    """Return True if a path names a resource by its id, and the parameter is that id."""
    aliases = {alias for kind in packaged_kinds().all.values() for alias in kind.aliases}
    is_last = route.vendor == vendor and last_parameter(route) == name and name not in aliases
    return is_last and any(404 in operation.statuses for operation in route.operations.values())
