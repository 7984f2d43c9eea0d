"""Injection of faults: the client is configured so that its requests meet them."""

import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

import httpx
from campaignkit_fake import Fault, VirtualClock

from . import faulty_servers
from .raw_server import FaultHandler, RawServer
from .recorder import Recorder

Options = dict[str, Any]
"""Keywords of a client."""

Mode = Literal["sync", "async"]


class Clock(VirtualClock):
    """Virtual clock with the longest possible back-offs, and a callback at every wait."""

    def __init__(self) -> None:
        super().__init__(random=lambda: 1.0)
        self.on_wait: Callable[[], object] = lambda: None

    def sleep(self, seconds: float) -> None:
        """Advance the clock and call the callback."""
        super().sleep(seconds)
        self.on_wait()


def own_transport(mode: Mode) -> Options:
    """Return the connections of httpx2 if the suite runs over it, and none otherwise."""
    if httpx.__name__ == "httpx":
        return {}
    return {"transport": httpx.HTTPTransport() if mode == "sync" else httpx.AsyncHTTPTransport()}


def fake_transport(recorder: Recorder, fault: Fault) -> httpx.MockTransport:
    """Return a transport to the fake with a fault."""
    recorder.fake.faults.add(fault.on(recorder.call.operation.id, recorder.remaining_faults))

    def handle(request: httpx.Request) -> httpx.Response:
        recorder.record(request)
        return recorder.forward(request)

    return httpx.MockTransport(handle)


class Injection(Protocol):
    """Injection of one kind of fault."""

    def open(self, recorder: Recorder, clock: Clock, mode: Mode) -> Any:
        """Return a context that yields the keywords of a client with the fault."""
        ...


@dataclass(frozen=True, eq=False)
class InProcess:
    """Fault of the fake itself."""

    fault: Fault

    @contextmanager
    def open(self, recorder: Recorder, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield a transport to the fake."""
        yield {"transport": fake_transport(recorder, self.fault)}


@dataclass(frozen=True, eq=False)
class Raised:
    """Error of httpx before the request is sent."""

    error: type[httpx.TransportError]

    @contextmanager
    def open(self, recorder: Recorder, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield a transport to the fake that raises."""

        def handle(request: httpx.Request) -> httpx.Response:
            if recorder.consume_fault(request):
                raise self.error("refused", request=request)
            return recorder.forward(request)

        yield {"transport": httpx.MockTransport(handle)}


@dataclass(frozen=True, eq=False)
class OtherSuccess:
    """Success with an undocumented status, or without its body."""

    status: int
    has_body: bool

    @contextmanager
    def open(self, recorder: Recorder, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield a transport to the fake that changes its responses."""

        def handle(request: httpx.Request) -> httpx.Response:
            if not recorder.consume_fault(request):
                return recorder.forward(request)
            response = recorder.respond(request)
            if not self.has_body:
                return httpx.Response(self.status)
            headers = {"Content-Type": "application/json"}
            return httpx.Response(self.status, headers=headers, content=response.content)

        yield {"transport": httpx.MockTransport(handle)}


@dataclass(frozen=True, eq=False)
class Delayed:
    """Request that the server applies later, while the client has no response."""

    after_reads: int = 0
    after_seconds: float = 0.0
    status: int | None = None
    """Status of the gateway meanwhile; None for a timeout."""

    @contextmanager
    def open(self, recorder: Recorder, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield a transport to the fake that delivers late, at the latest at the end."""
        waiting: list[tuple[httpx.Request, int, float]] = []
        is_write = recorder.call.operation.idempotency != "safe"

        def deliver(*, is_over: bool = False) -> None:
            for entry in list(waiting):
                request, reads, moment = entry
                if is_over or (recorder.reads >= reads and clock.monotonic() >= moment):
                    waiting.remove(entry)
                    recorder.pending_writes -= is_write
                    recorder.respond(request)

        def handle(request: httpx.Request) -> httpx.Response:
            deliver()
            if not recorder.consume_fault(request):
                return recorder.forward(request)
            request.read()
            due = (recorder.reads + self.after_reads, clock.monotonic() + self.after_seconds)
            waiting.append((request, *due))
            recorder.pending_writes += is_write
            if self.status is None:
                raise httpx.ReadTimeout("slow", request=request)
            return httpx.Response(self.status, text="<h1>Gateway Time-out</h1>")

        yield {"transport": httpx.MockTransport(handle)}
        deliver(is_over=True)


@dataclass(frozen=True, eq=False)
class OnSocket:
    """Fault of a server on a raw socket."""

    fault_handler: FaultHandler
    options: Mapping[str, Any] = field(default_factory=dict)

    @contextmanager
    def open(self, recorder: Recorder, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield the URL of the server."""
        with RawServer(recorder, self.fault_handler) as server:
            server.open()
            yield {"base_url": server.base_url, **own_transport(mode), **self.options}


@dataclass(frozen=True, eq=False)
class Refused:
    """Port on which no server listens until the client has waited once."""

    @contextmanager
    def open(self, recorder: Recorder, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield the URL of the port."""
        strikes, recorder.remaining_faults = recorder.remaining_faults, 0
        with RawServer(recorder, faulty_servers.reset_unread) as server:
            if strikes == 1:
                clock.on_wait = server.open
            yield {"base_url": server.base_url, **own_transport(mode)}


@dataclass(frozen=True, eq=False)
class OtherHost:
    """Redirect to a second server, which must not get a request."""

    status: int
    is_applied: bool

    @contextmanager
    def open(self, recorder: Recorder, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield the URL of the first server."""
        with socket.create_server(("127.0.0.1", 0)) as other:
            location = f"http://127.0.0.1:{other.getsockname()[1]}{recorder.call.path}"
            corruption = faulty_servers.redirect(self.status, location)
            way = OnSocket(faulty_servers.corrupted(corruption, is_applied=self.is_applied))
            with way.open(recorder, clock, mode) as options:
                yield options
            other.setblocking(False)
            try:
                other.accept()[0].close()
                recorder.unexpected_requests += 1
            except BlockingIOError:
                pass  # it got no connection
