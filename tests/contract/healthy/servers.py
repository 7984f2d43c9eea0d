"""Servers of other forms: encodings, headers, bodies, times, cursors and errors."""

import gzip
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import httpx
from campaignkit_fake import Fake
from werkzeug.http import http_date

from .server import (
    Send,
    additive,
    change_values,
    healthy,
    respond,
    with_body,
    with_headers,
)

_ID = re.compile(r"\b(?!507f1f77bcf86cd799439011|f{24})[0-9a-f]{24}\b")
_OTHER_ID = re.compile(r"\bid_([0-9a-f]{24})\b")


@healthy
def gzip_encoded(_: Fake, send: Send) -> Send:
    """Bodies are compressed with gzip."""
    return _encoded(send, "gzip", gzip.compress)


@healthy
def deflate_encoded(_: Fake, send: Send) -> Send:
    """Bodies are compressed with deflate."""
    return _encoded(send, "deflate", zlib.compress)


def _encoded(send: Send, name: str, compress: Any) -> Send:
    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        data = compress(response.read())
        headers = {**response.headers, "Content-Encoding": name, "Vary": "Accept-Encoding"}
        headers["Content-Length"] = str(len(data))
        return httpx.Response(response.status_code, headers=headers, stream=httpx.ByteStream(data))

    return handle


@healthy
def chunked(_: Fake, send: Send) -> Send:
    """Bodies come in chunks, without Content-Length."""

    def parts(data: bytes) -> Iterator[bytes]:
        yield data[:7]
        yield data[7:]

    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        headers = {**response.headers, "Transfer-Encoding": "chunked"}
        headers.pop("content-length", None)
        return httpx.Response(response.status_code, headers=headers, content=parts(response.read()))

    return handle


@healthy
def http_1_0(_: Fake, send: Send) -> Send:
    """The server speaks HTTP/1.0 and closes every connection."""

    def handle(request: httpx.Request) -> httpx.Response:
        response = with_headers(send, lambda headers: {**headers, "Connection": "close"})(request)
        response.extensions["http_version"] = b"HTTP/1.0"
        return response

    return handle


@healthy
def small_header_names(_: Fake, send: Send) -> Send:
    """Names of headers are in small letters."""
    return with_headers(send, lambda headers: {key.lower(): headers[key] for key in headers})


@healthy
def capital_header_names(_: Fake, send: Send) -> Send:
    """Names of headers are in capitals."""
    return with_headers(send, lambda headers: {key.upper(): headers[key] for key in headers})


@healthy
def more_headers(_: Fake, send: Send) -> Send:
    """Responses have headers of proxies and of security."""
    more = {
        "Server": "nginx",
        "Set-Cookie": "lb=7; Path=/; HttpOnly",
        "Strict-Transport-Security": "max-age=31536000",
        "Vary": "Origin",
        "X-Request-Id": "4f1c",
        "X-RateLimit-Remaining": "41",
    }
    return with_headers(send, lambda headers: {**headers, **more})


@healthy
def charset_named(_: Fake, send: Send) -> Send:
    """The content type names its charset."""
    return with_headers(
        send,
        lambda headers: {
            name: f"{value}; charset=utf-8" if name.lower() == "content-type" else value
            for name, value in headers.items()
        },
    )


@healthy
def challenge(_: Fake, send: Send) -> Send:
    """A 401 has WWW-Authenticate."""

    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        if response.status_code == 401:
            response.headers["WWW-Authenticate"] = 'Bearer realm="api"'
        return response

    return handle


@healthy
def date_ahead(fake: Fake, send: Send) -> Send:
    """The clock of the server that sends the date is ten minutes ahead."""

    def ahead(headers: dict[str, str]) -> dict[str, str]:
        return {**headers, "Date": http_date(fake.clock.time() + 600)}

    return with_headers(send, ahead)


@healthy
def without_date(_: Fake, send: Send) -> Send:
    """Responses have no Date."""
    return with_headers(
        send, lambda headers: {name: headers[name] for name in headers if name.lower() != "date"}
    )


@healthy
def keys_reversed(_: Fake, send: Send) -> Send:
    """Objects have their keys in another order."""

    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in reversed(value)}
        return [turned(item) for item in value] if isinstance(value, list) else value

    return with_body(send, turned)


@healthy
def spaced_and_escaped(_: Fake, send: Send) -> Send:
    """JSON is indented, and all but ASCII is escaped."""

    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        data = response.read()
        return (
            respond(response, json.dumps(json.loads(data), indent=2).encode()) if data else response
        )

    return handle


@healthy
def uuid_traces(_: Fake, send: Send) -> Send:
    """Trace ids are UUIDs."""
    numbers = count(1)

    def traced(body: Any) -> Any:
        if isinstance(body, dict) and "traceId" in body:
            return {**body, "traceId": str(UUID(int=next(numbers)))}
        return body

    return with_body(send, traced)


@healthy
def other_ids(_: Fake, send: Send) -> Send:
    """Ids have another form."""

    def handle(request: httpx.Request) -> httpx.Response:
        url = httpx.URL(_OTHER_ID.sub(r"\1", str(request.url)))
        content = _OTHER_ID.sub(r"\1", request.read().decode("latin-1")).encode("latin-1")
        known = {name: _OTHER_ID.sub(r"\1", value) for name, value in request.headers.items()}
        headers = {**known, "Content-Length": str(len(content))}
        inner = httpx.Request(
            request.method, url, headers=headers, content=content, extensions=request.extensions
        )
        response = send(inner)
        # An unknown id is returned as it was sent.
        sent = {*_ID.findall(_OTHER_ID.sub("", unquote(f"{request.url} {request.content!r}")))}
        text = _ID.sub(
            lambda match: match[0] if match[0] in sent else f"id_{match[0]}",
            response.read().decode(),
        )
        return respond(response, text.encode())

    return handle


