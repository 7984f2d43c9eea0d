# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersCampaign(Model):
    """Calling and email campaign.

    Attributes:
        id: ID of the campaign, a string ObjectId.
        name: Name of the campaign.
        active: True if the campaign is running.
        first_interaction_at: Time of the first call or chat; `None` before that.
        completed_at: Completion time of the campaign; `None` before that.
        call_params: Call settings of a campaign.
        organization_id: ID of the organization, a string ObjectId.
        webhooks: URLs that receive events.
        slack_url: URL for Slack notifications.
        is_incoming: True for incoming calls, false for outgoing calls.
        variables: Names of the variables of the campaign.
        pause_new_chats: True if no new chats start. Running chats continue.
        email_params: Email settings of a campaign.
        incoming_phone_number: Phone number for the calls of an incoming campaign.
        campaign_group_id: ID of the campaign group; `None` if the campaign has no group.
        campaign_group_name: Name of the campaign group; `None` if it is missing or unknown.
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

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "active": "active",
        "first_interaction_at": "firstInteractionAt",
        "completed_at": "completedAt",
        "call_params": "callParams",
        "organization_id": "organizationId",
        "webhooks": "webhooks",
        "slack_url": "slackUrl",
        "is_incoming": "isIncoming",
        "variables": "variables",
        "pause_new_chats": "pauseNewChats",
        "email_params": "emailParams",
        "incoming_phone_number": "incomingPhoneNumber",
        "campaign_group_id": "campaignGroupId",
        "campaign_group_name": "campaignGroupName",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["id"]
            self.id = value if value.__class__ is str else _READ_ID(value)
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
            value = source["active"]
            self.active = value if value.__class__ is bool else _READ_ACTIVE(value)
            value = source["firstInteractionAt"]
            self.first_interaction_at = (
                value if value is None else _READ_FIRST_INTERACTION_AT(value)
            )
            value = source["completedAt"]
            self.completed_at = value if value is None else _READ_COMPLETED_AT(value)
            value = source["callParams"]
            self.call_params = _READ_CALL_PARAMS(value)
            value = source["organizationId"]
            self.organization_id = value if value.__class__ is str else _READ_ORGANIZATION_ID(value)
            value = source["webhooks"]
            self.webhooks = _READ_WEBHOOKS(value)
            value = source["slackUrl"]
            self.slack_url = value if value.__class__ is str else _READ_SLACK_URL(value)
            value = source["isIncoming"]
            self.is_incoming = value if value.__class__ is bool else _READ_IS_INCOMING(value)
            value = source["variables"]
            self.variables = _READ_VARIABLES(value)
            value = source.get("pauseNewChats", UNSET)
            self.pause_new_chats = (
                value if value is UNSET or value.__class__ is bool else _READ_PAUSE_NEW_CHATS(value)
            )
            value = source.get("emailParams", UNSET)
            self.email_params = value if value is UNSET else _READ_EMAIL_PARAMS(value)
            value = source.get("incomingPhoneNumber", UNSET)
            self.incoming_phone_number = (
                value
                if value is UNSET or value.__class__ is str
                else _READ_INCOMING_PHONE_NUMBER(value)
            )
            value = source.get("campaignGroupId", UNSET)
            self.campaign_group_id = (
                value
                if value is UNSET or value is None or value.__class__ is str
                else _READ_CAMPAIGN_GROUP_ID(value)
            )
            value = source.get("campaignGroupName", UNSET)
            self.campaign_group_name = (
                value
                if value is UNSET or value is None or value.__class__ is str
                else _READ_CAMPAIGN_GROUP_NAME(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_call_params import CallersCallParams
from .callers_email_params import CallersEmailParams

_READ_ID = _readers.field("CallersCampaign", "id", _readers.text)
_READ_NAME = _readers.field("CallersCampaign", "name", _readers.text)
_READ_ACTIVE = _readers.field("CallersCampaign", "active", _readers.boolean)
_READ_FIRST_INTERACTION_AT = _readers.datetime_field("CallersCampaign", "firstInteractionAt")
_READ_COMPLETED_AT = _readers.datetime_field("CallersCampaign", "completedAt")
_READ_CALL_PARAMS = _readers.field("CallersCampaign", "callParams", CallersCallParams.from_dict)
_READ_ORGANIZATION_ID = _readers.field("CallersCampaign", "organizationId", _readers.text)
_READ_WEBHOOKS = _readers.field(
    "CallersCampaign", "webhooks", _readers.list_of("CallersCampaign.webhooks[]", _readers.text)
)
_READ_SLACK_URL = _readers.field("CallersCampaign", "slackUrl", _readers.text)
_READ_IS_INCOMING = _readers.field("CallersCampaign", "isIncoming", _readers.boolean)
_READ_VARIABLES = _readers.field(
    "CallersCampaign", "variables", _readers.list_of("CallersCampaign.variables[]", _readers.text)
)
_READ_PAUSE_NEW_CHATS = _readers.field("CallersCampaign", "pauseNewChats", _readers.boolean)
_READ_EMAIL_PARAMS = _readers.field("CallersCampaign", "emailParams", CallersEmailParams.from_dict)
_READ_INCOMING_PHONE_NUMBER = _readers.field(
    "CallersCampaign", "incomingPhoneNumber", _readers.text
)
_READ_CAMPAIGN_GROUP_ID = _readers.nullable_field(
    "CallersCampaign", "campaignGroupId", _readers.text
)
_READ_CAMPAIGN_GROUP_NAME = _readers.nullable_field(
    "CallersCampaign", "campaignGroupName", _readers.text
)
