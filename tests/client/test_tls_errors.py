"""TLS that fails, on loopback: the outcome is true, and the error says what to do."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from campaignkit import (
    APIConnectionError,
    AsyncSonarly,
    CampaignKitError,
    CertificateVerificationError,
    OutcomeUnknownError,
    Sonarly,
)

from tests.client.certificates import make_certificate
from tests.client.raw_server import server
from tests.client.responses import KEY

is_async_or_not = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a certificate for 127.0.0.1, with its key."""
    return make_certificate(tmp_path_factory.mktemp("tls"))


@contextmanager
def tls_server(
    certificate: Path, *, wants_client: bool = False, ends_by: bytes = b""
) -> Iterator[int]:
    """Yield a TLS server; after a request it ends the connection, or sends bytes without TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    if wants_client:
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(certificate)

    def respond(connection: socket.socket) -> None:
        with suppress(OSError), context.wrap_socket(connection, server_side=True) as tls:
            tls.recv(10_000)
            if ends_by:
                plain = socket.socket(fileno=tls.detach())
                plain.sendall(ends_by)
                plain.close()

    with server(respond) as base_url:
        yield int(base_url.rpartition(":")[2])


def start_error(base_url: str, *, is_async: bool) -> CampaignKitError:
    """Start a campaign, and return the error."""
    options: Any = {"api_key": KEY, "base_url": base_url, "retries": 0, "settle": 0}

    async def run() -> None:
        async with AsyncSonarly(**options) as client:
            await client.campaigns.start("g", "c")

    def run_sync() -> None:
        with Sonarly(**options) as client:
            client.campaigns.start("g", "c")

    with pytest.raises(CampaignKitError) as caught:
        asyncio.run(run()) if is_async else run_sync()
    return caught.value


@is_async_or_not
def test_unknown_ca(certificate: Path, *, is_async: bool) -> None:
    """A certificate of an unknown CA is refused before anything is sent."""
    with tls_server(certificate) as port:
        error = start_error(f"https://127.0.0.1:{port}", is_async=is_async)

    assert (type(error), error.outcome) == (CertificateVerificationError, "not_sent")
    assert f"certificate of 127.0.0.1:{port} was refused (self-signed certificate)" in str(error)
    assert "SSL_CERT_FILE" in str(error)


@is_async_or_not
def test_other_host(certificate: Path, monkeypatch: pytest.MonkeyPatch, *, is_async: bool) -> None:
    """The error for the certificate of another host says so."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with tls_server(certificate) as port:
        error = start_error(f"https://localhost:{port}", is_async=is_async)

    assert (type(error), error.outcome) == (CertificateVerificationError, "not_sent")
    assert "the certificate is for another host" in str(error)


@is_async_or_not
def test_client_certificate(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, *, is_async: bool
) -> None:
    """A server that wants a client certificate says so after the handshake, or in the write."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with tls_server(certificate, wants_client=True) as port:
        error = start_error(f"https://127.0.0.1:{port}", is_async=is_async)

    assert isinstance(error, OutcomeUnknownError | APIConnectionError)
    assert error.outcome in ("unknown", "not_sent")


@is_async_or_not
@pytest.mark.parametrize(
    "ends_by",
    [b"", b"nonsense" * 10, b"\x15\x03\x03\x00\x02\x02\x28", b"\x17\x03\x03\x00\x20" + bytes(32)],
    ids=["end", "nonsense", "alert", "bad record"],
)
def test_after_the_handshake(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, ends_by: bytes, *, is_async: bool
) -> None:
    """TLS that breaks after the request was sent leaves the outcome open."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with tls_server(certificate, ends_by=ends_by) as port:
        error = start_error(f"https://127.0.0.1:{port}", is_async=is_async)

    assert (type(error), error.outcome) == (OutcomeUnknownError, "unknown")
