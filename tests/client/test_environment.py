"""Environment variables that cannot be used are named when a client is made."""

import os
import re
import sys
from pathlib import Path
from typing import Any

import certifi
import httpx
import pytest
from campaignkit import (
    APIConnectionError,
    AsyncCallers,
    AsyncSonarly,
    Callers,
    ConfigurationError,
    Sonarly,
)

from tests.client.responses import KEY, success, transport

VARIABLES = [
    *("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"),
    *("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"),
    *("http_proxy", "https_proxy", "all_proxy", "no_proxy"),
]
each_client = pytest.mark.parametrize("kind", [Sonarly, AsyncSonarly, Callers, AsyncCallers])


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def garbage(tmp_path: Path) -> Path:
    """Return a file without a certificate."""
    path = tmp_path / "garbage.pem"
    path.write_text("no certificate")
    return path


BAD: list[tuple[dict[str, str], str]] = [
    ({"SSL_CERT_FILE": "/nowhere"}, r"SSL_CERT_FILE='/nowhere' .* No such file"),
    ({"SSL_CERT_FILE": "/"}, "SSL_CERT_FILE='/' .* Is a directory"),
    ({"SSL_CERT_DIR": "/nowhere"}, r"SSL_CERT_DIR='/nowhere' .* not a folder"),
    ({"SSLKEYLOGFILE": "/nowhere/keys"}, r"SSLKEYLOGFILE='/nowhere/keys' .* No such file"),
    ({"ALL_PROXY": "socks://h:1"}, r"ALL_PROXY='socks://h:1' .* socks is not a kind of proxy"),
    ({"all_proxy": "socks4://h:1"}, "all_proxy='socks4://h:1'"),
    ({"HTTPS_PROXY": "http://h:port"}, r"HTTPS_PROXY='http://h:port' .* not a URL"),
    ({"HTTPS_PROXY": "a b"}, "HTTPS_PROXY='a b' .* contains a blank"),
    ({"HTTPS_PROXY": ":8080"}, r"HTTPS_PROXY=':8080' .* has no host"),
    ({"HTTPS_PROXY": "http://xn--:1"}, "HTTPS_PROXY='http://xn--:1' .* not a URL"),
    ({"HTTPS_PROXY": "://h"}, "HTTPS_PROXY='://h' .* It has no scheme"),
    ({"HTTPS_PROXY": "http://"}, "HTTPS_PROXY='http://' .* has no host"),
    ({"HTTPS_PROXY": "http://h:1", "HTTP_PROXY": "ftp://h"}, "HTTP_PROXY='ftp://h'"),
    (
        {"HTTPS_PROXY": "http://h:1", "NO_PROXY": "localhost,fe80::/10"},
        r"NO_PROXY='localhost,fe80::/10' .* 'fe80::/10' is neither a host nor",
    ),
    ({"https_proxy": "http://h:1", "no_proxy": "a:b"}, "no_proxy='a:b' .* 'a:b' is neither"),
]


