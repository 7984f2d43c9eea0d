"""A fan-out that is left early sends nothing more: no retry, no other half, no verifying read."""

import asyncio
import concurrent.futures
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from campaignkit import AsyncSonarly, Sonarly
from campaignkit_fake import VirtualClock

from tests.client.responses import KEY, failure, leads, success, transport

GROUPS = [f"group-{number}" for number in range(50)]
IDS = [f"lead-{number}" for number in range(1_000)]


class Left(Exception):  # noqa: N818 - not an error, but a way out
    """The caller leaves."""


class Server:
    """Server that responds for the first item; other requests wait until the caller has left."""

    def __init__(self, refuse: Callable[[httpx.Request], httpx.Response]) -> None:
        self.requests: list[httpx.Request] = []
        self.left = threading.Event()
        self.under_way = threading.Semaphore(0)
        self._refuse = refuse
        self._lock = threading.Lock()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return the response."""
        with self._lock:
            self.requests.append(request)
        if "leadIds" in request.url.params and "lead-0" in request.url.params["leadIds"].split(","):
            self.under_way.acquire(timeout=60)  # so that another call has begun
            return leads(request)
        if request.url.path == "/v1/accounts/group-0/campaigns":
            self.under_way.acquire(timeout=60)
            return success_of(request)
        self.under_way.release()
        self.left.wait(60)
        return self._refuse(request)


def success_of(_: httpx.Request) -> httpx.Response:
    """Return no campaigns."""
    return httpx.Response(200, json=success({"items": []}))


def refused(_: httpx.Request) -> httpx.Response:
    """Return an internal error."""
    return httpx.Response(500, json=failure())


def client(server: Callable[[httpx.Request], httpx.Response], **options: Any) -> Sonarly:
    """Return a client that retries often, on the clock of the machine."""
    return Sonarly(api_key=KEY, transport=transport(server), retries=10, **options)


def workers() -> list[threading.Thread]:
    """Return the threads of fan-outs."""
    return [thread for thread in threading.enumerate() if thread.name.startswith("campaignkit")]


def join_workers() -> None:
    """Wait until no fan-out has a thread any more, nor begins one."""
    while threads := workers():
        for thread in threads:
            thread.join(60)
            assert not thread.is_alive()


def ended(server: Server) -> int:
    """Let what is under way end, wait for the threads, and return how many requests there were."""
    under_way = len(server.requests)
    server.left.set()
    join_workers()
    # A worker may have been about to send its first request when the caller left.
    assert len(server.requests) >= under_way
    return len(server.requests)


def by_break(results: Iterator[Any]) -> None:
    """Leave after the first result."""
    for _ in results:
        break


def by_exception(results: Iterator[Any]) -> None:
    """Leave by an exception of the loop's body."""
    with pytest.raises(Left):
        _raise_within(results)


def _raise_within(results: Iterator[Any]) -> None:
    for _ in results:
        raise Left


WAYS = pytest.mark.parametrize("leave", [by_break, by_exception])


@WAYS
def test_no_retry(leave: Callable[[Any], None]) -> None:
    """Calls under way when the caller leaves end, and are not sent again."""
    server = Server(refused)
    with client(server) as sonarly:
        leave(sonarly.map(sonarly.campaigns.list, GROUPS, concurrency=4))
        asked = ended(server)

    assert asked <= 1 + 4
    assert len({request.url.path for request in server.requests}) == asked


@WAYS
def test_no_verifying_read(leave: Callable[[Any], None]) -> None:
    """A start that may have been applied is neither sent again nor read."""
    server = Server(refused)
    with client(server) as sonarly:

        def list_or_start(group: str) -> Any:
            campaigns = sonarly.campaigns
            return campaigns.list(group) if group == GROUPS[0] else campaigns.start(group, "c")

        leave(sonarly.map(list_or_start, GROUPS, concurrency=4))
        asked = ended(server)

    posts = [request for request in server.requests if request.method == "POST"]
    assert len(posts) == asked - 1 <= 4
    assert len({request.url.path for request in posts}) == len(posts)


