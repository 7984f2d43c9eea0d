# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.tree import Tree
from ...models.tree_list_response import TreeListResponse

OPERATION: Operation[list[Tree]] = Operation(
    id="orchard_trees_open_gate",
    method="POST",
    idempotency="never",
    decoders={
        200: Decoder(
            TreeListResponse,
            TreeListResponse.from_dict,
            lambda _body: _body.data.items,
            items=("data", "items"),
        ),
    },
    security=(("gate_secret",),),
)


def call() -> Call[list[Tree]]:
    """Return a call of `orchard.trees.open_gate`."""
    _options: dict[str, Any] = {}
    _path = "/gate"
    return Call(OPERATION, _path, _options)
