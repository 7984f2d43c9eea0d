# Generated from openapi.yaml by `make generate`; do not edit.
import builtins as _builtins
from collections.abc import Iterable, Mapping
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_permission import CallersPermission
from ...models.callers_sub_organization import CallersSubOrganization
from ...models.callers_sub_organization_create import CallersSubOrganizationCreate
from ...models.callers_sub_organization_limits import CallersSubOrganizationLimits
from ...models.callers_webhook import CallersWebhook

OPERATION: Operation[CallersSubOrganization] = Operation(
    id="callers_organizations_create_sub_organization",
    method="POST",
    idempotency="never",
    decoders={
        201: Decoder(
            CallersSubOrganization,
            CallersSubOrganization.from_dict,
            lambda _body: _body,
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    *,
    body: CallersSubOrganizationCreate,
    sub_organization_id: str | Unset = UNSET,
) -> Call[CallersSubOrganization]:
    """Return a call of `callers.organizations.create_sub_organization`."""
    _options: dict[str, Any] = {}
    _path = "/organization/sub-organization"
    _options["headers"] = _arguments.sendable(
        {
            "x-sub-organization-id": _arguments.header_value(
                "sub_organization_id", sub_organization_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(CallersSubOrganizationCreate))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    *,
    name: str,
    retry_attempts_max_value: float | None,
    limits: CallersSubOrganizationLimits | Mapping[str, Any] | None | Unset = UNSET,
    permissions: Iterable[CallersPermission | str] | None = None,
    webhooks: Iterable[CallersWebhook | Mapping[str, Any]] | None = None,
    sub_organization_id: str | None = None,
) -> Call[CallersSubOrganization]:
    """Return the call for the arguments of the method."""
    return call(
        body=CallersSubOrganizationCreate(
            name=name,
            retry_attempts_max_value=retry_attempts_max_value,
            limits=limits
            if limits is None or _builtins.isinstance(limits, Unset)
            else _arguments.as_model(CallersSubOrganizationLimits, "limits", limits),
            permissions=UNSET
            if permissions is None
            else _arguments.list_with(
                "permissions",
                permissions,
                lambda name, item: _arguments.enum_member(CallersPermission, name, item),
            ),
            webhooks=UNSET
            if webhooks is None
            else _arguments.list_with(
                "webhooks",
                webhooks,
                lambda name, item: _arguments.as_model(CallersWebhook, name, item),
            ),
        ),
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
