# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_contact_bulk import CallersContactBulk
from ...models.callers_contact_bulk_result import CallersContactBulkResult

OPERATION: Operation[CallersContactBulkResult] = Operation(
    id="callers_contacts_create_bulk",
    method="POST",
    idempotency="never",
    decoders={
        200: Decoder(
            CallersContactBulkResult,
            CallersContactBulkResult.from_dict,
            lambda body: body,
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    campaign_id: str,
    *,
    body: CallersContactBulk,
    fix_us_phone_number: bool | Unset = UNSET,
    verbose: bool | Unset = UNSET,
    sub_organization_id: str | Unset = UNSET,
) -> Call[CallersContactBulkResult]:
    """Return a call of `callers.contacts.create_bulk`."""
    _kwargs: dict[str, Any] = {}
    path = "/campaigns/{campaign_id}/contacts/bulk".format(
        campaign_id=segment("campaign_id", campaign_id),
    )
    headers: dict[str, Any] = {}
    if not isinstance(sub_organization_id, Unset):
        headers["x-sub-organization-id"] = sub_organization_id

    params: dict[str, Any] = {}

    params["fixUSPhoneNumber"] = fix_us_phone_number

    params["verbose"] = verbose

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs["params"] = params
    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
