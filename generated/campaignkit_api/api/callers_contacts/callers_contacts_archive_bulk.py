# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import write_specs as _write_specs
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.write_specs import WriteSpec

from ...models.callers_contact_ids import CallersContactIds
from ...models.callers_contacts_archived import CallersContactsArchived
from ...models.callers_contacts_archived_response import CallersContactsArchivedResponse

OPERATION: Operation[CallersContactsArchived] = Operation(
    id="callers_contacts_archive_bulk",
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
    *,
    body: CallersContactIds,
) -> Call[CallersContactsArchived]:
    """Return a call of `callers.contacts.archive_bulk`."""
    _options: dict[str, Any] = {}
    _path = "/campaigns/{campaign_id}/contacts/bulk".format(
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(CallersContactIds))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    campaign_id: str,
    *,
    contact_ids: Iterable[str],
) -> Call[CallersContactsArchived]:
    """Return the call for the arguments of the method."""
    return call(
        campaign_id,
        body=CallersContactIds(contact_ids=_arguments.as_list("contact_ids", contact_ids)),
    )


BULK: WriteSpec[CallersContactsArchived, CallersContactsArchived] = WriteSpec(
    "callers_contacts_archive_bulk", "contact_ids", _write_specs.same_for_all
)


def bulk_call(
    _rows: list[Any],
    campaign_id: str,
) -> Call[CallersContactsArchived]:
    """Return the call for some rows of a bulk write."""
    return call_from_arguments(
        campaign_id,
        contact_ids=_rows,
    )
