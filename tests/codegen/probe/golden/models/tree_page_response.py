# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.decoding import unions as _unions
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class TreePageResponse(Model):
    """TreePageResponse

    Attributes:
        success:
        data:
    """

    success: Literal[True]
    data: TreePageResponseData

    _json_names: ClassVar[Mapping[str, str]] = {
        "success": "success",
        "data": "data",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["success"]
            self.success = _READ_SUCCESS(value)
            value = source["data"]
            self.data = _READ_DATA(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .tree_page_response_data import TreePageResponseData

_READ_SUCCESS = _readers.field("TreePageResponse", "success", _unions.const(True))
_READ_DATA = _readers.field("TreePageResponse", "data", TreePageResponseData.from_dict)
