# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import pagination as _pagination
from campaignkit_runtime import parameters as _parameters
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.pagination import Pagination

from ...models.kind import Kind
from ...models.tree import Tree
from ...models.tree_page_response import TreePageResponse
from ...models.tree_page_response_data import TreePageResponseData

OPERATION: Operation[TreePageResponseData] = Operation(
    id="orchard_trees_standing",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            TreePageResponse,
            TreePageResponse.from_dict,
            lambda _body: _body.data,
            items=("data", "items"),
        ),
    },
    headers=frozenset(["x-gardener"]),
)


PAGINATION: Pagination[TreePageResponseData, Tree] = Pagination(
    lambda page: page.items,
    _pagination.by_cursor("cursor", lambda page: page.next_cursor, lambda page: page.has_more),
)


def call(
    row: str,
    *,
    cursor: None | str | Unset = UNSET,
    limit: float | Unset = UNSET,
    kind: Kind | Unset = UNSET,
    ids: list[str] | Unset = UNSET,
    gardener: str | Unset = UNSET,
) -> Call[TreePageResponseData]:
    """Return a call of `orchard.trees.standing`."""
    _pagination.validate_page_size("limit", limit)
    _options: dict[str, Any] = {}
    _path = "/rows/{row}/standing".format(
        row=_arguments.path_segment("row", row, _encoders.text),
    )
    _options["headers"] = _arguments.sendable(
        {
            "x-gardener": _arguments.header_value(
                "gardener", gardener, _encoders.optional(_encoders.text)
            ),
        }
    )
    _options["params"] = _arguments.sendable(
        {
            "cursor": _arguments.query_value(
                "cursor", cursor, _encoders.optional(_encoders.nullable(_encoders.text))
            ),
            "limit": _arguments.query_value("limit", limit, _encoders.optional(_encoders.number)),
            "kind": _arguments.query_value(
                "kind", kind, _encoders.optional(_encoders.enum_member(Kind))
            ),
        }
    )
    _options["query"] = _parameters.query_string(
        _parameters.query(
            "ids",
            "ids",
            ids,
            _encoders.optional(_encoders.list_of(_encoders.identifier)),
            "form",
            explode=False,
        ),
    )
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    row: str,
    *,
    cursor: str | None = None,
    limit: float | None = None,
    kind: Kind | str | None = None,
    ids: Iterable[str] | None = None,
    gardener: str | None = None,
) -> Call[TreePageResponseData]:
    """Return the call for the arguments of the method."""
    return call(
        row,
        cursor=_arguments.unset_if_none(cursor),
        limit=_arguments.unset_if_none(limit),
        kind=UNSET if kind is None else _arguments.enum_member(Kind, "kind", kind),
        ids=UNSET if ids is None else _arguments.as_list("ids", ids),
        gardener=_arguments.unset_if_none(gardener),
    )
