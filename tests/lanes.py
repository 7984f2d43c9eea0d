"""Fixture that runs a test in each lane of our own clients.

Contract validation wraps `httpx.Client.send`, and so keeps a run in the lane through httpx.
"""

import inspect
from typing import Literal

import httpx
import pytest

Lane = Literal["direct", "wire"]


@pytest.fixture(params=["direct", "wire"])
def lane(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Lane:
    """Lane in which the test runs."""
    chosen: Lane = request.param
    if chosen == "direct":
        for client in (httpx.Client, httpx.AsyncClient):
            monkeypatch.setattr(client, "send", inspect.unwrap(client.send))
    return chosen
