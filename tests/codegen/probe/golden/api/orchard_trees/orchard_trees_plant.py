# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.files import Upload
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.kind import Kind
from ...models.planting import Planting
from ...models.tree import Tree

OPERATION: Operation[Tree] = Operation(
    id="orchard_trees_plant",
    method="POST",
    idempotency="never",
    decoders={
        201: Decoder(
            Tree,
            Tree.from_dict,
            lambda _body: _body,
        ),
    },
)


def call(
    row: str,
    *,
    body: Planting,
) -> Call[Tree]:
    """Return a call of `orchard.trees.plant`."""
    _options: dict[str, Any] = {}
    _path = "/rows/{row}/trees".format(
        row=_arguments.path_segment("row", row, _encoders.text),
    )
    _options["files"] = _bodies.multipart_body("", body, _encoders.model(Planting))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    row: str,
    *,
    picture: Upload,
    kind: Kind | str,
    leaves: Iterable[Upload] | None = None,
    planted_at: datetime.datetime | None = None,
    tags: Iterable[str] | None = None,
) -> Call[Tree]:
    """Return the call for the arguments of the method."""
    return call(
        row,
        body=Planting(
            picture=_arguments.file("picture", picture),
            kind=_arguments.enum_member(Kind, "kind", kind),
            leaves=UNSET
            if leaves is None
            else _arguments.list_with(
                "leaves", leaves, lambda name, item: _arguments.file(name, item)
            ),
            planted_at=_arguments.unset_if_none(planted_at),
            tags=UNSET if tags is None else _arguments.as_list("tags", tags),
        ),
    )
