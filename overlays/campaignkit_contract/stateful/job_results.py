"""Stateful checks of the results of jobs: their errors, their imports, and evaluated prospects."""

from collections.abc import Iterator, Mapping

from ..spec.document import Json, packaged_operations
from ..targets.listing import items
from ..targets.requests import payload
from ..targets.resources import CallValues
from ..targets.target import SkipCheck, Target
from .check import expect_status
from .matrices.state import is_unfinished
from .prepared import succeed
from .stages import contradicting_stages

_IMPORT, _SCAN = "sonarly_prospecting_start", "sonarly_signals_start"
_CANCEL = "sonarly_prospecting_cancel"
_AUDIENCES, _PROSPECTS = "sonarly_audiences_list", "sonarly_audiences_prospects"
_SIGNALS = "sonarly_signals_results"
_SECONDS = 60  # until a job has ended
_MOST = 3  # prospects of a scan, and of an import


def error_matches_job_status(target: Target) -> Iterator[str]:
    """Check that a job has an error if it failed, and only then."""
    for rule, jobs in _read_jobs(target):
        for job in jobs:
            has_error, has_failed = job.get("error") is not None, job["status"] in rule["failed"]
            if has_error is not has_failed:
                problem = "an" if has_error else "no"
                yield f"a {job['status']} job has {problem} error in {rule['operationId']}"


def stages_match_job_status(target: Target) -> Iterator[str]:
    """Check that the stages of jobs agree with each other, and with the status of the job."""
    for rule, jobs in _read_jobs(target):
        yield from contradicting_stages(rule["operationId"], jobs)


def _read_jobs(target: Target) -> Iterator[tuple[Json, list[Json]]]:
    """Yield the rule of each kind of job, and its last listed job of each status."""
    for start, rule in _jobs().items():
        name = _id_name(target, start)
        by_status = {job["status"]: job[name] for job in items(target, _list_of(start))}
        reads = (target.data(rule["operationId"], **{name: id_}) for id_ in by_status.values())
        yield rule, [*reads]


def import_keeps_maximum(target: Target) -> Iterator[str]:
    """Check that a job imports no more people than its maximum, and that they can be read."""
    target.require_exclusive("sonarly")
    end_jobs(target)  # Others import people too.
    before = prospect_counts(target)
    call = target.resources.call_values(_IMPORT, json={"maxResults": _MOST})
    job = run_job(target, _IMPORT, call)
    after = prospect_counts(target)
    grown = {id_: count - before.get(id_, 0) for id_, count in after.items()}
    imported = sum(count for count in grown.values() if count > 0)
    if imported > _MOST:
        yield f"{_IMPORT} imports {imported} people, and its maxResults is {_MOST}"
    # A live search may find no one.
    if target.reset_server and job["status"] in _jobs()[_IMPORT]["done"] and not imported:
        yield f"{_AUDIENCES} counts no prospect of a completed job of {_IMPORT}"
    yield from _wrong_counts(target, before, _IMPORT)
    for audience_id in (id_ for id_, count in grown.items() if count > 0):
        for prospect in items(target, _PROSPECTS, audienceId=audience_id)[-1:]:
            exchange = target.ask(_SIGNALS, {"prospectId": prospect["id"]})
            yield from expect_status(_SIGNALS, exchange, {200}, "for an imported prospect")


def cancelled_import_keeps_counts(target: Target) -> Iterator[str]:
    """Check that audiences list as many prospects as they count after a job was cancelled."""
    target.require_exclusive("sonarly")
    end_jobs(target)
    before = prospect_counts(target)
    job = succeed(target, _IMPORT, target.resources.call_values(_IMPORT))
    target.data(_CANCEL, jobId=job["jobId"])
    yield from _wrong_counts(target, before, _CANCEL)


def _wrong_counts(target: Target, before: Mapping[str, int], cause: str) -> Iterator[str]:
    """Yield audiences whose changed count is not the number of their prospects."""
    for id_, count in prospect_counts(target).items():
        if count != before.get(id_) and len(items(target, _PROSPECTS, audienceId=id_)) != count:
            yield f"{_PROSPECTS} has another number than the prospectCount after {cause}"


