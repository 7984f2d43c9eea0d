"""Requests keep to the rate, and to Retry-After of the server."""

import socket
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import httpx
import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.targets.rate_limit import RateLimit, RateLimitedTransport, parse_rate
from campaignkit_contract.targets.request_budget import RequestBudget
from campaignkit_fake import Fake, Fault, VirtualClock

KEY = {"Authorization": "Bearer fake-sonarly"}


@pytest.fixture
def clock() -> VirtualClock:
    """Return a virtual clock."""
    return VirtualClock()


@pytest.mark.parametrize(("rate", "seconds"), [("2/s", 0.5), ("30/m", 2), ("1/h", 3600)])
def test_interval(rate: str, seconds: float) -> None:
    """A rate is a number of requests per second, minute, hour or day."""
    assert parse_rate(rate) == seconds


@pytest.mark.parametrize("rate", ["", "2", "0/s", "2/year", "1.5/s"])
def test_no_rate(rate: str) -> None:
    """An invalid rate raises an error."""
    with pytest.raises(ValueError, match="must look like"):
        parse_rate(rate)


def test_pace(clock: VirtualClock) -> None:
    """Requests are at least one interval apart."""
    limit = RateLimit(0.5, clock.sleep, clock.monotonic)
    for _ in range(3):
        limit.wait()
    clock.advance(0.4)
    limit.wait()

    assert clock.waits == pytest.approx([0.5, 0.5, 0.1])


def test_reserved(clock: VirtualClock) -> None:
    """Reserved requests are sent at once, after the time that they take by the rate."""
    limit = RateLimit(0.5, clock.sleep, clock.monotonic)
    limit.wait()
    limit.reserve(2)
    before = clock.monotonic()
    limit.wait()
    limit.wait()

    assert clock.monotonic() == before == 1
    limit.reserve(2)
    limit.on_response(429, "7")
    limit.wait()

    assert clock.monotonic() == 9


@pytest.mark.parametrize(
    ("status", "text", "wait"),
    [
        (429, "7", 7),
        (429, "100000", 60),
        (429, "soon", 0.5),
        (429, "", 0.5),
        (429, "Fri, 01 May 2015 12:00:00 GMT", 0.5),
        (503, "7", 0.5),
    ],
    ids=["seconds", "too many", "unreadable", "none", "past", "no 429"],
)
def test_retry_after(clock: VirtualClock, status: int, text: str, wait: float) -> None:
    """A 429 delays the next request by Retry-After, at most a minute."""
    limit = RateLimit(0.5, clock.sleep, clock.monotonic)
    limit.wait()
    limit.on_response(status, text)
    limit.wait()

    assert clock.waits == pytest.approx([wait])


@pytest.mark.parametrize(("rate", "statuses"), [(1, [200, 200]), (None, [200, 200])])
def test_transport(rate: float | None, statuses: list[int]) -> None:
    """A request is repeated after a 429, at the moment that the server names."""
    clock = VirtualClock()
    transport = RateLimitedTransport(RateLimit(0.0, clock.sleep, clock.monotonic))
    with (
        Fake(rate=rate, clock=clock).serve() as base_url,
        httpx.Client(transport=transport, base_url=base_url, headers=KEY) as client,
    ):
        responses = [client.get("/v1/accounts") for _ in range(2)]

    assert [response.status_code for response in responses] == statuses
    assert bool(clock.waits) is (rate is not None)


@pytest.mark.expects_contract_violation("the fake has no path below /gateway")
def test_path_prefix() -> None:
    """The path of the base URL is sent, and the exchange has the path of the spec."""
    with Fake().serve() as server:
        base_url = f"{server}/gateway"
        transport = RateLimitedTransport(RateLimit(0.0), base_url=base_url)
        with httpx.Client(transport=transport, base_url=base_url, headers=KEY) as client:
            response = client.get("/v1/accounts")

    assert response.request.url.path == "/gateway/v1/accounts"
    assert Exchange.from_httpx(response).target == "/v1/accounts"


def test_attempts() -> None:
    """A server that never stops throttling gets four requests."""
    clock = VirtualClock()
    fake = Fake()
    fake.faults.add(Fault(status=429, retry_after="1").on("sonarly_accounts_list", 9))
    transport = RateLimitedTransport(RateLimit(0.0, clock.sleep, clock.monotonic))
    with (
        fake.serve() as base_url,
        httpx.Client(transport=transport, base_url=base_url, headers=KEY) as client,
    ):
        assert client.get("/v1/accounts").status_code == 429

    assert clock.waits == [1, 1, 1]


@pytest.fixture(params=[b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"], ids=["all", "body"])
def dropping(request: pytest.FixtureRequest) -> Iterator[tuple[str, Future[list[bytes]]]]:
    """Yield the URL of a server that drops the first connection, and what it receives on two."""

    def serve(listener: socket.socket) -> list[bytes]:
        received = []
        for response in (request.param, b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"):
            connection, _ = listener.accept()
            with connection:
                received.append(connection.recv(65_536))
                connection.sendall(response)
        return received

    with ThreadPoolExecutor() as pool, socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", pool.submit(serve, listener)


def test_dropped_read(dropping: tuple[str, Future[list[bytes]]]) -> None:
    """A read whose connection is dropped is sent once more, and each one counts."""
    base_url, received = dropping
    budget = RequestBudget(9)
    transport = RateLimitedTransport(RateLimit(0.0), budget)
    with httpx.Client(transport=transport, base_url=base_url) as client:
        assert client.get("/a").status_code == 503

    first, second = received.result()
    assert first == second
    assert budget.remaining == 7


def test_dropped_write(dropping: tuple[str, Future[list[bytes]]]) -> None:
    """A write whose connection is dropped is not repeated, because it may have an effect."""
    base_url, received = dropping
    transport = RateLimitedTransport(RateLimit(0.0))
    with httpx.Client(transport=transport, base_url=base_url) as client:
        with pytest.raises(httpx.RemoteProtocolError):
            client.post("/a")
        client.post("/b")

    assert [data.split()[1] for data in received.result()] == [b"/a", b"/b"]
