"""What a server can do to a request other than answering it, byte by byte."""

from collections.abc import Callable

import httpx

from .calls import MARKER
from .raw_server import Connection, Misdeed, raw

_HTML = {"Content-Type": "text/html"}
_PART = 64 * 1024

Spoil = Callable[[str], bytes]
"""From the body of a good answer to what is sent instead."""


def reset_unread(connection: Connection, request: httpx.Request) -> None:
    """End it before the request is read."""
    connection.reset()


def reset_unapplied(connection: Connection, request: httpx.Request) -> None:
    """End it when the request was read, and do nothing about it."""
    connection.read(request)
    connection.reset()


def applied_then_closed(connection: Connection, request: httpx.Request) -> None:
    """Do what was asked for, and hang up."""
    connection.apply(request)


def applied_then_reset(connection: Connection, request: httpx.Request) -> None:
    """Do what was asked for, and end it rudely."""
    connection.apply(request)
    connection.reset()


def reset_in_body(connection: Connection, request: httpx.Request) -> None:
    """Do what was asked for, and end it in the middle of the answer."""
    connection.send(connection.apply(request)[:-40])
    connection.reset()


def applied_then_silent(connection: Connection, request: httpx.Request) -> None:
    """Do what was asked for, and never answer."""
    connection.apply(request)
    connection.wait_for_end()


def spoiled(spoil: Spoil, *, is_applied: bool) -> Misdeed:
    """Send something else than the answer, whether or not the request was carried out."""

    def misdeed(connection: Connection, request: httpx.Request) -> bool:
        if is_applied:
            connection.apply(request)
        else:
            connection.read(request)
        connection.send(spoil(connection.vendor.good_text()))
        return spoil is not too_long

    return misdeed


def endless(size: int, *, is_applied: bool) -> Misdeed:
    """Send so many bytes, as long as the client takes them."""

    def misdeed(connection: Connection, request: httpx.Request) -> None:
        spoiled(lambda _: raw(200, b"", {"Content-Length": str(size)}), is_applied=is_applied)(
            connection, request
        )
        for _ in range(0, size, _PART):
            connection.send(b" " * _PART)

    return misdeed


def redirect(status: int, location: str) -> Spoil:
    """Point to another host."""
    return lambda _: raw(status, b"", {"Location": location})


def half(text: str) -> bytes:
    """Half of the JSON, under the length that half has."""
    return raw(200, text.encode()[: len(text) // 2], {})


def html(text: str) -> bytes:
    """A page, as proxies have them."""
    return raw(200, f"<h1>{MARKER}</h1>".encode(), _HTML)


def empty(text: str) -> bytes:
    """Nothing."""
    return raw(200, b"", {})


def latin_1(text: str) -> bytes:
    """The right text in the wrong bytes."""
    headers = {"Content-Type": "application/json; charset=iso-8859-1"}
    return raw(200, text.encode("latin-1"), headers)


def too_long(text: str) -> bytes:
    """All of the answer, under a length that more would have; then it is over."""
    return raw(200, text.encode(), {"Content-Length": str(len(text.encode()) + 20)})


def too_short(text: str) -> bytes:
    """All of the answer, under a length that half of it would have; more can be said after it."""
    return raw(200, text.encode(), {"Content-Length": str(len(text.encode()) // 2)})


def not_gzip(text: str) -> bytes:
    """An encoding that it does not have."""
    return raw(200, text.encode(), {"Content-Encoding": "gzip"})


def other_shape(text: str) -> bytes:
    """A success, says the envelope, around something that is not in the spec."""
    return raw(200, text.replace('"data"', '"deta"').encode(), {})
