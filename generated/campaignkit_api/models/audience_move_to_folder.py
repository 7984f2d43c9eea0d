# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class AudienceMoveToFolder(Model):
    """Folder for an audience.

    Attributes:
        folder_id: ID of a folder of the same account group, for audiences of the same type.
    """

    folder_id: str

    _json_names: ClassVar[Mapping[str, str]] = {
        "folder_id": "folderId",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["folderId"]
            self.folder_id = value if value.__class__ is str else _READ_FOLDER_ID(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_FOLDER_ID = _readers.field("AudienceMoveToFolder", "folderId", _readers.text)

AudienceMoveToFolder._encoders = {
    "folder_id": _encoders.identifier,
}
