# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CallersContactUpsert(Model):
    """Result of creating or updating a contact.

    Attributes:
        contact_id: ID of the created or updated contact.
        created: True if the contact was created.
        modified: True if the contact was updated.
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
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
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
