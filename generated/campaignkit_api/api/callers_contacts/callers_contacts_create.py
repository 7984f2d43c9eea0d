# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable, Mapping
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_contact_create import CallersContactCreate
from ...models.callers_contact_create_data import CallersContactCreateData
from ...models.callers_contact_upsert import CallersContactUpsert

OPERATION: Operation[CallersContactUpsert] = Operation(
    id="callers_contacts_create",
    method="POST",
    idempotency="never",
    decoders={
        200: Decoder(
            CallersContactUpsert,
            CallersContactUpsert.from_dict,
            lambda _body: _body,
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
    _options: dict[str, Any] = {}
    _path = "/campaigns/{campaign_id}/contacts".format(
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
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(CallersContactCreate))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    campaign_id: str,
    *,
    name: str,
    phone_number: str,
    data: Mapping[str, str],
    phone_numbers: Iterable[str] | None = None,
    archived: bool | None = None,
    fix_us_phone_number: bool | None = None,
    sub_organization_id: str | None = None,
) -> Call[CallersContactUpsert]:
    """Return the call for the arguments of the method."""
    return call(
        campaign_id,
        body=CallersContactCreate(
            name=name,
            phone_number=phone_number,
            data=CallersContactCreateData(_arguments.as_dict("data", data)),
            phone_numbers=UNSET
            if phone_numbers is None
            else _arguments.as_list("phone_numbers", phone_numbers),
            archived=_arguments.unset_if_none(archived),
        ),
        fix_us_phone_number=_arguments.unset_if_none(fix_us_phone_number),
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
