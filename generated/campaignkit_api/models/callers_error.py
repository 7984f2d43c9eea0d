# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.decoding import unions as _unions
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersError(Model):
    """Error response of Callers.ai.

    Attributes:
        status: Always `error`.
        message: Error message for people.
    """

    status: Literal["error"] | Unset = UNSET
    message: str | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "status": "status",
        "message": "message",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("status", UNSET)
            self.status = value if value is UNSET else _READ_STATUS(value)
            value = source.get("message", UNSET)
            self.message = (
                value if value is UNSET or value.__class__ is str else _READ_MESSAGE(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_STATUS = _readers.field("CallersError", "status", _unions.const("error"))
_READ_MESSAGE = _readers.field("CallersError", "message", _readers.text)
