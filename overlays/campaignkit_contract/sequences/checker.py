"""Checker of sequences: finds what single exchanges cannot show, and sends nothing.

    checker = SequenceChecker(validator.routes)
    for exchange in recording.exchanges():
        findings += checker.check(exchange)

The exchanges must be in the order in which they were sent, and the server must keep its state.
"""

from dataclasses import replace

from ..exchange import Exchange
from ..findings import Finding
from ..spec.document import OperationNode, packaged_operations
from ..spec.routes import Routes
from .call import Call, SequenceRule
from .pages import Pages
from .reads import BatchRows, Parents, RequestedItem, TraceIds
from .writes import Deletions, IdempotencyKeys, SingleEffects, VisibleWrites


class SequenceChecker:
    """Every rule of sequences, for the exchanges of one server."""

    def __init__(
        self,
        routes: Routes,
        operations: dict[str, OperationNode] | None = None,
        *,
        is_recorded: bool = True,
    ) -> None:
        """Bind the checker to a spec.

        Args:
            routes: Routes of the spec.
            operations: Operations of the spec; those of the packaged spec by default.
            is_recorded: Whether others sent the exchanges. The checks of a run read their own
                writes, also page by page and while they are sent.
        """
        self._routes = routes
        self._operations = packaged_operations() if operations is None else operations
        self._rules: tuple[SequenceRule, ...] = (
            *(TraceIds(), RequestedItem(), Parents(), BatchRows(), Pages()),
            *(SingleEffects(), Deletions(), IdempotencyKeys()),
            *([VisibleWrites()] if is_recorded else ()),
        )

    def check(self, exchange: Exchange) -> list[Finding]:
        """Return the deviations that this exchange reveals after the earlier ones."""
        match = self._routes.match(exchange.path)
        operation = match and match[0].operations.get(exchange.method.upper())
        if not (match and operation and operation.id in self._operations):
            return []
        call = Call(self._operations[operation.id], exchange, match[1])
        return [
            replace(finding, operation=operation.id)
            for rule in self._rules
            for finding in rule.check(call)
        ]
