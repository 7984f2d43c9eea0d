# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class Survey(Model):
    """A survey.

    Attributes:
        id:
        status:
        stages:
    """

    id: str
    status: str
    stages: list[str]

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "status": "status",
        "stages": "stages",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["id"]
            self.id = value if value.__class__ is str else _READ_ID(value)
            value = source["status"]
            self.status = value if value.__class__ is str else _READ_STATUS(value)
            value = source["stages"]
            self.stages = _READ_STAGES(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_ID = _readers.field("Survey", "id", _readers.text)
_READ_STATUS = _readers.field("Survey", "status", _readers.text)
_READ_STAGES = _readers.field(
    "Survey", "stages", _readers.list_of("Survey.stages[]", _readers.text)
)