def test_no_other_half() -> None:
    """A batch that is refused after the caller has left is not asked in halves."""
    server = Server(lambda _: httpx.Response(400, json=failure()))
    with client(server) as sonarly:
        by_break(iter(sonarly.campaigns.lead_status("g", "c", lead_ids=IDS, concurrency=4)))
        ended(server)

    assert {len(request.url.params["leadIds"].split(",")) for request in server.requests} == {100}


def test_interrupted() -> None:
    """Ctrl-C is such a way out, too."""
    server = Server(refused)

    def interrupt(done: int, total: int | None) -> None:
        raise KeyboardInterrupt

    with client(server) as sonarly:
        with pytest.raises(KeyboardInterrupt):
            list(sonarly.map(sonarly.campaigns.list, GROUPS, concurrency=4, on_progress=interrupt))
        assert ended(server) <= 1 + 4


def test_waits_end() -> None:
    """A wait for a retry ends when the caller leaves, however long the server asked for."""
    waits = {"Retry-After": "59"}
    server = Server(lambda _: httpx.Response(429, json=failure(), headers=waits))
    with client(server) as sonarly:
        server.left.set()
        by_break(iter(sonarly.map(sonarly.campaigns.list, GROUPS, concurrency=4)))
        join_workers()


def test_nested() -> None:
    """A fan-out within a fan-out is left with it."""
    server = Server(refused)
    with client(server) as sonarly:

        def inner(group: str) -> Any:
            if group == GROUPS[0]:
                return sonarly.campaigns.list(group)
            items = [f"{group}-{number}" for number in range(20)]
            return list(sonarly.map(sonarly.campaigns.list, items, concurrency=2))

        by_break(iter(sonarly.map(inner, GROUPS, concurrency=3)))
        assert ended(server) <= 1 + 3 * 2


def test_finished() -> None:
    """A finished iteration leaves no thread, and a later one works like the first."""
    with Sonarly(api_key=KEY, transport=transport(success_of), clock=VirtualClock()) as sonarly:
        for _ in range(2):
            assert len(list(sonarly.map(sonarly.campaigns.list, GROUPS))) == 50
            join_workers()


def test_async() -> None:
    """Tasks that are cancelled send nothing more."""
    requests: list[str] = []

    async def respond(request: httpx.Request) -> httpx.Response:
        requests.append(request.url.path)
        if len(requests) > 1:
            await asyncio.sleep(0)
            return refused(request)
        return success_of(request)

    async def run() -> int:
        mock = httpx.MockTransport(respond)
        async with AsyncSonarly(api_key=KEY, transport=mock, clock=VirtualClock()) as sonarly:
            pairs = sonarly.map(sonarly.campaigns.list, GROUPS, concurrency=4).batches()
            await anext(pairs)
            await pairs.aclose()
            asked = len(requests)
            for _ in range(100):
                await asyncio.sleep(0)
            assert asyncio.all_tasks() == {asyncio.current_task()}
            return asked

    asked = asyncio.run(run())
    assert len(requests) == asked


def test_threads_are_few() -> None:
    """If no further thread can be started those that run, or the caller's, do the work once."""
    started: list[str] = []

    class Few(threading.Thread):
        def start(self) -> None:
            if len(started) >= 2:
                raise RuntimeError("can't start new thread")
            started.append(self.name)
            super().start()

    asked: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return success_of(request)

    with pytest.MonkeyPatch.context() as patch, client(respond) as sonarly:
        patch.setattr(threading, "Thread", Few)
        first = [group for group, _ in sonarly.map(sonarly.campaigns.list, GROUPS)]
        second = [group for group, _ in sonarly.map(sonarly.campaigns.list, GROUPS)]

    assert (first, second) == (GROUPS, GROUPS)
    assert len(started) == 2
    assert len(asked) == 100
    assert len({*asked}) == 50


