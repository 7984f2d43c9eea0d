"""Prospecting: jobs that fill audiences, credits, and the lists of Sales Navigator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from itertools import islice
from random import Random
from typing import Any, Self

from ..engine.access import account_group_id
from ..engine.context import Context, Replay, Rule
from ..engine.errors import ApiError, invalid_request
from ..engine.ids import ACCOUNT_GROUPS, Ids, numbered_id
from ..engine.responses import ApiResponse
from ..engine.times import START, iso_millis_from_epoch
from ..engine.types import JSON
from ..state.seeds import Seeds
from .audiences import Audience, Audiences
from .jobs import Job, Jobs, list_jobs, read_job, replay_start, started_job
from .leads import Lead, Leads

__all__ = ["REPLAYS", "RULES", "ProspectingJobs"]

_CREDITS = 1_500
_MAX_RESULTS = 1_000  # of the plan Starter
_MAX_URLS = 1_000
_DEFAULT_RESULTS = 25  # no page prints one
_SOURCES = ("searchUrl", "postUrl", "savedSearchId", "leadListId")
_FIELDS = (*_SOURCES, "maxResults", "searchEmails")
_NEW_LEADS = 100_000  # far beyond the numbers of the seeded leads
# The first job of a group is still running, so it can be cancelled.
_SEEDED = ("running", "queued", *["completed"] * 3, "failed", "cancelled")
_SECONDS_AGO = {"running": 3, "queued": 0}
_LISTS = ("Founders in the north", "Former customers", "Event guests")
_ERROR = {"code": "SOURCE_UNREADABLE", "message": "The source could not be read."}


@dataclass(kw_only=True)
class ProspectingJob(Job):
    """Prospecting job."""

    size: int = 0
    """Number of people that it imports."""
    price: int = 0
    """Credits that it has taken; it returns them unless it completes."""
    audience_id: str | None = None
    """The audience that it fills."""
    lead_ids: list[str] = field(default_factory=list)
    """The leads that it has imported."""


class ProspectingJobs(Jobs[ProspectingJob]):
    """Prospecting jobs, credits and Sales Navigator lists of all account groups."""

    noun = "job"
    id_name = "jobId"
    id_kind = "b0"

    def __init__(self, audiences: Audiences, leads: Leads) -> None:
        super().__init__()
        self.credits = dict.fromkeys(ACCOUNT_GROUPS, _CREDITS)
        self.saved_searches = _lists("a5")
        self.lead_lists = _lists("a1")
        self._audiences = audiences
        self._leads = leads
        self._filling: dict[str, Audience] = {}
        self._lead_ids = Ids("1e", _NEW_LEADS)

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return jobs in every status for each account group."""
        jobs, random = cls(seeds[Audiences], seeds[Leads]), seeds.random("prospecting")
        for group_id in ACCOUNT_GROUPS:
            for status in _SEEDED:
                if status in _SECONDS_AGO:
                    ago, size = _SECONDS_AGO[status], random.randint(5, 20)
                    jobs.start(group_id, seeds.time, seconds_ago=ago, size=size)
                else:
                    jobs._add_finished(random, group_id, status)
        return jobs

    def _add_finished(self, random: Random, group_id: str, status: str) -> None:
        started_at = (START - timedelta(hours=random.randrange(24, 24 * 60))).timestamp()
        job = ProspectingJob(id=self.next_id(), account_group_id=group_id, started_at=started_at)
        if status == "cancelled":
            job.cancelled_at = started_at + random.randint(1, 8)
        else:
            job.outcome = status
        self.by_id[job.id] = job

    def start(
        self,
        group_id: str,
        now: float,
        *,
        size: int,
        price: int = 0,
        outcome: str = "completed",
        seconds_ago: float = 0,
    ) -> ProspectingJob:
        """Start a job, and create the audience that it fills."""
        audience = self._audiences.add_filling(
            group_id, f"Prospecting {len(self.by_id) + 1}", iso_millis_from_epoch(now)
        )
        job = ProspectingJob(
            id=self.next_id(),
            account_group_id=group_id,
            started_at=now - seconds_ago,
            outcome=outcome,
            size=size,
            price=price,
            audience_id=audience.fields["id"],
        )
        self.credits[group_id] -= price
        self._filling[job.id] = audience
        return self.add(job)

    def on_finished(self, job: ProspectingJob, *, is_completed: bool) -> None:
        """Fill the audience of a completed job, or return the credits."""
        if is_completed:
            job.lead_ids = list(islice(self._lead_ids, job.size))
            lead = Lead(job.account_group_id, is_eligible=True)
            self._leads.by_id.update(dict.fromkeys(job.lead_ids, lead))
        else:
            self.credits[job.account_group_id] += job.price
        self._audiences.finish(self._filling.pop(job.id), job.lead_ids)

    def to_dict(self, now: float) -> JSON:
        """Return the credits and the jobs."""
        return {
            "credits": dict(self.credits),
            "prospectingJobs": {
                job.id: {
                    "accountGroupId": job.account_group_id,
                    "status": job.status(now),
                    "audienceId": job.audience_id,
                    "leadIds": list(job.lead_ids),
                }
                for job in self.by_id.values()
            },
        }


