"""Fixture that runs a test in each lane of our own clients.

Contract validation wraps `httpx.Client.send`, and so keeps a run in the lane through httpx.
"""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, Literal

import httpx
import pytest

Lane = Literal["direct", "wire"]


@pytest.fixture(params=["direct", "wire"])
def lane(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Lane:
    """Lane in which the test runs."""
    chosen: Lane = request.param
    clients: tuple[Any, ...] = (httpx.Client, httpx.AsyncClient)
    for client in clients:
        send = inspect.unwrap(client.send)
        monkeypatch.setattr(client, "send", send if chosen == "direct" else _watched(client.send))
    return chosen


def _watched(send: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(send)
    def watched(*arguments: Any, **options: Any) -> Any:
        return send(*arguments, **options)

    return watched
