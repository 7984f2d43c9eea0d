# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class ApiError(Model):
    """Error of a call, for code and for people.

    Attributes:
        code: Error code for programs.
        message: Error message for people.
        details: Details of the error. Examples print a string; the shape is not documented.
    """

    code: str
    message: str
    details: Any | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "message": "message",
        "details": "details",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["code"]
            self.code = value if value.__class__ is str else _READ_CODE(value)
            value = source["message"]
            self.message = value if value.__class__ is str else _READ_MESSAGE(value)
            value = source.get("details", UNSET)
            self.details = value if value is UNSET else _READ_DETAILS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_CODE = _readers.field("ApiError", "code", _readers.text)
_READ_MESSAGE = _readers.field("ApiError", "message", _readers.text)
_READ_DETAILS = _readers.field("ApiError", "details", _readers.any_value)
