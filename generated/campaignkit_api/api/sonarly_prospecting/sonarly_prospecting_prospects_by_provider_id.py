# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.provider_id_prospect_lookup import ProviderIdProspectLookup
from ...models.provider_id_prospect_lookup_success_response import (
    ProviderIdProspectLookupSuccessResponse,
)

OPERATION: Operation[ProviderIdProspectLookup] = Operation(
    id="sonarly_prospecting_prospects_by_provider_id",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            ProviderIdProspectLookupSuccessResponse,
            ProviderIdProspectLookupSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    provider_id: str,
) -> Call[ProviderIdProspectLookup]:
    """Return a call of `sonarly.prospecting.prospects_by_provider_id`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/prospects/by-provider-id/{provider_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        provider_id=_arguments.path_segment("provider_id", provider_id, _encoders.identifier),
    )
    return Call(OPERATION, _path, _options)
