"""Signals: scans of audiences, and their results for prospects."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from random import Random
from typing import Self

from ..engine.access import account_group_id
from ..engine.context import Context, Replay, Rule
from ..engine.errors import ApiError, invalid_request
from ..engine.ids import ACCOUNT_GROUPS
from ..engine.responses import ApiResponse
from ..engine.times import START
from ..engine.types import JSON
from ..state.seeds import Seeds
from .audiences import Audiences
from .jobs import Job, Jobs, list_jobs, read_job, replay_start, started_job
from .leads import Leads
from .signal_seeds import new_signal
from .templates import SignalSpecifications, Template

__all__ = ["REPLAYS", "RULES", "SignalScans"]

_ERROR = {"code": "NO_PROSPECTS", "message": "The scan has no prospects."}

# The first scan of a group can be waited for. A scan has the position of its first prospect
# in the first audience, and the number of its prospects.
_SEEDED = (
    ("running", 0, 8),
    ("completed", 0, 8),
    ("completed", 8, 8),
    ("failed", 0, 0),
    ("cancelled", 0, 8),
)
_SECONDS_AGO = 3


@dataclass(kw_only=True)
class SignalScan(Job):
    """Scan for the signals of one specification."""

    specification: Template
    audience_id: str
    lead_ids: list[str] = field(default_factory=list)
    """The prospects of the scan."""


class SignalScans(Jobs[SignalScan]):
    """Scans of all account groups, and the signals that they have found."""

    noun = "scan"
    id_name = "scanId"
    id_kind = "5a"

    def __init__(self, random: Random) -> None:
        super().__init__()
        self._scanned: dict[str, list[tuple[str, list[str]]]] = {}
        """The ids and the sources of the specifications by which each lead was scanned."""
        self._salt = random.random()

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return scans in every status for each account group."""
        random = seeds.random("scans")
        scans = cls(random)
        for group_id in ACCOUNT_GROUPS:
            audience, *_ = seeds[Audiences].of_group(group_id)
            specifications = seeds[SignalSpecifications].of_group(group_id)
            for status, first, size in _SEEDED:
                before = (START - timedelta(hours=random.randrange(24, 24 * 60))).timestamp()
                scans.start(
                    group_id,
                    seeds.time - _SECONDS_AGO if status == "running" else before,
                    specification=random.choice(specifications),
                    audience_id=audience.fields["id"],
                    lead_ids=audience.lead_ids[first : first + size],
                    cancelled_at=before + random.randint(1, 8) if status == "cancelled" else None,
                )
        scans.run_due_events(seeds.time)
        return scans

    def start(
        self,
        group_id: str,
        started_at: float,
        *,
        specification: Template,
        audience_id: str,
        lead_ids: list[str],
        cancelled_at: float | None = None,
    ) -> SignalScan:
        """Start a scan; a scan without prospects will fail."""
        scan = SignalScan(
            id=self.next_id(),
            account_group_id=group_id,
            started_at=started_at,
            outcome="completed" if lead_ids else "failed",
            cancelled_at=cancelled_at,
            specification=specification,
            audience_id=audience_id,
            lead_ids=lead_ids,
        )
        return self.add(scan)

    def on_finished(self, job: SignalScan, *, is_completed: bool) -> None:
        """Note the leads that a completed scan has scanned."""
        fields = job.specification.fields
        for lead_id in job.lead_ids if is_completed else ():
            scanned = self._scanned.setdefault(lead_id, [])
            scanned.append((fields["id"], list(fields["sources"])))

    def found(self, lead_id: str) -> dict[str, list[JSON]] | None:
        """Return the signals of a lead by source; None for a lead that was not scanned."""
        if lead_id not in self._scanned:
            return None
        found: dict[str, list[JSON]] = {}
        for specification_id, sources in self._scanned[lead_id]:
            # The signals of a lead do not depend on the other leads of the scan.
            random = Random(f"{self._salt} {lead_id} {specification_id}")  # noqa: S311
            for source in sources:
                if signals := [new_signal(random, source) for _ in range(random.randint(0, 2))]:
                    found.setdefault(source, []).extend(signals)
        return found

    def to_dict(self, now: float) -> JSON:
        """Return the scans."""
        return {
            "signalScans": {
                scan.id: {
                    "accountGroupId": scan.account_group_id,
                    "status": scan.status(now),
                    "audienceId": scan.audience_id,
                    "leadIds": list(scan.lead_ids),
                }
                for scan in self.by_id.values()
            }
        }


def start_scan(context: Context) -> ApiResponse:
    """Start to scan an audience that is filled, or some of its prospects."""
    group_id, body, store = account_group_id(context), context.body, context.store
    specification = store[SignalSpecifications].by_id.get(body["signalSpecificationId"])
    if specification is None or specification.account_group_id != group_id:
        raise invalid_request(
            ("body/signalSpecificationId", "does not belong to the account group")
        )
    audience = store[Audiences].by_id.get(body["audienceId"])
    if audience is None or audience.account_group_id != group_id:
        raise _foreign("audienceId")
    if audience.is_filling:
        raise ApiError(409, "A prospecting job still fills it.", code="AUDIENCE_NOT_READY")
    lead_ids = body.get("prospectIds", audience.lead_ids)
    if not set(lead_ids) <= set(audience.lead_ids):
        raise invalid_request(("body/prospectIds", "are not all in the audience"))
    store.tick()
    scan = store[SignalScans].start(
        group_id,
        store.time,
        specification=specification,
        audience_id=body["audienceId"],
        lead_ids=list(lead_ids),
    )
    return started_job(SignalScans, scan, store.time)


def _foreign(name: str) -> ApiError:
    return invalid_request((f"body/{name}", "does not belong to the account group"))


def get_scan(context: Context) -> JSON:
    """Return one scan."""
    _, shown = read_job(SignalScans, context, _ERROR)
    return shown


def results(context: Context) -> JSON:
    """Return the signals of a prospect, without sources that are empty after `minScore`."""
    lead_id, store = context.arguments["prospectId"], context.store
    store[Leads].find(context, lead_id)
    min_score = context.arguments.get("minScore", 0)
    found = store[SignalScans].found(lead_id)
    groups = [
        {"type": source, "items": kept}
        for source, signals in (found or {}).items()
        if (kept := [signal for signal in signals if signal["score"] >= min_score])
    ]
    status = "pending" if found is None else "evaluated"
    return {"prospectId": lead_id, "status": status, "results": groups}


RULES: Mapping[str, Rule] = {
    "sonarly_signals_list": partial(list_jobs, SignalScans),
    "sonarly_signals_start": start_scan,
    "sonarly_signals_get": get_scan,
    "sonarly_signals_results": results,
}
REPLAYS: Mapping[str, Replay] = {"sonarly_signals_start": partial(replay_start, SignalScans)}
