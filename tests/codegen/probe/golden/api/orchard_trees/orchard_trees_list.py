# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import parameters as _parameters
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
            lambda _body: _body.data.items,
            items=("data", "items"),
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
    _options: dict[str, Any] = {}
    _path = "/rows/{row}/trees".format(
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
            "tags": _arguments.query_value(
                "tags", tags, _encoders.optional(_encoders.list_of(_encoders.text))
            ),
            "plantedSince": _arguments.query_value(
                "planted_since", planted_since, _encoders.optional(_encoders.datetime_)
            ),
            "old": _arguments.query_value("old", old, _encoders.optional(_encoders.boolean)),
        }
    )
    _options["query"] = _parameters.query_string(
        _parameters.query(
            "kinds", "kinds", kinds, _encoders.list_of(_encoders.text), "form", explode=False
        ),
    )
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    row: str,
    *,
    kinds: Iterable[str],
    tags: Iterable[str] | None = None,
    planted_since: datetime.datetime | None = None,
    old: bool | None = None,
    gardener: str | None = None,
) -> Call[list[Tree]]:
    """Return the call for the arguments of the method."""
    return call(
        row,
        kinds=_arguments.as_list("kinds", kinds),
        tags=UNSET if tags is None else _arguments.as_list("tags", tags),
        planted_since=_arguments.unset_if_none(planted_since),
        old=_arguments.unset_if_none(old),
        gardener=_arguments.unset_if_none(gardener),
    )
