"""Workflows of a started campaign, which go on with the time of the fake."""

from collections import Counter

import httpx
from campaignkit_fake import SAMPLE_ID, Fake

from .test_sonarly import DRAFT, lead_rows

HOUR = 3_600.0


def statuses(client: httpx.Client, fake: Fake) -> Counter[str]:
    """Return how many leads of the draft have each status."""
    rows = lead_rows(client, DRAFT, fake.state()["campaigns"][SAMPLE_ID]["leadIds"])
    return Counter(row["workflowStatus"] for row in rows)


def test_steps(sonarly: httpx.Client, fake: Fake) -> None:
    """One lead after the other begins, and in the end all but those that are held are completed."""
    sonarly.post(f"{DRAFT}/start")
    assert statuses(sonarly, fake) == {"pending": 16, "waiting": 3, "not_eligible": 6}
    fake.clock.advance(22 * 60)
    assert statuses(sonarly, fake) == {"pending": 15, "waiting": 4, "not_eligible": 6}
    fake.clock.advance(8 * HOUR)
    assert statuses(sonarly, fake) == {"completed": 16, "waiting": 3, "not_eligible": 6}


def test_approved(sonarly: httpx.Client, fake: Fake) -> None:
    """A lead goes on an hour after its content was approved."""
    sonarly.post(f"{DRAFT}/start")
    path = f"{DRAFT}/workflow-instances/{SAMPLE_ID}/approve"
    approved = sonarly.post(path, json={}).json()["data"]["leadStatus"]
    fake.clock.advance(HOUR)
    [row] = lead_rows(sonarly, DRAFT, [SAMPLE_ID])

    assert (approved["workflowStatus"], approved["latestStep"]) == ("pending", "inmail")
    assert (row["workflowStatus"], row["latestStep"]) == ("waiting", "follow_up")


def test_stopped(sonarly: httpx.Client, fake: Fake) -> None:
    """A stop ends the steps."""
    sonarly.post(f"{DRAFT}/start")
    sonarly.post(f"{DRAFT}/stop")
    fake.clock.advance(8 * HOUR)

    assert statuses(sonarly, fake) == {"stopped": 19, "not_eligible": 6}
