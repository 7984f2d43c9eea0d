"""Clock of the machine."""

import time

import pytest
from campaignkit_runtime.clock import SystemClock


@pytest.mark.parametrize(
    ("seconds", "slept"), [(0.25, [0.25]), (1, [1]), (2.5, [1.0, 1.0, 0.5]), (0, [0])]
)
def test_sleep(monkeypatch: pytest.MonkeyPatch, seconds: float, slept: list[float]) -> None:
    """A long wait is slept in parts, so that Ctrl-C at its beginning ends it within a second."""
    parts: list[float] = []
    monkeypatch.setattr(time, "sleep", parts.append)

    SystemClock().sleep(seconds)

    assert parts == slept
