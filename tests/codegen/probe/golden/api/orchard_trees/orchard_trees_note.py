# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
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
            lambda _body: _body,
        ),
    },
)


def call(
    tree: str,
    *,
    body: Note,
) -> Call[Notes]:
    """Return a call of `orchard.trees.note`."""
    _options: dict[str, Any] = {}
    _path = "/trees/{tree}/notes".format(
        tree=_arguments.path_segment("tree", tree, _encoders.text),
    )
    _options["data"] = _bodies.form_body("", body, _encoders.model(Note))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    tree: str,
    *,
    text: str,
    private: bool | None = None,
) -> Call[Notes]:
    """Return the call for the arguments of the method."""
    return call(
        tree,
        body=Note(text=text, private=_arguments.unset_if_none(private)),
    )
