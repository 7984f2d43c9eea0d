# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.audience import Audience
from ...models.audience_success_response import AudienceSuccessResponse

OPERATION: Operation[Audience] = Operation(
    id="sonarly_audiences_get",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            AudienceSuccessResponse,
            AudienceSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    audience_id: str,
) -> Call[Audience]:
    """Return a call of `sonarly.audiences.get`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/audiences/{audience_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        audience_id=_arguments.path_segment("audience_id", audience_id, _encoders.identifier),
    )
    return Call(OPERATION, _path, _options)
