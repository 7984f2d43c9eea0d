# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class JobStage(Model):
    """Progress of one stage of a job.

    Attributes:
        status: Status of a job or a scan. It has ended if it is `completed`, `failed` or
            `cancelled`.
        progress: From 0 to 1.
    """

    status: JobStatus
    progress: float

    _json_names: ClassVar[Mapping[str, str]] = {
        "status": "status",
        "progress": "progress",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["status"]
            self.status = (value.__class__ is str and _KNOWN_STATUS.get(value)) or _READ_STATUS(
                value
            )
            value = source["progress"]
            self.progress = value if value.__class__ is float else _READ_PROGRESS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .job_status import JobStatus

_KNOWN_STATUS = _readers.enum_members(JobStatus)
_READ_STATUS = _readers.field("JobStage", "status", _readers.enum_member(JobStatus))
_READ_PROGRESS = _readers.field("JobStage", "progress", _readers.number)
