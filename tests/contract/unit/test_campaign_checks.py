"""Checks of campaigns leave out what they cannot know, or must not touch."""

import json
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from campaignkit_contract.sandbox import LEADS
from campaignkit_contract.stateful.campaign_copies import (
    copy_is_draft_with_settings,
    start_counts_workflow_instances,
)
from campaignkit_contract.stateful.campaign_leads import lead_status_is_of_requested_campaign
from campaignkit_contract.stateful.campaign_workflow import (
    created_campaign_matches_request,
    unavailable_starter_template_is_rejected,
)
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.target import Target
from campaignkit_fake import Fake

CHECKS = (
    copy_is_draft_with_settings,
    start_counts_workflow_instances,
    lead_status_is_of_requested_campaign,
)


@pytest.fixture
def fake() -> Fake:
    """Return a new fake."""
    return Fake()


@pytest.fixture
def target(fake: Fake) -> Iterator[Target]:
    """Return a fake as a target; its audiences list no prospects."""
    transport = fake.transport()

    def send(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/prospects"):
            data: dict[str, object] = {"items": [], "nextCursor": None, "hasMore": False}
            body = {"success": True, "data": data, "error": None, "traceId": "t"}
            return httpx.Response(200, json=body)
        return transport.handle_request(request)

    mock = httpx.MockTransport(send)
    with httpx.Client(transport=mock, base_url="https://api.invalid") as client:
        yield replace(fake_target(client), history=None)


@pytest.mark.parametrize("function", CHECKS, ids=lambda function: function.__name__)
def test_no_reset(target: Target, function: object) -> None:
    """Campaigns that the run has not made are neither copied nor started."""
    check = StatefulCheck(function, writes=True)  # type: ignore[arg-type]
    result = check.run(replace(target, reset_server=None))

    assert result.skipped
    assert result.exchanges == 0


def test_unknown_leads(fake: Fake, target: Target) -> None:
    """The count of a start cannot be checked for leads that no audience lists."""
    result = StatefulCheck(start_counts_workflow_instances, writes=True).run(target)

    assert result.findings == ()
    assert fake.state()["starts"] == []


def test_unlisted_starter_template(fake: Fake) -> None:
    """A starter template that the list lacks, and a creation accepts, is found."""
    transport = fake.transport()

    def send(request: httpx.Request) -> httpx.Response:
        response = transport.handle_request(request)
        if request.url.path.endswith("/starter-templates"):
            body = json.loads(response.read())
            body["data"]["items"].pop(0)
            return httpx.Response(200, json=body)
        return response

    mock = httpx.MockTransport(send)
    with httpx.Client(transport=mock, base_url="https://api.invalid") as client:
        result = StatefulCheck(unavailable_starter_template_is_rejected, writes=True).run(
            fake_target(client)
        )

    assert len(result.findings) == 1
    assert "lacks the starter template engage-inmail" in str(result.findings)


def test_audience_without_leads(fake: Fake) -> None:
    """A campaign for a named audience has all leads of it, if the request names none."""
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        target = fake_target(client)
        named = {kind: ids for kind, ids in target.named.items() if kind != LEADS}
        check = StatefulCheck(created_campaign_matches_request, writes=True)
        result = check.run(replace(target, reset_server=None, named=named, history=None))

    assert result.findings == ()
    assert fake.state()["requests"]["sonarly_campaigns_duplicate"] == 1
