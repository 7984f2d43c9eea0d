# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import pagination as _pagination
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.pagination import Pagination

from ...models.audience_prospect import AudienceProspect
from ...models.audience_prospect_list import AudienceProspectList
from ...models.audience_prospect_list_success_response import (
    AudienceProspectListSuccessResponse,
)

OPERATION: Operation[AudienceProspectList] = Operation(
    id="sonarly_audiences_prospects",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            AudienceProspectListSuccessResponse,
            AudienceProspectListSuccessResponse.from_dict,
            lambda _body: _body.data,
            items=("data", "items"),
        ),
    },
)


PAGINATION: Pagination[AudienceProspectList, AudienceProspect] = Pagination(
    lambda page: page.items,
    _pagination.by_cursor("cursor", lambda page: page.next_cursor, lambda page: page.has_more),
    lambda item: item.id,
)


def call(
    account_group_id: str,
    audience_id: str,
    *,
    cursor: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Call[AudienceProspectList]:
    """Return a call of `sonarly.audiences.prospects`."""
    _pagination.validate_page_size("limit", limit)
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/audiences/{audience_id}/prospects".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        audience_id=_arguments.path_segment("audience_id", audience_id, _encoders.identifier),
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
    audience_id: str,
    *,
    cursor: str | None = None,
    limit: int | None = None,
) -> Call[AudienceProspectList]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        audience_id,
        cursor=_arguments.unset_if_none(cursor),
        limit=_arguments.unset_if_none(limit),
    )
