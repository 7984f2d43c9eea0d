# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import models as _models
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.bee import Bee
from ...models.change import Change
from ...models.kind import Kind
from ...models.tree import Tree

OPERATION: Operation[Tree] = Operation(
    id="orchard_trees_change",
    method="PATCH",
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
    body: Change | Unset = UNSET,
) -> Call[Tree]:
    """Return a call of `orchard.trees.change`."""
    _options: dict[str, Any] = {}
    _path = "/trees/{tree}".format(
        tree=_arguments.path_segment("tree", tree, _encoders.text),
    )
    if not isinstance(body, _models.Unset):
        _options["json"] = _bodies.json_body("", body, _encoders.model(Change))

    def _verification() -> Verification[Tree, Tree]:
        from .orchard_trees_get import call as _read

        return Verification(
            _read(
                tree=tree,
            ),
            applied=lambda _found, _since: (
                _arguments.matches(_found.kind, (body and body.kind))
                and _arguments.matches(_found.crops, (body and body.crops))
                and _arguments.matches(_found.cut_at, (body and body.cut_at))
                and _arguments.matches(_found.visitor, (body and body.visitor))
                and (body and body.note) is UNSET
            ),
            unapplied=lambda _found, _since: (
                not (
                    _arguments.matches(_found.kind, (body and body.kind))
                    and _arguments.matches(_found.crops, (body and body.crops))
                    and _arguments.matches(_found.cut_at, (body and body.cut_at))
                    and _arguments.matches(_found.visitor, (body and body.visitor))
                )
            ),
            result=lambda _found, _since: _found,
            is_repeatable=True,
        )

    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    tree: str,
    *,
    kind: Kind | str | None = None,
    cut_at: datetime.datetime | None | Unset = UNSET,
    crops: Iterable[Iterable[int]] | None = None,
    visitor: Bee | Mapping[str, Any] | None = None,
    note: str | None = None,
) -> Call[Tree]:
    """Return the call for the arguments of the method."""
    return call(
        tree,
        body=_arguments.unset_if_empty(
            Change(
                kind=UNSET if kind is None else _arguments.enum_member(Kind, "kind", kind),
                cut_at=cut_at,
                crops=UNSET
                if crops is None
                else _arguments.list_with(
                    "crops", crops, lambda name, item: _arguments.as_list(name, item)
                ),
                visitor=UNSET if visitor is None else _arguments.as_model(Bee, "visitor", visitor),
                note=_arguments.unset_if_none(note),
            )
        ),
    )
