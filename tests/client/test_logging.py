"""The logger `campaignkit` shows what was sent and why it was repeated, and never its content."""

import asyncio
import logging

import httpx
import pytest
from campaignkit import AsyncSonarly, CampaignKitError, Sonarly
from campaignkit_fake import FAULTS, Fake, VirtualClock
from campaignkit_fake import SAMPLE_ID as ID

from tests.client.responses import KEY, success, transport

START = "sonarly_campaigns_start"
STOP = "sonarly_campaigns_stop"


@pytest.fixture
def fake(caplog: pytest.LogCaptureFixture) -> Fake:
    """Return a fake whose clock its clients share; the logger is on."""
    caplog.set_level(logging.DEBUG, "campaignkit")
    return Fake(clock=VirtualClock(random=lambda: 1.0))


def lines(caplog: pytest.LogCaptureFixture, level: int) -> list[str]:
    """Return the lines of a log level."""
    return [
        record.getMessage()
        for record in caplog.records
        if record.name == "campaignkit" and record.levelno == level
    ]


def sonarly(fake: Fake) -> Sonarly:
    """Return a client of the fake, on its clock."""
    return Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=fake.clock)


def test_attempt(fake: Fake, caplog: pytest.LogCaptureFixture) -> None:
    """An attempt is one line: operation, number, status, milliseconds, trace."""
    sonarly(fake).campaigns.get(ID, ID)

    assert lines(caplog, logging.DEBUG) == [
        "sonarly_campaigns_get: attempt 1, 200, 0 ms, trace 7a0000000000000000000001"
    ]
    assert lines(caplog, logging.INFO) == []


def test_async_attempt(fake: Fake, caplog: pytest.LogCaptureFixture) -> None:
    """An attempt of an async client is the same line."""

    async def main() -> None:
        async with AsyncSonarly(
            api_key="fake-sonarly", transport=fake.transport(), clock=fake.clock
        ) as ours:
            await ours.campaigns.get(ID, ID)

    asyncio.run(main())

    assert lines(caplog, logging.DEBUG) == [
        "sonarly_campaigns_get: attempt 1, 200, 0 ms, trace 7a0000000000000000000001"
    ]


def test_retry(fake: Fake, caplog: pytest.LogCaptureFixture) -> None:
    """A retry is a line with the reason and the wait."""
    fake.faults.add(FAULTS["rate limited"].on("sonarly_campaigns_get"))
    sonarly(fake).campaigns.get(ID, ID)

    assert len(lines(caplog, logging.DEBUG)) == 2
    assert lines(caplog, logging.INFO) == [
        "sonarly_campaigns_get: attempt 1 failed (RateLimitError 429), sending it again in 2 s"
    ]


def test_applied(fake: Fake, caplog: pytest.LogCaptureFixture) -> None:
    """A start that was verified says so."""
    fake.faults.add(FAULTS["timed out"].on(START))
    sonarly(fake).campaigns.start(ID, ID)

    assert lines(caplog, logging.DEBUG)[0].startswith(f"{START}: attempt 1, APITimeoutError, 30000")
    assert lines(caplog, logging.INFO) == [
        f"{START}: attempt 1 failed (APITimeoutError), reading the state in 0.5 s",
        f"{START}: applied, according to sonarly_campaigns_get",
    ]


def test_not_applied(fake: Fake, caplog: pytest.LogCaptureFixture) -> None:
    """A stop that is sent once more says why."""
    ours = sonarly(fake)
    ours.campaigns.start(ID, ID)
    fake.faults.add(FAULTS["dropped"].on(STOP))
    ours.campaigns.stop(ID, ID)

    assert lines(caplog, logging.INFO)[1:] == [
        f"{STOP}: unapplied, according to sonarly_campaigns_get",
        f"{STOP}: attempt 1 failed (APIConnectionError), sending it again in 0 s",
    ]


def test_quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Who does not ask for the log gets none."""
    response = httpx.Response(200, json=success({"items": []}))
    Sonarly(api_key=KEY, transport=transport(response)).campaigns.list("g")

    assert lines(caplog, logging.DEBUG) == []


def test_no_secret(fake: Fake, caplog: pytest.LogCaptureFixture) -> None:
    """Neither the key nor a body is logged, by us or by what carries our calls."""
    caplog.set_level(logging.DEBUG)
    for fault in FAULTS.values():
        fake.reset()
        fake.faults.add(fault.on(START))
        with fake.serve() as base_url:
            ours = Sonarly(
                api_key="fake-sonarly", base_url=base_url, clock=fake.clock, timeout=0.5, retries=1
            )
            with ours:
                try:
                    ours.campaigns.start(ID, ID)
                except CampaignKitError:
                    continue

    assert "campaignkit" in {record.name for record in caplog.records}
    assert "fake-sonarly" not in caplog.text
    assert "recruiters" not in caplog.text
