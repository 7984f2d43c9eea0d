# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from .. import reading as _reading
from ..types import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersMemoriesResponse(Model):
    """The envelope around memories.

    Attributes:
        data:
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
        """The model that parsed JSON holds; a Mismatch where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _reading.Mismatch("an object")
        self = object.__new__(cls)
        try:
            value = source["data"]
            self.data = _READ_DATA(value)
            value = source.get("status", UNSET)
            self.status = value if value is UNSET else _READ_STATUS(value)
        except KeyError as error:
            raise _reading.missing(error) from None
        return self


from .callers_memory import CallersMemory

_READ_DATA = _reading.field(
    "CallersMemoriesResponse",
    "data",
    _reading.listed("CallersMemoriesResponse.data[]", CallersMemory.from_dict),
)
_READ_STATUS = _reading.field("CallersMemoriesResponse", "status", _reading.anything)
