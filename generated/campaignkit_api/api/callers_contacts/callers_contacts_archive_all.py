# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_contacts_archived import CallersContactsArchived
from ...models.callers_contacts_archived_response import CallersContactsArchivedResponse

OPERATION: Operation[CallersContactsArchived] = Operation(
    id="callers_contacts_archive_all",
    method="DELETE",
    idempotency="never",
    decoders={
        200: Decoder(
            CallersContactsArchivedResponse,
            CallersContactsArchivedResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    campaign_id: str,
) -> Call[CallersContactsArchived]:
    """Return a call of `callers.contacts.archive_all`."""
    _options: dict[str, Any] = {}
    _path = "/campaigns/{campaign_id}/contacts".format(
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
    )
    return Call(OPERATION, _path, _options)
