"""Stateful checks of campaigns and lead statuses: reads that must agree with each other."""

from collections import Counter
from collections.abc import Iterator

from ..spec.document import Json, packaged_operations
from ..targets.requests import UNKNOWN_ID, payload
from ..targets.target import CALLERS_LIST, GET, LEAD_STATUS, LIST, Target
from .check import expect_status
from .lists import by_id, differing_fields

# Fields that the vendor may change at any time.
VOLATILE_FIELDS = frozenset({"status", "updatedAt", "rateLimitedUntil"})
_GROUP = "callers_campaign_groups_get"
_CALLERS_VOLATILE_FIELDS = frozenset(
    {"active", "firstInteractionAt", "completedAt", "pauseNewChats"}
)


def get_returns_requested_campaign(target: Target) -> Iterator[str]:
    """Check that a read of a campaign returns the campaign with the requested id."""
    for requested in target.sample(target.campaigns()):
        returned = target.campaign(requested)["id"]
        if returned != requested:
            yield f"{GET} returns {returned} for {requested}"


def listed_campaign_equals_get(target: Target) -> Iterator[str]:
    """Check that every known campaign is listed once, with the fields that a read returns."""
    items = target.data(LIST)["items"]
    counts = Counter(campaign["id"] for campaign in items)
    yield from (f"{id_} is listed {count} times" for id_, count in counts.items() if count > 1)
    known = target.ids.get("campaignId", ())
    yield from (f"{id_} exists and is not listed" for id_ in known if id_ not in counts)
    listed = by_id(items)
    for id_ in target.sample(listed):
        volatile = volatile_fields(target, listed[id_])
        if changed := differing_fields(listed[id_], target.campaign(id_)) - volatile:
            yield f"the list and the read of {id_} differ in {', '.join(sorted(changed))}"


def account_groups_are_isolated(target: Target) -> Iterator[str]:
    """Check that a campaign belongs to one account group and is not visible in another."""
    first, *others = target.ids.get("accountGroupId", ())
    own = target.campaigns(first)
    for other in others:
        foreign = target.campaigns(other)
        yield from (f"{id_} is listed in two groups" for id_ in foreign.keys() & own)
        for id_ in target.sample(foreign)[:3]:
            exchange = target.ask(GET, {"campaignId": id_})
            yield from expect_status(GET, exchange, {404}, "for a campaign of another group")


def started_at_matches_status(target: Target) -> Iterator[str]:
    """Check that a draft has no startedAt and an active campaign has one."""
    for id_, campaign in target.campaigns().items():
        is_started = campaign["startedAt"] is not None
        if campaign["status"] in {"draft", "active"} and (
            is_started is not (campaign["status"] == "active")
        ):
            yield f"{id_} is {campaign['status']} with startedAt {campaign['startedAt']}"


def lead_status_has_one_row_per_id(target: Target) -> Iterator[str]:
    """Check that each requested id gets one row per request, and no other id gets one."""
    known = list(target.ids.get("leadIds", ()))
    requested = [UNKNOWN_ID, *known, *known[:1], UNKNOWN_ID[:-1]]
    rows = _lead_rows(target, requested)
    others = [id_ for id_ in target.sample(target.campaigns()) if id_ != target.campaign_id]
    of_others = (_lead_rows(target, requested, campaignId=id_) for id_ in others)
    for found in (rows, *of_others):
        if Counter(row["leadId"] for row in found) != Counter(requested):
            count = len(requested)
            yield f"{LEAD_STATUS} returns {len(found)} rows for {count} ids, or for other ids"
    for others in (requested[::-1], [UNKNOWN_ID], known[:1] or [UNKNOWN_ID]):
        for row in _lead_rows(target, others):
            # On a live server, a lead may have advanced. An unknown lead cannot.
            if row not in rows and (target.reset_server or row["leadId"] == UNKNOWN_ID):
                yield f"{LEAD_STATUS} returns another row for {row['leadId']} with other ids"


def batch_has_rows_of_many_ids(target: Target) -> Iterator[str]:
    """Check that a batch has a row for each id, also for as many as a client sends at once."""
    for _, operation in target.known_reads():
        batch = packaged_operations()[operation.id].node.get("x-batch")
        if batch:
            ids = [f"{number:024x}" for number in range(batch["size"])]
            exchange = target.ask(operation.id, {batch["parameter"]: ",".join(ids)})
            rows = payload(exchange)["items"] if exchange.status == 200 else []
            # A server may refuse so many: the client halves a batch that is refused.
            if exchange.status == 200 and sorted(row[batch["key"]] for row in rows) != ids:
                yield f"{operation.id} returns {len(rows)} rows for {len(ids)} ids, or other ids"


