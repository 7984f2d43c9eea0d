"""Base URL and credentials of a client."""

import ipaddress
import os
import re
import ssl
import sys
import warnings
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.request import getproxies, proxy_bypass

import httpx
from campaignkit_runtime.operations import Call, Credential
from campaignkit_wire.availability import Mode, is_available

from ._auth import CallAuth, CombinedAuth, KeyAuth
from ._connections import Connections
from ._exceptions import ConfigurationError
from ._version import __version__

_PYTHON = ".".join(str(part) for part in sys.version_info[:3])
USER_AGENT = f"campaignkit/{__version__} python/{_PYTHON} httpx/{httpx.__version__}"


_USER = re.compile(r"^([a-z]*://)?.*@", re.IGNORECASE | re.DOTALL)
_QUERY = re.compile(r"[?#].*", re.DOTALL)
_NOT_IN_BASE = re.compile(r"[?#\s]")
_PORTS = {"http": 80, "https": 443}


class InsecureHTTPWarning(UserWarning):
    """A client sends its key and its data unencrypted, by `allow_insecure_http=True`."""


class Config(NamedTuple):
    """Base URL and credentials."""

    base_url: str
    auths: Mapping[str, KeyAuth]
    """By the name of the credential."""
    uses_httpx: bool = False
    """True if the caller has chosen the connections of httpx."""
    connections: Connections = Connections()

    def uses_wire(self, mode: Mode) -> bool:
        """Return True if our own connections carry the calls."""
        proxy = self.proxy
        is_direct = proxy is None or proxy.scheme == "http"  # httpx has the others, such as SOCKS
        uses_httpx = self.uses_httpx or self.connections.http2
        return is_direct and not uses_httpx and is_available(mode)

    def tls_context(self) -> ssl.SSLContext:
        """Return the TLS context of the connections."""
        return self.connections.tls_context(trust_env=self.trusts_environment)

    def auth(self, call: Call[Any]) -> CallAuth:
        """Return the credentials of a call: the first alternative that the client has.

        Raises:
            ConfigurationError: The client lacks a credential of each alternative.
        """
        security = call.operation.security
        for names in security:
            if len(names) == 1 and (auth := self.auths[names[0]]):
                return auth
            auths = [self.auths[name] for name in names]
            if all(auths):
                return CombinedAuth(auths)
        missing = [self.auths[name] for name in security[0] if not self.auths[name]]
        return missing[0].validated()

    @property
    def has_key_sources(self) -> bool:
        """True if a function gives a key."""
        return any(auth.is_sourced for auth in self.auths.values())

    @property
    def origin(self) -> str:
        """Host and port for the texts of errors."""
        url = httpx.URL(self.base_url)
        host = f"[{url.host}]" if ":" in url.host else url.host
        return f"{host}:{url.port or _PORTS[url.scheme]}"

    @property
    def route(self) -> str:
        """The origin, and the proxy for it if there is one."""
        proxy = self.proxy
        if proxy is None:
            return self.origin
        return f"{self.origin} through the proxy {proxy.host}:{proxy.port or _PORTS['http']}"

    @property
    def proxy(self) -> httpx.URL | None:
        """The proxy for the server, the client's own or that of the environment."""
        if self.connections.proxy is not None:
            return self.connections.proxy
        proxies = getproxies() if self.trusts_environment else {}
        value = proxies.get("https") or proxies.get("all")
        if not value or proxy_bypass(httpx.URL(self.base_url).host):
            return None
        return httpx.URL(value if "://" in value else f"http://{value}")

    @property
    def trusts_environment(self) -> bool:
        """True if a proxy of the environment may see the calls, because they are encrypted."""
        return self.base_url.startswith("https:")

    def request(self, call: Call[Any]) -> dict[str, Any]:
        """Return the keywords of `httpx.Client.build_request` for a call."""
        keywords = {"method": call.operation.method, "url": self.base_url + call.path}
        headers = self.headers()
        for name, value in call.options.get("headers", {}).items():
            known = (other for other in headers if other.lower() == name.lower())
            headers[next(known, name)] = value
        options = {name: value for name, value in call.options.items() if name != "query"}
        if options.get("json", "") is None:  # httpx would send no body
            del options["json"]
            options["content"] = b"null"
            headers.setdefault("Content-Type", "application/json")
        return keywords | {**options, "headers": headers}

    def headers(self) -> dict[str, str]:
        """Return the headers of every call."""
        return {"Accept": "application/json", "User-Agent": USER_AGENT}


