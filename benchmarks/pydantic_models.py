"""Hand-written pydantic models with the fields of our models."""

from datetime import datetime
from enum import Enum

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class _Model(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)


class CampaignStatus(Enum):
    """Status of a campaign."""

    DRAFT = "draft"
    ACTIVE = "active"


class LeadWorkflowStatus(Enum):
    """Status of a lead in the workflow of a campaign."""

    PENDING = "pending"
    WAITING = "waiting"
    COMPLETED = "completed"
    STOPPED = "stopped"
    NOT_STARTED = "not_started"
    NOT_IN_CAMPAIGN = "not_in_campaign"
    NOT_ELIGIBLE = "not_eligible"


class WorkflowStopReason(Enum):
    """Reason for which a workflow stopped."""

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
    """Status of a lead in a campaign."""

    lead_id: str
    workflow_status: LeadWorkflowStatus
    workflow_instance_id: str | None
    latest_step: str | None
    workflow_stop_reason: WorkflowStopReason | None
    has_pending_approval: bool


class CampaignList(_Model):
    """Campaigns within the envelope."""

    items: list[Campaign]


class CampaignLeadStatusList(_Model):
    """Rows of leads within the envelope."""

    items: list[CampaignLeadStatus]


class ApiError(_Model):
    """Error of the vendor."""

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
