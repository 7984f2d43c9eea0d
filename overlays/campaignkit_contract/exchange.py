"""HTTP exchange: one request and its response, independent of the client that sent it."""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx

from .causes import unreadable_cause

# Placeholders that recorders write instead of a secret.
_PLACEHOLDER = re.compile(r"[\[<{]\s*[\w -]+\s*[\]>}]|\*{3}|redact|filter|sanitiz", re.IGNORECASE)


MALFORMED = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""Errors of reading a value that has another type than HAR says."""


PATH_PREFIX = "campaignkit_path_prefix"
"""Extension of an httpx response: the path of the base URL, which the spec does not have."""


class RecordingError(Exception):
    """Error for a recording that is not HAR 1.2."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its response, as they were on the wire."""

    method: str
    target: str
    """The raw path and query, percent-encoded as they were sent."""
    status: int
    headers: httpx.Headers
    """Headers of the response."""
    body: bytes | None
    """Body of the response without content encoding; None if a recording left it out."""
    request_headers: httpx.Headers = field(default_factory=httpx.Headers)
    request_body: bytes | None = b""
    hidden_headers: frozenset[str] = frozenset()
    """Request headers, in lower case, whose values a recording does not contain."""

    @property
    def path(self) -> str:
        """Return the raw path."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        """Return the raw query."""
        return self.target.partition("?")[2]

    @property
    def date(self) -> datetime | None:
        """Return the moment in the first header Date, because proxies can add another one.

        It is None without a header that can be read.
        """
        try:
            [first, *_] = self.headers.get_list("date")
            moment = parsedate_to_datetime(first)
        except ValueError:
            return None
        # The zone -0000 means UTC. The parser returns it without a zone (RFC 5322, 3.3).
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    @classmethod
    def from_httpx(cls, response: httpx.Response) -> "Exchange":
        """Return the exchange of an httpx response whose body has been read."""
        request = response.request
        prefix: bytes = response.extensions.get(PATH_PREFIX, b"")
        try:
            request_body: bytes | None = request.content
        except httpx.RequestNotRead:
            request_body = None
        return cls(
            method=request.method,
            target=request.url.raw_path.removeprefix(prefix).decode("ascii"),
            status=response.status_code,
            headers=response.headers,
            body=response.content,
            request_headers=request.headers,
            request_body=request_body,
        )

    @classmethod
    def from_har(
        cls, entry: Any, *, target: str | None = None, hidden_headers: frozenset[str] = frozenset()
    ) -> "Exchange":
        """Return the exchange of one HAR entry.

        Args:
            entry: The entry, parsed from JSON.
            target: Path and query as the server received them, if the URL differs.
            hidden_headers: Headers that the recorder leaves out of every request.

        Raises:
            RecordingError: The entry is not HAR 1.2.
        """
        try:
            request, response = entry["request"], entry["response"]
            headers = _recorded_headers(request["headers"])
            placeholders = {name for name in headers if _PLACEHOLDER.search(headers[name])}
            return cls(
                method=request["method"].upper(),
                target=_target(request["url"]) if target is None else target,
                status=int(response["status"]),
                headers=_recorded_headers(response["headers"]),
                body=_recorded_body(response.get("content") or {}),
                request_headers=headers,
                request_body=_posted_body(request.get("postData")),
                hidden_headers=hidden_headers | placeholders,
            )
        except MALFORMED as error:
            raise RecordingError(
                f"is not an entry of HAR 1.2: {unreadable_cause(error)}"
            ) from error


def _target(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def header_pairs(headers: Any) -> list[tuple[str, str]]:
    """Return the headers of a recording as pairs.

    Args:
        headers: Objects with name and value, as HAR has them. Scripts also write a mapping of
            names to one value or several, or pairs.
    """
    if isinstance(headers, Mapping):
        items = [
            (name, value)
            for name, values in headers.items()
            for value in (values if isinstance(values, list) else [values])
        ]
    else:
        items = [
            (header["name"], header["value"]) if isinstance(header, Mapping) else tuple(header)
            for header in headers
        ]
    return [(str(name), str(value)) for name, value in items]


def _recorded_headers(headers: Any) -> httpx.Headers:
    # Browsers also list the pseudo-headers of HTTP/2, such as `:path`.
    return httpx.Headers(
        [
            (name.encode(), value.encode())
            for name, value in header_pairs(headers)
            if not name.startswith(":")
        ]
    )


def _posted_body(posted: Any) -> bytes | None:
    """Return the body of a request; None if the recording left it out."""
    if not posted:
        return b""
    if posted.get("text") is None and posted.get("params"):
        pairs = [(field["name"], field.get("value", "")) for field in posted["params"]]
        return urlencode(pairs).encode()
    # A posted body without text is unknown, not empty.
    return _recorded_body({"size": 1, **posted})


def _recorded_body(content: dict[str, Any]) -> bytes | None:
    text = content.get("text")
    if text is None:
        return None if content.get("size", 0) > 0 else b""
    if content.get("encoding") == "base64":
        try:
            return base64.b64decode(text, validate=True)
        except binascii.Error:
            return None
    # Scripts also write the JSON value itself.
    return (text if isinstance(text, str) else json.dumps(text)).encode()


def payload(exchange: Exchange) -> Any:
    """Return the parsed body of a response, without the envelope if it has one."""
    body = json_body(exchange)
    return body["data"] if isinstance(body, dict) and "data" in body else body


def json_body(exchange: Exchange) -> Any:
    """Return the parsed body of a response, with its envelope; None without a body."""
    return json.loads(exchange.body or b"null")
