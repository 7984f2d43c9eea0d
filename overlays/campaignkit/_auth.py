"""Credentials of a client, and how requests carry them."""

import os
from abc import abstractmethod
from base64 import b64encode
from collections.abc import Generator, Sequence
from typing import Any, Self
from urllib.parse import quote, quote_plus

import httpx
from campaignkit_runtime.operations import Credential

from ._exceptions import ConfigurationError

_BAD_CHARACTERS = "contains characters that are not allowed in"

# Schemes whose key is a pair: `username:password`, or `client_id:client_secret`.
BASIC, OAUTH = "Basic", "OAuth"


class CallAuth(httpx.Auth):
    """What identifies the caller of one call."""

    has_tokens = False
    """True if a token may have to be requested before the call."""

    is_sourced = False
    """True if a function gives the key."""

    header_name = ""
    """Name of the header that is all that it adds to a request; "" if it adds others."""

    def header_value(self) -> str:
        """Return the value of that header."""
        return ""

    @property
    @abstractmethod
    def keys(self) -> "tuple[KeyAuth, ...]":
        """The credentials."""

    @property
    @abstractmethod
    def secrets(self) -> list[str]:
        """Texts that no error may show."""


class KeyAuth(CallAuth):
    """Credential of a client; a repr or a pickle never shows its key."""

    def __init__(self, credential: Credential, key: str | None) -> None:
        self.is_explicit = key is not None
        self.key = os.environ.get(credential.variable) if key is None else key
        self._credential = credential
        if credential.location == "header" and credential.token is None:
            self.header_name = credential.parameter

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[Credential, None]]:
        # Never the key: the process that reads the pickle has a key in its environment.
        return type(self), (self._credential, None)

    def __bool__(self) -> bool:
        return bool(self.key)

    @property
    def keys(self) -> "tuple[KeyAuth, ...]":
        """The credential itself."""
        return (self,)

    @property
    def explicit_key(self) -> Any:
        """What a pickle that includes the key needs."""
        return self.key

    @property
    def secrets(self) -> list[str]:
        """The key, and what is made of it."""
        key = self.key or ""
        made = [_basic(key), key.partition(":")[2]] if self.has_pair else []
        return [secret for secret in (key, *made) if secret]

    @property
    def has_pair(self) -> bool:
        """True if the key is a name and a secret, joined by a colon."""
        return self._credential.scheme in (BASIC, OAUTH)

    def validated(self) -> Self:
        """Return the authorization itself; raise ConfigurationError if its key cannot be sent."""
        key, name, variable = self.key, self._credential.name, self._credential.variable
        label = name.replace("_", " ").replace("api", "API")
        problem = self._problem(key)
        del key  # tracebacks can show locals
        if problem:
            raise ConfigurationError(f"The {label} {problem}. Pass {name}= or set {variable}.")
        return self

    def _problem(self, key: object) -> str:
        """Return why a key cannot be sent; "" if it can."""
        if not key:
            return "is missing"
        if self.has_pair:
            is_pair = isinstance(key, str) and key.isprintable() and key.find(":") > 0
            return "" if is_pair else "must be a name and a secret, joined by a colon"
        if self._credential.location == "cookie" and set(str(key)) & set('",;\\'):
            return f"{_BAD_CHARACTERS} a cookie"
        place = "an HTTP header (a trailing newline?)"
        return "" if is_header_value(key) else f"{_BAD_CHARACTERS} {place}"

    def forget(self) -> None:
        """Drop what the server refused, if another can be requested."""

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Yield the request with the key; it is sent once."""
        self.apply(request)
        yield request

    def apply(self, request: httpx.Request) -> None:
        """Put the key into a request."""
        _, parameter, _, _, location, *_ = self._credential
        key = self.key or ""
        if location == "query":
            request.url = _KeyURL.of(request.url, parameter, key)
        elif location == "cookie":
            others = [request.headers["Cookie"]] if "Cookie" in request.headers else []
            request.headers["Cookie"] = "; ".join([*others, f"{parameter}={key}"])
        else:
            request.headers[parameter] = self.header_value()

    def header_value(self) -> str:
        """Return the value of the header with the key."""
        key, scheme = self.key or "", self._credential.scheme
        return f"{scheme} {_basic(key) if scheme == BASIC else key}".strip()


class CombinedAuth(CallAuth):
    """Several credentials that a call needs together; none of them for a call without any."""

    has_tokens = True

    def __init__(self, auths: Sequence[KeyAuth]) -> None:
        self._auths = tuple(auths)

    def __repr__(self) -> str:
        return "CombinedAuth(***)"

    @property
    def keys(self) -> tuple[KeyAuth, ...]:
        """The credentials."""
        return self._auths

    @property
    def secrets(self) -> list[str]:
        """The secrets of every credential."""
        return [secret for auth in self._auths for secret in auth.secrets]

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Yield the request with every credential; it is sent once."""
        for auth in self._auths:
            auth.apply(request)
        yield request


class _KeyURL(httpx.URL):
    """URL with a key among its query parameters; its text masks the key, as logs show it."""

    _shown: str

    @classmethod
    def of(cls, url: httpx.URL, parameter: str, key: str) -> Self:
        """Return a URL with the key."""
        name = quote(parameter, safe="")
        parts = [part for part in url.query.decode("ascii").split("&") if part]
        # What is encoded already stays as it is; a link of the server may have had the key.
        kept = [part for part in parts if part.partition("=")[0] not in (name, parameter)]
        masked = url.copy_with(query="&".join([*kept, f"{name}=REDACTED"]).encode())
        shown = url._shown if isinstance(url, _KeyURL) else None
        made = cls(url.copy_with(query="&".join([*kept, f"{name}={quote(key, safe='')}"]).encode()))
        made._shown = httpx.URL.__str__(masked) if shown is None else cls._masked(shown, name)
        return made

    @staticmethod
    def _masked(shown: str, name: str) -> str:
        return f"{shown}&{name}=REDACTED"

    def __str__(self) -> str:
        return self._shown

    def __repr__(self) -> str:
        return f"URL({self._shown!r})"


def is_header_value(value: object) -> bool:
    """Return True if a value is printable ASCII text without blanks."""
    is_plain = isinstance(value, str) and value.isascii() and value.isprintable()
    return is_plain and bool(value) and " " not in str(value)


def _basic(pair: str) -> str:
    return b64encode(pair.encode()).decode()


def client_credentials(pair: str) -> str:
    """Return the name and the secret of a client as RFC 6749 sends them: each is encoded first."""
    name, _, secret = pair.partition(":")
    return _basic(f"{quote_plus(name)}:{quote_plus(secret)}")
