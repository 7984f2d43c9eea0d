"""A fan-out of whatever operation that the caller leaves sends nothing more."""

import asyncio
import threading
from contextvars import ContextVar
from typing import Any

import httpx
import pytest
from campaignkit_fake import VirtualClock

from tests.example_calls import ASYNC_CLIENTS, CLIENTS, arguments_of, method_of, vendor_of

from .setups import SUBJECTS, Stage, Subject, credentials_of, staged

CONCURRENCY = 3
ITEMS = range(30)
SECONDS = 60
"""After which a wait fails the test: it takes none on an idle machine."""

SUBJECTS_OF_METHODS = [each for each in SUBJECTS if not each.arguments]

_item: ContextVar[int] = ContextVar("item")


class Server:
    """Carries out the first item; requests of the others are under way until the caller leaves."""

    def __init__(self, stage: Stage) -> None:
        self.items: list[int] = []
        """The item of each request."""
        self.left = threading.Event()
        self._begun = threading.Event()
        self._fake = stage.fake.transport()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return the response; it is an error of the server once the caller has left."""
        self.items.append(_item.get())
        if _item.get() == 0:
            assert self._begun.wait(SECONDS)
            return self._fake.handle_request(request)
        self._begun.set()
        assert self.left.wait(SECONDS)
        return httpx.Response(500, text="<h1>Internal Server Error</h1>")

    async def async_response(self, request: httpx.Request) -> httpx.Response:
        """Return the same for asyncio, where a request under way is cancelled."""
        self.items.append(_item.get())
        if _item.get() == 0:
            while set(self.items) == {0}:
                await asyncio.sleep(0)
            return self._fake.handle_request(request)
        never: asyncio.Future[httpx.Response] = asyncio.get_running_loop().create_future()
        return await never


def options_of(subject: Subject, handler: Any) -> dict[str, Any]:
    """Return the keywords of a client that retries often and waits for nothing."""
    return {
        "transport": httpx.MockTransport(handler),
        "clock": VirtualClock(),
        "retries": 10,
        **credentials_of(subject.operation_id),
    }


def join_workers() -> None:
    """Wait until no fan-out has a thread any more."""
    while workers := [each for each in threading.enumerate() if "campaignkit" in each.name]:
        for worker in workers:
            worker.join(SECONDS)
            assert not worker.is_alive()


@pytest.mark.grid(one_in=6)
@pytest.mark.parametrize("subject", SUBJECTS_OF_METHODS, ids=str)
def test_left(subject: Subject) -> None:
    """Each request that was under way is the last of its item: no retry, no read of the state."""
    with staged(subject) as stage:
        server = Server(stage)
        with CLIENTS[vendor_of(subject.operation_id)](**options_of(subject, server)) as client:

            def call(item: int) -> Any:
                _item.set(item)
                result = method_of(client, subject.operation_id)(**arguments)
                return list(result) if hasattr(result, "__iter__") else result

            arguments = arguments_of(subject.operation_id)
            for item, _ in client.map(call, ITEMS, concurrency=CONCURRENCY):
                assert item == 0
                break
            server.left.set()
            join_workers()

    others = [item for item in server.items if item]
    assert 1 <= len(others) <= CONCURRENCY
    assert len(set(others)) == len(others)


@pytest.mark.grid(one_in=6)
@pytest.mark.parametrize("subject", SUBJECTS_OF_METHODS, ids=str)
def test_left_async(subject: Subject) -> None:
    """The same for asyncio; no task is left either."""

    async def main(server: Server) -> int:
        client_class = ASYNC_CLIENTS[vendor_of(subject.operation_id)]
        async with client_class(**options_of(subject, server.async_response)) as client:

            async def call(item: int) -> Any:
                _item.set(item)
                result = method_of(client, subject.operation_id)(**arguments)
                if hasattr(result, "__aiter__"):
                    return [each async for each in result]
                return await result

            arguments = arguments_of(subject.operation_id)
            batches = client.map(call, ITEMS, concurrency=CONCURRENCY).batches()
            await anext(batches)
            await batches.aclose()
            requests = len(server.items)
            for _ in range(100):
                await asyncio.sleep(0)
            assert asyncio.all_tasks() == {asyncio.current_task()}
            return requests

    with staged(subject) as stage:
        server = Server(stage)
        requests = asyncio.run(main(server))

    others = [item for item in server.items if item]
    assert len(server.items) == requests
    assert len(set(others)) == len(others) >= 1
