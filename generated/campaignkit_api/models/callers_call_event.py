# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersCallEvent(Model):
    """Event that the script triggered during a call.

    Attributes:
        type_: Kind of event: a message was sent, a meeting was booked, or the call was
            forwarded.
        data: Details of the event, by its type. A message has `sent`, `status`, `sentAt`,
            `sentTo`, `sentFrom`, `text`, `smsSid` and `uri`. A forwarded call has
            `phone_number` and `contactAsCallerId`. The fields of a meeting are not printed.
    """

    type_: CallersEventType
    data: CallersEventData | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "type_": "type",
        "data": "data",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["type"]
            self.type_ = (value.__class__ is str and _KNOWN_TYPE_.get(value)) or _READ_TYPE_(value)
            value = source.get("data", UNSET)
            self.data = value if value is UNSET else _READ_DATA(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_event_data import CallersEventData
from .callers_event_type import CallersEventType

_KNOWN_TYPE_ = _readers.enum_members(CallersEventType)
_READ_TYPE_ = _readers.field("CallersCallEvent", "type", _readers.enum_member(CallersEventType))
_READ_DATA = _readers.field("CallersCallEvent", "data", CallersEventData.from_dict)
