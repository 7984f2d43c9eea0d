# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CallersTranscriptEntry(Model):
    """Statement of one side of the call.

    Attributes:
        content: Spoken text.
        role: Name of the agent, or `user`.
    """

    content: str
    role: str

    _json_names: ClassVar[Mapping[str, str]] = {
        "content": "content",
        "role": "role",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["content"]
            self.content = value if value.__class__ is str else _READ_CONTENT(value)
            value = source["role"]
            self.role = value if value.__class__ is str else _READ_ROLE(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_CONTENT = _readers.field("CallersTranscriptEntry", "content", _readers.text)
_READ_ROLE = _readers.field("CallersTranscriptEntry", "role", _readers.text)
