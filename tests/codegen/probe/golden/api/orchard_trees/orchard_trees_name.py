# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Mapping
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.naming import Naming
from ...models.tree import Tree
from ...models.tree_list_response import TreeListResponse

OPERATION: Operation[list[Tree]] = Operation(
    id="orchard_trees_name",
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
    body: Naming,
) -> Call[list[Tree]]:
    """Return a call of `orchard.trees.name`."""
    _options: dict[str, Any] = {}
    _path = "/rows/{row}/names".format(
        row=_arguments.path_segment("row", row, _encoders.text),
    )
    _options["json"] = _bodies.json_body("body", body, _encoders.model(Naming))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    row: str,
    *,
    body: Naming | Mapping[str, Any],
) -> Call[list[Tree]]:
    """Return the call for the arguments of the method."""
    return call(
        row,
        body=_arguments.as_model(Naming, "body", body),
    )
