# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.campaign import Campaign


T = TypeVar("T", bound="StartedCampaign")


@_attrs_define
class StartedCampaign:
    """A campaign that was started, and what the start set off.

    Attributes:
        campaign (Campaign): What may be known of a campaign without its workflow definition.
        triggered (bool): Whether manual workflows were triggered.
        instances_created (int): How many workflow instances the start created.
    """

    campaign: Campaign
    triggered: bool
    instances_created: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        campaign = self.campaign.to_dict()

        triggered = self.triggered

        instances_created = self.instances_created

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "campaign": campaign,
                "triggered": triggered,
                "instancesCreated": instances_created,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.campaign import Campaign  # noqa: PLC0415

        d = dict(src_dict)
        campaign = Campaign.from_dict(d.pop("campaign"))

        triggered = d.pop("triggered")

        instances_created = d.pop("instancesCreated")

        started_campaign = cls(
            campaign=campaign,
            triggered=triggered,
            instances_created=instances_created,
        )

        started_campaign.additional_properties = d
        return started_campaign

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
