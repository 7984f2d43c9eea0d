"""Connections by options of the client: proxy, certificates, HTTP/2, and unencrypted ones."""

import asyncio
import pickle
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
from campaignkit import (
    AsyncSonarly,
    Callers,
    CertificateVerificationError,
    ConfigurationError,
    InsecureHTTPWarning,
    Sonarly,
)
from campaignkit._config import Config
from campaignkit._transports.httpx_transport import origin_of
from campaignkit_fake import SAMPLE_ID, Fake

from tests.client.certificates import make_certificate
from tests.client.raw_server import request, server
from tests.client.responses import CAMPAIGN, KEY, transport
from tests.client.test_conformance import GOOD
from tests.client.test_proxies import Tunnels

MODES = pytest.mark.parametrize("mode", ["sync", "async"])


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a certificate that no client trusts by default."""
    return make_certificate(tmp_path_factory.mktemp("own"))


class TLSServer:
    """A server over TLS; it keeps the version of HTTP that each connection chose."""

    def __init__(self, certificate: Path, *, wants_client: bool = False) -> None:
        self.protocols: list[str | None] = []
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)
        self.context.set_alpn_protocols(["h2", "http/1.1"])
        if wants_client:
            self.context.verify_mode = ssl.CERT_REQUIRED
            self.context.load_verify_locations(certificate)

    def handle(self, connection: socket.socket) -> None:
        """Return a success for every request."""
        with suppress(OSError), self.context.wrap_socket(connection, server_side=True) as secure:
            self.protocols.append(secure.selected_alpn_protocol())
            while self.protocols[-1] != "h2" and request(secure):
                secure.sendall(GOOD)

    @contextmanager
    def serve(self) -> Iterator[str]:
        """Yield the base URL."""
        with server(self.handle) as base_url:
            yield base_url.replace("http:", "https:")


def call(mode: str, base_url: str, **options: Any) -> str:
    """Return the id that one call gets."""
    options |= {"api_key": KEY, "base_url": base_url, "retries": 0}

    async def run() -> str:
        async with AsyncSonarly(**options) as sonarly:
            return (await sonarly.campaigns.get("g", "c")).id

    if mode == "async":
        return asyncio.run(run())
    with Sonarly(**options) as sonarly:
        return sonarly.campaigns.get("g", "c").id


@MODES
def test_ca_file(certificate: Path, mode: str) -> None:
    """A CA file is trusted; without it the server is not."""
    tls = TLSServer(certificate)
    with tls.serve() as base_url:
        assert call(mode, base_url, verify=certificate) == CAMPAIGN["id"]
        with pytest.raises(CertificateVerificationError):
            call(mode, base_url)
    assert tls.protocols == ["http/1.1"]


@MODES
def test_ssl_context(certificate: Path, mode: str) -> None:
    """A TLS context brings a client certificate along."""
    context = ssl.create_default_context(cafile=certificate)
    context.load_cert_chain(certificate)
    tls = TLSServer(certificate, wants_client=True)
    with tls.serve() as base_url:
        assert call(mode, base_url, ssl_context=context) == CAMPAIGN["id"]
    assert tls.protocols == ["http/1.1"]


@MODES
@pytest.mark.parametrize("chosen", [None, "httpx"])
def test_proxy(certificate: Path, mode: str, chosen: str | None) -> None:
    """A proxy of the client carries the calls, with its password."""
    tunnels = Tunnels()
    with TLSServer(certificate).serve() as base_url, server(tunnels) as url:
        proxy = url.replace("http://", "http://me:secret@")
        options: Any = {"proxy": proxy, "verify": certificate, "transport": chosen}
        assert call(mode, base_url, **options) == CAMPAIGN["id"]

    assert [line.split()[0] for line in tunnels.requests] == [b"CONNECT"]
    assert b"Basic bWU6c2VjcmV0" in tunnels.requests[0]


@MODES
@pytest.mark.parametrize("tls", ["verify", "ssl_context", "environment"])
def test_http2(certificate: Path, mode: str, tls: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """HTTP/2 is offered on request, and on no other connection of the process."""
    options: dict[str, Any] = {"verify": certificate}
    if tls == "ssl_context":
        options = {"ssl_context": ssl.create_default_context(cafile=certificate)}
    elif tls == "environment":
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        options = {}
    answering = TLSServer(certificate)
    with answering.serve() as base_url:
        with pytest.raises(Exception, match="no usable response"):  # the server has no HTTP/2
            call(mode, base_url, http2=True, **options)
        assert call(mode, base_url, **options) == CAMPAIGN["id"]
    assert answering.protocols == ["h2", "http/1.1"]


def test_http2_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its package, HTTP/2 is refused with what to install."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ConfigurationError, match=r"pip install \"httpx\[http2\]\""):
        Sonarly(api_key=KEY, http2=True)


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"proxy": "host:1"}, "proxy must be a URL with a host"),
        ({"proxy": "http://"}, "proxy must be a URL with a host"),
        ({"proxy": "ftp://host"}, "http, https, socks5, socks5h"),
        ({"proxy": 5}, "proxy must be a URL"),
        ({"proxy": "http://me:secret\x00@host"}, "proxy must be a URL"),
        ({"proxy": "socks5://host"}, r"pip install \"httpx\[socks\]\""),
        ({"proxy": "http://a.example", "base_url": "http://[::1]"}, "needs an https base_url"),
        ({"ssl_context": True}, "ssl_context must be an ssl.SSLContext, got True"),
        (
            {"verify": False},
            "verify must be a path of CA certificates, got False",
        ),
        ({"verify": "/no/such/file"}, "cannot be read .No such file"),
        ({"verify": "a\0b"}, "cannot be read"),
        ({"verify": __file__}, "contains no valid certificate. Pass a file in PEM"),
        ({"http2": 1}, "http2 must be True or False, got 1"),
        ({"allow_insecure_http": "yes"}, "allow_insecure_http must be True or False, got 'yes'"),
    ],
)
def test_refused(options: Any, complaint: str) -> None:
    """What cannot be an option is refused when the client is made, without the password."""
    with pytest.raises(ConfigurationError, match=complaint) as caught:
        Sonarly(api_key=KEY, **options)
    assert "secret" not in str(caught.value)


def test_two_sources(certificate: Path) -> None:
    """A CA file and a TLS context are not combined."""
    context = ssl.create_default_context()
    with pytest.raises(ConfigurationError, match="must not be combined"):
        Sonarly(api_key=KEY, verify=certificate, ssl_context=context)


@pytest.mark.parametrize("own", ["http_client", "transport"])
def test_own_connections(own: str) -> None:
    """Whoever brings connections along sets their options there."""
    brought: Any = {
        "http_client": httpx.Client(),
        "transport": transport(httpx.Response(200)),
    }
    with pytest.raises(ConfigurationError, match="proxy=, http2= must not be combined"):
        Sonarly(api_key=KEY, proxy="http://p", http2=True, **{own: brought[own]})
    Sonarly(api_key=KEY, proxy=None, http2=False, **{own: brought[own]})


@pytest.mark.parametrize("client", [Sonarly, AsyncSonarly])
def test_insecure(client: type[Sonarly]) -> None:
    """An http URL needs a flag, and a warning says what travels."""
    with pytest.raises(ConfigurationError, match="pass allow_insecure_http=True"):
        client(api_key=KEY, base_url="http://fake:8080")
    with pytest.warns(InsecureHTTPWarning, match="API key, and names, .* unencrypted to fake"):
        made = client(api_key=KEY, base_url="http://fake:8080/", allow_insecure_http=True)
    assert repr(made) == f"{client.__name__}(base_url='http://fake:8080')"


def test_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The base URL comes from the environment, each vendor's from its own variable."""
    with Fake().serve() as base_url:
        monkeypatch.setenv("SONARLY_BASE_URL", base_url)
        with Sonarly(api_key="fake-sonarly") as sonarly:
            assert sonarly.campaigns.get(SAMPLE_ID, SAMPLE_ID).id == SAMPLE_ID
    assert "sonarly.io" in repr(Sonarly(api_key=KEY, base_url="https://api.sonarly.io"))
    assert "callers.ai" in repr(Callers(api_key=KEY))
    monkeypatch.setenv("CALLERS_BASE_URL", "http://elsewhere")
    with pytest.raises(ConfigurationError, match="CALLERS_BASE_URL must be an https URL"):
        Callers(api_key=KEY)


