# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.audience_navigation import AudienceNavigation
from ...models.audience_navigation_success_response import (
    AudienceNavigationSuccessResponse,
)

OPERATION: Operation[AudienceNavigation] = Operation(
    id="sonarly_audiences_navigation",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            AudienceNavigationSuccessResponse,
            AudienceNavigationSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
) -> Call[AudienceNavigation]:
    """Return a call of `sonarly.audiences.navigation`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/audiences/navigation".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
    )
    return Call(OPERATION, _path, _options)
