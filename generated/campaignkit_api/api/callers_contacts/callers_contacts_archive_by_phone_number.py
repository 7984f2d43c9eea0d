# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
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
            lambda _body: _body.data,
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
    _options: dict[str, Any] = {}
    _path = "/campaigns/{campaign_id}/contacts/phoneNumber/{phone_number}".format(
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
        phone_number=_arguments.path_segment("phone_number", phone_number, _encoders.text),
    )
    _options["params"] = _arguments.sendable(
        {
            "fixUSPhoneNumber": _arguments.query_value(
                "fix_us_phone_number", fix_us_phone_number, _encoders.optional(_encoders.boolean)
            ),
        }
    )
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    campaign_id: str,
    phone_number: str,
    *,
    fix_us_phone_number: bool | None = None,
) -> Call[bool]:
    """Return the call for the arguments of the method."""
    return call(
        campaign_id,
        phone_number,
        fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
    )
