"""Calls that work in every environment; run by itself, with warnings as errors."""

import asyncio
import pickle
import platform
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from campaignkit import AsyncSonarly, Callers, NotFoundError, Sonarly, to_rows, webhooks
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake, VirtualClock, sign_webhook

START = "sonarly_campaigns_start"


def call(base_url: str | None, transport: object) -> None:
    """Make calls of each kind with blocking clients."""
    options: dict[str, Any] = {
        "base_url": base_url,
        "transport": transport,
        "clock": VirtualClock(),
    }
    with Sonarly(api_key=lambda: "fake-sonarly", **options) as sonarly:
        campaigns = sonarly.campaigns.list(SAMPLE_ID)
        assert next(iter(to_rows(campaigns)))["id"] == SAMPLE_ID
        with ThreadPoolExecutor(4) as pool:
            found = pool.map(lambda one: sonarly.campaigns.get(SAMPLE_ID, one.id), campaigns)
            assert list(found) == campaigns
        leads = [str(number) for number in range(250)]
        rows = sonarly.campaigns.lead_status(SAMPLE_ID, SAMPLE_ID, lead_ids=leads, concurrency=4)
        assert len(list(rows)) == 250
        assert sonarly.campaigns.start(SAMPLE_ID, SAMPLE_ID).campaign.status == "active"
        assert pickle.loads(pickle.dumps(campaigns)) == campaigns  # noqa: S301 - our own
        with suppress(NotFoundError):
            sonarly.campaigns.get(SAMPLE_ID, "0" * 24)
    with Callers(api_key="fake-callers", **options) as callers:
        assert len(list(callers.contacts.list(SAMPLE_ID))) > 50
        raw = callers.calls.with_raw_response.webhook_payload(SAMPLE_ID, SAMPLE_ID)
    signed = sign_webhook(raw.content)
    assert webhooks.receive(signed.payload, signed.headers, signed.public_key) == raw.payload


async def call_async(base_url: str | None, transport: object) -> None:
    """Make calls with an async client."""
    options: dict[str, Any] = {
        "base_url": base_url,
        "transport": transport,
        "clock": VirtualClock(),
    }
    async with AsyncSonarly(api_key="fake-sonarly", **options) as sonarly:
        campaigns = await sonarly.campaigns.list(SAMPLE_ID)
        found = [sonarly.campaigns.get(SAMPLE_ID, campaign.id) for campaign in campaigns]
        assert await asyncio.gather(*found) == campaigns
        rows = sonarly.campaigns.lead_status(SAMPLE_ID, SAMPLE_ID, lead_ids=["a"] * 250)
        assert len(await rows) == 250


def main() -> None:
    """Call a fake in process and over HTTP, and print the environment."""
    for in_process in (True, False):
        fake = Fake()
        fake.faults.add(FAULTS["applied, then dropped"].on(START))
        if in_process:
            call(None, fake.transport())
            asyncio.run(call_async(None, fake.transport()))
            continue
        with fake.serve() as base_url:
            call(base_url, None)
            asyncio.run(call_async(base_url, None))
            fake.reset()
            call(base_url, "httpx")
            asyncio.run(call_async(base_url, "httpx"))
    is_free = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
    print(platform.python_version(), "free-threaded" if is_free else "", *sys.argv[1:], "works")


if __name__ == "__main__":
    main()
