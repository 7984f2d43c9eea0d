"""Requests of httpx, as our own clients and a caller's own client build them."""

from collections.abc import Callable
from contextlib import suppress
from http.cookiejar import CookieJar
from typing import Any

import httpx
from campaignkit_runtime.operations import Call

from .._config import Config
from .._response_body import ACCEPT_ENCODING

RequestFactory = Callable[[httpx.Client | httpx.AsyncClient, Config, Call[Any]], httpx.Request]

_CODINGS = frozenset([*ACCEPT_ENCODING.split(", "), "identity"])


def make_own_request(
    http: httpx.Client | httpx.AsyncClient, config: Config, call: Call[Any]
) -> httpx.Request:
    """Return the request that httpx builds, with the part of the query that is written already."""
    request = http.build_request(**config.request(call))
    if written := call.options.get("query"):
        parts = (request.url.query, written.encode())
        request.url = request.url.copy_with(query=b"&".join(filter(None, parts)))
    return request


def make_external_request(
    http: httpx.Client | httpx.AsyncClient, config: Config, call: Call[Any]
) -> httpx.Request:
    """Return the request that a caller's own client builds, and whose response can be read."""
    _drop_unsendable_cookies(http.cookies.jar)
    request = make_own_request(http, config, call)
    codings = [each.strip() for each in request.headers.get("accept-encoding", "").split(",")]
    known = [coding for coding in codings if coding.partition(";")[0].lower() in _CODINGS]
    request.headers["Accept-Encoding"] = ", ".join(known) or "identity"
    return request


def _drop_unsendable_cookies(jar: CookieJar) -> None:
    """Remove the cookies with which httpx cannot build any request: those that are not ASCII."""
    for cookie in list(jar):
        if not f"{cookie.name}{cookie.value}".isascii():
            with suppress(KeyError):  # another thread removed it
                jar.clear(cookie.domain, cookie.path, cookie.name)
