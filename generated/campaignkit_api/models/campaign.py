# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.campaign_status import CampaignStatus

T = TypeVar("T", bound="Campaign")


@_attrs_define
class Campaign:
    """What may be known of a campaign without its workflow definition.

    Attributes:
        id (str):
        name (str):
        description (None | str): What the campaign is for; null when nobody wrote it down.
        status (CampaignStatus): The state of a campaign. The vendor prints only `draft`; other values may occur.
        selected_lead_count (int): How many leads the campaign is meant for.
        include_conversation_history (bool):
        auto_cancel_on_message_received (bool): Whether a lead's answer ends the outreach to that lead.
        outreach_language (str): The language of the messages, as a short code.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        started_at (datetime.datetime | None): When the campaign was started; null before that.
        rate_limited_until (datetime.datetime | None): Until when the outreach itself is held back; null when it is not.
    """

    id: str
    name: str
    description: None | str
    status: CampaignStatus
    selected_lead_count: int
    include_conversation_history: bool
    auto_cancel_on_message_received: bool
    outreach_language: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    started_at: datetime.datetime | None
    rate_limited_until: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        description: None | str
        description = self.description

        status = self.status.value

        selected_lead_count = self.selected_lead_count

        include_conversation_history = self.include_conversation_history

        auto_cancel_on_message_received = self.auto_cancel_on_message_received

        outreach_language = self.outreach_language

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        rate_limited_until: None | str
        if isinstance(self.rate_limited_until, datetime.datetime):
            rate_limited_until = self.rate_limited_until.isoformat()
        else:
            rate_limited_until = self.rate_limited_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "description": description,
                "status": status,
                "selectedLeadCount": selected_lead_count,
                "includeConversationHistory": include_conversation_history,
                "autoCancelOnMessageReceived": auto_cancel_on_message_received,
                "outreachLanguage": outreach_language,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "startedAt": started_at,
                "rateLimitedUntil": rate_limited_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        status = CampaignStatus(d.pop("status"))

        selected_lead_count = d.pop("selectedLeadCount")

        include_conversation_history = d.pop("includeConversationHistory")

        auto_cancel_on_message_received = d.pop("autoCancelOnMessageReceived")

        outreach_language = d.pop("outreachLanguage")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("startedAt"))

        def _parse_rate_limited_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                rate_limited_until_type_0 = datetime.datetime.fromisoformat(data)

                return rate_limited_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        rate_limited_until = _parse_rate_limited_until(d.pop("rateLimitedUntil"))

        campaign = cls(
            id=id,
            name=name,
            description=description,
            status=status,
            selected_lead_count=selected_lead_count,
            include_conversation_history=include_conversation_history,
            auto_cancel_on_message_received=auto_cancel_on_message_received,
            outreach_language=outreach_language,
            created_at=created_at,
            updated_at=updated_at,
            started_at=started_at,
            rate_limited_until=rate_limited_until,
        )

        campaign.additional_properties = d
        return campaign

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
