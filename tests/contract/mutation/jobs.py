"""Bugs in jobs: status, end, cancellation and idempotency keys."""

from typing import Any

from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.engine.responses import ApiResponse
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.prospecting import ProspectingJobs
from werkzeug import Request, Response

from .mutant import (
    Environ,
    RuleCall,
    mutates_body,
    mutates_request,
    mutates_response,
    mutates_rule,
    write,
)

_START, _READ, _CANCEL, _LIST = (
    f"sonarly_prospecting_{name}" for name in ("start", "get", "cancel", "list")
)
_SCAN, _SCAN_READ, _RESPOND = (
    *("sonarly_signals_start", "sonarly_signals_get"),
    "sonarly_messages_respond",
)
_KEY = "HTTP_IDEMPOTENCY_KEY"


@mutates_body(_READ)
def never_ends(body: Any) -> None:
    """A completed job is returned as running."""
    if body["data"]["status"] == "completed":
        body["data"]["status"] = "running"


@mutates_rule(_SCAN_READ)
def scan_falls_back(call: RuleCall) -> Any:
    """A completed scan is queued again at the second read."""
    scan = call.call_original()
    if scan["status"] == "completed":
        reads = call.memory[scan["scanId"]] = call.memory.get(scan["scanId"], 0) + 1
        return {**scan, "status": "queued"} if reads == 2 else scan
    return scan


@mutates_rule(_READ)
def completed_then_failed(call: RuleCall) -> Any:
    """A completed job has failed at the second read."""
    job = call.call_original()
    if job["status"] == "completed":
        reads = call.memory[job["jobId"]] = call.memory.get(job["jobId"], 0) + 1
        return {**job, "status": "failed"} if reads > 1 else job
    return job


@mutates_body(_START, statuses=(202,))
def born_completed(body: Any) -> None:
    """A job is completed at its start."""
    body["data"]["status"] = "completed"


@mutates_body(_READ)
def progress_shrinks(body: Any) -> None:
    """A stage restarts after half of its progress."""
    for stage in body["data"]["stages"].values():
        if stage["progress"] > 0.5:
            stage["progress"] = 0.25


@mutates_rule(_READ)
def birthday_moves(call: RuleCall) -> Any:
    """The createdAt of a job is the time of the read."""
    return {**call.call_original(), "createdAt": call.store.now}


@mutates_rule(_SCAN_READ)
def ends_again_and_again(call: RuleCall) -> Any:
    """The updatedAt of an ended scan is the time of the read."""
    scan = call.call_original()
    return {**scan, "updatedAt": call.store.now} if scan["status"] == "completed" else scan


@mutates_rule(_READ)
def last_job_read(call: RuleCall) -> Any:
    """A read of a running job returns another job."""
    job = call.call_original()
    first = next(iter(call.store[ProspectingJobs].by_id))
    return {**job, "jobId": first} if job["status"] == "running" else job


@mutates_rule(_CANCEL)
def cancelled_in_words(call: RuleCall) -> Any:
    """A cancellation succeeds without effect."""
    answer = call.call_original()
    call.store[ProspectingJobs].by_id[answer["jobId"]].cancelled_at = None
    return answer


@mutates_rule(_CANCEL)
def all_cancelled(call: RuleCall) -> Any:
    """Cancelling one job cancels all jobs."""
    answer = call.call_original()
    for job in call.store[ProspectingJobs].by_id.values():
        if job.status(call.store.time) in {"queued", "running"}:
            job.cancelled_at = call.store.time
    return answer


@mutates_rule(_CANCEL)
def completed_cancelled(call: RuleCall) -> Any:
    """An ended job can be cancelled."""
    try:
        return call.call_original()
    except ApiError as error:
        if error.status != 422:
            raise
    job = call.store[ProspectingJobs].by_id[call.arguments["jobId"]]
    job.cancelled_at = call.store.time
    return {"jobId": job.id, "status": "cancelled"}


@mutates_rule(_CANCEL)
def failed_cancelled(call: RuleCall) -> Any:
    """A failed job can be cancelled."""
    job = call.store[ProspectingJobs].by_id.get(call.arguments["jobId"])
    if job is None or job.status(call.store.time) != "failed":
        return call.call_original()
    job.cancelled_at = call.store.time
    return {"jobId": job.id, "status": "cancelled"}


@mutates_rule(_CANCEL)
def refusal_cancels(call: RuleCall) -> Any:
    """A rejected cancellation of an ended job has an effect."""
    try:
        return call.call_original()
    except ApiError as error:
        if error.status == 422:
            job = call.store[ProspectingJobs].by_id[call.arguments["jobId"]]
            job.cancelled_at = call.store.time
        raise


@mutates_rule(_CANCEL)
def cancel_takes_time(call: RuleCall) -> Any:
    """A cancelled job is completed later."""
    answer = call.call_original()
    call.memory[answer["jobId"]] = True
    job = call.store[ProspectingJobs].by_id[answer["jobId"]]
    job.cancelled_at = None
    job.started_at, job.outcome = call.store.time - 5, "failed"
    return answer


@mutates_request(_START, _SCAN, _RESPOND)
def key_ignored(environ: Environ) -> None:
    """Idempotency keys are ignored."""
    environ.pop(_KEY, None)


