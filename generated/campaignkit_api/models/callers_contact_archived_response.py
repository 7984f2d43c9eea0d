# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.decoding import unions as _unions
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersContactArchivedResponse(Model):
    """Envelope around the result of an archive call.

    Attributes:
        data: True if the contact was archived.
        status: Always `success`.
    """

    data: bool
    status: Literal["success"] | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "data": "data",
        "status": "status",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["data"]
            self.data = value if value.__class__ is bool else _READ_DATA(value)
            value = source.get("status", UNSET)
            self.status = value if value is UNSET else _READ_STATUS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_DATA = _readers.field("CallersContactArchivedResponse", "data", _readers.boolean)
_READ_STATUS = _readers.field("CallersContactArchivedResponse", "status", _unions.const("success"))
