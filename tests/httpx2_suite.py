"""The suite over httpx2: with `--httpx2`, tests bring clients and transports of httpx2.

httpx2 has the API of httpx under another name. While a test module is imported, its `import httpx`
imports httpx2. So its clients, transports, responses and errors go through the seam of
`http_client=` and `transport=`. What is ours, and what mocks httpx, is imported before.
"""

import pkgutil
import sys
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest

_FOLDERS = {Path(__file__).parent / name for name in ("client", "fault_matrix", "runtime")}

# These modules test our own connections, or those of httpx.
_ABOUT_HTTPX = [
    "test_call_deadline",
    "test_connection_slots",
    "test_deadline",
    "test_http_client",
    "test_httpx2",
    "test_idle_connections",
    "test_lanes",
    "test_request_writer",
    "test_serialization",
    "test_surplus_bytes",
    "test_sync_transport",
    "test_transport",
    "test_transport_cancellation",
    "test_transport_closing",
    "test_transport_lane",
]

_PACKAGES = ("campaignkit", "campaignkit_fake", "campaignkit_contract", "campaignkit_wire")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    text = "run the tests that bring a client or a transport with httpx2 in the place of httpx"
    parser.addoption("--httpx2", action="store_true", help=text)


def pytest_configure(config: pytest.Config) -> None:
    """Import what needs httpx itself."""
    config.addinivalue_line("markers", "httpx_only: is about httpx itself, or our use of it")
    if config.getoption("httpx2"):
        for package in map(import_module, _PACKAGES):
            for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
                if not module.name.endswith("__main__"):
                    import_module(module.name)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out single tests."""
    if config.getoption("httpx2"):
        names = ("httpx_only", "own_connections")
        items[:] = [item for item in items if not any(map(item.get_closest_marker, names))]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out what would test the same again."""
    return (config.getoption("httpx2") and collection_path.stem in _ABOUT_HTTPX) or None


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Let `import httpx` import httpx2 while a test module is imported."""
    is_module = isinstance(collector, pytest.Module) and not _FOLDERS.isdisjoint(
        collector.path.parents
    )
    if not (is_module and collector.config.getoption("httpx2")):
        return (yield)
    sys.modules["httpx"] = httpx2
    try:
        return (yield)
    finally:
        sys.modules["httpx"] = httpx


class _Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """Body of a response of httpx."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        with _errors():
            yield from self._stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _errors():
            async for part in self._stream:
                yield part


class _Transport:
    """Transport of httpx, which takes requests of httpx2."""

    def __init__(self, transport: httpx.BaseTransport) -> None:
        self._transport = transport

    def handle_request(self, request: Any) -> Any:
        """Return a response of httpx2."""
        own = httpx.Request(
            request.method,
            str(request.url),
            headers=request.headers.raw,
            content=request.read(),
            extensions=request.extensions,
        )
        with _errors():
            response = self._transport.handle_request(own)
        return httpx2.Response(
            response.status_code, headers=response.headers.raw, stream=_Body(response.stream)
        )


@contextmanager
def _errors() -> Iterator[None]:
    """Raise the errors of httpx as those of httpx2."""
    try:
        yield
    except httpx.HTTPError as error:
        raise getattr(httpx2, type(error).__name__)(str(error)) from error


def transport_for(library: object, transport: httpx.BaseTransport) -> Any:
    """Return a transport of httpx as one of the library that the suite runs over."""
    return transport if library is httpx else _Transport(transport)
