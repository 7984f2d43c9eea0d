"""Models as one writes them by hand for pydantic, with the fields that ours have."""

from datetime import datetime
from enum import Enum

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class _Model(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)


class CampaignStatus(Enum):
    """The state of a campaign."""

    DRAFT = "draft"
    ACTIVE = "active"


class LeadWorkflowStatus(Enum):
    """The state of a lead in the workflow of a campaign."""

    PENDING = "pending"
    WAITING = "waiting"
    COMPLETED = "completed"
    STOPPED = "stopped"
    NOT_STARTED = "not_started"
    NOT_IN_CAMPAIGN = "not_in_campaign"
    NOT_ELIGIBLE = "not_eligible"


class WorkflowStopReason(Enum):
    """Why a workflow stopped."""

    CONTENT_DISCARDED = "CONTENT_DISCARDED"


class Campaign(_Model):
    """A campaign."""

    id: str
    name: str
    description: str | None
    status: CampaignStatus
    selected_lead_count: int
    include_conversation_history: bool
    auto_cancel_on_message_received: bool
    outreach_language: str
    created_at: datetime
    updated_at: datetime
    started_at: datetime | None
    rate_limited_until: datetime | None


class CampaignLeadStatus(_Model):
    """Where a lead stands."""

    lead_id: str
    workflow_status: LeadWorkflowStatus
    workflow_instance_id: str | None
    latest_step: str | None
    workflow_stop_reason: WorkflowStopReason | None
    has_pending_approval: bool


class CampaignList(_Model):
    """Campaigns, as the envelope holds them."""

    items: list[Campaign]


class CampaignLeadStatusList(_Model):
    """Rows of leads, as the envelope holds them."""

    items: list[CampaignLeadStatus]


class ApiError(_Model):
    """What went wrong."""

    code: str
    message: str


class _Envelope(_Model):
    success: bool
    error: ApiError | None
    trace_id: str


class CampaignListEnvelope(_Envelope):
    """The envelope around campaigns."""

    data: CampaignList


class CampaignLeadStatusListEnvelope(_Envelope):
    """The envelope around rows of leads."""

    data: CampaignLeadStatusList
