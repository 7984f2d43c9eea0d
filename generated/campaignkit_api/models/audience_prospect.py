# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class AudienceProspect(Model):
    """Person in an audience.

    Attributes:
        id: ID of the prospect. No page says whether it is also the ID of the lead.
        first_name: First name of the person.
        last_name: Last name of the person.
        name: Full name of the person.
        headline: Headline of the profile.
        about: About text of the profile.
        photo_url: URL of the photo.
        linkedin_url: URL of the LinkedIn profile.
        public_identifier: Name of the profile in LinkedIn URLs.
        company: Company of the person; `None` if it is unknown.
    """

    id: str
    first_name: None | str
    last_name: None | str
    name: None | str
    headline: None | str
    about: None | str
    photo_url: None | str
    linkedin_url: None | str
    public_identifier: None | str
    company: AudienceProspectCompany | None

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "first_name": "firstName",
        "last_name": "lastName",
        "name": "name",
        "headline": "headline",
        "about": "about",
        "photo_url": "photoUrl",
        "linkedin_url": "linkedinUrl",
        "public_identifier": "publicIdentifier",
        "company": "company",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["id"]
            self.id = value if value.__class__ is str else _READ_ID(value)
            value = source["firstName"]
            self.first_name = (
                value if value is None or value.__class__ is str else _READ_FIRST_NAME(value)
            )
            value = source["lastName"]
            self.last_name = (
                value if value is None or value.__class__ is str else _READ_LAST_NAME(value)
            )
            value = source["name"]
            self.name = value if value is None or value.__class__ is str else _READ_NAME(value)
            value = source["headline"]
            self.headline = (
                value if value is None or value.__class__ is str else _READ_HEADLINE(value)
            )
            value = source["about"]
            self.about = value if value is None or value.__class__ is str else _READ_ABOUT(value)
            value = source["photoUrl"]
            self.photo_url = (
                value if value is None or value.__class__ is str else _READ_PHOTO_URL(value)
            )
            value = source["linkedinUrl"]
            self.linkedin_url = (
                value if value is None or value.__class__ is str else _READ_LINKEDIN_URL(value)
            )
            value = source["publicIdentifier"]
            self.public_identifier = (
                value if value is None or value.__class__ is str else _READ_PUBLIC_IDENTIFIER(value)
            )
            value = source["company"]
            self.company = value if value is None else _READ_COMPANY(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .audience_prospect_company import AudienceProspectCompany

_READ_ID = _readers.field("AudienceProspect", "id", _readers.text)
_READ_FIRST_NAME = _readers.nullable_field("AudienceProspect", "firstName", _readers.text)
_READ_LAST_NAME = _readers.nullable_field("AudienceProspect", "lastName", _readers.text)
_READ_NAME = _readers.nullable_field("AudienceProspect", "name", _readers.text)
_READ_HEADLINE = _readers.nullable_field("AudienceProspect", "headline", _readers.text)
_READ_ABOUT = _readers.nullable_field("AudienceProspect", "about", _readers.text)
_READ_PHOTO_URL = _readers.nullable_field("AudienceProspect", "photoUrl", _readers.text)
_READ_LINKEDIN_URL = _readers.nullable_field("AudienceProspect", "linkedinUrl", _readers.text)
_READ_PUBLIC_IDENTIFIER = _readers.nullable_field(
    "AudienceProspect", "publicIdentifier", _readers.text
)
_READ_COMPANY = _readers.nullable_field(
    "AudienceProspect", "company", AudienceProspectCompany.from_dict
)
