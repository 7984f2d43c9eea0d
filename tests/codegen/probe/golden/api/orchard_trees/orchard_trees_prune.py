# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.pruning import Pruning
from ...models.pruning_tools_item import PruningToolsItem
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


def call_from_arguments(
    tree: str,
    *,
    crown_height: float,
    tools: Iterable[PruningToolsItem | str] | None = None,
    note: str | None | Unset = UNSET,
) -> Call[Tree]:
    """Return the call for the arguments of the method."""
    return call(
        tree,
        body=Pruning(
            crown_height=crown_height,
            tools=UNSET
            if tools is None
            else _arguments.list_with(
                "tools",
                tools,
                lambda name, item: _arguments.enum_member(PruningToolsItem, name, item),
            ),
            note=note,
        ),
    )
