"""What a client and its calls are set up with, checked before anything is sent."""

import ipaddress
import math
import os
import sys
import time
from collections.abc import Generator, Mapping
from typing import Any, NamedTuple, Self
from urllib.request import getproxies

import httpx
from campaignkit_api.client import Call, Credential
from campaignkit_api.pacing import Limiter
from campaignkit_api.types import UNSET, Unset

from ._errors import ConfigurationError
from ._retry_policy import RetryPolicy
from ._version import __version__

Timeouts = dict[str, float | None]
"""Seconds for each of connect, read, write and pool; None is any number."""

_PYTHON = ".".join(str(part) for part in sys.version_info[:3])
USER_AGENT = f"campaignkit/{__version__} python/{_PYTHON} httpx/{httpx.__version__}"

DEFAULT_TIMEOUT = 30.0
_CONNECT_TIMEOUT = 5.0
DEFAULT_RETRIES = RetryPolicy().retries
DEFAULT_SETTLE = RetryPolicy().settle
DEFAULT_MAX_RESPONSE_BYTES = 64 * 2**20


class KeyAuth(httpx.Auth):
    """Puts a key into its header, and shows it nowhere else."""

    def __init__(self, credential: Credential, key: str | None) -> None:
        self.is_own = key is not None
        self.key = os.environ.get(credential.variable) if key is None else key
        self._credential = credential

    def __repr__(self) -> str:
        return "KeyAuth(***)"

    def __reduce__(self) -> tuple[type[Self], tuple[Credential, None]]:
        # Never the key: whoever reads the pickle has it in the environment.
        return type(self), (self._credential, None)

    def __bool__(self) -> bool:
        return bool(self.key)

    def checked(self) -> Self:
        """The authorization; a ConfigurationError where its key cannot be one."""
        key, (name, _, _, variable) = self.key, self._credential
        words = name.replace("_", " ").replace("api", "API")
        complaint = "is no text that a header can carry" if key else "is missing"
        is_good = _fits_header(key)
        del key  # tracebacks can show locals
        if not is_good:
            raise ConfigurationError(f"the {words} {complaint}: pass {name}= or set {variable}")
        return self

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The request with the key, sent once."""
        request.headers[self._credential.header] = f"{self._credential.scheme} {self.key}".strip()
        yield request


class Settings(NamedTuple):
    """Where calls go, and as whom."""

    base_url: str
    auths: Mapping[str, KeyAuth]
    """By the name of the credential."""

    def auth(self, call: Call[Any]) -> KeyAuth:
        """What a call is made with; a ConfigurationError where the client was not given it."""
        auth = self.auths[call.operation.credential]
        return auth if auth else auth.checked()

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
        return keywords | {**call.options, "headers": headers | call.options.get("headers", {})}


class Options(NamedTuple):
    """How long a call may take, how often it is tried, and how much it may bring."""

    timeout: Timeouts | None = None
    """None leaves the time of an attempt to the caller's own httpx client."""
    deadline: float | None = None
    policy: RetryPolicy = RetryPolicy()
    max_response_bytes: int = DEFAULT_MAX_RESPONSE_BYTES
    headers: Mapping[str, str] = {}
    """For every call whose operation takes them."""
    limiter: Limiter | None = None
    """Of a rate that was set; twins that do not set another one share it."""
    pickle_key: bool = False

    def changed(
        self,
        timeout: float | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        retries: int | Unset = UNSET,
        max_response_bytes: int | Unset = UNSET,
        rate: float | Unset | None = UNSET,
        pickle_key: bool | Unset = UNSET,
        settle: float | Unset = UNSET,
        resend_after: float | Unset | None = UNSET,
    ) -> Self:
        """The same options but for those given; a ConfigurationError for what cannot be one."""
        changes: dict[str, Any] = {}
        if not isinstance(timeout, Unset):
            changes["timeout"] = _timeouts(_positive("timeout", timeout))
        if not isinstance(deadline, Unset):
            changes["deadline"] = None if deadline is None else _positive("deadline", deadline)
        if not isinstance(retries, Unset):
            changes["policy"] = self.policy._replace(retries=_count("retries", retries, 0))
        policy = changes.get("policy", self.policy)
        if not isinstance(settle, Unset):
            policy = changes["policy"] = policy._replace(settle=_seconds("settle", settle))
        if not isinstance(resend_after, Unset):
            wait = None if resend_after is None else _seconds("resend_after", resend_after)
            changes["policy"] = policy._replace(resend_after=wait)
        if not isinstance(max_response_bytes, Unset):
            changes["max_response_bytes"] = _count("max_response_bytes", max_response_bytes, 1)
        if not isinstance(rate, Unset):
            most = None if rate is None else _positive("rate", rate, "calls a second")
            changes["limiter"] = most and Limiter(most)
        if not isinstance(pickle_key, Unset):
            changes["pickle_key"] = pickle_key
        return self._replace(**changes)

    def with_header(self, name: str, option: str, value: str | Unset | None) -> Self:
        """The same options with a header; a ConfigurationError where it cannot be one."""
        if isinstance(value, Unset):
            return self
        if value is not None and not _fits_header(value):
            raise ConfigurationError(f"{option} is {value!r}: pass a text that a header can carry")
        others = {each: text for each, text in self.headers.items() if each != name}
        return self._replace(headers=others if value is None else {**others, name: value})

    def limit(self, request: httpx.Request, left: float | None) -> None:
        """Give a request the time of one attempt, and no more than is left for the call."""
        timeouts = self.timeout or request.extensions.get("timeout", {})
        if left is not None:
            timeouts = {
                each: left if (seconds := timeouts.get(each)) is None else min(seconds, left)
                for each in ("connect", "read", "write", "pool")
            }
            # For our own transport: a timeout is for each wait, of which a call has many.
            request.extensions["deadline"] = time.monotonic() + left
        request.extensions["timeout"] = dict(timeouts)


def _fits_header(value: object) -> bool:
    is_plain = isinstance(value, str) and value.isascii() and value.isprintable()
    return is_plain and bool(value) and " " not in str(value)


def _timeouts(seconds: float) -> Timeouts:
    return httpx.Timeout(seconds, connect=min(seconds, _CONNECT_TIMEOUT)).as_dict()


def _positive(name: str, value: float, unit: str = "seconds") -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not math.isfinite(value) or value <= 0:
        raise ConfigurationError(f"{name} is {value!r}: pass {unit}, more than 0")
    return value


def _seconds(name: str, value: float) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not math.isfinite(value) or value < 0:
        raise ConfigurationError(f"{name} must be seconds >= 0, got {value!r}.")
    return value


def _count(name: str, value: int, least: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise ConfigurationError(f"{name} is {value!r}: pass a whole number, {least} or more")
    return value


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
