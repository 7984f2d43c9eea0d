"""Clients and transports of httpx2, as those of httpx.

httpx2 has the API of httpx under another name. It is not imported here: a caller who passes an
object of it has done so. All other modules know httpx only.
"""

import copy
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import httpx


def adapted(value: Any, *, is_async: bool) -> Any:
    """Return what has the API of httpx for an object of httpx2, and all else unchanged.

    Args:
        value: A client, a transport, or anything else.
        is_async: True for those of async clients.
    """
    library: Any = sys.modules.get("httpx2")
    if library is None:  # then the caller has no object of it
        return value
    for name, adapter in _ADAPTERS[is_async].items():
        if isinstance(value, getattr(library, name)):
            return adapter(library, value)
    return value


class _Adapter:
    """Base of the adapters, which convert requests, responses and errors."""

    def __init__(self, library: Any, target: Any) -> None:
        self._library = library
        self._target = target

    def _request(self, request: httpx.Request) -> Any:
        """Return a request of httpx2."""
        stream: Any = request.stream
        is_whole = isinstance(stream, httpx.ByteStream)
        return self._library.Request(
            request.method,
            # The method of the class, because the text of a URL with a key masks it.
            httpx.URL.__str__(request.url),
            headers=request.headers.raw,
            content=b"".join(stream) if is_whole else self._iter(stream),
            extensions=request.extensions,
        )

    def _iter(self, stream: Any) -> Any:
        """Return the iterator of a body in parts."""
        return iter(stream)

    def _response(self, response: Any, request: httpx.Request) -> httpx.Response:
        """Return a response of httpx."""
        known: dict[str, Any] = {"headers": response.headers.raw, "request": request}
        with suppress(RuntimeError):  # ResponseNotRead of either library
            content = response.content  # a hook or a mock has read it, and undone its coding
            known["headers"] = [
                item for item in known["headers"] if item[0].lower() not in _DECODED_HEADERS
            ]
            return httpx.Response(response.status_code, content=content, **known)
        stream = _Body(response.stream, self, request)
        extensions = response.extensions
        return httpx.Response(response.status_code, stream=stream, extensions=extensions, **known)

    @contextmanager
    def errors(self, request: httpx.Request) -> Iterator[None]:
        """Raise the errors of httpx2 as those of httpx with the same names."""
        try:
            yield
        except (self._library.HTTPError, self._library.InvalidURL) as error:
            raise self._error(error, request) from error

    def _error(self, error: Any, request: httpx.Request) -> Exception:
        """Return an error of httpx."""
        text = ""
        with suppress(Exception):  # a class whose text fails
            text = str(error)
        names = (kind.__name__ for kind in type(error).__mro__)
        kind = next(getattr(httpx, name) for name in names if hasattr(httpx, name))
        if kind is not httpx.HTTPStatusError:
            raised: Exception = kind(text)
            return raised
        other, response = (vars(error).get(name) for name in ("_request", "response"))
        if other is None or response is None:  # an unusual error, without what it is about
            return httpx.TransportError(text)
        if (other.method, str(other.url)) != (request.method, httpx.URL.__str__(request.url)):
            request = httpx.Request(other.method, str(other.url))  # such as that of a token
        received = self._response(response, request)
        return httpx.HTTPStatusError(text, request=request, response=received)


_DECODED_HEADERS = (b"content-encoding", b"content-length")


class _Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Body of a response of httpx2."""

    def __init__(self, stream: Any, adapter: _Adapter, request: httpx.Request) -> None:
        self._stream = stream
        self._adapter = adapter
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        with self._adapter.errors(self._request):
            yield from self._stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with self._adapter.errors(self._request):
            async for part in self._stream:
                yield part

    def close(self) -> None:
        self._stream.close()

    async def aclose(self) -> None:
        await self._stream.aclose()


class _TransportAdapter(_Adapter, httpx.BaseTransport):
    """Transport of httpx2."""

    is_bound = False
    """True if the connections belong to one event loop."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return the response."""
        with self.errors(request):
            response = self._target.handle_request(self._request(request))
            return self._response(response, request)

    def close(self) -> None:
        """Close the transport."""
        self._target.close()