def scan_evaluates_named_prospects(target: Target) -> Iterator[str]:
    """Check that a completed scan has evaluated the prospects that it names, and no others."""
    target.require_exclusive("sonarly")
    audience_id, pending = _pending(target)
    named, others = pending[:_MOST], pending[_MOST : 2 * _MOST]
    target.resources.allow("sonarly leadIds", *named)
    target.resources.allow("sonarly audienceId", audience_id)
    scan = {"audienceId": audience_id, "prospectIds": list[str]()}
    empty = target.resources.call_values(_SCAN, json=scan)
    exchange = target.ask(_SCAN, empty.values, body=empty.body)
    if exchange.status < 300:  # It may be refused, because it names nothing.
        ended_job(target, _SCAN, payload(exchange)[_id_name(target, _SCAN)])
        if any(evaluation_of(target, id_) == "evaluated" for id_ in pending):
            yield f"{_SCAN} evaluates prospects for an empty list of them"
            return
    call = target.resources.call_values(_SCAN, json={**scan, "prospectIds": named})
    job = run_job(target, _SCAN, call)
    if job["status"] not in _jobs()[_SCAN]["done"]:
        yield f"{_SCAN} ends with {job['status']}"
        return
    statuses = {id_: evaluation_of(target, id_) for id_ in (*named, *others)}
    if any(statuses[id_] != "evaluated" for id_ in named):
        yield f"{_SIGNALS} is pending for a prospect of a completed scan"
    if any(statuses[id_] != "pending" for id_ in others):
        yield f"{_SIGNALS} is evaluated for a prospect that {_SCAN} does not name"


def scan_without_prospects_evaluates_audience(target: Target) -> Iterator[str]:
    """Check that a completed scan without prospect ids has evaluated the whole audience."""
    target.require_exclusive("sonarly")
    audience_id, pending = _pending(target)
    target.resources.allow("sonarly audienceId", audience_id)
    call = target.resources.call_values(_SCAN, json={"audienceId": audience_id})
    call.json.pop("prospectIds", None)
    job = run_job(target, _SCAN, call)
    is_done = job["status"] in _jobs()[_SCAN]["done"]
    if is_done and any(evaluation_of(target, id_) != "evaluated" for id_ in pending):
        yield f"{_SIGNALS} is pending for a prospect of a scanned audience"


def _pending(target: Target) -> tuple[str, list[str]]:
    """Return an audience with prospects that no scan has evaluated, and these prospects.

    Raises:
        SkipCheck: No audience has enough of them.
    """
    with target.preparing():
        for audience in items(target, _AUDIENCES):
            prospects = items(target, _PROSPECTS, audienceId=audience["id"])
            ids = [item["id"] for item in prospects[-2 * _MOST :]]
            if len(ids) == 2 * _MOST and {evaluation_of(target, id_) for id_ in ids} == {"pending"}:
                return audience["id"], ids
    raise SkipCheck("no audience has prospects that are not evaluated")


def evaluation_of(target: Target, prospect_id: str) -> str:
    """Return the status of the signals of a prospect: pending or evaluated."""
    return str(target.data(_SIGNALS, prospectId=prospect_id)["status"])


def prospect_counts(target: Target) -> dict[str, int]:
    """Return the prospectCount of each audience."""
    return {item["id"]: item["prospectCount"] for item in items(target, _AUDIENCES)}


def run_job(target: Target, start: str, call: CallValues) -> Json:
    """Start a job, and return it after its end."""
    started = succeed(target, start, call)
    return ended_job(target, start, started[_id_name(target, start)])


def ended_job(target: Target, start: str, id_: str) -> Json:
    """Return a job after its end.

    Raises:
        SkipCheck: The job has not ended after a minute.
    """
    rule, name = _jobs()[start], _id_name(target, start)
    for _ in range(_SECONDS):
        job: Json = target.data(rule["operationId"], **{name: id_})
        if not is_unfinished(job):
            return job
        target.wait(1)
    raise SkipCheck(f"a job of {start} has not ended after {_SECONDS} seconds")


def end_jobs(target: Target) -> None:
    """Wait until every job has ended, so that none ends between two reads.

    Raises:
        SkipCheck: A job has not ended after a minute.
    """
    for start in job_starts():
        for job in filter(is_unfinished, items(target, _list_of(start))):
            ended_job(target, start, job[_id_name(target, start)])


def job_starts() -> list[str]:
    """Return the operations that start jobs with a list."""
    return [start for start in _jobs() if _list_of(start) in packaged_operations()]


def job_lists() -> list[str]:
    """Return the operations that list jobs."""
    return [_list_of(start) for start in job_starts()]


def _list_of(start: str) -> str:
    return start.replace("_start", "_list")


def _id_name(target: Target, start: str) -> str:
    return target.route(target.operation(_jobs()[start]["operationId"])).path_names[-1]


def _jobs() -> dict[str, Json]:
    """Return the rules `x-job` by the operations that start jobs."""
    nodes = {name: operation.node for name, operation in packaged_operations().items()}
    return {name: node["x-job"] for name, node in nodes.items() if "x-job" in node}
