"""Lead statuses in batches for asyncio and trio."""

import asyncio
from typing import Any

import httpx
import pytest
from campaignkit import AsyncSonarly, BatchError

from tests.client.lead_batches import IDS, Server, async_ids, async_sonarly, take
from tests.client.responses import KEY, leads


def test_async_progress() -> None:
    """The async client awaits the result of `on_progress` if it is awaitable."""
    told: list[int] = []

    async def tell(done: int, _: int | None) -> None:
        await asyncio.sleep(0)
        told.append(done)

    async def run() -> None:
        rows = async_sonarly(Server()).campaigns.lead_status
        await rows("g", "c", lead_ids=IDS[:30], batch_size=10, on_progress=tell)

    asyncio.run(run())

    assert told == [10, 20, 30]


@pytest.mark.parametrize("concurrency", [1, 4])
@pytest.mark.parametrize("is_async", [False, True], ids=["list", "async"])
def test_async(is_async: bool, concurrency: int) -> None:
    """The async client takes async iterables too, and does the same."""
    server = Server()

    async def run() -> list[str]:
        ids = async_ids(IDS[:950]) if is_async else IDS[:950]
        rows = async_sonarly(server).campaigns.lead_status(
            "g", "c", lead_ids=ids, concurrency=concurrency
        )
        return [row.lead_id async for row in rows]

    assert asyncio.run(run()) == IDS[:950]
    assert server.sizes == [100] * 9 + [50]


def test_await() -> None:
    """To await it gives a whole walk in a list."""

    async def run() -> list[str]:
        rows = await async_sonarly(Server()).campaigns.lead_status("g", "c", lead_ids=IDS)
        return [row.lead_id for row in rows]

    assert asyncio.run(run()) == IDS


@pytest.mark.parametrize("is_async", [False, True], ids=["list", "async"])
def test_async_failure(is_async: bool) -> None:
    """The async client ends with the same error, and stops at the same call."""
    server = Server(lambda names: 401 if IDS[100] in names else None)

    async def run() -> tuple[list[str], BatchError, list[str]]:
        ids = async_ids(IDS)
        came: list[str] = []
        rows = async_sonarly(server).campaigns.lead_status(
            "g", "c", lead_ids=ids if is_async else IDS, concurrency=1
        )
        with pytest.raises(BatchError) as caught:
            await take(rows, came)
        return came, caught.value, [id_ async for id_ in ids] if is_async else []

    came, error, left = asyncio.run(run())

    assert (came, error.status_code) == (IDS[:100], 401)
    assert came + error.items + left == IDS
    assert len(server.asked) == 2


def test_async_bound() -> None:
    """So many calls are under way at once, and no more, also while the first one takes long."""
    under_way = most = 0

    async def run() -> list[str]:
        async def respond(request: httpx.Request) -> httpx.Response:
            nonlocal under_way, most
            under_way += 1
            most = max(most, under_way)
            is_first = IDS[0] in request.url.params["leadIds"].split(",")
            for _ in range(50 if is_first else 2):
                await asyncio.sleep(0)
            under_way -= 1
            return leads(request)

        made = AsyncSonarly(api_key=KEY, transport=httpx.MockTransport(respond), retries=0)
        rows = made.campaigns.lead_status("g", "c", lead_ids=IDS, batch_size=20, concurrency=5)
        return [row.lead_id async for row in rows]

    assert asyncio.run(run()) == IDS
    assert most == 5


def test_async_left_early() -> None:
    """An early exit leaves no task behind."""

    async def run() -> set[Any]:
        async def respond(request: httpx.Request) -> httpx.Response:
            if IDS[0] not in request.url.params["leadIds"].split(","):
                await asyncio.sleep(3_600)
            return leads(request)

        made = AsyncSonarly(api_key=KEY, transport=httpx.MockTransport(respond), retries=0)
        batches = made.campaigns.lead_status("g", "c", lead_ids=IDS).batches()
        await anext(batches)
        await batches.aclose()
        return asyncio.all_tasks() - {asyncio.current_task()}

    assert asyncio.run(run()) == set()


def test_without_asyncio() -> None:
    """In another event loop than asyncio's calls go out one after the other."""

    async def run() -> list[str]:
        rows = async_sonarly(Server()).campaigns.lead_status("g", "c", lead_ids=IDS)
        return [row.lead_id async for row in rows]

    walk = run()
    with pytest.raises(StopIteration) as ended:
        walk.send(None)

    assert ended.value.value == IDS
