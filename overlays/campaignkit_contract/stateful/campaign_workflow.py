"""Stateful checks of the campaign workflow: creation, content slots, approvals, stop, deletion."""

from collections.abc import Iterator, Sequence

from ..options import setting_name
from ..spec.document import Json
from ..targets.resources import Resource
from ..targets.target import GET, LEAD_STATUS, LIST, START, CheckFailed, SkipCheck, Target
from .check import expect_status
from .matrices.schemas import body_schema, known_values, properties
from .prepared import check_each, succeed

_CREATE, _DUPLICATE, _SLOTS, _UPDATE_SLOT, _APPROVE, _DISCARD, _STOP, _DELETE, _STARTERS = (
    f"sonarly_campaigns_{name}"
    for name in (
        *("create", "duplicate", "content_slots", "update_content_slot", "approve", "discard"),
        *("stop", "delete", "starter_templates"),
    )
)
_CAMPAIGN, _STYLE = "sonarly campaignId", "sonarly writingStyleId"
_BUSY = frozenset({"pending", "waiting"})
_SOME_HOURS = 16_000  # seconds after which some workflows are completed


def created_campaign_matches_request(target: Target) -> Iterator[str]:
    """Check that a created campaign is a draft for the given leads, with the right slots."""
    yield from check_each(
        target, (_CREATE, _DUPLICATE), lambda operation: _check_creation(target, operation)
    )


def _check_creation(target: Target, operation: str) -> Iterator[str]:
    source_id = target.resources.make(_CAMPAIGN).id
    target.resources.call(_UPDATE_SLOT, {"campaignId": source_id})
    copied = operation == _DUPLICATE
    call = target.resources.call_values(operation, {"campaignId": source_id} if copied else {})
    source, slots = target.campaign(source_id), _slots(target, source_id)
    created, request = succeed(target, operation, call), call.json
    leads = request.get("leadIds", [])
    expected = {"name": request["name"], "status": "draft", "startedAt": None}
    # Without `leadIds` it is for all leads of the audience. One of the run has none.
    if leads or target.resources.is_own(request["audienceId"]):
        expected["selectedLeadCount"] = len(leads)
    for name, value in expected.items():
        if created[name] != value:
            yield f"{operation} creates a campaign with {name} {created[name]}"
    if leads:
        rows = _rows(target, created["id"], leads)
        if {row["workflowStatus"] for row in rows} != {"not_started"}:
            yield f"{operation} creates a campaign with other leads, or a started one"
    if copied:
        yield from _check_copy(target, slots, created)
    if target.campaign(source_id) != source or _slots(target, source_id) != slots:
        yield f"{operation} changes the source campaign"


def _check_copy(target: Target, slots: list[Json], copy: Json) -> Iterator[str]:
    """Compare the slots of a copy, and change one, which must not change the source."""
    copied_slots = _slots(target, copy["id"])
    if _without_ids(copied_slots) != _without_ids(slots):
        yield f"{_DUPLICATE} creates a campaign with other content slots"
    values = {"campaignId": copy["id"], "slotId": copied_slots[0]["id"]}
    style = target.resources.make(_STYLE).id
    target.ask(_UPDATE_SLOT, values, body={"json": {"templateId": style}})


def unavailable_starter_template_is_rejected(target: Target) -> Iterator[str]:
    """Check that campaigns are created from available starter templates only, which are listed."""
    templates = target.data(_STARTERS)["items"]
    for template in templates:
        json = {"starterTemplateId": template["id"]}
        if not template["available"]:
            call, before = target.resources.call_values(_CREATE, json=json), target.campaigns()
            status = target.ask(_CREATE, call.values, body=call.body).status
            if status < 400 or target.campaigns() != before:
                yield f"{_CREATE} returns {status} for an unavailable starter template"
        elif target.is_exclusive(_CREATE):
            call = target.resources.call_values(_CREATE, json=json)
            exchange = target.ask(_CREATE, call.values, body=call.body)
            circumstance = "for an available starter template"
            yield from expect_status(_CREATE, exchange, {201}, circumstance)
    unlisted = _known_starters() - {template["id"] for template in templates}
    for name in sorted(unlisted) if target.is_exclusive(_CREATE) else ():
        call = target.resources.call_values(_CREATE, json={"starterTemplateId": name})
        if target.ask(_CREATE, call.values, body=call.body).status < 300:
            yield f"{_STARTERS} lacks the starter template {name}, which {_CREATE} accepts"


