"""Faults of a server that uses raw sockets, byte by byte."""

from collections.abc import Callable

import httpx

from .calls import MARKER
from .raw_server import Connection, FaultHandler, raw

_HTML = {"Content-Type": "text/html"}
_PART = 64 * 1024

Corruption = Callable[[str], bytes]
"""Function from the body of a valid response to the bytes that are sent instead."""


def reset_unread(connection: Connection, request: httpx.Request) -> None:
    """Reset the connection before the request is read."""
    connection.reset()


def reset_unapplied(connection: Connection, request: httpx.Request) -> None:
    """Read the request, and reset the connection without applying the request."""
    connection.read(request)
    connection.reset()


def applied_then_closed(connection: Connection, request: httpx.Request) -> None:
    """Apply the request, and close the connection."""
    connection.apply(request)


def applied_then_reset(connection: Connection, request: httpx.Request) -> None:
    """Apply the request, and reset the connection."""
    connection.apply(request)
    connection.reset()


def reset_in_body(connection: Connection, request: httpx.Request) -> None:
    """Apply the request, and reset the connection in the middle of the response."""
    connection.send(connection.apply(request)[:-40])
    connection.reset()


def applied_then_silent(connection: Connection, request: httpx.Request) -> None:
    """Apply the request, and never respond."""
    connection.apply(request)
    connection.wait_for_end()


def corrupted(corruption: Corruption, *, is_applied: bool) -> FaultHandler:
    """Return a fault that sends corrupted bytes, with or without applying the request."""

    def fault_handler(connection: Connection, request: httpx.Request) -> bool:
        if is_applied:
            connection.apply(request)
        else:
            connection.read(request)
        connection.send(corruption(connection.recorder.success_body()))
        return corruption is not too_long

    return fault_handler


def endless(size: int, *, is_applied: bool) -> FaultHandler:
    """Return a fault that sends a body of this size, in bytes."""

    def fault_handler(connection: Connection, request: httpx.Request) -> None:
        corrupted(lambda _: raw(200, b"", {"Content-Length": str(size)}), is_applied=is_applied)(
            connection, request
        )
        for _ in range(0, size, _PART):
            connection.send(b" " * _PART)

    return fault_handler


def redirect(status: int, location: str) -> Corruption:
    """Return a corruption that redirects to another host."""
    return lambda _: raw(status, b"", {"Location": location})


def half(text: str) -> bytes:
    """Return half of the JSON, with the right Content-Length."""
    return raw(200, text.encode()[: len(text) // 2], {})


def html(text: str) -> bytes:
    """Return the HTML page of a proxy."""
    return raw(200, f"<h1>{MARKER}</h1>".encode(), _HTML)


def empty(text: str) -> bytes:
    """Return an empty body."""
    return raw(200, b"", {})


def latin_1(text: str) -> bytes:
    """Return the text in another charset."""
    headers = {"Content-Type": "application/json; charset=iso-8859-1"}
    return raw(200, text.encode("latin-1"), headers)


def too_long(text: str) -> bytes:
    """Return the whole body with a Content-Length that is too long."""
    return raw(200, text.encode(), {"Content-Length": str(len(text.encode()) + 20)})


def too_short(text: str) -> bytes:
    """Return the whole body with a Content-Length of half of it."""
    return raw(200, text.encode(), {"Content-Length": str(len(text.encode()) // 2)})


def not_gzip(text: str) -> bytes:
    """Return a body that is not gzip, with a header that says so."""
    return raw(200, text.encode(), {"Content-Encoding": "gzip"})


def other_schema(text: str) -> bytes:
    """Return a success whose envelope has another schema."""
    return raw(200, text.replace('"data"', '"deta"').encode(), {})
