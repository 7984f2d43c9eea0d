# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.felling import Felling
from ...models.tree import Tree
from ...models.tree_list_response import TreeListResponse

OPERATION: Operation[list[Tree]] = Operation(
    id="orchard_trees_fell",
    method="DELETE",
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
    body: Felling,
    type_: str | Unset = UNSET,
) -> Call[list[Tree]]:
    """Return a call of `orchard.trees.fell`."""
    _kwargs: dict[str, Any] = {}
    path = "/rows/{row}/trees".format(
        row=segment("row", row),
    )
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["type"] = type_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs["params"] = params
    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
