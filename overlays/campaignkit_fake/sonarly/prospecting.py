"""Sonarly's prospecting: what begins and ends a job, and what can be read of it."""

from collections.abc import Sequence
from typing import Any

from ..engine.access import Arguments, account_group_id
from ..engine.pagination import by_cursor
from ..engine.records import JSON, Key
from ..engine.responses import Refusal, Reply
from ..state.store import Store
from .jobs import OVER
from .prospecting_jobs import Prospecting, ProspectingJob

_MOST = 1_000  # of the plan Starter
_MOST_URLS = 1_000
_DEFAULT = 25  # no page prints one
_SOURCES = ("searchUrl", "postUrl", "savedSearchId", "leadListId")
_FIELDS = (*_SOURCES, "maxResults", "searchEmails")


def list_jobs(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return a page of the account group's jobs, or of those of one status."""
    group_id = account_group_id(key, arguments)
    jobs = [each for each in store.prospecting.jobs.values() if each.account_group_id == group_id]
    rows = [{"jobId": each.id, **each.summary(store.time)} for each in jobs]
    wanted = arguments.get("status")
    return by_cursor(rows, arguments, "jobId", keep=lambda row: wanted in (None, row["status"]))


def start_job(store: Store, key: Key, arguments: Arguments) -> Reply:
    """Begin a job, if the body says where to look and there are credits for it."""
    group_id = account_group_id(key, arguments)
    body = arguments["body"]
    size = _size(store.prospecting, group_id, body)
    price = size * 2 if body.get("searchEmails") else size
    if price > store.prospecting.credits[group_id]:
        message = f"The job takes {price} credits."
        raise Refusal(402, message, code="INSUFFICIENT_CREDITS")
    outcome = "failed" if str(_source(body)).endswith("/fail") else "completed"
    store.tick()
    job = store.prospecting.begin(group_id, store.time, size=size, price=price, outcome=outcome)
    return _started(job, store.time)


def _source(body: JSON) -> Any:
    """What a body says of where to look: a URL, an id, or a list under a name of any kind."""
    found = [body[name] for name in _SOURCES if name in body]
    found += [each for name, each in body.items() if name not in _FIELDS and type(each) is list]
    if not found:
        raise _invalid("body", "names no source")
    return found[0]


def _size(prospecting: Prospecting, group_id: str, body: JSON) -> int:
    source = _source(body)
    for name, lists in (
        ("savedSearchId", prospecting.saved_searches),
        ("leadListId", prospecting.lead_lists),
    ):
        if name in body and body[name] not in [each["id"] for each in lists[group_id]]:
            raise _invalid(f"body/{name}", "is none of the account group")
    if isinstance(source, list):
        return _counted(source)
    size: int = body.get("maxResults", _DEFAULT)
    if not 1 <= size <= _MOST:
        raise _invalid("body/maxResults", f"is not from 1 to {_MOST}")
    return size


def _counted(urls: Sequence[object]) -> int:
    if not 1 <= len(urls) <= _MOST_URLS or not all(isinstance(each, str) for each in urls):
        raise _invalid("body", f"has no list of 1 to {_MOST_URLS} URLs")
    return len(urls)


def _invalid(where: str, why: str) -> Refusal:
    return Refusal(400, "The request is not valid.", details=[(where, why)])


def _started(job: ProspectingJob, now: float) -> Reply:
    """What a start answers, at first and to a repeat: 200 for a job that is over."""
    summary = job.summary(now)
    payload = {"jobId": job.id, "status": summary["status"], "createdAt": summary["createdAt"]}
    return Reply(payload, 200 if summary["status"] in OVER else 202)


def repeat_start(store: Store, reply: Any) -> Reply:
    """Return the job that the same call has begun before, as it is now."""
    return _started(store.prospecting.jobs[reply.payload["jobId"]], store.time)


def get_job(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return one job; to ask for one that is not over takes time, where no clock is shared."""
    job = _job(store, key, arguments)
    if job.status(store.time) not in OVER:
        store.advance_for_polling()
    now = store.time
    has_failed = job.status(now) == "failed"
    error = {"code": "SOURCE_UNREADABLE", "message": "The source could not be read."}
    return {
        "jobId": job.id,
        **job.summary(now),
        "stages": job.stages(now),
        "error": error if has_failed else None,
    }


def cancel_job(store: Store, key: Key, arguments: Arguments) -> JSON:
    """End a job that is not over."""
    job = _job(store, key, arguments)
    if (status := job.status(store.time)) in OVER:
        raise Refusal(422, f"The job is {status}.", details=[("jobId", "is over")])
    store.tick()
    job.cancelled_at = store.time
    return {"jobId": job.id, "status": "cancelled"}


def _job(store: Store, key: Key, arguments: Arguments) -> ProspectingJob:
    group_id = account_group_id(key, arguments)
    job = store.prospecting.jobs.get(arguments["jobId"])
    if job is None or job.account_group_id != group_id:
        raise Refusal(404, "The account group has no such job.")
    return job


def saved_searches(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return the saved searches of the account group."""
    return {"items": store.prospecting.saved_searches[account_group_id(key, arguments)]}


def lead_lists(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return the lead lists of the account group."""
    return {"items": store.prospecting.lead_lists[account_group_id(key, arguments)]}


RULES = {
    "sonarly_prospecting_list": list_jobs,
    "sonarly_prospecting_start": start_job,
    "sonarly_prospecting_get": get_job,
    "sonarly_prospecting_cancel": cancel_job,
    "sonarly_prospecting_saved_searches": saved_searches,
    "sonarly_prospecting_lead_lists": lead_lists,
}
REPLAYS = {"sonarly_prospecting_start": repeat_start}
