"""State of a fake that a run must leave as it is: everything that existed before it."""

import json
from typing import Any

import httpx
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.listing import items
from campaignkit_fake import Fake

_LISTS = (
    *("sonarly_templates_list_writing_styles", "sonarly_templates_list_value_propositions"),
    *("sonarly_templates_list_signal_specifications", "sonarly_campaigns_list"),
    *("sonarly_campaigns_content_slots", "sonarly_audiences_list", "callers_contacts_list"),
)
_STATE = ("campaigns", "audiences", "contacts", "memories", "organizations", "voices")


def snapshot(fake: Fake) -> dict[str, str]:
    """Return everything that a fake holds, as JSON by kind and id.

    Jobs that are running end by themselves, so they and their audiences are left out.
    """
    state = fake.state()
    found: dict[str, Any] = {
        f"{name} {id_}": item for name in _STATE for id_, item in state[name].items()
    }
    for key, audience in list(found.items()):
        if key.startswith("audiences"):
            audience["leadIds"] = sorted(audience["leadIds"])  # Leads that return are the last.
            if audience["isFilling"]:
                del found[key]
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        target = fake_target(client)
        for listing in _LISTS:
            found |= {f"{listing} {item['id']}": item for item in items(target, listing)}
        folders = target.data("sonarly_audiences_navigation")["folders"]
        found |= {f"folder {folder['id']}": {**folder, "audiences": 0} for folder in folders}
    return {key: json.dumps(item, sort_keys=True) for key, item in found.items()}


def changes(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return what existed before and has changed."""
    return sorted(key for key, item in before.items() if after.get(key) != item)
