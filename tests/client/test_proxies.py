"""HTTP proxies of the environment: our own connections go through their tunnels."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from campaignkit import APITimeoutError, AsyncSonarly, CampaignKitError, Sonarly
from campaignkit_wire.proxies import Proxy

from tests.client.certificates import make_certificate
from tests.client.raw_server import request, server
from tests.client.responses import CAMPAIGN, KEY
from tests.client.test_conformance import GOOD
from tests.lanes import Lane

# httpx tells a proxy that breaks off like a server that does.
OWN = pytest.mark.own_connections
MODES = pytest.mark.parametrize("mode", ["sync", "async"])


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a certificate for loopback, with its key."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@contextmanager
def api(certificate: Path) -> Iterator[str]:
    """Yield the base URL of a server over TLS whose every response is a success."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def handle(connection: socket.socket) -> None:
        with suppress(OSError), context.wrap_socket(connection, server_side=True) as secure:
            while request(secure):
                secure.sendall(GOOD)

    with server(handle) as base_url:
        yield base_url.replace("http:", "https:")


class Tunnels:
    """A proxy that opens tunnels, and keeps the requests for them."""

    def __init__(self) -> None:
        self.requests: list[bytes] = []

    def __call__(self, connection: socket.socket) -> None:
        """Open one tunnel, and pass on what comes."""
        self.requests.append(request(connection))
        port = int(self.requests[-1].split()[1].rpartition(b":")[2])
        with socket.create_connection(("127.0.0.1", port)) as other:
            connection.sendall(b"HTTP/1.1 200 Connection established\r\nX-Proxy: 1\r\n\r\n")
            back = threading.Thread(target=pass_on, args=(other, connection))
            back.start()
            pass_on(connection, other)
            back.join()


def pass_on(source: socket.socket, target: socket.socket) -> None:
    """Send all that comes from one socket to another, and then its end."""
    with suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


def ids(mode: str, base_url: str, count: int = 2, **options: Any) -> list[str]:
    """Return the ids that calls of one client get."""
    options |= {"api_key": KEY, "base_url": base_url, "retries": 0}

    async def run() -> list[str]:
        async with AsyncSonarly(**options) as sonarly:
            return [(await sonarly.campaigns.get("g", "c")).id for _ in range(count)]

    if mode == "async":
        return asyncio.run(run())
    with Sonarly(**options) as sonarly:
        return [sonarly.campaigns.get("g", "c").id for _ in range(count)]


@MODES
def test_tunnel(mode: str, lane: Lane, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls go through one tunnel; the proxy gets its credentials, and not the key."""
    tunnels = Tunnels()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with api(certificate) as base_url, server(tunnels) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.replace("//", "//me:s%40fe@"))
        assert ids(mode, base_url) == [CAMPAIGN["id"]] * 2

    [asked] = tunnels.requests
    assert asked.startswith(b"CONNECT 127.0.0.1:")
    assert b"\r\nProxy-Authorization: Basic bWU6c0BmZQ==\r\n" in asked
    assert KEY.encode() not in asked


@MODES
def test_no_proxy(mode: str, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host of NO_PROXY is reached without the proxy."""
    tunnels = Tunnels()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with api(certificate) as base_url, server(tunnels) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy)
        assert ids(mode, base_url) == [CAMPAIGN["id"]] * 2

    assert tunnels.requests == []


@pytest.mark.own_connections
def test_two_loops(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An async client behind a proxy serves several event loops."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with api(certificate) as base_url, server(Tunnels()) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy)
        sonarly = AsyncSonarly(api_key=KEY, base_url=base_url)

        async def call(*, is_last: bool) -> str:
            found = (await sonarly.campaigns.get("g", "c")).id
            if is_last:
                await sonarly.close()
            return found

        found = [asyncio.run(call(is_last=is_last)) for is_last in (False, True)]

    assert found == [CAMPAIGN["id"]] * 2


def refuse(connection: socket.socket) -> None:
    """Refuse a tunnel."""
    request(connection)
    connection.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")


def drop(connection: socket.socket) -> None:
    """Leave without a response."""
    request(connection)


def talk(connection: socket.socket) -> None:
    """Send more than the response."""
    request(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nsurplus")
    request(connection)


@MODES
@pytest.mark.parametrize(
    ("handle", "message"),
    [
        (refuse, "ProxyError: 407 Proxy Authentication Required"),
        pytest.param(drop, "ProxyError: Server disconnected", marks=OWN),
        pytest.param(talk, "ProxyError: the proxy sent more than its response", marks=OWN),
    ],
    ids=["refused", "dropped", "surplus"],
)
def test_no_tunnel(
    mode: str,
    handle: Callable[[socket.socket], None],
    message: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without a tunnel nothing was sent."""
    with server(handle) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy)
        with pytest.raises(CampaignKitError, match=message) as caught:
            ids(mode, "https://api.example.com")

    assert caught.value.outcome == "not_sent"


@pytest.mark.own_connections
@MODES
def test_silent_proxy(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that does not respond ends at the deadline of the call."""

    def handle(connection: socket.socket) -> None:
        while request(connection):
            pass

    with server(handle) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy)
        with pytest.raises(APITimeoutError) as caught:
            ids(mode, "https://api.example.com", timeout=0.1)

    assert caught.value.outcome == "not_sent"


def test_address() -> None:
    """An address of IPv6 is in brackets; the credentials of a proxy show nowhere."""
    proxy = Proxy("p.example", 3128, "me:safe")
    [part] = proxy.request("::1", 443).parts()

    assert bytes(part).startswith(b"CONNECT [::1]:443 HTTP/1.1\r\nHost: [::1]:443\r\n")
    assert "safe" not in repr(proxy)
