# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import similarity as _similarity
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
    _options: dict[str, Any] = {}
    _path = "/rows/{row}/grafts".format(
        row=_arguments.path_segment("row", row, _encoders.text),
    )
    _options["headers"] = _arguments.sendable(
        {
            "x-gardener": _arguments.header_value(
                "gardener", gardener, _encoders.optional(_encoders.text)
            ),
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(Graft))

    def verification() -> Verification[TreePageResponseData, Tree]:
        from .orchard_trees_standing import call as read

        def matching(found: TreePageResponseData, since: datetime.datetime) -> list[Any]:
            return [
                each
                for each in found.items
                if (each.planted_at is not None and each.planted_at >= since)
                and _arguments.matches(each.kind, body.kind)
                and _arguments.matches(each.height, body.height)
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
            unapplied=lambda found, since: (
                not [
                    each
                    for each in found.items
                    if (each.planted_at is None or each.planted_at >= since)
                ]
                and not found.has_more
            ),
            result=lambda found, since: matching(found, since)[0],
            candidates=lambda found, since: [
                (each.id, each.kind)
                for each in sorted(
                    found.items, key=lambda each: not _similarity.resembles(each.kind, body.kind)
                )
                if (each.planted_at is None or each.planted_at >= since)
            ],
        )

    return Call(OPERATION, _path, _options, verification)
