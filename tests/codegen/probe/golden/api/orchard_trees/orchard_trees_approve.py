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
            lambda body: body,
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

    def verification() -> Verification[TreePageResponseData, Permit]:
        from .orchard_trees_standing import call as read

        def matching(found: TreePageResponseData, since: datetime.datetime) -> list[Any]:
            return [
                each for each in found.items if each.id == tree_id and not (each.cut_at is None)
            ]

        return Verification(
            read(
                row=row,
                ids=[tree_id],
            ),
            applied=lambda found, since: len(matching(found, since)) == 1 and not found.has_more,
            unapplied=lambda found, since: (
                len([each for each in found.items if each.id == tree_id and each.cut_at is None])
                == 1
                and not found.has_more
            ),
            result=lambda found, since: Permit(
                state=PermitState("approved"),
                permit=permit,
                kind=matching(found, since)[0].kind,
                tree=matching(found, since)[0],
            ),
        )

    verification()  # the read takes its arguments too
    return Call(OPERATION, _path, _options, verification)
