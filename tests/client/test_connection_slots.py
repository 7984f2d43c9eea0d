"""No connection slot is lost, wherever an exception strikes."""

import asyncio
import gc
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from types import FrameType
from typing import Any

import httpx
import pytest
from campaignkit_wire import async_pool, pool

from tests.client.raw_server import Counter, async_transport, server, sync_transport

# What is dropped in the instruction that made it is left to the garbage collector, which warns.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")


@pytest.fixture(autouse=True)
def _no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let go of what fails in finalizers: pytest would keep its frames, and the slots in them."""
    monkeypatch.setattr(sys, "unraisablehook", lambda _: None)


class Struck(BaseException):
    """An exception of a signal handler."""


@contextmanager
def strike(module: Any, instruction: int) -> Iterator[None]:
    """Raise at one instruction of a module, counted from now, as a signal handler can."""
    left = instruction

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal left
        if frame.f_code.co_filename != module.__file__:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode":
            left -= 1
            if left == 0:
                raise Struck
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(before)


def answer(connection: socket.socket) -> None:
    """Respond until the client leaves, or seems to: a dropped connection ends late."""
    with suppress(TimeoutError):
        Counter()(connection)


def request(base_url: str) -> httpx.Request:
    """Return a request that does not wait for a connection."""
    return httpx.Request("GET", base_url, extensions={"timeout": {"pool": 0}})


def test_sync() -> None:
    """A pool of one connection serves the next call, wherever the one before failed."""

    def call() -> None:
        response = transport.handle_request(request(base_url))
        assert response.read()
        response.close()

    with server(answer) as base_url, sync_transport(base_url, max_connections=1) as transport:
        for instruction in count(1, 3):
            with suppress(Struck), strike(pool, instruction):
                call()
                break
            gc.collect()
            call()

    assert instruction > 100


@pytest.mark.no_cover
def test_async() -> None:
    """The same holds for the async pool."""

    async def run(base_url: str) -> int:
        async def call() -> None:
            response = await transport.handle_async_request(request(base_url))
            assert await response.aread()
            await response.aclose()

        async with async_transport(base_url, max_connections=1) as transport:
            for instruction in count(1, 3):
                with suppress(Struck), strike(async_pool, instruction):
                    await call()
                    break
                gc.collect()
                await asyncio.sleep(0)  # in which a dropped slot comes back
                await call()
        return instruction

    with server(answer) as base_url:
        assert asyncio.run(run(base_url)) > 100
        gc.collect()
