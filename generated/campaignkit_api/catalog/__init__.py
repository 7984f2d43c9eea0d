# Generated from openapi.yaml by `make generate`; do not edit.
"""Catalog of all operations: the index, by vendor and resource."""

from campaignkit_runtime.catalog import OperationEntry, ResourceEntry

VENDORS: dict[str, str] = {"sonarly": "Sonarly integrations API", "callers": "Callers.ai API"}

RESOURCES: dict[str, dict[str, ResourceEntry]] = {
    "sonarly": {
        "accounts": ResourceEntry(
            "sonarly_accounts",
            "Account groups that a Sonarly API key can access.",
            {"list": "List the account groups of the API key"},
        ),
        "audiences": ResourceEntry(
            "sonarly_audiences",
            "Audiences of Sonarly, their prospects and folders.",
            {
                "list": "List the audiences of an account group",
                "create": "Create an audience",
                "get": "Get an audience",
                "delete": "Delete an audience",
                "update": "Update an audience",
                "prospects": "List the prospects of an audience",
                "move_leads": "Move leads to another audience",
                "move_to_folder": "Move an audience into a folder",
                "remove_from_folder": "Remove an audience from its folder",
                "navigation": "Get the folders with their audiences",
                "create_folder": "Create a folder for audiences",
                "rename_folder": "Rename a folder",
            },
        ),
        "campaigns": ResourceEntry(
            "sonarly_campaigns",
            "Campaigns of Sonarly: drafts, start, approvals and stop.",
            {
                "list": "List the campaigns of an account group",
                "create": "Create a draft campaign from a starter template",
                "starter_templates": "List the starter templates",
                "get": "Get a campaign",
                "delete": "Delete a campaign",
                "duplicate": "Duplicate a campaign into a draft",
                "start": "Start a campaign",
                "stop": "Stop an active campaign",
                "lead_status": "Get the workflow status of given leads",
                "content_slots": "List the content slots of a campaign",
                "update_content_slot": "Set the template of a content slot",
                "approve": "Approve the pending content of a workflow instance",
                "discard": "Discard the pending content of a workflow instance",
            },
        ),
        "messages": ResourceEntry(
            "sonarly_messages",
            "Messages of the LinkedIn accounts of an account group, and replies to them.",
            {
                "list": "List the messages of an account group",
                "respond": "Queue a message to a prospect",
            },
        ),
        "prospecting": ResourceEntry(
            "sonarly_prospecting",
            "Prospecting jobs of Sonarly, their sources and the prospects found.",
            {
                "list": "List the prospecting jobs of an account group",
                "start": "Start a prospecting job",
                "get": "Get a prospecting job",
                "cancel": "Cancel a prospecting job",
                "saved_searches": "List the saved searches of Sales Navigator",
                "lead_lists": "List the lead lists of Sales Navigator",
                "prospects_by_provider_id": "Find prospects by the ID of another provider",
            },
        ),
        "signals": ResourceEntry(
            "sonarly_signals",
            "Signal scans of Sonarly, and the signals of each prospect.",
            {
                "list": "List the signal scans of an account group",
                "start": "Start a signal scan",
                "get": "Get a signal scan",
                "results": "Get the signals of a prospect",
            },
        ),
        "templates": ResourceEntry(
            "sonarly_templates",
            "Writing styles, value propositions and signal specifications of Sonarly.",
            {
                "list_writing_styles": "List the writing styles of an account group",
                "create_writing_style": "Create a writing style",
                "get_writing_style": "Get a writing style",
                "update_writing_style": "Update a writing style",
                "list_value_propositions": "List the value propositions of an account group",
                "get_value_proposition": "Get a value proposition",
                "delete_value_proposition": "Delete a value proposition",
                "update_value_proposition": "Update a value proposition",
                "list_signal_specifications": "List the signal specifications of an account group",
                "delete_signal_specification": "Delete a signal specification",
                "update_signal_specification": "Update a signal specification",
            },
        ),
    },
    "callers": {
        "campaigns": ResourceEntry(
            "callers_campaigns",
            "Calling and email campaigns of Callers.ai.",
            {"list": "List the campaigns of an organization", "get": "Get a campaign"},
        ),
        "campaign_groups": ResourceEntry(
            "callers_campaign_groups",
            "Groups of Callers.ai campaigns.",
            {"get": "Get a campaign group"},
        ),
        "contacts": ResourceEntry(
            "callers_contacts",
            "Contacts of Callers.ai campaigns.",
            {
                "list": "List the contacts of a campaign",
                "create": "Create or update a contact of a campaign",
                "archive_all": "Archive all contacts of a campaign",
                "create_bulk": "Create or update many contacts of a campaign",
                "archive_bulk": "Archive given contacts of a campaign",
                "get": "Get a contact of a campaign",
                "archive": "Archive a contact of a campaign",
                "archive_by_phone_number": "Archive a contact of a campaign by its phone number",
            },
        ),
        "memories": ResourceEntry(
            "callers_memories",
            "Memories that Callers.ai keeps about contacts.",
            {
                "list": "List the memories of a contact",
                "create": "Create a memory of a contact",
                "delete_all": "Delete all memories of a contact",
                "create_by_phone_number": "Create a memory of a contact by its phone number",
                "delete": "Delete a memory",
            },
        ),
        "calls": ResourceEntry(
            "callers_calls",
            "Outgoing and incoming calls of Callers.ai campaigns.",
            {
                "list": "List the calls of a campaign",
                "list_for_contact": "List the calls of a contact",
                "webhook_payload": "Get the webhook payload of a call",
            },
        ),
        "organizations": ResourceEntry(
            "callers_organizations",
            "The organization of the API key, its sub-organizations, phone numbers and limits.",
            {
                "get": "Get the organization of the API key",
                "create_sub_organization": "Create a sub-organization",
                "add_phone_numbers": "Add phone numbers to a SIP connection",
                "sync": "Set the pricing and limits of an organization",
            },
        ),
        "voices": ResourceEntry(
            "callers_voices",
            "Voices for the agents of Callers.ai.",
            {
                "create": "Add a voice of a provider",
                "update": "Update a voice",
                "clone": "Clone a voice from audio samples",
            },
        ),
    },
}


def load_operations(vendor: str, resource: str) -> dict[str, OperationEntry]:
    """Return the operations of a resource, by the names of its methods."""
    from importlib import import_module

    module = import_module(f".{RESOURCES[vendor][resource].module}", __name__)
    entries: dict[str, OperationEntry] = module.OPERATIONS
    return entries
