# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class ProspectingJobStages(Model):
    """Stages of a prospecting job.

    Attributes:
        import_: Search and import of the people.
        enrichment: Enrichment of the people with further data.
    """

    import_: JobStage
    enrichment: JobStage

    _json_names: ClassVar[Mapping[str, str]] = {
        "import_": "import",
        "enrichment": "enrichment",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["import"]
            self.import_ = _READ_IMPORT_(value)
            value = source["enrichment"]
            self.enrichment = _READ_ENRICHMENT(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .job_stage import JobStage

_READ_IMPORT_ = _readers.field("ProspectingJobStages", "import", JobStage.from_dict)
_READ_ENRICHMENT = _readers.field("ProspectingJobStages", "enrichment", JobStage.from_dict)
