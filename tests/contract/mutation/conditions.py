"""Bugs that only some values or states show."""

from typing import Any

from campaignkit_fake.callers.calls import Calls
from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.callers.memories import Memories
from campaignkit_fake.engine.errors import ApiError, invalid_request
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.leads import Leads, provider_id
from campaignkit_fake.sonarly.prospecting import ProspectingJobs
from campaignkit_fake.sonarly.templates import SignalSpecifications

from .mutant import RuleCall, mutates_rule

_LOOKUP, _MOVE, _INTO = (
    *("sonarly_prospecting_prospects_by_provider_id", "sonarly_audiences_move_leads"),
    "sonarly_audiences_move_to_folder",
)
_DELETE, _SCAN = "sonarly_templates_delete_signal_specification", "sonarly_signals_start"


@mutates_rule(_LOOKUP)
def plus_as_space(call: RuleCall) -> Any:
    """A plus sign in a path is read as a space."""
    return call.call_original(providerId=call.arguments["providerId"].replace("+", " "))


@mutates_rule(_LOOKUP)
def found_elsewhere(call: RuleCall) -> Any:
    """A lookup without a match is repeated in the other account groups."""
    found = call.call_original()
    groups = call.context.key.scope if not found["matches"] else ()
    others = [other for group in groups if (other := call.call_in_group(group))["matches"]]
    return others[0] if others else found


@mutates_rule(_MOVE)
def refused_in_part(call: RuleCall) -> Any:
    """A move with an unknown lead is refused, and moves the known leads."""
    try:
        return call.call_original()
    except ApiError:
        audience = call.store[Audiences].by_id.get(call.arguments["audienceId"])
        body = call.context.body
        known = [lead for lead in body["leadIds"] if audience and lead in audience.lead_ids]
        if known and len(known) < len(body["leadIds"]):
            call.call_original(body={**body, "leadIds": known})
        raise


@mutates_rule(_INTO)
def any_second_folder(call: RuleCall) -> Any:
    """The type of a folder is only compared if the audience has no folder yet."""
    audience = call.store[Audiences].by_id.get(call.arguments["audienceId"])
    try:
        return call.call_original()
    except ApiError as error:
        if error.status != 422 or audience is None or audience.fields["folderId"] is None:
            raise
        audience.fields["folderId"] = call.context.body["folderId"]
        return audience.fields


@mutates_rule("sonarly_campaigns_duplicate")
def first_lead_checked(call: RuleCall) -> Any:
    """A copy is only refused if its first lead has a workflow in another campaign."""
    try:
        return call.call_original()
    except ApiError as error:
        body = call.context.body
        leads = body.get("leadIds") or []
        if error.code != "LEAD_BUSY" or len(leads) < 2:
            raise
        return call.call_original(body={**body, "leadIds": leads[:1]})


@mutates_rule(_DELETE, _SCAN)
def deleted_scanned(call: RuleCall) -> Any:
    """A scan can name a deleted signal specification."""
    known = call.store[SignalSpecifications].by_id
    if "specificationId" in call.arguments:
        removed = known.get(call.arguments["specificationId"])
        response = call.call_original()
        call.memory[call.arguments["specificationId"]] = removed
        return response
    wanted = call.context.body["signalSpecificationId"]
    if wanted not in call.memory:
        return call.call_original()
    known[wanted] = call.memory[wanted]
    try:
        return call.call_original()
    finally:
        del known[wanted]


@mutates_rule("callers_memories_create")
def length_in_bytes(call: RuleCall) -> Any:
    """The maximum length of a memory is counted in bytes."""
    if len(call.context.body["text"].encode()) > 5_000:
        raise invalid_request(("body/text", "is too long"))
    return call.call_original()


@mutates_rule("callers_memories_delete")
def outdated_not_deleted(call: RuleCall) -> Any:
    """A deletion of an outdated memory has no effect, and returns a deleted one."""
    memory = call.store[Memories].by_id.get(call.arguments["memoryId"])
    before = {**memory} if memory else {}
    response = {**call.call_original()}
    if memory and before["status"] == "OUTDATED":
        response["data"] = {**memory}
        memory.update(before)
    return response


