"""Bugs by which a customer gets or changes what another customer has."""

from contextlib import suppress
from copy import deepcopy
from typing import Any

from campaignkit_fake.callers.campaigns import CallersCampaigns
from campaignkit_fake.callers.contacts import Contact, Contacts
from campaignkit_fake.callers.organizations import Organizations
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.engine.ids import ACCOUNT_GROUPS
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.folders import Folders
from campaignkit_fake.sonarly.leads import Leads, provider_id
from campaignkit_fake.sonarly.messages import Conversations
from campaignkit_fake.sonarly.prospecting import ProspectingJobs

from .mutant import RuleCall, mutates_rule


@mutates_rule("sonarly_prospecting_saved_searches")
def searches_of_first_reader(call: RuleCall) -> Any:
    """Saved searches are cached without the account group."""
    return call.memory.setdefault("searches", deepcopy(call.call_original()))


@mutates_rule("sonarly_prospecting_prospects_by_provider_id")
def prospects_of_everyone(call: RuleCall) -> Any:
    """A prospect is found in every account group."""
    own, leads = call.call_original(), call.store[Leads].by_id
    wanted = call.arguments["providerId"]
    found = next((id_ for id_ in leads if provider_id(id_) == wanted), None)
    group = leads[found].account_group_id if found else call.arguments["accountGroupId"]
    return own if own["matches"] else call.call_in_group(group)


@mutates_rule("sonarly_messages_list")
def conversation_of_everyone(call: RuleCall) -> Any:
    """The messages of a conversation are found in every account group."""
    call.call_original()
    wanted = call.store[Conversations].by_id.get(call.arguments.get("conversationId", ""))
    group = wanted.account_group_id if wanted else call.arguments["accountGroupId"]
    return call.call_in_group(group)


@mutates_rule("sonarly_signals_results")
def signals_by_narrow_key(call: RuleCall) -> Any:
    """A key of one account group reads the signals of every prospect."""
    prospect = call.store[Leads].by_id.get(call.arguments["prospectId"])
    is_narrow = call.context.key.scope == (call.arguments["accountGroupId"],)
    if prospect is None or not is_narrow:
        return call.call_original()
    return call.call_in_group(prospect.account_group_id)


@mutates_rule("sonarly_templates_list_value_propositions")
def cursor_of_any_group(call: RuleCall) -> Any:
    """A cursor leads to the list in which it was made, in any account group."""
    groups = ACCOUNT_GROUPS if "cursor" in call.arguments else ()
    for group in groups:
        with suppress(ApiError):
            return call.call_in_group(group)
    return call.call_original()


@mutates_rule("sonarly_audiences_create")
def name_taken_elsewhere(call: RuleCall) -> Any:
    """The name of an audience must be new in all account groups together."""
    name = call.arguments["body"]["name"]
    if name in [own.fields["name"] for own in call.store[Audiences].by_id.values()]:
        raise ApiError(422, "Another audience has this name.", details=[("name", "is taken")])
    return call.call_original()


@mutates_rule("sonarly_audiences_rename_folder")
def namesakes_renamed(call: RuleCall) -> Any:
    """A folder with the same name in another account group is renamed too."""
    folders, wanted = call.store[Folders].by_id, call.arguments["folderId"]
    before = folders[wanted].fields["name"] if wanted in folders else ""
    renamed = call.call_original()
    for folder in folders.values():
        if folder.fields["name"] == before:
            folder.fields |= {name: renamed[name] for name in ("name", "updatedAt")}
    return renamed


@mutates_rule("sonarly_messages_respond")
def key_of_another_customer(call: RuleCall) -> Any:
    """An idempotency key is that of every customer."""
    key = call.arguments.get("Idempotency-Key", "")
    if key in call.memory:
        return call.memory[key]
    response = call.call_original()
    return call.memory.setdefault(key, response) if key else response


@mutates_rule("sonarly_prospecting_start")
def credits_of_everyone(call: RuleCall) -> Any:
    """An import takes the credits of every account group."""
    started, credits_ = call.call_original(), call.store[ProspectingJobs].credits
    credits_ |= dict.fromkeys(credits_, 0)
    return started


@mutates_rule("callers_contacts_create")
def contact_of_another_customer(call: RuleCall) -> Any:
    """A contact with the phone number in another organization is changed instead."""
    created, body = call.call_original(), call.arguments["body"]
    [*_, other] = [None, *_elsewhere(call, body["phoneNumber"].lstrip("+"))]
    if other is None:
        return created
    del call.store[Contacts].by_id[created["contactId"]]
    other.fields["name"] = body["name"]
    return {"contactId": other.id, "created": False, "modified": True}


@mutates_rule("callers_contacts_archive_by_phone_number")
def number_archived_everywhere(call: RuleCall) -> Any:
    """Contacts with the phone number in other organizations are archived too."""
    archived = call.call_original()
    for contact in _elsewhere(call, call.arguments["phoneNumber"].lstrip("+")):
        contact.is_archived = True
    return archived


@mutates_rule("callers_contacts_archive_bulk")
def foreign_rows_archived(call: RuleCall) -> Any:
    """Bulk archiving also archives contacts of other customers."""
    archived = call.call_original()
    for id_ in call.arguments["body"]["contactIds"]:
        if id_ in call.store[Contacts].by_id:
            call.store[Contacts].by_id[id_].is_archived = True
    return archived


@mutates_rule("callers_organizations_create_sub_organization")
def later_sub_organization_lost(call: RuleCall) -> Any:
    """From the sixth creation on, a sub-organization is created that no call can name."""
    created = call.call_original()
    count = call.memory["count"] = call.memory.get("count", 0) + 1
    if count > 5:
        del call.store[Organizations].by_id[created["id"]]
    return created


def _elsewhere(call: RuleCall, number: str) -> list[Contact]:
    """Return the contacts with a phone number in other organizations than that of a call."""
    campaigns = call.store[CallersCampaigns].by_id
    own = campaigns[call.campaign_id]["organizationId"]
    return [
        contact
        for contact in call.store[Contacts].by_id.values()
        if contact.fields["phoneNumber"] == number
        and campaigns[contact.fields["campaignId"]]["organizationId"] != own
    ]
