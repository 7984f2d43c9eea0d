"""Fixtures for pytest, which finds them if campaignkit is installed.

pytest imports this module in every run, also without the extra [fake]. Therefore it imports the
fake when a fixture is requested, not before.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from . import Fake, VirtualClock


@pytest.fixture
def campaignkit_clock() -> "VirtualClock":
    """Return a virtual clock to share with a client: `Sonarly(..., clock=campaignkit_clock)`."""
    from . import VirtualClock

    return VirtualClock()


@pytest.fixture
def campaignkit_fake(campaignkit_clock: "VirtualClock") -> "Fake":
    """Return a new fake of Sonarly and Callers.ai on `campaignkit_clock`."""
    from . import Fake

    return Fake(clock=campaignkit_clock)


@pytest.fixture
def campaignkit_fake_url(campaignkit_fake: "Fake") -> Iterator[str]:
    """Yield the base URL of `campaignkit_fake`, which is served over HTTP during the test.

    The delay of a fault moves `campaignkit_clock` and takes no time, so no client times out.
    """
    with campaignkit_fake.serve() as base_url:
        yield base_url
