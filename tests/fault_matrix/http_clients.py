"""Faults of the caller's own httpx client: hooks that raise, and an invalid header."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from campaignkit_fake import Fault

from . import faulty_servers
from .injection import Clock, Mode, Options, fake_transport
from .raw_server import RawServer
from .recorder import Recorder

Hook = Callable[[Any], object]


def own_client(
    mode: Mode,
    transport: Any = None,
    *,
    on_request: Hook = bool,
    on_response: Hook = bool,
) -> Any:
    """Return an httpx client with hooks."""
    if mode == "sync":
        hooks = {"request": [on_request], "response": [on_response]}
        return httpx.Client(transport=transport, event_hooks=hooks)

    async def request_hook(request: httpx.Request) -> None:
        on_request(request)

    async def response_hook(response: httpx.Response) -> None:
        on_response(response)

    hooks = {"request": [request_hook], "response": [response_hook]}
    return httpx.AsyncClient(transport=transport, event_hooks=hooks)


@dataclass(frozen=True, eq=False)
class RequestHook:
    """Request hook that raises."""

    @contextmanager
    def open(self, recorder: Recorder, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield a client with the hook, on the fake."""

        def hook(request: httpx.Request) -> None:
            if recorder.consume_fault(request):
                raise ValueError("no token")

        transport = httpx.MockTransport(recorder.forward)
        yield {"http_client": own_client(mode, transport, on_request=hook)}


@dataclass(frozen=True, eq=False)
class ResponseHook:
    """Response hook that raises after the request was applied."""

    @contextmanager
    def open(self, recorder: Recorder, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield a client with the hook, on the fake."""
        struck: list[httpx.Request] = []

        def handle(request: httpx.Request) -> httpx.Response:
            struck.extend([request] if recorder.consume_fault(request) else [])
            return recorder.forward(request)

        def hook(response: httpx.Response) -> None:
            if struck and response.request is struck.pop():
                raise ValueError("no audit log")

        transport = httpx.MockTransport(handle)
        yield {"http_client": own_client(mode, transport, on_response=hook)}


@dataclass(frozen=True, eq=False)
class RaisesForStatus:
    """Response hook that calls raise_for_status."""

    fault: Fault

    @contextmanager
    def open(self, recorder: Recorder, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield a client with the hook, on a fake that responds with the status."""
        transport = fake_transport(recorder, self.fault)
        hook = httpx.Response.raise_for_status
        yield {"http_client": own_client(mode, transport, on_response=hook)}


@dataclass(frozen=True, eq=False)
class BadHeader:
    """Header from a request hook that httpx refuses to send."""

    @contextmanager
    def open(self, recorder: Recorder, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield a client with the hook, and the URL of a server."""

        def hook(request: httpx.Request) -> None:
            request.headers["Connection"] = "close"  # otherwise the connection would stay open
            if recorder.consume_fault(request):
                request.headers["X-Note"] = "one\r\ntwo"  # httpcore logs it, so no secret

        with RawServer(recorder, faulty_servers.reset_unread) as server:
            server.open()
            # The hook has used up the faults, so a request that arrives is one too many.
            yield {"base_url": server.base_url, "http_client": own_client(mode, on_request=hook)}
