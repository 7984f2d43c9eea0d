"""What has to be so that an operation of the fake is answered with a certain status.

By operation and status; where there is none, the examples of the spec do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from campaignkit_fake import SAMPLE_ID

from ..spec.schemas import Json

_FILLING = "a00000000000000000000006"  # an audience that a job adds to
_OTHER = "a00000000000000000000001"
_MONITORING = "a00000000000000000000002"
_EMPTY_DRAFT = "ca0000000000000000000011"
_FOREIGN = "fake-callers-other"


@dataclass(frozen=True)
class Situation:
    """A call, and what comes before it."""

    first: tuple[str, ...] = ()
    """Operations to call before, each by its examples."""
    path: Mapping[str, str] = field(default_factory=dict)
    """Other ids than those of the examples."""
    query: Mapping[str, str] = field(default_factory=dict)
    body: Json | None = None
    """What is other in the body."""
    key: str | None = None
    """Another API key."""
    idempotency_key: str | None = None
    """For the call itself and for those before it."""
    seconds: float = 0.0
    """What passes in between."""


_NOT_READY = Situation(path={"audienceId": _FILLING})
_OVER = Situation(idempotency_key="once", seconds=60)

BEFORE: Mapping[str, tuple[str, ...]] = {
    "sonarly_campaigns_stop": ("sonarly_campaigns_start",),
    "sonarly_campaigns_approve": ("sonarly_campaigns_start",),
    "sonarly_campaigns_discard": ("sonarly_campaigns_start",),
    "sonarly_audiences_remove_from_folder": ("sonarly_audiences_move_to_folder",),
}
"""What has to be called first, so that there is something to do."""


def _started(*more: str) -> Situation:
    return Situation(first=("sonarly_campaigns_start", *more))


def _foreign(*operations: str) -> dict[tuple[str, int], Situation]:
    return {(f"callers_{each}", 403): Situation(key=_FOREIGN) for each in operations}


SITUATIONS: Mapping[tuple[str, int], Situation] = {
    **{
        (f"sonarly_audiences_{name}", 409): _NOT_READY
        for name in (
            *("get", "update", "delete", "prospects", "move_leads"),
            *("move_to_folder", "remove_from_folder"),
        )
    },
    ("sonarly_audiences_create", 422): Situation(body={"name": "Founders"}),
    ("sonarly_audiences_update", 422): Situation(body={"name": "CFOs"}),
    ("sonarly_audiences_move_leads", 200): Situation(body={"targetAudienceId": _OTHER}),
    ("sonarly_audiences_move_leads", 422): Situation(body={"targetAudienceId": SAMPLE_ID}),
    ("sonarly_audiences_move_to_folder", 422): Situation(path={"audienceId": _MONITORING}),
    ("sonarly_campaigns_start", 422): Situation(path={"campaignId": _EMPTY_DRAFT}),
    ("sonarly_campaigns_start", 409): _started(),
    ("sonarly_campaigns_stop", 200): _started(),
    ("sonarly_campaigns_delete", 409): _started(),
    ("sonarly_campaigns_update_content_slot", 409): _started(),
    ("sonarly_campaigns_update_content_slot", 422): Situation(body={"templateId": "nobody"}),
    ("sonarly_messages_respond", 422): Situation(body={"prospectId": "nobody"}),
    ("sonarly_campaigns_approve", 200): _started(),
    ("sonarly_campaigns_approve", 409): _started("sonarly_campaigns_approve"),
    ("sonarly_campaigns_discard", 200): _started(),
    ("sonarly_campaigns_discard", 409): _started("sonarly_campaigns_discard"),
    ("sonarly_prospecting_start", 200): _OVER,
    ("sonarly_prospecting_start", 402): Situation(body={"maxResults": 1000, "searchEmails": True}),
    ("sonarly_prospecting_prospects_by_provider_id", 422): Situation(path={"providerId": " "}),
    ("sonarly_signals_start", 200): _OVER,
    **_foreign(
        *("contacts_archive", "contacts_archive_all", "contacts_archive_bulk"),
        *("contacts_archive_by_phone_number", "contacts_get", "contacts_list"),
        *("calls_list", "calls_list_for_contact", "calls_webhook_payload"),
    ),
    ("callers_organizations_get", 404): Situation(key="fake-callers-gone"),
    ("callers_campaigns_list", 404): Situation(query={"organizationId": "f" * 24}),
}


def situation(operation_id: str, status: int) -> Situation:
    """What has to be so."""
    return SITUATIONS.get((operation_id, status), Situation())
