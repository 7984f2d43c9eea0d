# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersSubOrganizationCreate(Model):
    """Sub-organization to create.

    Attributes:
        name: Name of the sub-organization.
        retry_attempts_max_value: Maximum number of calls to a contact. An earlier page prints
            the range 1 to 50.
        limits: Call limits.
        permissions: Permissions of the sub-organization.
        webhooks: Webhooks that receive its calls.
    """

    name: str
    retry_attempts_max_value: float | None
    limits: CallersSubOrganizationLimits | None | Unset = UNSET
    permissions: list[CallersPermission] | Unset = UNSET
    webhooks: list[CallersWebhook] | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "retry_attempts_max_value": "retryAttemptsMaxValue",
        "limits": "limits",
        "permissions": "permissions",
        "webhooks": "webhooks",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
            value = source["retryAttemptsMaxValue"]
            self.retry_attempts_max_value = (
                value
                if value is None or value.__class__ is float
                else _READ_RETRY_ATTEMPTS_MAX_VALUE(value)
            )
            value = source.get("limits", UNSET)
            self.limits = value if value is UNSET or value is None else _READ_LIMITS(value)
            value = source.get("permissions", UNSET)
            self.permissions = value if value is UNSET else _READ_PERMISSIONS(value)
            value = source.get("webhooks", UNSET)
            self.webhooks = value if value is UNSET else _READ_WEBHOOKS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_permission import CallersPermission
from .callers_sub_organization_limits import CallersSubOrganizationLimits
from .callers_webhook import CallersWebhook

_READ_NAME = _readers.field("CallersSubOrganizationCreate", "name", _readers.text)
_READ_RETRY_ATTEMPTS_MAX_VALUE = _readers.nullable_field(
    "CallersSubOrganizationCreate", "retryAttemptsMaxValue", _readers.number
)
_READ_LIMITS = _readers.nullable_field(
    "CallersSubOrganizationCreate", "limits", CallersSubOrganizationLimits.from_dict
)
_READ_PERMISSIONS = _readers.field(
    "CallersSubOrganizationCreate",
    "permissions",
    _readers.list_of(
        "CallersSubOrganizationCreate.permissions[]", _readers.enum_member(CallersPermission)
    ),
)
_READ_WEBHOOKS = _readers.field(
    "CallersSubOrganizationCreate",
    "webhooks",
    _readers.list_of("CallersSubOrganizationCreate.webhooks[]", CallersWebhook.from_dict),
)

CallersSubOrganizationCreate._encoders = {
    "name": _encoders.text,
    "retry_attempts_max_value": _encoders.nullable(_encoders.number),
    "limits": _encoders.optional(_encoders.nullable(_encoders.model(CallersSubOrganizationLimits))),
    "permissions": _encoders.optional(_encoders.list_of(_encoders.enum_member(CallersPermission))),
    "webhooks": _encoders.optional(_encoders.list_of(_encoders.model(CallersWebhook))),
}
