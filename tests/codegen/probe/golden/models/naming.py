# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class Naming(Model):
    """What a row is called.

    Attributes:
        row:
    """

    row: str

    _json_names: ClassVar[Mapping[str, str]] = {
        "row": "row",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["row"]
            self.row = value if value.__class__ is str else _READ_ROW(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_ROW = _readers.field("Naming", "row", _readers.text)

Naming._encoders = {
    "row": _encoders.text,
}
