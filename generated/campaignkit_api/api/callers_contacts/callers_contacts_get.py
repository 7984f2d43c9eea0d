# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_contact import CallersContact

OPERATION: Operation[CallersContact] = Operation(
    id="callers_contacts_get",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            CallersContact,
            CallersContact.from_dict,
            lambda _body: _body,
        ),
    },
)


def call(
    campaign_id: str,
    contact_id: str,
) -> Call[CallersContact]:
    """Return a call of `callers.contacts.get`."""
    _options: dict[str, Any] = {}
    _path = "/campaigns/{campaign_id}/contacts/{contact_id}".format(
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
        contact_id=_arguments.path_segment("contact_id", contact_id, _encoders.identifier),
    )
    return Call(OPERATION, _path, _options)
