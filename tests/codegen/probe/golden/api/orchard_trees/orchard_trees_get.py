# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
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
            lambda _body: _body,
        ),
    },
)


def call(
    tree: str,
) -> Call[Tree]:
    """Return a call of `orchard.trees.get`."""
    _options: dict[str, Any] = {}
    _path = "/trees/{tree}".format(
        tree=_arguments.path_segment("tree", tree, _encoders.text),
    )
    return Call(OPERATION, _path, _options)