def unknown_lead_is_not_in_campaign(target: Target) -> Iterator[str]:
    """Check that only a lead outside the campaign is `not_in_campaign`, without a workflow."""
    known = list(target.ids.get("leadIds", ()))
    requested = [UNKNOWN_ID, *known]
    # A server may show the rows of one campaign for the next one.
    for other in target.known_ids("sonarly", "campaignId")[1:2] if known else ():
        _lead_rows(target, requested, campaignId=other)
    for row in _lead_rows(target, requested):
        status, is_foreign = row["workflowStatus"], row["leadId"] == UNKNOWN_ID
        if (status == "not_in_campaign") is not is_foreign:
            yield f"the lead {row['leadId']} is {status}"
        if status in {"not_in_campaign", "not_started"} and _has_workflow(row):
            yield f"the lead {row['leadId']} is {status} and has a workflow"


def campaign_group_filters_list(target: Target) -> Iterator[str]:
    """Check that the list of a campaign group contains the campaigns that name the group."""
    whole = by_id(target.data(CALLERS_LIST))
    groups = {campaign.get("campaignGroupId"): None for campaign in whole.values()}
    for group in [*(group for group in groups if group), UNKNOWN_ID]:
        exchange = target.ask(CALLERS_LIST, {"campaignGroupId": group})
        filtered = payload(exchange) if exchange.status == 200 else []
        expected = [
            campaign for campaign in whole.values() if campaign.get("campaignGroupId") == group
        ]
        if by_id(filtered) != by_id(expected) or len(filtered) != len(expected):
            yield (
                f"{CALLERS_LIST} returns {len(filtered)} of {len(expected)} campaigns of the group "
                f"{group}, or others"
            )
        for campaign in filtered[:1]:
            name = target.data(_GROUP, campaignGroupId=group).get("name")
            if name != campaign.get("campaignGroupName", name):
                yield f"{_GROUP} has another name than the campaigns of the group"


def reads_change_nothing(target: Target) -> Iterator[str]:
    """Check that reads leave every campaign unchanged."""
    before, calls = target.campaigns(), _callers_campaigns(target)
    for id_ in target.sample(before):
        target.campaign(id_)
        target.data(LEAD_STATUS, campaignId=id_)
    yield from unexpected_changes(target, "reading", before, target.campaigns())
    after = by_id(_callers_campaigns(target))
    for campaign in calls:
        now = after.get(campaign["id"], {})
        if changed := changed_fields(campaign, now, _CALLERS_VOLATILE_FIELDS):
            yield f"reading changed {changed} of {campaign['id']}"


def unexpected_changes(
    target: Target, cause: str, before: dict[str, Json], after: dict[str, Json]
) -> Iterator[str]:
    """Yield changes of campaigns that should not have changed."""
    for id_ in before.keys() ^ after.keys():
        yield f"{cause} created or removed {id_}"
    for id_ in before.keys() & after.keys():
        volatile = volatile_fields(target, before[id_])
        if changed := changed_fields(before[id_], after[id_], volatile):
            yield f"{cause} changed {changed} of {id_}"


def volatile_fields(target: Target, campaign: Json) -> frozenset[str]:
    """Return the fields that may change by themselves: none in a draft or in a fake."""
    is_static = target.reset_server or campaign.get("status") == "draft"
    return frozenset() if is_static else VOLATILE_FIELDS


def changed_fields(old: Json, new: Json, ignored: frozenset[str] = frozenset()) -> str:
    """Return the names of differing fields, comma-joined."""
    names = (old.keys() | new.keys()) - ignored
    return ", ".join(sorted(name for name in names if old.get(name, ...) != new.get(name, ...)))


def _lead_rows(target: Target, ids: list[str], **values: str) -> list[Json]:
    rows: list[Json] = target.data(LEAD_STATUS, **values, leadIds=",".join(ids))["items"]
    return rows


def _callers_campaigns(target: Target) -> list[Json]:
    """Return Callers.ai's campaigns, if the target has a key for them."""
    return target.data(CALLERS_LIST) if "callers" in target.keys else []


def _has_workflow(row: Json) -> bool:
    names = ("workflowInstanceId", "latestStep", "workflowStopReason")
    return any(row[name] is not None for name in names) or row["hasPendingApproval"]
