# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
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
            lambda body: body.data.items,
        ),
    },
)


def call(
    row: str,
    *,
    body: Naming,
) -> Call[list[Tree]]:
    """Return a call of `orchard.trees.name`."""
    _kwargs: dict[str, Any] = {}
    path = "/rows/{row}/names".format(
        row=segment("row", row),
    )
    headers: dict[str, Any] = {}

    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
