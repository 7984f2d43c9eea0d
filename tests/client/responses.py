"""Responses as the vendors send them, and a client that gets one of them."""

from collections.abc import Callable
from typing import Any

import httpx
from campaignkit import Callers, Sonarly
from campaignkit_fake import VirtualClock

KEY = "key-that-nobody-may-see"

CAMPAIGN: dict[str, Any] = {
    "id": "507f1f77bcf86cd799439011",
    "name": "Avery Stone",
    "description": None,
    "status": "draft",
    "selectedLeadCount": 25,
    "includeConversationHistory": True,
    "autoCancelOnMessageReceived": True,
    "outreachLanguage": "en",
    "createdAt": "2026-04-28T15:30:00.000Z",
    "updatedAt": "2026-04-28T15:30:00.000Z",
    "startedAt": None,
    "rateLimitedUntil": None,
}


def success(data: object = None) -> dict[str, Any]:
    """Return Sonarly's envelope around data; by default, one campaign."""
    return {"success": True, "data": data or CAMPAIGN, "error": None, "traceId": "trace-1"}


def leads(request: httpx.Request) -> httpx.Response:
    """Return a row for each requested lead."""
    names = request.url.params["leadIds"].split(",")
    return httpx.Response(200, json=success({"items": [lead(name) for name in names]}))


def lead(name: str) -> dict[str, Any]:
    """Return the row of a lead."""
    return {
        "leadId": name,
        "workflowStatus": "pending",
        "workflowInstanceId": None,
        "latestStep": None,
        "workflowStopReason": None,
        "hasPendingApproval": False,
    }


def failure(code: str = "VALIDATION_ERROR") -> dict[str, Any]:
    """Sonarly's envelope around an error."""
    error = {"code": code, "message": "It did not work.", "details": {"field": "name"}}
    return {"success": False, "data": None, "error": error, "traceId": "trace-2"}


def sonarly(response: httpx.Response | Callable[[httpx.Request], httpx.Response]) -> Sonarly:
    """Return a client whose every call gets the response; it neither retries nor waits."""
    return Sonarly(api_key=KEY, transport=transport(response), retries=0, clock=VirtualClock())


def callers(response: httpx.Response | Callable[[httpx.Request], httpx.Response]) -> Callers:
    """Return a client whose every call gets the response."""
    return Callers(api_key=KEY, transport=transport(response), retries=0, clock=VirtualClock())


def transport(
    response: httpx.Response | Callable[[httpx.Request], httpx.Response],
) -> httpx.MockTransport:
    """Return a transport that responds without a network."""
    return httpx.MockTransport(response if callable(response) else lambda _: response)
