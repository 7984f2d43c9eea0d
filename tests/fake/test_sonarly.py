"""Sonarly's state rules."""

from collections import Counter
from typing import Any

import httpx
import pytest
from campaignkit_fake import KEYS, SAMPLE_ID, Fake

GROUPS = KEYS["fake-sonarly"].scope
CAMPAIGNS = f"/v1/accounts/{GROUPS[0]}/campaigns"
DRAFT = f"{CAMPAIGNS}/{SAMPLE_ID}"


def find(fake: Fake, **wanted: Any) -> str:
    """Return the path of the first campaign with these properties."""
    for campaign_id, campaign in fake.state()["campaigns"].items():
        campaign["hasLeads"] = bool(campaign["leadIds"])
        if wanted.items() <= campaign.items():
            return f"/v1/accounts/{campaign['accountGroupId']}/campaigns/{campaign_id}"
    raise LookupError(wanted)


def lead_rows(client: httpx.Client, path: str, lead_ids: list[str]) -> list[dict[str, Any]]:
    """Return the rows of `lead-status`."""
    response = client.get(f"{path}/lead-status", params={"leadIds": ",".join(lead_ids)})
    rows: list[dict[str, Any]] = response.json()["data"]["items"]
    return rows


def test_lists_whole_group(sonarly: httpx.Client, fake: Fake) -> None:
    """A list holds every campaign of the account group and none of another one."""
    listed = [item["id"] for item in sonarly.get(CAMPAIGNS).json()["data"]["items"]]
    campaigns = fake.state()["campaigns"]
    assert listed == [
        key for key, campaign in campaigns.items() if campaign["accountGroupId"] == GROUPS[0]
    ]


def test_get_equals_list(sonarly: httpx.Client) -> None:
    """A campaign reads the same by itself as in the list."""
    listed = sonarly.get(CAMPAIGNS).json()["data"]["items"][7]
    assert sonarly.get(f"{CAMPAIGNS}/{listed['id']}").json()["data"] == listed


@pytest.mark.parametrize("key", ["fake-sonarly", "fake-sonarly-narrow"])
def test_foreign_group_is_refused(sonarly: httpx.Client, key: str) -> None:
    """An account group that is unknown or not the key's is a 403."""
    group_id = "unknown" if key == "fake-sonarly" else GROUPS[0]
    headers = {"Authorization": f"Bearer {key}"}
    response = sonarly.get(f"/v1/accounts/{group_id}/campaigns", headers=headers)
    assert response.status_code == 403


@pytest.mark.parametrize(
    "path",
    [f"{CAMPAIGNS}/unknown", f"/v1/accounts/{GROUPS[1]}/campaigns/{SAMPLE_ID}"],
    ids=["unknown", "of another group"],
)
def test_no_such_campaign(sonarly: httpx.Client, path: str) -> None:
    """A campaign that the account group does not have is a 404."""
    assert sonarly.get(path).status_code == 404


def test_start_activates(sonarly: httpx.Client) -> None:
    """A started draft is active from the time of the start on."""
    started = sonarly.post(f"{DRAFT}/start").json()["data"]["campaign"]
    assert (started["status"], started["startedAt"]) == ("active", "2026-05-01T12:00:01.000Z")
    assert sonarly.get(DRAFT).json()["data"] == started


def test_start_is_recorded(sonarly: httpx.Client, fake: Fake) -> None:
    """The state shows which starts were accepted."""
    started = sonarly.post(f"{DRAFT}/start").json()["data"]["campaign"]
    assert fake.state()["starts"] == [
        {
            "campaignId": SAMPLE_ID,
            "accountGroupId": GROUPS[0],
            "startedAt": started["startedAt"],
        }
    ]


def test_manual_start_triggers_eligible(sonarly: httpx.Client, fake: Fake) -> None:
    """A manual workflow gets an instance for each eligible lead and for no other; some wait."""
    path = find(fake, isManual=True, status="draft", hasLeads=True)
    started = sonarly.post(f"{path}/start").json()["data"]
    rows = lead_rows(sonarly, path, fake.state()["campaigns"][SAMPLE_ID]["leadIds"])
    statuses = Counter((row["workflowStatus"], bool(row["workflowInstanceId"])) for row in rows)
    triggered = started["instancesCreated"]
    assert started["triggered"]
    assert statuses == {
        ("waiting", True): 3,
        ("pending", True): triggered - 3,
        ("not_eligible", False): 25 - triggered,
    }


def test_other_start_triggers_nothing(sonarly: httpx.Client, fake: Fake) -> None:
    """A campaign without a manual workflow starts and creates no instance."""
    path = find(fake, isManual=False, status="draft", hasLeads=True)
    started = sonarly.post(f"{path}/start").json()["data"]
    assert (started["triggered"], started["instancesCreated"]) == (False, 0)