class _AsyncTransportAdapter(_Adapter, httpx.AsyncBaseTransport):
    """Async transport of httpx2."""

    def __init__(self, library: Any, target: Any) -> None:
        super().__init__(library, target)
        self.is_bound = isinstance(target, library.AsyncHTTPTransport)

    def _iter(self, stream: Any) -> Any:
        """Return the iterator of a body in parts."""
        return aiter(stream)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return the response."""
        with self.errors(request):
            response = await self._target.handle_async_request(self._request(request))
            return self._response(response, request)

    async def aclose(self) -> None:
        """Close the transport."""
        await self._target.aclose()


class _ClientAdapter(_Adapter):
    """Client of httpx2, as far as calls use a client of httpx; it stays open."""

    def __init__(self, library: Any, target: Any) -> None:
        super().__init__(library, target)
        self.event_hooks: dict[str, list[Any]] = target.event_hooks
        self.cookies = target.cookies
        self._sending = target

    @property
    def is_closed(self) -> bool:
        """True if the client has been closed."""
        is_closed: bool = self._target.is_closed or self._sending.is_closed
        return is_closed

    def build_request(self, **options: Any) -> httpx.Request:
        """Return the request that the client builds, with its own headers and timeouts."""
        built = self._target.build_request(**options)
        stream = built.stream
        is_whole = isinstance(stream, self._library.ByteStream)
        return httpx.Request(
            built.method,
            str(built.url),
            headers=built.headers.raw,
            stream=httpx.ByteStream(b"".join(stream)) if is_whole else stream,
            extensions=built.extensions,
        )

    def _prepared(
        self, request: httpx.Request, auth: httpx.Auth | None, wrap: Callable[..., Any]
    ) -> tuple[Any, Any]:
        """Return the client with the hooks of a call, and the request with its key."""
        client, own = copy.copy(self._target), self._target.event_hooks
        self._sending = client
        client.event_hooks = {
            name: [hook if hook in own[name] else wrap(hook) for hook in hooks]
            for name, hooks in self.event_hooks.items()
        }
        if auth is not None:
            next(auth.auth_flow(request))
        return client, self._request(request)

    def _observable(self, value: Any, request: httpx.Request) -> Any:
        """Return what a hook of ours takes for what httpx2 gives it."""
        is_request = isinstance(value, self._library.Request)
        return request if is_request else self._response(value, request)

    def _refill(self, value: Any, observed: Any) -> None:
        """Let the hooks of the caller read a response that was read before."""
        if isinstance(observed, httpx.Response) and isinstance(observed.stream, httpx.ByteStream):
            value.stream = self._library.ByteStream(b"".join(observed.stream))


class ClientAdapter(_ClientAdapter):
    """Blocking client."""

    def send(
        self, request: httpx.Request, *, auth: httpx.Auth | None, **options: Any
    ) -> httpx.Response:
        """Send a request through the client and return the response."""

        def wrap(hook: Callable[[Any], object]) -> Callable[[Any], None]:
            def called(value: Any) -> None:
                observed = self._observable(value, request)
                hook(observed)
                self._refill(value, observed)

            return called

        with self.errors(request):
            client, sent = self._prepared(request, auth, wrap)
            # Without its own authorization.
            return self._response(client.send(sent, auth=None, **options), request)


class AsyncClientAdapter(_ClientAdapter):
    """Async client."""

    def _iter(self, stream: Any) -> Any:
        """Return the iterator of a body in parts."""
        return aiter(stream)

    async def send(
        self, request: httpx.Request, *, auth: httpx.Auth | None, **options: Any
    ) -> httpx.Response:
        """Send a request through the client and return the response."""

        def wrap(hook: Callable[[Any], Any]) -> Callable[[Any], Any]:
            async def called(value: Any) -> None:
                observed = self._observable(value, request)
                await hook(observed)
                self._refill(value, observed)

            return called

        with self.errors(request):
            client, sent = self._prepared(request, auth, wrap)
            return self._response(await client.send(sent, auth=None, **options), request)


_ADAPTERS: dict[bool, dict[str, type[_Adapter]]] = {
    False: {"Client": ClientAdapter, "BaseTransport": _TransportAdapter},
    True: {"AsyncClient": AsyncClientAdapter, "AsyncBaseTransport": _AsyncTransportAdapter},
}
