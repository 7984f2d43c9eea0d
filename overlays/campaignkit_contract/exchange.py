"""One request and the answer to it, and what may be said against them."""

import base64
import binascii
import re
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

import httpx

Kind = Literal["breaking", "additive"]
"""`breaking`: the spec rejects it. `additive`: only the strict twin does, or there is more than the
spec names."""

Check = Literal[
    "route",  # the path or the method is not one of the spec
    "status",
    "headers",
    "content-type",
    "body",  # missing, superfluous or no JSON
    "schema",
    "envelope",
    "links",
    "negative",  # a request that the spec refuses was fulfilled
]

# What recorders write in the place of a secret.
_PLACEHOLDER = re.compile(r"[\[<{]\s*[\w -]+\s*[\]>}]|\*{3}|redact|filter|sanitiz", re.IGNORECASE)


class RecordingError(Exception):
    """A recorded entry is not as HAR 1.2 has it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with an exchange."""

    kind: Kind
    check: Check
    place: str
    """A JSON pointer into the answer's body (empty for all of it), or the name of a header, a
    parameter or a link."""
    sentence: str
    operation: str = ""
    """The operationId; the method and the path's template where the spec has no such operation."""

    def __str__(self) -> str:
        place = f" at {self.place}" if self.place else ""
        return f"{self.kind} {self.check}: {self.operation}{place}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and the answer to it, as they were on the wire."""

    method: str
    target: str
    """The raw path and query, percent-encoded as they were sent."""
    status: int
    headers: httpx.Headers
    """The answer's."""
    body: bytes | None
    """The answer's, without content encoding; None where a recording left it out."""
    request_headers: httpx.Headers = field(default_factory=httpx.Headers)
    request_body: bytes | None = b""
    hidden: frozenset[str] = frozenset()
    """Request headers, in lower case, of which a recording does not tell what was sent."""

    @property
    def path(self) -> str:
        """The raw path."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        """The raw query."""
        return self.target.partition("?")[2]

    @classmethod
    def from_httpx(cls, response: httpx.Response) -> "Exchange":
        """The exchange that a response ended; its body must have been read."""
        request = response.request
        try:
            request_body: bytes | None = request.content
        except httpx.RequestNotRead:
            request_body = None
        return cls(
            method=request.method,
            target=request.url.raw_path.decode("ascii"),
            status=response.status_code,
            headers=response.headers,
            body=response.content,
            request_headers=request.headers,
            request_body=request_body,
        )

    @classmethod
    def from_har(
        cls, entry: Any, *, target: str | None = None, hidden: frozenset[str] = frozenset()
    ) -> "Exchange":
        """The exchange of an entry of a HAR; a RecordingError where it is none.

        `target` is what the server saw, if that is not what the URL says. `hidden` names headers
        that the recorder leaves out of all requests.
        """
        try:
            request, response = entry["request"], entry["response"]
            headers = _recorded_headers(request["headers"])
            posted = request.get("postData")
            return cls(
                method=request["method"],
                target=_target(request["url"]) if target is None else target,
                status=int(response["status"]),
                headers=_recorded_headers(response["headers"]),
                body=_recorded_body(response.get("content") or {}),
                request_headers=headers,
                # Without its text a posted body is unknown, not empty.
                request_body=_recorded_body({"size": 1, **posted}) if posted else b"",
                hidden=hidden | {name for name in headers if _PLACEHOLDER.search(headers[name])},
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise RecordingError(f"{type(error).__name__}: {error}") from error


def _target(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _recorded_headers(headers: list[dict[str, str]]) -> httpx.Headers:
    pairs = [(each["name"], each["value"]) for each in headers]
    # Browsers list the pseudo-headers of HTTP/2 too, such as `:path`.
    return httpx.Headers(
        [(name.encode(), value.encode()) for name, value in pairs if not name.startswith(":")]
    )


def _recorded_body(content: dict[str, Any]) -> bytes | None:
    text = content.get("text")
    if text is None:
        return None if content.get("size", 0) > 0 else b""
    if content.get("encoding") == "base64":
        try:
            return base64.b64decode(text, validate=True)
        except binascii.Error:
            return None
    return str(text).encode()
