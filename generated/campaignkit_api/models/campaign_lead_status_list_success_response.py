# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.campaign_lead_status_list import CampaignLeadStatusList


T = TypeVar("T", bound="CampaignLeadStatusListSuccessResponse")


@_attrs_define
class CampaignLeadStatusListSuccessResponse:
    """The envelope around the statuses of leads.

    Attributes:
        success (bool): True in every envelope that carries data.
        data (CampaignLeadStatusList): One row for each lead asked for.
        error (None):
        trace_id (str): Names this exchange; quote it to the vendor's support.
    """

    success: bool
    data: CampaignLeadStatusList
    error: None
    trace_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        success = self.success

        data = self.data.to_dict()

        error = self.error

        trace_id = self.trace_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "success": success,
                "data": data,
                "error": error,
                "traceId": trace_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.campaign_lead_status_list import CampaignLeadStatusList  # noqa: PLC0415

        d = dict(src_dict)
        success = d.pop("success")

        data = CampaignLeadStatusList.from_dict(d.pop("data"))

        error = d.pop("error")

        trace_id = d.pop("traceId")

        campaign_lead_status_list_success_response = cls(
            success=success,
            data=data,
            error=error,
            trace_id=trace_id,
        )

        campaign_lead_status_list_success_response.additional_properties = d
        return campaign_lead_status_list_success_response

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
