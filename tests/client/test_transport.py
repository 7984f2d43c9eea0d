"""The async transport: what httpx's own does, at any number of calls in flight."""

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, cast

import anyio
import httpx
import pytest
from campaignkit import APIConnectionError, AsyncSonarly, CampaignKitError
from campaignkit._config import Config
from campaignkit._transports.async_httpx_transport import open_pools
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_wire.async_pool import LoopPools
from campaignkit_wire.messages import Limits, Request

from tests.client.raw_server import Clock, async_transport
from tests.client.responses import KEY

ID = SAMPLE_ID
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def server(handle: Handler) -> AsyncIterator[str]:
    """A server on loopback with a handler for each connection; it gives the base URL."""
    handling: list[asyncio.Task[None] | None] = []

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        handling.append(asyncio.current_task())
        await handle(reader, writer)
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(connected, "127.0.0.1", 0, backlog=1_000) as listening:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    await asyncio.gather(*filter(None, handling))


def client(base_url: str, pool: float | None = 60, **options: Any) -> httpx.AsyncClient:
    """An httpx client over the transport, for which no idle time passes."""
    return httpx.AsyncClient(
        transport=async_transport(base_url, **{"monotonic": Clock(), **options}),
        base_url=base_url,
        timeout=httpx.Timeout(60, pool=pool),
    )


def head(length: int, *lines: str) -> bytes:
    """The head of an answer whose body is that long."""
    text = "\r\n".join(["HTTP/1.1 200 OK", f"Content-Length: {length}", *lines, "", ""])
    return text.encode()


class Counter:
    """A handler that answers each request with the number of its connection."""

    def __init__(self, *lines: str) -> None:
        self.connections: list[Streams] = []
        self._lines = lines

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer until the client leaves, or the answer's own lines end the connection."""
        self.connections.append((reader, writer))
        number = str(len(self.connections)).encode()
        while await _request(reader):
            writer.write(head(len(number), *self._lines) + number)
            if self._lines == ("Connection: close",):
                break


