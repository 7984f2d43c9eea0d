# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable, Mapping
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import write_specs as _write_specs
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.write_specs import WriteSpec

from ...models.callers_contact_bulk import CallersContactBulk
from ...models.callers_contact_bulk_item import CallersContactBulkItem
from ...models.callers_contact_bulk_result import CallersContactBulkResult
from ...models.callers_contact_detail import CallersContactDetail

OPERATION: Operation[CallersContactBulkResult] = Operation(
    id="callers_contacts_create_bulk",
    method="POST",
    idempotency="never",
    decoders={
        200: Decoder(
            CallersContactBulkResult,
            CallersContactBulkResult.from_dict,
            lambda _body: _body,
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
    _options: dict[str, Any] = {}
    _path = "/campaigns/{campaign_id}/contacts/bulk".format(
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
    )
    _options["headers"] = _arguments.sendable(
        {
            "x-sub-organization-id": _arguments.header_value(
                "sub_organization_id", sub_organization_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    _options["params"] = _arguments.sendable(
        {
            "fixUSPhoneNumber": _arguments.query_value(
                "fix_us_phone_number", fix_us_phone_number, _encoders.optional(_encoders.boolean)
            ),
            "verbose": _arguments.query_value(
                "verbose", verbose, _encoders.optional(_encoders.boolean)
            ),
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(CallersContactBulk))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    campaign_id: str,
    *,
    contacts: Iterable[CallersContactBulkItem | Mapping[str, Any]],
    fix_us_phone_number: bool | None = None,
    verbose: bool | None = None,
    sub_organization_id: str | None = None,
) -> Call[CallersContactBulkResult]:
    """Return the call for the arguments of the method."""
    return call(
        campaign_id,
        body=CallersContactBulk(
            contacts=_arguments.list_with(
                "contacts",
                contacts,
                lambda name, item: _arguments.as_model(CallersContactBulkItem, name, item),
            )
        ),
        fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
        verbose=_arguments.unset_if_none(verbose),
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )


BULK: WriteSpec[CallersContactBulkResult, CallersContactDetail] = WriteSpec(
    "callers_contacts_create_bulk",
    "contacts",
    _write_specs.by_key(
        lambda payload: payload.contact_details,
        lambda row: row.phone_number,
        "phone_number",
        "phoneNumber",
    ),
)


def bulk_call(
    _rows: list[Any],
    campaign_id: str,
    *,
    fix_us_phone_number: bool | None = None,
    sub_organization_id: str | None = None,
) -> Call[CallersContactBulkResult]:
    """Return the call for some rows of a bulk write."""
    return call_from_arguments(
        campaign_id,
        contacts=_rows,
        fix_us_phone_number=fix_us_phone_number,
        verbose=True,
        sub_organization_id=sub_organization_id,
    )
