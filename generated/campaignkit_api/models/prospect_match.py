# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class ProspectMatch(Model):
    """A prospect who may be the person that was looked for.

    Attributes:
        prospect_id:
        person_id: The person behind the prospect.
        public_identifier: What LinkedIn calls the person in addresses; null when it is unknown.
        linkedin_url: The person's profile on LinkedIn; null when it is unknown.
        name: The person's whole name; null when it is unknown.
        company_name: Where the person works; null when it is unknown.
        title: What the person does there; null when it is unknown.
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
        """The model that parsed JSON holds; a SchemaMismatchError where it is not what the spec says."""
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
