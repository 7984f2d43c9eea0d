# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime.arguments import agrees, segment
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.graft import Graft
from ...models.tree import Tree
from ...models.tree_page_response_data import TreePageResponseData

OPERATION: Operation[Tree] = Operation(
    id="orchard_trees_graft",
    method="POST",
    idempotency="verify",
    decoders={
        201: Decoder(
            Tree,
            Tree.from_dict,
            lambda body: body,
        ),
    },
    headers=frozenset(["x-gardener"]),
)


def call(
    row: str,
    *,
    body: Graft,
    gardener: str | Unset = UNSET,
) -> Call[Tree]:
    """Return a call of `orchard.trees.graft`."""
    _kwargs: dict[str, Any] = {}
    path = "/rows/{row}/grafts".format(
        row=segment("row", row),
    )
    headers: dict[str, Any] = {}
    if not isinstance(gardener, Unset):
        headers["x-gardener"] = gardener

    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers

    def verification() -> Verification[TreePageResponseData, Tree]:
        from .orchard_trees_standing import call as read

        def matching(found: TreePageResponseData, since: datetime.datetime) -> list[Any]:
            return [
                each
                for each in found.items
                if (each.planted_at is not None and each.planted_at >= since)
                and agrees(each.kind, body.kind)
                and agrees(each.height, body.height)
                and each.cut_at is None
            ]

        return Verification(
            read(
                row=row,
                limit=100,
                kind=body.kind,
                gardener=gardener,
            ),
            applied=lambda found, since: len(matching(found, since)) == 1 and not found.has_more,
            unapplied=lambda found, since: not matching(found, since) and not found.has_more,
            result=lambda found, since: matching(found, since)[0],
        )

    return Call(OPERATION, path, _kwargs, verification)
