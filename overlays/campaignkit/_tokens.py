"""Tokens of OAuth 2.0 for client credentials (RFC 6749, section 4.4).

A token is requested by the first call that needs it, and again shortly before it expires. Calls at
the same time wait for one request. A token is in memory only.
"""

import json
import threading
from typing import Any, NamedTuple

import httpx
from campaignkit_runtime.operations import Call, Credential, TokenSource

from ._auth import KeyAuth, client_credentials, is_header_value
from ._config import validate_base_url
from ._exceptions import (
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    CampaignKitError,
)
from ._loop_locks import LoopLocks
from ._response_errors import describe_call, error_context

MAX_TOKEN_BYTES = 64 * 1024

# A token is renewed before it expires: by this share of its life, at most by so many seconds.
_RENEWAL_SHARE, _RENEWAL_SECONDS = 0.2, 60.0


class Token(NamedTuple):
    """Token, and the time of its renewal on the monotonic clock."""

    value: str
    renew_at: float | None


class TokenAuth(KeyAuth):
    """Client credentials, and the token that the server issued for them."""

    has_tokens = True

    def __init__(self, credential: Credential, key: str | None) -> None:
        super().__init__(credential, key)
        assert credential.token is not None  # noqa: S101 - it is the credential of a token
        self._source: TokenSource = credential.token
        self._token: Token | None = None
        self.lock = threading.Lock()
        """Held by the call that requests a token."""
        self.loop_locks = LoopLocks()
        """Locks like it, for async calls."""

    @property
    def secrets(self) -> list[str]:
        """The credentials, and the token."""
        sent = client_credentials(self.key) if self.key else ""
        token = self._token.value if self._token else ""
        return [*super().secrets, *filter(None, (sent, token))]

    def is_due(self, now: float) -> bool:
        """Return True if a token must be requested before a call."""
        token = self._token
        return token is None or (token.renew_at is not None and now >= token.renew_at)

    def forget(self) -> None:
        """Drop a token that the server refused."""
        self._token = None

    def apply(self, request: httpx.Request) -> None:
        """Put the token into a request."""
        token = self._token.value if self._token else ""
        request.headers["Authorization"] = f"Bearer {token}".strip()

    def request(self, call_request: httpx.Request) -> httpx.Request:
        """Return the request for a token, with the timeouts of a call's request."""
        url = call_request.url.join(self._source.url)
        known = call_request.url  # which was validated
        if (url.scheme, url.host) != (known.scheme, known.host):
            validate_base_url(str(url.copy_with(query=None)))
        data = {"grant_type": "client_credentials"}
        if self._source.scopes:
            data["scope"] = " ".join(self._source.scopes)
        headers = {
            "Accept": "application/json",
            "User-Agent": call_request.headers["User-Agent"],
            "Authorization": f"Basic {client_credentials(self.key or '')}",
        }
        extensions = call_request.extensions
        names = [name for name in extensions if name in ("timeout", "deadline")]
        kept: dict[str, Any] = {name: extensions[name] for name in names}
        return httpx.Request("POST", url, data=data, headers=headers, extensions=kept)

    def accept(
        self, call: Call[Any], status: int, content: bytes, now: float
    ) -> CampaignKitError | None:
        """Store the token of a response; return an error if it contains no valid token."""
        if status in (400, 401, 403):
            problem = f"the token endpoint refused the credentials ({status}). Check {self._name}."
            return _refused(call, problem, status)
        if status != 200:
            return token_failure(call, f"the token endpoint returned {status}.")
        found = _parsed(content)
        value, seconds = found.get("access_token"), found.get("expires_in")
        is_bearer = str(found.get("token_type", "bearer")).lower() == "bearer"
        if not is_header_value(value) or not is_bearer:
            return token_failure(call, "the token endpoint returned no bearer token.")
        is_known = isinstance(seconds, int | float) and not isinstance(seconds, bool)
        renew_at = None
        if is_known:
            life = max(0.0, float(seconds or 0))
            renew_at = now + life - min(_RENEWAL_SECONDS, _RENEWAL_SHARE * life)
        self._token = Token(str(value), renew_at)
        return None

    @property
    def _name(self) -> str:
        return self._credential.name


def token_failure(
    call: Call[Any], problem: str, cause: BaseException | None = None, *, is_timeout: bool = False
) -> APIConnectionError:
    """Return the error of a call that was not sent because its token is missing."""
    kind = APITimeoutError if is_timeout else APIConnectionError
    error = kind(f"{describe_call(call)} was not sent: {problem}", **error_context(call))
    error.__cause__ = cause
    return error


def _refused(call: Call[Any], problem: str, status: int) -> AuthenticationError:
    message = f"{describe_call(call)} was not sent: {problem}"
    fields = error_context(call) | {"status_code": status}
    return AuthenticationError(message, **fields, outcome="rejected")


def _parsed(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
