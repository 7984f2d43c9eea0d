"""Nothing is sent, and nothing waits, once the results of a call are no longer wanted."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import httpx
import pytest
from campaignkit import AsyncSonarly, CallCancelledError, Sonarly
from campaignkit_fake import VirtualClock
from campaignkit_runtime.cancellation import CancelScope, cancel_at_exit, current_scope
from campaignkit_runtime.clock import SystemClock

from tests.client.responses import KEY, failure, success, transport


class Left(Exception):  # noqa: N818 - not an error, but a way out
    """The caller leaves."""


class Server:
    """Transport that returns a status, and cancels a scope meanwhile."""

    def __init__(self, status: int, scope: CancelScope, *, on_request: int = 1) -> None:
        self.requests: list[httpx.Request] = []
        self._status = status
        self._scope = scope
        self._on_request = on_request

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return the response."""
        self.requests.append(request)
        if len(self.requests) == self._on_request:
            self._scope.cancel()
        return httpx.Response(self._status, json=failure())


def call_in(scope: CancelScope, server: Server, call: Callable[[Sonarly], Any]) -> Any:
    """Make a call in a scope; return its error, and the waits."""
    clock = VirtualClock()
    client = Sonarly(api_key=KEY, transport=transport(server), clock=clock, retries=5)
    with pytest.raises(CallCancelledError) as caught:
        scope.bind(call)(client)
    return caught.value, clock.waits


def test_not_sent() -> None:
    """A call of a cancelled scope is not sent, and its error ends a fan-out."""
    scope = CancelScope()
    scope.cancel()
    server = Server(200, scope)
    error, _ = call_in(scope, server, lambda client: client.campaigns.list("g"))

    assert (server.requests, error.outcome, error.is_final) == ([], "not_sent", True)
    assert (error.operation, error.attempts) == ("sonarly_campaigns_list", 0)


def test_not_sent_again() -> None:
    """A request that is under way ends, and is not repeated; nothing waits for that."""
    scope = CancelScope()
    server = Server(500, scope)
    error, waits = call_in(scope, server, lambda client: client.campaigns.list("g"))

    assert (len(server.requests), waits) == (1, [])
    assert (error.status_code, error.attempts) == (500, 1)
    assert error.__cause__.status_code == 500


def test_not_verified() -> None:
    """A start that may have been applied is not read either, and its outcome is right."""
    scope = CancelScope()
    server = Server(500, scope)
    error, waits = call_in(scope, server, lambda client: client.campaigns.start("g", "c"))

    assert ([request.method for request in server.requests], waits) == (["POST"], [])
    assert error.outcome == "unknown"


def test_left_while_verifying() -> None:
    """A read that verifies a start is not repeated; its failure is not taken for the start's."""
    scope = CancelScope()
    server = Server(500, scope, on_request=2)
    error, _ = call_in(scope, server, lambda client: client.campaigns.start("g", "c"))

    assert [request.method for request in server.requests] == ["POST", "GET"]
    assert (error.method, error.outcome) == ("POST", "unknown")


def test_answered() -> None:
    """A request that is under way when the scope is cancelled still gives its result."""
    scope = CancelScope()

    def respond(request: httpx.Request) -> httpx.Response:
        scope.cancel()
        return httpx.Response(200, json=success({"items": []}))

    client = Sonarly(api_key=KEY, transport=transport(respond))

    assert scope.bind(client.campaigns.list)("g") == []


def test_async() -> None:
    """An async client that runs in a worker thread keeps to the scope as well."""
    scope = CancelScope()
    scope.cancel()
    server = Server(200, scope)

    async def run() -> None:
        async with AsyncSonarly(api_key=KEY, transport=transport(server)) as client:
            await client.campaigns.list("g")

    with pytest.raises(CallCancelledError):
        scope.bind(asyncio.run)(run())
    assert server.requests == []


def test_wait_ends() -> None:
    """A wait of hours ends when the scope is cancelled."""
    scope = CancelScope()
    waiting = threading.Thread(target=scope.bind(SystemClock().sleep), args=(36_000,))
    waiting.start()
    scope.cancel()
    waiting.join(60)

    assert not waiting.is_alive()


def test_wait_outside() -> None:
    """Outside of a scope a clock waits as any other does."""
    began = SystemClock().monotonic()
    SystemClock().sleep(0.001)

    assert SystemClock().monotonic() - began >= 0.001


def test_left_by_an_exception() -> None:
    """A scope is cancelled when its block is left by an exception, and only then."""
    with CancelScope() as first:
        pass
    with pytest.raises(Left), CancelScope() as second:
        raise Left

    assert (first.is_cancelled, second.is_cancelled) == (False, True)


def test_nested() -> None:
    """A scope is cancelled with the scope around it, however late it was opened."""
    inner: list[CancelScope] = []

    def nest() -> None:
        with CancelScope() as before:
            outer.cancel()
            inner.append(before)
        with CancelScope() as after:
            inner.append(after)

    with CancelScope() as outer:
        outer.bind(nest)()

    assert [scope.is_cancelled for scope in inner] == [True, True]


def test_inner_only() -> None:
    """A scope that is cancelled leaves the one around it alone."""

    def nest() -> None:
        with pytest.raises(Left), CancelScope():
            raise Left

    with CancelScope() as outer:
        outer.bind(nest)()

    assert not outer.is_cancelled


def test_context() -> None:
    """What runs in a scope sees the caller's context variables; the caller sees no scope."""
    trace: ContextVar[str] = ContextVar("trace", default="none")
    trace.set("ours")
    scope = CancelScope()

    assert scope.bind(lambda: (trace.get(), current_scope()))() == ("ours", scope)
    assert current_scope() is None


EXIT = """
import threading
from campaignkit_runtime.clock import SystemClock
from campaignkit_runtime.cancellation import CancelScope, cancel_at_exit
cancel_at_exit()
scope = CancelScope().__enter__()
threading.Thread(target=scope.bind(SystemClock().sleep), args=(36_000,)).start()
print("left open")
"""


def test_exit() -> None:
    """The interpreter exits without the waits of a scope that is still open."""
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", EXIT], capture_output=True, text=True, timeout=60, check=True
    )

    assert (done.stdout, done.stderr) == ("left open\n", "")
    cancel_at_exit()  # here too, where nothing is open


def test_cancelled_at_exit(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is called at the exit cancels each scope that is open, once it is registered."""
    registered: list[Callable[[], None]] = []
    monkeypatch.setattr(threading, "_register_atexit", registered.append)
    cancel_at_exit.cache_clear()
    for _ in range(2):
        cancel_at_exit()
    with CancelScope() as scope:
        [cancel_all] = registered
        cancel_all()

    assert scope.is_cancelled


def test_other_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python without that private function is not refused."""
    monkeypatch.delattr(threading, "_register_atexit")
    cancel_at_exit.cache_clear()
    cancel_at_exit()


FROZEN = """
import time
real = time.time
time.monotonic = lambda: 5.0
time.time = lambda: 7.0
from campaignkit_runtime.clock import SystemClock
clock = SystemClock()
print(clock.monotonic() != 5.0, clock.time())
time.time = real
print(clock.time() != 7.0)
"""


def test_frozen_clock() -> None:
    """A first import under a frozen clock keeps a monotonic clock that goes on."""
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", FROZEN], capture_output=True, text=True, timeout=60, check=True
    )

    assert done.stdout.split() == ["True", "7.0", "True"]
