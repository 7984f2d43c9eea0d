"""Operations of a target: which may be called, with their routes and keys."""

from collections.abc import Collection, Iterator

from ..spec.routes import Operation, Route
from .description import TargetDescription
from .requests import credential_header, in_areas


class TargetOperations(TargetDescription):
    """Server under test, and the operations that may be called on it."""

    def operations(self) -> Iterator[tuple[Route, str, Operation]]:
        """Yield every operation that may be called, with its route and method."""
        for route, method, operation in self.validator.routes.operations.values():
            is_wanted = in_areas(operation, self.areas) and self.may_call(method, operation.id)
            if is_wanted and self.key(route, operation) is not None:
                yield route, method, operation

    def may_call(self, method: str, operation_id: str) -> bool:
        """Return True if an operation only reads, or may be called although it writes."""
        is_writable = self.writable is None or operation_id in self.writable
        return method == "GET" or (self.may_write and is_writable)

    def readable_operations(self) -> Iterator[tuple[Route, Operation]]:
        """Yield every GET operation that may be called, with its route."""
        return (
            (route, operation) for route, method, operation in self.operations() if method == "GET"
        )

    def known_reads(self) -> Iterator[tuple[Route, Operation]]:
        """Yield every GET operation that may be called and whose ids are known, with its route."""
        return (
            (route, operation)
            for route, operation in self.readable_operations()
            if not self.unknown_parameter(operation)
        )

    def unknown_parameter(self, operation: Operation, given: Collection[str] = ()) -> str:
        """Return a required parameter of which no value is known; an empty text without one.

        Args:
            operation: The operation.
            given: Parameters that have another value.
        """
        vendor = self.route(operation).vendor
        names = [
            parameter.name
            for parameter in operation.parameters
            if parameter.is_required and parameter.location in {"path", "query"}
        ]
        # A lead need not exist: a lead outside the campaign has a row too.
        known = {*given, "leadIds"}
        unknown = (name for name in names if name not in known and not self.known_ids(vendor, name))
        return "" if self.has_sample_ids else next(unknown, "")

    def key(self, route: Route, operation: Operation) -> str | None:
        """Return the key for an operation, or None."""
        header = credential_header(operation)
        return self.keys.get(route.vendor if header == "Authorization" else header)

    def operation(self, operation_id: str) -> Operation:
        """Return an operation by its id."""
        return self.validator.routes.operations[operation_id][2]

    def route(self, operation: Operation) -> Route:
        """Return the route of an operation."""
        return self.validator.routes.operations[operation.id][0]

    def method(self, operation: Operation) -> str:
        """Return the method of an operation."""
        return self.validator.routes.operations[operation.id][1]
