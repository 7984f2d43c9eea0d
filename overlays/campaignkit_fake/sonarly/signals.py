"""Sonarly's signals: what begins a scan, and what can be read of it and of a prospect."""

from typing import Any

from ..engine.access import Arguments, account_group_id
from ..engine.pagination import by_cursor
from ..engine.records import JSON, Key
from ..engine.responses import Refusal, Reply
from ..state.store import Store
from .jobs import OVER
from .scans import Scan

_ERROR = {"code": "NOBODY_TO_SCAN", "message": "There was nobody to look at."}


def list_scans(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return a page of the account group's scans, or of those of one status."""
    group_id = account_group_id(key, arguments)
    scans = [each for each in store.scans.held.values() if each.account_group_id == group_id]
    rows = [{"scanId": each.id, **each.summary(store.time)} for each in scans]
    wanted = arguments.get("status")
    return by_cursor(rows, arguments, "scanId", keep=lambda row: wanted in (None, row["status"]))


def start_scan(store: Store, key: Key, arguments: Arguments) -> Reply:
    """Begin to look at an audience that is filled, or at some of its prospects."""
    group_id = account_group_id(key, arguments)
    body = arguments["body"]
    specification = store.templates.signal_specifications.get(body["signalSpecificationId"])
    if specification is None or specification.account_group_id != group_id:
        raise _invalid("signalSpecificationId", "is none of the account group")
    audience = store.audiences.held.get(body["audienceId"])
    if audience is None or audience.account_group_id != group_id:
        raise _invalid("audienceId", "is none of the account group")
    if audience.is_filling:
        raise Refusal(409, "A prospecting job still fills it.", code="AUDIENCE_NOT_READY")
    lead_ids = body.get("prospectIds", audience.lead_ids)
    if not set(lead_ids) <= set(audience.lead_ids):
        raise _invalid("prospectIds", "are not all in the audience")
    store.tick()
    scan = store.scans.begin(
        group_id,
        store.time,
        specification=specification,
        audience_id=body["audienceId"],
        lead_ids=list(lead_ids),
    )
    return _started(scan, store.time)


def _invalid(name: str, why: str) -> Refusal:
    return Refusal(400, "The request is not valid.", details=[(f"body/{name}", why)])


def _started(scan: Scan, now: float) -> Reply:
    """What a start answers, at first and to a repeat: 200 for a scan that is over."""
    summary = scan.summary(now)
    payload = {"scanId": scan.id, "status": summary["status"], "createdAt": summary["createdAt"]}
    return Reply(payload, 200 if summary["status"] in OVER else 202)


def repeat_start(store: Store, reply: Any) -> Reply:
    """Return the scan that the same call has begun before, as it is now."""
    return _started(store.scans.held[reply.payload["scanId"]], store.time)


def get_scan(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return one scan; to ask for one that is not over takes time, where no clock is shared."""
    group_id = account_group_id(key, arguments)
    scan = store.scans.held.get(arguments["scanId"])
    if scan is None or scan.account_group_id != group_id:
        raise Refusal(404, "The account group has no such scan.")
    if scan.status(store.time) not in OVER:
        store.advance_for_polling()
    has_failed = scan.status(store.time) == "failed"
    return {
        "scanId": scan.id,
        **scan.summary(store.time),
        "error": _ERROR if has_failed else None,
    }


def results(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return what scans found of a prospect; groups that `minScore` leaves empty are left out."""
    group_id = account_group_id(key, arguments)
    lead_id = arguments["prospectId"]
    lead = store.leads.get(lead_id)
    if lead is None or lead.account_group_id != group_id:
        raise Refusal(404, "The account group has no such prospect.")
    least = arguments.get("minScore", 0)
    groups = [
        {"type": source, "items": kept}
        for source, signals in store.scans.found.get(lead_id, {}).items()
        if (kept := [each for each in signals if each["score"] >= least])
    ]
    status = "evaluated" if lead_id in store.scans.found else "pending"
    return {"prospectId": lead_id, "status": status, "results": groups}


RULES = {
    "sonarly_signals_list": list_scans,
    "sonarly_signals_start": start_scan,
    "sonarly_signals_get": get_scan,
    "sonarly_signals_results": results,
}
REPLAYS = {"sonarly_signals_start": repeat_start}
