"""Keys that a function of the caller gives."""

import asyncio
import pickle
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from campaignkit import (
    APITimeoutError,
    AsyncSonarly,
    AuthenticationError,
    CampaignKitError,
    ConfigurationError,
    DeadlineExceeded,
    Sonarly,
)
from campaignkit._auth import CombinedAuth, KeyAuth
from campaignkit._config import Config
from campaignkit._key_sources import SourcedKeyAuth, auth_of, current_auth
from campaignkit._transports.request_writer import RequestWriter
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake, VirtualClock
from campaignkit_runtime.operations import Credential, TokenSource

from tests.client.responses import failure, success, transport
from tests.client.two_credentials import SYNC

MODES = pytest.mark.parametrize("mode", ["sync", "async"])


class Keys:
    """A source of keys, plain or async, which counts how often it is asked."""

    def __init__(self, *keys: Any, is_async: bool = False) -> None:
        self.keys = list(keys)
        self.asked = 0
        self.source: Callable[[], Any] = self.give_async if is_async else self.give

    def give(self) -> Any:
        """Return the next key; the last one again and again."""
        self.asked += 1
        key = self.keys.pop(0) if len(self.keys) > 1 else self.keys[0]
        if isinstance(key, Exception):
            raise key
        return key

    async def give_async(self) -> Any:
        """Return the next key."""
        return self.give()


class Server:
    """A server that refuses all keys but one, and keeps those it got."""

    def __init__(self, key: str, *, first: int = 200) -> None:
        self.key = key
        self.got: list[str] = []
        self.first = first

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return a campaign, or a 401."""
        self.got.append(request.headers["authorization"].removeprefix("Bearer "))
        if len(self.got) == 1 and self.first != 200:
            return httpx.Response(self.first, json=failure(), headers={"Retry-After": "1"})
        is_known = self.got[-1] == self.key
        return httpx.Response(200 if is_known else 401, json=success() if is_known else failure())


def call(mode: str, keys: Keys, server: Server, calls: int = 1, **options: Any) -> None:
    """Make calls with one client."""
    own: dict[str, Any] = {"clock": VirtualClock(), "transport": transport(server), **options}

    async def run() -> None:
        async with AsyncSonarly(api_key=keys.source, **own) as sonarly:
            for _ in range(calls):
                await sonarly.campaigns.get(ID, ID)

    if mode == "async":
        asyncio.run(run())
        return
    with Sonarly(api_key=keys.source, **own) as sonarly:
        for _ in range(calls):
            sonarly.campaigns.get(ID, ID)


@pytest.mark.parametrize("mode", ["sync", "async", "async function"])
def test_each_call(mode: str) -> None:
    """The key is asked for at each call, not at each attempt."""
    keys = Keys("a", "b", is_async=mode == "async function")
    server = Server("b", first=429)
    call(mode.split()[0], keys, server, calls=1)
    # After the 429 the attempt of the same call has the same key; a 401 asks again.
    assert (server.got, keys.asked) == (["a", "a", "b"], 2)


@MODES
def test_own_connections(mode: str) -> None:
    """Our own connections send the key that is current, whatever they sent before."""
    with Fake().serve() as base_url:
        keys = Keys("fake-sonarly", "fake-sonarly-read", "fake-sonarly")
        options: dict[str, Any] = {"transport": None, "base_url": base_url, "clock": None}
        call(mode, keys, Server(""), calls=3, **options)
    assert keys.asked == 3


@MODES
def test_refused(mode: str) -> None:
    """A call is sent once more after a 401, even without retries, and then no more."""
    server, keys = Server("c"), Keys("a", "b", "c")
    with pytest.raises(AuthenticationError) as caught:
        call(mode, keys, server, retries=0)
    assert (server.got, keys.asked, caught.value.attempts) == (["a", "b"], 2, 2)


@pytest.mark.parametrize("first", [401, 429])
def test_never(first: int) -> None:
    """A call of any class is sent again, for a 401 says that it was not carried out."""
    statuses = [first, 401, 404] if first == 429 else [401, 404]
    sent: list[str] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers["authorization"])
        return httpx.Response(statuses[len(sent) - 1], json=failure())

    keys = Keys("a", "b")
    options: Any = {"transport": transport(handle), "clock": VirtualClock(), "retries": 1}
    with pytest.raises(CampaignKitError) as caught:
        Sonarly(api_key=keys.source, **options).request("POST", "/v1/other")
    assert (caught.value.status_code, caught.value.outcome) == (404, "rejected")
    assert sent[-2:] == ["Bearer a", "Bearer b"]


def test_deadline() -> None:
    """After the deadline, a refused call is not sent again."""
    clock = VirtualClock()

    def handle(_: httpx.Request) -> httpx.Response:
        clock.advance(5)
        return httpx.Response(401, json=failure())

    options: Any = {"transport": transport(handle), "clock": clock, "deadline": 3}
    with pytest.raises(AuthenticationError) as caught:
        Sonarly(api_key=Keys("a").source, **options).campaigns.get(ID, ID)
    assert caught.value.attempts == 1


@pytest.mark.parametrize(
    ("key", "complaint"),
    [
        (KeyError("secret"), "was not sent: the function that gives its key raised KeyError."),
        (None, "The API key is missing"),
        ("secret\n", "The API key contains characters"),
        (5, "The API key is missing"),
    ],
)
@MODES
def test_failed(mode: str, key: object, complaint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call without a key is not sent, and no other key takes its place."""
    monkeypatch.setenv("SONARLY_API_KEY", "of-the-environment")
    server = Server("a")
    with pytest.raises(ConfigurationError, match=complaint) as caught:
        call(mode, Keys(key), server)
    assert (server.got, caught.value.outcome) == ([], "not_sent")
    assert "secret" not in str(caught.value)


