# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.callers_call_params import CallersCallParams
    from ..models.callers_email_params import CallersEmailParams


T = TypeVar("T", bound="CallersCampaign")


@_attrs_define
class CallersCampaign:
    """A calling and mailing campaign.

    Attributes:
        id (str): A string ObjectId.
        name (str):
        active (bool): Whether the campaign is running.
        first_interaction_at (datetime.datetime | None): When the first call or chat took place; null before that.
        completed_at (datetime.datetime | None): When the campaign was completed; null before that.
        call_params (CallersCallParams): How a campaign calls.
        organization_id (str): A string ObjectId.
        webhooks (list[str]): The URLs that are told of events.
        slack_url (str): Where notifications for Slack go.
        is_incoming (bool): True for a campaign that takes calls, false for one that makes them.
        variables (list[str]): The names of the variables that the campaign uses.
        pause_new_chats (bool | Unset): True when no new chats begin while running ones may end.
        email_params (CallersEmailParams | Unset): How a campaign writes mail.
        incoming_phone_number (str | Unset): The number that takes the calls of an incoming campaign.
        campaign_group_id (None | str | Unset): The campaign's group; null when it is in none.
        campaign_group_name (None | str | Unset): The name of that group; null when there is none or it is unknown.
    """

    id: str
    name: str
    active: bool
    first_interaction_at: datetime.datetime | None
    completed_at: datetime.datetime | None
    call_params: CallersCallParams
    organization_id: str
    webhooks: list[str]
    slack_url: str
    is_incoming: bool
    variables: list[str]
    pause_new_chats: bool | Unset = UNSET
    email_params: CallersEmailParams | Unset = UNSET
    incoming_phone_number: str | Unset = UNSET
    campaign_group_id: None | str | Unset = UNSET
    campaign_group_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        active = self.active

        first_interaction_at: None | str
        if isinstance(self.first_interaction_at, datetime.datetime):
            first_interaction_at = self.first_interaction_at.isoformat()
        else:
            first_interaction_at = self.first_interaction_at

        completed_at: None | str
        if isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at

        call_params = self.call_params.to_dict()

        organization_id = self.organization_id

        webhooks = self.webhooks

        slack_url = self.slack_url

        is_incoming = self.is_incoming

        variables = self.variables

        pause_new_chats = self.pause_new_chats

        email_params: dict[str, Any] | Unset = UNSET
        if not isinstance(self.email_params, Unset):
            email_params = self.email_params.to_dict()

        incoming_phone_number = self.incoming_phone_number

        campaign_group_id: None | str | Unset
        if isinstance(self.campaign_group_id, Unset):
            campaign_group_id = UNSET
        else:
            campaign_group_id = self.campaign_group_id

        campaign_group_name: None | str | Unset
        if isinstance(self.campaign_group_name, Unset):
            campaign_group_name = UNSET
        else:
            campaign_group_name = self.campaign_group_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "active": active,
                "firstInteractionAt": first_interaction_at,
                "completedAt": completed_at,
                "callParams": call_params,
                "organizationId": organization_id,
                "webhooks": webhooks,
                "slackUrl": slack_url,
                "isIncoming": is_incoming,
                "variables": variables,
            }
        )
        if pause_new_chats is not UNSET:
            field_dict["pauseNewChats"] = pause_new_chats
        if email_params is not UNSET:
            field_dict["emailParams"] = email_params
        if incoming_phone_number is not UNSET:
            field_dict["incomingPhoneNumber"] = incoming_phone_number
        if campaign_group_id is not UNSET:
            field_dict["campaignGroupId"] = campaign_group_id
        if campaign_group_name is not UNSET:
            field_dict["campaignGroupName"] = campaign_group_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.callers_call_params import CallersCallParams  # noqa: PLC0415
        from ..models.callers_email_params import CallersEmailParams  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        active = d.pop("active")

        def _parse_first_interaction_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_interaction_at_type_0 = datetime.datetime.fromisoformat(data)

                return first_interaction_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        first_interaction_at = _parse_first_interaction_at(d.pop("firstInteractionAt"))

        def _parse_completed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                completed_at_type_0 = datetime.datetime.fromisoformat(data)

                return completed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        completed_at = _parse_completed_at(d.pop("completedAt"))

        call_params = CallersCallParams.from_dict(d.pop("callParams"))

        organization_id = d.pop("organizationId")

        webhooks = cast(list[str], d.pop("webhooks"))

        slack_url = d.pop("slackUrl")

        is_incoming = d.pop("isIncoming")

        variables = cast(list[str], d.pop("variables"))

        pause_new_chats = d.pop("pauseNewChats", UNSET)

        _email_params = d.pop("emailParams", UNSET)
        email_params: CallersEmailParams | Unset
        if isinstance(_email_params, Unset):
            email_params = UNSET
        else:
            email_params = CallersEmailParams.from_dict(_email_params)

        incoming_phone_number = d.pop("incomingPhoneNumber", UNSET)

        def _parse_campaign_group_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        campaign_group_id = _parse_campaign_group_id(d.pop("campaignGroupId", UNSET))

        def _parse_campaign_group_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        campaign_group_name = _parse_campaign_group_name(d.pop("campaignGroupName", UNSET))

        callers_campaign = cls(
            id=id,
            name=name,
            active=active,
            first_interaction_at=first_interaction_at,
            completed_at=completed_at,
            call_params=call_params,
            organization_id=organization_id,
            webhooks=webhooks,
            slack_url=slack_url,
            is_incoming=is_incoming,
            variables=variables,
            pause_new_chats=pause_new_chats,
            email_params=email_params,
            incoming_phone_number=incoming_phone_number,
            campaign_group_id=campaign_group_id,
            campaign_group_name=campaign_group_name,
        )

        callers_campaign.additional_properties = d
        return callers_campaign

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
