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
            lambda body: body,
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

    def verification() -> Verification[Tree, Tree]:
        from .orchard_trees_get import call as read

        return Verification(
            read(
                tree=tree,
            ),
            applied=lambda found, since: _arguments.matches(found.height, body.crown_height),
            unapplied=lambda found, since: (
                not (_arguments.matches(found.height, body.crown_height))
            ),
            result=lambda found, since: found,
        )

    return Call(OPERATION, _path, _options, verification)
