# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.call_webhook_payload import CallWebhookPayload

OPERATION: Operation[CallWebhookPayload] = Operation(
    id="callers_calls_webhook_payload",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            CallWebhookPayload,
            CallWebhookPayload.from_dict,
            lambda _body: _body,
        ),
    },
)


def call(
    campaign_id: str,
    call_id: str,
) -> Call[CallWebhookPayload]:
    """Return a call of `callers.calls.webhook_payload`."""
    _options: dict[str, Any] = {}
    _path = "/campaigns/{campaign_id}/calls/{call_id}/webhook-payload".format(
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
        call_id=_arguments.path_segment("call_id", call_id, _encoders.identifier),
    )
    return Call(OPERATION, _path, _options)
