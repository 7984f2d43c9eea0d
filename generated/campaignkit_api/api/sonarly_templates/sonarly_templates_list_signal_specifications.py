# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import pagination as _pagination
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.pagination import Pagination

from ...models.signal_specification import SignalSpecification
from ...models.signal_specification_list import SignalSpecificationList
from ...models.signal_specification_list_success_response import (
    SignalSpecificationListSuccessResponse,
)

OPERATION: Operation[SignalSpecificationList] = Operation(
    id="sonarly_templates_list_signal_specifications",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            SignalSpecificationListSuccessResponse,
            SignalSpecificationListSuccessResponse.from_dict,
            lambda _body: _body.data,
            items=("data", "items"),
        ),
    },
)


PAGINATION: Pagination[SignalSpecificationList, SignalSpecification] = Pagination(
    lambda page: page.items,
    _pagination.by_cursor("cursor", lambda page: page.next_cursor, lambda page: page.has_more),
    lambda item: item.id,
)


def call(
    account_group_id: str,
    *,
    cursor: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Call[SignalSpecificationList]:
    """Return a call of `sonarly.templates.list_signal_specifications`."""
    _pagination.validate_page_size("limit", limit)
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/signal-specifications".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
    )
    _options["params"] = _arguments.sendable(
        {
            "cursor": _arguments.query_value("cursor", cursor, _encoders.optional(_encoders.text)),
            "limit": _arguments.query_value("limit", limit, _encoders.optional(_encoders.integer)),
        }
    )
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    account_group_id: str,
    *,
    cursor: str | None = None,
    limit: int | None = None,
) -> Call[SignalSpecificationList]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        cursor=_arguments.unset_if_none(cursor),
        limit=_arguments.unset_if_none(limit),
    )
