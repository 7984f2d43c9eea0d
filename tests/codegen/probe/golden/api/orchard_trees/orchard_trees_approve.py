# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.permit import Permit
from ...models.permit_state import PermitState
from ...models.tree_page_response_data import TreePageResponseData

OPERATION: Operation[Permit] = Operation(
    id="orchard_trees_approve",
    method="POST",
    idempotency="verify",
    decoders={
        200: Decoder(
            Permit,
            Permit.from_dict,
            lambda _body: _body,
        ),
    },
)


def call(
    row: str,
    permit: str,
    *,
    tree_id: str | Unset = UNSET,
) -> Call[Permit]:
    """Return a call of `orchard.trees.approve`."""
    _options: dict[str, Any] = {}
    _path = "/rows/{row}/permits/{permit}".format(
        row=_arguments.path_segment("row", row, _encoders.text),
        permit=_arguments.path_segment("permit", permit, _encoders.text),
    )
    _arguments.encoded("tree_id", tree_id, _encoders.optional(_encoders.identifier))

    if isinstance(tree_id, Unset):
        return Call(OPERATION, _path, _options)

    def _verification() -> Verification[TreePageResponseData, Permit]:
        from .orchard_trees_standing import call as _read

        def _matching(_found: TreePageResponseData, _since: datetime.datetime) -> list[Any]:
            return [
                _item
                for _item in _found.items
                if _item.id == tree_id and not (_item.cut_at is None)
            ]

        return Verification(
            _read(
                row=row,
                ids=[tree_id],
            ),
            applied=lambda _found, _since: (
                len(_matching(_found, _since)) == 1 and not _found.has_more
            ),
            unapplied=lambda _found, _since: (
                len(
                    [
                        _item
                        for _item in _found.items
                        if _item.id == tree_id and _item.cut_at is None
                    ]
                )
                == 1
                and not _found.has_more
            ),
            result=lambda _found, _since: Permit(
                state=PermitState("approved"),
                permit=permit,
                kind=_matching(_found, _since)[0].kind,
                tree=_matching(_found, _since)[0],
            ),
        )

    _verification()  # the read takes its arguments too
    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    row: str,
    permit: str,
    *,
    tree_id: str | None = None,
) -> Call[Permit]:
    """Return the call for the arguments of the method."""
    return call(
        row,
        permit,
        tree_id=_arguments.unset_if_none(tree_id),
    )
