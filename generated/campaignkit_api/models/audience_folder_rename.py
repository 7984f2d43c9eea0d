# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class AudienceFolderRename(Model):
    """New name of a folder.

    Attributes:
        name: New name.
    """

    name: str

    _json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_NAME = _readers.field("AudienceFolderRename", "name", _readers.text)

AudienceFolderRename._encoders = {
    "name": _encoders.text,
}
