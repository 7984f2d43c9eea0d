"""Jobs that go on by themselves: what has become of one is told by the time.

Two seconds after its start a job runs, and after ten it is completed. One that will fail does so
after five. A cancelled one stays as it was.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from ..engine.records import JSON
from ..state.seeds import instant

OVER = frozenset({"completed", "failed", "cancelled"})
"""The statuses that are final."""

_RUNS_AFTER = 2
_ENDS_AFTER = {"completed": 10, "failed": 5}
_STAGES = {"import": (2, 6), "enrichment": (6, 10)}


@dataclass(kw_only=True)
class Job:
    """A job of an account group; times are in seconds since 1970."""

    id: str
    account_group_id: str
    began: float
    outcome: str = "completed"
    """How it ends where nobody cancels it."""
    cancelled_at: float | None = None

    def status(self, now: float) -> str:
        """The state it is in."""
        if self.cancelled_at is not None:
            return "cancelled"
        if now - self.began < _RUNS_AFTER:
            return "queued"
        return "running" if now < self._end else self.outcome

    def summary(self, now: float) -> JSON:
        """What lists show of it, but for its id."""
        return {
            # The vendor's page prints it of scans too.
            "type": "prospecting",
            "status": self.status(now),
            "createdAt": moment(self.began),
            "updatedAt": moment(self.began + self._changed(now)),
        }

    def stages(self, now: float) -> JSON:
        """How far each stage of it is."""
        return {name: self._stage(now, *bounds) for name, bounds in _STAGES.items()}

    @property
    def _end(self) -> float:
        if self.cancelled_at is not None:
            return self.cancelled_at
        return self.began + _ENDS_AFTER[self.outcome]

    def _passed(self, now: float) -> float:
        return min(now, self._end) - self.began

    def _changed(self, now: float) -> float:
        """How long after its start it changed last; while it runs, every second."""
        if self.status(now) in OVER:
            return self._passed(now)
        return 0 if self.status(now) == "queued" else int(self._passed(now))

    def _stage(self, now: float, begin: int, end: int) -> JSON:
        passed, status = self._passed(now), self.status(now)
        progress = min(max(int(passed) - begin, 0), end - begin) / (end - begin)
        if progress == 1:
            status = "completed"
        elif passed < begin:
            # Of a job that is over, it will never begin.
            status = "cancelled" if status in OVER else "queued"
        return {"status": status, "progress": progress}


J = TypeVar("J", bound=Job)


def taken_over(jobs: list[J], now: float) -> list[J]:
    """Take those that are over out of a list, and return them."""
    over = [each for each in jobs if each.status(now) in OVER]
    for each in over:
        jobs.remove(each)
    return over


def moment(seconds: float) -> str:
    """Return a time as the API shows it."""
    return instant(datetime.fromtimestamp(seconds, UTC))
