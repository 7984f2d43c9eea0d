# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class ProviderIdProspectLookup(Model):
    """Prospects with one provider ID.

    Attributes:
        provider_id: Requested provider ID.
        resolution: Result of the lookup. The vendor prints only `none`; the values for one and
            several matches are not documented.
        matches: Prospects with the provider ID, possibly none or several.
    """

    provider_id: str
    resolution: str
    matches: list[ProspectMatch]

    _json_names: ClassVar[Mapping[str, str]] = {
        "provider_id": "providerId",
        "resolution": "resolution",
        "matches": "matches",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["providerId"]
            self.provider_id = value if value.__class__ is str else _READ_PROVIDER_ID(value)
            value = source["resolution"]
            self.resolution = value if value.__class__ is str else _READ_RESOLUTION(value)
            value = source["matches"]
            self.matches = _READ_MATCHES(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .prospect_match import ProspectMatch

_READ_PROVIDER_ID = _readers.field("ProviderIdProspectLookup", "providerId", _readers.text)
_READ_RESOLUTION = _readers.field("ProviderIdProspectLookup", "resolution", _readers.text)
_READ_MATCHES = _readers.field(
    "ProviderIdProspectLookup",
    "matches",
    _readers.list_of("ProviderIdProspectLookup.matches[]", ProspectMatch.from_dict),
)
