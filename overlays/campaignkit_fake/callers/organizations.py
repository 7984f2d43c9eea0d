"""Organizations of Callers.ai, their settings and SIP connections, and the access of keys."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Self

from ..engine.context import Context, Rule
from ..engine.errors import ApiError
from ..engine.ids import ORGANIZATIONS, SAMPLE_ID, make_id
from ..engine.times import START, iso_millis
from ..engine.types import JSON
from ..state.collection import Collection
from ..state.seeds import PLACES, Seeds
from .phone_numbers import normalize_number

__all__ = [
    "RULES",
    "Organizations",
    "SipConnections",
    "check_sub_organization",
    "find_owned",
    "may_see",
    "own_organization_id",
]

_SETTINGS_OF_CREATE = ("limits", "retryAttemptsMaxValue", "permissions", "webhooks")
_SETTINGS_OF_SYNC = ("pricing", "limits")


@dataclass
class Organization:
    """Organization; a sub organization names its main organization."""

    name: str
    main_id: str | None
    created_at: str
    settings: JSON = field(default_factory=dict)
    """Settings of callers, which no response shows."""


class Organizations(Collection[Organization]):
    """Organizations by ID."""

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return three organizations; the second is a sub organization of the first."""
        organizations, main_ids = cls(), (None, ORGANIZATIONS[0], None)
        created = iso_millis(START - timedelta(days=365))
        for organization_id, main_id in zip(ORGANIZATIONS, main_ids, strict=True):
            name = f"{seeds.common.choice(PLACES)} Calls"
            organizations.by_id[organization_id] = Organization(name, main_id, created)
        return organizations

    def subs_of(self, main_id: str) -> list[str]:
        """Return the IDs of the sub organizations of an organization."""
        organizations = self.by_id.items()
        return [sub_id for sub_id, record in organizations if record.main_id == main_id]

    def to_dict(self, now: float) -> JSON:
        """Return the organizations."""
        return {
            "organizations": {
                organization_id: asdict(organization)
                for organization_id, organization in self.by_id.items()
            }
        }


class SipConnections(Collection[JSON]):
    """SIP connections, one for each main organization."""

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return the connections, which have no phone numbers yet."""
        connections = cls()
        ids = (SAMPLE_ID, make_id("51", 1))
        for sip_id, organization_id in zip(ids, ORGANIZATIONS[::2], strict=True):
            connections.by_id[sip_id] = {"organizationId": organization_id, "phoneNumbers": []}
        return connections

    def to_dict(self, now: float) -> JSON:
        """Return the connections."""
        return {
            "sipConnections": {
                sip_id: {**connection, "phoneNumbers": list(connection["phoneNumbers"])}
                for sip_id, connection in self.by_id.items()
            }
        }


def check_sub_organization(context: Context) -> None:
    """Raise ApiError (403) for a sub organization of another organization."""
    name = "x-sub-organization-id"
    acting = context.store[Organizations].by_id.get(context.arguments.get(name, ""))
    if name in context.arguments and (acting is None or acting.main_id not in context.key.scope):
        raise ApiError(403, "The key's organization has no such sub organization.")


def may_see(context: Context, organization_id: str) -> bool:
    """Return True if an organization is the key's own, or a sub organization of it."""
    organization = context.store[Organizations].by_id.get(organization_id)
    return organization_id in context.key.scope or (
        organization is not None and organization.main_id in context.key.scope
    )


def own_organization_id(context: Context, missing_status: int = 403) -> str:
    """Return the organization of the key; a deleted one is an error with `missing_status`."""
    own = context.key.scope[0]
    if own not in context.store[Organizations].by_id:
        raise ApiError(missing_status, "The key's organization was deleted.")
    return own


def find_owned(context: Context, records: Mapping[str, JSON], record_id: str, noun: str) -> JSON:
    """Return a record of an organization that the key may see.

    Raises:
        ApiError: The sub organization of the call is not the key's (403).
        ApiError: The record does not exist (404) or belongs to another organization (403).
    """
    check_sub_organization(context)
    record = records.get(record_id)
    if record is None:
        raise ApiError(404, f"The {noun} does not exist.")
    if not may_see(context, record["organizationId"]):
        raise ApiError(403, f"The {noun} belongs to another organization.")
    return record


def get_organization(context: Context) -> JSON:
    """Return the organization of the key."""
    organization_id = own_organization_id(context, missing_status=404)
    organization = context.store[Organizations].by_id[organization_id]
    return {
        "id": organization_id,
        "name": organization.name,
        "createdAt": organization.created_at,
        "parentOrgId": organization.main_id,
    }


def create_sub_organization(context: Context) -> JSON:
    """Add a sub organization of the key's organization."""
    check_sub_organization(context)
    main_id, body = own_organization_id(context), context.body
    organizations = context.store[Organizations].by_id
    new_id = make_id("f0", len(organizations))
    settings = {name: body[name] for name in _SETTINGS_OF_CREATE if name in body}
    created_at = context.store.tick()
    organizations[new_id] = Organization(body["name"], main_id, created_at, settings)
    return {"id": new_id}


def add_phone_numbers(context: Context) -> None:
    """Add phone numbers to a SIP connection; a number that it has is not added again."""
    connections = context.store[SipConnections].by_id
    sip_id = context.arguments["sipId"]
    connection = find_owned(context, connections, sip_id, "SIP connection")
    context.store.tick()
    added = (normalize_number(number) for number in context.body["phoneNumbers"])
    connection["phoneNumbers"] = list(dict.fromkeys([*connection["phoneNumbers"], *added]))


def sync(context: Context) -> JSON:
    """Set the pricing and the limits of any organization."""
    check_sub_organization(context)
    organization = context.store[Organizations].by_id.get(context.arguments["id"])
    if organization is None:
        raise ApiError(404, "The organization does not exist.")
    context.store.tick()
    body = context.body
    organization.settings |= {name: body[name] for name in _SETTINGS_OF_SYNC if name in body}
    return {"success": True}


RULES: Mapping[str, Rule] = {
    "callers_organizations_get": get_organization,
    "callers_organizations_create_sub_organization": create_sub_organization,
    "callers_organizations_add_phone_numbers": add_phone_numbers,
    "callers_organizations_sync": sync,
}