def _known_starters() -> set[str]:
    return {*known_values(properties(body_schema(_CREATE))["starterTemplateId"])}


def approval_resumes_one_workflow(target: Target) -> Iterator[str]:
    """Check that an approval resumes one workflow, and that a discard stops it."""
    yield from check_each(
        target, (_APPROVE, _DISCARD), lambda operation: _check_approval(target, operation)
    )


def _check_approval(target: Target, operation: str) -> Iterator[str]:
    campaign = _campaign_with_leads(target)
    id_, leads = campaign.id, campaign.body["json"]["leadIds"]
    target.data(START, campaignId=id_)
    pending = [row for row in _rows(target, id_, leads) if row["hasPendingApproval"]]
    if not pending:
        raise CheckFailed(f"no approval is pending after {START}")
    if target.reset_server:
        target.wait(_SOME_HOURS)
    before = _rows(target, id_, leads)
    if any(row not in before for row in pending):
        yield f"a workflow goes on without its approval after {START}"
    first = pending[0]
    values = {"campaignId": id_, "workflowInstanceId": first["workflowInstanceId"]}
    response, after = target.data(operation, **values), _rows(target, id_, leads)
    yield from _check_approved_row(operation, first, response, after)
    if [row for row in before if row != first] != [
        row for row in after if row["leadId"] != first["leadId"]
    ]:
        yield f"{operation} changes other leads"
    for repeated in (_APPROVE, _DISCARD):
        exchange = target.ask(repeated, values)
        yield from expect_status(repeated, exchange, {409}, "without a pending approval")
    if _rows(target, id_, leads) != after:
        yield f"a rejected approval after {operation} changes a lead"
    if operation == _DISCARD:
        yield from _check_rest(target, operation, id_, [first["leadId"]])


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
    """Check that a stop ends the campaign and the busy workflows only, and counts them."""
    campaign = _campaign_with_leads(target)
    id_, leads = campaign.id, campaign.body["json"]["leadIds"]
    values = {"campaignId": id_}
    yield from expect_status(_STOP, target.ask(_STOP, values), {409}, "for a draft")
    target.data(START, campaignId=id_)
    yield from _check_progress(target, id_, leads)
    before = {row["leadId"]: row for row in _rows(target, id_, leads)}
    busy = sum(row["workflowStatus"] in _BUSY for row in before.values())
    exchange = target.ask(_DELETE, values)
    yield from expect_status(_DELETE, exchange, {409}, "for an active campaign")
    stopped = target.data(_STOP, campaignId=id_)
    if [target.campaign(id_), target.campaigns().get(id_)] != [stopped["campaign"]] * 2:
        yield f"{_STOP} returns another campaign than {GET} or {LIST} after it"
    if stopped["instancesStopped"] != busy:
        yield f"{_STOP} counts {stopped['instancesStopped']} of {busy}"
    for row in _rows(target, id_, leads):
        if row["workflowStatus"] in _BUSY or row["hasPendingApproval"]:
            yield f"after {_STOP}, a lead is {row['workflowStatus']}"
        old = before[row["leadId"]]
        if target.is_exclusive(_STOP) and old["workflowStatus"] not in _BUSY and row != old:
            yield f"{_STOP} changes a lead that is {old['workflowStatus']}"
    for repeated in (_STOP, START):
        exchange = target.ask(repeated, values)
        yield from expect_status(repeated, exchange, {409}, "for a stopped campaign")
    yield from _check_rest(target, _STOP, id_, leads)


