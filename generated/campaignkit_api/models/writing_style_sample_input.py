# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from .. import reading as _reading
from ..types import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class WritingStyleSampleInput(Model):
    """A message to write like.

    Attributes:
        type_: When a sample is used, be there a signal, none, or nothing else that fits.
        message:
        subject:
        signal_tag:
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
        """The model that parsed JSON holds; a Mismatch where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _reading.Mismatch("an object")
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
            raise _reading.missing(error) from None
        return self


from .writing_style_sample_type import WritingStyleSampleType

_KNOWN_TYPE_ = _reading.members(WritingStyleSampleType)
_READ_TYPE_ = _reading.field(
    "WritingStyleSampleInput", "type", _reading.member(WritingStyleSampleType)
)
_READ_MESSAGE = _reading.field("WritingStyleSampleInput", "message", _reading.text)
_READ_SUBJECT = _reading.field("WritingStyleSampleInput", "subject", _reading.text)
_READ_SIGNAL_TAG = _reading.field("WritingStyleSampleInput", "signalTag", _reading.text)
