# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class SignalScanSummary(Model):
    """Signal scan without its error.

    Attributes:
        scan_id: ID of the signal scan.
        type_: Kind of a job. The vendor prints only `prospecting`, also for scans; other values
            may occur.
        status: Status of a job or a scan. It has ended if it is `completed`, `failed` or
            `cancelled`.
        created_at: Creation time.
        updated_at: Time of the last update.
    """

    scan_id: str
    type_: JobType
    status: JobStatus
    created_at: datetime.datetime
    updated_at: datetime.datetime

    _json_names: ClassVar[Mapping[str, str]] = {
        "scan_id": "scanId",
        "type_": "type",
        "status": "status",
        "created_at": "createdAt",
        "updated_at": "updatedAt",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["scanId"]
            self.scan_id = value if value.__class__ is str else _READ_SCAN_ID(value)
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
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .job_status import JobStatus
from .job_type import JobType

_KNOWN_TYPE_ = _readers.enum_members(JobType)
_KNOWN_STATUS = _readers.enum_members(JobStatus)
_READ_SCAN_ID = _readers.field("SignalScanSummary", "scanId", _readers.text)
_READ_TYPE_ = _readers.field("SignalScanSummary", "type", _readers.enum_member(JobType))
_READ_STATUS = _readers.field("SignalScanSummary", "status", _readers.enum_member(JobStatus))
_READ_CREATED_AT = _readers.datetime_field("SignalScanSummary", "createdAt")
_READ_UPDATED_AT = _readers.datetime_field("SignalScanSummary", "updatedAt")