@each_client
@pytest.mark.parametrize(("variables", "complaint"), BAD)
def test_refused(
    kind: Any, variables: dict[str, str], complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is named with its value, what is wrong with it, and what to do."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=complaint) as caught:
        kind(api_key=KEY)

    assert caught.value.outcome == "not_sent"
    assert re.search(r"(Set it to .*unset it|Remove it|Install it)", str(caught.value))


@pytest.mark.parametrize(
    "content",
    [
        "no certificate",
        "",
        "-----BEGIN CERTIFICATE-----\nAAAA\n",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        Path(certifi.where()).read_text()[:3_000],
    ],
    ids=["text", "empty", "cut", "key", "cut within"],
)
def test_no_certificate(content: str, garbage: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that contains no valid certificate is refused when a client is made."""
    garbage.write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(garbage))
    with pytest.raises(ConfigurationError, match=r"garbage\.pem' .* contains no valid certificate"):
        Sonarly(api_key=KEY)


def test_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SSL_CERT_DIR may be a list of folders, as OpenSSL takes it, with one that exists."""
    monkeypatch.setenv("SSL_CERT_DIR", os.pathsep.join(["/nowhere", str(tmp_path), ""]))
    Sonarly(api_key=KEY)
    monkeypatch.setenv("SSL_CERT_DIR", os.pathsep.join(["/nowhere", "/nowhere/else"]))
    with pytest.raises(ConfigurationError, match="SSL_CERT_DIR"):
        Sonarly(api_key=KEY)


@pytest.mark.parametrize("value", ["http://user:secret@127.0.0.1:1", "127.0.0.1:1"])
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "ALL_PROXY"])
def test_proxy_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection error names the proxy too, through which the call went."""
    monkeypatch.setenv(name, value)
    with pytest.raises(APIConnectionError) as caught, Sonarly(api_key=KEY, retries=0) as sonarly:
        sonarly.campaigns.list("g")

    assert " from api.sonarly.io:443 through the proxy 127.0.0.1:1 (Conn" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_proxy_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that the call does not take is not named."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "localhost")
    base_url = "https://localhost:1"
    with (
        pytest.raises(APIConnectionError) as caught,
        Sonarly(api_key=KEY, retries=0, base_url=base_url) as sonarly,
    ):
        sonarly.campaigns.list("g")

    assert " from localhost:1 (Conn" in str(caught.value)


@pytest.mark.parametrize(
    "value", ["http://user:secret@h:port", "socks://us@er:sec/ret@h", "user:secret@h:port"]
)
def test_no_credentials(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The credentials of a proxy are not shown."""
    monkeypatch.setenv("HTTPS_PROXY", value)
    with pytest.raises(ConfigurationError, match=r"HTTPS_PROXY='\S*\*\*\*@h") as caught:
        Sonarly(api_key=KEY)

    assert "secret" not in str(caught.value)
    assert "sec/ret" not in str(caught.value)


def test_socks_without_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """A SOCKS proxy says what to install."""
    monkeypatch.setitem(sys.modules, "socksio", None)  # as if it were not installed
    monkeypatch.setenv("ALL_PROXY", "socks5://h:1")
    with pytest.raises(ConfigurationError, match=r"ALL_PROXY='socks5://h:1' .*httpx\[socks\]"):
        Sonarly(api_key=KEY)


GOOD: list[dict[str, str]] = [
    {"HTTPS_PROXY": "http://user:pass@h:3128"},
    {"HTTPS_PROXY": "h:3128", "NO_PROXY": "localhost,::1,10.0.0.0/8,.example.com,http://x"},
    {"ALL_PROXY": "socks://h:1", "NO_PROXY": "*"},
    {"SSL_CERT_FILE": "", "SSL_CERT_DIR": "", "HTTPS_PROXY": ""},
    {"SSL_CERT_FILE": certifi.where(), "SSL_CERT_DIR": "/nowhere"},
]

# httpx reads these although it does not use them, and fails.
UNUSED: list[dict[str, str]] = [{"HTTP_PROXY": "socks://h:1"}, {"NO_PROXY": "fe80::/10"}]


@pytest.mark.httpx_only
@pytest.mark.parametrize(
    "variables",
    [*GOOD, *(pytest.param(unused, marks=pytest.mark.own_connections) for unused in UNUSED)],
)
def test_taken(variables: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What httpx can use, or does not use, is no fault; its connections open."""
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with Sonarly(api_key=KEY) as client:
        carrier = client._state.handle.open()

        assert isinstance(carrier.client("wire"), httpx.Client)


def test_own_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    """A caller's own transport, and a call to loopback, read none of them."""
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere")
    monkeypatch.setenv("ALL_PROXY", "socks://h:1")
    client = Sonarly(api_key=KEY, transport=transport(httpx.Response(200, json=success())))

    assert client.campaigns.get("g", "c").id
    assert Sonarly(api_key=KEY, base_url="http://127.0.0.1:9")


def test_later(garbage: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails only when connections are opened is ours too, and nothing was sent."""
    client = Sonarly(api_key=KEY)
    monkeypatch.setenv("SSL_CERT_FILE", str(garbage))
    with client, pytest.raises(ConfigurationError, match="SSL_CERT_FILE") as caught:
        client.campaigns.start("g", "c")

    assert (caught.value.outcome, caught.value.__cause__ is None) == ("not_sent", False)