def _lists(id_kind: str) -> dict[str, list[JSON]]:
    """Return the lists of every account group."""
    ids = (numbered_id(id_kind, number) for number in range(len(ACCOUNT_GROUPS) * len(_LISTS)))
    return {
        group_id: [{"id": next(ids), "name": name} for name in _LISTS]
        for group_id in ACCOUNT_GROUPS
    }


def start_job(context: Context) -> ApiResponse:
    """Start a job if the body has a source and there are credits for it."""
    group_id, body = account_group_id(context), context.body
    jobs = context.store[ProspectingJobs]
    size = _size(jobs, group_id, body)
    price = size * 2 if body.get("searchEmails") else size
    if price > jobs.credits[group_id]:
        message = f"The job takes {price} credits."
        raise ApiError(402, message, code="INSUFFICIENT_CREDITS")
    outcome = "failed" if str(_source(body)).endswith("/fail") else "completed"
    context.store.tick()
    now = context.store.time
    job = jobs.start(group_id, now, size=size, price=price, outcome=outcome)
    return started_job(ProspectingJobs, job, now)


def _source(body: JSON) -> Any:
    """Return the source of a body: a URL, an ID, or a list under a name of any kind."""
    found = [body[name] for name in _SOURCES if name in body]
    found += [value for name, value in body.items() if name not in _FIELDS and type(value) is list]
    if not found:
        raise invalid_request(("body", "has no source"))
    return found[0]


def _size(jobs: ProspectingJobs, group_id: str, body: JSON) -> int:
    """Return how many people a job imports."""
    source = _source(body)
    for name, lists in (("savedSearchId", jobs.saved_searches), ("leadListId", jobs.lead_lists)):
        if name in body and body[name] not in [own["id"] for own in lists[group_id]]:
            raise invalid_request((f"body/{name}", "does not belong to the account group"))
    if isinstance(source, list):
        return _count_urls(source)
    size: int = body.get("maxResults", _DEFAULT_RESULTS)
    if not 1 <= size <= _MAX_RESULTS:
        raise invalid_request(("body/maxResults", f"is not from 1 to {_MAX_RESULTS}"))
    return size


def _count_urls(urls: Sequence[object]) -> int:
    if not 1 <= len(urls) <= _MAX_URLS or not all(isinstance(url, str) for url in urls):
        raise invalid_request(("body", f"has no list of 1 to {_MAX_URLS} URLs"))
    return len(urls)


def get_job(context: Context) -> JSON:
    """Return one job, with its stages."""
    job, shown = read_job(ProspectingJobs, context, _ERROR)
    return {**shown, "stages": job.stages(context.store.time)}


def cancel_job(context: Context) -> JSON:
    """Cancel a job that is not finished."""
    job = context.store[ProspectingJobs].find(context, context.arguments["jobId"])
    if job.is_final(context.store.time):
        message = f"The job is {job.status(context.store.time)}."
        raise ApiError(422, message, details=[("jobId", "is over")])
    context.store.tick()
    job.cancelled_at = context.store.time
    return {"jobId": job.id, "status": "cancelled"}


def saved_searches(context: Context) -> JSON:
    """Return the saved searches of the account group."""
    return {"items": context.store[ProspectingJobs].saved_searches[account_group_id(context)]}


def lead_lists(context: Context) -> JSON:
    """Return the lead lists of the account group."""
    return {"items": context.store[ProspectingJobs].lead_lists[account_group_id(context)]}


RULES: Mapping[str, Rule] = {
    "sonarly_prospecting_list": partial(list_jobs, ProspectingJobs),
    "sonarly_prospecting_start": start_job,
    "sonarly_prospecting_get": get_job,
    "sonarly_prospecting_cancel": cancel_job,
    "sonarly_prospecting_saved_searches": saved_searches,
    "sonarly_prospecting_lead_lists": lead_lists,
}
REPLAYS: Mapping[str, Replay] = {
    "sonarly_prospecting_start": partial(replay_start, ProspectingJobs)
}
