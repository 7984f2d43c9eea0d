# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersLimits(Model):
    """Call limits of an organization.

    Attributes:
        outgoing_limit: Limit for outgoing calls.
        incoming_limit: Limit for incoming calls.
    """

    outgoing_limit: float | None | Unset = UNSET
    incoming_limit: float | None | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "outgoing_limit": "outgoingLimit",
        "incoming_limit": "incomingLimit",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("outgoingLimit", UNSET)
            self.outgoing_limit = (
                value
                if value is UNSET or value is None or value.__class__ is float
                else _READ_OUTGOING_LIMIT(value)
            )
            value = source.get("incomingLimit", UNSET)
            self.incoming_limit = (
                value
                if value is UNSET or value is None or value.__class__ is float
                else _READ_INCOMING_LIMIT(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_OUTGOING_LIMIT = _readers.nullable_field("CallersLimits", "outgoingLimit", _readers.number)
_READ_INCOMING_LIMIT = _readers.nullable_field("CallersLimits", "incomingLimit", _readers.number)

CallersLimits._encoders = {
    "outgoing_limit": _encoders.optional(_encoders.nullable(_encoders.number)),
    "incoming_limit": _encoders.optional(_encoders.nullable(_encoders.number)),
}
