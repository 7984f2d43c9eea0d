"""Checker of sequences: finds what single exchanges cannot show, and sends nothing.

    checker = SequenceChecker(validator.routes)
    for exchange in recording.exchanges():
        findings += checker.check(exchange)

The exchanges must be in the order in which they were sent, and the server must keep its state.
"""

from dataclasses import replace

from ..exchange import Exchange
from ..findings import Finding
from ..spec.document import OperationNode, job_reads, packaged_operations
from ..spec.routes import Routes
from .call import Call, SequenceRule
from .filters import Filters
from .owners import Owners
from .pages import Pages
from .reads import (
    BatchRows,
    Creations,
    EmptyReads,
    EndedJobs,
    Parents,
    RequestedItem,
    TraceIds,
    Updates,
)
from .undisturbed import Lists, Resources, ServerErrors, Times
from .writes import CreationTimes, Deletions, IdempotencyKeys, SingleEffects, VisibleWrites


class SequenceChecker:
    """Every rule of sequences, for the exchanges of one server."""

    def __init__(
        self,
        routes: Routes,
        operations: dict[str, OperationNode] | None = None,
        *,
        is_undisturbed: bool = False,
        follows_time: bool = False,
    ) -> None:
        """Start without exchanges.

        Args:
            routes: Routes of the spec.
            operations: Operations of the spec; those of the packaged spec by default.
            is_undisturbed: Whether nothing but the exchanges changes the server.
            follows_time: Whether its clock goes on, so that it changes by itself.
        """
        self._routes = routes
        self._operations = packaged_operations() if operations is None else operations
        self._rules: tuple[SequenceRule, ...] = (
            *(TraceIds(), Updates(), RequestedItem(), Parents(), BatchRows(), Filters(), Pages()),
            *(EndedJobs(), EmptyReads(), Owners()),
            *(SingleEffects(), Deletions(), IdempotencyKeys(), CreationTimes()),
        )
        # Of equal resources that a live run keeps, the rule cannot distinguish the new one.
        self._rules += () if follows_time else (VisibleWrites(),)
        lasting = Lists(follows_time=follows_time), Resources(follows_time=follows_time)
        self._lasting = lasting if is_undisturbed else ()
        others = (ServerErrors(), Times(), *self._lasting)
        self._rules += others if is_undisturbed else (Creations(),)

    def check(self, exchange: Exchange) -> list[Finding]:
        """Return the deviations that this exchange reveals after the earlier ones."""
        match = self._routes.match(exchange.path)
        operation = match and match[0].operations.get(exchange.method.upper())
        if not (match and operation):
            return []
        if operation.id in job_reads():
            self.pass_time()  # A job goes on while it is read.
        call = Call(self._operations[operation.id], exchange, match[1])
        return [
            replace(finding, operation=operation.id)
            for rule in self._rules
            for finding in rule.check(call)
        ]

    def pass_time(self) -> None:
        """Forget what time can change."""
        for rule in self._lasting:
            rule.forget()
