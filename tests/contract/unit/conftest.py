"""Fixtures of the unit tests."""

import pytest
from campaignkit_fake import Fake


@pytest.fixture
def fake() -> Fake:
    """Return a new fake."""
    return Fake()
