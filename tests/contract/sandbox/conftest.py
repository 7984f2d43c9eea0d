"""Fixtures of the sandbox tests: a target that can be reset, and one that cannot."""

from collections.abc import Iterator

import httpx
import pytest
from campaignkit_contract.sandbox import Sandbox
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.target import Target
from campaignkit_fake import Fake


@pytest.fixture
def fake() -> Fake:
    """Return a new fake."""
    return Fake()


@pytest.fixture
def target(fake: Fake) -> Iterator[Target]:
    """Return the fake as a target that cannot be reset, like a live server."""
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        found = fake_target(client)
        found.reset_server = None
        yield found


@pytest.fixture
def sandbox(target: Target) -> Sandbox:
    """Return the sandbox of that target."""
    return Sandbox(target, run_id="test")
