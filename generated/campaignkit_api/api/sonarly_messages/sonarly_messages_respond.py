# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.message_channel import MessageChannel
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
            lambda _body: _body.data,
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
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/messages/responses".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
    )
    _options["headers"] = _arguments.sendable(
        {
            "Idempotency-Key": _arguments.header_value(
                "idempotency_key", idempotency_key, _encoders.optional(_encoders.text)
            ),
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(MessageResponseCreate))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    account_group_id: str,
    *,
    prospect_id: str,
    message: str,
    channel: MessageChannel | str | None = None,
    conversation_id: str | None = None,
    subject: str | None = None,
    idempotency_key: str | None = None,
) -> Call[ScheduledMessageResponse]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        body=MessageResponseCreate(
            prospect_id=prospect_id,
            message=message,
            channel=UNSET
            if channel is None
            else _arguments.enum_member(MessageChannel, "channel", channel),
            conversation_id=_arguments.unset_if_none(conversation_id),
            subject=_arguments.unset_if_none(subject),
        ),
        idempotency_key=_arguments.unset_if_none(idempotency_key),
    )
