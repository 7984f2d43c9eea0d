# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersSync(Model):
    """Pricing and limits to set.

    Attributes:
        pricing: Pricing. Its fields are not printed.
        limits: Call limits of an organization.
    """

    pricing: CallersSyncPricing | Unset = UNSET
    limits: CallersLimits | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "pricing": "pricing",
        "limits": "limits",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("pricing", UNSET)
            self.pricing = value if value is UNSET else _READ_PRICING(value)
            value = source.get("limits", UNSET)
            self.limits = value if value is UNSET else _READ_LIMITS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_limits import CallersLimits
from .callers_sync_pricing import CallersSyncPricing

_READ_PRICING = _readers.field("CallersSync", "pricing", CallersSyncPricing.from_dict)
_READ_LIMITS = _readers.field("CallersSync", "limits", CallersLimits.from_dict)

CallersSync._encoders = {
    "pricing": _encoders.optional(_encoders.model(CallersSyncPricing)),
    "limits": _encoders.optional(_encoders.model(CallersLimits)),
}
