"""Bodies that every variant decodes: always the same bytes, similar to those of a vendor."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

KINDS = ("campaigns", "leads")
COUNT = 10_000

_FIRST = datetime(2026, 3, 2, 8, 15, 30, 125_000, tzinfo=UTC)
_PLACES = ("Berlin", "Lyon", "Austin", "Porto")
_STATUSES = ("pending", "waiting", "completed", "stopped", "not_started", "not_in_campaign")
_STEPS = ("email", "inmail", "follow_up")


def body(kind: str, count: int) -> bytes:
    """Return an envelope with a list; a campaign has 413 bytes on average, a lead 183."""
    row = campaign if kind == "campaigns" else lead
    return _envelope({"items": [row(number) for number in range(count)]})


def one_campaign() -> bytes:
    """Return an envelope with one short campaign, of 430 bytes."""
    return _envelope({**campaign(1), "name": "Spring fair, Lyon", "description": None})


def campaign(number: int) -> dict[str, Any]:
    """Return a campaign; every second is a draft, every fourth has no description."""
    place = _PLACES[number % len(_PLACES)]
    made = _FIRST + timedelta(minutes=number)
    is_active = number % 2 == 1
    about = f"Heads of sales in {place}, met at the fair and not heard of since."
    return {
        "id": f"ca{number:022x}",
        "name": f"Spring {number}: heads of sales, {place}",
        "description": about if number % 4 else None,
        "status": "active" if is_active else "draft",
        "selectedLeadCount": number % 500,
        "includeConversationHistory": is_active,
        "autoCancelOnMessageReceived": True,
        "outreachLanguage": "en",
        "createdAt": _instant(made),
        "updatedAt": _instant(made + timedelta(hours=5)),
        "startedAt": _instant(made + timedelta(hours=1)) if is_active else None,
        "rateLimitedUntil": None if number % 5 else _instant(made + timedelta(days=1)),
    }


def lead(number: int) -> dict[str, Any]:
    """Return the status of a lead; every sixth is stopped and has a reason."""
    status = _STATUSES[number % len(_STATUSES)]
    is_stopped = status == "stopped"
    has_started = not status.startswith("not_")
    return {
        "leadId": f"1e{number:022x}",
        "workflowStatus": status,
        "workflowInstanceId": f"3f{number:022x}" if has_started else None,
        "latestStep": _STEPS[number % len(_STEPS)] if has_started else None,
        "workflowStopReason": "CONTENT_DISCARDED" if is_stopped else None,
        "hasPendingApproval": status == "waiting",
    }


def around_lead_ids() -> tuple[bytes, bytes, bytes]:
    """Return the bytes before, between and after the ids in a list of waiting leads."""
    rows = [{**lead(1), "leadId": name} for name in ("<1>", "<2>")]
    before, rest = _envelope({"items": rows}).split(b"<1>")
    between, after = rest.split(b"<2>")
    return before, between, after


def _instant(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _envelope(data: object) -> bytes:
    envelope = {"success": True, "data": data, "error": None, "traceId": f"7e{1:022x}"}
    return json.dumps(envelope, separators=(",", ":")).encode()
