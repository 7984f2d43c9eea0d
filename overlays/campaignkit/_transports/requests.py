"""Fast paths through httpx for clients that we create.

A comment says what each private name of httpx saves. If a name differs from that of httpx 0.28,
the public API is used, and tests/client/test_request_factory.py fails.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from http.cookiejar import CookieJar
from typing import Any

import httpx
from campaignkit_runtime.operations import Call

from .._config import Config
from .._response_body import ACCEPT_ENCODING

# What httpx leaves in a path as it is. A dot is not among it, for "." and ".." are resolved.
_PLAIN_PATH = re.compile(r"/[\w%~!$&'()*+,;=:@/-]*", re.ASCII)

_PLAIN_LENGTH = 30_000  # httpx refuses URLs of twice that length

_CODINGS = frozenset([*ACCEPT_ENCODING.split(", "), "identity"])

_EMPTY = httpx.ByteStream(b"")


def make_request_factory(
    http: httpx.Client | httpx.AsyncClient, config: Config, *, is_ours: bool
) -> Callable[[Call[Any]], httpx.Request]:
    """Return a request factory; it takes a fast path for clients that we created."""
    if not is_ours:
        return lambda call: _external_request(http, config, call)
    # `Client.cookies` would only copy the jar.
    http._cookies = NoCookies()
    return RequestFactory(http, config)


def _external_request(
    http: httpx.Client | httpx.AsyncClient, config: Config, call: Call[Any]
) -> httpx.Request:
    """Return the request that a caller's own client builds."""
    _drop_unsendable_cookies(http.cookies.jar)
    return _readable(_build_request(http, config, call))


def _build_request(
    http: httpx.Client | httpx.AsyncClient, config: Config, call: Call[Any]
) -> httpx.Request:
    """Return the request that httpx builds, with the part of the query that is written already."""
    request = http.build_request(**config.request(call))
    if written := call.options.get("query"):
        parts = (request.url.query, written.encode())
        request.url = request.url.copy_with(query=b"&".join(filter(None, parts)))
    return request


def _drop_unsendable_cookies(jar: CookieJar) -> None:
    """Remove the cookies with which httpx cannot build any request: those that are not ASCII."""
    for cookie in list(jar):
        if not f"{cookie.name}{cookie.value}".isascii():
            with suppress(KeyError):  # another thread removed it
                jar.clear(cookie.domain, cookie.path, cookie.name)


def _readable(request: httpx.Request) -> httpx.Request:
    """Return the request without the content codings that cannot be undone here."""
    codings = [each.strip() for each in request.headers.get("accept-encoding", "").split(",")]
    known = [each for each in codings if each.partition(";")[0].lower() in _CODINGS]
    request.headers["Accept-Encoding"] = ", ".join(known) or "identity"
    return request


class RequestFactory:
    """Factory of requests that are equal to those that httpx builds.

    httpx builds one template for each method. If a call has neither a body nor headers of its own,
    its request is a copy of the template with another URL, so the headers are merged once.
    """

    def __init__(self, http: httpx.Client | httpx.AsyncClient, config: Config) -> None:
        self._http = http
        self._config = config
        self._url = UrlBuilder(config.base_url)
        self._templates: dict[str, httpx.Request] = {}

    def __call__(self, call: Call[Any]) -> httpx.Request:
        """Return the request of a call, without the key."""
        url = self._url(call.path, call.options.get("params"), call.options.get("query", ""))
        if url is None or not _is_plain_call(call) or self._http.cookies:
            return _build_request(self._http, self._config, call)
        template = self._templates.get(call.operation.method) or self._template(call)
        request = httpx.Request(
            template.method,
            url,
            headers=template.headers,
            stream=_EMPTY,
        )
        request.read()  # as httpx does if it knows the body
        return request

    def _template(self, call: Call[Any]) -> httpx.Request:
        template = self._http.build_request(**self._config.request(call))
        return self._templates.setdefault(call.operation.method, template)


def _is_plain_call(call: Call[Any]) -> bool:
    return call.options.keys() <= {"params", "query", "headers"} and not call.options.get("headers")


class UrlBuilder:
    """Builder of the URLs below a base URL."""

    _PARTS = ("scheme", "userinfo", "host", "port", "path", "query", "fragment")

    def __init__(self, base_url: str) -> None:
        base = httpx.URL(base_url)
        # The parts of a URL, parsed: a copy with another path saves parsing the whole again.
        parts = getattr(base, "_uri_reference", None)
        self._parts = parts if getattr(parts, "_fields", None) == self._PARTS else None
        self._prefix = base.raw_path.decode().rstrip("/")

    def __call__(
        self, path: str, params: Mapping[str, Any] | None, written: str = ""
    ) -> httpx.URL | None:
        """Return the URL of a path and its parameters; None if httpx must build it.

        Args:
            path: The path.
            params: Parameters to encode.
            written: Part of the query that is encoded already.

        """
        encoded = str(httpx.QueryParams(params)) if params else None
        query = "&".join(filter(None, (encoded, written))) or encoded
        is_plain = _PLAIN_PATH.fullmatch(path) and len(path) + len(query or "") < _PLAIN_LENGTH
        if self._parts is None or not is_plain:
            return None
        url = object.__new__(httpx.URL)
        url._uri_reference = self._parts._replace(path=self._prefix + path, query=query)
        return url


class NoCookies(httpx.Cookies):
    """Jar that keeps nothing: the API key identifies the caller.

    A cookie that is not ASCII would make every later request fail.
    """

    def extract_cookies(self, response: httpx.Response) -> None:
        """Ignore the cookies of a response."""
