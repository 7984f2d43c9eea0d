# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import pagination as _pagination
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.pagination import Pagination

from ...models.message import Message
from ...models.message_list import MessageList
from ...models.message_list_success_response import MessageListSuccessResponse

OPERATION: Operation[MessageList] = Operation(
    id="sonarly_messages_list",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            MessageListSuccessResponse,
            MessageListSuccessResponse.from_dict,
            lambda _body: _body.data,
            items=("data", "items"),
        ),
    },
)


PAGINATION: Pagination[MessageList, Message] = Pagination(
    lambda page: page.items,
    _pagination.by_cursor("cursor", lambda page: page.next_cursor, lambda page: page.has_more),
    lambda item: item.id,
)


def call(
    account_group_id: str,
    *,
    cursor: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    conversation_id: str | Unset = UNSET,
) -> Call[MessageList]:
    """Return a call of `sonarly.messages.list`."""
    _pagination.validate_page_size("limit", limit)
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/messages".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
    )
    _options["params"] = _arguments.sendable(
        {
            "cursor": _arguments.query_value("cursor", cursor, _encoders.optional(_encoders.text)),
            "limit": _arguments.query_value("limit", limit, _encoders.optional(_encoders.integer)),
            "conversationId": _arguments.query_value(
                "conversation_id", conversation_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    account_group_id: str,
    *,
    cursor: str | None = None,
    limit: int | None = None,
    conversation_id: str | None = None,
) -> Call[MessageList]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        cursor=_arguments.unset_if_none(cursor),
        limit=_arguments.unset_if_none(limit),
        conversation_id=_arguments.unset_if_none(conversation_id),
    )
