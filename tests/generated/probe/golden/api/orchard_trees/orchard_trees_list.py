# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime.arguments import comma_joined, segment
from campaignkit_runtime.datetimes import format_rfc3339
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.tree import Tree
from ...models.tree_list_response import TreeListResponse

OPERATION: Operation[list[Tree]] = Operation(
    id="orchard_trees_list",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            TreeListResponse,
            TreeListResponse.from_dict,
            lambda body: body.data.items,
        ),
    },
    headers=frozenset(["x-gardener"]),
)


def call(
    row: str,
    *,
    kinds: list[str],
    tags: list[str] | Unset = UNSET,
    planted_since: datetime.datetime | Unset = UNSET,
    old: bool | Unset = UNSET,
    gardener: str | Unset = UNSET,
) -> Call[list[Tree]]:
    """Return a call of `orchard.trees.list`."""
    _kwargs: dict[str, Any] = {}
    path = "/rows/{row}/trees".format(
        row=segment("row", row),
    )
    headers: dict[str, Any] = {}
    if not isinstance(gardener, Unset):
        headers["x-gardener"] = gardener

    params: dict[str, Any] = {}

    json_kinds = kinds

    params["kinds"] = json_kinds

    json_tags: list[str] | Unset = UNSET
    if not isinstance(tags, Unset):
        json_tags = tags

    params["tags"] = json_tags

    json_planted_since: str | Unset = UNSET
    if not isinstance(planted_since, Unset):
        json_planted_since = format_rfc3339(planted_since)
    params["plantedSince"] = json_planted_since

    params["old"] = old

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    if "kinds" in params:
        params["kinds"] = comma_joined("kinds", params["kinds"])
    _kwargs["params"] = params
    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
