"""All reads of a run agree about a resource."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.stateful.seen_reads import seen_reads_agree
from campaignkit_contract.targets.earlier_reads import EarlierReads
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.requests import payload
from campaignkit_contract.targets.target import Target
from campaignkit_fake import Fake

CALLS, CONTACT = "callers_calls_webhook_payload", "callers_contacts_get"
LISTED = "callers_calls_list"
Change = Callable[[httpx.Request, int, Any], None]


@pytest.fixture
def target_with() -> Iterator[Callable[[Change], Target]]:
    """Make targets that are only read, of a fake with changed bodies."""
    clients: list[httpx.Client] = []

    def make(change: Change) -> Target:
        transport, paths = Fake().transport(), list[str]()

        def respond(request: httpx.Request) -> httpx.Response:
            paths.append(request.url.path)
            response = transport.handle_request(request)
            response.read()
            body = response.json()
            change(request, paths.count(request.url.path), body)
            return httpx.Response(response.status_code, json=body)

        clients.append(
            httpx.Client(transport=httpx.MockTransport(respond), base_url="https://api.invalid")
        )
        target = fake_target(clients[-1])
        target.reset_server, target.may_write, target.history = None, False, None
        target.earlier_reads = EarlierReads()
        return target

    yield make
    for client in clients:
        client.close()


TargetWith = Callable[[Change], Target]


def other_number(request: httpx.Request, number: int, body: Any) -> None:
    """Show another phone number in the webhook payload."""
    if request.url.path.endswith("/webhook-payload") and "contact" in body:
        body["contact"]["phoneNumber"] = "12005550199"


def other_number_at_first(request: httpx.Request, number: int, body: Any) -> None:
    """Show another phone number in the webhook payload until it is read again."""
    if number == 1:
        other_number(request, number, body)


def read(target: Target) -> None:
    """Read a call, and the contact that it shows."""
    call = payload(target.ask(CALLS))
    target.ask(CONTACT, {"contactId": call["contact"]["id"]})


def test_difference(target_with: TargetWith) -> None:
    """Two reads that show different values of one resource are found, and read again."""
    target = target_with(other_number)
    read(target)
    result = StatefulCheck(seen_reads_agree).run(target)

    assert result.findings == (f"{CALLS} and {CONTACT} show another phoneNumber of one contactId",)
    assert result.exchanges == 8


def test_list(target_with: TargetWith) -> None:
    """Two reads that show a list in one form show the same items."""

    def change(request: httpx.Request, number: int, body: Any) -> None:
        if request.url.path.endswith("/webhook-payload"):
            body["events"] = []

    target = target_with(change)
    calls = payload(target.ask(LISTED))
    [call, *_] = [call for call in calls if call.get("events")]
    target.ask(CALLS, {"callId": call["id"]})
    result = StatefulCheck(seen_reads_agree).run(target)

    assert result.findings == (f"{LISTED} and {CALLS} show another events of one callId",)


def test_passing_difference(target_with: TargetWith) -> None:
    """A value that was changed between two reads is not reported."""
    target = target_with(other_number_at_first)
    read(target)
    result = StatefulCheck(seen_reads_agree).run(target)

    assert result.findings == ()
    assert result.exchanges == 4


def test_agreement(target_with: TargetWith) -> None:
    """Reads that agree are not sent again."""
    target = target_with(lambda *_: None)
    read(target)
    target.ask("sonarly_accounts_list", headers={})
    target.ask(CONTACT, {"contactId": "unknown"})
    target.client.get("/unknown")
    target.send("GET", "/unknown", {})

    assert StatefulCheck(seen_reads_agree).run(target).exchanges == 0


def test_damaged(target_with: TargetWith) -> None:
    """A body that is not JSON is left to the validator."""
    target = target_with(lambda *_: None)
    read(target)
    target.seen[-1] = replace(target.seen[-1], body=b"[")

    assert StatefulCheck(seen_reads_agree).run(target).findings == ()


@pytest.mark.parametrize("headers", [{"Authorization": "another"}, {"x-sub-organization-id": "a"}])
def test_other_views(headers: dict[str, str], target_with: TargetWith) -> None:
    """Reads for other customers and organizations are not compared."""

    def change(request: httpx.Request, number: int, body: Any) -> None:
        if headers.items() <= request.headers.items():
            other_number(request, number, body)

    target = target_with(change)
    read(target)
    target.ask(CALLS, extra_headers=headers)

    assert StatefulCheck(seen_reads_agree).run(target).exchanges == 0
