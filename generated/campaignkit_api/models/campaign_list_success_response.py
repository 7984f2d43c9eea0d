# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.campaign_list import CampaignList


T = TypeVar("T", bound="CampaignListSuccessResponse")


@_attrs_define
class CampaignListSuccessResponse:
    """The envelope around a list of campaigns.

    Attributes:
        success (bool): True in every envelope that carries data.
        data (CampaignList): All campaigns of an account group.
        error (None):
        trace_id (str): Names this exchange; quote it to the vendor's support.
    """

    success: bool
    data: CampaignList
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
        from ..models.campaign_list import CampaignList  # noqa: PLC0415

        d = dict(src_dict)
        success = d.pop("success")

        data = CampaignList.from_dict(d.pop("data"))

        error = d.pop("error")

        trace_id = d.pop("traceId")

        campaign_list_success_response = cls(
            success=success,
            data=data,
            error=error,
            trace_id=trace_id,
        )

        campaign_list_success_response.additional_properties = d
        return campaign_list_success_response

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
