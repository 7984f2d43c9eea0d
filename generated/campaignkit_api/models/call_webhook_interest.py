# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallWebhookInterest(Model):
    """Definition of interest in the campaign, and whether the contact showed it.

    Attributes:
        description: Description of the interest.
        reached: True if the contact showed interest.
    """

    description: str | Unset = UNSET
    reached: bool | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "reached": "reached",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("description", UNSET)
            self.description = (
                value if value is UNSET or value.__class__ is str else _READ_DESCRIPTION(value)
            )
            value = source.get("reached", UNSET)
            self.reached = (
                value if value is UNSET or value.__class__ is bool else _READ_REACHED(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_DESCRIPTION = _readers.field("CallWebhookInterest", "description", _readers.text)
_READ_REACHED = _readers.field("CallWebhookInterest", "reached", _readers.boolean)
