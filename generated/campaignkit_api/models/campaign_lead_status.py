# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CampaignLeadStatus(Model):
    """Workflow status of a lead in a campaign.

    Attributes:
        lead_id: ID of the lead.
        workflow_status: Status of a lead in the workflow of one campaign.
        workflow_instance_id: ID of the workflow instance of the lead; `None` if it has none.
        latest_step: Latest step of the workflow; `None` before the first step.
        workflow_stop_reason: Reason why the workflow stopped; `None` if it did not stop.
        has_pending_approval: True if a message to this lead waits for approval.
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
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
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
