# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_contact_create import CallersContactCreate
from ...models.callers_contact_upsert import CallersContactUpsert

OPERATION: Operation[CallersContactUpsert] = Operation(
    id="callers_contacts_create",
    method="POST",
    idempotency="never",
    decoders={
        200: Decoder(
            CallersContactUpsert,
            CallersContactUpsert.from_dict,
            lambda body: body,
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    campaign_id: str,
    *,
    body: CallersContactCreate,
    fix_us_phone_number: bool | Unset = UNSET,
    sub_organization_id: str | Unset = UNSET,
) -> Call[CallersContactUpsert]:
    """Return a call of `callers.contacts.create`."""
    _kwargs: dict[str, Any] = {}
    path = "/campaigns/{campaign_id}/contacts".format(
        campaign_id=segment("campaign_id", campaign_id),
    )
    headers: dict[str, Any] = {}
    if not isinstance(sub_organization_id, Unset):
        headers["x-sub-organization-id"] = sub_organization_id

    params: dict[str, Any] = {}

    params["fixUSPhoneNumber"] = fix_us_phone_number

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs["params"] = params
    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
