# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class AudienceProspectCompany(Model):
    """Company of a prospect.

    Attributes:
        name: Name of the company.
        linkedin_identifier: Name of the company in LinkedIn URLs.
        linkedin_url: URL of the company on LinkedIn.
        industry: Industry of the company.
        website: Website of the company.
    """

    name: None | str
    linkedin_identifier: None | str
    linkedin_url: None | str
    industry: None | str
    website: None | str | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "linkedin_identifier": "linkedinIdentifier",
        "linkedin_url": "linkedinUrl",
        "industry": "industry",
        "website": "website",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["name"]
            self.name = value if value is None or value.__class__ is str else _READ_NAME(value)
            value = source["linkedinIdentifier"]
            self.linkedin_identifier = (
                value
                if value is None or value.__class__ is str
                else _READ_LINKEDIN_IDENTIFIER(value)
            )
            value = source["linkedinUrl"]
            self.linkedin_url = (
                value if value is None or value.__class__ is str else _READ_LINKEDIN_URL(value)
            )
            value = source["industry"]
            self.industry = (
                value if value is None or value.__class__ is str else _READ_INDUSTRY(value)
            )
            value = source.get("website", UNSET)
            self.website = (
                value
                if value is UNSET or value is None or value.__class__ is str
                else _READ_WEBSITE(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_NAME = _readers.nullable_field("AudienceProspectCompany", "name", _readers.text)
_READ_LINKEDIN_IDENTIFIER = _readers.nullable_field(
    "AudienceProspectCompany", "linkedinIdentifier", _readers.text
)
_READ_LINKEDIN_URL = _readers.nullable_field(
    "AudienceProspectCompany", "linkedinUrl", _readers.text
)
_READ_INDUSTRY = _readers.nullable_field("AudienceProspectCompany", "industry", _readers.text)
_READ_WEBSITE = _readers.nullable_field("AudienceProspectCompany", "website", _readers.text)
