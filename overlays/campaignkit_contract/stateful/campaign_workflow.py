"""Stateful checks of the campaign workflow: creation, content slots, approvals, stop, deletion."""

from collections.abc import Iterator

from ..spec.document import Json
from ..spec.examples import packaged_bodies
from ..targets.listing import items
from ..targets.target import GET, LEAD_STATUS, START, CheckFailed, Target
from .check import expect_status

_CREATE, _DUPLICATE, _SLOTS, _UPDATE_SLOT, _APPROVE, _DISCARD, _STOP, _DELETE, _STARTERS = (
    f"sonarly_campaigns_{name}"
    for name in (
        *("create", "duplicate", "content_slots", "update_content_slot", "approve", "discard"),
        *("stop", "delete", "starter_templates"),
    )
)
_BUSY = frozenset({"pending", "waiting"})


def created_campaign_matches_request(target: Target) -> Iterator[str]:
    """Check that a created campaign is a draft for the given leads, with the right slots."""
    for operation in (_CREATE, _DUPLICATE):
        target.reset()
        source, slots = target.campaign(target.campaign_id), _slots(target)
        created, request = target.data(operation), packaged_bodies()[operation]["json"]
        expected = {
            "name": request["name"],
            "status": "draft",
            "startedAt": None,
            "selectedLeadCount": len(request["leadIds"]),
        }
        for name, value in expected.items():
            if created[name] != value:
                yield f"{operation} creates a campaign with {name} {created[name]}"
        leads = ",".join(request["leadIds"])
        rows = target.data(LEAD_STATUS, campaignId=created["id"], leadIds=leads)["items"]
        if {row["workflowStatus"] for row in rows} != {"not_started"}:
            yield f"{operation} creates a campaign with other leads, or a started one"
        copied = operation == _DUPLICATE
        if copied and _without_ids(_slots(target, created["id"])) != _without_ids(slots):
            yield f"{operation} creates a campaign with other content slots"
        if target.campaign(target.campaign_id) != source or _slots(target) != slots:
            yield f"{operation} changes the source campaign"


def unavailable_starter_template_is_rejected(target: Target) -> Iterator[str]:
    """Check that no campaign is created from an unavailable starter template."""
    body, before = packaged_bodies()[_CREATE]["json"], target.campaigns()
    for template in target.data(_STARTERS)["items"]:
        if not template["available"]:
            changed = {"json": {**body, "starterTemplateId": template["id"]}}
            status = target.ask(_CREATE, body=changed).status
            if status < 400 or target.campaigns() != before:
                yield f"{_CREATE} returns {status} for an unavailable starter template"


def approval_resumes_one_workflow(target: Target) -> Iterator[str]:
    """Check that an approval resumes one workflow, and that a discard stops it."""
    for operation in (_APPROVE, _DISCARD):
        target.reset()
        target.data(START)
        before = _rows(target)
        first = next((row for row in before if row["hasPendingApproval"]), None)
        if first is None:
            raise CheckFailed(f"no approval is pending after {START}")
        values = {"workflowInstanceId": first["workflowInstanceId"]}
        response, after = target.data(operation, **values), _rows(target)
        yield from _check_approved_row(operation, first, response, after)
        if [row for row in before if row != first] != [
            row for row in after if row["leadId"] != first["leadId"]
        ]:
            yield f"{operation} changes other leads"
        for repeated in (_APPROVE, _DISCARD):
            exchange = target.ask(repeated, values)
            yield from expect_status(repeated, exchange, {409}, "without a pending approval")
        if _rows(target) != after:
            yield f"a rejected approval after {operation} changes a lead"


def _check_approved_row(
    operation: str, first: Json, response: Json, after: list[Json]
) -> Iterator[str]:
    [row] = [row for row in after if row["leadId"] == first["leadId"]]
    is_same = response["workflowInstanceId"] == first["workflowInstanceId"]
    if not is_same or response["leadStatus"] != row:
        yield f"{operation} returns another lead than it changes"
    if row["hasPendingApproval"]:
        yield f"{operation} leaves the approval pending"
    if (row["workflowStatus"] == "stopped") is not (operation == _DISCARD):
        yield f"after {operation}, the lead is {row['workflowStatus']}"


def stop_ends_all_workflows(target: Target) -> Iterator[str]:
    """Check that a stop ends the campaign and every busy workflow, and counts them."""
    yield from expect_status(_STOP, target.ask(_STOP), {409}, "for a draft")
    target.data(START)
    busy = _busy_workflows(target)
    yield from expect_status(_DELETE, target.ask(_DELETE), {409}, "for an active campaign")
    stopped = target.data(_STOP)
    if stopped["campaign"] != target.campaign(target.campaign_id):
        yield f"{_STOP} returns another campaign than a read after it"
    if stopped["instancesStopped"] != busy:
        yield f"{_STOP} counts {stopped['instancesStopped']} of {busy}"
    for row in _rows(target):
        if row["workflowStatus"] in _BUSY or row["hasPendingApproval"]:
            yield f"after {_STOP}, a lead is {row['workflowStatus']}"
    for repeated in (_STOP, START):
        yield from expect_status(repeated, target.ask(repeated), {409}, "for a stopped campaign")


def content_slots_change_before_start_only(target: Target) -> Iterator[str]:
    """Check that an update changes one content slot, and is rejected after the start."""
    before = _slots(target)
    slot = before[0]
    returned, after = target.data(_UPDATE_SLOT, slotId=slot["id"]), _slots(target)
    expected = {**slot, **packaged_bodies()[_UPDATE_SLOT]["json"]}
    if returned != expected or after != [expected, *before[1:]]:
        yield f"{_UPDATE_SLOT} changes something else, or nothing"
    target.data(START)
    body = {"json": {"templateId": slot["templateId"]}}
    status = target.ask(_UPDATE_SLOT, {"slotId": slot["id"]}, body=body).status
    if status != 409 or _slots(target) != after:
        yield f"{_UPDATE_SLOT} returns {status} after the start"


def deleted_campaign_is_404(target: Target) -> Iterator[str]:
    """Check that every operation on a deleted campaign returns 404."""
    target.data(_DELETE, campaignId=target.campaign_id)
    for operation in (GET, START, _STOP, _DELETE, _SLOTS, _DUPLICATE, LEAD_STATUS):
        exchange = target.ask(operation, {"campaignId": target.campaign_id})
        yield from expect_status(operation, exchange, {404}, "for a deleted campaign")


def _busy_workflows(target: Target) -> int:
    """Return how many known prospects have a busy workflow in the campaign."""
    audiences = items(target, "sonarly_audiences_list")
    known = {
        prospect["id"]
        for audience in audiences
        for prospect in items(target, "sonarly_audiences_prospects", audienceId=audience["id"])
    }
    rows = target.data(LEAD_STATUS, leadIds=",".join(sorted(known)))["items"]
    return sum(row["workflowStatus"] in _BUSY for row in rows)


def _rows(target: Target) -> list[Json]:
    rows: list[Json] = target.data(LEAD_STATUS, leadIds=",".join(target.ids["leadIds"]))["items"]
    return rows


def _slots(target: Target, campaign_id: str | None = None) -> list[Json]:
    campaign_id = campaign_id or target.campaign_id
    slots: list[Json] = target.data(_SLOTS, campaignId=campaign_id)["items"]
    return slots


def _without_ids(slots: list[Json]) -> list[Json]:
    return [{**slot, "id": None} for slot in slots]
