"""Approvals: what becomes of content that waits."""

from typing import Any

import httpx
import pytest
from campaignkit_fake import KEYS, SAMPLE_ID, Fake

GROUPS = KEYS["fake-sonarly"].scope
CAMPAIGNS = f"/v1/accounts/{GROUPS[0]}/campaigns"
DRAFT = f"{CAMPAIGNS}/{SAMPLE_ID}"


def rows(client: httpx.Client, lead_ids: list[str], path: str = DRAFT) -> list[dict[str, Any]]:
    """Return the rows of these leads."""
    response = client.get(f"{path}/lead-status", params={"leadIds": ",".join(lead_ids)})
    found: list[dict[str, Any]] = response.json()["data"]["items"]
    return found


def end(
    client: httpx.Client, act: str, row: dict[str, Any] | None = None, path: str = DRAFT
) -> httpx.Response:
    """Approve or discard what an instance waits with; by default, the documented one."""
    instance_id = row["workflowInstanceId"] if row else SAMPLE_ID
    return client.post(f"{path}/workflow-instances/{instance_id}/{act}")


@pytest.fixture
def started(sonarly: httpx.Client) -> httpx.Client:
    """Return a client behind the start of the documented campaign."""
    sonarly.post(f"{DRAFT}/start")
    return sonarly


def test_documented_instance_waits(started: httpx.Client) -> None:
    """The instance of the documented lead has the documented id, and waits after the start."""
    [row] = rows(started, [SAMPLE_ID])
    assert (row["workflowInstanceId"], row["workflowStatus"]) == (SAMPLE_ID, "waiting")
    assert row["hasPendingApproval"]


def test_approve_goes_on(started: httpx.Client) -> None:
    """An approved instance does not wait any more, and goes on with the next step."""
    answer = end(started, "approve").json()["data"]
    [row] = rows(started, [SAMPLE_ID])
    assert (answer["action"], answer["workflowInstanceId"]) == ("approved", SAMPLE_ID)
    assert answer["leadStatus"] == row
    assert (row["workflowStatus"], row["latestStep"]) == ("pending", "inmail")
    assert not row["hasPendingApproval"]


def test_discard_stops(started: httpx.Client) -> None:
    """A discarded instance is stopped, and says why."""
    answer = end(started, "discard").json()["data"]
    [row] = rows(started, [SAMPLE_ID])
    assert (answer["action"], answer["leadStatus"]) == ("discarded", row)
    assert (row["workflowStatus"], row["workflowStopReason"]) == ("stopped", "CONTENT_DISCARDED")
    assert not row["hasPendingApproval"]


@pytest.mark.parametrize("act", ["approve", "discard"])
def test_others_wait_on(started: httpx.Client, fake: Fake, act: str) -> None:
    """What happens to one instance does not happen to others."""
    _, *others = fake.state()["campaigns"][SAMPLE_ID]["leadIds"]
    before = rows(started, others)
    end(started, act)
    assert rows(started, others) == before


@pytest.mark.parametrize("first", ["approve", "discard"])
@pytest.mark.parametrize("second", ["approve", "discard"])
def test_second_conflicts(started: httpx.Client, first: str, second: str) -> None:
    """What does not wait can be neither approved nor discarded."""
    end(started, first)
    response = end(started, second)
    assert (response.status_code, response.json()["error"]["code"]) == (409, "NO_PENDING_APPROVAL")


@pytest.mark.parametrize("act", ["approve", "discard"])
def test_stopped_campaign(started: httpx.Client, act: str) -> None:
    """Nothing waits in a campaign that was stopped."""
    started.post(f"{DRAFT}/stop")
    assert end(started, act).status_code == 409


@pytest.mark.parametrize("act", ["approve", "discard"])
def test_no_such_instance(sonarly: httpx.Client, act: str) -> None:
    """An instance that the campaign does not have is a 404; a draft has none."""
    assert end(sonarly, act).status_code == 404


def test_last_step_ends(sonarly: httpx.Client, fake: Fake) -> None:
    """Approved at its last step, a workflow is completed; running campaigns have such instances."""
    found = [
        (f"{CAMPAIGNS}/{campaign_id}", row)
        for campaign_id, campaign in fake.state()["campaigns"].items()
        if (campaign["accountGroupId"], campaign["status"]) == (GROUPS[0], "active")
        for row in rows(sonarly, campaign["leadIds"], f"{CAMPAIGNS}/{campaign_id}")
        if row["hasPendingApproval"]
    ]
    path, row = next(row for row in found if row[1]["latestStep"] == "follow_up")
    after = end(sonarly, "approve", row, path).json()["data"]["leadStatus"]
    assert after == {**row, "workflowStatus": "completed", "hasPendingApproval": False}
