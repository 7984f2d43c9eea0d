"""Budget of a run: how many requests it may send, and how many each of its parts has sent."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from .outcomes import Unfinished

DISCOVERY, CHECKS, GENERATED, REMOVAL = "discovery", "stateful checks", "Schemathesis", "removal"
PARTS = (DISCOVERY, CHECKS, GENERATED, REMOVAL)
"""Parts of a run, in the order in which they spend the budget."""


class BudgetEnded(Unfinished):
    """Refusal of a request, because the run has sent all that its budget allows."""


class RequestBudget:
    """Number of requests that a run may send, of all parts together.

    The removal of what the run made counts too. It is never refused, so that nothing stays.
    """

    def __init__(self, maximum: int) -> None:
        self.maximum = maximum
        self.sent: Counter[str] = Counter()
        """Number of sent requests by part."""
        self.refused = 0
        """Number of requests that were not sent, because the budget had ended."""
        self._part = DISCOVERY
        self._lock = Lock()

    @property
    def remaining(self) -> int:
        """Return how many requests may still be sent."""
        return max(0, self.maximum - self.sent.total())

    @property
    def ended(self) -> str:
        """Return why no request may be sent any more."""
        plural = "" if self.maximum == 1 else "s"
        return f"the budget of {self.maximum:,} request{plural} ended"

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Count the requests within the block for a part of the run."""
        before, self._part = self._part, name
        try:
            yield
        finally:
            self._part = before

    def refuse(self) -> None:
        """Record that the budget did not allow a request."""
        self.refused += 1

    def require(self) -> None:
        """Raise BudgetEnded if the run may not send a request."""
        if self._part != REMOVAL and not self.remaining:
            self.refuse()
            raise BudgetEnded(self.ended)

    def take(self) -> None:
        """Count a request that is about to be sent.

        Raises:
            BudgetEnded: The run may not send it.
        """
        with self._lock:
            self.require()
            self.sent[self._part] += 1
