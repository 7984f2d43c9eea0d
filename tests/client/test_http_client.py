"""One client in threads, tasks, event loops and forked processes, and clients left open."""

import asyncio
import gc
import os
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from campaignkit import AsyncSonarly, ConfigurationError, Sonarly
from campaignkit._http_client import EventLoopGuard
from campaignkit._transports.carrier import SyncCarrier
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake
from campaignkit_runtime.fork_safety import setting_up

from tests.client.responses import KEY, success, transport

EMPTY = httpx.Response(200, json=success({"items": []}))

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")


@pytest.fixture
def base_url() -> Iterator[str]:
    """Yield the base URL of a fake over HTTP."""
    with Fake().serve() as base_url:
        yield base_url


def in_child(act: Callable[[], str]) -> str:
    """Return the result of an act in a forked process, which ends after it."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # Python warns of forks beside threads; that is what these tests are about.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:  # pragma: no cover - coverage does not follow
        try:
            os.write(writing, act().encode())
        except BaseException as error:
            os.write(writing, repr(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


@pytest.mark.no_cover
def test_threads(base_url: str) -> None:
    """Each of 32 threads with one client gets its own responses."""
    with Sonarly(api_key="fake-sonarly", base_url=base_url) as sonarly:
        groups = [campaign.id for campaign in sonarly.campaigns.list(ID)]

        def ask(number: int) -> bool:
            asked = groups[number % len(groups)]
            return sonarly.campaigns.get(ID, asked).id == asked

        with ThreadPoolExecutor(32) as pool:
            assert all(pool.map(ask, range(160)))


def test_options_in_threads() -> None:
    """Options of one thread's call are not those of another's at the same time."""

    def handle(request: httpx.Request) -> httpx.Response:
        given = request.extensions["timeout"]["read"]
        return httpx.Response(404 if given == 1 else 403)

    sonarly = Sonarly(api_key=KEY, transport=transport(handle))

    def ask(seconds: int) -> str:
        try:
            sonarly.with_options(timeout=seconds).campaigns.get("g", "c")
        except Exception as error:
            return type(error).__name__
        return "nothing"

    with ThreadPoolExecutor(8) as pool:
        said = list(pool.map(ask, [1, 2] * 100))

    assert said == ["NotFoundError", "PermissionDeniedError"] * 100


@pytest.mark.no_cover
def test_tasks(base_url: str) -> None:
    """Each of 300 tasks with one client gets its own responses."""

    async def run() -> bool:
        async with AsyncSonarly(api_key="fake-sonarly", base_url=base_url) as sonarly:
            groups = [campaign.id for campaign in await sonarly.campaigns.list(ID)]
            asked = [groups[number % len(groups)] for number in range(300)]
            found = await asyncio.gather(
                *(sonarly.campaigns.get(ID, campaign_id) for campaign_id in asked)
            )
        return [campaign.id for campaign in found] == asked

    assert asyncio.run(run())


def test_loops_and_own_client(base_url: str) -> None:
    """A caller's own httpx client in a second loop is an error, not a call without an end."""
    http = httpx.AsyncClient()
    sonarly = AsyncSonarly(api_key="fake-sonarly", base_url=base_url, http_client=http)

    async def ask(*, is_last: bool) -> int:
        try:
            return len(await sonarly.campaigns.list(ID))
        finally:
            if is_last:
                await http.aclose()

    async def both() -> None:
        """Run a loop in a thread beside this one, which waits."""
        await ask(is_last=False)
        with pytest.raises(ConfigurationError, match="belong to another event loop"):
            await asyncio.to_thread(asyncio.run, ask(is_last=False))
        await ask(is_last=True)

    asyncio.run(both())


def test_loops_and_own_transport() -> None:
    """The same for a caller's pool; a transport without connections knows no loops."""
    pooled = AsyncSonarly(api_key=KEY, transport=httpx.AsyncHTTPTransport())
    mocked = AsyncSonarly(api_key=KEY, transport=transport(EMPTY))

    assert (pooled._state.loop is None, mocked._state.loop is None) == (False, True)


def test_no_loop() -> None:
    """Without asyncio, no loop has to be distinguished."""
    EventLoopGuard().check()


