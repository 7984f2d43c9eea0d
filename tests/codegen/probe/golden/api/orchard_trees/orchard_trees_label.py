# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.tree import Tree
from ...models.tree_list_response import TreeListResponse

OPERATION: Operation[list[Tree]] = Operation(
    id="orchard_trees_label",
    method="PUT",
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
    body: list[str],
) -> Call[list[Tree]]:
    """Return a call of `orchard.trees.label`."""
    _options: dict[str, Any] = {}
    _path = "/rows/{row}/labels".format(
        row=_arguments.path_segment("row", row, _encoders.text),
    )
    _options["json"] = _bodies.json_body("body", body, _encoders.list_of(_encoders.text))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    row: str,
    *,
    body: Iterable[str],
) -> Call[list[Tree]]:
    """Return the call for the arguments of the method."""
    return call(
        row,
        body=_arguments.as_list("body", body),
    )
