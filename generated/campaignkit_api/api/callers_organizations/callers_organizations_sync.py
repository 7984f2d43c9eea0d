# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_sync import CallersSync
from ...models.callers_synced import CallersSynced

OPERATION: Operation[CallersSynced] = Operation(
    id="callers_organizations_sync",
    method="POST",
    idempotency="never",
    decoders={
        200: Decoder(
            CallersSynced,
            CallersSynced.from_dict,
            lambda body: body,
        ),
    },
    credential="sync_secret",
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    id: str,
    *,
    body: CallersSync,
    sub_organization_id: str | Unset = UNSET,
) -> Call[CallersSynced]:
    """Return a call of `callers.organizations.sync`."""
    _kwargs: dict[str, Any] = {}
    path = "/admin/organization/{id}/external-sync".format(
        id=segment("id", id),
    )
    headers: dict[str, Any] = {}
    if not isinstance(sub_organization_id, Unset):
        headers["x-sub-organization-id"] = sub_organization_id

    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
