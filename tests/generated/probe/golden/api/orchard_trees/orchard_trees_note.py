# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.note import Note
from ...models.notes import Notes

OPERATION: Operation[Notes] = Operation(
    id="orchard_trees_note",
    method="POST",
    idempotency="never",
    decoders={
        200: Decoder(
            Notes,
            Notes.from_dict,
            lambda body: body,
        ),
    },
)


def call(
    tree: str,
    *,
    body: Note,
) -> Call[Notes]:
    """Return a call of `orchard.trees.note`."""
    _kwargs: dict[str, Any] = {}
    path = "/trees/{tree}/notes".format(
        tree=segment("tree", tree),
    )
    headers: dict[str, Any] = {}

    _kwargs["data"] = body.to_dict()

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