def _moment(change: Any) -> Any:
    def changed(name: str, value: Any) -> Any:
        is_moment = isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", value)
        return change(datetime.fromisoformat(value)) if is_moment else value

    return lambda body: change_values(body, changed)


@healthy
def other_zone(_: Fake, send: Send) -> Send:
    """Moments are in the time of Tokyo."""
    tokyo = timezone(timedelta(hours=9))
    return with_body(send, _moment(lambda moment: moment.astimezone(tokyo).isoformat()))


@healthy
def microseconds(_: Fake, send: Send) -> Send:
    """Moments have six digits after the second."""
    return with_body(
        send,
        _moment(
            lambda moment: (
                moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
            )
        ),
    )


@healthy
def other_cursors(_: Fake, send: Send) -> Send:
    """A cursor has another form at every response."""
    known: dict[str, str] = {}

    def issued(name: str, value: Any) -> Any:
        if name == "nextCursor" and value:
            known[f"c{len(known)}/+ä"] = value
            return list(known)[-1]
        return value

    def handle(request: httpx.Request) -> httpx.Response:
        cursor = request.url.params.get("cursor")
        if cursor in known:
            request.url = request.url.copy_set_param("cursor", known[cursor])
        return with_body(send, lambda body: change_values(body, issued))(request)

    return handle


@healthy
def other_messages(_: Fake, send: Send) -> Send:
    """Messages and details of errors are in another language."""

    def translated(name: str, value: Any) -> Any:
        return "Das geht nicht (§ 7)." if name in {"message", "details"} and value else value

    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        if response.status_code < 400 or not response.read():
            return response
        body = change_values(json.loads(response.read()), translated)
        return respond(response, json.dumps(body, ensure_ascii=False).encode())

    return handle


@healthy
def more_methods_allowed(_: Fake, send: Send) -> Send:
    """A 405 also allows HEAD and OPTIONS."""

    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        if "Allow" in response.headers and request.method not in {"HEAD", "OPTIONS"}:
            response.headers["Allow"] += ", HEAD, OPTIONS"
        return response

    return handle


@healthy
def validated_before_authentication(_: Fake, send: Send) -> Send:
    """An invalid request is rejected before its key is looked at."""

    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        if response.status_code != 401:
            return response
        vendor = (
            "fake-callers" if not request.url.path.startswith("/v1/") else "Bearer fake-sonarly"
        )
        is_secret = request.url.path.startswith("/admin/")
        trusted = {"X-Sync-Secret": "fake-sync"} if is_secret else {"Authorization": vendor}
        if request.method != "GET":
            return response
        headers = {**request.headers, **trusted}
        valid = send(httpx.Request(request.method, request.url, headers=headers))
        return valid if valid.status_code == 400 else response

    return handle


@healthy
def one_502(_: Fake, send: Send) -> Send:
    """A proxy returns 502 for the first request of each kind."""
    return _failing_first(send, 502, {})


@healthy
def one_429(_: Fake, send: Send) -> Send:
    """The first request of each kind gets a 429 with Retry-After."""
    return _failing_first(send, 429, {"Retry-After": "1"})


def _failing_first(send: Send, status: int, headers: dict[str, str]) -> Send:
    seen: Counter[str] = Counter()

    def handle(request: httpx.Request) -> httpx.Response:
        place = f"{request.method} {_ID.sub('*', request.url.path)}"
        seen[place] += 1
        is_write = request.method != "GET"
        if seen[place] > 1 or (status == 502 and is_write):
            return send(request)
        if request.url.path.startswith("/v1/"):
            error = {"code": "BUSY", "message": "Try again.", "details": None}
            body: Any = {"success": False, "data": None, "error": error, "traceId": f"t{len(seen)}"}
        else:
            body = {"status": "error", "message": "Try again."}
        return httpx.Response(status, headers=headers, json=body)

    return handle


@additive
def more_fields(_: Fake, send: Send) -> Send:
    """Objects of successes have a field that the spec does not name."""

    def extended(value: Any) -> Any:
        if isinstance(value, dict):
            fields = {key: extended(child) for key, child in value.items()}
            return {**fields, "xNew": "new"}
        return [extended(item) for item in value] if isinstance(value, list) else value

    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        if response.status_code >= 300 or not response.read():
            return response
        return respond(response, json.dumps(extended(json.loads(response.read()))).encode())

    return handle


@additive
def more_fields_everywhere(_: Fake, send: Send) -> Send:
    """Every object has a field that the spec does not name, also in errors."""
    return with_body(send, _extended)


def _extended(value: Any) -> Any:
    if isinstance(value, dict):
        return {**{key: _extended(child) for key, child in value.items()}, "xNew": {"is": "new"}}
    return [_extended(item) for item in value] if isinstance(value, list) else value


@additive
def more_statuses(_: Fake, send: Send) -> Send:
    """Failed calls and scans have a status that no document names."""
    return with_body(
        send,
        lambda body: change_values(
            body, lambda name, value: "SNOOZED" if (name, value) == ("status", "DONE") else value
        ),
    )
