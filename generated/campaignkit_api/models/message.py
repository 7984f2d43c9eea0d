# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class Message(Model):
    """Message of a conversation. It has further fields, which no copy of the page shows.

    Attributes:
        id: ID of the message.
        participant_provider_id: LinkedIn ID of the other participant of the conversation.
    """

    id: str
    participant_provider_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "participant_provider_id": "participantProviderId",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["id"]
            self.id = value if value.__class__ is str else _READ_ID(value)
            value = source.get("participantProviderId", UNSET)
            self.participant_provider_id = (
                value
                if value is UNSET or value.__class__ is str
                else _READ_PARTICIPANT_PROVIDER_ID(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        known = cls._json_names.values()
        rest = {name: value for name, value in source.items() if name not in known}
        self.additional_properties = _READ__REST(rest)
        return self


_READ_ID = _readers.field("Message", "id", _readers.text)
_READ_PARTICIPANT_PROVIDER_ID = _readers.field("Message", "participantProviderId", _readers.text)
_READ__REST = _readers.dict_of("Message", _readers.any_value)
