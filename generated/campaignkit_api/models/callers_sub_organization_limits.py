# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersSubOrganizationLimits(Model):
    """Call limits of a sub-organization.

    Attributes:
        incoming_calls: Limit for incoming calls.
        outgoing_contacts: Limit for outgoing contacts.
    """

    incoming_calls: float | Unset = UNSET
    outgoing_contacts: float | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "incoming_calls": "incomingCalls",
        "outgoing_contacts": "outgoingContacts",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("incomingCalls", UNSET)
            self.incoming_calls = (
                value if value is UNSET or value.__class__ is float else _READ_INCOMING_CALLS(value)
            )
            value = source.get("outgoingContacts", UNSET)
            self.outgoing_contacts = (
                value
                if value is UNSET or value.__class__ is float
                else _READ_OUTGOING_CONTACTS(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_INCOMING_CALLS = _readers.field(
    "CallersSubOrganizationLimits", "incomingCalls", _readers.number
)
_READ_OUTGOING_CONTACTS = _readers.field(
    "CallersSubOrganizationLimits", "outgoingContacts", _readers.number
)

CallersSubOrganizationLimits._encoders = {
    "incoming_calls": _encoders.optional(_encoders.number),
    "outgoing_contacts": _encoders.optional(_encoders.number),
}
