"""A fake and a client on one virtual clock."""

import pytest
from campaignkit import Sonarly
from campaignkit_fake import Fake, VirtualClock


@pytest.fixture
def clock() -> VirtualClock:
    """A clock on which every back-off is as long as it can be."""
    return VirtualClock(random=lambda: 1.0)


@pytest.fixture
def fake(clock: VirtualClock) -> Fake:
    """A fake on the client's clock."""
    return Fake(clock=clock)


@pytest.fixture
def sonarly(fake: Fake, clock: VirtualClock) -> Sonarly:
    """A client of the fake."""
    return Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=clock)
