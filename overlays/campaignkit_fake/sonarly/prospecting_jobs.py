"""What prospecting is made of: jobs that fill audiences, credits, and Sales Navigator's lists."""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from random import Random

from ..engine.records import ACCOUNT_GROUPS, DOCUMENTED_ID, JSON, Ids, Lead, make_id
from ..state.seeds import START
from .audiences import Audience, Audiences
from .jobs import Job, taken_over

_CREDITS = 1_500
_NEW_LEADS = 100_000  # far beyond the numbers of those that are there from the start
# The first job of a group is one that can be watched and cancelled.
_SEEDED = ("running", "queued", *["completed"] * 3, "failed", "cancelled")
_SECONDS_AGO = {"running": 3, "queued": 0}
_LISTS = ("Founders in the north", "Former customers", "Event guests")


@dataclass(kw_only=True)
class ProspectingJob(Job):
    """A prospecting job."""

    size: int = 0
    """How many people it imports."""
    price: int = 0
    """The credits that it has taken; it gives them back unless it completes."""
    audience_id: str | None = None
    """The audience that it fills."""
    lead_ids: list[str] = field(default_factory=list)
    """Whom it has imported."""


class Prospecting:
    """The jobs, credits and Sales Navigator lists of all account groups."""

    def __init__(self, random: Random, audiences: Audiences, now: float) -> None:
        self.jobs: dict[str, ProspectingJob] = {}
        self.credits = dict.fromkeys(ACCOUNT_GROUPS, _CREDITS)
        self.saved_searches = {each: _lists("a5", n) for n, each in enumerate(ACCOUNT_GROUPS)}
        self.lead_lists = {each: _lists("a1", n) for n, each in enumerate(ACCOUNT_GROUPS)}
        self._audiences = audiences
        self._open: list[ProspectingJob] = []
        self._filling: dict[str, Audience] = {}
        self._lead_ids = Ids("1e", _NEW_LEADS)
        for group_id in ACCOUNT_GROUPS:
            for status in _SEEDED:
                self._seed(random, group_id, status, now)

    def _seed(self, random: Random, group_id: str, status: str, now: float) -> None:
        if status in _SECONDS_AGO:
            self.begin(group_id, now - _SECONDS_AGO[status], size=random.randint(5, 20))
            return
        began = (START - timedelta(hours=random.randrange(24, 24 * 60))).timestamp()
        job = ProspectingJob(id=self._next_id(), account_group_id=group_id, began=began)
        if status == "cancelled":
            job.cancelled_at = began + random.randint(1, 8)
        else:
            job.outcome = status
        self.jobs[job.id] = job

    def _next_id(self) -> str:
        return make_id("b0", len(self.jobs)) if self.jobs else DOCUMENTED_ID

    def begin(
        self, group_id: str, now: float, *, size: int, price: int = 0, outcome: str = "completed"
    ) -> ProspectingJob:
        """Begin a job, which has an audience of its own to fill."""
        name = f"Prospecting {len(self.jobs) + 1}"
        audience = self._audiences.begin(group_id, name)
        job = ProspectingJob(
            id=self._next_id(),
            account_group_id=group_id,
            began=now,
            outcome=outcome,
            size=size,
            price=price,
            audience_id=audience.fields["id"],
        )
        self.credits[group_id] -= price
        self.jobs[job.id] = job
        self._open.append(job)
        self._filling[job.id] = audience
        return job

    def catch_up(self, leads: dict[str, Lead], now: float) -> None:
        """Do what the ends of jobs were to do by now."""
        for job in taken_over(self._open, now):
            if job.status(now) == "completed":
                job.lead_ids = list(islice(self._lead_ids, job.size))
                lead = Lead(job.account_group_id, is_eligible=True)
                leads.update(dict.fromkeys(job.lead_ids, lead))
            else:
                self.credits[job.account_group_id] += job.price
            self._audiences.finish(self._filling.pop(job.id), list(job.lead_ids))

    def state(self, now: float) -> JSON:
        """Return the jobs as a test looks at them."""
        return {
            job.id: {
                "accountGroupId": job.account_group_id,
                "status": job.status(now),
                "audienceId": job.audience_id,
                "leadIds": list(job.lead_ids),
            }
            for job in self.jobs.values()
        }


def _lists(kind: str, group: int) -> list[JSON]:
    numbers = range(group * len(_LISTS), (group + 1) * len(_LISTS))
    ids = [make_id(kind, number) if number else DOCUMENTED_ID for number in numbers]
    return [{"id": id_, "name": name} for id_, name in zip(ids, _LISTS, strict=True)]
