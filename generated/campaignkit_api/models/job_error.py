# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class JobError(Model):
    """Reason why a job failed.

    Attributes:
        code: Error code for programs.
        message: Error message for people.
    """

    code: str
    message: str

    _json_names: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "message": "message",
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
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_CODE = _readers.field("JobError", "code", _readers.text)
_READ_MESSAGE = _readers.field("JobError", "message", _readers.text)
