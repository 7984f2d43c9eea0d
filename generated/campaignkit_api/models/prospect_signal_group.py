# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from .. import reading as _reading
from ..types import Model


@define(repr=False, weakref_slot=False)
class ProspectSignalGroup(Model):
    """The signals that come from one source.

    Attributes:
        type_: The source. Its values are not documented.
        items:
    """

    type_: str
    items: list[ProspectSignal]

    _json_names: ClassVar[Mapping[str, str]] = {
        "type_": "type",
        "items": "items",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """The model that parsed JSON holds; a Mismatch where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _reading.Mismatch("an object")
        self = object.__new__(cls)
        try:
            value = source["type"]
            self.type_ = value if value.__class__ is str else _READ_TYPE_(value)
            value = source["items"]
            self.items = _READ_ITEMS(value)
        except KeyError as error:
            raise _reading.missing(error) from None
        return self


from .prospect_signal import ProspectSignal

_READ_TYPE_ = _reading.field("ProspectSignalGroup", "type", _reading.text)
_READ_ITEMS = _reading.field(
    "ProspectSignalGroup",
    "items",
    _reading.listed("ProspectSignalGroup.items[]", ProspectSignal.from_dict),
)
