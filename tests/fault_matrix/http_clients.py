"""Faults of the caller's own httpx client: hooks that raise, and a request that httpx refuses."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from campaignkit_fake import Fault

from . import faulty_servers as misdeeds
from .injection import Clock, Mode, Options, fake_transport
from .raw_server import Wire
from .recorder import Vendor

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
    """A request hook that raises."""

    @contextmanager
    def open(self, vendor: Vendor, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield a client with the hook, on the fake."""

        def hook(request: httpx.Request) -> None:
            if vendor.is_struck(request):
                raise ValueError("no token")

        transport = httpx.MockTransport(vendor.pass_on)
        yield {"http_client": own_client(mode, transport, on_request=hook)}


@dataclass(frozen=True, eq=False)
class ResponseHook:
    """A response hook that raises after the request was carried out."""

    @contextmanager
    def open(self, vendor: Vendor, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield a client with the hook, on the fake."""
        struck: list[httpx.Request] = []

        def handle(request: httpx.Request) -> httpx.Response:
            struck.extend([request] if vendor.is_struck(request) else [])
            return vendor.pass_on(request)

        def hook(response: httpx.Response) -> None:
            if struck and response.request is struck.pop():
                raise ValueError("no audit log")

        transport = httpx.MockTransport(handle)
        yield {"http_client": own_client(mode, transport, on_response=hook)}


@dataclass(frozen=True, eq=False)
class RaisesForStatus:
    """A status that a response hook raises for."""

    fault: Fault

    @contextmanager
    def open(self, vendor: Vendor, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield a client with the hook, on a fake that answers so."""
        transport = fake_transport(vendor, self.fault)
        hook = httpx.Response.raise_for_status
        yield {"http_client": own_client(mode, transport, on_response=hook)}


@dataclass(frozen=True, eq=False)
class BadHeader:
    """A header of a request hook that no HTTP library sends."""

    @contextmanager
    def open(self, vendor: Vendor, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield a client with the hook, and the URL of a server."""

        def hook(request: httpx.Request) -> None:
            request.headers["Connection"] = "close"  # nothing else closes the client's
            if vendor.is_struck(request):
                request.headers["X-Note"] = "one\r\ntwo"  # httpcore logs it, so no secret

        with Wire(vendor, misdeeds.reset_unread) as wire:
            wire.open()
            # The hook has used up the strikes: what arrives all the same is a send too many.
            yield {"base_url": wire.base_url, "http_client": own_client(mode, on_request=hook)}
