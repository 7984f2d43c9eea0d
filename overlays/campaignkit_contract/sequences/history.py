"""History: the sequence rules for the exchanges of a target."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from threading import Lock

from ..exchange import Exchange
from ..findings import Finding
from ..spec.routes import Routes
from .checker import SequenceChecker


class History:
    """Exchanges of a target since its last reset, as far as the rules remember them."""

    def __init__(
        self,
        routes: Routes,
        vendors: Collection[str] | None = None,
        *,
        is_undisturbed: bool = True,
    ) -> None:
        """Start without exchanges.

        Args:
            routes: Routes of the spec.
            vendors: On a live server, the vendors whose account only the run changes.
            is_undisturbed: Whether only the run changes the target.
        """
        self._routes, self._vendors = routes, vendors
        self._is_undisturbed = is_undisturbed
        self._lock = Lock()
        self._requests = 0
        self._is_overlapping = False
        self._findings: list[tuple[Finding, Exchange]] = []
        self._taken: set[str] = set()
        self._last: set[str] = set()
        self.reset()

    def reset(self) -> None:
        """Forget every exchange, because the target has its initial state again."""
        self._checker = SequenceChecker(
            self._routes,
            is_undisturbed=self._is_undisturbed,
            follows_time=self._vendors is not None,
        )

    def pass_time(self) -> None:
        """Forget what time can change."""
        self._checker.pass_time()

    @contextmanager
    def request(self) -> Iterator[None]:
        """Enclose a request. What requests at the same time show depends on their order."""
        with self._lock:
            self._requests += 1
            self._is_overlapping |= self._requests > 1
        try:
            yield
        finally:
            with self._lock:
                self._requests -= 1
                if self._is_overlapping:
                    self.reset()
                    self._is_overlapping = self._requests > 0

    def observe(self, exchange: Exchange) -> None:
        """Compare a response with those before it, if its request was the only one."""
        with self._lock:
            if not self._is_overlapping and self._is_exclusive(exchange):
                found = self._checker.check(exchange)
                self._findings += [(finding, exchange) for finding in found]

    def _is_exclusive(self, exchange: Exchange) -> bool:
        match = self._routes.match(exchange.path)
        return self._vendors is None or (match is not None and match[0].vendor in self._vendors)

    def repeat(self) -> None:
        """Return the last findings again, because the check that showed them is repeated."""
        self._taken -= self._last

    def take_findings(self) -> list[tuple[Finding, Exchange]]:
        """Return the findings since the last call that no earlier call returned."""
        found, self._findings = self._findings, []
        first = {str(finding): (finding, exchange) for finding, exchange in reversed(found)}
        new = [first[text] for text in reversed(first) if text not in self._taken]
        self._last = set(first)
        self._taken |= self._last
        return new
