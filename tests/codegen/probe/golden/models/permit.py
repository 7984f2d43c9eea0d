# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class Permit(Model):
    """A permit.

    Attributes:
        state: What became of a permit.
        permit:
        kind: What grows.
        tree: One tree.
    """

    state: PermitState
    permit: str
    kind: Kind
    tree: Tree

    _json_names: ClassVar[Mapping[str, str]] = {
        "state": "state",
        "permit": "permit",
        "kind": "kind",
        "tree": "tree",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["state"]
            self.state = (value.__class__ is str and _KNOWN_STATE.get(value)) or _READ_STATE(value)
            value = source["permit"]
            self.permit = value if value.__class__ is str else _READ_PERMIT(value)
            value = source["kind"]
            self.kind = (value.__class__ is str and _KNOWN_KIND.get(value)) or _READ_KIND(value)
            value = source["tree"]
            self.tree = _READ_TREE(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .kind import Kind
from .permit_state import PermitState
from .tree import Tree

_KNOWN_STATE = _readers.enum_members(PermitState)
_KNOWN_KIND = _readers.enum_members(Kind)
_READ_STATE = _readers.field("Permit", "state", _readers.enum_member(PermitState))
_READ_PERMIT = _readers.field("Permit", "permit", _readers.text)
_READ_KIND = _readers.field("Permit", "kind", _readers.enum_member(Kind))
_READ_TREE = _readers.field("Permit", "tree", Tree.from_dict)
