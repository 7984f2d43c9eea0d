"""Lanes of our own clients: a fixture for single tests, and the choice for a whole run.

Contract validation wraps `httpx.Client.send`, and so keeps a run in the lane through httpx. Without
it (`-o contract=false`) a run is in the direct lane. With `--stock` it leaves all to httpx.
"""

import inspect
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, Literal

import httpx
import pytest

Lane = Literal["direct", "wire"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    text = "make httptools impossible to import, so that httpx sends everything"
    parser.addoption("--stock", action="store_true", help=text)


def pytest_configure(config: pytest.Config) -> None:
    """Hide httptools if the option says so."""
    config.addinivalue_line("markers", "own_connections: needs httptools")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip the tests of our own connections if the option hides httptools."""
    if config.getoption("stock"):
        for item in items:
            if item.get_closest_marker("own_connections"):
                item.add_marker(pytest.mark.skip("needs httptools"))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Hide httptools if the option says so; test modules of our connections import it before."""
    if session.config.getoption("stock"):
        sys.modules["httptools"] = None  # type: ignore[assignment]  # `import` fails with it


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
