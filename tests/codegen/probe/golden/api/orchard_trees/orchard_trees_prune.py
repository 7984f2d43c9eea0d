# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.pruning import Pruning
from ...models.tree import Tree

OPERATION: Operation[Tree] = Operation(
    id="orchard_trees_prune",
    method="PUT",
    idempotency="verify",
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
    *,
    body: Pruning,
) -> Call[Tree]:
    """Return a call of `orchard.trees.prune`."""
    _options: dict[str, Any] = {}
    _path = "/trees/{tree}/crown".format(
        tree=_arguments.path_segment("tree", tree, _encoders.text),
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(Pruning))

    def _verification() -> Verification[Tree, Tree]:
        from .orchard_trees_get import call as _read

        return Verification(
            _read(
                tree=tree,
            ),
            applied=lambda _found, _since: _arguments.matches(_found.height, body.crown_height),
            unapplied=lambda _found, _since: (
                not (_arguments.matches(_found.height, body.crown_height))
            ),
            result=lambda _found, _since: _found,
        )

    return Call(OPERATION, _path, _options, _verification)
