# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model, Unset


@define(repr=False, weakref_slot=False)
class StoppedCampaign(Model):
    """Stopped campaign, and the number of workflows that ended.

    Attributes:
        campaign: Campaign without its workflow definition.
        instances_stopped: Number of workflow instances that the stop ended.
    """

    campaign: Campaign
    instances_stopped: int | Unset

    _json_names: ClassVar[Mapping[str, str]] = {
        "campaign": "campaign",
        "instances_stopped": "instancesStopped",
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
            value = source["instancesStopped"]
            self.instances_stopped = (
                value if value.__class__ is int else _READ_INSTANCES_STOPPED(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .campaign import Campaign

_READ_CAMPAIGN = _readers.field("StoppedCampaign", "campaign", Campaign.from_dict)
_READ_INSTANCES_STOPPED = _readers.field("StoppedCampaign", "instancesStopped", _readers.integer)
