"""Bugs in the body of a success: types, fields, nulls, values."""

from typing import Any

from campaignkit_contract.targets.target import CALLERS_LIST, GET, LEAD_STATUS, LIST, START

from .mutant import SONARLY, mutates_body


@mutates_body(GET)
def wrong_type(body: Any) -> None:
    """A campaign's name is a number."""
    body["data"]["name"] = 5


@mutates_body(LIST)
def wrong_type_in_one_item(body: Any) -> None:
    """The last listed campaign has a text instead of a boolean."""
    body["data"]["items"][-1]["includeConversationHistory"] = "true"


@mutates_body(LIST)
def object_for_a_list(body: Any) -> None:
    """A list of campaigns is an object by id."""
    body["data"]["items"] = {item["id"]: item for item in body["data"]["items"]}


@mutates_body(GET)
def fraction_for_an_integer(body: Any) -> None:
    """A campaign has 25.5 leads."""
    body["data"]["selectedLeadCount"] = 25.5


@mutates_body(START)
def text_for_an_integer(body: Any) -> None:
    """The instancesCreated of a start is a text."""
    body["data"]["instancesCreated"] = str(body["data"]["instancesCreated"])


@mutates_body(GET)
def missing_field(body: Any) -> None:
    """A campaign has no status."""
    del body["data"]["status"]


@mutates_body(LIST)
def missing_field_in_drafts(body: Any) -> None:
    """Listed drafts have no startedAt; it should be null."""
    for item in body["data"]["items"]:
        if item["startedAt"] is None:
            del item["startedAt"]


@mutates_body(LEAD_STATUS)
def missing_field_in_row(body: Any) -> None:
    """A lead status has no hasPendingApproval."""
    for item in body["data"]["items"]:
        del item["hasPendingApproval"]


@mutates_body(*SONARLY)
def missing_error(body: Any) -> None:
    """The envelope of a success has no `error`."""
    del body["error"]


@mutates_body(START)
def missing_envelope(body: Any) -> None:
    """A start returns its data without an envelope."""
    data = body.pop("data")
    body.clear()
    body.update(data)


@mutates_body(GET)
def null_name(body: Any) -> None:
    """A campaign's name is null."""
    body["data"]["name"] = None


@mutates_body(LIST)
def null_item(body: Any) -> None:
    """A list of campaigns ends with null."""
    body["data"]["items"].append(None)


@mutates_body(CALLERS_LIST)
def null_list(body: Any) -> None:
    """A list of five calling days is null."""
    for item in body:
        if len(item["callParams"]["daysOfWeek"]) == 5:
            item["callParams"]["daysOfWeek"] = None


@mutates_body(GET)
def text_for_null(body: Any) -> None:
    """The startedAt of a draft is an empty text."""
    if body["data"]["startedAt"] is None:
        body["data"]["startedAt"] = ""


@mutates_body(LIST, GET)
def draft_with_start(body: Any) -> None:
    """The startedAt of a draft is its updatedAt."""
    for item in body["data"].get("items", [body["data"]]):
        item["startedAt"] = item["startedAt"] or item["updatedAt"]


@mutates_body(LEAD_STATUS)
def instance_for_null(body: Any) -> None:
    """A lead outside of the campaign has a workflow."""
    for item in body["data"]["items"]:
        item["workflowInstanceId"] = item["workflowInstanceId"] or "f10000000000000000000001"


@mutates_body(GET)
def date_without_zone(body: Any) -> None:
    """An updatedAt has no zone."""
    body["data"]["updatedAt"] = body["data"]["updatedAt"].removesuffix("Z")


@mutates_body(START)
def date_with_a_space(body: Any) -> None:
    """A start returns a time that is not ISO 8601."""
    campaign = body["data"]["campaign"]
    campaign["startedAt"] = campaign["startedAt"].replace("T", " ")


@mutates_body(CALLERS_LIST)
def impossible_date(body: Any) -> None:
    """A completedAt is on the 32nd of a month."""
    for item in body:
        if item["completedAt"]:
            item["completedAt"] = "2026-04-32T12:00:00.000Z"


@mutates_body(CALLERS_LIST)
def number_for_a_date(body: Any) -> None:
    """A firstInteractionAt is a number of seconds."""
    for item in body:
        if item["firstInteractionAt"]:
            item["firstInteractionAt"] = 1_777_636_800


@mutates_body(GET)
def extra_field(body: Any) -> None:
    """A campaign has an undocumented field (additive)."""
    body["data"]["pausedAt"] = None


@mutates_body(LEAD_STATUS)
def extra_field_in_envelope(body: Any) -> None:
    """The envelope has a count of its items (additive)."""
    body["count"] = len(body["data"]["items"])


@mutates_body(CALLERS_LIST)
def extra_field_deep_inside(body: Any) -> None:
    """The call settings have an undocumented field (additive)."""
    for item in body:
        item["callParams"]["voice"] = "alloy"


@mutates_body(LIST, GET)
def new_status(body: Any) -> None:
    """Active campaigns are `running`, which no document names (additive)."""
    for item in body["data"].get("items", [body["data"]]):
        if item["status"] == "active":
            item["status"] = "running"


@mutates_body(LEAD_STATUS)
def new_workflow_status(body: Any) -> None:
    """A lead before its start is `queued` (additive)."""
    for item in body["data"]["items"]:
        if item["workflowStatus"] == "not_started":
            item["workflowStatus"] = "queued"


@mutates_body(GET)
def success_false(body: Any) -> None:
    """A success has `success` set to false."""
    body["success"] = False


@mutates_body(LIST)
def success_with_error(body: Any) -> None:
    """A success has an error."""
    body["error"] = {"code": "PARTIAL", "message": "Some campaigns are left out."}


@mutates_body(GET)
def success_without_data(body: Any) -> None:
    """The data of a success is null."""
    body["data"] = None


@mutates_body(*SONARLY)
def no_trace(body: Any) -> None:
    """A success has no trace id."""
    del body["traceId"]


@mutates_body(LEAD_STATUS)
def empty_trace(body: Any) -> None:
    """A success has an empty trace id."""
    body["traceId"] = ""


@mutates_body(*SONARLY)
def reused_trace(body: Any) -> None:
    """Every success has the same trace id."""
    body["traceId"] = "7a0000000000000000000000"
