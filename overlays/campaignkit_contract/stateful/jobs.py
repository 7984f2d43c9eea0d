"""Stateful checks of jobs: their status advances, and they can be repeated and cancelled."""

import json
from collections.abc import Iterator

from ..spec.document import Json, packaged_operations
from ..targets.listing import items
from ..targets.target import CheckFailed, SkipCheck, Target
from .check import expect_status
from .prepared import check_each, succeed
from .stages import contradicting_stages, stages_of

_STATUSES = ("queued", "running", "completed", "failed", "cancelled")
_TERMINAL = frozenset(_STATUSES[2:])
_MAX_POLLS = 60  # one per second
_START, _READ, _CANCEL, _LIST = (
    f"sonarly_prospecting_{name}" for name in ("start", "get", "cancel", "list")
)
_AUDIENCES, _NAVIGATION = "sonarly_audiences_list", "sonarly_audiences_navigation"


def job_status_advances(target: Target) -> Iterator[str]:
    """Check that a job is queued, runs and ends, in this order, and that its end is final."""
    yield from check_each(target, _jobs(), lambda start: _check_status(target, start))


def _check_status(target: Target, start: str) -> Iterator[str]:
    read = _jobs()[start]
    name = _id_parameter(target, read)
    started = succeed(target, start, target.resources.call_values(start))
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
    yield from contradicting_stages(read, seen)


def repeated_job_returns_same_id(target: Target) -> Iterator[str]:
    """Check that one idempotency key starts one job, and that a later repeat returns its id."""
    yield from check_each(target, _jobs(), lambda start: _check_repeat(target, start))


def _check_repeat(target: Target, start: str) -> Iterator[str]:
    read, key = _jobs()[start], {"Idempotency-Key": target.resources.unique_text()}
    name, listing = _id_parameter(target, read), start.replace("_start", "_list")
    call = target.resources.call_values(start)
    before = {job[name] for job in items(target, listing)}
    first = target.ask(start, call.values, body=call.body, extra_headers=key)
    yield from expect_status(start, first, {202}, "to the first call")
    new = {job[name] for job in items(target, listing)} - before
    if len(new) != 1:
        yield f"{listing} has {len(new)} more jobs after one {start}"
    [id_] = [id_ for id_ in new if id_ in str(first.body)]
    _poll(target, read, name, id_)
    repeated = target.ask(start, call.values, body=call.body, extra_headers=key)
    if repeated.status != 200 or id_ not in str(repeated.body):
        yield f"a repeated {start} returns {repeated.status} after the end, or another job"
    if {job[name] for job in items(target, listing)} - before != new:
        yield f"a repeated {start} starts another job"


def cancelled_job_stays_cancelled(target: Target) -> Iterator[str]:
    """Check that a cancelled job stays cancelled, and that an ended job cannot be cancelled."""
    calls = [target.resources.call_values(_START) for _ in range(2)]
    job, other = (succeed(target, _START, call) for call in calls)
    response = target.data(_CANCEL, jobId=job["jobId"])
    if (response["jobId"], response["status"]) != (job["jobId"], "cancelled"):
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
    if target.is_exclusive(_CANCEL):
        yield from _check_earlier_ends(target)


def _check_earlier_ends(target: Target) -> Iterator[str]:
    """Check that a listed job of each final status cannot be cancelled."""
    listed = items(target, _LIST)
    ended = {job["status"]: job["jobId"] for job in listed if job["status"] in _TERMINAL}
    for status, job_id in ended.items():
        before = target.data(_READ, jobId=job_id)
        exchange = target.ask(_CANCEL, {"jobId": job_id})
        yield from expect_status(_CANCEL, exchange, {422}, f"for a job that is {status}")
        if target.data(_READ, jobId=job_id) != before:
            yield f"{_CANCEL} changes a job that is {status}"


def filling_audience_is_hidden(target: Target) -> Iterator[str]:
    """Check that an audience is not visible until the job that fills it has ended."""
    for audience_id in target.ids.get("filling", ()):
        for route, method, operation in target.operations():
            may_ask = method == "GET" or target.reset_server
            if "{audienceId}" in route.template and may_ask:
                exchange = target.ask(operation.id, {"audienceId": audience_id})
                circumstance = "for an audience that a job fills"
                yield from expect_status(operation.id, exchange, {409}, circumstance)
        listed = json.dumps([items(target, _AUDIENCES), target.data(_NAVIGATION)])
        if audience_id in listed:
            yield "a list of audiences contains one that a job fills"
    if not target.reset_server:
        return  # A job can end before its audience is looked for.
    before = items(target, _AUDIENCES)
    started = succeed(target, _START, target.resources.call_values(_START))
    if items(target, _AUDIENCES) != before:
        yield f"{_AUDIENCES} changes as soon as a job starts"
    job = _poll(target, _READ, "jobId", started["jobId"])[-1]
    if job["status"] == "completed" and items(target, _AUDIENCES) == before:
        yield f"{_AUDIENCES} does not show the audience of a completed job"


def _jobs() -> dict[str, str]:
    """Return the operations that read jobs, by the operations that start them."""
    nodes = {name: operation.node for name, operation in packaged_operations().items()}
    return {name: node["x-job"]["operationId"] for name, node in nodes.items() if "x-job" in node}


def _id_parameter(target: Target, read: str) -> str:
    return target.route(target.operation(read)).path_names[-1]


def _read_after(target: Target, read: str, name: str, id_: str, seconds: float) -> Json:
    target.wait(seconds)
    job: Json = target.data(read, **{name: id_})
    return job


def _poll(target: Target, read: str, name: str, id_: str) -> list[Json]:
    """Return a job as it was every second until its end."""
    seen: list[Json] = []
    while not seen or seen[-1]["status"] not in _TERMINAL:
        if len(seen) == _MAX_POLLS:
            if not target.reset_server:
                raise SkipCheck(f"{read} is {seen[-1]['status']} after {_MAX_POLLS} reads")
            raise CheckFailed(f"{read} is {seen[-1]['status']} after {_MAX_POLLS} seconds")
        seen.append(_read_after(target, read, name, id_, 1))
    return seen


def _decreasing_stages(read: str, seen: list[Json]) -> Iterator[str]:
    for name in stages_of(seen[0]):
        progress = [job["stages"][name]["progress"] for job in seen]
        if progress != sorted(progress):
            yield f"the progress of the stage {name} decreases in {read}"
        resting = [job["stages"][name]["status"] for job in seen]
        for status in {"queued", *_TERMINAL}:
            shown = [value for value, own in zip(progress, resting, strict=True) if own == status]
            if len(set(shown)) > 1:
                yield f"the stage {name} is {status} and goes on in {read}"
