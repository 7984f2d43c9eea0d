# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_contact_archived_response import CallersContactArchivedResponse

OPERATION: Operation[bool] = Operation(
    id="callers_contacts_archive",
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
    contact_id: str,
) -> Call[bool]:
    """Return a call of `callers.contacts.archive`."""
    _options: dict[str, Any] = {}
    _path = "/campaigns/{campaign_id}/contacts/{contact_id}".format(
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
        contact_id=_arguments.path_segment("contact_id", contact_id, _encoders.identifier),
    )
    return Call(OPERATION, _path, _options)
