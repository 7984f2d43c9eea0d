# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model, Unset


@define(repr=False, weakref_slot=False)
class StartedCampaign(Model):
    """Started campaign, and what the start triggered.

    Attributes:
        campaign: Campaign without its workflow definition.
        triggered: True if manual workflows were triggered.
        instances_created: Number of workflow instances created by the start.
    """

    campaign: Campaign
    triggered: bool | Unset
    instances_created: int | Unset

    _json_names: ClassVar[Mapping[str, str]] = {
        "campaign": "campaign",
        "triggered": "triggered",
        "instances_created": "instancesCreated",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["campaign"]
            self.campaign = _READ_CAMPAIGN(value)
            value = source["triggered"]
            self.triggered = value if value.__class__ is bool else _READ_TRIGGERED(value)
            value = source["instancesCreated"]
            self.instances_created = (
                value if value.__class__ is int else _READ_INSTANCES_CREATED(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .campaign import Campaign

_READ_CAMPAIGN = _readers.field("StartedCampaign", "campaign", Campaign.from_dict)
_READ_TRIGGERED = _readers.field("StartedCampaign", "triggered", _readers.boolean)
_READ_INSTANCES_CREATED = _readers.field("StartedCampaign", "instancesCreated", _readers.integer)