@mutates_rule("callers_organizations_get")
def own_parent(call: RuleCall) -> Any:
    """An organization is its own parent."""
    organization = call.call_original()
    return {**organization, "parentOrgId": organization["id"]}


@mutates_rule("sonarly_audiences_prospects")
def later_pages_of_any_group(call: RuleCall) -> Any:
    """Only the first page of an audience checks the account group."""
    audience = call.store[Audiences].by_id.get(call.arguments["audienceId"])
    if "cursor" in call.arguments and audience:
        return call.call_in_group(audience.account_group_id)
    return call.call_original()


@mutates_rule("sonarly_templates_list_signal_specifications")
def large_limit_fails(call: RuleCall) -> Any:
    """A limit beyond 32 bits fails."""
    if call.arguments.get("limit", 1) >= 2**31:
        raise OverflowError("integer out of range")
    return call.call_original()


@mutates_rule("sonarly_prospecting_start")
def unpaid_started(call: RuleCall) -> Any:
    """A job that is refused because credits are missing is started."""
    try:
        return call.call_original()
    except ApiError as error:
        if error.status == 402:
            jobs = call.store[ProspectingJobs]
            jobs.start(call.arguments["accountGroupId"], call.store.time, size=1)
        raise


@mutates_rule("callers_contacts_archive_by_phone_number")
def archived_by_prefix(call: RuleCall) -> Any:
    """The beginning of a phone number archives the first contact that it fits."""
    given = call.arguments["phoneNumber"]
    for contact in call.store[Contacts].by_id.values():
        if contact.fields["phoneNumber"].removeprefix("+").startswith(given.removeprefix("+")):
            return call.call_original(phoneNumber=contact.fields["phoneNumber"])
    return call.call_original()


@mutates_rule("callers_calls_list")
def calls_of_archived_hidden(call: RuleCall) -> Any:
    """The list of calls leaves out those with archived contacts."""
    contacts = call.store[Contacts].by_id
    rows = call.call_original()
    return [row for row in rows if not contacts[row["contactId"]].is_archived]


@mutates_rule("callers_calls_webhook_payload")
def incoming_numbers_swapped(call: RuleCall) -> Any:
    """The payload of an incoming call names the number that was called as the caller's."""
    payload = call.call_original()
    shown = call.store[Calls].by_id[payload["id"]]
    return {**payload, "phoneFrom": shown["phoneTo"]} if shown["incomingCall"] else payload


@mutates_rule(_LOOKUP)
def underscore_as_wildcard(call: RuleCall) -> Any:
    """An underscore of a provider id means any character."""
    found, wanted = call.call_original(), call.arguments["providerId"]
    for lead_id in call.store[Leads].by_id if wanted.endswith("_") else ():
        known = provider_id(lead_id)
        if known[:-1] == wanted[:-1]:
            return {**call.call_original(providerId=known), "providerId": wanted}
    return found


@mutates_rule("sonarly_signals_results")
def weak_signals_hidden(call: RuleCall) -> Any:
    """Signals with a score below 30 are only shown with a minimum score."""
    return call.call_original(**{"minScore": 30, **call.arguments})


@mutates_rule("sonarly_prospecting_saved_searches", "sonarly_prospecting_lead_lists")
def one_cache_of_two_lists(call: RuleCall) -> Any:
    """The list that is read second is that of the first."""
    return call.memory.setdefault(call.arguments["accountGroupId"], call.call_original())


@mutates_rule("sonarly_campaigns_create")
def leads_of_any_audience(call: RuleCall) -> Any:
    """The leads of a new campaign may be of any audience of the account group."""
    try:
        return call.call_original()
    except ApiError as error:
        chosen = call.context.body.get("leadIds", [])
        known = call.store[Leads].ids_of_group(call.arguments["accountGroupId"])
        if error.code != "LEAD_NOT_IN_AUDIENCE" or not set(chosen) <= set(known):
            raise
        body = {name: value for name, value in call.context.body.items() if name != "leadIds"}
        created = call.call_original(body=body)
        call.campaigns[created["id"]].lead_ids = chosen
        created["selectedLeadCount"] = len(chosen)
        return created
