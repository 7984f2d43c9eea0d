# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.decoding import unions as _unions
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersValidationError(Model):
    """Response of Callers.ai to an invalid request.

    Attributes:
        status: Always `error`.
        message: Error message for people.
        data: Validation errors, as free-form objects.
    """

    status: Literal["error"] | Unset = UNSET
    message: str | Unset = UNSET
    data: list[CallersValidationErrorDataItem] | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "status": "status",
        "message": "message",
        "data": "data",
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
            value = source.get("data", UNSET)
            self.data = value if value is UNSET else _READ_DATA(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_validation_error_data_item import CallersValidationErrorDataItem

_READ_STATUS = _readers.field("CallersValidationError", "status", _unions.const("error"))
_READ_MESSAGE = _readers.field("CallersValidationError", "message", _readers.text)
_READ_DATA = _readers.field(
    "CallersValidationError",
    "data",
    _readers.list_of("CallersValidationError.data[]", CallersValidationErrorDataItem.from_dict),
)
