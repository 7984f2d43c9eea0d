"""Arrangement of the state of a fake, for tests that need a certain one."""

from collections.abc import Sequence
from threading import Lock
from typing import Any, Literal

from .callers.campaigns import CallersCampaigns
from .callers.contacts import Contacts
from .callers.phone_numbers import normalize_number
from .engine.context import Store
from .engine.ids import ACCOUNT_GROUPS, SAMPLE_ID
from .engine.types import JSON
from .sonarly.campaigns import Campaign, Campaigns
from .sonarly.jobs import Job, Jobs
from .sonarly.leads import Leads
from .sonarly.prospecting import ProspectingJobs
from .sonarly.signals import SignalScans
from .sonarly.workflow import STEPS, lead_row

CampaignState = Literal["draft", "active", "stopped"]
JobState = Literal["completed", "failed"]

_CAMPAIGN_STATES = ("draft", "active", "stopped")
_JOB_STATES = ("completed", "failed")


class Arranging:
    """Methods that change the state of a fake without a request."""

    _lock: Lock
    _store: Store

    def add_campaign(
        self,
        group_id: str = SAMPLE_ID,
        *,
        name: str = "Campaign",
        status: CampaignState = "draft",
        leads: int | Sequence[str] = 3,
    ) -> str:
        """Add a campaign to an account group, and return its ID.

        Args:
            group_id: ID of the account group; `SAMPLE_ID` is the first one.
            name: Name of the campaign.
            status: Status of the campaign. Leads of an active campaign are `pending`, those of a
                stopped one `stopped`.
            leads: IDs of its leads, or how many of the account group's leads it has.

        Raises:
            ValueError: The fake has no such account group, leads or status.
        """
        _require(group_id in ACCOUNT_GROUPS, "group_id", "an account group of the fake", group_id)
        _require(status in _CAMPAIGN_STATES, "status", f"one of {_CAMPAIGN_STATES}", status)
        with self._lock:
            known = self._store[Leads].ids_of_group(group_id)
            chosen = known[:leads] if isinstance(leads, int) else [*leads]
            count = leads if isinstance(leads, int) else len(chosen)
            is_known = len(chosen) == count and set(chosen) <= {*known}
            _require(is_known, "leads", "leads of the account group, or their number", leads)
            return self._add_campaign(group_id, name, status, chosen)

    def _add_campaign(self, group_id: str, name: str, status: str, lead_ids: list[str]) -> str:
        campaigns, now = self._store[Campaigns], self._store.tick()
        fields: JSON = {
            "id": next(campaigns.ids),
            "name": name,
            "description": None,
            "status": status,
            "selectedLeadCount": len(lead_ids),
            "includeConversationHistory": True,
            "autoCancelOnMessageReceived": True,
            "outreachLanguage": "en",
            "createdAt": now,
            "updatedAt": now,
            "startedAt": None if status == "draft" else now,
            "rateLimitedUntil": None,
        }
        campaign = Campaign(group_id, fields, is_manual=True, lead_ids=lead_ids)
        campaigns.by_id[fields["id"]] = campaign
        if status != "draft":
            row = "pending" if status == "active" else "stopped"
            campaign.lead_rows = {
                lead_id: lead_row(lead_id, row, next(campaigns.instance_ids))
                for lead_id in lead_ids
            }
        if status == "active":
            campaign.schedule.begin(lead_ids, self._store.time)
        campaign_id: str = fields["id"]
        return campaign_id

    def set_lead_status(
        self,
        campaign_id: str,
        lead_id: str,
        status: str,
        *,
        step: str | None = None,
        stop_reason: str | None = None,
        has_pending_approval: bool = False,
    ) -> None:
        """Set the status of a lead in a campaign; its workflow stays there.

        Args:
            campaign_id: ID of the campaign.
            lead_id: ID of the lead.
            status: The `workflowStatus` of the lead, such as `completed`.
            step: The step that it has reached; a lead that waits has the first one by default.
            stop_reason: Why its workflow was stopped.
            has_pending_approval: True if its content waits for approval.

        Raises:
            ValueError: The fake has no such campaign or lead, or no such step.
        """
        steps = (None, *STEPS)
        _require(step in steps, "step", f"one of {STEPS}, or None", step)
        with self._lock:
            campaign = self._store[Campaigns].by_id.get(campaign_id)
            _require(campaign is not None, "campaign_id", "a campaign of the fake", campaign_id)
            assert campaign is not None  # noqa: S101 - it was required
            _require(lead_id in campaign.lead_ids, "lead_id", "a lead of the campaign", lead_id)
            row = campaign.lead_rows.get(lead_id, {})
            instance_id = row.get("workflowInstanceId") or next(self._store[Campaigns].instance_ids)
            reached = step or (STEPS[0] if status == "waiting" else None)
            campaign.lead_rows[lead_id] = lead_row(
                *(lead_id, status, instance_id, reached, stop_reason),
                has_pending_approval=has_pending_approval,
            )
            campaign.schedule.due.pop(lead_id, None)

    def add_contact(
        self,
        campaign_id: str = SAMPLE_ID,
        *,
        phone_number: str,
        name: str = "Contact",
        **fields: Any,
    ) -> str:
        """Add a contact to a campaign of Callers.ai, and return its ID.

        Args:
            campaign_id: ID of the campaign; `SAMPLE_ID` is the first one.
            phone_number: Phone number of the contact.
            name: Name of the contact.
            **fields: Further fields of responses by their names in JSON, such as `status`.

        Raises:
            ValueError: The fake has no such campaign, or the campaign has the number already.
        """
        with self._lock:
            is_known = campaign_id in self._store[CallersCampaigns].by_id
            _require(is_known, "campaign_id", "a campaign of the fake", campaign_id)
            contacts, number = self._store[Contacts], normalize_number(phone_number)
            is_new = contacts.with_number(campaign_id, number) is None
            _require(is_new, "phone_number", "a number that the campaign lacks", phone_number)
            contact = contacts.add(campaign_id, name, number, self._store.tick())
            contact.fields |= fields
            return contact.id

    def finish_job(self, job_id: str, outcome: JobState = "completed") -> None:
        """End a prospecting job or a signal scan now; a finished one stays as it is.

        Args:
            job_id: ID of the job or the scan.
            outcome: Its final status.

        Raises:
            ValueError: The fake has no such job or scan.
        """
        _require(outcome in _JOB_STATES, "outcome", f"one of {_JOB_STATES}", outcome)
        kinds: tuple[type[Jobs[Any]], ...] = (ProspectingJobs, SignalScans)
        with self._lock:
            jobs = (self._store[kind].by_id.get(job_id) for kind in kinds)
            found: list[Job] = [job for job in jobs if job]
            _require(bool(found), "job_id", "a job or a scan of the fake", job_id)
            for job in found:
                if not job.is_final(self._store.time):
                    job.finish(outcome, self._store.time)
            self._store.run_due_events()


def _require(is_valid: bool, name: str, expected: str, value: object) -> None:
    if not is_valid:
        raise ValueError(f"{name} must be {expected}, got {value!r}.")
