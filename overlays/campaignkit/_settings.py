"""What a client is set up with, checked before anything is sent."""

import ipaddress
import math
import os
import sys
from collections.abc import Generator
from typing import Any, NamedTuple, Self
from urllib.request import getproxies

import httpx
from campaignkit_api.client import Call

from ._errors import ConfigurationError
from ._version import __version__

_PYTHON = ".".join(str(part) for part in sys.version_info[:3])
USER_AGENT = f"campaignkit/{__version__} python/{_PYTHON} httpx/{httpx.__version__}"

DEFAULT_TIMEOUT = 30.0
_CONNECT_TIMEOUT = 5.0


class KeyAuth(httpx.Auth):
    """Puts the key into `Authorization`, and shows it nowhere else."""

    def __init__(self, key: str | None, variable: str, scheme: str) -> None:
        self._key = os.environ.get(variable) if key is None else key
        self._variable = variable
        self._scheme = scheme

    def __repr__(self) -> str:
        return "KeyAuth(***)"

    def checked(self) -> Self:
        """The authorization; a ConfigurationError where its key cannot be one."""
        key = self._key
        is_text = isinstance(key, str) and key.isascii() and key.isprintable() and " " not in key
        complaint = "the API key is no text that a header can carry" if not is_text else None
        if not key:
            complaint = "there is no API key"
        del key  # tracebacks can show locals
        if complaint:
            raise ConfigurationError(f"{complaint}: pass api_key= or set {self._variable}")
        return self

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The request with the key, sent once."""
        request.headers["Authorization"] = f"{self._scheme} {self._key}".strip()
        yield request


class Settings(NamedTuple):
    """Where calls go, as whom, and how long each may take."""

    base_url: str
    auth: KeyAuth
    timeout: httpx.Timeout | None
    """None leaves the time to the caller's own httpx client."""

    @property
    def trusts_environment(self) -> bool:
        """Whether a proxy of the environment may see the calls: not where they are unencrypted."""
        return self.base_url.startswith("https:")

    @property
    def is_proxied(self) -> bool:
        """Whether the environment names a proxy for the calls, or for some of their kind."""
        proxies = getproxies() if self.trusts_environment else {}
        return bool(proxies.get("https") or proxies.get("all"))

    def request(self, call: Call[Any]) -> dict[str, Any]:
        """The keywords of `httpx.Client.build_request` for a call."""
        headers = {"Accept": "application/json", "User-Agent": USER_AGENT}
        keywords = {"method": call.operation.method, "url": self.base_url + call.path}
        keywords |= {**call.options, "headers": headers | call.options.get("headers", {})}
        return keywords if self.timeout is None else keywords | {"timeout": self.timeout}


def checked_base_url(base_url: str) -> str:
    """The URL without a trailing slash; a ConfigurationError where a key must not be sent to it."""
    try:
        url = httpx.URL(base_url)
    except (httpx.InvalidURL, TypeError) as error:
        raise ConfigurationError(f"base_url is not a URL: {error}") from None
    if url.userinfo or url.query or url.fragment:
        raise ConfigurationError("base_url is a scheme, a host and at most a path")
    if not url.host or url.scheme not in ("http", "https"):
        raise ConfigurationError(f"base_url {str(url)!r} is no https URL, such as https://host")
    if url.scheme == "http" and not _is_loopback(url.host):
        raise ConfigurationError(
            f"base_url {str(url)!r} would send the key unencrypted: use https, or http to loopback"
        )
    return str(url).rstrip("/")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def checked_timeout(seconds: float) -> httpx.Timeout:
    """The time that one attempt may take; a ConfigurationError for what is no time."""
    is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    if not is_number or not math.isfinite(seconds) or seconds <= 0:
        raise ConfigurationError(f"timeout is {seconds!r}: pass seconds, more than 0")
    return httpx.Timeout(seconds, connect=min(seconds, _CONNECT_TIMEOUT))
