# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.decoding import unions as _unions
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class ProviderIdProspectLookupSuccessResponse(Model):
    """Envelope around a lookup of prospects.

    Attributes:
        success: True in every envelope with data.
        data: Prospects with one provider ID.
        error: Always `None`.
        trace_id: ID of this exchange. Quote it to the support of the vendor.
    """

    success: Literal[True]
    data: ProviderIdProspectLookup
    error: None
    trace_id: str

    _json_names: ClassVar[Mapping[str, str]] = {
        "success": "success",
        "data": "data",
        "error": "error",
        "trace_id": "traceId",
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
            value = source["error"]
            self.error = value if value is None else _READ_ERROR(value)
            value = source["traceId"]
            self.trace_id = value if value.__class__ is str else _READ_TRACE_ID(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .provider_id_prospect_lookup import ProviderIdProspectLookup

_READ_SUCCESS = _readers.field(
    "ProviderIdProspectLookupSuccessResponse", "success", _unions.const(True)
)
_READ_DATA = _readers.field(
    "ProviderIdProspectLookupSuccessResponse", "data", ProviderIdProspectLookup.from_dict
)
_READ_ERROR = _readers.nullable_field(
    "ProviderIdProspectLookupSuccessResponse", "error", _readers.null
)
_READ_TRACE_ID = _readers.field("ProviderIdProspectLookupSuccessResponse", "traceId", _readers.text)