@needs_fork
def test_fork(base_url: str) -> None:
    """A client goes on in a forked process with connections of its own, and here with ours."""
    with Sonarly(api_key="fake-sonarly", base_url=base_url) as sonarly:
        mine = len(sonarly.campaigns.list(ID))

        def ask() -> str:
            with ThreadPoolExecutor(4) as pool:
                found = pool.map(lambda _: len(sonarly.campaigns.list(ID)), range(8))
                return str(set(found))

        assert in_child(ask) == str({mine})
        assert len(sonarly.campaigns.list(ID)) == mine


@needs_fork
def test_fork_while_opening() -> None:
    """A thread that forks while it sets up a client leaves a child that sets up its own."""
    sonarly = Sonarly(api_key=KEY, base_url="http://127.0.0.1:9", retries=0)

    def ask() -> str:
        try:
            sonarly.campaigns.list("g")
        except Exception as error:
            return type(error).__name__
        return "nothing"

    with setting_up:
        assert in_child(ask) == "APIConnectionError"


@needs_fork
def test_fork_of_own_client(base_url: str) -> None:
    """A caller's own httpx client is not shared with a forked process: the error says so."""
    with httpx.Client() as http:
        sonarly = Sonarly(api_key="fake-sonarly", base_url=base_url, http_client=http)
        sonarly.campaigns.list(ID)

        def ask() -> str:
            try:
                sonarly.campaigns.list(ID)
            except ConfigurationError as error:
                return str(error)
            return "nothing"

        assert "before this process was forked" in in_child(ask)
        assert sonarly.campaigns.list(ID)


def test_other_process() -> None:
    """A client neither uses nor closes what another process opened, nor what was lent to it."""
    ours = Sonarly(api_key=KEY, base_url="http://127.0.0.1:9")
    lent = Sonarly(api_key=KEY, transport=transport(EMPTY))
    theirs = ours._state.handle.open()
    for client in (ours, lent):
        client._state.handle._by_process[-1] = client._state.handle._by_process.pop(os.getpid())

    assert ours._state.handle.close() is None
    assert ours._state.handle.open() is not theirs
    with pytest.raises(ConfigurationError, match="before this process was forked"):
        lent.campaigns.list("g")
    theirs.close()


def test_opened_once() -> None:
    """If two threads call first at the same time, the later finds what the earlier opened."""
    handle = Sonarly(api_key=KEY, transport=transport(EMPTY))._state.handle
    [state] = handle._by_process.values()
    with ThreadPoolExecutor(1) as pool:
        with setting_up:
            later = pool.submit(handle.open)
            earlier = state.carrier = SyncCarrier(handle.config)
        assert later.result() is earlier


def test_client_opened_once() -> None:
    """The same holds for the httpx client of a lane."""
    carrier = Sonarly(api_key=KEY, transport=transport(EMPTY))._state.handle.open()
    with ThreadPoolExecutor(1) as pool, httpx.Client() as earlier:
        with setting_up:
            later = pool.submit(carrier.client, "stock")
            carrier._clients["stock"] = earlier
        assert later.result() is earlier


def test_close_of_a_child(base_url: str) -> None:
    """Closing in a process that opened nothing closes nothing."""
    sonarly = Sonarly(api_key=KEY, base_url=base_url)
    sonarly.close()
    sonarly.close()

    assert sonarly._state.handle.close() is None


def forget(sonarly: Sonarly) -> None:
    """Call and lose a client."""
    sonarly.campaigns.list(ID)
    del sonarly
    gc.collect()


def test_forgotten(base_url: str) -> None:
    """A client that is not closed warns at its end if connections are open."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        forget(Sonarly(api_key="fake-sonarly", base_url=base_url))

    assert "A campaignkit client was not closed" in " ".join(
        str(warning.message) for warning in told
    )


def test_not_forgotten(base_url: str) -> None:
    """No warning comes for a client that was never opened, is closed, or is the caller's own."""
    with warnings.catch_warnings(), httpx.Client() as http:
        warnings.simplefilter("error")
        Sonarly(api_key="fake-sonarly", base_url=base_url)
        Sonarly(api_key="fake-sonarly", base_url=base_url).close()
        forget(Sonarly(api_key="fake-sonarly", transport=Fake().transport()))
        forget(Sonarly(api_key="fake-sonarly", base_url=base_url, http_client=http))
        with Sonarly(api_key="fake-sonarly", base_url=base_url) as sonarly:
            forget(sonarly)
        del sonarly
        gc.collect()
