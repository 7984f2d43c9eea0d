# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_phone_numbers import CallersPhoneNumbers

OPERATION: Operation[None] = Operation(
    id="callers_organizations_add_phone_numbers",
    method="POST",
    idempotency="never",
    decoders={
        201: Decoder(
            None,
            _readers.null,
            lambda _body: _body,
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    sip_id: str,
    *,
    body: CallersPhoneNumbers,
    sub_organization_id: str | Unset = UNSET,
) -> Call[None]:
    """Return a call of `callers.organizations.add_phone_numbers`."""
    _options: dict[str, Any] = {}
    _path = "/organization/{sip_id}/phone-number".format(
        sip_id=_arguments.path_segment("sip_id", sip_id, _encoders.identifier),
    )
    _options["headers"] = _arguments.sendable(
        {
            "x-sub-organization-id": _arguments.header_value(
                "sub_organization_id", sub_organization_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(CallersPhoneNumbers))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    sip_id: str,
    *,
    phone_numbers: Iterable[str],
    sub_organization_id: str | None = None,
) -> Call[None]:
    """Return the call for the arguments of the method."""
    return call(
        sip_id,
        body=CallersPhoneNumbers(phone_numbers=_arguments.as_list("phone_numbers", phone_numbers)),
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
