"""Jobs that go on by themselves: what their status is, and the rules that all of them share.

Two seconds after its start a job runs, and after ten it is completed. A job that will fail does so
after five seconds. A cancelled job stays as it was.
"""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from ..engine.access import account_group_id
from ..engine.context import Context, Store
from ..engine.ids import numbered_id
from ..engine.pagination import by_cursor
from ..engine.responses import ApiResponse
from ..engine.times import iso_millis_from_epoch
from ..engine.types import JSON
from ..state.collection import AccountGroupCollection

__all__ = ["FINAL_STATUSES", "Job", "Jobs", "list_jobs", "read_job", "replay_start", "started_job"]

FINAL_STATUSES = frozenset({"completed", "failed", "cancelled"})

_RUNS_AFTER = 2
_ENDS_AFTER = {"completed": 10, "failed": 5}
_STAGES = {"import": (2, 6), "enrichment": (6, 10)}


@dataclass(kw_only=True)
class Job:
    """Job of an account group; times are in seconds since 1970."""

    id: str
    account_group_id: str
    started_at: float
    outcome: str = "completed"
    """Final status if the job is not cancelled."""
    cancelled_at: float | None = None

    def status(self, now: float) -> str:
        """Return the status."""
        if self.cancelled_at is not None:
            return "cancelled"
        if now - self.started_at < _RUNS_AFTER:
            return "queued"
        return "running" if now < self._end else self.outcome

    def is_final(self, now: float) -> bool:
        """Return True if the status will not change any more."""
        return self.status(now) in FINAL_STATUSES

    def finish(self, outcome: str, now: float) -> None:
        """End the job now, with a start so long ago."""
        self.outcome = outcome
        self.started_at = now - _ENDS_AFTER[outcome]

    def summary(self, now: float) -> JSON:
        """Return its fields in lists, without its ID."""
        return {
            # The page of the vendor prints it for scans too.
            "type": "prospecting",
            "status": self.status(now),
            "createdAt": iso_millis_from_epoch(self.started_at),
            "updatedAt": iso_millis_from_epoch(self.started_at + self._changed_after(now)),
        }

    def stages(self, now: float) -> JSON:
        """Return the status and the progress of each stage."""
        return {name: self._stage(now, *bounds) for name, bounds in _STAGES.items()}

    @property
    def _end(self) -> float:
        if self.cancelled_at is not None:
            return self.cancelled_at
        return self.started_at + _ENDS_AFTER[self.outcome]

    def _passed(self, now: float) -> float:
        return min(now, self._end) - self.started_at

    def _changed_after(self, now: float) -> float:
        """Return the seconds from its start to its last change; a running job changes often."""
        if self.is_final(now):
            return self._passed(now)
        return 0 if self.status(now) == "queued" else int(self._passed(now))

    def _stage(self, now: float, begin: int, end: int) -> JSON:
        passed, status = self._passed(now), self.status(now)
        progress = min(max(int(passed) - begin, 0), end - begin) / (end - begin)
        if progress == 1:
            status = "completed"
        elif passed < begin:
            # A stage of a finished job that has not started will never start.
            status = "cancelled" if self.is_final(now) else "queued"
        return {"status": status, "progress": progress}


J = TypeVar("J", bound=Job)


class Jobs(AccountGroupCollection[J]):
    """Jobs of one kind, of all account groups."""

    follows_time = True

    id_name: ClassVar[str]
    """The path parameter and the field that hold the ID of a job."""
    id_kind: ClassVar[str]
    """The first characters of the IDs."""

    def __init__(self) -> None:
        super().__init__()
        self._unfinished: list[J] = []

    def next_id(self) -> str:
        """Return the ID of a job that is to be added."""
        return numbered_id(self.id_kind, len(self.by_id))

    def add(self, job: J) -> J:
        """Add a job whose end has effects."""
        self.by_id[job.id] = job
        self._unfinished.append(job)
        return job

    def run_due_events(self, now: float) -> None:
        """Run the effects of jobs that have ended."""
        for job in self._pop_finished(now):
            self.on_finished(job, is_completed=job.status(now) == "completed")

    @abstractmethod
    def on_finished(self, job: J, *, is_completed: bool) -> None:
        """Run the effects of the end of a job."""
        ...

    def _pop_finished(self, now: float) -> list[J]:
        finished = [job for job in self._unfinished if job.is_final(now)]
        self._unfinished = [job for job in self._unfinished if not job.is_final(now)]
        return finished


def list_jobs(kind: type[Jobs[Any]], context: Context) -> JSON:
    """Return a page of the account group's jobs, or of those of one status."""
    jobs, now = context.store[kind].of_group(account_group_id(context)), context.store.time
    rows = [{kind.id_name: job.id, **job.summary(now)} for job in jobs]
    wanted = context.arguments.get("status")
    return by_cursor(
        rows, context.arguments, kind.id_name, keep=lambda row: wanted in (None, row["status"])
    )


def read_job(kind: type[Jobs[J]], context: Context, error: JSON) -> tuple[J, JSON]:
    """Return the fields that all kinds of jobs share; `error` is the error of a failed job.

    A read of an unfinished job takes time, so that polling ends.
    """
    job: J = context.store[kind].find(context, context.arguments[kind.id_name])
    if not job.is_final(context.store.time):
        context.store.advance_for_polling(context.poll_seconds)
    summary = job.summary(context.store.time)
    has_failed = summary["status"] == "failed"
    return job, {kind.id_name: job.id, **summary, "error": error if has_failed else None}


def started_job(kind: type[Jobs[J]], job: J, now: float) -> ApiResponse:
    """Return the response to a start or its repeat: 200 if the job is finished."""
    summary = job.summary(now)
    payload = {kind.id_name: job.id, "status": summary["status"], "createdAt": summary["createdAt"]}
    return ApiResponse(payload, 200 if job.is_final(now) else 202)


def replay_start(kind: type[Jobs[Any]], store: Store, first: ApiResponse) -> ApiResponse:
    """Return the present state of the job that the same call has started before."""
    payload: Any = first.payload
    return started_job(kind, store[kind].by_id[payload[kind.id_name]], store.time)
