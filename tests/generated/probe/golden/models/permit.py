# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from .. import reading as _reading
from ..types import Model


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

    outcome: ClassVar[Literal["applied"]] = "applied"
    """Told by the answer, or by a read where no answer came; what that cannot tell is UNSET."""

    _json_names: ClassVar[Mapping[str, str]] = {
        "state": "state",
        "permit": "permit",
        "kind": "kind",
        "tree": "tree",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """The model that parsed JSON holds; a Mismatch where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _reading.Mismatch("an object")
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
            raise _reading.missing(error) from None
        return self


from .kind import Kind
from .permit_state import PermitState
from .tree import Tree

_KNOWN_STATE = _reading.members(PermitState)
_KNOWN_KIND = _reading.members(Kind)
_READ_STATE = _reading.field("Permit", "state", _reading.member(PermitState))
_READ_PERMIT = _reading.field("Permit", "permit", _reading.text)
_READ_KIND = _reading.field("Permit", "kind", _reading.member(Kind))
_READ_TREE = _reading.field("Permit", "tree", Tree.from_dict)
