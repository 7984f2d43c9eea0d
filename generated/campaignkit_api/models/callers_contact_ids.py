# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CallersContactIds(Model):
    """Contacts to archive.

    Attributes:
        contact_ids: IDs of the contacts, string ObjectIds.
    """

    contact_ids: list[str]

    _json_names: ClassVar[Mapping[str, str]] = {
        "contact_ids": "contactIds",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["contactIds"]
            self.contact_ids = _READ_CONTACT_IDS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_CONTACT_IDS = _readers.field(
    "CallersContactIds",
    "contactIds",
    _readers.list_of("CallersContactIds.contactIds[]", _readers.text),
)

CallersContactIds._encoders = {
    "contact_ids": _encoders.list_of(_encoders.identifier),
}
