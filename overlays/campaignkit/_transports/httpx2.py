"""Clients and transports of httpx2, as transports of httpx.

httpx2 has the API of httpx under another name. It is not imported here: a caller who passes an
object of it has done so. All other modules know httpx only.
"""

import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import httpx


def adapted(value: Any, *, is_async: bool) -> Any:
    """Return a transport of httpx for a client or a transport of httpx2, and all else unchanged."""
    library: Any = sys.modules.get("httpx2")
    if library is None:  # then the caller has no object of it
        return value
    for name, adapter in _ADAPTERS[is_async].items():
        if isinstance(value, getattr(library, name)):
            return adapter(library, value)
    return value


class _Adapter:
    """Base of the transports that convert requests and responses."""

    is_bound = False
    """True if the connections belong to one event loop."""

    def __init__(self, library: Any, target: Any) -> None:
        self._library = library
        self._target = target

    def _request(self, request: httpx.Request) -> Any:
        """Return a request of httpx2."""
        return self._library.Request(**self._parts_of(request), extensions=request.extensions)

    def _built(self, request: httpx.Request) -> Any:
        """Return a request of httpx2 that its client has built, with the client's own headers."""
        if self._target.is_closed:
            raise httpx.ConnectError("the client of httpx2 is closed")
        timeout = self._library.Timeout(**request.extensions["timeout"])
        built = self._target.build_request(**self._parts_of(request), timeout=timeout)
        built.extensions = {**request.extensions, **built.extensions}
        return built

    def _parts_of(self, request: httpx.Request) -> dict[str, Any]:
        """Return the keywords of a request."""
        stream: Any = request.stream
        is_whole = isinstance(stream, httpx.ByteStream)
        return {
            "method": request.method,
            # The method of the class, because the text of a URL with a key masks it.
            "url": httpx.URL.__str__(request.url),
            "headers": request.headers.raw,
            "content": b"".join(stream) if is_whole else self._iter(stream),
        }

    def _iter(self, stream: Any) -> Any:
        """Return the iterator of a body in parts."""
        return iter(stream)

    def _response(self, response: Any, request: httpx.Request) -> httpx.Response:
        """Return a response of httpx."""
        if response.is_stream_consumed:  # by a hook or a mock, which has undone its coding
            headers = [
                item for item in response.headers.raw if item[0].lower() not in _DECODED_HEADERS
            ]
            return httpx.Response(response.status_code, headers=headers, content=response.content)
        return httpx.Response(
            response.status_code,
            headers=response.headers.raw,
            stream=_Body(response.stream, self, request),
            extensions=response.extensions,
        )

    @contextmanager
    def errors(self, request: httpx.Request) -> Iterator[None]:
        """Raise the errors of httpx2 as those of httpx with the same names."""
        try:
            yield
        except self._library.HTTPStatusError as error:
            response = self._response(error.response, request)
            raised = httpx.HTTPStatusError(str(error), request=request, response=response)
            raise raised from error
        except (self._library.RequestError, self._library.InvalidURL) as error:
            names = (kind.__name__ for kind in type(error).__mro__)
            kind = next(getattr(httpx, name) for name in names if hasattr(httpx, name))
            raise kind(str(error)) from error


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


class ClientAdapter(_Adapter, httpx.BaseTransport):
    """Client of httpx2, which stays open."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request through the client and return the response."""
        with self.errors(request):
            built = self._built(request)
            # Not the credentials of the client, and no redirect, to which the key would be sent.
            response = self._target.send(built, auth=None, follow_redirects=False, stream=True)
            return self._response(response, request)


class AsyncClientAdapter(_Adapter, httpx.AsyncBaseTransport):
    """Async client of httpx2, which stays open."""

    is_bound = True

    def _iter(self, stream: Any) -> Any:
        """Return the iterator of a body in parts."""
        return aiter(stream)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request through the client and return the response."""
        with self.errors(request):
            built = self._built(request)
            response = await self._target.send(
                built, auth=None, follow_redirects=False, stream=True
            )
            return self._response(response, request)


_ADAPTERS: dict[bool, dict[str, type[_Adapter]]] = {
    False: {"Client": ClientAdapter, "BaseTransport": _TransportAdapter},
    True: {"AsyncClient": AsyncClientAdapter, "AsyncBaseTransport": _AsyncTransportAdapter},
}