class Later:
    """An awaitable that cannot be closed."""

    def __await__(self) -> Iterator[Any]:
        """Return nothing to wait for."""
        return iter(())


def test_async_source() -> None:
    """A blocking client cannot wait for an async function, and says so."""
    server = Server("a")
    with pytest.raises(ConfigurationError, match="plain function in a blocking client"):
        call("sync", Keys("a", is_async=True), server)
    with pytest.raises(ConfigurationError, match="returns an awaitable"):
        call("sync", Keys(Later()), server)


class WatchedLock:
    """A lock that counts the threads that come to it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.arrived = threading.Semaphore(0)

    def acquire(self, timeout: float) -> bool:
        """Take the lock."""
        self.arrived.release()
        return self.lock.acquire(timeout=timeout)

    def release(self) -> None:
        """Give the lock back."""
        self.lock.release()


def test_threads() -> None:
    """Threads that wait at the same time share one result."""
    entered, go_on, keys = threading.Event(), threading.Event(), Keys("a")

    def source() -> Any:
        entered.set()
        go_on.wait()
        return keys.give()

    auth = SourcedKeyAuth(Sonarly.CREDENTIALS[0], source)
    lock: Any = WatchedLock()
    auth._lock = lock
    with ThreadPoolExecutor() as pool:
        first = pool.submit(auth.ask, None)
        entered.wait()
        assert not auth.ask(0)  # it does not wait longer than it may
        others = [pool.submit(auth.ask, None) for _ in range(3)]
        for _ in range(5):
            lock.arrived.acquire()
        go_on.set()
        assert all(future.result() for future in [first, *others])
    assert keys.asked == 1


def test_busy_source() -> None:
    """A thread waits for the key that another one asks for, but not beyond its deadline."""
    server = Server("a")
    options: Any = {"transport": transport(server), "clock": VirtualClock(), "retries": 0}
    sonarly = Sonarly(api_key=Keys("a").source, deadline=0.001, **options)
    auth: Any = sonarly._state.config.auths["api_key"]
    with auth._lock, pytest.raises(APITimeoutError, match="the deadline passed before the key"):
        sonarly.campaigns.get(ID, ID)
    assert server.got == []


def test_tasks() -> None:
    """Tasks that wait at the same time share one result."""
    keys = Keys("a")

    async def source() -> str:
        await asyncio.sleep(0)
        return str(keys.give())

    async def run() -> None:
        auth = SourcedKeyAuth(Sonarly.CREDENTIALS[0], source)
        await asyncio.gather(*(auth.ask_async() for _ in range(3)))
        assert keys.asked == 1
        await auth.ask_async()
        assert keys.asked == 2

    asyncio.run(run())


def test_slow_source() -> None:
    """The deadline of a call bounds the wait for its key."""

    async def source() -> str:
        await asyncio.Event().wait()
        return "a"

    async def run() -> None:
        options: Any = {"transport": transport(Server("a")), "deadline": 0.01}
        async with AsyncSonarly(api_key=source, **options) as sonarly:
            with pytest.raises(DeadlineExceeded) as caught:
                await sonarly.with_options(retries=0).campaigns.get(ID, ID)
            assert caught.value.outcome == "not_sent"

    asyncio.run(run())


@MODES
def test_other_credential(mode: str) -> None:
    """A call that needs another credential says which, and asks for no key."""
    keys = Keys("a")
    credential = Sonarly.CREDENTIALS[0]
    auths = {
        "api_key": SourcedKeyAuth(credential, keys.source),
        "sync_secret": KeyAuth(credential._replace(name="sync_secret"), ""),
    }
    client = Sonarly(api_key=keys.source) if mode == "sync" else AsyncSonarly(api_key=keys.source)
    state = client._state
    state.handle.config = Config("https://a.example", auths)
    send: Any = client._send
    with pytest.raises(ConfigurationError, match="sync secret is missing"):
        asyncio.run(send(SYNC)) if mode == "async" else send(SYNC)
    assert keys.asked == 0


def test_combined() -> None:
    """Of several credentials, those with a function are asked for."""
    credential = Sonarly.CREDENTIALS[0]
    sourced = SourcedKeyAuth(credential, Keys("a").source)
    plain = KeyAuth(credential, "b")
    assert sourced.ask(None)
    auth = current_auth(CombinedAuth([sourced, plain]))
    assert [key.key for key in auth.keys] == ["a", "b"]
    assert bool(sourced) is True
    assert sourced.validated() is sourced


def test_token() -> None:
    """Client credentials for a token are text."""
    credential = Credential("login", "Authorization", "OAuth", "X", token=TokenSource("/token"))
    with pytest.raises(ConfigurationError, match="login must be text, got a function"):
        auth_of(credential, Keys("a:b").source)


def give_key() -> str:
    """Return a key, in every process."""
    return "fake-sonarly"


def test_pickle() -> None:
    """A function pickles with the client, on request."""
    with Fake().serve() as base_url:
        sonarly = Sonarly(api_key=give_key, base_url=base_url)
        with pytest.raises(ConfigurationError, match="explicit key"):
            pickle.dumps(sonarly)
        text = pickle.dumps(sonarly.with_options(pickle_key=True))
        with pickle.loads(text) as copy:  # noqa: S301 - our own
            assert copy.campaigns.get(ID, ID).id == ID


def test_few_keys_kept() -> None:
    """Of the keys that a client has sent, few stay in memory."""
    config = Config("https://a.example", {})
    write = RequestWriter(config)
    for number in range(40):
        auth = KeyAuth(Sonarly.CREDENTIALS[0], f"key-{number}")
        write(SYNC, auth)
    assert len(write._ends) <= 16
