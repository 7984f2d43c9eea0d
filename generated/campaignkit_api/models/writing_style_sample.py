# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class WritingStyleSample(Model):
    """Sample message.

    Attributes:
        type_: Use of a sample: for a signal, without a signal, or as a fallback.
        message: Text of the message.
        subject: Subject line; `None` if the message has none.
        signal_tag: Tag of the signal of the sample; `None` if it has none.
    """

    type_: WritingStyleSampleType
    message: str
    subject: None | str
    signal_tag: None | str

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
            value = source["type"]
            self.type_ = (value.__class__ is str and _KNOWN_TYPE_.get(value)) or _READ_TYPE_(value)
            value = source["message"]
            self.message = value if value.__class__ is str else _READ_MESSAGE(value)
            value = source["subject"]
            self.subject = (
                value if value is None or value.__class__ is str else _READ_SUBJECT(value)
            )
            value = source["signalTag"]
            self.signal_tag = (
                value if value is None or value.__class__ is str else _READ_SIGNAL_TAG(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .writing_style_sample_type import WritingStyleSampleType

_KNOWN_TYPE_ = _readers.enum_members(WritingStyleSampleType)
_READ_TYPE_ = _readers.field(
    "WritingStyleSample", "type", _readers.enum_member(WritingStyleSampleType)
)
_READ_MESSAGE = _readers.field("WritingStyleSample", "message", _readers.text)
_READ_SUBJECT = _readers.nullable_field("WritingStyleSample", "subject", _readers.text)
_READ_SIGNAL_TAG = _readers.nullable_field("WritingStyleSample", "signalTag", _readers.text)
