"""Operations, responses and handlers for calls that fail."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from campaignkit import CampaignKitError, Sonarly
from campaignkit_fake import Fault, VirtualClock
from campaignkit_runtime.operations import Call, Operation

from tests.client.responses import CAMPAIGN, KEY, success, transport

START = "sonarly_campaigns_start"
GET = "sonarly_campaigns_get"
STOP = "sonarly_campaigns_stop"
APPLIED_THEN_DROPPED = Fault(START, drop=True, after=True)
DRAFT = httpx.Response(200, json=success())
PAUSED = httpx.Response(200, json=success(CAMPAIGN | {"status": "paused"}))
ACTIVE = httpx.Response(
    200, json=success(CAMPAIGN | {"status": "active", "startedAt": "2026-05-01T12:00:01Z"})
)
STARTED = httpx.Response(
    200, json=success({"campaign": CAMPAIGN, "triggered": True, "instancesCreated": 25})
)
Handler = Callable[[httpx.Request], httpx.Response]


def script(*answers: httpx.Response | httpx.HTTPError) -> tuple[Handler, list[httpx.Request]]:
    """Return a handler with one response after the other, the last repeatedly, and its requests."""
    sent: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        response = answers[min(len(sent), len(answers)) - 1]
        if isinstance(response, httpx.HTTPError):
            raise response
        return response

    return handle, sent


def client(handler: Handler, clock: VirtualClock, **options: Any) -> Sonarly:
    """Return a client of a handler."""
    return Sonarly(api_key=KEY, transport=transport(handler), clock=clock, **options)


def keyed(key: str | None = None) -> Call[Any]:
    """Call a keyed operation, which the spec does not have yet."""
    operation: Operation[Any] = Operation("sonarly_messages_create", "POST", "keyed", {})
    headers = {} if key is None else {"Idempotency-Key": key}
    return Call(operation, "/v1/messages", {"json": {}, "headers": headers})


def error_of(act: Callable[[], object]) -> CampaignKitError:
    """Return the error of an act."""
    with pytest.raises(CampaignKitError) as caught:
        act()
    return caught.value
