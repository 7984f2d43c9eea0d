# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class ProspectingJob(Model):
    """A prospecting job, and how far it is.

    Attributes:
        job_id:
        type_: What kind of job it is. The vendor prints only `prospecting`, of scans too; other
            values may occur.
        status: The state of a job or of a scan. It is over when it is `completed`, `failed` or
            `cancelled`.
        created_at:
        updated_at:
        stages: The stages of a prospecting job.
        error: Why the job failed; null or left out when it did not.
    """

    job_id: str
    type_: JobType
    status: JobStatus
    created_at: datetime.datetime
    updated_at: datetime.datetime
    stages: ProspectingJobStages
    error: JobError | None | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "job_id": "jobId",
        "type_": "type",
        "status": "status",
        "created_at": "createdAt",
        "updated_at": "updatedAt",
        "stages": "stages",
        "error": "error",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """The model that parsed JSON holds; a SchemaMismatchError where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["jobId"]
            self.job_id = value if value.__class__ is str else _READ_JOB_ID(value)
            value = source["type"]
            self.type_ = (value.__class__ is str and _KNOWN_TYPE_.get(value)) or _READ_TYPE_(value)
            value = source["status"]
            self.status = (value.__class__ is str and _KNOWN_STATUS.get(value)) or _READ_STATUS(
                value
            )
            value = source["createdAt"]
            self.created_at = _READ_CREATED_AT(value)
            value = source["updatedAt"]
            self.updated_at = _READ_UPDATED_AT(value)
            value = source["stages"]
            self.stages = _READ_STAGES(value)
            value = source.get("error", UNSET)
            self.error = value if value is UNSET or value is None else _READ_ERROR(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .job_error import JobError
from .job_status import JobStatus
from .job_type import JobType
from .prospecting_job_stages import ProspectingJobStages

_KNOWN_TYPE_ = _readers.enum_members(JobType)
_KNOWN_STATUS = _readers.enum_members(JobStatus)
_READ_JOB_ID = _readers.field("ProspectingJob", "jobId", _readers.text)
_READ_TYPE_ = _readers.field("ProspectingJob", "type", _readers.enum_member(JobType))
_READ_STATUS = _readers.field("ProspectingJob", "status", _readers.enum_member(JobStatus))
_READ_CREATED_AT = _readers.datetime_field("ProspectingJob", "createdAt")
_READ_UPDATED_AT = _readers.datetime_field("ProspectingJob", "updatedAt")
_READ_STAGES = _readers.field("ProspectingJob", "stages", ProspectingJobStages.from_dict)
_READ_ERROR = _readers.nullable_field("ProspectingJob", "error", JobError.from_dict)
