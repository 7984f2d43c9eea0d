"""Evidence of a problem: the request as a curl line and an excerpt of the response.

Neither contains a key or personal data.
"""

import json
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from ..exchange import Exchange
from .redaction import MASK, mask_personal, mask_text, printable

_MAX_BODY = 600  # characters
_SHOWN_HEADERS = ("content-type", "idempotency-key")


@dataclass(frozen=True)
class Evidence:
    """One exchange, in a form that can be shown."""

    curl: str
    status: int
    response: str

    @classmethod
    def of(cls, exchange: Exchange, base_url: str, vendor: str) -> "Evidence":
        """Return the evidence of an exchange.

        Args:
            exchange: The exchange.
            base_url: URL of the server.
            vendor: The vendor, whose key the line takes from the environment.
        """
        return cls(
            " ".join(_curl(exchange, base_url, vendor)),
            exchange.status,
            body_excerpt(exchange.body),
        )


def body_excerpt(body: bytes | None) -> str:
    """Return the beginning of a body, with personal data masked."""
    if body is None:
        return "(not recorded)"
    try:
        text = json.dumps(mask_personal(json.loads(body)), ensure_ascii=False)
    except (ValueError, RecursionError):
        text = mask_text(body[: 2 * _MAX_BODY].decode(errors="replace"))
    text = printable(text)
    return text if len(text) <= _MAX_BODY else f"{text[:_MAX_BODY]}..."


def _curl(exchange: Exchange, base_url: str, vendor: str) -> Iterator[str]:
    yield f"curl -X {shlex.quote(exchange.method)}"
    yield shlex.quote(f"{base_url}{_masked_target(exchange.target)}")
    if credential := exchange.request_headers.get("authorization"):
        # Double quotes let the shell fill in the key.
        scheme = "Bearer " if credential.lower().startswith("bearer ") else ""
        yield f'-H "Authorization: {scheme}${vendor.upper() or "API"}_API_KEY"'
    for name in _SHOWN_HEADERS:
        if name in exchange.request_headers:
            yield "-H " + shlex.quote(f"{name}: {exchange.request_headers[name]}")
    if exchange.request_body:
        yield f"-d {shlex.quote(body_excerpt(exchange.request_body))}"


def _masked_target(target: str) -> str:
    """Return a path and query without phone numbers and email addresses."""
    path, mark, query = target.partition("?")
    segments = "/".join(_masked(part) for part in path.split("/"))
    return segments + mark + "&".join(_masked(part) for part in query.split("&"))


def _masked(part: str) -> str:
    text = unquote(part)
    return part if mask_text(text) == text else MASK
