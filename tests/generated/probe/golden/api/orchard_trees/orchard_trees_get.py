# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.tree import Tree

OPERATION: Operation[Tree] = Operation(
    id="orchard_trees_get",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            Tree,
            Tree.from_dict,
            lambda body: body,
        ),
    },
)


def call(
    tree: str,
) -> Call[Tree]:
    """Return a call of `orchard.trees.get`."""
    _kwargs: dict[str, Any] = {}
    path = "/trees/{tree}".format(
        tree=segment("tree", tree),
    )

    return Call(OPERATION, path, _kwargs)