def base_url_variable(credentials: Sequence[Credential]) -> str:
    """Return the environment variable of the base URL, named as those of the credentials."""
    name, _, _, variable, *_ = credentials[0]
    return f"{variable.removesuffix(name.upper())}BASE_URL"


def find_base_url(
    base_url: str | None, default: str, credentials: Sequence[Credential], *, allows_http: bool
) -> str:
    """Return the URL of the caller, of the environment or of the vendor, in this order.

    Raises:
        ConfigurationError: The URL is not valid, or a key must not be sent to it.
    """
    if base_url is not None or not credentials:
        return validate_base_url(default if base_url is None else base_url, allows_http=allows_http)
    variable = base_url_variable(credentials)
    name, url = (variable, value) if (value := os.environ.get(variable)) else ("base_url", default)
    return validate_base_url(url, name, allows_http=allows_http)


def validate_base_url(base_url: str, name: str = "base_url", *, allows_http: bool = False) -> str:
    """Return the URL without a trailing slash.

    Args:
        base_url: The URL.
        name: Argument or variable that holds it.
        allows_http: True allows http to other machines, with a warning.

    Raises:
        ConfigurationError: The URL is not valid, or a key must not be sent to it.
    """
    if not isinstance(base_url, str):
        raise ConfigurationError(f"{name} must be a text, got {type(base_url).__name__}.")
    shown = _without_secrets(base_url)
    authority = base_url.partition("//")[2].partition("/")[0]
    if "@" in authority:
        raise ConfigurationError(
            f"{name} must not contain credentials, got {shown!r}. Pass a key as api_key=."
        )
    if _NOT_IN_BASE.search(base_url):
        raise ConfigurationError(
            f"{name} must not contain a query, a fragment or white space, got {shown!r}."
        )
    try:
        url = httpx.URL(base_url)
        host, port = url.host, url.port  # decoded here, which can fail
    except (httpx.InvalidURL, ValueError) as error:
        reason = "" if "@" in base_url else f" {error}"  # which can have a part of a password
        raise ConfigurationError(f"{name} must be a valid URL, got {shown!r}.{reason}") from None
    if port is not None and not 0 < port < 65_536:
        raise ConfigurationError(f"{name} must have a port from 1 to 65535, got {shown!r}.")
    if not host or url.scheme not in ("http", "https"):
        raise ConfigurationError(f"{name} must be an https URL, got {shown!r}.")
    if url.scheme == "http" and not is_loopback(host):
        if allows_http:
            _warn_of_http(url)
            return str(url).rstrip("/")
        raise ConfigurationError(
            f"{name} must be an https URL, or http to loopback, got {shown!r}."
            " The key must not be sent unencrypted. For a fake on another machine, pass"
            " allow_insecure_http=True."
        )
    return str(url).rstrip("/")


def _without_secrets(base_url: str) -> str:
    """Return a URL for a message: without credentials, and without what follows the path."""
    return _QUERY.sub("?***", _USER.sub(r"\1***@", base_url))


def _warn_of_http(url: httpx.URL) -> None:
    message = (
        f"The client sends its API key, and names, phone numbers and messages of leads, unencrypted"
        f" to {url.host}. Use allow_insecure_http=True with a fake and an invented key only."
    )
    warnings.warn(message, InsecureHTTPWarning, stacklevel=2)


def is_loopback(host: str) -> bool:
    """Return True if only this machine has the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
