"""A fake and a client on one virtual clock."""

import pytest
from campaignkit import Sonarly
from campaignkit_fake import Fake, VirtualClock


@pytest.fixture
def clock() -> VirtualClock:
    """Return a clock on which every backoff has its maximum."""
    return VirtualClock(random=lambda: 1.0)


@pytest.fixture
def fake(clock: VirtualClock) -> Fake:
    """Return a fake on the client's clock."""
    return Fake(clock=clock)


@pytest.fixture
def sonarly(fake: Fake, clock: VirtualClock) -> Sonarly:
    """Return a client of the fake."""
    return Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=clock)
