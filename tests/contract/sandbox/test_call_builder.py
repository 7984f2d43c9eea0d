"""Calls get values of the right parents, and say what is missing."""

from collections.abc import Iterator

import httpx
import pytest
from campaignkit_contract.sandbox import LEADS, Sandbox
from campaignkit_contract.targets.outcomes import SkipCheck
from campaignkit_contract.targets.target import Target
from campaignkit_fake import SAMPLE_ID, Fake

from .test_removal import ChangedTransport

_GET_CONTACT = "callers_contacts_get"


def emptied(request: httpx.Request, response: httpx.Response) -> httpx.Response:
    """Return a list without items."""
    body = response.json()
    if request.method == "GET" and isinstance(body, dict) and "items" in body.get("data", {}):
        body["data"]["items"] = []
    return httpx.Response(response.status_code, headers=response.headers, json=body)


@pytest.fixture
def empty(fake: Fake, target: Target) -> Iterator[Target]:
    """Return a target whose lists are empty."""
    transport = ChangedTransport(fake, emptied)
    with httpx.Client(transport=transport, base_url="https://api.invalid") as client:
        target.client = client
        yield target


@pytest.mark.parametrize("campaign_id", [SAMPLE_ID, "cc0000000000000000000001"])
def test_given_parent(sandbox: Sandbox, campaign_id: str) -> None:
    """A read in a given campaign gets a contact of that campaign."""
    sandbox.guard.allow("callers campaignId", campaign_id)

    assert sandbox.call(_GET_CONTACT, {"campaignId": campaign_id}).status == 200


def test_made_parent(sandbox: Sandbox) -> None:
    """A memory is created for the given contact, which no setting names."""
    contact = sandbox.make("callers contactId")

    assert sandbox.call("callers_memories_delete", contact.values).status == 200


def test_empty_list(empty: Target) -> None:
    """A check is skipped if the list of what it reads is empty."""
    empty.named = {}

    with pytest.raises(SkipCheck, match="no list shows a sonarly valuePropositionId"):
        Sandbox(empty).call("sonarly_templates_get_value_proposition")


def test_one_slot(empty: Target) -> None:
    """Without starter templates no further campaign is created to get more slots."""
    sandbox = Sandbox(empty)

    with pytest.raises(SkipCheck, match="no list shows a sonarly slotId"):
        sandbox.call("sonarly_campaigns_update_content_slot")
    kinds = [entry.kind for entry in sandbox.ledger.entries]
    assert kinds.count("sonarly campaignId") == 1


def test_named_example(target: Target) -> None:
    """A named example replaces the first one, also after it was sent."""
    sandbox = Sandbox(target)
    first = sandbox.call_values("sonarly_prospecting_start").json
    named = sandbox.call_values("sonarly_prospecting_start", example="savedSearch").json

    assert named != first
    assert sandbox.call_values("sonarly_prospecting_start").json.keys() == first.keys()


def test_missing_required(target: Target) -> None:
    """A required reference that no setting names ends the check."""
    target.named = {**target.named, "sonarly specificationId": []}

    with pytest.raises(SkipCheck, match="it needs a sonarly specificationId"):
        Sandbox(target).call_values("sonarly_signals_start")


def test_missing_optional(target: Target) -> None:
    """An optional reference that no setting names is left out."""
    target.named = {**target.named, LEADS: []}

    assert "leadIds" not in Sandbox(target).call_values("sonarly_campaigns_create").json