def test_pickle(certificate: Path) -> None:
    """A pickle keeps the options of connections; secrets only on demand, and no context."""
    with TLSServer(certificate).serve() as base_url:
        sonarly = Sonarly(api_key=KEY, base_url=base_url, verify=certificate, pickle_key=True)
        with pickle.loads(pickle.dumps(sonarly)) as copy:  # noqa: S301 - our own
            assert copy.campaigns.get("g", "c").id == CAMPAIGN["id"]
    context = ssl.create_default_context()
    with pytest.raises(ConfigurationError, match="ssl_context= cannot be pickled"):
        pickle.dumps(Sonarly(api_key=KEY, ssl_context=context, pickle_key=True))


def test_pickled_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The password of a proxy is a secret of a pickle, as the key is."""
    monkeypatch.setenv("SONARLY_API_KEY", KEY)
    pickle.dumps(Sonarly(proxy="http://p.example"))
    with pytest.raises(ConfigurationError, match="cannot be pickled"):
        pickle.dumps(Sonarly(proxy="http://me:secret@p.example"))


def test_named_proxy() -> None:
    """The errors of connections name the proxy, and our connections lead to it."""
    proxied = Sonarly(api_key=KEY, proxy="http://p.example:3128")._state.config
    assert proxied.route == "api.sonarly.io:443 through the proxy p.example:3128"
    assert isinstance(proxied, Config)
    assert origin_of(proxied).peer == ("p.example", 3128)