def _check_rest(
    target: Target, operation: str, campaign_id: str, leads: Sequence[str]
) -> Iterator[str]:
    """Check that ended workflows of leads are the same some hours later."""
    if target.reset_server:
        before = _rows(target, campaign_id, leads)
        target.wait(_SOME_HOURS)
        if _rows(target, campaign_id, leads) != before:
            yield f"a workflow goes on hours after {operation}"


def _check_progress(target: Target, campaign_id: str, leads: Sequence[str]) -> Iterator[str]:
    """Approve the content of one lead, and check that some workflow goes on within hours."""
    rows = _rows(target, campaign_id, leads)
    row = next((row for row in rows if row["hasPendingApproval"]), None)
    if row is None or not target.reset_server:
        return
    values = {"campaignId": campaign_id, "workflowInstanceId": row["workflowInstanceId"]}
    target.data(_APPROVE, **values)
    before, started_at = _rows(target, campaign_id, leads), target.exchanges[-1].date
    target.wait(_SOME_HOURS)
    after, ended_at = _rows(target, campaign_id, leads), target.exchanges[-1].date
    is_later = started_at and ended_at and (ended_at - started_at).total_seconds() >= _SOME_HOURS
    if is_later and before == after:
        yield f"no workflow goes on within hours after {START}"


def content_slots_change_before_start_only(target: Target) -> Iterator[str]:
    """Check that an update changes one content slot, and is rejected after the start."""
    id_ = target.resources.make(_CAMPAIGN).id
    before = _slots(target, id_)
    slot = before[0]
    values = {"campaignId": id_, "slotId": slot["id"]}
    call = target.resources.call_values(_UPDATE_SLOT, values)
    returned, after = succeed(target, _UPDATE_SLOT, call), _slots(target, id_)
    expected = {**slot, **call.json}
    if returned != expected or after != [expected, *before[1:]]:
        yield f"{_UPDATE_SLOT} changes something else, or nothing"
    if not target.campaign(id_)["selectedLeadCount"]:
        raise SkipCheck(f"set {setting_name('TEST_LEAD_IDS')}: a start contacts leads")
    target.data(START, campaignId=id_)
    body = {"json": call.json | {"templateId": target.resources.make(_STYLE).id}}
    status = target.ask(_UPDATE_SLOT, values, body=body).status
    if status != 409 or _slots(target, id_) != after:
        yield f"{_UPDATE_SLOT} returns {status} after the start"


def deleted_campaign_is_404(target: Target) -> Iterator[str]:
    """Check that every operation on a deleted campaign returns 404."""
    id_ = target.resources.make(_CAMPAIGN).id
    duplicate = target.resources.call_values(_DUPLICATE, {"campaignId": id_})
    target.data(_DELETE, campaignId=id_)
    for operation in (GET, START, _STOP, _DELETE, _SLOTS, _DUPLICATE, LEAD_STATUS):
        body = duplicate.body if operation == _DUPLICATE else None
        exchange = target.ask(operation, {"campaignId": id_}, body=body)
        yield from expect_status(operation, exchange, {404}, "for a deleted campaign")


def _campaign_with_leads(target: Target) -> Resource:
    """Return a draft with leads that may be contacted."""
    campaign = target.resources.make(_CAMPAIGN)
    if not campaign.body["json"].get("leadIds"):
        raise SkipCheck(f"set {setting_name('TEST_LEAD_IDS')}: a start contacts leads")
    return campaign


def _rows(target: Target, campaign_id: str, leads: Sequence[str]) -> list[Json]:
    values = {"campaignId": campaign_id, "leadIds": ",".join(leads)}
    rows: list[Json] = target.data(LEAD_STATUS, **values)["items"]
    return rows


def _slots(target: Target, campaign_id: str) -> list[Json]:
    slots: list[Json] = target.data(_SLOTS, campaignId=campaign_id)["items"]
    return slots


def _without_ids(slots: list[Json]) -> list[Json]:
    return [{**slot, "id": None} for slot in slots]
