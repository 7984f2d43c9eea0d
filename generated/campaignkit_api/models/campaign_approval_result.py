# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model, Unset


@define(repr=False, weakref_slot=False)
class CampaignApprovalResult(Model):
    """Result of an approval or a discard, and the status of the lead after it.

    Attributes:
        action: Action on pending content. The vendor prints only `approved`.
        workflow_instance_id: ID of the workflow instance.
        lead_status: Workflow status of a lead in a campaign.
    """

    action: ApprovalAction | Unset
    workflow_instance_id: str
    lead_status: CampaignLeadStatus

    _json_names: ClassVar[Mapping[str, str]] = {
        "action": "action",
        "workflow_instance_id": "workflowInstanceId",
        "lead_status": "leadStatus",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["action"]
            self.action = (value.__class__ is str and _KNOWN_ACTION.get(value)) or _READ_ACTION(
                value
            )
            value = source["workflowInstanceId"]
            self.workflow_instance_id = (
                value if value.__class__ is str else _READ_WORKFLOW_INSTANCE_ID(value)
            )
            value = source["leadStatus"]
            self.lead_status = _READ_LEAD_STATUS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .approval_action import ApprovalAction
from .campaign_lead_status import CampaignLeadStatus

_KNOWN_ACTION = _readers.enum_members(ApprovalAction)
_READ_ACTION = _readers.field(
    "CampaignApprovalResult", "action", _readers.enum_member(ApprovalAction)
)
_READ_WORKFLOW_INSTANCE_ID = _readers.field(
    "CampaignApprovalResult", "workflowInstanceId", _readers.text
)
_READ_LEAD_STATUS = _readers.field(
    "CampaignApprovalResult", "leadStatus", CampaignLeadStatus.from_dict
)
