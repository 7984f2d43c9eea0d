"""After the caller leaves a fan-out of any operation, no request is sent."""

import asyncio
import threading
from contextvars import ContextVar
from typing import Any

import httpx
import pytest
from campaignkit_fake import VirtualClock

from tests.example_calls import ASYNC_CLIENTS, CLIENTS, arguments_of, method_of, vendor_of
from tests.httpx2_suite import transport_for

from .setups import OPERATION_CASES, OperationCase, PreparedFake, credentials_of, prepared_fake

CONCURRENCY = 3
ITEMS = range(30)
SECONDS = 60
"""Bound of a wait, which takes no time on an idle machine."""

METHOD_CASES = [case for case in OPERATION_CASES if not case.arguments]

_item: ContextVar[int] = ContextVar("item")


class Server:
    """Server that applies the first item, and delays the others until the caller leaves."""

    def __init__(self, prepared: PreparedFake) -> None:
        self.items: list[int] = []
        """The item of each request."""
        self.left = threading.Event()
        self._begun = threading.Event()
        self._fake: httpx.BaseTransport = transport_for(httpx, prepared.fake.transport())

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return the response; after the caller has left, an error."""
        self.items.append(_item.get())
        if _item.get() == 0:
            assert self._begun.wait(SECONDS)
            return self._fake.handle_request(request)
        self._begun.set()
        assert self.left.wait(SECONDS)
        return httpx.Response(500, text="<h1>Internal Server Error</h1>")

    async def async_response(self, request: httpx.Request) -> httpx.Response:
        """Return the response for asyncio, where a pending request is cancelled."""
        self.items.append(_item.get())
        if _item.get() == 0:
            while set(self.items) == {0}:
                await asyncio.sleep(0)
            return self._fake.handle_request(request)
        never: asyncio.Future[httpx.Response] = asyncio.get_running_loop().create_future()
        return await never


def options_of(case: OperationCase, handler: Any) -> dict[str, Any]:
    """Return the keywords of a client that retries often, on a virtual clock."""
    return {
        "transport": httpx.MockTransport(handler),
        "clock": VirtualClock(),
        "retries": 10,
        **credentials_of(case.operation_id),
    }


def join_workers() -> None:
    """Wait until every thread of a fan-out has ended."""
    while workers := [thread for thread in threading.enumerate() if "campaignkit" in thread.name]:
        for worker in workers:
            worker.join(SECONDS)
            assert not worker.is_alive()


@pytest.mark.grid(one_in=6)
@pytest.mark.parametrize("case", METHOD_CASES, ids=str)
def test_early_exit(case: OperationCase) -> None:
    """A pending request is the last of its item: no retry and no read of the state follows."""
    with prepared_fake(case) as prepared:
        server = Server(prepared)
        with CLIENTS[vendor_of(case.operation_id)](**options_of(case, server)) as client:

            def call(item: int) -> Any:
                _item.set(item)
                result = method_of(client, case.operation_id)(**arguments)
                return list(result) if hasattr(result, "__iter__") else result

            arguments = arguments_of(case.operation_id)
            for item, _ in client.map(call, ITEMS, concurrency=CONCURRENCY):
                assert item == 0
                break
            server.left.set()
            join_workers()

    others = [item for item in server.items if item]
    assert 1 <= len(others) <= CONCURRENCY
    assert len(set(others)) == len(others)


@pytest.mark.grid(one_in=6)
@pytest.mark.parametrize("case", METHOD_CASES, ids=str)
def test_early_exit_async(case: OperationCase) -> None:
    """The same holds for asyncio, and no task remains."""

    async def main(server: Server) -> int:
        client_class = ASYNC_CLIENTS[vendor_of(case.operation_id)]
        async with client_class(**options_of(case, server.async_response)) as client:

            async def call(item: int) -> Any:
                _item.set(item)
                result = method_of(client, case.operation_id)(**arguments)
                if hasattr(result, "__aiter__"):
                    return [item async for item in result]
                return await result

            arguments = arguments_of(case.operation_id)
            batches = client.map(call, ITEMS, concurrency=CONCURRENCY).batches()
            await anext(batches)
            await batches.aclose()
            requests = len(server.items)
            for _ in range(100):
                await asyncio.sleep(0)
            assert asyncio.all_tasks() == {asyncio.current_task()}
            return requests

    with prepared_fake(case) as prepared:
        server = Server(prepared)
        requests = asyncio.run(main(server))

    others = [item for item in server.items if item]
    assert len(server.items) == requests
    assert len(set(others)) == len(others) >= 1
