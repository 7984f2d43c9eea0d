# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CampaignLeadStatus(Model):
    """Where a lead stands in a campaign.

    Attributes:
        lead_id:
        workflow_status: The state of a lead in the workflow of one campaign.
        workflow_instance_id: The lead's run through the workflow; null when there is none.
        latest_step: The step reached last; null before the first.
        workflow_stop_reason: Why the workflow stopped; null when it did not.
        has_pending_approval: Whether a message to this lead waits for approval.
    """

    lead_id: str
    workflow_status: LeadWorkflowStatus
    workflow_instance_id: None | str
    latest_step: None | str
    workflow_stop_reason: None | WorkflowStopReason
    has_pending_approval: bool

    _json_names: ClassVar[Mapping[str, str]] = {
        "lead_id": "leadId",
        "workflow_status": "workflowStatus",
        "workflow_instance_id": "workflowInstanceId",
        "latest_step": "latestStep",
        "workflow_stop_reason": "workflowStopReason",
        "has_pending_approval": "hasPendingApproval",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """The model that parsed JSON holds; a SchemaMismatchError where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["leadId"]
            self.lead_id = value if value.__class__ is str else _READ_LEAD_ID(value)
            value = source["workflowStatus"]
            self.workflow_status = (
                value.__class__ is str and _KNOWN_WORKFLOW_STATUS.get(value)
            ) or _READ_WORKFLOW_STATUS(value)
            value = source["workflowInstanceId"]
            self.workflow_instance_id = (
                value
                if value is None or value.__class__ is str
                else _READ_WORKFLOW_INSTANCE_ID(value)
            )
            value = source["latestStep"]
            self.latest_step = (
                value if value is None or value.__class__ is str else _READ_LATEST_STEP(value)
            )
            value = source["workflowStopReason"]
            self.workflow_stop_reason = (
                value
                if value is None
                else (value.__class__ is str and _KNOWN_WORKFLOW_STOP_REASON.get(value))
                or _READ_WORKFLOW_STOP_REASON(value)
            )
            value = source["hasPendingApproval"]
            self.has_pending_approval = (
                value if value.__class__ is bool else _READ_HAS_PENDING_APPROVAL(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .lead_workflow_status import LeadWorkflowStatus
from .workflow_stop_reason import WorkflowStopReason

_KNOWN_WORKFLOW_STATUS = _readers.enum_members(LeadWorkflowStatus)
_KNOWN_WORKFLOW_STOP_REASON = _readers.enum_members(WorkflowStopReason)
_READ_LEAD_ID = _readers.field("CampaignLeadStatus", "leadId", _readers.text)
_READ_WORKFLOW_STATUS = _readers.field(
    "CampaignLeadStatus", "workflowStatus", _readers.enum_member(LeadWorkflowStatus)
)
_READ_WORKFLOW_INSTANCE_ID = _readers.nullable_field(
    "CampaignLeadStatus", "workflowInstanceId", _readers.text
)
_READ_LATEST_STEP = _readers.nullable_field("CampaignLeadStatus", "latestStep", _readers.text)
_READ_WORKFLOW_STOP_REASON = _readers.nullable_field(
    "CampaignLeadStatus", "workflowStopReason", _readers.enum_member(WorkflowStopReason)
)
_READ_HAS_PENDING_APPROVAL = _readers.field(
    "CampaignLeadStatus", "hasPendingApproval", _readers.boolean
)
