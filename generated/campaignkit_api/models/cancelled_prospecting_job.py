# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CancelledProspectingJob(Model):
    """Cancelled prospecting job.

    Attributes:
        job_id: ID of the prospecting job.
        status: Status of a job or a scan. It has ended if it is `completed`, `failed` or
            `cancelled`.
    """

    job_id: str
    status: JobStatus

    _json_names: ClassVar[Mapping[str, str]] = {
        "job_id": "jobId",
        "status": "status",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["jobId"]
            self.job_id = value if value.__class__ is str else _READ_JOB_ID(value)
            value = source["status"]
            self.status = (value.__class__ is str and _KNOWN_STATUS.get(value)) or _READ_STATUS(
                value
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .job_status import JobStatus

_KNOWN_STATUS = _readers.enum_members(JobStatus)
_READ_JOB_ID = _readers.field("CancelledProspectingJob", "jobId", _readers.text)
_READ_STATUS = _readers.field("CancelledProspectingJob", "status", _readers.enum_member(JobStatus))