async def _request(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""


async def numbers(http: httpx.AsyncClient, count: int) -> list[int]:
    """The connections that so many calls at once go over."""
    answers = await asyncio.gather(*[http.get("/") for _ in range(count)])
    return [int(answer.text) for answer in answers]


def test_reuse() -> None:
    """Calls one after the other go over one connection, also after a burst."""

    async def run() -> list[list[int]]:
        async with server(Counter()) as base_url, client(base_url) as http:
            return [await numbers(http, count) for count in (1, 1, 3, 1, 1)]

    first, second, burst, third, fourth = asyncio.run(run())

    assert first == second == [1]
    assert sorted(burst) == [1, 2, 3]
    assert third == fourth


def test_thousand() -> None:
    """A thousand calls at once are all answered, over a hundred connections."""

    async def run() -> list[int]:
        async with server(Counter()) as base_url, client(base_url) as http:
            http.timeout = httpx.Timeout(None)  # the machine may be busy
            return await numbers(http, 1_000)

    used = asyncio.run(run())

    assert len(used) == 1_000
    assert set(used) == set(range(1, 101))


def test_wait() -> None:
    """Beyond the limit, calls wait for their turn."""

    async def run() -> list[int]:
        async with server(Counter()) as base_url, client(base_url, max_connections=2) as http:
            return await numbers(http, 5)

    assert set(asyncio.run(run())) == {1, 2}


def test_wait_too_long() -> None:
    """A call that waits longer than the pool timeout was not sent."""

    async def run() -> None:
        async with (
            server(Counter()) as base_url,
            client(base_url, max_connections=1, pool=0) as http,
        ):
            async with http.stream("GET", "/"):
                with pytest.raises(httpx.PoolTimeout, match="in use"):
                    await http.get("/")

            assert await numbers(http, 1) == [1]  # the body had arrived whole

    asyncio.run(run())


def test_cancelled_wait() -> None:
    """A call that is cancelled while it waits takes nobody's turn."""

    async def run() -> None:
        async with server(Counter()) as base_url, client(base_url, max_connections=1) as http:
            async with http.stream("GET", "/") as answer:
                waiting = asyncio.create_task(http.get("/"))
                await asyncio.sleep(0)
                waiting.cancel()
                await asyncio.wait([waiting])
                await answer.aread()

            assert waiting.cancelled()
            assert await numbers(http, 1) == [1]

    asyncio.run(run())


@pytest.mark.parametrize("is_cancelled_first", [False, True])
def test_cancelled_with_a_slot(is_cancelled_first: bool) -> None:
    """A slot that comes together with a cancellation is not lost."""

    async def run() -> int:
        pools = open_pools(Config("http://127.0.0.1:9", {}), max_connections=0)
        pool = await pools.current()
        waiting = asyncio.create_task(pool.send(Request("GET", b""), Limits()))
        await asyncio.sleep(0)
        steps: list[Callable[[], object]] = [pool._add_slot, waiting.cancel]
        for step in reversed(steps) if is_cancelled_first else steps:
            step()
        await asyncio.wait([waiting])
        assert waiting.cancelled()
        return len(pool._slots)

    assert asyncio.run(run()) == 1


def test_stream() -> None:
    """A body arrives part by part, as it is sent."""
    read = asyncio.Event()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _request(reader)
        writer.write(head(6) + b"one")
        await read.wait()
        writer.write(b"two")
        await _request(reader)

    async def run() -> list[bytes]:
        parts = []
        async with (
            server(handle) as base_url,
            client(base_url) as http,
            http.stream("GET", "/") as answer,
        ):
            async for part in answer.aiter_bytes():
                parts.append(part)
                read.set()
        return parts

    assert asyncio.run(run()) == [b"one", b"two"]


def test_closed_by_server() -> None:
    """A connection that the server closed while it was idle is not used again."""

    async def run() -> list[int]:
        handler = Counter()
        async with server(handler) as base_url, client(base_url) as http:
            used = await numbers(http, 1)
            _, writer = handler.connections[0]
            writer.close()
            await writer.wait_closed()
            return used + await numbers(http, 1)

    assert asyncio.run(run()) == [1, 2]


def test_newest_closed_by_server() -> None:
    """The next best is used instead."""

    async def run() -> tuple[int, list[int]]:
        handler = Counter()
        async with server(handler) as base_url, client(base_url) as http:
            await numbers(http, 2)
            [used] = await numbers(http, 1)
            handler.connections[used - 1][1].write_eof()
            return used, await numbers(http, 1)

    used, next_used = asyncio.run(run())

    assert next_used == [3 - used]


def test_closed_by_answer() -> None:
    """Nor is one that the server said it would close."""

    async def run() -> list[int]:
        async with server(Counter("Connection: close")) as base_url, client(base_url) as http:
            return await numbers(http, 1) + await numbers(http, 1)

    assert asyncio.run(run()) == [1, 2]


def test_idle_too_long() -> None:
    """Nor is one that was idle for too long."""

    async def run() -> list[int]:
        async with server(Counter()) as base_url, client(base_url, keepalive_expiry=0) as http:
            return await numbers(http, 1) + await numbers(http, 1)

    assert asyncio.run(run()) == [1, 2]


def test_crowd() -> None:
    """After a burst, a connection that only the server has left does not stay open."""

    async def run() -> tuple[list[int], int, bytes]:
        handler = Counter()
        async with server(handler) as base_url, client(base_url) as http:
            await numbers(http, 2)
            [used] = await numbers(http, 1)
            reader, writer = handler.connections[2 - used]  # the other one
            writer.write_eof()
            next_used = await numbers(http, 1)
            async with asyncio.timeout(60):
                return next_used, used, await reader.read()

    next_used, used, rest = asyncio.run(run())

    assert (next_used, rest) == ([used], b"")


@pytest.mark.parametrize("in_scope", [False, True], ids=["task", "scope"])
@pytest.mark.parametrize("sent", [b"", head(1_000) + b"half"], ids=["head", "body"])
def test_cancelled(sent: bytes, in_scope: bool) -> None:
    """A call that is cancelled in the middle of its answer leaves no trace in the next."""
    started = asyncio.Event()
    connections: list[Streams] = []

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append((reader, writer))
        await _request(reader)
        if len(connections) == 1:
            writer.write(sent)
            started.set()
            await reader.read()  # until the client leaves
        else:
            writer.write(head(5) + b"whole")

    async def call(http: httpx.AsyncClient, scope: anyio.CancelScope) -> None:
        with scope:  # unlike a task's own, its cancellation goes on until it is left
            await http.get("/")

    async def run() -> str:
        scope = anyio.CancelScope()
        async with server(handle) as base_url, client(base_url, max_connections=1) as http:
            task = asyncio.create_task(call(http, scope))
            await started.wait()
            (scope if in_scope else task).cancel()
            await asyncio.wait([task])
            assert (scope.cancel_called, task.cancelled()) == (in_scope, not in_scope)
            return (await http.get("/")).text

    assert asyncio.run(run()) == "whole"


def test_cancelled_with_open_body() -> None:
    """So does one that is cancelled while its caller does something else."""

    async def run() -> None:
        async with (
            server(Counter()) as base_url,
            client(base_url, max_connections=1, pool=0) as http,
        ):
            with anyio.CancelScope() as scope:  # otherwise it would sleep forever
                async with http.stream("GET", "/"):
                    scope.cancel()
                    await anyio.sleep_forever()
            assert await numbers(http, 1) == [1]  # the body had arrived whole

    asyncio.run(run())


def test_cancelled_while_connecting() -> None:
    """So does one that is cancelled before it has a connection."""

    async def run() -> None:
        async with (
            server(Counter()) as base_url,
            client(base_url, max_connections=1, pool=0) as http,
        ):
            task = asyncio.create_task(http.get("/"))
            await asyncio.sleep(0)
            task.cancel()
            await asyncio.wait([task])
            assert task.cancelled()
            assert len(await numbers(http, 1)) == 1

    asyncio.run(run())


def test_closed_twice() -> None:
    """A body that is closed twice gives its connection back once."""

    async def run() -> None:
        async with server(Counter()) as base_url, client(base_url, max_connections=1) as http:
            async with http.stream("GET", "/") as answer:
                await answer.aread()
            stream = cast(httpx.AsyncByteStream, answer.stream)
            async with http.stream("GET", "/"):
                await stream.aclose()
                with pytest.raises(httpx.PoolTimeout):
                    await http.get("/", timeout=httpx.Timeout(60, pool=0))

    asyncio.run(run())


def test_refused() -> None:
    """A refused connection is a ConnectError, each time."""

    async def run() -> None:
        async with client("http://127.0.0.1:9", max_connections=1, pool=0) as http:
            for _ in range(3):
                with pytest.raises(httpx.ConnectError):
                    await http.get("/")

    asyncio.run(run())


def test_encrypted() -> None:
    """To an https URL nothing is sent before the other side proves who it is."""
    received = []

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        received.append(await reader.read(100))
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")

    async def run() -> None:
        async with server(handle) as base_url:
            https = client(base_url.replace("http:", "https:"))
            async with https:
                with pytest.raises(httpx.ConnectError, match="SSL"):
                    await https.get("/secret")

    asyncio.run(run())

    assert b"secret" not in b"".join(received)


def test_cancelled_handshake() -> None:
    """A connection whose TLS handshake is cancelled is closed at once."""
    started, left = asyncio.Event(), asyncio.Event()

    async def handle(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read(1)  # of the client's first message, which is not answered
        started.set()
        await reader.read()
        left.set()

    async def run() -> None:
        async with server(handle) as base_url, client(base_url.replace("http:", "https:")) as http:
            call = asyncio.create_task(http.get("/"))
            await started.wait()
            call.cancel()
            await asyncio.wait([call])
            gc.disable()
            try:
                async with asyncio.timeout(60):
                    await left.wait()
            finally:
                gc.enable()

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
        await _request(reader)
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
        await _request(reader)
        started.set()
        await _request(reader)
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
    """A connection that comes to be after the transport was closed does not stay open."""
    left = asyncio.Event()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _request(reader)
        writer.write(head(4) + b"done")
        await _request(reader)
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


def pools_of(sonarly: AsyncSonarly) -> LoopPools:
    """The connections of a client, which are ours."""
    pools = sonarly._state.handle.open()._pools
    assert isinstance(pools, LoopPools)
    return pools


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


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "ALL_PROXY"])
def test_proxy(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment is asked for a tunnel, and sees no key."""
    received: list[bytes] = []

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        received.append(await _request(reader))
        writer.write(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")

    async def run() -> None:
        async with server(handle) as proxy:
            monkeypatch.setenv(variable, proxy)
            async with AsyncSonarly(api_key=KEY, retries=0) as sonarly:
                await sonarly.campaigns.list("g")

    with pytest.raises(APIConnectionError, match="ProxyError") as caught:
        asyncio.run(run())

    assert caught.value.outcome == "not_sent"
    assert received[0].startswith(b"CONNECT api.sonarly.io:443")
    assert KEY.encode() not in received[0]


@pytest.mark.own_connections
def test_no_proxy_to_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the way to loopback a proxy of the environment changes nothing."""
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")

    async def run() -> None:
        async with AsyncSonarly(api_key=KEY, base_url="http://127.0.0.1:9") as sonarly:
            assert pools_of(sonarly)

    asyncio.run(run())
