"""Callers.ai's organizations, what is set of them, and the SIP connections that they have."""

from typing import TYPE_CHECKING

from ..engine.access import Arguments, check_sub_organization, may_see, own_organization_id
from ..engine.records import DOCUMENTED_ID, JSON, ORGANIZATIONS, Key, Organization, make_id
from ..engine.responses import Refusal
from .contacts import digits_of

if TYPE_CHECKING:
    from ..state.store import Store

_CREATED = ("limits", "retryAttemptsMaxValue", "permissions", "webhooks")
_SYNCED = ("pricing", "limits")


class SipConnections:
    """The connections to carriers of the organizations' own, one for each main organization."""

    def __init__(self) -> None:
        self.held: dict[str, JSON] = {
            DOCUMENTED_ID: {"organizationId": ORGANIZATIONS[0], "phoneNumbers": []},
            make_id("51", 1): {"organizationId": ORGANIZATIONS[2], "phoneNumbers": []},
        }


def get_organization(store: "Store", key: Key, _: Arguments) -> JSON:
    """Return the organization of the key."""
    organization_id = own_organization_id(store, key, or_else=404)
    organization = store.organizations[organization_id]
    return {
        "id": organization_id,
        "name": organization.name,
        "createdAt": organization.created_at,
        "parentOrgId": organization.main_id,
    }


def create_sub_organization(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Add a sub organization of the key's organization."""
    check_sub_organization(store, key, arguments)
    main_id, body = own_organization_id(store, key), arguments["body"]
    new_id = make_id("f0", len(store.organizations))
    settings = {name: body[name] for name in _CREATED if name in body}
    created = Organization(body["name"], main_id, store.tick(), settings)
    store.organizations[new_id] = created
    return {"id": new_id}


def add_phone_numbers(store: "Store", key: Key, arguments: Arguments) -> None:
    """Add phone numbers to a SIP connection; one that it has is not added again."""
    check_sub_organization(store, key, arguments)
    connection = store.sip_connections.held.get(arguments["sipId"])
    if connection is None:
        raise Refusal(404, "There is no such SIP connection.")
    if not may_see(store, key, connection["organizationId"]):
        raise Refusal(403, "The SIP connection is another organization's.")
    store.tick()
    given = (digits_of({}, each) for each in arguments["body"]["phoneNumbers"])
    connection["phoneNumbers"] = list(dict.fromkeys([*connection["phoneNumbers"], *given]))


def sync(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Set the pricing and the limits of any organization."""
    check_sub_organization(store, key, arguments)
    organization = store.organizations.get(arguments["id"])
    if organization is None:
        raise Refusal(404, "There is no such organization.")
    store.tick()
    body = arguments["body"]
    organization.settings |= {name: body[name] for name in _SYNCED if name in body}
    return {"success": True}


RULES = {
    "callers_organizations_get": get_organization,
    "callers_organizations_create_sub_organization": create_sub_organization,
    "callers_organizations_add_phone_numbers": add_phone_numbers,
    "callers_organizations_sync": sync,
}
