# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_organization import CallersOrganization

OPERATION: Operation[CallersOrganization] = Operation(
    id="callers_organizations_get",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            CallersOrganization,
            CallersOrganization.from_dict,
            lambda _body: _body,
        ),
    },
)


def call() -> Call[CallersOrganization]:
    """Return a call of `callers.organizations.get`."""
    _options: dict[str, Any] = {}
    _path = "/organization"
    return Call(OPERATION, _path, _options)
