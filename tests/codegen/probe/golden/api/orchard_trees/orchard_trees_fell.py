# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable, Mapping
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.felling import Felling
from ...models.felling_reasons import FellingReasons
from ...models.kind import Kind
from ...models.tree import Tree
from ...models.tree_list_response import TreeListResponse

OPERATION: Operation[list[Tree]] = Operation(
    id="orchard_trees_fell",
    method="DELETE",
    idempotency="never",
    decoders={
        200: Decoder(
            TreeListResponse,
            TreeListResponse.from_dict,
            lambda _body: _body.data.items,
            items=("data", "items"),
        ),
    },
)


def call(
    row: str,
    *,
    body: Felling,
    type_: str | Unset = UNSET,
) -> Call[list[Tree]]:
    """Return a call of `orchard.trees.fell`."""
    _options: dict[str, Any] = {}
    _path = "/rows/{row}/trees".format(
        row=_arguments.path_segment("row", row, _encoders.text),
    )
    _options["params"] = _arguments.sendable(
        {
            "type": _arguments.query_value("type", type_, _encoders.optional(_encoders.text)),
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(Felling))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    row: str,
    *,
    ids: Iterable[str],
    kinds: Iterable[Kind | str] | None = None,
    list: str | None | Unset = UNSET,
    reasons: Mapping[str, str] | None = None,
    note: Any = UNSET,
    type: str | None = None,
) -> Call[list[Tree]]:
    """Return the call for the arguments of the method."""
    return call(
        row,
        body=Felling(
            ids=_arguments.as_list("ids", ids),
            kinds=UNSET
            if kinds is None
            else _arguments.list_with(
                "kinds", kinds, lambda name, item: _arguments.enum_member(Kind, name, item)
            ),
            list_=list,
            reasons=UNSET
            if reasons is None
            else FellingReasons(_arguments.as_dict("reasons", reasons)),
            note=note,
        ),
        type_=_arguments.unset_if_none(type),
    )
