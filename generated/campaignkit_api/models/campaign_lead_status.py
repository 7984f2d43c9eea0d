# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.lead_workflow_status import LeadWorkflowStatus
from ..models.workflow_stop_reason import WorkflowStopReason

T = TypeVar("T", bound="CampaignLeadStatus")


@_attrs_define
class CampaignLeadStatus:
    """Where a lead stands in a campaign.

    Attributes:
        lead_id (str):
        workflow_status (LeadWorkflowStatus): The state of a lead in the workflow of one campaign.
        workflow_instance_id (None | str): The lead's run through the workflow; null when there is none.
        latest_step (None | str): The step reached last; null before the first.
        workflow_stop_reason (None | WorkflowStopReason): Why the workflow stopped; null when it did not.
        has_pending_approval (bool): Whether a message to this lead waits for approval.
    """

    lead_id: str
    workflow_status: LeadWorkflowStatus
    workflow_instance_id: None | str
    latest_step: None | str
    workflow_stop_reason: None | WorkflowStopReason
    has_pending_approval: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        lead_id = self.lead_id

        workflow_status = self.workflow_status.value

        workflow_instance_id: None | str
        workflow_instance_id = self.workflow_instance_id

        latest_step: None | str
        latest_step = self.latest_step

        workflow_stop_reason: None | str
        if isinstance(self.workflow_stop_reason, WorkflowStopReason):
            workflow_stop_reason = self.workflow_stop_reason.value
        else:
            workflow_stop_reason = self.workflow_stop_reason

        has_pending_approval = self.has_pending_approval

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "leadId": lead_id,
                "workflowStatus": workflow_status,
                "workflowInstanceId": workflow_instance_id,
                "latestStep": latest_step,
                "workflowStopReason": workflow_stop_reason,
                "hasPendingApproval": has_pending_approval,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        lead_id = d.pop("leadId")

        workflow_status = LeadWorkflowStatus(d.pop("workflowStatus"))

        def _parse_workflow_instance_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        workflow_instance_id = _parse_workflow_instance_id(d.pop("workflowInstanceId"))

        def _parse_latest_step(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        latest_step = _parse_latest_step(d.pop("latestStep"))

        def _parse_workflow_stop_reason(data: object) -> None | WorkflowStopReason:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                workflow_stop_reason_type_0 = WorkflowStopReason(data)

                return workflow_stop_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WorkflowStopReason, data)

        workflow_stop_reason = _parse_workflow_stop_reason(d.pop("workflowStopReason"))

        has_pending_approval = d.pop("hasPendingApproval")

        campaign_lead_status = cls(
            lead_id=lead_id,
            workflow_status=workflow_status,
            workflow_instance_id=workflow_instance_id,
            latest_step=latest_step,
            workflow_stop_reason=workflow_stop_reason,
            has_pending_approval=has_pending_approval,
        )

        campaign_lead_status.additional_properties = d
        return campaign_lead_status

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
