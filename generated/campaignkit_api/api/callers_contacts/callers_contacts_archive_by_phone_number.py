# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_contact_archived_response import CallersContactArchivedResponse

OPERATION: Operation[bool] = Operation(
    id="callers_contacts_archive_by_phone_number",
    method="DELETE",
    idempotency="never",
    decoders={
        200: Decoder(
            CallersContactArchivedResponse,
            CallersContactArchivedResponse.from_dict,
            lambda body: body.data,
        ),
    },
)


def call(
    campaign_id: str,
    phone_number: str,
    *,
    fix_us_phone_number: bool | Unset = UNSET,
) -> Call[bool]:
    """Return a call of `callers.contacts.archive_by_phone_number`."""
    _kwargs: dict[str, Any] = {}
    path = "/campaigns/{campaign_id}/contacts/phoneNumber/{phone_number}".format(
        campaign_id=segment("campaign_id", campaign_id),
        phone_number=segment("phone_number", phone_number),
    )

    params: dict[str, Any] = {}

    params["fixUSPhoneNumber"] = fix_us_phone_number

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs["params"] = params
    return Call(OPERATION, path, _kwargs)
