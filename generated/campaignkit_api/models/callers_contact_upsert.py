# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CallersContactUpsert(Model):
    """What became of one contact.

    Attributes:
        contact_id: The contact that was created or changed.
        created: Whether it is new.
        modified: Whether it was there and was changed.
    """

    contact_id: str
    created: bool
    modified: bool

    _json_names: ClassVar[Mapping[str, str]] = {
        "contact_id": "contactId",
        "created": "created",
        "modified": "modified",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """The model that parsed JSON holds; a SchemaMismatchError where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["contactId"]
            self.contact_id = value if value.__class__ is str else _READ_CONTACT_ID(value)
            value = source["created"]
            self.created = value if value.__class__ is bool else _READ_CREATED(value)
            value = source["modified"]
            self.modified = value if value.__class__ is bool else _READ_MODIFIED(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_CONTACT_ID = _readers.field("CallersContactUpsert", "contactId", _readers.text)
_READ_CREATED = _readers.field("CallersContactUpsert", "created", _readers.boolean)
_READ_MODIFIED = _readers.field("CallersContactUpsert", "modified", _readers.boolean)
