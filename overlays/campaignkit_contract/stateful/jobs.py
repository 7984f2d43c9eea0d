"""Stateful checks of jobs: their status advances, and they can be repeated and cancelled."""

from collections.abc import Iterator

from ..spec.document import Json, packaged_operations
from ..targets.listing import items
from ..targets.target import CheckFailed, Target
from .check import expect_status

_STATUSES = ("queued", "running", "completed", "failed", "cancelled")
_TERMINAL = frozenset(_STATUSES[2:])
_MAX_POLLS = 60  # one per second
_START, _READ, _CANCEL = (f"sonarly_prospecting_{name}" for name in ("start", "get", "cancel"))
_AUDIENCES, _NAVIGATION = "sonarly_audiences_list", "sonarly_audiences_navigation"
_IDEMPOTENCY_KEY = {"Idempotency-Key": "once"}


def job_status_advances(target: Target) -> Iterator[str]:
    """Check that a job is queued, runs and ends, in this order, and that its end is final."""
    for start, read in _jobs():
        target.reset()
        name = _id_parameter(target, read)
        started = target.data(start)
        seen = _poll(target, read, name, started[name])
        seen += [_read_after(target, read, name, started[name], 5) for _ in range(2)]
        ranks = [_STATUSES.index(job["status"]) for job in (started, *seen)]
        if ranks != sorted(ranks) or len(set(ranks[-3:])) > 1 or started["status"] in _TERMINAL:
            yield f"a job of {start} was {', '.join(_STATUSES[rank] for rank in ranks)}"
        if {job[name] for job in seen} != {started[name]}:
            yield f"{read} returns another job than {start} started"
        if {job["createdAt"] for job in seen} != {started["createdAt"]}:
            yield f"createdAt of a job of {start} changes"
        dates = [job["updatedAt"] for job in seen]
        if dates != sorted(dates) or len(set(dates[-3:])) > 1:
            yield f"updatedAt of a job of {start} decreases, or changes after its end"
        yield from _decreasing_stages(read, seen)


def repeated_job_returns_same_id(target: Target) -> Iterator[str]:
    """Check that one idempotency key starts one job, and that a later repeat returns its id."""
    for start, read in _jobs():
        target.reset()
        name, listing = _id_parameter(target, read), start.replace("_start", "_list")
        before = len(items(target, listing))
        first = target.ask(start, extra_headers=_IDEMPOTENCY_KEY)
        yield from expect_status(start, first, {202}, "to the first call")
        jobs = items(target, listing)
        if len(jobs) != before + 1:
            yield f"{listing} has {len(jobs) - before} more jobs after one {start}"
        [id_] = [job[name] for job in jobs if job[name] in str(first.body)]
        _poll(target, read, name, id_)
        repeated = target.ask(start, extra_headers=_IDEMPOTENCY_KEY)
        if repeated.status != 200 or id_ not in str(repeated.body):
            yield f"a repeated {start} returns {repeated.status} after the end, or another job"
        if len(items(target, listing)) != len(jobs):
            yield f"a repeated {start} starts another job"


def cancelled_job_stays_cancelled(target: Target) -> Iterator[str]:
    """Check that a cancelled job stays cancelled, and that an ended job cannot be cancelled."""
    job, other = target.data(_START), target.data(_START)
    response = target.data(_CANCEL, jobId=job["jobId"])
    if response != {"jobId": job["jobId"], "status": "cancelled"}:
        yield f"{_CANCEL} returns {response}"
    if target.data(_READ, jobId=other["jobId"])["status"] == "cancelled":
        yield f"{_CANCEL} cancels another job"
    for seconds in (0, 20):
        status = _read_after(target, _READ, "jobId", job["jobId"], seconds)["status"]
        if status != "cancelled":
            yield f"a cancelled job is {status} after {seconds} seconds"
    ended = _poll(target, _READ, "jobId", other["jobId"])[-1]
    for job_id in (job["jobId"], other["jobId"]):
        exchange = target.ask(_CANCEL, {"jobId": job_id})
        yield from expect_status(_CANCEL, exchange, {422}, "for an ended job")
    if target.data(_READ, jobId=other["jobId"])["status"] != ended["status"]:
        yield f"{_CANCEL} changes an ended job"


def filling_audience_is_hidden(target: Target) -> Iterator[str]:
    """Check that an audience is not visible until the job that fills it has ended."""
    for audience_id in target.ids.get("filling", ()):
        for route, _, operation in target.operations():
            if "{audienceId}" in route.template:
                exchange = target.ask(operation.id, {"audienceId": audience_id})
                circumstance = "for an audience that a job fills"
                yield from expect_status(operation.id, exchange, {409}, circumstance)
        for listing in (_AUDIENCES, _NAVIGATION):
            values = {"limit": "100"} if listing == _AUDIENCES else {}
            if audience_id in str(target.ask(listing, values).body):
                yield f"{listing} contains an audience that a job fills"
    before = items(target, _AUDIENCES)
    target.data(_START)
    if items(target, _AUDIENCES) != before:
        yield f"{_AUDIENCES} changes as soon as a job starts"


def _jobs() -> list[tuple[str, str]]:
    """Return the operations that start jobs, each with the operation that reads them."""
    nodes = {name: operation.node for name, operation in packaged_operations().items()}
    return [(name, node["x-job"]["operationId"]) for name, node in nodes.items() if "x-job" in node]


def _id_parameter(target: Target, read: str) -> str:
    *_, name = target.path_values(target.operation(read))
    return name


def _read_after(target: Target, read: str, name: str, id_: str, seconds: float) -> Json:
    target.wait(seconds)
    job: Json = target.data(read, **{name: id_})
    return job


def _poll(target: Target, read: str, name: str, id_: str) -> list[Json]:
    """Return a job as it was every second until its end."""
    seen: list[Json] = []
    while not seen or seen[-1]["status"] not in _TERMINAL:
        if len(seen) == _MAX_POLLS:
            raise CheckFailed(f"{read} is {seen[-1]['status']} after {_MAX_POLLS} seconds")
        seen.append(_read_after(target, read, name, id_, 1))
    return seen


def _decreasing_stages(read: str, seen: list[Json]) -> Iterator[str]:
    for name in seen[0].get("stages", {}):
        progress = [job["stages"][name]["progress"] for job in seen]
        if progress != sorted(progress):
            yield f"the progress of the stage {name} decreases in {read}"
