"""Requests of our own clients as bytes, equal to those that httpx writes.

The headers come from a sample that httpx itself builds, once for each method.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

import httpx
from campaignkit_runtime.operations import Call
from campaignkit_wire.messages import Request

from .._auth import CallAuth
from .._config import Config
from .request_factory import RequestBuilder
from .serialization import is_field, serialized

# What httpx leaves in a path as it is. A dot is not among it, for "." and ".." are resolved.
_PLAIN_PATH = re.compile(r"/[\w%~!$&'()*+,;=:@/-]*", re.ASCII)
_PLAIN_NAME = re.compile(r"[\w.~-]+", re.ASCII)
_PLAIN_VALUE = re.compile(r"[\w.~,-]*", re.ASCII)  # a comma is quoted

_WRITTEN = re.compile(r"[\w.~%=&+,;:@!$'()*/?\[\]-]*", re.ASCII)  # what is quoted already

_MAX_KEYS = 16

_PLAIN_LENGTH = 30_000  # httpx refuses URLs of twice that length

# Headers that say what the body is, which must agree with it.
_FRAMING = (b"content-type", b"content-length", b"transfer-encoding")

_PLAIN_OPTIONS = frozenset(["params", "query", "headers", "json"])


def is_plain(call: Call[Any], auth: CallAuth) -> bool:
    """Return True if a request can be written here: a header has the key, and the body is whole."""
    return bool(auth.header_name) and isinstance(call.options.get("content", b""), bytes)


class RequestWriter:
    """Writer of the requests to one base URL."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._prefix = httpx.URL(config.base_url).raw_path.decode().rstrip("/")
        self._starts: dict[tuple[str, bool], bytes] = {}
        self._ends: dict[CallAuth, bytes] = {}
        self._build = RequestBuilder(config)

    def __call__(self, call: Call[Any], auth: CallAuth) -> Request:
        """Return the request of a call with its key."""
        options, method, own = call.options, call.operation.method, b""
        target = self._target(call.path, options)
        if target is None or not options.keys() <= _PLAIN_OPTIONS:
            return self._general(call, auth)
        if headers := options.get("headers"):
            written = self._own_headers(method, headers, auth.header_name)
            if written is None:
                return self._general(call, auth)
            own = written
        has_body = "json" in options
        start = self._starts.get((method, has_body)) or self._start(method, has_body=has_body)
        end = self._ends.get(auth) or self._end(auth)
        line = f"{method} {target} HTTP/1.1\r\n".encode()
        if not has_body:
            return Request(method, b"".join((line, start, own, end)))
        body = _json(options["json"])
        length = b"Content-Length: %d\r\nContent-Type: application/json\r\n" % len(body)
        return Request(method, b"".join((line, start, own, length, end)), body)

    def _general(self, call: Call[Any], auth: CallAuth) -> Request:
        """Return the request that httpx builds."""
        request = self._build(call)
        next(auth.auth_flow(request))
        stream: Any = request.stream
        return serialized(request.method, request.url.raw_path, request.headers.raw, stream)

    def _target(self, path: str, options: Mapping[str, Any]) -> str | None:
        """Return the target of a request; None if httpx must quote it."""
        if not _PLAIN_PATH.fullmatch(path):
            return None
        target = self._prefix + path
        if options:
            query = _plain_query(options.get("params") or {}, options.get("query", ""))
            if query is None:
                return None
            target = f"{target}?{query}" if query else target
        return target if len(target) < _PLAIN_LENGTH else None

    def _own_headers(
        self, method: str, headers: Mapping[str, Any], key_header: str
    ) -> bytes | None:
        """Return the lines of a call's own headers; None if they are not simply added."""
        known = {name.lower() for name, _ in self._build.sample(method).headers.raw}
        known |= {*_FRAMING, key_header.lower().encode()}
        lines = []
        for name, value in headers.items():
            if not (isinstance(value, str) and value.isascii() and name.isascii()):
                return None
            raw_name, raw_value = name.encode(), value.encode()
            if raw_name.lower() in known or not is_field(raw_name, raw_value):
                return None
            known.add(raw_name.lower())
            lines.append(b"%b: %b\r\n" % (raw_name, raw_value))
        return b"".join(lines)

    def _start(self, method: str, *, has_body: bool) -> bytes:
        """Return the headers that all calls of a method have; the length follows with a body."""
        lines = [
            b"%b: %b\r\n" % item
            for item in self._build.sample(method).headers.raw
            if not (has_body and item[0].lower() == b"content-length")
        ]
        return self._starts.setdefault((method, has_body), b"".join(lines))

    def _end(self, auth: CallAuth) -> bytes:
        """Return the header of the key, and the empty line."""
        if len(self._ends) >= _MAX_KEYS:  # each key of a client whose keys change
            self._ends.clear()
        name = auth.header_name.encode()
        return self._ends.setdefault(auth, b"%b: %b\r\n\r\n" % (name, auth.header_value().encode()))


def _plain_query(params: Mapping[str, Any], written: str) -> str | None:
    """Return a query; None if httpx must quote it."""
    parts = []
    for name, value in params.items():
        text = str(value) if type(value) is int else value
        if not isinstance(text, str) or not _PLAIN_VALUE.fullmatch(text):
            return None
        if not _PLAIN_NAME.fullmatch(name):
            return None
        parts.append(f"{name}={text.replace(',', '%2C')}")
    if written:
        if not _WRITTEN.fullmatch(written):
            return None
        parts.append(written)
    return "&".join(parts)


def _json(value: Any) -> bytes:
    """Return JSON as httpx writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
