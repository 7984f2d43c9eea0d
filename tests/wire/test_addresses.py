"""Of all addresses of a host, a sync client connects to the first that accepts."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from campaignkit_wire.addresses import connect, interleaved

REFUSED = (socket.AF_INET, ("127.0.0.1", 9))


@pytest.fixture
def silent() -> Iterator[tuple[int, Any]]:
    """Yield an address that neither accepts nor refuses, because its queue is full."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listening, ExitStack() as waiting:
        for _ in range(3):
            other = waiting.enter_context(socket.socket())
            other.setblocking(False)
            other.connect_ex(listening.getsockname())
        yield socket.AF_INET, listening.getsockname()


@pytest.fixture
def good() -> Iterator[tuple[int, Any]]:
    """Yield an address that accepts."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield socket.AF_INET, listening.getsockname()


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, Any]]:
    """Return the addresses of a name that only the test knows."""
    addresses: list[tuple[int, Any]] = []

    def find(*_: Any, **__: Any) -> list[Any]:
        return [(family, socket.SOCK_STREAM, 0, "", address) for family, address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", find)
    return addresses


def peer(timeout: float | None = 60) -> Any:
    """Return the address that the name is connected to."""
    with connect("several.example", 80, timeout) as connected:
        assert connected.gettimeout() is None
        return connected.getpeername()


def test_dead_first(
    silent: tuple[int, Any], good: tuple[int, Any], host: list[tuple[int, Any]]
) -> None:
    """A dead first address does not take the timeout of the whole."""
    host += [silent, silent, good]
    start = time.monotonic()

    assert peer(600) == good[1]
    assert time.monotonic() - start < 60


@pytest.mark.parametrize(
    "bad",
    [REFUSED, (9_999, None), (socket.AF_INET, ("192.0.2.1", 9))],
    ids=["refused", "no such family", "no way there"],
)
def test_bad_first(
    bad: tuple[int, Any], good: tuple[int, Any], host: list[tuple[int, Any]]
) -> None:
    """After an address that fails, the next is tried at once; if all fail, the error says why."""
    host += [bad, bad, good]
    assert peer(None) == good[1]

    host[:] = [bad, bad]
    with pytest.raises(OSError, match=r"."):
        peer()


def test_no_address(host: list[tuple[int, Any]]) -> None:
    """A name without addresses is an error."""
    assert host == []
    with pytest.raises(OSError, match="no address"):
        peer()


@pytest.mark.parametrize("seconds", [0, 0.01, 0.4])
def test_all_dead(seconds: float, silent: tuple[int, Any], host: list[tuple[int, Any]]) -> None:
    """All addresses together take no longer than the timeout."""
    host += [silent] * 3
    with pytest.raises(TimeoutError):
        peer(seconds)


def test_mistake(host: list[tuple[int, Any]]) -> None:
    """An error that is none of the network leaves no socket behind."""
    host.append((socket.AF_INET, ("127.0.0.1",)))
    with pytest.raises(TypeError):
        peer()


def test_order() -> None:
    """Addresses of both families take turns, so that a broken family costs one delay."""
    six, four = socket.AF_INET6, socket.AF_INET
    found = [(six, "a"), (six, "b"), (six, "c"), (four, "d"), (four, "e")]

    assert [name for _, name in interleaved(found)] == ["a", "d", "b", "e", "c"]
    assert list(interleaved([])) == []
