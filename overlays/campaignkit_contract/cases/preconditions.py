"""Preconditions: what must happen before an operation of the fake returns a certain status.

By operation and status. Without an entry, the examples of the spec are enough.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..spec.document import Json
from ..targets.fake import (
    DELETED_ORGANIZATION_KEY,
    DRAFT_WITHOUT_LEADS_ID,
    FILLING_AUDIENCE_ID,
    FOREIGN_CALLERS_KEY,
    MONITORING_AUDIENCE_ID,
    OTHER_AUDIENCE_ID,
    SAMPLE_ID,
)


@dataclass(frozen=True)
class Precondition:
    """Changes to the example call of an operation, and the calls before it."""

    first: tuple[str, ...] = ()
    """Operations to call before, each with its examples."""
    path: Mapping[str, str] = field(default_factory=dict)
    """Ids that replace those of the examples."""
    query: Mapping[str, str] = field(default_factory=dict)
    body: Json | None = None
    """Fields that replace those of the example body."""
    key: str | None = None
    """API key instead of the usual one."""
    idempotency_key: str | None = None
    """For the call and for the calls before it."""
    seconds: float = 0.0
    """Time to pass between a first and a second call."""


REQUIRED_CALLS: Mapping[str, tuple[str, ...]] = {
    "sonarly_campaigns_stop": ("sonarly_campaigns_start",),
    "sonarly_campaigns_approve": ("sonarly_campaigns_start",),
    "sonarly_campaigns_discard": ("sonarly_campaigns_start",),
    "sonarly_audiences_remove_from_folder": ("sonarly_audiences_move_to_folder",),
}
"""Operations to call first, so that an operation has something to do."""

_NOT_READY = Precondition(path={"audienceId": FILLING_AUDIENCE_ID})
_JOB_ENDED = Precondition(idempotency_key="once", seconds=60)


def _started(*more: str) -> Precondition:
    return Precondition(first=("sonarly_campaigns_start", *more))


def _foreign_key(*operations: str) -> dict[tuple[str, int], Precondition]:
    return {(f"callers_{name}", 403): Precondition(key=FOREIGN_CALLERS_KEY) for name in operations}


PRECONDITIONS: Mapping[tuple[str, int], Precondition] = {
    **{
        (f"sonarly_audiences_{name}", 409): _NOT_READY
        for name in (
            *("get", "update", "delete", "prospects", "move_leads"),
            *("move_to_folder", "remove_from_folder"),
        )
    },
    ("sonarly_audiences_create", 422): Precondition(body={"name": "Founders"}),
    ("sonarly_audiences_update", 422): Precondition(body={"name": "CFOs"}),
    ("sonarly_audiences_move_leads", 200): Precondition(
        body={"targetAudienceId": OTHER_AUDIENCE_ID}
    ),
    ("sonarly_audiences_move_leads", 422): Precondition(body={"targetAudienceId": SAMPLE_ID}),
    ("sonarly_audiences_move_to_folder", 422): Precondition(
        path={"audienceId": MONITORING_AUDIENCE_ID}
    ),
    ("sonarly_campaigns_start", 422): Precondition(path={"campaignId": DRAFT_WITHOUT_LEADS_ID}),
    ("sonarly_campaigns_start", 409): _started(),
    ("sonarly_campaigns_stop", 200): _started(),
    ("sonarly_campaigns_delete", 200): Precondition(path={"campaignId": DRAFT_WITHOUT_LEADS_ID}),
    ("sonarly_campaigns_delete", 409): _started(),
    ("sonarly_campaigns_update_content_slot", 409): _started(),
    ("sonarly_campaigns_update_content_slot", 422): Precondition(body={"templateId": "nobody"}),
    ("sonarly_messages_respond", 422): Precondition(body={"prospectId": "nobody"}),
    ("sonarly_campaigns_approve", 200): _started(),
    ("sonarly_campaigns_approve", 409): _started("sonarly_campaigns_approve"),
    ("sonarly_campaigns_discard", 200): _started(),
    ("sonarly_campaigns_discard", 409): _started("sonarly_campaigns_discard"),
    ("sonarly_prospecting_start", 200): _JOB_ENDED,
    ("sonarly_prospecting_start", 402): Precondition(
        body={"maxResults": 1000, "searchEmails": True}
    ),
    ("sonarly_prospecting_prospects_by_provider_id", 422): Precondition(path={"providerId": " "}),
    ("sonarly_signals_start", 200): _JOB_ENDED,
    ("sonarly_signals_start", 409): Precondition(body={"audienceId": FILLING_AUDIENCE_ID}),
    **_foreign_key(
        *("contacts_archive", "contacts_archive_all", "contacts_archive_bulk"),
        *("contacts_archive_by_phone_number", "contacts_get", "contacts_list"),
        *("calls_list", "calls_list_for_contact", "calls_webhook_payload"),
    ),
    ("callers_organizations_get", 404): Precondition(key=DELETED_ORGANIZATION_KEY),
    ("callers_campaigns_list", 404): Precondition(query={"organizationId": "f" * 24}),
}


def precondition_for(operation_id: str, status: int) -> Precondition:
    """Return the precondition of a status; an empty one if the examples are enough."""
    return PRECONDITIONS.get((operation_id, status), Precondition())
