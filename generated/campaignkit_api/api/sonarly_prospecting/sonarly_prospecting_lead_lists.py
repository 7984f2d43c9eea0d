# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.sales_navigator_list_success_response import (
    SalesNavigatorListSuccessResponse,
)
from ...models.sales_navigator_source import SalesNavigatorSource

OPERATION: Operation[list[SalesNavigatorSource]] = Operation(
    id="sonarly_prospecting_lead_lists",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            SalesNavigatorListSuccessResponse,
            SalesNavigatorListSuccessResponse.from_dict,
            lambda _body: _body.data.items,
            items=("data", "items"),
        ),
    },
)


def call(
    account_group_id: str,
) -> Call[list[SalesNavigatorSource]]:
    """Return a call of `sonarly.prospecting.lead_lists`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/sales-navigator/lead-lists".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
    )
    return Call(OPERATION, _path, _options)
