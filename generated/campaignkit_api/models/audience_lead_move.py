# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class AudienceLeadMove(Model):
    """Both audiences after the move.

    Attributes:
        source_audience: List of prospects.
        target_audience: List of prospects.
        moved_count: Number of leads moved.
    """

    source_audience: Audience
    target_audience: Audience
    moved_count: int

    _json_names: ClassVar[Mapping[str, str]] = {
        "source_audience": "sourceAudience",
        "target_audience": "targetAudience",
        "moved_count": "movedCount",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["sourceAudience"]
            self.source_audience = _READ_SOURCE_AUDIENCE(value)
            value = source["targetAudience"]
            self.target_audience = _READ_TARGET_AUDIENCE(value)
            value = source["movedCount"]
            self.moved_count = value if value.__class__ is int else _READ_MOVED_COUNT(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .audience import Audience

_READ_SOURCE_AUDIENCE = _readers.field("AudienceLeadMove", "sourceAudience", Audience.from_dict)
_READ_TARGET_AUDIENCE = _readers.field("AudienceLeadMove", "targetAudience", Audience.from_dict)
_READ_MOVED_COUNT = _readers.field("AudienceLeadMove", "movedCount", _readers.integer)
