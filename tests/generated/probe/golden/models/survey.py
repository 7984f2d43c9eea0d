# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from .. import reading as _reading
from ..types import Model


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
        """The model that parsed JSON holds; a Mismatch where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _reading.Mismatch("an object")
        self = object.__new__(cls)
        try:
            value = source["id"]
            self.id = value if value.__class__ is str else _READ_ID(value)
            value = source["status"]
            self.status = value if value.__class__ is str else _READ_STATUS(value)
            value = source["stages"]
            self.stages = _READ_STAGES(value)
        except KeyError as error:
            raise _reading.missing(error) from None
        return self


_READ_ID = _reading.field("Survey", "id", _reading.text)
_READ_STATUS = _reading.field("Survey", "status", _reading.text)
_READ_STAGES = _reading.field("Survey", "stages", _reading.listed("Survey.stages[]", _reading.text))
