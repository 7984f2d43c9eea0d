"""Bugs in jobs: how they go on, end, are cancelled, and what is done with their keys."""

from typing import Any

from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.engine.responses import ApiResponse
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.prospecting import ProspectingJobs
from werkzeug import Request, Response

from .mutant import Environ, Turn, answered, asked, ruled, told, write

_START, _READ, _CANCEL, _LIST = (
    f"sonarly_prospecting_{each}" for each in ("start", "get", "cancel", "list")
)
_SCAN, _SCAN_READ, _RESPOND = (
    *("sonarly_signals_start", "sonarly_signals_get"),
    "sonarly_messages_respond",
)
_KEY = "HTTP_IDEMPOTENCY_KEY"


@told(_READ)
def never_ends(body: Any) -> None:
    """A job that is completed runs for ever."""
    if body["data"]["status"] == "completed":
        body["data"]["status"] = "running"


@ruled(_SCAN_READ)
def scan_falls_back(turn: Turn) -> Any:
    """A scan that is completed is queued again when it is read once more."""
    scan = turn.healthy()
    if scan["status"] == "completed":
        reads = turn.memory[scan["scanId"]] = turn.memory.get(scan["scanId"], 0) + 1
        return {**scan, "status": "queued"} if reads == 2 else scan
    return scan


@ruled(_READ)
def completed_then_failed(turn: Turn) -> Any:
    """A job that was completed has failed when it is read once more."""
    job = turn.healthy()
    if job["status"] == "completed":
        reads = turn.memory[job["jobId"]] = turn.memory.get(job["jobId"], 0) + 1
        return {**job, "status": "failed"} if reads > 1 else job
    return job


@told(_START, statuses=(202,))
def born_completed(body: Any) -> None:
    """A job is said to be completed as soon as it begins."""
    body["data"]["status"] = "completed"


@told(_READ)
def progress_shrinks(body: Any) -> None:
    """A stage that has half of it behind it begins anew."""
    for stage in body["data"]["stages"].values():
        if stage["progress"] > 0.5:
            stage["progress"] = 0.25


@ruled(_READ)
def birthday_moves(turn: Turn) -> Any:
    """A job was made when it is read."""
    return {**turn.healthy(), "createdAt": turn.store.now}


@ruled(_SCAN_READ)
def ends_again_and_again(turn: Turn) -> Any:
    """A scan that is over was changed when it is read."""
    scan = turn.healthy()
    return {**scan, "updatedAt": turn.store.now} if scan["status"] == "completed" else scan


@ruled(_READ)
def last_job_read(turn: Turn) -> Any:
    """Of a job that runs another one is read."""
    job = turn.healthy()
    first = next(iter(turn.store[ProspectingJobs].by_id))
    return {**job, "jobId": first} if job["status"] == "running" else job


@ruled(_CANCEL)
def cancelled_in_words(turn: Turn) -> Any:
    """A job is said to be cancelled, and goes on."""
    answer = turn.healthy()
    turn.store[ProspectingJobs].by_id[answer["jobId"]].cancelled_at = None
    return answer


@ruled(_CANCEL)
def all_cancelled(turn: Turn) -> Any:
    """Whoever cancels a job cancels all of them."""
    answer = turn.healthy()
    for job in turn.store[ProspectingJobs].by_id.values():
        if job.status(turn.store.time) in {"queued", "running"}:
            job.cancelled_at = turn.store.time
    return answer


@ruled(_CANCEL)
def completed_cancelled(turn: Turn) -> Any:
    """A job that is over is cancelled all the same."""
    try:
        return turn.healthy()
    except ApiError as error:
        if error.status != 422:
            raise
    job = turn.store[ProspectingJobs].by_id[turn.arguments["jobId"]]
    job.cancelled_at = turn.store.time
    return {"jobId": job.id, "status": "cancelled"}


