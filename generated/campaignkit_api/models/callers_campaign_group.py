# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersCampaignGroup(Model):
    """Group of campaigns.

    Attributes:
        id: ID of the campaign group, a string ObjectId.
        name: Name of the campaign group.
    """

    id: str | Unset = UNSET
    name: str | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("id", UNSET)
            self.id = value if value is UNSET or value.__class__ is str else _READ_ID(value)
            value = source.get("name", UNSET)
            self.name = value if value is UNSET or value.__class__ is str else _READ_NAME(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_ID = _readers.field("CallersCampaignGroup", "id", _readers.text)
_READ_NAME = _readers.field("CallersCampaignGroup", "name", _readers.text)
