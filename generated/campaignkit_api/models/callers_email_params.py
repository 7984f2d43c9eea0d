# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersEmailParams(Model):
    """Email settings of a campaign.

    Attributes:
        outbound_connection_ids: IDs of the connections for outgoing email.
        inbound_connection_ids: IDs of the connections for incoming email.
        follow_up_attempts: Number of follow-up attempts.
        follow_up_interval_minutes: Interval between follow-ups, in minutes.
        follow_up_delay_minutes: Delay of the follow-up, in minutes.
        fallback_enabled: True if the fallback is enabled.
        retry_follow_up: True if follow-ups are retried.
        signature: Signature of the emails.
        signature_name: Name in the signature.
        default_subject: Default subject line.
        timezone: Time zone of the email settings.
    """

    outbound_connection_ids: list[str] | Unset = UNSET
    inbound_connection_ids: list[str] | Unset = UNSET
    follow_up_attempts: float | Unset = UNSET
    follow_up_interval_minutes: float | Unset = UNSET
    follow_up_delay_minutes: float | Unset = UNSET
    fallback_enabled: bool | Unset = UNSET
    retry_follow_up: bool | Unset = UNSET
    signature: str | Unset = UNSET
    signature_name: str | Unset = UNSET
    default_subject: str | Unset = UNSET
    timezone: str | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "outbound_connection_ids": "outboundConnectionIds",
        "inbound_connection_ids": "inboundConnectionIds",
        "follow_up_attempts": "followUpAttempts",
        "follow_up_interval_minutes": "followUpIntervalMinutes",
        "follow_up_delay_minutes": "followUpDelayMinutes",
        "fallback_enabled": "fallbackEnabled",
        "retry_follow_up": "retryFollowUp",
        "signature": "signature",
        "signature_name": "signatureName",
        "default_subject": "defaultSubject",
        "timezone": "timezone",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("outboundConnectionIds", UNSET)
            self.outbound_connection_ids = (
                value if value is UNSET else _READ_OUTBOUND_CONNECTION_IDS(value)
            )
            value = source.get("inboundConnectionIds", UNSET)
            self.inbound_connection_ids = (
                value if value is UNSET else _READ_INBOUND_CONNECTION_IDS(value)
            )
            value = source.get("followUpAttempts", UNSET)
            self.follow_up_attempts = (
                value
                if value is UNSET or value.__class__ is float
                else _READ_FOLLOW_UP_ATTEMPTS(value)
            )
            value = source.get("followUpIntervalMinutes", UNSET)
            self.follow_up_interval_minutes = (
                value
                if value is UNSET or value.__class__ is float
                else _READ_FOLLOW_UP_INTERVAL_MINUTES(value)
            )
            value = source.get("followUpDelayMinutes", UNSET)
            self.follow_up_delay_minutes = (
                value
                if value is UNSET or value.__class__ is float
                else _READ_FOLLOW_UP_DELAY_MINUTES(value)
            )
            value = source.get("fallbackEnabled", UNSET)
            self.fallback_enabled = (
                value
                if value is UNSET or value.__class__ is bool
                else _READ_FALLBACK_ENABLED(value)
            )
            value = source.get("retryFollowUp", UNSET)
            self.retry_follow_up = (
                value if value is UNSET or value.__class__ is bool else _READ_RETRY_FOLLOW_UP(value)
            )
            value = source.get("signature", UNSET)
            self.signature = (
                value if value is UNSET or value.__class__ is str else _READ_SIGNATURE(value)
            )
            value = source.get("signatureName", UNSET)
            self.signature_name = (
                value if value is UNSET or value.__class__ is str else _READ_SIGNATURE_NAME(value)
            )
            value = source.get("defaultSubject", UNSET)
            self.default_subject = (
                value if value is UNSET or value.__class__ is str else _READ_DEFAULT_SUBJECT(value)
            )
            value = source.get("timezone", UNSET)
            self.timezone = (
                value if value is UNSET or value.__class__ is str else _READ_TIMEZONE(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_OUTBOUND_CONNECTION_IDS = _readers.field(
    "CallersEmailParams",
    "outboundConnectionIds",
    _readers.list_of("CallersEmailParams.outboundConnectionIds[]", _readers.text),
)
_READ_INBOUND_CONNECTION_IDS = _readers.field(
    "CallersEmailParams",
    "inboundConnectionIds",
    _readers.list_of("CallersEmailParams.inboundConnectionIds[]", _readers.text),
)
_READ_FOLLOW_UP_ATTEMPTS = _readers.field("CallersEmailParams", "followUpAttempts", _readers.number)
_READ_FOLLOW_UP_INTERVAL_MINUTES = _readers.field(
    "CallersEmailParams", "followUpIntervalMinutes", _readers.number
)
_READ_FOLLOW_UP_DELAY_MINUTES = _readers.field(
    "CallersEmailParams", "followUpDelayMinutes", _readers.number
)
_READ_FALLBACK_ENABLED = _readers.field("CallersEmailParams", "fallbackEnabled", _readers.boolean)
_READ_RETRY_FOLLOW_UP = _readers.field("CallersEmailParams", "retryFollowUp", _readers.boolean)
_READ_SIGNATURE = _readers.field("CallersEmailParams", "signature", _readers.text)
_READ_SIGNATURE_NAME = _readers.field("CallersEmailParams", "signatureName", _readers.text)
_READ_DEFAULT_SUBJECT = _readers.field("CallersEmailParams", "defaultSubject", _readers.text)
_READ_TIMEZONE = _readers.field("CallersEmailParams", "timezone", _readers.text)
