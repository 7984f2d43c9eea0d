"""Requests that are shown and not sent."""

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx

from .output import OutputOptions, write_value

# More of a body that is not JSON is not shown.
_MAX_TEXT = 2_000


class _NotSentError(BaseException):
    """End of a call before it is sent; not an Exception, so that the client does not handle it."""


class CapturingTransport(httpx.BaseTransport):
    """Transport that keeps the requests and sends nothing."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Keep the request, and raise instead of sending it."""
        request.read()
        self.requests.append(request)
        raise _NotSentError

    def capture(self, call: Callable[[], object]) -> httpx.Request:
        """Return the first request of a call through this transport."""
        with suppress(_NotSentError):
            call()
        return self.requests[0]


def write_request(request: httpx.Request, secrets: frozenset[str], options: OutputOptions) -> None:
    """Write a request without the headers that hold a key.

    Args:
        request: The request.
        secrets: Names of these headers in lower case.
        options: Options of the output.
    """
    headers = {
        name: "(hidden)" if name.lower() in secrets else value
        for name, value in request.headers.items()
    }
    body = _body_of(request)
    if options.format != "table":
        fields = {"method": request.method, "url": str(request.url), "headers": headers}
        write_value({**fields, "body": body}, options)
        return
    lines = [f"{request.method} {request.url}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if body is not None:
        lines += [
            "",
            body if isinstance(body, str) else json.dumps(body, indent=2, ensure_ascii=False),
        ]
    sys.stdout.write("\n".join(lines) + "\n")


def _body_of(request: httpx.Request) -> Any:
    if not request.content:
        return None
    try:
        return json.loads(request.content)
    except ValueError:
        kind = request.headers.get("content-type", "").partition(";")[0]
        return f"({len(request.content)} bytes of {kind})"
