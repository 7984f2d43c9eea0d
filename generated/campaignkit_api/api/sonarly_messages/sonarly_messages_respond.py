# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.message_response_create import MessageResponseCreate
from ...models.scheduled_message_response import ScheduledMessageResponse
from ...models.scheduled_message_response_success_response import (
    ScheduledMessageResponseSuccessResponse,
)

OPERATION: Operation[ScheduledMessageResponse] = Operation(
    id="sonarly_messages_respond",
    method="POST",
    idempotency="keyed",
    decoders={
        202: Decoder(
            ScheduledMessageResponseSuccessResponse,
            ScheduledMessageResponseSuccessResponse.from_dict,
            lambda body: body.data,
        ),
    },
)


def call(
    account_group_id: str,
    *,
    body: MessageResponseCreate,
    idempotency_key: str | Unset = UNSET,
) -> Call[ScheduledMessageResponse]:
    """Return a call of `sonarly.messages.respond`."""
    _kwargs: dict[str, Any] = {}
    path = "/v1/accounts/{account_group_id}/messages/responses".format(
        account_group_id=segment("account_group_id", account_group_id),
    )
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
