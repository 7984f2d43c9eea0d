# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Mapping
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_limits import CallersLimits
from ...models.callers_sync import CallersSync
from ...models.callers_sync_pricing import CallersSyncPricing
from ...models.callers_synced import CallersSynced

OPERATION: Operation[CallersSynced] = Operation(
    id="callers_organizations_sync",
    method="POST",
    idempotency="never",
    decoders={
        200: Decoder(
            CallersSynced,
            CallersSynced.from_dict,
            lambda _body: _body,
        ),
    },
    security=(("sync_secret",),),
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    id: str,
    *,
    body: CallersSync,
    sub_organization_id: str | Unset = UNSET,
) -> Call[CallersSynced]:
    """Return a call of `callers.organizations.sync`."""
    _options: dict[str, Any] = {}
    _path = "/admin/organization/{id}/external-sync".format(
        id=_arguments.path_segment("id", id, _encoders.identifier),
    )
    _options["headers"] = _arguments.sendable(
        {
            "x-sub-organization-id": _arguments.header_value(
                "sub_organization_id", sub_organization_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(CallersSync))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    id: str,
    *,
    pricing: Mapping[str, Any] | None = None,
    limits: CallersLimits | Mapping[str, Any] | None = None,
    sub_organization_id: str | None = None,
) -> Call[CallersSynced]:
    """Return the call for the arguments of the method."""
    return call(
        id,
        body=CallersSync(
            pricing=UNSET
            if pricing is None
            else CallersSyncPricing(_arguments.as_dict("pricing", pricing)),
            limits=UNSET
            if limits is None
            else _arguments.as_model(CallersLimits, "limits", limits),
        ),
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
