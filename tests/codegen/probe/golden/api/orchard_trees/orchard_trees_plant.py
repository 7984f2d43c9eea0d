# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
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
            lambda _body: _body,
        ),
    },
)


def call(
    row: str,
    *,
    body: Planting,
) -> Call[Tree]:
    """Return a call of `orchard.trees.plant`."""
    _options: dict[str, Any] = {}
    _path = "/rows/{row}/trees".format(
        row=_arguments.path_segment("row", row, _encoders.text),
    )
    _options["files"] = _bodies.multipart_body("", body, _encoders.model(Planting))
    return Call(OPERATION, _path, _options)