@pytest.mark.parametrize("is_loaded", [False, True], ids=["new", "loaded"])
def test_shutdown(is_loaded: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `concurrent.futures` raises while the interpreter shuts down does not fail a fan-out."""

    def refuse(*_: object) -> None:
        raise RuntimeError("can't register atexit after shutdown")

    import concurrent.futures.thread as loaded

    if is_loaded:
        monkeypatch.setattr(loaded, "_shutdown", True)
    else:
        monkeypatch.delattr(concurrent.futures, "ThreadPoolExecutor")
        monkeypatch.delitem(sys.modules, "concurrent.futures.thread")
        monkeypatch.setattr(threading, "_register_atexit", refuse)
    with Sonarly(api_key=KEY, transport=transport(success_of)) as sonarly:
        pairs = list(sonarly.map(sonarly.campaigns.list, GROUPS))

    assert [group for group, _ in pairs] == GROUPS
    assert workers() == []


SCRIPT = """
import atexit, sys, threading
import httpx
from campaignkit import Sonarly
from campaignkit_fake import SAMPLE_ID as ID, Fake

{more}
sonarly = Sonarly(api_key="fake-sonarly", transport=Fake().transport())

def at_exit():
    print(len(sonarly.campaigns.list(ID)))
    print(len(list(sonarly.map(sonarly.campaigns.list, [ID] * 20))))
    print(len(list(sonarly.campaigns.lead_status(ID, ID, lead_ids=[ID] * 300))))
    print(len(list(sonarly.audiences.list(ID, limit=2).prefetch())))
    sonarly.close()

atexit.register(at_exit)
"""


def run_script(script: str) -> list[str]:
    """Run a script in an interpreter of its own, which must not complain; return its output."""
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-W", "error", "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize("more", ["", "import concurrent.futures.thread"], ids=["new", "loaded"])
def test_at_exit(more: str) -> None:
    """While the interpreter shuts down no thread can be started: calls go out one by one."""
    assert run_script(SCRIPT.format(more=more)) == ["48", "20", "300", "6"]


LEFT_OPEN = """
import httpx
from campaignkit import Sonarly

asked = []

def answer(request):
    asked.append(request.url.path)
    if request.url.path == "/v1/accounts/0/campaigns":
        body = {"success": True, "data": {"items": []}, "error": None, "traceId": "t"}
        return httpx.Response(200, json=body)
    return httpx.Response(429, headers={"Retry-After": "59"})

sonarly = Sonarly(api_key="key", transport=httpx.MockTransport(answer), retries=10)
pairs = iter(sonarly.map(sonarly.campaigns.list, map(str, range(50)), concurrency=4))
next(pairs)
print("left open")
"""


def test_exit() -> None:
    """A fan-out that is still open does not delay the exit of the interpreter by its waits."""
    assert run_script(LEFT_OPEN) == ["left", "open"]


INTERRUPTED = """
import atexit, signal
import httpx
from campaignkit import Sonarly

asked = []

def answer(request):
    asked.append(request.url.path)
    if request.url.path == "/v1/accounts/0/campaigns":
        print("under way", flush=True)
    return httpx.Response(429, headers={"Retry-After": "59"})

sonarly = Sonarly(api_key="key", transport=httpx.MockTransport(answer), retries=10)
atexit.register(lambda: print("asked", len(asked) <= 4))
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
try:
    list(sonarly.map(sonarly.campaigns.list, map(str, range(50)), concurrency=4))
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def test_signal() -> None:
    """Ctrl-C ends a fan-out whose threads wait, and the interpreter exits without these waits."""
    command = [sys.executable, "-c", INTERRUPTED]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "under way\n"
            process.send_signal(signal.SIGINT)
            output, _ = process.communicate(timeout=50)
        finally:
            process.kill()

    assert output.splitlines() == ["interrupted", "asked True"]
