"""Fixtures for pytest, which finds them wherever campaignkit is installed.

So pytest imports this module in every run, also where the extra [fake] is missing: it imports
nothing of the fake before a fixture is asked for.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from . import Fake, VirtualClock


@pytest.fixture
def campaignkit_clock() -> "VirtualClock":
    """A clock that moves only when it is told to: `Sonarly(..., clock=campaignkit_clock)`."""
    from . import VirtualClock

    return VirtualClock()


@pytest.fixture
def campaignkit_fake(campaignkit_clock: "VirtualClock") -> "Fake":
    """A fresh fake of Sonarly and Callers.ai on `campaignkit_clock`, for its `transport()`."""
    from . import Fake

    return Fake(clock=campaignkit_clock)


@pytest.fixture
def campaignkit_fake_url(campaignkit_fake: "Fake") -> Iterator[str]:
    """The base URL of `campaignkit_fake`, which is served over HTTP while the test runs.

    A fault's delay moves `campaignkit_clock` and takes no time, so no client times out over HTTP.
    """
    with campaignkit_fake.serve() as base_url:
        yield base_url
