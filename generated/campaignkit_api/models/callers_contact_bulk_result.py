# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersContactBulkResult(Model):
    """Result of a bulk call.

    Attributes:
        requested: Number of contacts received.
        added: Number of contacts created.
        modified: Number of contacts updated.
        contact_ids: IDs of the created or updated contacts.
        contact_details: Result for each contact, if the call was `verbose`.
    """

    requested: int
    added: int
    modified: int
    contact_ids: list[str]
    contact_details: list[CallersContactDetail] | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "requested": "requested",
        "added": "added",
        "modified": "modified",
        "contact_ids": "contactIds",
        "contact_details": "contactDetails",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["requested"]
            self.requested = value if value.__class__ is int else _READ_REQUESTED(value)
            value = source["added"]
            self.added = value if value.__class__ is int else _READ_ADDED(value)
            value = source["modified"]
            self.modified = value if value.__class__ is int else _READ_MODIFIED(value)
            value = source["contactIds"]
            self.contact_ids = _READ_CONTACT_IDS(value)
            value = source.get("contactDetails", UNSET)
            self.contact_details = value if value is UNSET else _READ_CONTACT_DETAILS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_contact_detail import CallersContactDetail

_READ_REQUESTED = _readers.field("CallersContactBulkResult", "requested", _readers.integer)
_READ_ADDED = _readers.field("CallersContactBulkResult", "added", _readers.integer)
_READ_MODIFIED = _readers.field("CallersContactBulkResult", "modified", _readers.integer)
_READ_CONTACT_IDS = _readers.field(
    "CallersContactBulkResult",
    "contactIds",
    _readers.list_of("CallersContactBulkResult.contactIds[]", _readers.text),
)
_READ_CONTACT_DETAILS = _readers.field(
    "CallersContactBulkResult",
    "contactDetails",
    _readers.list_of("CallersContactBulkResult.contactDetails[]", CallersContactDetail.from_dict),
)
