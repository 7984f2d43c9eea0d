# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class ProspectSignalGroup(Model):
    """Signals of one source.

    Attributes:
        type_: Source of the signals. Its values are not documented.
        items: Signals of the source.
    """

    type_: str
    items: list[ProspectSignal]

    _json_names: ClassVar[Mapping[str, str]] = {
        "type_": "type",
        "items": "items",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["type"]
            self.type_ = value if value.__class__ is str else _READ_TYPE_(value)
            value = source["items"]
            self.items = _READ_ITEMS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .prospect_signal import ProspectSignal

_READ_TYPE_ = _readers.field("ProspectSignalGroup", "type", _readers.text)
_READ_ITEMS = _readers.field(
    "ProspectSignalGroup",
    "items",
    _readers.list_of("ProspectSignalGroup.items[]", ProspectSignal.from_dict),
)
