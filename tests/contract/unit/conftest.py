"""Fixtures of the unit tests."""

import pytest
from campaignkit_fake import Fake


@pytest.fixture
def fake() -> Fake:
    """A fresh fake."""
    return Fake()
