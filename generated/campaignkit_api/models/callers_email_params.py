# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="CallersEmailParams")


@_attrs_define
class CallersEmailParams:
    """How a campaign writes mail.

    Attributes:
        outbound_connection_ids (list[str] | Unset):
        inbound_connection_ids (list[str] | Unset):
        follow_up_attempts (float | Unset):
        follow_up_interval_minutes (float | Unset): In minutes.
        follow_up_delay_minutes (float | Unset): In minutes.
        fallback_enabled (bool | Unset):
        retry_follow_up (bool | Unset):
        signature (str | Unset):
        signature_name (str | Unset):
        default_subject (str | Unset):
        timezone (str | Unset):
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
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        outbound_connection_ids: list[str] | Unset = UNSET
        if not isinstance(self.outbound_connection_ids, Unset):
            outbound_connection_ids = self.outbound_connection_ids

        inbound_connection_ids: list[str] | Unset = UNSET
        if not isinstance(self.inbound_connection_ids, Unset):
            inbound_connection_ids = self.inbound_connection_ids

        follow_up_attempts = self.follow_up_attempts

        follow_up_interval_minutes = self.follow_up_interval_minutes

        follow_up_delay_minutes = self.follow_up_delay_minutes

        fallback_enabled = self.fallback_enabled

        retry_follow_up = self.retry_follow_up

        signature = self.signature

        signature_name = self.signature_name

        default_subject = self.default_subject

        timezone = self.timezone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if outbound_connection_ids is not UNSET:
            field_dict["outboundConnectionIds"] = outbound_connection_ids
        if inbound_connection_ids is not UNSET:
            field_dict["inboundConnectionIds"] = inbound_connection_ids
        if follow_up_attempts is not UNSET:
            field_dict["followUpAttempts"] = follow_up_attempts
        if follow_up_interval_minutes is not UNSET:
            field_dict["followUpIntervalMinutes"] = follow_up_interval_minutes
        if follow_up_delay_minutes is not UNSET:
            field_dict["followUpDelayMinutes"] = follow_up_delay_minutes
        if fallback_enabled is not UNSET:
            field_dict["fallbackEnabled"] = fallback_enabled
        if retry_follow_up is not UNSET:
            field_dict["retryFollowUp"] = retry_follow_up
        if signature is not UNSET:
            field_dict["signature"] = signature
        if signature_name is not UNSET:
            field_dict["signatureName"] = signature_name
        if default_subject is not UNSET:
            field_dict["defaultSubject"] = default_subject
        if timezone is not UNSET:
            field_dict["timezone"] = timezone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outbound_connection_ids = cast(list[str], d.pop("outboundConnectionIds", UNSET))

        inbound_connection_ids = cast(list[str], d.pop("inboundConnectionIds", UNSET))

        follow_up_attempts = d.pop("followUpAttempts", UNSET)

        follow_up_interval_minutes = d.pop("followUpIntervalMinutes", UNSET)

        follow_up_delay_minutes = d.pop("followUpDelayMinutes", UNSET)

        fallback_enabled = d.pop("fallbackEnabled", UNSET)

        retry_follow_up = d.pop("retryFollowUp", UNSET)

        signature = d.pop("signature", UNSET)

        signature_name = d.pop("signatureName", UNSET)

        default_subject = d.pop("defaultSubject", UNSET)

        timezone = d.pop("timezone", UNSET)

        callers_email_params = cls(
            outbound_connection_ids=outbound_connection_ids,
            inbound_connection_ids=inbound_connection_ids,
            follow_up_attempts=follow_up_attempts,
            follow_up_interval_minutes=follow_up_interval_minutes,
            follow_up_delay_minutes=follow_up_delay_minutes,
            fallback_enabled=fallback_enabled,
            retry_follow_up=retry_follow_up,
            signature=signature,
            signature_name=signature_name,
            default_subject=default_subject,
            timezone=timezone,
        )

        callers_email_params.additional_properties = d
        return callers_email_params

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
