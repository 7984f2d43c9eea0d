# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class SignalScanStart(Model):
    """Signals to look for, and the prospects to scan.

    Attributes:
        signal_specification_id: ID of the signal specification, which defines the signals.
        audience_id: ID of the audience to scan.
        prospect_ids: IDs of prospects of the audience. Without them, the whole audience is
            scanned.
    """

    signal_specification_id: str
    audience_id: str
    prospect_ids: list[str] | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "signal_specification_id": "signalSpecificationId",
        "audience_id": "audienceId",
        "prospect_ids": "prospectIds",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["signalSpecificationId"]
            self.signal_specification_id = (
                value if value.__class__ is str else _READ_SIGNAL_SPECIFICATION_ID(value)
            )
            value = source["audienceId"]
            self.audience_id = value if value.__class__ is str else _READ_AUDIENCE_ID(value)
            value = source.get("prospectIds", UNSET)
            self.prospect_ids = value if value is UNSET else _READ_PROSPECT_IDS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_SIGNAL_SPECIFICATION_ID = _readers.field(
    "SignalScanStart", "signalSpecificationId", _readers.text
)
_READ_AUDIENCE_ID = _readers.field("SignalScanStart", "audienceId", _readers.text)
_READ_PROSPECT_IDS = _readers.field(
    "SignalScanStart",
    "prospectIds",
    _readers.list_of("SignalScanStart.prospectIds[]", _readers.text),
)

SignalScanStart._encoders = {
    "signal_specification_id": _encoders.identifier,
    "audience_id": _encoders.identifier,
    "prospect_ids": _encoders.optional(_encoders.list_of(_encoders.identifier)),
}
