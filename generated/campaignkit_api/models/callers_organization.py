# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CallersOrganization(Model):
    """Organization or sub-organization.

    Attributes:
        id: ID of the organization, a string ObjectId.
        name: Name of the organization.
        created_at: Creation time.
        parent_org_id: ID of the main organization of a sub-organization; `None` for a main
            organization.
    """

    id: str
    name: str
    created_at: datetime.datetime
    parent_org_id: None | str

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "created_at": "createdAt",
        "parent_org_id": "parentOrgId",
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
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
            value = source["createdAt"]
            self.created_at = _READ_CREATED_AT(value)
            value = source["parentOrgId"]
            self.parent_org_id = (
                value if value is None or value.__class__ is str else _READ_PARENT_ORG_ID(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_ID = _readers.field("CallersOrganization", "id", _readers.text)
_READ_NAME = _readers.field("CallersOrganization", "name", _readers.text)
_READ_CREATED_AT = _readers.datetime_field("CallersOrganization", "createdAt")
_READ_PARENT_ORG_ID = _readers.nullable_field("CallersOrganization", "parentOrgId", _readers.text)
