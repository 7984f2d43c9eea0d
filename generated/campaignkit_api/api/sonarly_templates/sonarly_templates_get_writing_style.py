# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.writing_style import WritingStyle
from ...models.writing_style_success_response import WritingStyleSuccessResponse

OPERATION: Operation[WritingStyle] = Operation(
    id="sonarly_templates_get_writing_style",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            WritingStyleSuccessResponse,
            WritingStyleSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    writing_style_id: str,
) -> Call[WritingStyle]:
    """Return a call of `sonarly.templates.get_writing_style`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/writing-styles/{writing_style_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        writing_style_id=_arguments.path_segment(
            "writing_style_id", writing_style_id, _encoders.identifier
        ),
    )
    return Call(OPERATION, _path, _options)
