"""Arrangement of a fake's state, as clients then see it."""

from typing import Any

import pytest
from campaignkit import Callers, Sonarly
from campaignkit_fake import SAMPLE_ID, Fake, VirtualClock


@pytest.fixture
def fake() -> Fake:
    """Return a fake on a clock of its own."""
    return Fake(clock=VirtualClock())


@pytest.fixture
def sonarly(fake: Fake) -> Sonarly:
    """Return a client of the fake."""
    return Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=fake.clock)


def test_draft(fake: Fake, sonarly: Sonarly) -> None:
    """A campaign that a test adds is a draft that can be started."""
    campaign_id = fake.add_campaign(name="Spring", leads=2)
    campaign = sonarly.campaigns.get(SAMPLE_ID, campaign_id)
    assert (campaign.name, campaign.status, campaign.selected_lead_count) == ("Spring", "draft", 2)
    assert campaign in sonarly.campaigns.list(SAMPLE_ID)
    assert sonarly.campaigns.start(SAMPLE_ID, campaign_id).triggered


@pytest.mark.parametrize(("status", "row"), [("active", "pending"), ("stopped", "stopped")])
def test_status(fake: Fake, sonarly: Sonarly, status: Any, row: str) -> None:
    """A campaign can have begun, and its leads with it."""
    [first, *_] = fake.state()["campaigns"][SAMPLE_ID]["leadIds"]
    campaign_id = fake.add_campaign(status=status, leads=[first])
    campaign = sonarly.campaigns.get(SAMPLE_ID, campaign_id)
    assert (campaign.status, campaign.started_at is None) == (status, False)
    [lead] = sonarly.campaigns.lead_status(SAMPLE_ID, campaign_id, lead_ids=[first])
    assert lead.workflow_status == row


def test_lead(fake: Fake, sonarly: Sonarly) -> None:
    """The status of a lead is what a test says, and stays so."""
    campaign_id = fake.add_campaign(leads=2)
    first, second = fake.state()["campaigns"][campaign_id]["leadIds"]
    sonarly.campaigns.start(SAMPLE_ID, campaign_id)
    fake.set_lead_status(campaign_id, first, "completed", step="follow_up")
    fake.set_lead_status(campaign_id, second, "waiting", has_pending_approval=True)
    fake.clock.advance(10 * 86_400)
    rows = list(sonarly.campaigns.lead_status(SAMPLE_ID, campaign_id, lead_ids=[first, second]))
    assert [row.workflow_status for row in rows] == ["completed", "waiting"]
    assert rows[1].has_pending_approval


def test_contact(fake: Fake) -> None:
    """A contact that a test adds is in its campaign."""
    contact_id = fake.add_contact(phone_number="+1 415 555 0000", name="Ada", status="NO_ANSWER")
    with Callers(api_key="fake-callers", transport=fake.transport()) as callers:
        contact = callers.contacts.get(SAMPLE_ID, contact_id)
    assert (contact.name, contact.phone_number) == ("Ada", "14155550000")
    assert contact.status == "NO_ANSWER"


@pytest.mark.parametrize("outcome", ["completed", "failed"])
def test_job(fake: Fake, sonarly: Sonarly, outcome: Any) -> None:
    """A job ends when a test says so, and stays as it is."""
    job = sonarly.prospecting.start(SAMPLE_ID, search_url="https://a.example", max_results=2)
    fake.finish_job(job.id, outcome)
    fake.finish_job(job.id)
    assert sonarly.prospecting.get(SAMPLE_ID, job.id).status == outcome


@pytest.mark.parametrize(
    ("method", "arguments", "complaint"),
    [
        ("add_campaign", {"group_id": "g"}, "group_id must be an account group"),
        ("add_campaign", {"status": "paused"}, "status must be one of"),
        ("add_campaign", {"leads": 10_000}, "leads must be leads of the account group"),
        ("add_campaign", {"leads": ["l"]}, "leads must be leads of the account group"),
        (
            "set_lead_status",
            {"campaign_id": "c", "lead_id": "l", "status": "completed"},
            "campaign_id must be a campaign of the fake, got 'c'",
        ),
        (
            "set_lead_status",
            {"campaign_id": SAMPLE_ID, "lead_id": "l", "status": "completed"},
            "lead_id must be a lead of the campaign, got 'l'",
        ),
        (
            "set_lead_status",
            {"campaign_id": SAMPLE_ID, "lead_id": "l", "status": "waiting", "step": "s"},
            "step must be one of",
        ),
        ("add_contact", {"campaign_id": "c", "phone_number": "1"}, "campaign_id must be"),
        ("add_contact", {"phone_number": "14155552671"}, "a number that the campaign lacks"),
        ("finish_job", {"job_id": "j"}, "job_id must be a job or a scan of the fake, got 'j'"),
        ("finish_job", {"job_id": "j", "outcome": "lost"}, "outcome must be one of"),
    ],
)
def test_refused(fake: Fake, method: str, arguments: Any, complaint: str) -> None:
    """What the fake does not know is refused."""
    with pytest.raises(ValueError, match=complaint):
        getattr(fake, method)(**arguments)