@mutates_request(_RESPOND)
def key_cut(environ: Environ) -> None:
    """All idempotency keys of messages count as one."""
    if _KEY in environ:
        environ[_KEY] = "key"


@mutates_request(_SCAN)
def keys_in_any_case(environ: Environ) -> None:
    """A repeated scan starts again if its key has no capital letter."""
    if environ.get(_KEY, "").islower():
        environ.pop(_KEY)


@mutates_response(_RESPOND, statuses=(409,))
def other_body_accepted(_: Request, response: Response) -> None:
    """A used key with another message returns the first message."""
    response.status_code = 202
    body = {"success": True, "data": {"id": "5f" + "0" * 22}, "error": None, "traceId": "7b"}
    write(response, body)


@mutates_response(_START, _SCAN)
def replay_is_accepted(_: Request, response: Response) -> None:
    """A repeat returns 202 instead of 200."""
    response.status_code = 202


@mutates_rule(_START)
def always_over(call: RuleCall) -> Any:
    """A start of a job returns 200 instead of 202."""
    return ApiResponse(call.call_original().payload, 200)


@mutates_rule(_START)
def job_not_listed(call: RuleCall) -> Any:
    """A started job belongs to another account group."""
    reply = call.call_original()
    call.store[ProspectingJobs].by_id[reply.payload["jobId"]].account_group_id = "elsewhere"
    return reply


@mutates_rule(_START)
def two_jobs(call: RuleCall) -> Any:
    """A start starts two jobs."""
    call.call_original()
    return call.call_original()


@mutates_rule(_START)
def ready_too_early(call: RuleCall) -> Any:
    """An audience is listed while a job fills it."""
    reply = call.call_original()
    job = call.store[ProspectingJobs].by_id[reply.payload["jobId"]]
    call.store[Audiences].by_id[job.audience_id or ""].is_filling = False
    return reply


@mutates_rule("sonarly_audiences_get")
def filling_read(call: RuleCall) -> Any:
    """An audience that a job fills can be read."""
    return _ignore_job(call)


@mutates_rule("sonarly_audiences_update")
def filling_renamed(call: RuleCall) -> Any:
    """An audience that a job fills can be updated."""
    return _ignore_job(call)


@mutates_rule("sonarly_audiences_navigation")
def filling_navigated(call: RuleCall) -> Any:
    """The navigation contains audiences that a job fills."""
    tree = call.call_original()
    held = call.store[Audiences].by_id.values()
    own = [
        audience
        for audience in held
        if audience.account_group_id == call.arguments["accountGroupId"]
    ]
    filling = [audience.fields for audience in own if audience.is_filling]
    return {**tree, "ungroupedAudiences": [*tree["ungroupedAudiences"], *filling]}


def _ignore_job(call: RuleCall) -> Any:
    """Return the result of a call, or the audience instead of a 409."""
    try:
        return call.call_original()
    except ApiError as error:
        if error.status != 409:
            raise
    return call.store[Audiences].by_id[call.arguments["audienceId"]].fields


@mutates_rule("sonarly_prospecting_get")
def failed_without_error(call: RuleCall) -> Any:
    """A failed job has no error."""
    return {**call.call_original(), "error": None}


@mutates_rule("sonarly_prospecting_get")
def stages_alike(call: RuleCall) -> Any:
    """The second stage has the progress of the first, while it is queued too."""
    job = call.call_original()
    stages = job["stages"]
    enrichment = {**stages["enrichment"], "progress": stages["import"]["progress"]}
    return {**job, "stages": {**stages, "enrichment": enrichment}}


@mutates_body(_READ)
def second_stage_ends_at_half(body: Any) -> None:
    """The second stage of a completed job has half of its progress."""
    if body["data"]["status"] == "completed":
        body["data"]["stages"]["enrichment"]["progress"] = 0.5


@mutates_rule(_START)
def maximum_ignored(call: RuleCall) -> Any:
    """A job imports the default number of people."""
    body = {**call.arguments["body"]}
    body.pop("maxResults", None)
    return call.call_original(body=body)


@mutates_rule("sonarly_signals_start")
def all_prospects_scanned(call: RuleCall) -> Any:
    """A scan evaluates the whole audience."""
    body = {**call.arguments["body"]}
    body.pop("prospectIds", None)
    return call.call_original(body=body)


@mutates_rule("sonarly_signals_start")
def empty_scan_of_all(call: RuleCall) -> Any:
    """A scan with an empty list of prospects evaluates the whole audience."""
    body = {name: value for name, value in call.arguments["body"].items() if value}
    return call.call_with({**call.arguments, "body": body})


@mutates_rule("sonarly_signals_start")
def first_prospects_scanned(call: RuleCall) -> Any:
    """A scan of an audience evaluates its first three prospects."""
    body = call.arguments["body"]
    held = call.store[Audiences].by_id.get(body["audienceId"])
    first = held.lead_ids[:3] if held else []
    return call.call_original(body={"prospectIds": first, **body})


@mutates_rule("sonarly_prospecting_cancel")
def counted_after_cancel(call: RuleCall) -> Any:
    """The audience of a cancelled job counts people that it does not have."""
    reply = call.call_original()
    call.store.run_due_events()
    job = call.store[ProspectingJobs].by_id[reply["jobId"]]
    call.store[Audiences].by_id[job.audience_id or ""].fields["prospectCount"] = 5
    return reply
