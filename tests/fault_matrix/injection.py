"""How a fault is brought about: the client that meets it is set up so that it does."""

import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

import httpx
from campaignkit_fake import Fault, VirtualClock

from . import faulty_servers as misdeeds
from .raw_server import Misdeed, Wire
from .recorder import Vendor

Options = dict[str, Any]
"""Keywords for a client."""

Mode = Literal["sync", "async"]


class Clock(VirtualClock):
    """A clock on which every back-off is as long as it can be; others may act when it waits."""

    def __init__(self) -> None:
        super().__init__(random=lambda: 1.0)
        self.on_wait: Callable[[], object] = lambda: None

    def sleep(self, seconds: float) -> None:
        """Move on at once, and let others act."""
        super().sleep(seconds)
        self.on_wait()


def fake_transport(vendor: Vendor, fault: Fault) -> httpx.MockTransport:
    """Return a transport to the fake, which does something wrong."""
    vendor.fake.faults.add(fault.on(vendor.call.operation.id, vendor.strikes))

    def handle(request: httpx.Request) -> httpx.Response:
        vendor.saw(request)
        return vendor.pass_on(request)

    return httpx.MockTransport(handle)


class Way(Protocol):
    """Something that goes wrong."""

    def open(self, vendor: Vendor, clock: Clock, mode: Mode) -> Any:
        """A context that gives the keywords of a client for which it does."""
        ...


@dataclass(frozen=True, eq=False)
class InProcess:
    """What the fake itself does wrong."""

    fault: Fault

    @contextmanager
    def open(self, vendor: Vendor, clock: Clock, mode: Mode) -> Iterator[Options]:
        """A transport to the fake."""
        yield {"transport": fake_transport(vendor, self.fault)}


@dataclass(frozen=True, eq=False)
class Raised:
    """What keeps httpx from sending."""

    error: type[httpx.TransportError]

    @contextmanager
    def open(self, vendor: Vendor, clock: Clock, mode: Mode) -> Iterator[Options]:
        """A transport to the fake that fails."""

        def handle(request: httpx.Request) -> httpx.Response:
            if vendor.is_struck(request):
                raise self.error("no way", request=request)
            return vendor.pass_on(request)

        yield {"transport": httpx.MockTransport(handle)}


@dataclass(frozen=True, eq=False)
class OtherSuccess:
    """A success with another status than the documented one, or without its body."""

    status: int
    has_body: bool

    @contextmanager
    def open(self, vendor: Vendor, clock: Clock, mode: Mode) -> Iterator[Options]:
        """Yield a transport to the fake that changes its responses."""

        def handle(request: httpx.Request) -> httpx.Response:
            if not vendor.is_struck(request):
                return vendor.pass_on(request)
            response = vendor.answer(request)
            if not self.has_body:
                return httpx.Response(self.status)
            headers = {"Content-Type": "application/json"}
            return httpx.Response(self.status, headers=headers, content=response.content)

        yield {"transport": httpx.MockTransport(handle)}


@dataclass(frozen=True, eq=False)
class Delayed:
    """A send that the vendor applies later, while the client has no answer."""

    after_reads: int = 0
    after_seconds: float = 0.0
    status: int | None = None
    """What a gateway answers meanwhile; None is no answer in time."""

    @contextmanager
    def open(self, vendor: Vendor, clock: Clock, mode: Mode) -> Iterator[Options]:
        """A transport to the fake that delivers late; what is left is delivered at the end."""
        waiting: list[tuple[httpx.Request, int, float]] = []
        is_write = vendor.call.operation.idempotency != "safe"

        def deliver(*, is_over: bool = False) -> None:
            for entry in list(waiting):
                request, reads, moment = entry
                if is_over or (vendor.reads >= reads and clock.monotonic() >= moment):
                    waiting.remove(entry)
                    vendor.delayed -= is_write
                    vendor.answer(request)

        def handle(request: httpx.Request) -> httpx.Response:
            deliver()
            if not vendor.is_struck(request):
                return vendor.pass_on(request)
            request.read()
            due = (vendor.reads + self.after_reads, clock.monotonic() + self.after_seconds)
            waiting.append((request, *due))
            vendor.delayed += is_write
            if self.status is None:
                raise httpx.ReadTimeout("slow", request=request)
            return httpx.Response(self.status, text="<h1>Gateway Time-out</h1>")

        yield {"transport": httpx.MockTransport(handle)}
        deliver(is_over=True)


@dataclass(frozen=True, eq=False)
class OnWire:
    """What a server does wrong that is there."""

    misdeed: Misdeed
    options: Mapping[str, Any] = field(default_factory=dict)

    @contextmanager
    def open(self, vendor: Vendor, clock: Clock, mode: Mode) -> Iterator[Options]:
        """The URL of the server."""
        with Wire(vendor, self.misdeed) as wire:
            wire.open()
            yield {"base_url": wire.base_url, **self.options}


@dataclass(frozen=True, eq=False)
class Refused:
    """A port that nobody listens on, until the client has waited once."""

    @contextmanager
    def open(self, vendor: Vendor, clock: Clock, mode: Mode) -> Iterator[Options]:
        """The URL of the port."""
        strikes, vendor.strikes = vendor.strikes, 0
        with Wire(vendor, misdeeds.reset_unread) as wire:
            if strikes == 1:
                clock.on_wait = wire.open
            yield {"base_url": wire.base_url}


@dataclass(frozen=True, eq=False)
class OtherHost:
    """A redirect to a second server, which must not hear of it."""

    status: int
    is_applied: bool

    @contextmanager
    def open(self, vendor: Vendor, clock: Clock, mode: Mode) -> Iterator[Options]:
        """The URL of the first server."""
        with socket.create_server(("127.0.0.1", 0)) as other:
            location = f"http://127.0.0.1:{other.getsockname()[1]}{vendor.call.path}"
            spoil = misdeeds.redirect(self.status, location)
            way = OnWire(misdeeds.spoiled(spoil, is_applied=self.is_applied))
            with way.open(vendor, clock, mode) as options:
                yield options
            other.setblocking(False)
            try:
                other.accept()[0].close()
                vendor.strays += 1
            except BlockingIOError:
                pass  # nobody came