@ruled(_CANCEL)
def refusal_cancels(turn: Turn) -> Any:
    """To cancel a job that is over is refused, and done."""
    try:
        return turn.healthy()
    except ApiError as error:
        if error.status == 422:
            job = turn.store[ProspectingJobs].by_id[turn.arguments["jobId"]]
            job.cancelled_at = turn.store.time
        raise


@ruled(_CANCEL)
def cancel_takes_time(turn: Turn) -> Any:
    """A job that was cancelled is completed after a while."""
    answer = turn.healthy()
    turn.memory[answer["jobId"]] = True
    job = turn.store[ProspectingJobs].by_id[answer["jobId"]]
    job.cancelled_at = None
    job.started_at, job.outcome = turn.store.time - 5, "failed"
    return answer


@asked(_START, _SCAN, _RESPOND)
def key_ignored(environ: Environ) -> None:
    """Idempotency keys are not looked at."""
    environ.pop(_KEY, None)


@asked(_RESPOND)
def key_cut(environ: Environ) -> None:
    """Of an idempotency key of a message nothing counts, so that all keys are one."""
    if _KEY in environ:
        environ[_KEY] = "key"


@asked(_SCAN)
def keys_in_any_case(environ: Environ) -> None:
    """A repeated scan is begun anew unless its key has a capital letter."""
    if environ.get(_KEY, "").islower():
        environ.pop(_KEY)


@answered(_RESPOND, statuses=(409,))
def other_body_accepted(_: Request, response: Response) -> None:
    """A key that came with another message is taken for that message's."""
    response.status_code = 202
    body = {"success": True, "data": {"id": "5f" + "0" * 22}, "error": None, "traceId": "7b"}
    write(response, body)


@answered(_START, _SCAN)
def replay_is_accepted(_: Request, response: Response) -> None:
    """A repeat is answered 202, as if a job had begun."""
    response.status_code = 202


@ruled(_START)
def always_over(turn: Turn) -> Any:
    """A job that begins is answered with 200."""
    return ApiResponse(turn.healthy().payload, 200)


@ruled(_START)
def job_not_listed(turn: Turn) -> Any:
    """A job that has begun is of another account group."""
    reply = turn.healthy()
    turn.store[ProspectingJobs].by_id[reply.payload["jobId"]].account_group_id = "elsewhere"
    return reply


@ruled(_START)
def two_jobs(turn: Turn) -> Any:
    """Two jobs begin at once."""
    turn.healthy()
    return turn.healthy()


@ruled(_START)
def ready_too_early(turn: Turn) -> Any:
    """An audience can be seen while a job still fills it."""
    reply = turn.healthy()
    job = turn.store[ProspectingJobs].by_id[reply.payload["jobId"]]
    turn.store[Audiences].by_id[job.audience_id or ""].is_filling = False
    return reply


@ruled("sonarly_audiences_get")
def filling_read(turn: Turn) -> Any:
    """An audience that a job fills can be read."""
    try:
        return turn.healthy()
    except ApiError as error:
        if error.status != 409:
            raise
    return turn.store[Audiences].by_id[turn.arguments["audienceId"]].fields


@ruled("sonarly_audiences_update")
def filling_renamed(turn: Turn) -> Any:
    """An audience that a job fills can be renamed."""
    try:
        return turn.healthy()
    except ApiError as error:
        if error.status != 409:
            raise
    return turn.store[Audiences].by_id[turn.arguments["audienceId"]].fields


@ruled("sonarly_audiences_navigation")
def filling_navigated(turn: Turn) -> Any:
    """The navigation shows audiences that a job fills."""
    tree = turn.healthy()
    held = turn.store[Audiences].by_id.values()
    own = [each for each in held if each.account_group_id == turn.arguments["accountGroupId"]]
    filling = [each.fields for each in own if each.is_filling]
    return {**tree, "ungroupedAudiences": [*tree["ungroupedAudiences"], *filling]}
