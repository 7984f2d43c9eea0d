"""The way in for httpx clients of the same process."""

import asyncio
import contextlib
import logging

import httpx
import pytest
from campaignkit_fake import SAMPLE_ID, Fake, Fault, VirtualClock

from .conftest import Connect, judge

CAMPAIGNS = f"/v1/accounts/{SAMPLE_ID}/campaigns"
START = f"{CAMPAIGNS}/{SAMPLE_ID}/start"
HEADERS = {"Authorization": "Bearer fake-sonarly"}


async def _async_post(fake: Fake, path: str) -> httpx.Response:
    async def async_judge(response: httpx.Response) -> None:
        await response.aread()
        judge(response)

    async with httpx.AsyncClient(
        transport=fake.transport(),
        base_url="https://api.invalid",
        headers=HEADERS,
        event_hooks={"response": [async_judge]},
    ) as client:
        return await client.post(path)


def test_async_client(fake: Fake, sonarly: httpx.Client) -> None:
    """Sync and async clients see one state."""
    started = asyncio.run(_async_post(fake, START)).json()["data"]["campaign"]
    assert sonarly.get(START.removesuffix("/start")).json()["data"] == started


def test_async_client_sees_cut(fake: Fake) -> None:
    """An async client sees the truncated response too."""
    fake.faults.add(Fault(truncate=5))
    with pytest.raises(httpx.RemoteProtocolError, match="after 5 of"):
        asyncio.run(_async_post(fake, START))


@pytest.mark.parametrize("drop", [False, True], ids=["late", "never"])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_delay_beyond_timeout(sonarly: httpx.Client, fake: Fake, after: bool, drop: bool) -> None:
    """A client that gives up waiting has its timeout at once."""
    fake.faults.add(Fault(delay=6, after=after, drop=drop))
    with pytest.raises(httpx.ReadTimeout):
        sonarly.post(START, timeout=5)
    assert len(fake.state()["starts"]) == (after or not drop)


@pytest.mark.parametrize("timeout", [5, None])
def test_delay_within_timeout(sonarly: httpx.Client, fake: Fake, timeout: float | None) -> None:
    """A delay that the client would sit out takes no time."""
    fake.faults.add(Fault(delay=4))
    assert sonarly.post(START, timeout=timeout).status_code == 200


@pytest.mark.parametrize(
    ("timeout", "passed"), [(5, 5), (None, 6)], ids=["gives up", "waits for ever"]
)
def test_delay_on_clock(
    connect: Connect,
    campaignkit_fake: Fake,
    campaignkit_clock: VirtualClock,
    timeout: float | None,
    passed: float,
) -> None:
    """A clock that is shared moves on by what the client sits out of a delay."""
    campaignkit_fake.faults.add(Fault(delay=6))
    with contextlib.suppress(httpx.ReadTimeout):
        connect(to=campaignkit_fake).get(CAMPAIGNS, timeout=timeout)
    assert (campaignkit_clock.monotonic(), campaignkit_clock.waits) == (passed, [])


def test_stated_too_long(sonarly: httpx.Client, fake: Fake) -> None:
    """A body that is shorter than its stated length breaks off at its end."""
    fake.faults.add(Fault(body="half", headers={"Content-Length": "9"}))
    with pytest.raises(httpx.RemoteProtocolError, match="after 4 of 9 bytes"):
        sonarly.get(CAMPAIGNS)


@pytest.mark.parametrize("truncate", [None, 3])
def test_stated_too_short(sonarly: httpx.Client, fake: Fake, truncate: int | None) -> None:
    """A client reads no more of a body than the length that is stated."""
    fault = Fault(content_type="text/plain", truncate=truncate, headers={"Content-Length": "2"})
    fake.faults.add(fault)
    assert sonarly.get(CAMPAIGNS).content == b'{"'


def test_repeated_header_is_joined(fake: Fake) -> None:
    """A header that is sent twice arrives as one value, which is not a key."""
    headers = [("Authorization", "Bearer fake-sonarly")] * 2
    with httpx.Client(transport=fake.transport()) as client:
        assert client.get(f"http://api.invalid{CAMPAIGNS}", headers=headers).status_code == 401


def test_log_line(sonarly: httpx.Client, fake: Fake, caplog: pytest.LogCaptureFixture) -> None:
    """Every request is one line with path, status and operation, without query and key."""
    caplog.set_level(logging.INFO, "campaignkit_fake")
    fake.faults.add(Fault(drop=True))
    with pytest.raises(httpx.RemoteProtocolError):
        sonarly.get(f"{CAMPAIGNS}?secret=fake-sonarly")
    sonarly.get("/v1/%0Aé")
    words = [record.getMessage().split() for record in caplog.records if record.name != "httpx"]
    assert [(line[1], line[2], line[5]) for line in words] == [
        (CAMPAIGNS, "dropped", "sonarly_campaigns_list"),
        ("/v1/%0A%C3%A9", "404", "-"),
    ]
