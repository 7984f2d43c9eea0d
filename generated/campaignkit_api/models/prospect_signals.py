# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class ProspectSignals(Model):
    """Signals of a prospect.

    Attributes:
        prospect_id: ID of the prospect.
        status: Whether a scan has evaluated the prospect.
        results: One group for each source with signals.
    """

    prospect_id: str
    status: SignalEvaluation
    results: list[ProspectSignalGroup]

    _json_names: ClassVar[Mapping[str, str]] = {
        "prospect_id": "prospectId",
        "status": "status",
        "results": "results",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["prospectId"]
            self.prospect_id = value if value.__class__ is str else _READ_PROSPECT_ID(value)
            value = source["status"]
            self.status = (value.__class__ is str and _KNOWN_STATUS.get(value)) or _READ_STATUS(
                value
            )
            value = source["results"]
            self.results = _READ_RESULTS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .prospect_signal_group import ProspectSignalGroup
from .signal_evaluation import SignalEvaluation

_KNOWN_STATUS = _readers.enum_members(SignalEvaluation)
_READ_PROSPECT_ID = _readers.field("ProspectSignals", "prospectId", _readers.text)
_READ_STATUS = _readers.field("ProspectSignals", "status", _readers.enum_member(SignalEvaluation))
_READ_RESULTS = _readers.field(
    "ProspectSignals",
    "results",
    _readers.list_of("ProspectSignals.results[]", ProspectSignalGroup.from_dict),
)
