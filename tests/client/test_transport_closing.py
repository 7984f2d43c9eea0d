"""A client that is closed, or used in another event loop, leaves no socket."""

import asyncio
import gc
from typing import cast

import httpx
import pytest
from campaignkit import AsyncSonarly, CampaignKitError
from campaignkit_fake import SAMPLE_ID, Fake

from tests.client.raw_server import async_transport
from tests.client.responses import KEY
from tests.client.transport_server import Counter, client, head, pools_of, read_request, server

ID = SAMPLE_ID


def test_closed_twice() -> None:
    """A body that is closed twice gives its connection back once."""

    async def run() -> None:
        async with server(Counter()) as base_url, client(base_url, max_connections=1) as http:
            async with http.stream("GET", "/") as response:
                await response.aread()
            stream = cast(httpx.AsyncByteStream, response.stream)
            async with http.stream("GET", "/"):
                await stream.aclose()
                with pytest.raises(httpx.PoolTimeout):
                    await http.get("/", timeout=httpx.Timeout(60, pool=0))

    asyncio.run(run())


class Late(asyncio.SelectorEventLoop):
    """An event loop whose time a test moves on."""

    lateness = 0.0

    def time(self) -> float:
        """Return the seconds."""
        return super().time() + self.lateness


@pytest.mark.parametrize("stage", ["pool", "connect", "sent"])
def test_outcome_of_deadline(stage: str) -> None:
    """A call whose deadline comes says that it was not sent, unless it was."""
    started = asyncio.Event()

    async def handle(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read(1)
        started.set()
        await reader.read()

    async def run() -> CampaignKitError:
        async with server(handle) as url:
            base_url = url.replace("http:", "https:") if stage == "connect" else url
            transport = async_transport(base_url, max_connections=0 if stage == "pool" else 1)
            async with AsyncSonarly(
                api_key=KEY, base_url=base_url, transport=transport, deadline=30, retries=0
            ) as sonarly:
                move = sonarly.audiences.move_leads(ID, ID, target_audience_id=ID, lead_ids=[ID])
                call = asyncio.create_task(move)
                await (asyncio.sleep(0) if stage == "pool" else started.wait())
                # A loop that was busy for so long finds every timer expired at once.
                cast(Late, asyncio.get_running_loop()).lateness = 60
                with pytest.raises(CampaignKitError) as caught:
                    await call
        return caught.value

    with asyncio.Runner(loop_factory=Late) as runner:
        error = runner.run(run())

    assert error.outcome == ("unknown" if stage == "sent" else "not_sent")


@pytest.mark.parametrize("operation", ["get", "start"])
def test_outcome_of_close(operation: str) -> None:
    """A call whose client is closed after it was sent does not say that it was not sent."""
    started = asyncio.Event()

    async def handle(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await read_request(reader)
        started.set()
        await reader.read()

    async def run() -> CampaignKitError:
        async with server(handle) as base_url:
            sonarly = AsyncSonarly(api_key=KEY, base_url=base_url)
            call = asyncio.create_task(getattr(sonarly.campaigns, operation)(ID, ID))
            await started.wait()
            await sonarly.close()
            with pytest.raises(CampaignKitError) as caught:
                await call
        return caught.value

    assert asyncio.run(run()).outcome == "unknown"


def test_closed_in_use() -> None:
    """A client that is closed while a call is on its way ends it with an error."""
    started = asyncio.Event()
    left = asyncio.Event()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        started.set()
        await read_request(reader)
        left.set()

    async def run() -> None:
        async with server(handle) as base_url:
            async with client(base_url) as http:
                call = asyncio.create_task(http.get("/"))
                await started.wait()
            with pytest.raises(httpx.NetworkError):
                await call
            await left.wait()

    asyncio.run(run())


def test_closed_while_connecting() -> None:
    """A connection that opens after the transport was closed does not stay open."""
    left = asyncio.Event()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(head(4) + b"done")
        await read_request(reader)
        left.set()

    async def run() -> None:
        async with server(handle) as base_url:
            transport = async_transport(base_url)
            async with httpx.AsyncClient(transport=transport) as http, asyncio.timeout(60):
                call = asyncio.create_task(http.get(base_url))
                await asyncio.sleep(0)
                await transport.aclose()
                assert (await call).text == "done"
                await left.wait()

    asyncio.run(run())


@pytest.mark.own_connections
def test_next_loop() -> None:
    """A client goes on in a second event loop after the first has ended; none leaves a socket."""

    async def call(sonarly: AsyncSonarly) -> str:
        return (await sonarly.campaigns.get(ID, ID)).id

    async def end(sonarly: AsyncSonarly) -> str:
        async with sonarly:
            return await call(sonarly)

    with Fake().serve() as base_url:
        sonarly = AsyncSonarly(api_key="fake-sonarly", base_url=base_url)
        pools = pools_of(sonarly)
        assert asyncio.run(call(sonarly)) == asyncio.run(call(sonarly)) == ID
        assert len(pools._by_loop) == 1
        assert asyncio.run(end(sonarly)) == ID
        del sonarly, pools
        gc.collect()  # a connection that is not closed would warn now


@pytest.mark.own_connections
def test_closed_in_another_loop() -> None:
    """A loop that still runs when another one closes the client closes its connections itself."""

    async def call(sonarly: AsyncSonarly) -> str:
        return (await sonarly.campaigns.get(ID, ID)).id

    with Fake().serve() as base_url, asyncio.Runner() as one:
        sonarly = AsyncSonarly(api_key="fake-sonarly", base_url=base_url)
        assert one.run(call(sonarly)) == ID
        asyncio.run(sonarly.close())
        one.run(asyncio.sleep(0))
    del sonarly
    gc.collect()


@pytest.mark.own_connections
def test_two_loops() -> None:
    """Event loops that take turns keep to their own connections."""

    async def call(sonarly: AsyncSonarly) -> str:
        return (await sonarly.campaigns.get(ID, ID)).id

    with Fake().serve() as base_url, asyncio.Runner() as one, asyncio.Runner() as other:
        sonarly = AsyncSonarly(api_key="fake-sonarly", base_url=base_url)
        for runner in (one, other, one, other):
            assert runner.run(call(sonarly)) == ID
        pools = pools_of(sonarly)
        for runner in (one, other):
            # Closing the client closes what the running loop has, and can only drop the rest.
            runner.run(pools._by_loop[runner.get_loop()].aclose())
        one.run(sonarly.close())