def test_second_start_conflicts(sonarly: httpx.Client) -> None:
    """Only a draft can be started."""
    sonarly.post(f"{DRAFT}/start")
    response = sonarly.post(f"{DRAFT}/start")
    assert (response.status_code, response.json()["error"]["code"]) == (409, "CAMPAIGN_NOT_DRAFT")


def test_start_needs_leads(sonarly: httpx.Client, fake: Fake) -> None:
    """A draft without leads is a 422 and stays a draft."""
    path = find(fake, status="draft", hasLeads=False)
    response = sonarly.post(f"{path}/start")
    assert (response.status_code, response.json()["error"]["code"]) == (422, "VALIDATION_ERROR")
    assert sonarly.get(path).json()["data"]["status"] == "draft"


def test_stop_ends_runs(sonarly: httpx.Client, fake: Fake) -> None:
    """A stop ends the campaign, and each workflow that was not over."""
    started = sonarly.post(f"{DRAFT}/start").json()["data"]
    stopped = sonarly.post(f"{DRAFT}/stop").json()["data"]
    rows = lead_rows(sonarly, DRAFT, fake.state()["campaigns"][SAMPLE_ID]["leadIds"])
    assert stopped["instancesStopped"] == started["instancesCreated"]
    assert sonarly.get(DRAFT).json()["data"] == stopped["campaign"]
    assert {row["workflowStatus"] for row in rows} == {"stopped", "not_eligible"}
    assert not any(row["hasPendingApproval"] for row in rows)


def test_stop_leaves_what_is_over(sonarly: httpx.Client, fake: Fake) -> None:
    """A workflow that was completed before the stop stays completed."""
    path = find(fake, status="active")
    lead_ids = fake.state()["campaigns"][path.rpartition("/")[2]]["leadIds"]
    before = lead_rows(sonarly, path, lead_ids)
    sonarly.post(f"{path}/stop")
    over = [row for row in before if row["workflowStatus"] not in {"pending", "waiting"}]
    assert over
    assert [row for row in lead_rows(sonarly, path, lead_ids) if row in before] == over


@pytest.mark.parametrize("acts", [[], ["start", "stop"]], ids=["draft", "stopped"])
def test_stop_needs_active(sonarly: httpx.Client, acts: list[str]) -> None:
    """Only an active campaign can be stopped."""
    for act in acts:
        sonarly.post(f"{DRAFT}/{act}")
    response = sonarly.post(f"{DRAFT}/stop")
    assert (response.status_code, response.json()["error"]["code"]) == (409, "CAMPAIGN_NOT_ACTIVE")


def test_no_second_start_after_stop(sonarly: httpx.Client) -> None:
    """What was stopped cannot be started again."""
    for act in ("start", "stop"):
        sonarly.post(f"{DRAFT}/{act}")
    assert sonarly.post(f"{DRAFT}/start").status_code == 409


@pytest.mark.parametrize("acts", [[], ["start", "stop"]], ids=["draft", "stopped"])
def test_delete_forgets(sonarly: httpx.Client, acts: list[str]) -> None:
    """A campaign that does not run can be deleted, and is not found after that."""
    for act in acts:
        sonarly.post(f"{DRAFT}/{act}")
    assert sonarly.delete(DRAFT).json()["data"] == {"deleted": True}
    assert [sonarly.get(DRAFT).status_code, sonarly.delete(DRAFT).status_code] == [404, 404]


def test_active_is_not_deleted(sonarly: httpx.Client) -> None:
    """A campaign that runs must be stopped before."""
    sonarly.post(f"{DRAFT}/start")
    response = sonarly.delete(DRAFT)
    assert (response.status_code, response.json()["error"]["code"]) == (409, "CAMPAIGN_ACTIVE")
    assert sonarly.get(DRAFT).json()["data"]["status"] == "active"


def test_lead_status_keeps_order(sonarly: httpx.Client, fake: Fake) -> None:
    """Each id asked for has its row, in the order asked and as often as asked."""
    lead_ids = fake.state()["campaigns"][SAMPLE_ID]["leadIds"][:3]
    asked = [lead_ids[2], "stranger", lead_ids[0], lead_ids[2]]
    rows = lead_rows(sonarly, DRAFT, asked)
    assert [row["leadId"] for row in rows] == asked
    assert [row["workflowStatus"] for row in rows] == [
        "not_started",
        "not_in_campaign",
        "not_started",
        "not_started",
    ]


def test_active_campaigns_vary(sonarly: httpx.Client, fake: Fake) -> None:
    """The leads of running campaigns show every status that the documents name for them."""
    seen = set()
    for campaign_id, campaign in fake.state()["campaigns"].items():
        if campaign["status"] == "active" and campaign["accountGroupId"] == GROUPS[0]:
            rows = lead_rows(sonarly, f"{CAMPAIGNS}/{campaign_id}", campaign["leadIds"])
            seen |= {(row["workflowStatus"], row["workflowStopReason"]) for row in rows}
    unstopped = {"pending", "waiting", "completed", "not_eligible"}
    assert seen == {(status, None) for status in unstopped} | {("stopped", "CONTENT_DISCARDED")}
