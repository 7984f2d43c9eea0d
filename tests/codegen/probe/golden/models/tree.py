# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.decoding import unions as _unions
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class Tree(Model):
    """One tree.

    Attributes:
        id:
        kind: What grows.
        height: In metres.
        planted_at:
        cut_at:
        crops: Kilograms, by year and picking.
        visitor:
        rootstock:
        parent: One tree.
        pruned:
    """

    id: str
    kind: Kind
    height: float
    planted_at: datetime.datetime
    cut_at: datetime.datetime | None
    crops: list[list[int]]
    visitor: Bee | Bird
    rootstock: Kind | None | Unset = UNSET
    parent: Tree | Unset = UNSET
    pruned: bool | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "kind": "kind",
        "height": "height",
        "planted_at": "plantedAt",
        "cut_at": "cutAt",
        "crops": "crops",
        "visitor": "visitor",
        "rootstock": "rootstock",
        "parent": "parent",
        "pruned": "pruned",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["id"]
            self.id = value if value.__class__ is str else _READ_ID(value)
            value = source["kind"]
            self.kind = (value.__class__ is str and _KNOWN_KIND.get(value)) or _READ_KIND(value)
            value = source["height"]
            self.height = value if value.__class__ is float else _READ_HEIGHT(value)
            value = source["plantedAt"]
            self.planted_at = _READ_PLANTED_AT(value)
            value = source["cutAt"]
            self.cut_at = value if value is None else _READ_CUT_AT(value)
            value = source["crops"]
            self.crops = _READ_CROPS(value)
            value = source["visitor"]
            self.visitor = _READ_VISITOR(value)
            value = source.get("rootstock", UNSET)
            self.rootstock = (
                value
                if value is UNSET or value is None
                else (value.__class__ is str and _KNOWN_ROOTSTOCK.get(value))
                or _READ_ROOTSTOCK(value)
            )
            value = source.get("parent", UNSET)
            self.parent = value if value is UNSET else _READ_PARENT(value)
            value = source.get("pruned", UNSET)
            self.pruned = (
                value if value is UNSET or value.__class__ is bool else _READ_PRUNED(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .bee import Bee
from .bird import Bird
from .kind import Kind

_KNOWN_KIND = _readers.enum_members(Kind)
_KNOWN_ROOTSTOCK = _readers.enum_members(Kind)
_READ_ID = _readers.field("Tree", "id", _readers.text)
_READ_KIND = _readers.field("Tree", "kind", _readers.enum_member(Kind))
_READ_HEIGHT = _readers.field("Tree", "height", _readers.number)
_READ_PLANTED_AT = _readers.datetime_field("Tree", "plantedAt")
_READ_CUT_AT = _readers.datetime_field("Tree", "cutAt")
_READ_CROPS = _readers.field(
    "Tree",
    "crops",
    _readers.list_of("Tree.crops[]", _readers.list_of("Tree.crops[][]", _readers.integer)),
)
_READ_VISITOR = _readers.field(
    "Tree",
    "visitor",
    _unions.one_of(
        [],
        (
            "species",
            {
                "bird": Bird.from_dict,
                "bee": Bee.from_dict,
                "Bird": Bird.from_dict,
                "Bee": Bee.from_dict,
            },
        ),
    ),
)
_READ_ROOTSTOCK = _readers.nullable_field("Tree", "rootstock", _readers.enum_member(Kind))
_READ_PARENT = _readers.field("Tree", "parent", Tree.from_dict)
_READ_PRUNED = _readers.field("Tree", "pruned", _readers.boolean)
