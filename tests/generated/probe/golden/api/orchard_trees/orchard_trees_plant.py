# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.planting import Planting
from ...models.tree import Tree

OPERATION: Operation[Tree] = Operation(
    id="orchard_trees_plant",
    method="POST",
    idempotency="never",
    decoders={
        201: Decoder(
            Tree,
            Tree.from_dict,
            lambda body: body,
        ),
    },
)


def call(
    row: str,
    *,
    body: Planting,
) -> Call[Tree]:
    """Return a call of `orchard.trees.plant`."""
    _kwargs: dict[str, Any] = {}
    path = "/rows/{row}/trees".format(
        row=segment("row", row),
    )
    headers: dict[str, Any] = {}

    _kwargs["files"] = body.to_multipart()

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
