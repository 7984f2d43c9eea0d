"""Credentials of a client, and how requests carry them."""

import os
from collections.abc import Generator
from typing import Any, Self

import httpx
from campaignkit_runtime.operations import Credential

from ._exceptions import ConfigurationError

_BAD_CHARACTERS = "contains characters that are not allowed in an HTTP header (a trailing newline?)"


class KeyAuth(httpx.Auth):
    """Credential of a client; a repr or a pickle never shows its key."""

    def __init__(self, credential: Credential, key: str | None) -> None:
        self.is_explicit = key is not None
        self.key = os.environ.get(credential.variable) if key is None else key
        self._credential = credential

    def __repr__(self) -> str:
        return "KeyAuth(***)"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[Credential, None]]:
        # Never the key: the process that reads the pickle has a key in its environment.
        return type(self), (self._credential, None)

    def __bool__(self) -> bool:
        return bool(self.key)

    def validated(self) -> Self:
        """Return the authorization itself; raise ConfigurationError if its key cannot be sent."""
        key, name, variable = self.key, self._credential.name, self._credential.variable
        label = name.replace("_", " ").replace("api", "API")
        problem = _BAD_CHARACTERS if key else "is missing"
        is_good = is_header_value(key)
        del key  # tracebacks can show locals
        if not is_good:
            raise ConfigurationError(f"The {label} {problem}. Pass {name}= or set {variable}.")
        return self

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Yield the request with the key; it is sent once."""
        _, parameter, scheme, _, location = self._credential
        if location == "query":
            request.url = _KeyURL.of(request.url, parameter, self.key)
        else:
            request.headers[parameter] = f"{scheme} {self.key}".strip()
        yield request


class _KeyURL(httpx.URL):
    """URL with a key among its query parameters; its text masks the key, as logs show it."""

    parameter: str

    @classmethod
    def of(cls, url: httpx.URL, parameter: str, key: str | None) -> Self:
        """Return a URL with the key."""
        with_key = cls(url.copy_set_param(parameter, key))
        with_key.parameter = parameter
        return with_key

    def __str__(self) -> str:
        return str(self.copy_set_param(self.parameter, "REDACTED"))

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"


def is_header_value(value: object) -> bool:
    """Return True if a value is printable ASCII text without blanks."""
    is_plain = isinstance(value, str) and value.isascii() and value.isprintable()
    return is_plain and bool(value) and " " not in str(value)
