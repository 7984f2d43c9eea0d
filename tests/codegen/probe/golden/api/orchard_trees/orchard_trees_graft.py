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
from ...models.kind import Kind
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
            lambda _body: _body,
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

    def _verification() -> Verification[TreePageResponseData, Tree]:
        from .orchard_trees_standing import call as _read

        def _matching(_found: TreePageResponseData, _since: datetime.datetime) -> list[Any]:
            return [
                _item
                for _item in _found.items
                if (_item.planted_at is not None and _item.planted_at >= _since)
                and _arguments.matches(_item.kind, body.kind)
                and _arguments.matches(_item.height, body.height)
                and _item.cut_at is None
            ]

        return Verification(
            _read(
                row=row,
                limit=100,
                kind=body.kind,
                gardener=gardener,
            ),
            applied=lambda _found, _since: (
                len(_matching(_found, _since)) == 1 and not _found.has_more
            ),
            unapplied=lambda _found, _since: (
                not [
                    _item
                    for _item in _found.items
                    if (_item.planted_at is None or _item.planted_at >= _since)
                ]
                and not _found.has_more
            ),
            result=lambda _found, _since: _matching(_found, _since)[0],
            candidates=lambda _found, _since: [
                (_item.id, _item.kind)
                for _item in sorted(
                    _found.items, key=lambda _item: not _similarity.resembles(_item.kind, body.kind)
                )
                if (_item.planted_at is None or _item.planted_at >= _since)
            ],
        )

    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    row: str,
    *,
    kind: Kind | str,
    height: float | None = None,
    gardener: str | None = None,
) -> Call[Tree]:
    """Return the call for the arguments of the method."""
    return call(
        row,
        body=Graft(
            kind=_arguments.enum_member(Kind, "kind", kind), height=_arguments.unset_if_none(height)
        ),
        gardener=_arguments.unset_if_none(gardener),
    )
