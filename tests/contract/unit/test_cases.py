"""A status case makes the fake return its status."""

import httpx
import pytest
from campaignkit_contract.cases.status_cases import send_status_case, status_cases
from campaignkit_contract.spec.document import packaged_spec
from campaignkit_contract.targets.fake import (
    FakeControl,
    fake_in_process,
    fake_target,
    serve_fake,
)
from campaignkit_fake import Fake

DOCUMENT = packaged_spec()
CASES = [
    ("sonarly_campaigns_list", 400),
    ("sonarly_campaigns_list", 429),
    ("sonarly_campaigns_list", 500),
    ("sonarly_campaigns_approve", 409),
    ("sonarly_audiences_create", 422),
    ("sonarly_audiences_delete", 409),
    ("sonarly_prospecting_start", 200),
    ("callers_contacts_get", 403),
    ("callers_campaigns_list", 404),
]


@pytest.mark.parametrize(("operation", "status"), CASES)
def test_status(fake: Fake, operation: str, status: int) -> None:
    """Each kind of case gets its status: a parameter, a fault, a body, an id, a key."""
    assert (operation, status) in status_cases(DOCUMENT)
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        control = FakeControl(fake)
        assert send_status_case(control, DOCUMENT, operation, status, client).status_code == status


def test_refused_after_success(fake: Fake) -> None:
    """A call that must be refused comes after one that succeeds."""
    statuses: list[int] = []

    def note(response: httpx.Response) -> None:
        statuses.append(response.status_code)

    with httpx.Client(
        transport=fake.transport(),
        base_url="https://api.invalid",
        event_hooks={"response": [note]},
    ) as client:
        operation = "sonarly_audiences_remove_from_folder"
        send_status_case(FakeControl(fake), DOCUMENT, operation, 409, client)

    assert statuses == [200, 409]


def test_in_process() -> None:
    """A fake in process is a target with every key, and its control restores its state."""
    with fake_in_process() as (client, control):
        target = fake_target(client, control.advance)
        target.data("sonarly_audiences_create")
        changed = len(target.data("sonarly_audiences_list")["items"])
        control.reset()
        restored = len(target.data("sonarly_audiences_list")["items"])

    assert set(target.keys) == {"sonarly", "callers", "X-Sync-Secret"}
    assert restored == changed - 1


def test_served() -> None:
    """A served fake is the same target over HTTP."""
    with serve_fake() as base_url, httpx.Client(base_url=base_url) as client:
        assert fake_target(client).data("sonarly_audiences_list")["items"]
