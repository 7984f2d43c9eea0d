# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.decoding import unions as _unions
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersMemoriesResponse(Model):
    """Envelope around memories.

    Attributes:
        data: Memories of the contact.
        status: Always `success`.
    """

    data: list[CallersMemory]
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
            self.data = _READ_DATA(value)
            value = source.get("status", UNSET)
            self.status = value if value is UNSET else _READ_STATUS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_memory import CallersMemory

_READ_DATA = _readers.field(
    "CallersMemoriesResponse",
    "data",
    _readers.list_of("CallersMemoriesResponse.data[]", CallersMemory.from_dict),
)
_READ_STATUS = _readers.field("CallersMemoriesResponse", "status", _unions.const("success"))
