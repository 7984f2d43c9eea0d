# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class ProspectingJobStart(Model):
    """Source of prospects, and their maximum number. The vendor has four kinds of source.
    `linkedin_search` needs `search_url`. `sales_navigator` needs `saved_search_id` or
    `lead_list_id`. `post_commenters` needs `post_url`. `url_upload` needs 1 to 1,000 URLs of
    LinkedIn profiles. The field names of the kind and of the URLs are not documented. So
    further fields are passed on unchanged.

    Attributes:
        search_url: URL of the LinkedIn search to import.
        saved_search_id: ID of a Sales Navigator search, from
            `sonarly.prospecting.saved_searches`.
        lead_list_id: ID of a Sales Navigator lead list, from `sonarly.prospecting.lead_lists`.
        post_url: URL of the post; its commenters are imported.
        max_results: Maximum number of people: 100 in the plan Tester, 1,000 in Starter, 2,000
            in Scale and Enterprise. It does not limit a list of URLs.
        search_emails: If true, email addresses are searched, at two credits for each prospect
            instead of one.
    """

    search_url: str | Unset = UNSET
    saved_search_id: str | Unset = UNSET
    lead_list_id: str | Unset = UNSET
    post_url: str | Unset = UNSET
    max_results: int | Unset = UNSET
    search_emails: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(factory=dict)

    _json_names: ClassVar[Mapping[str, str]] = {
        "search_url": "searchUrl",
        "saved_search_id": "savedSearchId",
        "lead_list_id": "leadListId",
        "post_url": "postUrl",
        "max_results": "maxResults",
        "search_emails": "searchEmails",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("searchUrl", UNSET)
            self.search_url = (
                value if value is UNSET or value.__class__ is str else _READ_SEARCH_URL(value)
            )
            value = source.get("savedSearchId", UNSET)
            self.saved_search_id = (
                value if value is UNSET or value.__class__ is str else _READ_SAVED_SEARCH_ID(value)
            )
            value = source.get("leadListId", UNSET)
            self.lead_list_id = (
                value if value is UNSET or value.__class__ is str else _READ_LEAD_LIST_ID(value)
            )
            value = source.get("postUrl", UNSET)
            self.post_url = (
                value if value is UNSET or value.__class__ is str else _READ_POST_URL(value)
            )
            value = source.get("maxResults", UNSET)
            self.max_results = (
                value if value is UNSET or value.__class__ is int else _READ_MAX_RESULTS(value)
            )
            value = source.get("searchEmails", UNSET)
            self.search_emails = (
                value if value is UNSET or value.__class__ is bool else _READ_SEARCH_EMAILS(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        known = cls._json_names.values()
        rest = {name: value for name, value in source.items() if name not in known}
        self.additional_properties = _READ__REST(rest)
        return self


_READ_SEARCH_URL = _readers.field("ProspectingJobStart", "searchUrl", _readers.text)
_READ_SAVED_SEARCH_ID = _readers.field("ProspectingJobStart", "savedSearchId", _readers.text)
_READ_LEAD_LIST_ID = _readers.field("ProspectingJobStart", "leadListId", _readers.text)
_READ_POST_URL = _readers.field("ProspectingJobStart", "postUrl", _readers.text)
_READ_MAX_RESULTS = _readers.field("ProspectingJobStart", "maxResults", _readers.integer)
_READ_SEARCH_EMAILS = _readers.field("ProspectingJobStart", "searchEmails", _readers.boolean)
_READ__REST = _readers.dict_of("ProspectingJobStart", _readers.any_value)

ProspectingJobStart._encoders = {
    "search_url": _encoders.optional(_encoders.text),
    "saved_search_id": _encoders.optional(_encoders.identifier),
    "lead_list_id": _encoders.optional(_encoders.identifier),
    "post_url": _encoders.optional(_encoders.text),
    "max_results": _encoders.optional(_encoders.integer),
    "search_emails": _encoders.optional(_encoders.boolean),
    "*": _encoders.dict_of(_encoders.any_value),
}
