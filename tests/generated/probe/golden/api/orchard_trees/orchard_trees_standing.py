# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import comma_joined, segment
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation
from campaignkit_runtime.pagination import Pagination, by_cursor, validate_page_size

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
            lambda body: body.data,
        ),
    },
    headers=frozenset(["x-gardener"]),
)


PAGINATION: Pagination[TreePageResponseData, Tree] = Pagination(
    lambda page: page.items,
    by_cursor("cursor", lambda page: page.next_cursor, lambda page: page.has_more),
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
    validate_page_size("limit", limit)
    _kwargs: dict[str, Any] = {}
    path = "/rows/{row}/standing".format(
        row=segment("row", row),
    )
    headers: dict[str, Any] = {}
    if not isinstance(gardener, Unset):
        headers["x-gardener"] = gardener

    params: dict[str, Any] = {}

    json_cursor: None | str | Unset
    if isinstance(cursor, Unset):
        json_cursor = UNSET
    else:
        json_cursor = cursor
    params["cursor"] = json_cursor

    params["limit"] = limit

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind

    json_ids: list[str] | Unset = UNSET
    if not isinstance(ids, Unset):
        json_ids = ids

    params["ids"] = json_ids

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    if "ids" in params:
        params["ids"] = comma_joined("ids", params["ids"])
    _kwargs["params"] = params
    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
