# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class WritingStyleSampleInput(Model):
    """Sample message.

    Attributes:
        type_: Use of a sample: for a signal, without a signal, or as a fallback.
        message: Text of the message.
        subject: Subject line of the message.
        signal_tag: Tag of the signal of the sample.
    """

    type_: WritingStyleSampleType | Unset = UNSET
    message: str | Unset = UNSET
    subject: str | Unset = UNSET
    signal_tag: str | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "type_": "type",
        "message": "message",
        "subject": "subject",
        "signal_tag": "signalTag",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("type", UNSET)
            self.type_ = (
                value
                if value is UNSET
                else (value.__class__ is str and _KNOWN_TYPE_.get(value)) or _READ_TYPE_(value)
            )
            value = source.get("message", UNSET)
            self.message = (
                value if value is UNSET or value.__class__ is str else _READ_MESSAGE(value)
            )
            value = source.get("subject", UNSET)
            self.subject = (
                value if value is UNSET or value.__class__ is str else _READ_SUBJECT(value)
            )
            value = source.get("signalTag", UNSET)
            self.signal_tag = (
                value if value is UNSET or value.__class__ is str else _READ_SIGNAL_TAG(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .writing_style_sample_type import WritingStyleSampleType

_KNOWN_TYPE_ = _readers.enum_members(WritingStyleSampleType)
_READ_TYPE_ = _readers.field(
    "WritingStyleSampleInput", "type", _readers.enum_member(WritingStyleSampleType)
)
_READ_MESSAGE = _readers.field("WritingStyleSampleInput", "message", _readers.text)
_READ_SUBJECT = _readers.field("WritingStyleSampleInput", "subject", _readers.text)
_READ_SIGNAL_TAG = _readers.field("WritingStyleSampleInput", "signalTag", _readers.text)

WritingStyleSampleInput._encoders = {
    "type_": _encoders.optional(_encoders.enum_member(WritingStyleSampleType)),
    "message": _encoders.optional(_encoders.text),
    "subject": _encoders.optional(_encoders.text),
    "signal_tag": _encoders.optional(_encoders.text),
}
