"""A server that wants fewer calls has them, from all workers of a client together."""

import asyncio
from typing import Any

import httpx
import pytest
from campaignkit import (
    AsyncSonarly,
    ConfigurationError,
    DeadlineExceeded,
    RateLimitError,
    Sonarly,
)
from campaignkit_fake import SAMPLE_ID, Fake, Fault, VirtualClock

from tests.client import virtual_loop
from tests.client.responses import KEY, failure, success, transport

ID = SAMPLE_ID
LIST = "sonarly_campaigns_list"


class Measured(httpx.AsyncBaseTransport):
    """Fake that is 50 ms away; it keeps the times of requests and their responses."""

    def __init__(self, fake: Fake) -> None:
        self._fake = fake.transport()
        self.log: list[tuple[float, int]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the response of the fake, after the latency of the network."""
        await asyncio.sleep(0.025)
        response = await self._fake.handle_async_request(request)
        self.log.append((asyncio.get_running_loop().time(), response.status_code))
        await asyncio.sleep(0.025)
        return response


@pytest.mark.no_cover
@pytest.mark.parametrize("rate", [None, 20.0], ids=["found", "chosen"])
def test_twenty_a_second(rate: float | None) -> None:
    """Of what a limit of 20 requests/s allows nearly all is used, and few requests are refused."""

    async def run() -> list[tuple[float, int]]:
        clock = virtual_loop.LoopClock()
        measured = Measured(Fake(rate=20, clock=clock))
        client = AsyncSonarly(api_key="fake-sonarly", transport=measured, clock=clock, rate=rate)
        ids = [f"lead-{number}" for number in range(300)]
        rows = await client.campaigns.lead_status(ID, ID, lead_ids=ids, batch_size=1)
        assert [row.lead_id for row in rows] == ids
        return measured.log

    log = virtual_loop.run(run())
    later = [status for moment, status in log if moment >= 1]

    assert later.count(429) <= 0.1 * len(later)
    assert later.count(200) >= 0.9 * 20 * (log[-1][0] - 1)
    assert rate is None or 429 not in later


def sonarly(fake: Fake, **options: Any) -> Sonarly:
    """Return a client of a fake, on its clock."""
    assert isinstance(fake.clock, VirtualClock)
    return Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=fake.clock, **options)


def test_rate() -> None:
    """With a rate, calls go out no faster than that."""
    fake = Fake(clock=VirtualClock())
    client = sonarly(fake, rate=4)
    for _ in range(4):
        client.campaigns.get(ID, ID)

    assert fake.clock.waits == [0.25] * 3


def test_rate_of_a_twin() -> None:
    """A twin has the client's rate with it in common, or one of its own, or none."""
    fake = Fake(clock=VirtualClock())
    client = sonarly(fake, rate=4)
    same, slow, free = (
        client.with_options(retries=1),
        client.with_options(rate=1),
        client.with_options(rate=None),
    )
    for twin in (client, same, slow, slow, free):
        twin.campaigns.get(ID, ID)

    assert fake.clock.waits == [0.25, 1.0]


@pytest.mark.parametrize("rate", [0, -1, True, "20", float("inf")])
def test_no_rate(rate: float) -> None:
    """What cannot be a rate is refused before anything is sent."""
    with pytest.raises(ConfigurationError, match="rate must be a number of calls a second"):
        Sonarly(api_key=KEY, rate=rate)


def test_no_time_for_a_turn() -> None:
    """A call whose turn comes after its deadline fails at once, and was not sent."""
    fake = Fake(clock=VirtualClock())
    client = sonarly(fake, rate=0.1)
    client.campaigns.get(ID, ID)
    with pytest.raises(DeadlineExceeded) as caught:
        client.with_options(deadline=5).campaigns.get(ID, ID)

    assert caught.value.outcome == "not_sent"
    assert (fake.clock.waits, fake.state()["requests"]) == ([], {"sonarly_campaigns_get": 1})


def test_all_wait() -> None:
    """After a refusal the twins of a client wait as well."""
    clock = VirtualClock()
    answers = iter([httpx.Response(429, json=failure(), headers={"Retry-After": "7"})])

    def answer(_: httpx.Request) -> httpx.Response:
        return next(answers, httpx.Response(200, json=success()))

    client = Sonarly(api_key=KEY, transport=transport(answer), clock=clock, retries=0)
    with pytest.raises(RateLimitError):
        client.campaigns.get("g", "c")
    client.with_options(timeout=3).campaigns.get("g", "c")
    client.campaigns.get("g", "c")

    assert clock.waits == [7.0]


def test_no_wish() -> None:
    """If the server does not say how long, the others wait as long as the refused call."""
    fake = Fake(clock=VirtualClock())
    fake.faults.add(Fault(LIST, status=429))
    client = sonarly(fake)
    client.campaigns.list(ID)

    assert len(fake.clock.waits) == 1
    assert client._state.handle.limiter.is_unlimited


def test_longest_wait() -> None:
    """No call waits for more than a minute because another call was refused."""
    fake = Fake(clock=VirtualClock())
    fake.faults.add(Fault(LIST, status=429, retry_after="86400"))
    client = sonarly(fake)
    with pytest.raises(RateLimitError):
        client.campaigns.list(ID)
    client.campaigns.list(ID)

    assert fake.clock.waits == [60.0]


@pytest.mark.expects_contract_violation("503 is not documented")
def test_unavailable() -> None:
    """A server that says when it is back is left alone until then, by all."""
    fake = Fake(clock=VirtualClock())
    fake.faults.add(Fault(LIST, status=503, retry_after="5"))
    client = sonarly(fake, retries=0)
    with pytest.raises(Exception, match="503"):
        client.campaigns.list(ID)
    client.campaigns.list(ID)

    assert fake.clock.waits == [5.0]


def test_fan_out_of_threads() -> None:
    """Threads keep to a rate together."""
    fake = Fake(clock=VirtualClock())
    client = sonarly(fake, rate=10)
    list(client.map(client.campaigns.get, [(ID, ID)] * 50))

    assert fake.clock.monotonic() > 4.89
