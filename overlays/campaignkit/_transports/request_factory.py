"""Requests of httpx, as our own clients and a caller's own client build them."""

import re
from contextlib import suppress
from functools import lru_cache
from http.cookiejar import CookieJar
from typing import Any

import httpx
from campaignkit_runtime.operations import Call

from .._config import Config
from .._response_body import ACCEPT_ENCODING

# What httpx leaves in a URL as it is. A dot is not among it, for "." and ".." are resolved.
_PLAIN_PATH = re.compile(r"/[\w%~!$&'()*+,;=:@/-]{0,9000}", re.ASCII)

_EMPTY = httpx.ByteStream(b"")

_CODINGS = frozenset([*ACCEPT_ENCODING.split(", "), "identity"])


@lru_cache(maxsize=1024)
def _parsed(text: str) -> httpx.URL:
    return httpx.URL(text)


class RequestBuilder:
    """Builder of requests that are equal to those of an httpx client, for one base URL.

    A call without a body, headers and a query gets a copy of a sample of httpx, with its URL.
    """

    def __init__(self, config: Config) -> None:
        self._config = config
        self._samples: dict[str, httpx.Request] = {}
        self._client = httpx.Client(
            transport=httpx.BaseTransport(),  # it sends nothing
            trust_env=False,
            headers={"Accept-Encoding": ACCEPT_ENCODING},
        )

    def __call__(self, call: Call[Any]) -> httpx.Request:
        """Return the request of a call, without the key."""
        is_plain = not any(call.options.values()) and _PLAIN_PATH.fullmatch(call.path)
        if not is_plain or "json" in call.options:
            return make_own_request(self._client, self._config, call)
        sample = self.sample(call.operation.method)
        url = _parsed(self._config.base_url + call.path)
        request = httpx.Request(sample.method, url, headers=sample.headers, stream=_EMPTY)
        request.read()  # as httpx does if it knows the body
        return request

    def sample(self, method: str) -> httpx.Request:
        """Return a request without a body and without headers of a call."""
        if (sample := self._samples.get(method)) is None:
            url, headers = self._config.base_url + "/", self._config.headers()
            sample = self._client.build_request(method, url, headers=headers)
            self._samples[method] = sample
        return sample


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
    codings = [coding.strip() for coding in request.headers.get("accept-encoding", "").split(",")]
    known = [coding for coding in codings if coding.partition(";")[0].lower() in _CODINGS]
    request.headers["Accept-Encoding"] = ", ".join(known) or "identity"
    return request


def _drop_unsendable_cookies(jar: CookieJar) -> None:
    """Remove the cookies with which httpx cannot build any request: those that are not ASCII."""
    for cookie in list(jar):
        if not f"{cookie.name}{cookie.value}".isascii():
            with suppress(KeyError):  # another thread removed it
                jar.clear(cookie.domain, cookie.path, cookie.name)
