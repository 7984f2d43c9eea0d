# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class ProspectMatch(Model):
    """Prospect with the requested provider ID.

    Attributes:
        prospect_id: ID of the prospect.
        person_id: ID of the person behind the prospect.
        public_identifier: Name of the profile in LinkedIn URLs; `None` if it is unknown.
        linkedin_url: URL of the LinkedIn profile; `None` if it is unknown.
        name: Full name of the person; `None` if it is unknown.
        company_name: Company of the person; `None` if it is unknown.
        title: Job title of the person; `None` if it is unknown.
    """

    prospect_id: str
    person_id: str
    public_identifier: None | str
    linkedin_url: None | str
    name: None | str
    company_name: None | str
    title: None | str

    _json_names: ClassVar[Mapping[str, str]] = {
        "prospect_id": "prospectId",
        "person_id": "personId",
        "public_identifier": "publicIdentifier",
        "linkedin_url": "linkedinUrl",
        "name": "name",
        "company_name": "companyName",
        "title": "title",
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
            value = source["personId"]
            self.person_id = value if value.__class__ is str else _READ_PERSON_ID(value)
            value = source["publicIdentifier"]
            self.public_identifier = (
                value if value is None or value.__class__ is str else _READ_PUBLIC_IDENTIFIER(value)
            )
            value = source["linkedinUrl"]
            self.linkedin_url = (
                value if value is None or value.__class__ is str else _READ_LINKEDIN_URL(value)
            )
            value = source["name"]
            self.name = value if value is None or value.__class__ is str else _READ_NAME(value)
            value = source["companyName"]
            self.company_name = (
                value if value is None or value.__class__ is str else _READ_COMPANY_NAME(value)
            )
            value = source["title"]
            self.title = value if value is None or value.__class__ is str else _READ_TITLE(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_PROSPECT_ID = _readers.field("ProspectMatch", "prospectId", _readers.text)
_READ_PERSON_ID = _readers.field("ProspectMatch", "personId", _readers.text)
_READ_PUBLIC_IDENTIFIER = _readers.nullable_field(
    "ProspectMatch", "publicIdentifier", _readers.text
)
_READ_LINKEDIN_URL = _readers.nullable_field("ProspectMatch", "linkedinUrl", _readers.text)
_READ_NAME = _readers.nullable_field("ProspectMatch", "name", _readers.text)
_READ_COMPANY_NAME = _readers.nullable_field("ProspectMatch", "companyName", _readers.text)
_READ_TITLE = _readers.nullable_field("ProspectMatch", "title", _readers.text)
