# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
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
            lambda body: body,
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
    _kwargs: dict[str, Any] = {}
    path = "/organization/{sip_id}/phone-number".format(
        sip_id=segment("sip_id", sip_id),
    )
    headers: dict[str, Any] = {}
    if not isinstance(sub_organization_id, Unset):
        headers["x-sub-organization-id"] = sub_organization_id

    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
