"""Callers.ai's state rules: who may list which organization's campaigns. No HTTP here."""

from collections.abc import Mapping
from typing import Any

from ._bodies import Refusal
from ._records import JSON, Key
from ._store import Store


def list_campaigns(store: Store, key: Key, arguments: Mapping[str, Any]) -> list[JSON]:
    """Return the campaigns of an organization, or only those of one campaign group."""
    organization_id = _organization_id(store, key, arguments)
    group_id = arguments.get("campaignGroupId")
    return [
        campaign
        for campaign in store.callers_campaigns
        if campaign["organizationId"] == organization_id
        and group_id in (None, campaign["campaignGroupId"])
    ]


def _organization_id(store: Store, key: Key, arguments: Mapping[str, Any]) -> str:
    acting = store.organizations.get(arguments.get("x-sub-organization-id", ""))
    if "x-sub-organization-id" in arguments and (acting is None or acting.main_id not in key.scope):
        raise Refusal(403, "The key's organization has no such sub organization.")
    organization_id: str = arguments["organizationId"]
    organization = store.organizations.get(organization_id)
    if organization is None:
        raise Refusal(404, "There is no such organization.")
    if organization_id not in key.scope and organization.main_id not in key.scope:
        raise Refusal(403, "The key has no access to this organization.")
    return organization_id


RULES = {"callers_campaigns_list": list_campaigns}
