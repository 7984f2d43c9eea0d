"""The laws of campaigns on their way: drafts, content that waits for an approval, stops."""

from collections.abc import Iterator

from ..spec.examples import shipped_bodies
from ..targets.target import GET, LEAD_STATUS, START, BrokenError, Json, Server
from .lists import items

_CREATE, _DUPLICATE, _SLOTS, _UPDATE_SLOT, _APPROVE, _DISCARD, _STOP, _DELETE, _STARTERS = (
    f"sonarly_campaigns_{each}"
    for each in (
        *("create", "duplicate", "content_slots", "update_content_slot", "approve", "discard"),
        *("stop", "delete", "starter_templates"),
    )
)
_BUSY = frozenset({"pending", "waiting"})


def made_as_asked(server: Server) -> Iterator[str]:
    """A campaign is made as a draft for the leads that were given; a copy has the same slots."""
    for operation in (_CREATE, _DUPLICATE):
        server.begin()
        source, slots = server.campaign(server.campaign_id), _slots(server)
        made, asked = server.data(operation), shipped_bodies()[operation]["json"]
        expected = {
            "name": asked["name"],
            "status": "draft",
            "startedAt": None,
            "selectedLeadCount": len(asked["leadIds"]),
        }
        for name, value in expected.items():
            if made[name] != value:
                yield f"{operation} makes a campaign with the {name} {made[name]}"
        rows = server.data(LEAD_STATUS, campaignId=made["id"], leadIds=",".join(asked["leadIds"]))
        if {each["workflowStatus"] for each in rows["items"]} != {"not_started"}:
            yield f"{operation} makes a campaign of other leads, or one that has begun"
        if operation == _DUPLICATE and _layout(_slots(server, made["id"])) != _layout(slots):
            yield f"{operation} makes a campaign with other slots"
        if server.campaign(server.campaign_id) != source or _slots(server) != slots:
            yield f"{operation} changes the campaign that it is made from"


def unavailable_starters(server: Server) -> Iterator[str]:
    """From a starter template that the account group cannot use nothing is made."""
    body, before = shipped_bodies()[_CREATE]["json"], server.campaigns()
    for each in server.data(_STARTERS)["items"]:
        if not each["available"]:
            changed = {"json": {**body, "starterTemplateId": each["id"]}}
            status = server.ask(_CREATE, body=changed).status
            if status < 400 or server.campaigns() != before:
                yield f"{_CREATE} answers {status} for a starter template that cannot be used"


def approval(server: Server) -> Iterator[str]:
    """An approval lets one workflow go on, a discard stops it; nothing waits there any more."""
    for operation in (_APPROVE, _DISCARD):
        server.begin()
        server.data(START)
        before = _rows(server)
        first = next((each for each in before if each["hasPendingApproval"]), None)
        if first is None:
            raise BrokenError(f"nothing waits for an approval after {START}")
        place = {"workflowInstanceId": first["workflowInstanceId"]}
        answer, after = server.data(operation, **place), _rows(server)
        yield from _unlike(operation, first, answer, after)
        if [each for each in before if each != first] != [
            each for each in after if each["leadId"] != first["leadId"]
        ]:
            yield f"{operation} changes other leads than its own"
        for again in (_APPROVE, _DISCARD):
            if (status := server.ask(again, place).status) != 409:
                yield f"{again} is answered {status} where nothing waits"
        if _rows(server) != after:
            yield f"a second answer after {operation} changes something"


def _unlike(operation: str, first: Json, answer: Json, after: list[Json]) -> Iterator[str]:
    [row] = [each for each in after if each["leadId"] == first["leadId"]]
    if answer["workflowInstanceId"] != first["workflowInstanceId"] or answer["leadStatus"] != row:
        yield f"{operation} answers another lead than it changes"
    if row["hasPendingApproval"]:
        yield f"{operation} leaves the content waiting"
    if (row["workflowStatus"] == "stopped") is not (operation == _DISCARD):
        yield f"after {operation} the lead is {row['workflowStatus']}"


def stop_ends(server: Server) -> Iterator[str]:
    """A stop ends the campaign and all workflows that it is busy with, counts them, and is one."""
    if (status := server.ask(_STOP).status) != 409:
        yield f"{_STOP} answers {status} for a draft"
    server.data(START)
    busy = _busy(server)
    if (status := server.ask(_DELETE).status) != 409:
        yield f"{_DELETE} answers {status} for an active campaign"
    stopped = server.data(_STOP)
    if stopped["campaign"] != server.campaign(server.campaign_id):
        yield f"{_STOP} answers another campaign than is read after it"
    if stopped["instancesStopped"] != busy:
        yield f"{_STOP} counts {stopped['instancesStopped']} of {busy}"
    for row in _rows(server):
        if row["workflowStatus"] in _BUSY or row["hasPendingApproval"]:
            yield f"after {_STOP} a lead is {row['workflowStatus']}"
    for again in (_STOP, START):
        if (status := server.ask(again).status) != 409:
            yield f"{again} answers {status} for a stopped campaign"


def slots_of_drafts(server: Server) -> Iterator[str]:
    """A slot is changed by itself, and only before the start."""
    before = _slots(server)
    answer, after = server.data(_UPDATE_SLOT, slotId=before[0]["id"]), _slots(server)
    expected = {**before[0], **shipped_bodies()[_UPDATE_SLOT]["json"]}
    if answer != expected or after != [expected, *before[1:]]:
        yield f"{_UPDATE_SLOT} changes something else, or nothing"
    server.data(START)
    status = server.ask(
        _UPDATE_SLOT,
        {"slotId": before[0]["id"]},
        body={"json": {"templateId": before[0]["templateId"]}},
    ).status
    if status != 409 or _slots(server) != after:
        yield f"{_UPDATE_SLOT} answers {status} after the start"


def gone_campaign(server: Server) -> Iterator[str]:
    """A deleted campaign is gone for every operation."""
    server.data(_DELETE, campaignId=server.campaign_id)
    for operation in (GET, START, _STOP, _DELETE, _SLOTS, _DUPLICATE, LEAD_STATUS):
        if (status := server.ask(operation, {"campaignId": server.campaign_id}).status) != 404:
            yield f"{operation} answers {status} for a deleted campaign"


def _busy(server: Server) -> int:
    """How many of all known prospects the campaign is busy with."""
    audiences = items(server, "sonarly_audiences_list")
    known = {
        each["id"]
        for audience in audiences
        for each in items(server, "sonarly_audiences_prospects", audienceId=audience["id"])
    }
    rows = server.data(LEAD_STATUS, leadIds=",".join(sorted(known)))["items"]
    return sum(each["workflowStatus"] in _BUSY for each in rows)


def _rows(server: Server) -> list[Json]:
    rows: list[Json] = server.data(LEAD_STATUS, leadIds=",".join(server.ids["leadIds"]))["items"]
    return rows


def _slots(server: Server, campaign_id: str | None = None) -> list[Json]:
    own = campaign_id or server.campaign_id
    slots: list[Json] = server.data(_SLOTS, campaignId=own)["items"]
    return slots


def _layout(slots: list[Json]) -> list[Json]:
    return [{**each, "id": None} for each in slots]
