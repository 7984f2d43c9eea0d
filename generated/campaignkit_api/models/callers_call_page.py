# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CallersCallPage(Model):
    """Page of calls.

    Attributes:
        data: Calls of the page.
        total: Total number of calls.
        page: Number of this page.
        per_page: Maximum number of calls in a page.
    """

    data: list[CallersCall]
    total: int
    page: int
    per_page: int

    _json_names: ClassVar[Mapping[str, str]] = {
        "data": "data",
        "total": "total",
        "page": "page",
        "per_page": "perPage",
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
            value = source["total"]
            self.total = value if value.__class__ is int else _READ_TOTAL(value)
            value = source["page"]
            self.page = value if value.__class__ is int else _READ_PAGE(value)
            value = source["perPage"]
            self.per_page = value if value.__class__ is int else _READ_PER_PAGE(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_call import CallersCall

_READ_DATA = _readers.field(
    "CallersCallPage", "data", _readers.list_of("CallersCallPage.data[]", CallersCall.from_dict)
)
_READ_TOTAL = _readers.field("CallersCallPage", "total", _readers.integer)
_READ_PAGE = _readers.field("CallersCallPage", "page", _readers.integer)
_READ_PER_PAGE = _readers.field("CallersCallPage", "perPage", _readers.integer)
