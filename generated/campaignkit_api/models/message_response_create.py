# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class MessageResponseCreate(Model):
    """Message to queue for a prospect.

    Attributes:
        prospect_id: ID of the prospect to write to.
        message: Text of the message.
        channel: Channel of a message.
        conversation_id: ID of the existing direct-message conversation to reply in.
        subject: Subject line. An `inmail` needs one.
    """

    prospect_id: str
    message: str
    channel: MessageChannel | Unset = UNSET
    conversation_id: str | Unset = UNSET
    subject: str | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "prospect_id": "prospectId",
        "message": "message",
        "channel": "channel",
        "conversation_id": "conversationId",
        "subject": "subject",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["prospectId"]
            self.prospect_id = value if value.__class__ is str else _READ_PROSPECT_ID(value)
            value = source["message"]
            self.message = value if value.__class__ is str else _READ_MESSAGE(value)
            value = source.get("channel", UNSET)
            self.channel = (
                value
                if value is UNSET
                else (value.__class__ is str and _KNOWN_CHANNEL.get(value)) or _READ_CHANNEL(value)
            )
            value = source.get("conversationId", UNSET)
            self.conversation_id = (
                value if value is UNSET or value.__class__ is str else _READ_CONVERSATION_ID(value)
            )
            value = source.get("subject", UNSET)
            self.subject = (
                value if value is UNSET or value.__class__ is str else _READ_SUBJECT(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .message_channel import MessageChannel

_KNOWN_CHANNEL = _readers.enum_members(MessageChannel)
_READ_PROSPECT_ID = _readers.field("MessageResponseCreate", "prospectId", _readers.text)
_READ_MESSAGE = _readers.field("MessageResponseCreate", "message", _readers.text)
_READ_CHANNEL = _readers.field(
    "MessageResponseCreate", "channel", _readers.enum_member(MessageChannel)
)
_READ_CONVERSATION_ID = _readers.field("MessageResponseCreate", "conversationId", _readers.text)
_READ_SUBJECT = _readers.field("MessageResponseCreate", "subject", _readers.text)

MessageResponseCreate._encoders = {
    "prospect_id": _encoders.identifier,
    "message": _encoders.text,
    "channel": _encoders.optional(_encoders.enum_member(MessageChannel)),
    "conversation_id": _encoders.optional(_encoders.identifier),
    "subject": _encoders.optional(_encoders.text),
}
